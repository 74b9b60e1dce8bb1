// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the check, one idea a file, and the list they add their findings to.
#pragma once

#include "models/check/finding.h"

#include <QCoreApplication>

namespace shisaku {

/// The translation context of all findings.
struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(CheckText)
};

/// Collects findings; knows how an officer calls their places.
class Findings {
public:
    /// `plan` must outlive it.
    explicit Findings(const Plan &plan) : m_plan(plan) {}

    /// A finding about a row.
    template <typename T>
    Finding &add(const char *rule, Id<T> row, const QString &message)
    {
        return add(rule, tableOf<T>, row.row, -1, message);
    }
    /// A finding about a field of a row.
    template <auto Member, typename T>
    Finding &add(const char *rule, Id<T> row, const QString &message)
    {
        return add(rule, tableOf<T>, row.row, fieldIndex<Member>(), message);
    }
    Finding &add(const char *rule, TableId table, RowId row, int field, const QString &message);

    /// 「施策46」 for whatever hangs on a measure; else the row's own name.
    QString placeOf(TableId table, RowId row) const;

    QList<Finding> list() && { return std::move(m_list); }

private:
    const Plan &m_plan;
    QList<Finding> m_list;
};

void checkEffects(const Plan &plan, Findings &findings);    ///< Hours saved, rates, offices, totals.
void checkCases(const Plan &plan, Findings &findings);      ///< Shares and sums of cases.
void checkSurveys(const Plan &plan, Findings &findings);    ///< Published totals against each other and against the answers.
void checkIndicators(const Plan &plan, Findings &findings); ///< Values, targets, baselines.
void checkMeasures(const Plan &plan, Findings &findings);   ///< What the sheet template asks for.
void checkSchedules(const Plan &plan, Findings &findings);  ///< Periods inside the plan.
void checkFootnotes(const Plan &plan, Findings &findings);  ///< Marks and notes.
void checkGlossary(const Plan &plan, Findings &findings);   ///< Terms nobody uses.
void checkFigures(const Plan &plan, Findings &findings);    ///< Numbers of pictures: none left out, none twice.
void checkOffices(const Plan &plan, Findings &findings);    ///< Offices that did not exist at the time.
void checkRanges(const Plan &plan, Findings &findings);     ///< Values that entry would refuse.
void checkLookAlikes(const Plan &plan, Findings &findings); ///< Letters of other scripts that look right.
void checkSpellings(const Plan &plan, Findings &findings);  ///< One word in several spellings.
void checkWordings(const Plan &plan, Findings &findings);   ///< One item in several wordings.

} // namespace shisaku
