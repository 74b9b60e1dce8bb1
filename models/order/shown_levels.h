// SPDX-License-Identifier: GPL-3.0-or-later
// Which classifications, and which of their levels, an "aims" or "placement" block of the sheet shows: what its key says.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// One classification of a block. The key "policy:基本方針/主な取組,field" names two levels of one and all of another.
struct ShownLevels {
    QString classification; ///< Its key.
    QStringList levels;     ///< Names of levels from the top; empty: none is named.

    static QList<ShownLevels> ofKey(const QString &key);
    static QString toKey(const QList<ShownLevels> &list);

    friend bool operator==(const ShownLevels &, const ShownLevels &) = default;
};

/// What the plan calls its measures: 取組 where its sheets say so (取組名), or where a level of its classifications is called
/// 施策 already; 施策 otherwise.
QString measureWord(const Plan &plan);

/// 「(1) 行政運営」: code and title of a category.
QString namedCategory(const Category &category);

/// The categories a measure belongs to, or lies below of, on a level (from 1) of a classification; each once, in order.
QList<const Category *> categoriesOnLevel(const Plan &plan, Id<Measure> measure, Id<Classification> classification, int level);

} // namespace shisaku
