// SPDX-License-Identifier: GPL-3.0-or-later
// Rates and shares: the right ones, and what a wrong one does equal.
#pragma once

#include "models/plan/decimal.h"

namespace shisaku {

/// A figure as a document prints it: its value, and to how many places.
struct PrintedFigure {
    Decimal value;
    int places = 0;

    /// Nothing for an empty text and for what is no number.
    static std::optional<PrintedFigure> fromText(const QString &text);
    QString shown() const { return value.toJapanese(places); }

    /// Whether it is 100 × part ÷ whole, rounded half up to its places. True where there is nothing to divide by.
    bool isPercentOf(Decimal part, Decimal whole) const;
};

/// A computed percentage to one place more than the printed one.
QString shownPercent(Decimal part, Decimal whole, const PrintedFigure &printed);

/// What a wrong rate of saving does equal, as a Japanese sentence; empty if nothing explains it.
QString explainedRate(const PrintedFigure &printed, Decimal before, Decimal after);

/// What wrong saved hours do equal, as a Japanese sentence; empty if nothing explains them.
QString explainedHours(const PrintedFigure &printed, Decimal before, Decimal after);

/// What a wrong share of `part` in `whole` does equal, as a Japanese sentence; empty if nothing explains it.
QString explainedShare(const PrintedFigure &printed, Decimal part, Decimal whole);

} // namespace shisaku
