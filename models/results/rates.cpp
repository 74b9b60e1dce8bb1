// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/rates.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Rates)
};

bool isRounded(const PrintedAmount &printed, Decimal part, Decimal whole)
{
    return Decimal::percent(part, whole, printed.places) == printed.value;
}

bool isCutOff(const PrintedAmount &printed, Decimal part, Decimal whole)
{
    const auto percent = Decimal::percent(part, whole, Decimal::places);
    return percent && percent->truncated(printed.places) == printed.value;
}

/// Whether the printed figure is 100 × part ÷ whole, rounded or cut off.
bool gives(const PrintedAmount &printed, Decimal part, Decimal whole)
{
    return isRounded(printed, part, whole) || isCutOff(printed, part, whole);
}

/// Whether the printed figure is the percentage in whole tens.
bool isInTens(const PrintedAmount &printed, Decimal part, Decimal whole)
{
    const auto percent = Decimal::percent(part, whole, Decimal::places);
    const auto tens = percent ? Decimal::percent(*percent, Decimal::of(1000), Decimal::places) : std::nullopt;
    return tens && printed.places == 0 && (tens->rounded(0) * 10 == printed.value || tens->truncated(0) * 10 == printed.value);
}
} // namespace

std::optional<PrintedAmount> PrintedAmount::fromText(const QString &text)
{
    const auto value = Decimal::fromText(text);
    const qsizetype point = text.indexOf(u'.');
    return value ? std::optional(PrintedAmount{*value, point < 0 ? 0 : static_cast<int>(text.size() - point - 1)}) : std::nullopt;
}

bool PrintedAmount::isPercentOf(Decimal part, Decimal whole) const
{
    return whole.isZero() || isRounded(*this, part, whole);
}

HourAmounts HourAmounts::of(std::optional<Decimal> before, std::optional<Decimal> after)
{
    HourAmounts amounts{before, after, {}, {}};
    if (before && after) {
        amounts.saved = *before - *after;
        amounts.rate = Decimal::percent(*amounts.saved, *before);
    }
    return amounts;
}

HourAmounts hoursOf(const Effect &effect)
{
    HourAmounts amounts = HourAmounts::of(Decimal::fromText(effect.hours_before), Decimal::fromText(effect.hours_after));
    if (!amounts.isComputed()) {
        amounts.saved = Decimal::fromText(effect.printed_saved);
        amounts.rate = Decimal::fromText(effect.printed_rate);
    }
    return amounts;
}

QString hoursText(Decimal hours)
{
    constexpr int ownPlaces = 2;
    if (hours.rounded(ownPlaces) == hours)
        return hours.toJapanese();
    const bool small = hours > Decimal::of(-1) && hours < Decimal::of(1);
    return hours.rounded(small ? ownPlaces : 1).toJapanese();
}

QString shownPercent(Decimal part, Decimal whole, const PrintedAmount &printed)
{
    const int places = std::min(printed.places + 1, Decimal::places);
    const auto percent = Decimal::percent(part, whole, places);
    return percent ? percent->toJapanese(places) : QString();
}

QString explainedRate(const PrintedAmount &printed, Decimal before, Decimal after)
{
    const Decimal saved = before - after;
    if (isCutOff(printed, saved, before))
        return Texts::tr("四捨五入ではなく、切り捨てた値に当たります。");
    if (gives(printed, after, before))
        return Texts::tr("削減率ではなく、導入後÷導入前の割合（%1％）に当たります。").arg(shownPercent(after, before, printed));
    if (gives(printed, saved, after))
        return Texts::tr("導入後を分母にした割合（%1％）に当たります。").arg(shownPercent(saved, after, printed));
    if (isInTens(printed, saved, before))
        return Texts::tr("10％単位にまとめた値に当たります。");
    return {};
}

QString explainedHours(const PrintedAmount &printed, Decimal before, Decimal after)
{
    if (printed.value == after)
        return Texts::tr("削減時間ではなく、導入後の時間に当たります。");
    if (printed.value == before + after)
        return Texts::tr("導入前と導入後の和に当たります。");
    const auto rate = Decimal::percent(before - after, before, 0);
    if (!rate || before > Decimal::of(1'000'000'000) || rate->isNegative())
        return {};
    // 4,674 × 40 % = 1,869.6: the rate was rounded first.
    const auto part = Decimal::percent(before * rate->toText().toInt(), Decimal::of(10'000), Decimal::places);
    if (part->rounded(printed.places) == printed.value)
        return Texts::tr("導入前の%1％（%2時間）を丸めた値に当たります。").arg(rate->toText(), part->toJapanese());
    return {};
}

QString explainedShare(const PrintedAmount &printed, Decimal part, Decimal whole)
{
    if (isCutOff(printed, part, whole))
        return Texts::tr("四捨五入ではなく、切り捨てた値に当たります。");
    const Decimal rest = whole - part;
    if (gives(printed, part, rest))
        return Texts::tr("全体ではなく、残り（%1）を分母にした割合に当たります。").arg(rest.toJapanese());
    const Decimal complement = Decimal::of(100) - printed.value;
    if (isCutOff({complement, printed.places}, rest, whole))
        return Texts::tr("100％から、切り捨てた残りの割合（%1％）を引いた値に当たります。")
            .arg(complement.toJapanese(printed.places));
    return {};
}

} // namespace shisaku
