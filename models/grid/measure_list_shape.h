// SPDX-License-Identifier: GPL-3.0-or-later
// The measures of a plan as a grid (施策一覧): a row each, with the columns an officer chooses.
#pragma once

#include "models/grid/grid_shape.h"

namespace shisaku {

/// A column the list can show.
struct ListedColumn {
    QString key; ///< What saved views name.
    QString title;
    bool isUsual = true;  ///< Shown until somebody chooses.
    bool isFixed = false; ///< Always shown.

    /// The same column under the same head. Whether it is usual is of no matter: nobody's columns change because somebody entered
    /// the first 関連課.
    friend bool operator==(const ListedColumn &a, const ListedColumn &b) { return a.key == b.key && a.title == b.title; }
};

/// In their usual order: what every plan has, a column a classification, a column a text of the sheet. Usual are those that tell
/// measures apart at a glance; of what no measure of the plan states, none.
QList<ListedColumn> listedColumns(const Plan &plan);
/// Keys of the columns that are shown where `chosen` are: without unknown ones, with the fixed ones in front. Where nothing is
/// chosen, the usual ones.
QStringList shownColumns(const Plan &plan, const QStringList &chosen);

/// With the columns of shownColumns(), one for each of its keys. It is made for the plan's classifications, blocks and rounds of
/// the survey as they are: see changesColumns().
GridShape measureListShape(const Plan &plan, const QStringList &chosen = {});
/// Whether a change may make other columns of measureListShape(), give them other heads, or let them show something else.
bool changesColumns(const ChangeSet &change);

} // namespace shisaku
