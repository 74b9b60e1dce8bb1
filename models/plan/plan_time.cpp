// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/plan_time.h"

#include "models/plan/era.h"

#include <QRegularExpression>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int firstYear = 1868;
constexpr int lastYear = 2999;

bool plausible(int year)
{
    return year >= firstYear && year <= lastYear;
}

/// Digits only, all of them, or -1.
int number(QStringView text)
{
    int value = 0;
    for (QChar c : text) {
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c.unicode() - u'0');
    }
    return text.isEmpty() ? -1 : value;
}
} // namespace

PlanTime PlanTime::open()
{
    return {Precision::Open, 0, 0, 0};
}
PlanTime PlanTime::day(int year, int month, int dayOfMonth)
{
    return {Precision::Day, year, month, dayOfMonth};
}
PlanTime PlanTime::month(int year, int month)
{
    return {Precision::Month, year, month, 0};
}
PlanTime PlanTime::monthNumber(MonthNumber month)
{
    return {Precision::Month, month / 12, month % 12 + 1, 0};
}
PlanTime PlanTime::half(int fiscalYear, int which)
{
    return {Precision::Half, fiscalYear, which, 0};
}
PlanTime PlanTime::fiscalYear(int year)
{
    return {Precision::FiscalYear, year, 0, 0};
}
PlanTime PlanTime::calendarYear(int year)
{
    return {Precision::CalendarYear, year, 0, 0};
}

MonthNumber PlanTime::firstMonth() const
{
    switch (m_precision) {
    case Precision::Day:
    case Precision::Month:
        return m_year * 12 + m_month - 1;
    case Precision::Half:
        return fiscalYearStart(m_year) + (m_month == 2 ? 6 : 0);
    case Precision::FiscalYear:
        return fiscalYearStart(m_year);
    case Precision::CalendarYear:
        return m_year * 12;
    case Precision::Unknown:
    case Precision::Open:
        break;
    }
    Q_UNREACHABLE();
    return 0;
}

MonthNumber PlanTime::endMonth() const
{
    switch (m_precision) {
    case Precision::Half:
        return firstMonth() + 6;
    case Precision::FiscalYear:
    case Precision::CalendarYear:
        return firstMonth() + 12;
    default:
        return firstMonth() + 1;
    }
}

QString PlanTime::toText() const
{
    switch (m_precision) {
    case Precision::Unknown:
        return {};
    case Precision::Open:
        return u".."_s;
    case Precision::Day:
        return u"%1-%2-%3"_s.arg(m_year, 4, 10, '0'_L1).arg(m_month, 2, 10, '0'_L1).arg(m_day, 2, 10, '0'_L1);
    case Precision::Month:
        return u"%1-%2"_s.arg(m_year, 4, 10, '0'_L1).arg(m_month, 2, 10, '0'_L1);
    case Precision::Half:
        return QString::number(m_year) + (m_month == 1 ? "H1"_L1 : "H2"_L1);
    case Precision::FiscalYear: // most of a plan's times; checking a plan asks for all of them
        return "FY"_L1 + QString::number(m_year);
    case Precision::CalendarYear:
        return QString::number(m_year);
    }
    return {};
}

std::optional<PlanTime> PlanTime::fromText(QStringView text)
{
    if (text.isEmpty())
        return PlanTime();
    if (text == ".."_L1)
        return open();
    if (text.startsWith("FY"_L1)) {
        const int year = text.size() == 6 ? number(text.sliced(2)) : -1;
        return plausible(year) ? std::optional(fiscalYear(year)) : std::nullopt;
    }
    const int year = text.size() >= 4 ? number(text.first(4)) : -1;
    if (!plausible(year))
        return std::nullopt;
    if (text.size() == 4)
        return calendarYear(year);
    if (text.size() == 6 && text[4] == u'H' && (text[5] == u'1' || text[5] == u'2'))
        return half(year, text[5] == u'1' ? 1 : 2);
    if (text.size() != 7 && text.size() != 10)
        return std::nullopt;
    const int month = text[4] == u'-' ? number(text.sliced(5, 2)) : -1;
    if (month < 1 || month > 12)
        return std::nullopt;
    if (text.size() == 7)
        return PlanTime::month(year, month);
    const int dayOfMonth = text[7] == u'-' ? number(text.sliced(8, 2)) : -1;
    return QDate::isValid(year, month, dayOfMonth) ? std::optional(day(year, month, dayOfMonth)) : std::nullopt;
}

