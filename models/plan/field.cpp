// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/field.h"

#include "models/plan/tables.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace shisaku {

namespace {
bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}
} // namespace

QString Owner::toText() const
{
    return isNull() ? QString() : QLatin1StringView(tableInfo(table).name) + u':' + row.toText();
}

std::optional<Owner> Owner::fromText(QStringView text)
{
    if (text.isEmpty())
        return Owner();
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return std::nullopt;
    const auto table = tableByName(text.first(colon));
    const auto row = RowId::fromText(text.sliced(colon + 1));
    if (!table || !row || row->isNull())
        return std::nullopt;
    return Owner(*table, *row);
}

QString fieldLabel(const Field &field)
{
    return QCoreApplication::translate("Field", field.label);
}

QString keywordLabel(const Field &field, const QString &key)
{
    for (const Keyword &keyword : field.keywords) {
        if (key == QString::fromUtf8(keyword.key))
            return QCoreApplication::translate("Keyword", keyword.label);
    }
    return key;
}

Value emptyValue(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Integer:
        return {};
    case FieldKind::Flag:
        return qint64(0);
    case FieldKind::Reference:
    case FieldKind::AnyRow:
        return RowId();
    case FieldKind::Image:
        return QByteArray();
    default:
        return QString();
    }
}

bool isEmpty(const Value &value)
{
    struct Visitor {
        bool operator()(std::monostate) const { return true; }
        bool operator()(const QString &text) const { return text.isEmpty(); }
        bool operator()(qint64) const { return false; }
        bool operator()(RowId id) const { return id.isNull(); }
        bool operator()(const QByteArray &bytes) const { return bytes.isEmpty(); }
    };
    return std::visit(Visitor(), value);
}

bool isDecimalDigits(const QString &text)
{
    constexpr qsizetype mostWhole = 15;
    constexpr qsizetype mostPlaces = 6;
    const QStringView amount = QStringView(text).sliced(text.startsWith(u'-') ? 1 : 0);
    const qsizetype point = amount.indexOf(u'.');
    const QStringView whole = point < 0 ? amount : amount.first(point);
    return isDigits(whole) && whole.size() <= mostWhole
           && (point < 0 || (isDigits(amount.sliced(point + 1)) && amount.size() - point - 1 <= mostPlaces));
}

QString valueToText(const Value &value)
{
    struct Visitor {
        QString operator()(std::monostate) const { return {}; }
        QString operator()(const QString &text) const { return text; }
        QString operator()(qint64 number) const { return QString::number(number); }
        QString operator()(RowId id) const { return id.toText(); }
        QString operator()(const QByteArray &bytes) const { return QString::fromLatin1(bytes.toBase64()); }
    };
    return std::visit(Visitor(), value);
}

std::optional<Value> valueFromText(const Field &field, const QString &text)
{
    switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Flag: {
        if (text.isEmpty())
            return emptyValue(field.kind);
        bool ok = false;
        const qint64 number = text.toLongLong(&ok);
        if (ok)
            return Value(number);
        const bool negative = text.startsWith(u'-');
        if (!isDigits(QStringView(text).sliced(negative ? 1 : 0)))
            return std::nullopt;
        return Value(negative ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max());
    }
    case FieldKind::Reference:
    case FieldKind::AnyRow:
        if (const auto id = RowId::fromText(text))
            return Value(*id);
        return std::nullopt;
    case FieldKind::Image: {
        const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        return decoded ? std::optional<Value>(*decoded) : std::nullopt;
    }
    case FieldKind::Time:
        return PlanTime::fromText(text) ? std::optional<Value>(text) : std::nullopt;
    case FieldKind::Owner:
        return Owner::fromText(text) ? std::optional<Value>(text) : std::nullopt;
    default:
        return Value(text);
    }
}

} // namespace shisaku
