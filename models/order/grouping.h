// SPDX-License-Identifier: GPL-3.0-or-later
// Ways to order the measures of a plan as a tree: by a classification, by office, by horizon, by kind or by progress.
#pragma once

#include "models/plan/series.h"

#include <functional>
#include <vector>

namespace shisaku {

struct Grouping {
    enum class By : quint8 { None, Classification, LeadDepartment, Horizon, Kind, Status };

    By by = By::None;
    QString classification; ///< Key of the classification ("aim"); only for By::Classification.

    /// "none", "department", "horizon", "kind", "status", or the key of a classification; what settings and commands name.
    QString toText() const;
    /// Any other text is taken for the key of a classification.
    static Grouping fromText(const QString &text);
    /// What a person calls it: 「所管課別」, 「目指す姿別」, 「まとめない」.
    QString label(const Plan &plan) const;
    /// All groupings a plan offers, classifications first; by progress once a survey has answers.
    static QList<Grouping> offered(const Plan &plan);

    friend bool operator==(const Grouping &, const Grouping &) = default;
};

/// A heading with what stands under it, or a measure.
struct GroupNode {
    enum class Kind : quint8 { Group, Measure };

    Kind kind = Kind::Group;
    QString code;                      ///< (1), ① of a category.
    QString label;                     ///< Of a group; a measure's title is asked from the plan.
    TableId table = TableId::Category; ///< Category, Department or Choice of a group.
    RowId row;                         ///< Null for the root and for groups that are no row: 「（分類なし）」, 全庁.
    Id<Measure> measure;
    bool repeat = false;  ///< Not the measure's home place: its number prints as (13).
    int measureCount = 0; ///< Distinct measures below.
    std::vector<GroupNode> children;
};

/// Which measures to take up; empty means all.
using MeasureFilter = std::function<bool(const Measure &)>;

/// The tree of a grouping below a nameless root. Groups come in the plan's order (offices in 建制順), measures in their own
/// order. Measures that belong nowhere stand last under 「（分類なし）」 or 「（回答なし）」, added ones under 「追加」. A measure
/// whose 取組 have several states of progress stands under each, at home under the first. Without a filter, categories without
/// measures are kept: they belong to the plan. With one, only groups that hold a match remain. Offices are those that lead at `at`;
/// an unknown time is today.
GroupNode buildTree(const Plan &plan, const Grouping &grouping, const MeasureFilter &filter = {}, const PlanTime &at = {});

/// A filter narrowed to measures with a sheet and a place in the roadmap. `plan` must outlive it.
MeasureFilter onlyWorkedOut(const Plan &plan, const MeasureFilter &filter = {});

} // namespace shisaku
