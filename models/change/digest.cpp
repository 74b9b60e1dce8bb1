// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change/digest.h"

#include <QCryptographicHash>
#include <QStringEncoder>
#include <QtEndian>

#include <charconv>

namespace shisaku {

namespace {
/// Puts a row into the bytes that are hashed, and hashes them; kept from row to row, because opening a plan hashes them all.
class RowHasher {
public:
    QByteArrayView hash(TableId table, RowId row, const FieldValues &values)
    {
        m_bytes.resize(0);
        add(QByteArrayView(tableInfo(table).name));
        add(row.toText());
        const auto fields = tableInfo(table).fields;
        for (size_t i = 0; i < fields.size(); ++i) {
            if (isAbsent(values[i], fields[i].kind))
                continue;
            add(QByteArrayView(fields[i].name));
            if (const auto *image = std::get_if<QByteArray>(&values[i]))
                add(*image);
            else if (const auto *text = std::get_if<QString>(&values[i]))
                add(*text);
            else
                add(valueToText(values[i]));
        }
        m_hash.reset();
        m_hash.addData(m_bytes);
        return m_hash.resultView();
    }

private:
    static bool isAbsent(const Value &value, FieldKind kind)
    {
        const auto *text = std::get_if<QString>(&value);
        return text ? text->isEmpty() : value == emptyValue(kind);
    }

    void add(QByteArrayView bytes)
    {
        addSize(bytes.size());
        m_bytes.append(bytes);
    }

    void add(QStringView text)
    {
        m_utf8.resize(m_encode.requiredSpace(text.size()));
        const char *end = m_encode.appendToBuffer(m_utf8.data(), text);
        add(QByteArrayView(m_utf8.constData(), end));
    }

    void addSize(qsizetype size)
    {
        char digits[24];
        const auto written = std::to_chars(std::begin(digits), std::end(digits), size);
        m_bytes.append(digits, written.ptr - digits).append(':');
    }

    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QStringEncoder m_encode{QStringConverter::Utf8, QStringConverter::Flag::Stateless};
    QByteArray m_bytes;
    QByteArray m_utf8;
};
} // namespace

Digest Digest::ofRow(TableId table, RowId row, const FieldValues &values)
{
    thread_local RowHasher hasher;
    const QByteArrayView hash = hasher.hash(table, row, values);
    Digest digest;
    for (size_t i = 0; i < 4; ++i)
        digest.m_words[i] = qFromLittleEndian<quint64>(hash.data() + i * 8);
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
