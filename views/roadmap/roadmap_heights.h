// SPDX-License-Identifier: GPL-3.0-or-later
// Heights of lines, remembered from one layout to the next: grouping and filtering move lines, but do not change them.
// Of plans that are larger than any city's, only so many are found at once; the others are guessed for the time being.
#pragma once

#include "views/roadmap/roadmap_style.h"

#include <QHash>

#include <cmath>

namespace shisaku {

class RoadmapHeights {
public:
    /// Forgets everything unless text, years and columns are those of last time.
    void prepare(const RoadmapStyle &style, const TimeAxis &axis, const RoadmapStyle::Columns &columns);
    /// The picture of these 取組 and measures may be another one; an empty set stands for all.
    void forget(const QSet<RowId> &rows);

    /// From now on so many heights are found, all others guessed.
    void allow(int heights) { m_allowed = heights; }
    /// How many heights have been guessed so far.
    qint64 guesses() const { return m_guesses; }

    /// The height of the line of a 取組 or of a whole measure; `find` is asked only if it is not known.
    template <typename Find>
    qreal ofLine(RowId row, const Find &find)
    {
        const auto known = m_lines.constFind(row);
        if (known != m_lines.constEnd())
            return *known;
        if (m_allowed <= 0) {
            ++m_guesses;
            return m_lines.isEmpty() ? 0 : std::round(m_sum / static_cast<qreal>(m_lines.size()));
        }
        --m_allowed;
        const qreal height = *m_lines.insert(row, find());
        m_sum += height;
        return height;
    }
    /// The height that a measure's title needs; a guess is 0.
    template <typename Find>
    qreal ofTitle(RowId measure, const Find &find)
    {
        const auto known = m_titles.constFind(measure);
        if (known != m_titles.constEnd())
            return *known;
        if (m_allowed <= 0) {
            ++m_guesses;
            return 0;
        }
        --m_allowed;
        return *m_titles.insert(measure, find());
    }

private:
    QHash<RowId, qreal> m_lines;
    QHash<RowId, qreal> m_titles;
    qreal m_sum = 0;        // of m_lines
    QList<qreal> m_setting; // what the heights were found with
    int m_allowed = 0;
    qint64 m_guesses = 0;
};

} // namespace shisaku
