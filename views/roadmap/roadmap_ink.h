// SPDX-License-Identifier: GPL-3.0-or-later
// The signs of the roadmap, each drawn in one place: bars, milestones, labels, leaders, the boxes of kinds.
#pragma once

#include "views/roadmap/roadmap_style.h"

#include <QPen>
#include <QPolygonF>

class QPainter;

namespace shisaku {

class RoadmapInk {
public:
    RoadmapInk(QPainter &painter, const RoadmapStyle &style);

    static QPen pen(const QColor &colour, qreal width);
    static QPen dashed(const QColor &colour, qreal width, qreal unit);

    /// Lines below each other, each `pitch` high (0: the font's own) and set to `stretch` of their width.
    void lines(const QStringList &texts, const TextMeasure &measure, QPointF topLeft, qreal stretch = 1, qreal pitch = 0);
    void text(const PlacedText &placed, const TextMeasure &measure, const QColor &colour);
    /// A bar or milestone with its label; `behind` is what lies under a label outside its bar.
    void item(const PlacedItem &placed, const ScheduleItem &what, int kind, const QColor &behind);
    /// The two parts of an item: its shape, and its texts with the symbol of a milestone, which is a character. Many items are
    /// drawn faster if all shapes come first, for texts share a pen.
    void shape(const PlacedItem &placed, const ScheduleItem &what, int kind, const QColor &behind);
    void label(const PlacedItem &placed, const ScheduleItem &what, int kind);
    void bar(const PlacedItem &placed, const ScheduleItem &what, int kind);
    void symbol(const PlacedItem &placed, const ScheduleItem &what, int kind);
    /// A sign of progress (●◐○) in the middle of its box, all of one size; in the painter's pen.
    void progress(const QString &mark, const TextMeasure &measure, const QRectF &box);
    /// The sign of a kind in its box.
    void kindMark(const QString &sign, int place, const QRectF &box);

private:
    void line(const QString &text, const TextMeasure &measure, QPointF baseline);
    /// What lies under a label, but for the bar it stands on.
    void groundLabel(const PlacedItem &placed, bool barless, const QColor &behind);
    void fillShape(const QPolygonF &shape, const QColor &colour);
    const Look &look() const { return *m_style.look; }

    QPainter &m_painter;
    const RoadmapStyle &m_style;
    bool m_takesGlyphs;
};

/// What stands for a kind in a small box: the first character of its label, or its mark where another kind begins alike.
QString kindSign(const QList<const Choice *> &kinds, int place);

} // namespace shisaku
