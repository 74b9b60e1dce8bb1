// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/doubts.h"

namespace shisaku {

QString doubtsOf(const Plan &plan, TableId table, RowId row, int field)
{
    return joinedDoubts({doubtText(plan, table, row), doubtText(plan, table, row, field)});
}

QString joinedDoubts(QStringList doubts)
{
    doubts.removeAll(QString());
    doubts.removeDuplicates();
    return doubts.join(u'\n');
}

} // namespace shisaku
