// SPDX-License-Identifier: GPL-3.0-or-later
// The merged cells at the left of the one-page roadmap: upright (縦書き) where their text is short, else in lines.
#pragma once

#include "views/roadmap/roadmap_one_page.h"

namespace shisaku {

/// A group above a row.
struct OnePageGroup {
    int node = 0;
    int level = 0;
    QString label;
};
using OnePageGroups = QList<OnePageGroup>; ///< From the top.

OnePageGroups groupsAbove(const Plan &plan, const RoadmapTree &tree, int measureNode);

class OnePageCellSetter {
public:
    /// `paths` holds the groups above each row, of which the first `levels` levels are shown; `least` the least height of
    /// each row. `text` must outlive the setter.
    OnePageCellSetter(const QList<OnePageGroups> &paths, const TextMeasure &text, qreal linePitch, int levels,
                      const QList<qreal> &least);

    const QList<qreal> &widths() const { return m_widths; }
    /// Makes rows higher where the text of a cell needs it.
    void grow(QList<qreal> &heights) const;
    QList<OnePageCell> set(const QList<qreal> &heights, qreal top) const;

private:
    struct Cell {
        int level = 0;
        int lastLevel = 0; ///< Further to the right where the rows have no group of the next level.
        qsizetype first = 0;
        qsizetype last = 0;
        QString label;
    };
    void makeCells(const QList<OnePageGroups> &paths, int levels);
    int uprightColumns(const Cell &cell, qreal height) const;
    qreal chooseWidth(int level, const QList<qreal> &least) const;
    qreal widthOf(const Cell &cell) const;
    int linesIn(const Cell &cell, qreal width) const;
    /// How a cell's label is set in that room.
    PlacedText linesFor(const Cell &cell, qreal width, qreal height) const;
    qreal linesHeight(int lines) const { return m_linePitch * lines + m_text.em() * 0.2; }

    const TextMeasure &m_text;
    qreal m_linePitch;
    QList<Cell> m_cells;
    QList<bool> m_upright; ///< Of each level.
    QList<qreal> m_widths;
};

} // namespace shisaku
