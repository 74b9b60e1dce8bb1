// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/decimal.h"

#include <algorithm>
#include <cstdlib>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostWholeDigits = 12;

qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}
} // namespace

std::optional<Decimal> Decimal::fromText(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative)
        text = text.sliced(1);
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView fraction = point < 0 ? QStringView() : text.sliced(point + 1);
    if (whole.isEmpty() || whole.size() > mostWholeDigits || (point >= 0 && fraction.isEmpty()) || fraction.size() > places
        || !isDigits(whole) || !isDigits(fraction))
        return {};
    qint64 units = whole.toLongLong() * unit;
    if (!fraction.isEmpty())
        units += fraction.toLongLong() * powerOfTen(places - static_cast<int>(fraction.size()));
    return Decimal(negative ? -units : units);
}

Decimal Decimal::plus(qint64 units) const
{
    if (units > 0 && m_units > most - units)
        return Decimal(most);
    if (units < 0 && m_units < -most - units)
        return Decimal(-most);
    return Decimal(m_units + units);
}

Decimal Decimal::times(qint64 factor) const
{
    if (factor == 0 || std::abs(m_units) <= most / std::abs(factor))
        return Decimal(m_units * factor);
    return Decimal((m_units < 0) != (factor < 0) ? -most : most);
}

QString Decimal::digits(int count, QChar minus, bool grouped) const
{
    const qint64 amount = std::abs(m_units);
    QString whole = QString::number(amount / unit);
    if (grouped) {
        for (qsizetype i = whole.size() - 3; i > 0; i -= 3)
            whole.insert(i, u',');
    }
    QString fraction = QString::number(amount % unit).rightJustified(places, u'0');
    if (count < 0) {
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
    } else {
        fraction.truncate(count);
    }
    QString text = fraction.isEmpty() ? whole : whole + u'.' + fraction;
    if (m_units < 0)
        text.prepend(minus);
    return text;
}

QString Decimal::toText() const
{
    return digits(-1, u'-', false);
}

QString Decimal::toJapanese(int count) const
{
    return (count < 0 ? *this : rounded(count)).digits(count, u'△', true);
}

Decimal Decimal::rounded(int count) const
{
    const qint64 step = powerOfTen(places - count);
    const qint64 half = m_units < 0 ? -step / 2 : step / 2;
    return Decimal((m_units + half) / step * step);
}

Decimal Decimal::truncated(int count) const
{
    const qint64 step = powerOfTen(places - count);
    return Decimal(m_units / step * step);
}

std::optional<Decimal> Decimal::percent(Decimal part, Decimal whole, int count)
{
    if (whole.isZero())
        return {};
    // Long division: the remainder stays below the divisor, so nothing overflows and nothing is lost.
    qint64 divisor = std::abs(whole.m_units);
    qint64 amount = std::abs(part.m_units);
    if (divisor > most / 10) { // no figure of a plan: its last place may go for the room to multiply
        divisor /= 10;
        amount /= 10;
    }
    qint64 quotient = amount / divisor;
    qint64 rest = amount % divisor;
    const bool negative = (part.m_units < 0) != (whole.m_units < 0);
    for (int i = 0; i < count + 2; ++i) { // two more places for the percentage
        if (quotient > most / 10 - 1)
            return Decimal(negative ? -most : most);
        quotient = quotient * 10 + rest * 10 / divisor;
        rest = rest * 10 % divisor;
    }
    if (rest >= divisor - rest)
        ++quotient;
    return Decimal(negative ? -quotient : quotient).times(powerOfTen(places - count));
}

} // namespace shisaku
