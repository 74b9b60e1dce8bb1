// SPDX-License-Identifier: GPL-3.0-or-later
// Exact decimal figures: what documents print is added, subtracted and rounded without binary fractions.
#pragma once

#include <QString>

#include <algorithm>
#include <compare>
#include <optional>

namespace shisaku {

/// A decimal number with up to six places after the point and an amount below 10^12. Plain value. Sums and products stop at
/// 9 × 10^12, whatever a file makes them add up.
class Decimal {
public:
    static constexpr int places = 6;

    Decimal() = default;
    static Decimal of(qint64 whole) { return Decimal(std::clamp(whole, -mostWhole, mostWhole) * unit); }
    /// Reads a field's digits ("43.5", "-2"); nothing for empty, malformed or larger ones.
    static std::optional<Decimal> fromText(QStringView text);

    bool isZero() const { return m_units == 0; }
    bool isNegative() const { return m_units < 0; }
    /// For drawing only.
    double toDouble() const { return static_cast<double>(m_units) / static_cast<double>(unit); }
    /// The digits as fields keep them, without trailing zeros: "43.5".
    QString toText() const;
    /// With `digits` places (0 to 6), half up away from zero: 78.25 becomes "78.3", -0.05 "-0.1".
    Decimal rounded(int digits) const;
    /// Cut off after `digits` places, as some documents do.
    Decimal truncated(int digits) const;
    /// As papers print it: thousands with commas, △ before a negative number. `digits` places, or as many as there are.
    QString toJapanese(int digits = -1) const;

    /// 100 × part ÷ whole, with `digits` places, half up; nothing when there is no whole.
    static std::optional<Decimal> percent(Decimal part, Decimal whole, int digits = 1);

    friend Decimal operator+(Decimal a, Decimal b) { return a.plus(b.m_units); }
    friend Decimal operator-(Decimal a, Decimal b) { return a.plus(-b.m_units); }
    friend Decimal operator*(Decimal a, int factor) { return a.times(factor); }
    friend auto operator<=>(Decimal, Decimal) = default;

private:
    static constexpr qint64 unit = 1'000'000;
    static constexpr qint64 mostWhole = 9'000'000'000'000;
    static constexpr qint64 most = mostWhole * unit;
    explicit Decimal(qint64 units) : m_units(units) {}
    Decimal plus(qint64 units) const;
    Decimal times(qint64 factor) const;
    QString digits(int places, QChar minus, bool grouped) const;

    qint64 m_units = 0;
};

} // namespace shisaku
