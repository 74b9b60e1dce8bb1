// SPDX-License-Identifier: GPL-3.0-or-later
// A time as plans state it: a value with the precision it was given in, from a day to a fiscal year (年度), open or unknown.
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace shisaku {

/// Months counted since January of year 0; the unit of every position on a time axis. April 2022 is 2022*12+3.
using MonthNumber = int;

/// The month a fiscal year (April–March) begins with.
constexpr MonthNumber fiscalYearStart(int year)
{
    return year * 12 + 3;
}
/// The fiscal year a month lies in.
constexpr int fiscalYearOf(MonthNumber month)
{
    return (month - 3) / 12;
}

/// A point or span of time with exactly the precision it was stated with; never more is shown than was said.
class PlanTime {
public:
    enum class Precision : quint8 {
        Unknown,      ///< Not stated (期間未定); written as empty text.
        Open,         ///< No bound: 「～R2」 as a start, 「R8～」 as an end; written "..".
        Day,          ///< 2021-09-30
        Month,        ///< 2021-08
        Half,         ///< 2021H1: April–September of fiscal 2021; 2021H2: October–March.
        FiscalYear,   ///< FY2021
        CalendarYear, ///< 2021
    };

    PlanTime() = default;
    static PlanTime open();
    static PlanTime day(int year, int month, int dayOfMonth);
    static PlanTime month(int year, int month);
    static PlanTime monthNumber(MonthNumber month);
    static PlanTime half(int fiscalYear, int which); ///< `which` is 1 (上半期) or 2 (下半期).
    static PlanTime fiscalYear(int year);
    static PlanTime calendarYear(int year);

    Precision precision() const { return m_precision; }
    bool isUnknown() const { return m_precision == Precision::Unknown; }
    bool isOpen() const { return m_precision == Precision::Open; }
    /// Has a place on the axis, that is, is neither unknown nor open.
    bool isDated() const { return !isUnknown() && !isOpen(); }
    int year() const { return m_year; }
    int monthOfYear() const { return m_month; }
    int dayOfMonth() const { return m_day; }

    /// First month covered. Only for a dated time.
    MonthNumber firstMonth() const;
    /// Month after the last one covered; more than firstMonth(). Only for a dated time.
    MonthNumber endMonth() const;

    /// The form kept in files: see Precision. Empty for unknown.
    QString toText() const;
    /// Reads toText()'s form only; nothing for anything else.
    static std::optional<PlanTime> fromText(QStringView text);
    /// Reads what officers type: R5.4, 令和5年4月, 令和5年度, H31, 2023/4, 2023-04-01, R4上半期, full-width digits, 未定, and
    /// toText()'s form. 「～」 alone is open. A bare era year (R5) is a fiscal year.
    static std::optional<PlanTime> fromJapanese(QStringView text);

    /// 「令和3年8月」「令和4年度」「令和4年度上半期」; empty for unknown, 「～」 for open.
    QString toJapanese() const;
    /// For narrow columns: 「R3.8」「R4」「R4上」「R3.9.30」.
    QString toShortJapanese() const;

    friend bool operator==(const PlanTime &, const PlanTime &) = default;

private:
    PlanTime(Precision precision, int year, int month, int dayOfMonth) :
        m_year(static_cast<qint16>(year)), m_month(static_cast<qint8>(month)), m_day(static_cast<qint8>(dayOfMonth)),
        m_precision(precision)
    {}

    qint16 m_year = 0; // the fiscal year for Half and FiscalYear
    qint8 m_month = 0; // 1 or 2 for Half
    qint8 m_day = 0;
    Precision m_precision = Precision::Unknown;
};

} // namespace shisaku
