// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/row_reader.h"

#include "models/file/schema.h"

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// In bytes: some twenty characters. Longer texts are hardly ever the same.
constexpr qsizetype longestShared = 64;

bool isText(FieldKind kind)
{
    return kind != FieldKind::Integer && kind != FieldKind::Flag && kind != FieldKind::Image;
}
} // namespace

QString readableColumns(const TableInfo &table)
{
    QString columns = u"CAST(id AS BLOB)"_s;
    for (const Field &field : table.fields)
        columns += (isText(field.kind) ? u", CAST(%1 AS BLOB)"_s : u", %1"_s).arg(quoted(field.name));
    return columns;
}

const QString &RowReader::shared(const QByteArray &bytes)
{
    Known &known = m_known[qHash(bytes) % m_known.size()];
    if (known.bytes != bytes)
        known = {bytes, text(bytes).toString()};
    return known.text;
}

QStringView RowReader::text(const QByteArray &bytes)
{
    m_buffer.resize(std::max(m_buffer.size(), m_decode.requiredSpace(bytes.size())));
    const QChar *end = m_decode.appendToBuffer(m_buffer.data(), bytes);
    return QStringView(m_buffer.constData(), end);
}

bool RowReader::read(const QVariant &column, const Field &field, Value &value)
{
    switch (field.kind) {
    case FieldKind::Integer:
        value = column.isNull() ? Value() : Value(column.toLongLong());
        return true;
    case FieldKind::Flag:
        value = column.toLongLong();
        return true;
    case FieldKind::Image:
        value = column.toByteArray();
        return true;
    case FieldKind::Reference:
    case FieldKind::AnyRow: {
        const auto id = RowId::fromText(text(column.toByteArray()));
        if (id)
            value = *id;
        return id.has_value();
    }
    default: {
        const QByteArray bytes = column.toByteArray();
        value = bytes.size() > longestShared ? text(bytes).toString() : bytes.isEmpty() ? QString() : shared(bytes);
        return true;
    }
    }
}

} // namespace shisaku
