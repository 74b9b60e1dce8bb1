// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/rank.h"

#include <algorithm>

namespace shisaku {

namespace {
// In code-unit order, so that comparing texts compares ranks. A rank reads as the fraction 0.d1d2d3… in base 62.
constexpr char16_t digits[] = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr int base = 62;

int digitOf(QChar c)
{
    const char16_t *end = digits + base;
    const char16_t *found = std::lower_bound(digits, end, c.unicode());
    return found != end && *found == c.unicode() ? static_cast<int>(found - digits) : -1;
}

int digitAt(QStringView rank, qsizetype i, int beyond)
{
    return i < rank.size() ? digitOf(rank[i]) : beyond;
}
} // namespace

QString rankBetween(QStringView before, QStringView after)
{
    Q_ASSERT(before.isEmpty() || after.isEmpty() || before < after);
    QString rank;
    bool bounded = !after.isEmpty();
    for (qsizetype i = 0;; ++i) {
        const int low = digitAt(before, i, 0);
        const int high = bounded ? digitAt(after, i, 0) : base;
        if (high - low > 1)
            return rank + QChar(digits[(low + high) / 2]);
        rank += QChar(digits[low]);
        if (low < high)
            bounded = false; // already below `after`: any longer text stays below it
    }
}

QStringList evenRanks(qsizetype count)
{
    int width = 1;
    for (qsizetype room = base; room <= count * 2; room *= base)
        ++width;
    qint64 room = 1;
    for (int i = 0; i < width; ++i)
        room *= base;

    QStringList ranks;
    ranks.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        qint64 place = room / (count + 1) * (i + 1);
        if (place % base == 0)
            ++place; // a trailing zero would leave no room in front
        QString rank(width, Qt::Uninitialized);
        for (int d = width - 1; d >= 0; --d, place /= base)
            rank[d] = QChar(digits[place % base]);
        ranks << rank;
    }
    return ranks;
}

bool isRank(QStringView text)
{
    return !text.isEmpty() && !text.endsWith(u'0')
           && std::all_of(text.begin(), text.end(), [](QChar c) { return digitOf(c) >= 0; });
}

} // namespace shisaku
