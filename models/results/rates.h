// SPDX-License-Identifier: GPL-3.0-or-later
// Hours, rates and shares: the right ones, and what a wrong one does equal.
#pragma once

#include "models/plan/decimal.h"
#include "models/plan/effects.h"

namespace shisaku {

/// A figure as a document prints it: its value, and to how many places.
struct PrintedAmount {
    Decimal value;
    int places = 0;

    /// Nothing for an empty text and for what is no number.
    static std::optional<PrintedAmount> fromText(const QString &text);
    QString shown() const { return value.toJapanese(places); }

    /// Whether it is a computed figure, as it is or rounded half up to its places: 70.8 prints 85 hours less 14 h 10 min.
    bool is(Decimal computed) const { return computed == value || computed.rounded(places) == value; }

    /// Whether it is 100 × part ÷ whole, rounded half up to its places. True where there is nothing to divide by.
    bool isPercentOf(Decimal part, Decimal whole) const;
};

/// Figures of a row of results, or of a total.
struct HourAmounts {
    std::optional<Decimal> before;
    std::optional<Decimal> after;
    std::optional<Decimal> saved; ///< before - after; where one of them is not stated, what is published.
    std::optional<Decimal> rate;  ///< Percent of before, half up to one place; likewise.

    static HourAmounts of(std::optional<Decimal> before, std::optional<Decimal> after);
    /// Whether `saved` comes from before and after, not from the document alone.
    bool isComputed() const { return before && after; }
};
HourAmounts hoursOf(const Effect &effect);
/// Hours as papers print them. Up to two places they are the document's own; more come of minutes (14時間10分) and are rounded to
/// one place, below one hour to two.
QString hoursText(Decimal hours);

/// A computed percentage to one place more than the printed one.
QString shownPercent(Decimal part, Decimal whole, const PrintedAmount &printed);

/// What a wrong rate of saving does equal, as a Japanese sentence; empty if nothing explains it.
QString explainedRate(const PrintedAmount &printed, Decimal before, Decimal after);

/// What wrong saved hours do equal, as a Japanese sentence; empty if nothing explains them.
QString explainedHours(const PrintedAmount &printed, Decimal before, Decimal after);

/// What a wrong share of `part` in `whole` does equal, as a Japanese sentence; empty if nothing explains it.
QString explainedShare(const PrintedAmount &printed, Decimal part, Decimal whole);

} // namespace shisaku
