// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change/change_json.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace shisaku {

QString fieldsToJson(TableId table, const QList<FieldChange> &fields)
{
    QJsonObject object;
    for (const FieldChange &change : fields) {
        const auto name = QString::fromLatin1(tableInfo(table).fields[static_cast<size_t>(change.field)].name);
        if (const auto *number = std::get_if<qint64>(&change.value))
            object.insert(name, *number);
        else if (std::holds_alternative<std::monostate>(change.value))
            object.insert(name, QJsonValue::Null);
        else
            object.insert(name, valueToText(change.value));
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<QList<FieldChange>> fieldsFromJson(TableId table, const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    QList<FieldChange> fields;
    const QJsonObject object = document.object();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const int index = fieldIndex(table, entry.key());
        if (index < 0)
            return std::nullopt;
        const Field &field = tableInfo(table).fields[static_cast<size_t>(index)];
        std::optional<Value> value;
        if (entry->isDouble())
            value = Value(entry->toInteger());
        else if (entry->isNull())
            value = Value();
        else if (entry->isString())
            value = valueFromText(field, entry->toString());
        if (!value)
            return std::nullopt;
        fields.append({index, *value});
    }
    std::sort(fields.begin(), fields.end(), [](const auto &a, const auto &b) { return a.field < b.field; });
    return fields;
}

} // namespace shisaku
