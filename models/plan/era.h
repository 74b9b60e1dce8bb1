// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese eras (元号): turns Gregorian years into 令和4年 and back.
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace shisaku {

/// An era since 明治. Source of the first days: 一世一元の詔 and the cabinet orders on era names (政令).
struct Era {
    const char16_t *name; ///< 令和
    char16_t letter;      ///< R
    QDate firstDay;

    /// The era of a day; nothing before 1868-10-23 (明治).
    static const Era *of(QDate day);
    /// The era written as a name (令和) or a letter (R, r, full-width Ｒ).
    static const Era *byName(QStringView nameOrLetter);

    /// The year of this era in which a Gregorian year lies; 1 is 元年.
    int yearOf(int gregorianYear) const { return gregorianYear - firstDay.year() + 1; }
    int gregorianYear(int eraYear) const { return firstDay.year() + eraYear - 1; }
};

/// 「令和4年」, 「令和元年」. `day` decides the era.
QString eraYear(QDate day);
/// 「R4」, 「R1」.
QString eraYearShort(QDate day);
/// The fiscal year (April–March) that begins in April of `year`: 「令和4年度」「令和元年度」. Fiscal 2019 is 令和元年度, as
/// the cities print it, although April 2019 was still 平成31年.
QString eraFiscalYear(int year);
/// 「R4」; fiscal 2019 is R1.
QString eraFiscalYearShort(int year);

/// 「令和6年4月1日 9:05」: a moment as screens tell it.
QString eraMoment(const QDateTime &at);

} // namespace shisaku
