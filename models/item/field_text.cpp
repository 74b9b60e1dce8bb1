// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/field_text.h"

#include "models/plan/rules.h"
#include "models/plan/time_reading.h"
#include "models/plan/usable_text.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct FieldTexts {
    Q_DECLARE_TR_FUNCTIONS(FieldTexts)
};

QString optionLabel(const Plan &plan, const Field &field, const QString &key)
{
    if (field.kind == FieldKind::Keyword)
        return keywordLabel(field, key);
    return plan.choiceLabel(QString::fromLatin1(field.list), key);
}

QString referenceLabel(const Plan &plan, TableId table, RowId row)
{
    if (row.isNull())
        return {};
    if (table == TableId::Department) {
        const Department *department = plan.find(Id<Department>(row));
        return department ? department->name : QString();
    }
    if (table == TableId::Measure) {
        const Measure *measure = plan.find(Id<Measure>(row));
        return measure ? u"%1　%2"_s.arg(measure->number, measure->shownTitle()) : QString();
    }
    return rowName(plan, table, row);
}

template <typename T>
QList<Option> rowOptions(const Plan &plan)
{
    QList<Option> options;
    for (const T *row : plan.ordered<T>())
        options.append({row->id.toText(), referenceLabel(plan, tableOf<T>, row->id.row)});
    return options;
}

Error unreadable(const QString &what, const QString &remedy)
{
    return {ErrorKind::Invalid, what, remedy, {}};
}

/// Digits as officers type them: full-width, with commas.
QString plainNumber(const QString &typed)
{
    QString text = typed.normalized(QString::NormalizationForm_KC).trimmed();
    text.remove(u',');
    text.replace(QChar(0x2212), u'-');
    if (text.startsWith(u'△'))
        text[0] = u'-';
    return text;
}

/// 「8,421」: the digits before the point in threes.
QString groupedDigits(const QString &number)
{
    QString grouped = number;
    const auto point = grouped.indexOf(u'.');
    const auto first = grouped.startsWith(u'-') ? 1 : 0;
    for (auto i = (point < 0 ? grouped.size() : point) - 3; i > first; i -= 3)
        grouped.insert(i, u',');
    return grouped;
}

Result<Value> readOption(const Plan &plan, const Field &field, const QString &typed)
{
    if (typed.isEmpty())
        return emptyValue(field.kind);
    for (const Option &option : fieldOptions(plan, field)) {
        if (option.key != typed && option.label != typed)
            continue;
        return field.kind == FieldKind::Reference ? Value(*RowId::fromText(option.key)) : Value(option.key);
    }
    return unreadable(FieldTexts::tr("「%1」は「%2」の選択肢にありません。").arg(typed, fieldLabel(field)),
                      FieldTexts::tr("一覧から選んでください。"));
}
} // namespace

bool hasOptions(const Field &field)
{
    return field.kind == FieldKind::Choice || field.kind == FieldKind::Keyword || field.kind == FieldKind::Reference;
}

QList<Option> fieldOptions(const Plan &plan, const Field &field)
{
    QList<Option> options;
    if (field.kind == FieldKind::Choice) {
        for (const Choice *choice : plan.choices(QString::fromLatin1(field.list)))
            options.append({choice->key, choice->label});
    } else if (field.kind == FieldKind::Keyword) {
        for (const Keyword &keyword : field.keywords) {
            const QString key = QString::fromUtf8(keyword.key);
            options.append({key, keywordLabel(field, key)});
        }
    } else if (field.kind == FieldKind::Reference && field.target == TableId::Measure) {
        options = rowOptions<Measure>(plan);
    } else if (field.kind == FieldKind::Reference && field.target == TableId::Department) {
        options = rowOptions<Department>(plan);
    }
    return options;
}

QString fieldText(const Plan &plan, const Field &field, const Value &value)
{
    switch (field.kind) {
    case FieldKind::Choice:
    case FieldKind::Keyword:
        return isEmpty(value) ? QString() : optionLabel(plan, field, std::get<QString>(value));
    case FieldKind::Reference:
        return referenceLabel(plan, field.target, std::get<RowId>(value));
    case FieldKind::Flag:
        return std::get<qint64>(value) == 1 ? u"●"_s : QString();
    case FieldKind::Decimal:
        return groupedDigits(std::get<QString>(value));
    default:
        return fieldInput(field, value);
    }
}

QString fieldInput(const Field &field, const Value &value)
{
    if (field.kind != FieldKind::Time)
        return valueToText(value);
    const auto time = PlanTime::fromText(std::get<QString>(value));
    return time ? time->toShortJapanese() : QString();
}

Result<Value> readField(const Plan &plan, const Field &field, const QString &entered)
{
    const QString typed = usableText(entered, field.kind == FieldKind::LongText ? TextLines::Several : TextLines::One);
    if (hasOptions(field))
        return readOption(plan, field, typed);
    switch (field.kind) {
    case FieldKind::Time: {
        const auto time = readTime(typed);
        return time ? Result<Value>(time->toText()) : time.error();
    }
    case FieldKind::Integer:
    case FieldKind::Flag: {
        const auto value = valueFromText(field, plainNumber(typed));
        if (value)
            return *value;
        return unreadable(FieldTexts::tr("「%1」は整数として読めません。").arg(typed),
                          FieldTexts::tr("「12」のように入力してください。"));
    }
    case FieldKind::Decimal:
        return Value(plainNumber(typed));
    default:
        return Value(typed);
    }
}

QString doubtText(const Plan &plan, TableId table, RowId row, int field)
{
    const QString name = field < 0 ? QString() : QString::fromLatin1(tableInfo(table).fields[static_cast<size_t>(field)].name);
    QStringList notes;
    for (const Annotation *annotation : plan.annotations(row, u"要原典確認")) {
        if (annotation->field != name)
            continue;
        const QString note = FieldTexts::tr("要原典確認：%1").arg(annotation->text);
        notes << (annotation->source.isEmpty() ? note : FieldTexts::tr("%1\n出典：%2").arg(note, annotation->source));
    }
    return notes.join(u'\n');
}

} // namespace shisaku
