// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators in words, as a sheet or a list prints them: 「・利用者数：現状 1,200人（令和3年度）、目標 2,000人以上（令和7年度）」.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// A figure with its unit and what limits it: 「20件以上」「1,000人／年」 behind, 「約20件」「延べ20件」 before it.
QString qualified(const QString &figure, const QString &qualifier);

enum class UnitShown : quint8 {
    WithFigure,
    InHead, ///< A head or an axis states it.
};
/// A value as it stands wherever it is read: in the document's own words (「5社（うち、県外企業3社）」) where those are about the
/// figure and tell more than it; else 「2,000人以上」「約30件」. The printed form, too, where no value is known.
QString valueInWords(const Indicator &indicator, const IndicatorValue &value, UnitShown unit = UnitShown::WithFigure);

/// The values of an indicator in the order of time. A 現状 without one stands first, a 目標 last.
QList<const IndicatorValue *> valuesInTime(const Plan &plan, Id<Indicator> indicator);

/// Whether a target is stated, as a figure or in words.
bool hasTarget(const Plan &plan, Id<Indicator> indicator);

/// One line: the name, the baseline, the newest actual and the target; 「今後設定する」 where the plan says so.
QString indicatorInWords(const Plan &plan, const Indicator &indicator);

} // namespace shisaku
