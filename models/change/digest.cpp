// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change/digest.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace shisaku {

namespace {
void addText(QByteArray &bytes, QByteArrayView text)
{
    bytes.append(QByteArray::number(text.size())).append(':').append(text);
}
} // namespace

Digest Digest::ofRow(TableId table, RowId row, const FieldValues &values)
{
    QByteArray bytes;
    bytes.reserve(256);
    addText(bytes, tableInfo(table).name);
    addText(bytes, row.toText().toLatin1());
    const auto fields = tableInfo(table).fields;
    for (size_t i = 0; i < fields.size(); ++i) {
        if (values[i] == emptyValue(fields[i].kind))
            continue;
        addText(bytes, fields[i].name);
        if (const auto *image = std::get_if<QByteArray>(&values[i]))
            addText(bytes, *image);
        else
            addText(bytes, valueToText(values[i]).toUtf8());
    }
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    Digest digest;
    for (size_t i = 0; i < 4; ++i)
        digest.m_words[i] = qFromLittleEndian<quint64>(hash.constData() + i * 8);
    return digest;
}

Digest Digest::ofPlan(const Plan &plan)
{
    Digest sum;
    for (const TableInfo &info : allTables()) {
        const AnyRows &rows = plan.table(info.id);
        for (qsizetype i = 0; i < rows.size(); ++i)
            sum += ofRow(info.id, rows.idAt(i), rows.values(rows.idAt(i)));
    }
    return sum;
}

Digest &Digest::operator+=(const Digest &other)
{
    quint64 carry = 0;
    for (size_t i = 0; i < 4; ++i) {
        const quint64 partial = m_words[i] + carry;
        carry = partial < carry ? 1 : 0;
        m_words[i] = partial + other.m_words[i];
        carry += m_words[i] < partial ? 1 : 0;
    }
    return *this;
}

Digest &Digest::operator-=(const Digest &other)
{
    quint64 borrow = 0;
    for (size_t i = 0; i < 4; ++i) {
        const quint64 old = m_words[i];
        const quint64 partial = old - other.m_words[i];
        const quint64 underflow = partial > old ? 1 : 0;
        m_words[i] = partial - borrow;
        borrow = underflow + (m_words[i] > partial ? 1 : 0);
    }
    return *this;
}

QString Digest::toHex() const
{
    QByteArray bytes(32, Qt::Uninitialized);
    for (size_t i = 0; i < 4; ++i)
        qToBigEndian(m_words[3 - i], bytes.data() + i * 8);
    return QString::fromLatin1(bytes.toHex());
}

std::optional<Digest> Digest::fromHex(QStringView hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    if (hex.size() != 64 || bytes.size() != 32)
        return std::nullopt;
    Digest digest;
    for (size_t i = 0; i < 4; ++i)
        digest.m_words[3 - i] = qFromBigEndian<quint64>(bytes.constData() + i * 8);
    return digest;
}

} // namespace shisaku
