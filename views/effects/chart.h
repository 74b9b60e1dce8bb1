// SPDX-License-Identifier: GPL-3.0-or-later
// One chart as a picture for screen, paper and presentation alike. The only class that knows Qt Charts.
#pragma once

#include "models/results/chart_data.h"
#include "views/look/look.h"

#include <QCoreApplication>
#include <QRectF>
#include <QSet>

#include <memory>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace shisaku {

/// Qt Charts draws axes, bars, lines and markers; every text, hatch and mark is set here, so that the picture is the same on
/// screen and as vectors with selectable text on paper. Lengths are pixels of 1/96 inch until paint() scales them.
class Chart {
    Q_DECLARE_TR_FUNCTIONS(Chart)

public:
    struct Style {
        const Look *look = &Look::of(Look::Medium::Light);
        double points = 9; ///< Body text; the title is larger, notes are not smaller.
        bool title = true; ///< Paper sets a caption below instead.
        bool notes = true;
    };
    /// A bar or a point: what the mouse finds.
    struct Mark {
        QRectF place;
        QString text; ///< 「令和4年度　削減 3,851時間」
        RowId row;
    };

    Chart(ChartData data, const Style &style);
    ~Chart();
    Chart(Chart &&) noexcept;
    Chart &operator=(Chart &&) noexcept;

    const ChartData &data() const { return m_data; }
    /// Series (by index) that are not drawn; their legend stays.
    void setHidden(const QSet<int> &series);
    const QSet<int> &hidden() const { return m_hidden; }

    /// Lays the chart out in a size of pixels; cheap when nothing changed.
    void layOut(const QSizeF &size);
    /// Paints the chart so that it fills `target`, which should have the proportions of the size laid out.
    void paint(QPainter &painter, const QRectF &target) const;

    /// The least height that leaves the drawing room at a width.
    double fittingHeight(double width) const;

    const QList<Mark> &marks() const { return m_marks; }
    /// The mark at a point of the laid out picture; null if there is none.
    const Mark *markAt(const QPointF &at) const;
    /// The series whose legend is at a point; -1 if none is.
    int legendAt(const QPointF &at) const;

private:
    class Drawing;

    ChartData m_data;
    Style m_style;
    QSet<int> m_hidden;
    QSizeF m_size;
    std::unique_ptr<Drawing> m_drawing;
    QList<Mark> m_marks;
    QList<std::pair<QRectF, int>> m_legend;
};

} // namespace shisaku
