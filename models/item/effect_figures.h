// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of results add up to: saved hours and rates computed from before and after, totals, and each office counted once.
#pragma once

#include "models/check/office_tally.h"
#include "models/plan/decimal.h"
#include "models/plan/plan.h"

namespace shisaku {

/// Figures of a row or of a total. `saved` and `rate` are computed; printed ones stay in the plan, beside them.
struct HourFigures {
    std::optional<Decimal> before;
    std::optional<Decimal> after;
    std::optional<Decimal> saved; ///< before - after
    std::optional<Decimal> rate;  ///< Percent of before, half up to one place.
};
HourFigures hoursOf(const Effect &effect);

/// The basis of a row; what states none is 不明. What a time has accumulated is never of the basis of single years.
QString basisOf(const Effect &effect);
/// Whether a row prints another rate than the computed one. 60 is right for 60.1: a document may round as it likes.
bool printsAnotherRate(const Effect &effect);

/// The results reported about the plan (not on a measure's sheet) with a tool, in order: actual ones of single years, and what
/// was reached by a time, which always has another basis.
QList<const Effect *> yearRows(const Plan &plan, const QString &tool);
/// The totals that documents print for a tool; never a source of figures.
QList<const Effect *> printedTotals(const Plan &plan, const QString &tool);
/// The tools that have results: those of the plan's list first, then others.
QStringList toolsWithResults(const Plan &plan);

/// The offices named in a row, in the order of the row.
QList<Id<Department>> officesOf(const Plan &plan, Id<Effect> effect);
/// How many offices a row has: those named, or else the printed number; nothing if it states neither.
std::optional<qint64> officeCount(const Plan &plan, const Effect &effect);

/// The sum of year rows of one basis.
struct EffectTotal {
    QString basis;
    QList<const Effect *> rows;
    std::optional<qint64> tasks;
    HourFigures hours;
    int rowsWithHours = 0;       ///< How many rows state before and after; only those are in `hours`.
    qint64 officeMentions = 0;   ///< 延べ, with the bare counts of rows that name none.
    OfficeTally offices;         ///< Those named.
    bool officesAreNamed = true; ///< False when a row states a bare count: then there is no 実.

    bool hasOffices() const { return offices.distinct() > 0; }
};

/// One total for each basis, in the order in which they first occur. Rows of different bases are never added.
QList<EffectTotal> totalsByBasis(const Plan &plan, const QList<const Effect *> &rows);

/// Offices of a year: those named for the first time, those named in an earlier year too, and a count without names.
struct OfficeNovelty {
    const Effect *row = nullptr;
    qint64 first = 0;
    qint64 repeated = 0;
    std::optional<qint64> unnamed; ///< The bare count of a row that names none.
};
QList<OfficeNovelty> officeNovelty(const Plan &plan, const QList<const Effect *> &rows);

/// A case's value over a year: monthly values times twelve, yearly ones as they are; nothing for other periods.
struct YearlyValue {
    std::optional<Decimal> before;
    std::optional<Decimal> after;
    bool computed = false; ///< Not what was stated, but twelve times it.
};
YearlyValue yearlyValue(const CaseValue &value);

} // namespace shisaku
