// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/era.h"

#include "models/plan/search_form.h"

#include <array>

namespace shisaku {

namespace {
const std::array<Era, 5> &eras()
{
    static const std::array<Era, 5> list{{
        {u"令和", u'R', QDate(2019, 5, 1)},
        {u"平成", u'H', QDate(1989, 1, 8)},
        {u"昭和", u'S', QDate(1926, 12, 25)},
        {u"大正", u'T', QDate(1912, 7, 30)},
        {u"明治", u'M', QDate(1868, 10, 23)},
    }};
    return list;
}

// An era that begins within a fiscal year names the whole of it.
QDate lastDayOfFiscalYear(int year)
{
    return QDate(year + 1, 3, 31);
}

const Era *eraOfFiscalYear(int year)
{
    const Era *era = Era::of(lastDayOfFiscalYear(year));
    // A change of era between January and March leaves the fiscal year its old name.
    if (era && era->firstDay.year() > year)
        era = Era::of(QDate(year, 12, 31));
    return era;
}
} // namespace

const Era *Era::of(QDate day)
{
    for (const Era &era : eras()) {
        if (day >= era.firstDay)
            return &era;
    }
    return nullptr;
}

const Era *Era::byName(QStringView nameOrLetter)
{
    const QString normal = plainForm(nameOrLetter).toUpper();
    for (const Era &era : eras()) {
        if (normal == QStringView(era.name) || normal == QString(QChar(era.letter)))
            return &era;
    }
    return nullptr;
}

QString eraYear(QDate day)
{
    const Era *era = Era::of(day);
    if (!era)
        return QStringLiteral("%1年").arg(day.year());
    const int year = era->yearOf(day.year());
    return QString::fromUtf16(era->name) + (year == 1 ? QStringLiteral("元") : QString::number(year)) + QStringLiteral("年");
}

QString eraYearShort(QDate day)
{
    const Era *era = Era::of(day);
    return era ? QString(QChar(era->letter)) + QString::number(era->yearOf(day.year())) : QString::number(day.year());
}

QString eraFiscalYear(int year)
{
    const Era *era = eraOfFiscalYear(year);
    if (!era)
        return QStringLiteral("%1年度").arg(year);
    const int n = era->yearOf(year);
    return QString::fromUtf16(era->name) + (n == 1 ? QStringLiteral("元") : QString::number(n)) + QStringLiteral("年度");
}

QString eraFiscalYearShort(int year)
{
    const Era *era = eraOfFiscalYear(year);
    return era ? QString(QChar(era->letter)) + QString::number(era->yearOf(year)) : QString::number(year);
}

QString eraMoment(const QDateTime &at)
{
    return eraYear(at.date()) + at.toString(QStringLiteral("M月d日 H:mm"));
}

} // namespace shisaku
