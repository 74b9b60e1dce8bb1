// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/row_id.h"

#include <QRandomGenerator>

#include <array>

namespace shisaku {

namespace {
constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int textLength = 12;
constexpr quint64 mask = (quint64(1) << (textLength * 5)) - 1;

int digitValue(QChar c)
{
    static const auto table = [] {
        std::array<qint8, 128> values{};
        values.fill(-1);
        for (int i = 0; i < 32; ++i) {
            const auto upper = static_cast<size_t>(alphabet[i]);
            values[upper] = static_cast<qint8>(i);
            if (upper >= 'A')
                values[upper + ('a' - 'A')] = static_cast<qint8>(i);
        }
        return values;
    }();
    return c.unicode() < 128 ? table[c.unicode()] : -1;
}
} // namespace

QString RowId::toText() const
{
    if (isNull())
        return {};
    QString text(textLength, Qt::Uninitialized);
    QChar *characters = text.data();
    quint64 rest = bits;
    for (int i = textLength - 1; i >= 0; --i, rest >>= 5)
        characters[i] = QLatin1Char(alphabet[rest & 31]);
    return text;
}

std::optional<RowId> RowId::fromText(QStringView text)
{
    if (text.isEmpty())
        return RowId{};
    if (text.size() != textLength)
        return std::nullopt;
    quint64 bits = 0;
    for (QChar c : text) {
        const int value = digitValue(c);
        if (value < 0)
            return std::nullopt;
        bits = bits << 5 | static_cast<quint64>(value);
    }
    if (bits == 0)
        return std::nullopt;
    return RowId{bits};
}

IdSource randomIds()
{
    return [] {
        quint64 bits = 0;
        while (bits == 0)
            bits = QRandomGenerator::system()->generate64() & mask;
        return RowId{bits};
    };
}

} // namespace shisaku
