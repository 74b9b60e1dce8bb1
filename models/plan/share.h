// SPDX-License-Identifier: GPL-3.0-or-later
// Shares in percent as councils expect them: half-up to one decimal, from whole numbers only, so that no binary fraction tips
// a figure over.
#pragma once

#include <QList>
#include <QString>

namespace shisaku {

/// The share in tenths of a percent, rounded half up: 82 of 105 is 781. `part` >= 0, `whole` > 0.
constexpr qint64 shareInTenths(qint64 part, qint64 whole)
{
    return (2000 * part + whole) / (2 * whole);
}

/// 「78.1」, without the sign of percent; empty where there is nothing to divide by.
inline QString shareText(qint64 part, qint64 whole)
{
    if (whole <= 0 || part < 0)
        return {};
    const qint64 tenths = shareInTenths(part, whole);
    return QString::number(tenths / 10) + QChar(u'.') + QString::number(tenths % 10);
}

/// Whether the rounded shares of all parts of a whole add up to something else than 100.0.
inline bool sharesMissHundred(const QList<qint64> &parts)
{
    qint64 whole = 0;
    for (const qint64 part : parts)
        whole += part;
    if (whole <= 0)
        return false;
    qint64 tenths = 0;
    for (const qint64 part : parts)
        tenths += shareInTenths(part, whole);
    return tenths != 1000;
}

} // namespace shisaku
