// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the roadmap on any painter: screen, paper, picture.
#pragma once

#include "views/roadmap/roadmap_ink.h"
#include "views/roadmap/roadmap_progress.h"
#include "views/roadmap/roadmap_scene.h"

#include <QDate>

class QPainter;

namespace shisaku {

/// What a window shows beyond the plan itself.
struct RoadmapMarks {
    int currentNode = -1; ///< Where the keyboard is.
    QSet<int> selected;   ///< Nodes; the current one may be among them.
    QDate today;          ///< A line stands there if valid; never on paper.
    bool foldingSigns = false;
    /// The part of the times that is in sight, where it is not all of them: labels stay within it.
    std::optional<std::pair<qreal, qreal>> seen;
    const RoadmapProgress *progress = nullptr; ///< For the column of progress, where there is one.
};

/// Paints parts of a scene. Coordinates are the scene's: x = 0 is the left of the part's column (titles or times), y = 0 the
/// top of the first line. The caller translates and clips.
class RoadmapPainter {
public:
    RoadmapPainter(QPainter &painter, const RoadmapScene &scene, RoadmapMarks marks = {});

    static qreal headerHeight(const RoadmapStyle &style);
    /// Heads of the two columns of titles.
    void titleHeader();
    /// The years, from x = 0 of the time scale; labels are full where they fit.
    void timeHeader();

    /// Titles of the lines first … last. A measure whose lines begin above `visibleTop` shows its title there.
    void titles(int first, int last, qreal visibleTop, qreal visibleBottom);
    /// Headings reach over titles and times; painted before the rest, `width` from the left of the titles.
    /// `continued` says that the group began on an earlier page.
    void headings(int first, int last, qreal width, bool continued = false);
    /// Bars of a line that stands on several pages only where they lie between `visibleTop` and `visibleBottom`.
    void times(int first, int last, qreal visibleTop = -1e9, qreal visibleBottom = 1e9);

    /// What the signs mean, in as many lines as `width` needs; see legendHeight().
    void legend(qreal width);

private:
    void titleCells(int first, int last);
    void measureTitle(int first, int last, qreal visibleTop, qreal visibleBottom);
    void initiativeTitle(int index, qreal visibleTop, qreal visibleBottom);
    void progressCell(int index, qreal top);
    qreal yearLabelLeft(qreal left, qreal width, qreal label) const;
    void foldingSign(const RoadmapLine &line, const QPointF &middle);
    void grid(int first, int last);
    void markItem(const PlacedItem &placed, int node);
    void todayLine(qreal top, qreal bottom);
    bool isSelected(int node) const { return m_marks.selected.contains(node); }
    const RoadmapStyle &style() const { return m_scene.style(); }
    const Look &look() const { return *m_scene.style().look; }

    QPainter &m_painter;
    RoadmapInk m_ink;
    const RoadmapScene &m_scene;
    RoadmapMarks m_marks;
};

/// Height of a legend of that width, with a little air above.
qreal legendHeight(const RoadmapScene &scene, qreal width);

} // namespace shisaku
