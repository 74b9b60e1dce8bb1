// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_heights.h"

namespace shisaku {

void RoadmapHeights::prepare(const RoadmapStyle &style, const TimeAxis &axis, const RoadmapStyle::Columns &columns)
{
    const QList<qreal> setting{style.metrics.unit,
                               style.label.em(),
                               style.title.em(),
                               static_cast<qreal>(axis.firstYear()),
                               static_cast<qreal>(axis.lastYear()),
                               axis.left(1),
                               axis.width(),
                               columns.measure,
                               columns.initiative};
    if (setting == m_setting)
        return;
    m_setting = setting;
    forget({});
}

void RoadmapHeights::forget(const QSet<RowId> &rows)
{
    if (rows.isEmpty()) {
        m_lines.clear();
        m_titles.clear();
        m_sum = 0;
    }
    for (RowId row : rows) {
        m_sum -= m_lines.take(row);
        m_titles.remove(row);
    }
}

} // namespace shisaku
