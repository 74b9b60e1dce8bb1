// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule as words in year cells: the same bars and milestones, seen and edited one fiscal year at a time.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// A line of a year cell: a bar's label, or a milestone's symbol and label.
struct YearEntry {
    TableId table = TableId::Phase; ///< Phase or Milestone.
    RowId row;
    QString text;   ///< As it is edited.
    QString detail; ///< 「10月から」 where the time is finer than the year; empty otherwise.
    bool stated = true;

    bool isMilestone() const { return table == TableId::Milestone; }
    /// The line as it is printed.
    QString shown() const;
};

/// The fiscal years the plan shows.
struct YearColumns {
    int first = 0;
    int last = 0;

    static YearColumns of(const Plan &plan);
    int count() const { return last - first + 1; }
};

/// What a 取組 has in a fiscal year, in order. A bar over several years stands in each of them.
QList<YearEntry> yearEntries(const Plan &plan, Id<Initiative> initiative, int year);
/// What lies wholly before the columns (`side` < 0), after them (> 0), or has no date (0); with its time.
QList<YearEntry> entriesBeside(const Plan &plan, Id<Initiative> initiative, const YearColumns &columns, int side);

/// The lines of a cell joined, as they are edited.
QString yearText(const QList<YearEntry> &entries);

/// What makes a year cell say `text`, a line an entry. Lines that stay keep their rows; a changed line renames its bar, or
/// cuts the year out of a bar over several years; a line that begins with ▲△◆★ is a milestone. Empty if nothing changes.
ChangeSet yearChange(const Plan &plan, Id<Initiative> initiative, int year, const QString &text, const IdSource &ids);

} // namespace shisaku
