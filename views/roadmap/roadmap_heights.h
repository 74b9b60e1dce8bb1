// SPDX-License-Identifier: GPL-3.0-or-later
// Heights of lines, remembered from one layout to the next: grouping and filtering move lines, but do not change them.
#pragma once

#include "views/roadmap/roadmap_style.h"

#include <QHash>

namespace shisaku {

class RoadmapHeights {
public:
    /// Forgets everything unless text, years and columns are those of last time.
    void prepare(const RoadmapStyle &style, const TimeAxis &axis, const RoadmapStyle::Columns &columns);
    /// The picture of these 取組 and measures may be another one; an empty set stands for all.
    void forget(const QSet<RowId> &rows);

    /// The height of the line of a 取組 or of a whole measure; `find` is asked only if it is not known.
    template <typename Find>
    qreal ofLine(RowId row, const Find &find)
    {
        return known(m_lines, row, find);
    }
    /// The height that a measure's title needs.
    template <typename Find>
    qreal ofTitle(RowId measure, const Find &find)
    {
        return known(m_titles, measure, find);
    }

private:
    using Heights = QHash<RowId, qreal>;

    template <typename Find>
    static qreal known(Heights &heights, RowId row, const Find &find)
    {
        const auto found = heights.constFind(row);
        return found != heights.constEnd() ? *found : *heights.insert(row, find());
    }

    Heights m_lines;
    Heights m_titles;
    QList<qreal> m_setting; // what the heights were found with
};

} // namespace shisaku
