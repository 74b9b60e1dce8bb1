// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of results add up to: saved hours and rates computed from before and after, totals, and each office counted once.
#pragma once

#include "models/plan/plan.h"
#include "models/results/office_tally.h"
#include "models/results/rates.h"

namespace shisaku {

/// The sum of a figure over rows; nothing if a row does not state it.
template <typename Number, typename Read>
std::optional<Number> sumOf(const QList<const Effect *> &rows, Read read)
{
    Number sum{};
    for (const Effect *row : rows) {
        const std::optional<Number> figure = read(*row);
        if (!figure)
            return std::nullopt;
        sum = sum + *figure;
    }
    return rows.isEmpty() ? std::nullopt : std::optional(sum);
}

/// The basis of a row; what states none is 不明. What a time has accumulated is never of the basis of single years.
QString basisOf(const Effect &effect);
/// Whether a row prints another rate than the computed one. 60 is right for 60.1: a document may round as it likes.
bool printsAnotherRate(const Effect &effect);

/// The results reported about the plan (not on a measure's sheet) with a tool, in order: actual ones of single years, and what
/// was reached by a time, which always has another basis.
QList<const Effect *> yearRows(const Plan &plan, const QString &tool);
/// The rows of single years that a printed total sums up: of its tool, measure, basis and role.
QList<const Effect *> yearsSummedBy(const Plan &plan, const Effect &total);
/// The totals that documents print for a tool; never a source of figures.
QList<const Effect *> printedTotals(const Plan &plan, const QString &tool);
/// The tools that have results: those of the plan's list first, then others.
QStringList toolsWithResults(const Plan &plan);

/// The offices named in a row, in the order of the row.
QList<Id<Department>> officesOf(const Plan &plan, Id<Effect> effect);
/// How many offices a row has: those named, or else the printed number; nothing if it states neither.
std::optional<qint64> officeCount(const Plan &plan, const Effect &effect);

/// The works named in a row: 「法人市民税申告書の入力、…」; empty where none is.
QString worksOf(const Plan &plan, const Effect &effect);

/// 「令和3年度、令和4年度「照合」」: rows by year and work, each once; `withTasks` 「令和5年度（88業務）」.
QString rowsInWords(const Plan &plan, const QList<const Effect *> &rows, bool withTasks = false);

/// The sum of year rows of one basis. Each figure is that of all `summed` rows, or nothing: what one of them does not state has no
/// sum.
struct EffectTotal {
    QString basis;
    QList<const Effect *> rows;   ///< All of the basis.
    QList<const Effect *> summed; ///< Those the figures are of: where rows state what was saved, only those that do.
    std::optional<qint64> tasks;
    HourAmounts hours;
    HourAmounts computed;              ///< Of the summed rows that state before and after.
    std::optional<qint64> officeCount; ///< 実: each office once; nothing unless every row names its offices.
    qint64 officeMentions = 0;         ///< 延べ, with the bare counts of rows that name none.
    OfficeTally offices;               ///< Those named.
    bool hasBareCounts = false;        ///< A row states how many offices, and not which.

    bool hasOffices() const { return offices.distinct() > 0; }
    /// Whether there is something to add up: one row is its own sum.
    bool isWorthSaying() const { return summed.size() > 1 && (tasks || hours.saved || computed.saved || officeCount); }
};

/// One total for each basis, in the order in which they first occur. Rows of different bases are never added.
QList<EffectTotal> totalsByBasis(const Plan &plan, const QList<const Effect *> &rows);
/// What is missing from a total, sentence by sentence, beginning with 「※」: rows it leaves out, and figures it cannot state.
QStringList missingFrom(const Plan &plan, const EffectTotal &total);

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
