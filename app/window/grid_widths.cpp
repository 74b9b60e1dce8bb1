// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/grid_widths.h"

namespace shisaku {

using namespace Qt::StringLiterals;

std::shared_ptr<ColumnWidths> widthsInSettings(std::shared_ptr<QSettings> settings, Id<PlanInfo> plan)
{
    const auto keyOf = [plan](const QString &grid, QString head) { // a slash would begin a group
        return u"widths/%1/%2/%3"_s.arg(plan.toText(), grid, head.replace(u'/', u'_').replace(u'\\', u'_'));
    };
    auto widths = std::make_shared<ColumnWidths>();
    widths->width = [settings, keyOf](const QString &grid, const QString &head) {
        return grid.isEmpty() ? 0 : settings->value(keyOf(grid, head)).toInt();
    };
    widths->setWidth = [settings, keyOf](const QString &grid, const QString &head, int pixels) {
        if (grid.isEmpty())
            return;
        if (pixels > 0)
            settings->setValue(keyOf(grid, head), pixels);
        else
            settings->remove(keyOf(grid, head));
    };
    return widths;
}

} // namespace shisaku