std::optional<PlanTime> PlanTime::fromJapanese(QStringView typed)
{
    QString text = typed.toString().normalized(QString::NormalizationForm_KC).simplified();
    text.remove(u' ');
    if (const auto canonical = fromText(text); canonical && canonical->precision() != Precision::CalendarYear)
        return canonical;
    if (text == u"未定" || text == u"期間未定" || text == u"不明" || text.endsWith(u"記載なし"))
        return PlanTime();
    if (text == u"~" || text == u"〜" || text == u"～")
        return open();

    static const QRegularExpression pattern(
        u"^(明治|大正|昭和|平成|令和|[MTSHRmtshr])?(元|\\d{1,4})(年度|年|[./-])?"
        "(?:(上半期|下半期|上期|下期|上|下)|(\\d{1,2})(?:月|(?=$|末)|[./-](?=\\d))(?:(\\d{1,2})日?)?)?(?:末)?$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString eraName = match.captured(1);
    const QString separator = match.captured(3);
    int year = match.captured(2) == u"元" ? 1 : match.captured(2).toInt();
    if (!eraName.isEmpty()) {
        year = Era::byName(eraName)->gregorianYear(year);
    } else if (match.capturedLength(2) != 4) {
        return std::nullopt;
    }
    if (!plausible(year))
        return std::nullopt;

    if (const QString which = match.captured(4); !which.isEmpty())
        return half(year, which.startsWith(u'上') ? 1 : 2);
    if (match.capturedLength(5) > 0) {
        if (separator.isEmpty() || separator == u"年度")
            return std::nullopt;
        const int month = match.captured(5).toInt();
        if (month < 1 || month > 12)
            return std::nullopt;
        if (match.capturedLength(6) == 0)
            return PlanTime::month(year, month);
        const int dayOfMonth = match.captured(6).toInt();
        return QDate::isValid(year, month, dayOfMonth) ? std::optional(day(year, month, dayOfMonth)) : std::nullopt;
    }
    if (separator == u"年度" || (separator.isEmpty() && !eraName.isEmpty()))
        return fiscalYear(year);
    return separator.isEmpty() || separator == u"年" ? std::optional(calendarYear(year)) : std::nullopt;
}

QString PlanTime::toJapanese() const
{
    switch (m_precision) {
    case Precision::Unknown:
        return {};
    case Precision::Open:
        return u"～"_s;
    case Precision::Day:
        return u"%1%2月%3日"_s.arg(eraYear(QDate(m_year, m_month, m_day))).arg(m_month).arg(m_day);
    case Precision::Month:
        return u"%1%2月"_s.arg(eraYear(QDate(m_year, m_month, 1).addMonths(1).addDays(-1))).arg(m_month);
    case Precision::Half:
        return eraFiscalYear(m_year) + (m_month == 1 ? u"上半期"_s : u"下半期"_s);
    case Precision::FiscalYear:
        return eraFiscalYear(m_year);
    case Precision::CalendarYear:
        return eraYear(QDate(m_year, 12, 31));
    }
    return {};
}

QString PlanTime::toShortJapanese() const
{
    switch (m_precision) {
    case Precision::Day:
        return u"%1.%2.%3"_s.arg(eraYearShort(QDate(m_year, m_month, m_day))).arg(m_month).arg(m_day);
    case Precision::Month:
        return u"%1.%2"_s.arg(eraYearShort(QDate(m_year, m_month, 1).addMonths(1).addDays(-1))).arg(m_month);
    case Precision::Half:
        return eraFiscalYearShort(m_year) + (m_month == 1 ? u"上"_s : u"下"_s);
    case Precision::FiscalYear:
        return eraFiscalYearShort(m_year);
    case Precision::CalendarYear:
        return eraYearShort(QDate(m_year, 12, 31)) + u"年"_s;
    default:
        return toJapanese();
    }
}

} // namespace shisaku
