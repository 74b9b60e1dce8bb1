// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/field_text.h"

#include "models/plan/measure_address.h"
#include "models/plan/rules.h"
#include "models/plan/search_form.h"
#include "models/plan/series.h"
#include "models/plan/time_reading.h"
#include "models/plan/usable_text.h"
#include "models/plan/written_number.h"

#include <QCoreApplication>

#include <algorithm>

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

/// A yes or no as tables show it, and as files keep it.
Result<Value> readFlag(const Field &field, const QString &typed)
{
    const QString text = plainForm(typed).trimmed();
    static const QStringList yes{u"1"_s, u"●"_s, u"○"_s, u"◯"_s, FieldTexts::tr("はい")};
    static const QStringList no{u"0"_s, u"-"_s, QString(), FieldTexts::tr("いいえ")};
    if (yes.contains(text) || no.contains(text))
        return Value(qint64(yes.contains(text)));
    return unreadable(FieldTexts::tr("「%1」は「%2」の値として読めません。").arg(text, fieldLabel(field)),
                      FieldTexts::tr("「●」と入力するか、空にしてください。"));
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

Error ambiguous(const QString &typed, const QString &what, const QStringList &candidates, const QString &remedy)
{
    return unreadable(FieldTexts::tr("「%1」に当てはまる%2が%3件あります（%4）。")
                          .arg(typed, what)
                          .arg(candidates.size())
                          .arg(candidates.join(FieldTexts::tr("、"))),
                      remedy);
}

/// The measure that a number, a title or both name: 「46」「RPAの活用」「46　RPAの活用」.
Result<Value> readMeasure(const Plan &plan, const QString &typed)
{
    const QString wanted = foldedForSearch(typed);
    QList<Id<Measure>> found = measuresByAddress(plan, typed);
    for (const Measure *measure : found.isEmpty() ? plan.ordered<Measure>() : QList<const Measure *>()) {
        for (const QString &title : {measure->title, measure->short_title, measure->shownTitle()}) {
            const QString folded = foldedForSearch(title);
            const bool named = !folded.isEmpty()
                               && (wanted == folded || wanted == foldedForSearch(measure->number) + folded
                                   || wanted == foldedForSearch(shownNumber(*measure, false)) + folded);
            if (named && !found.contains(measure->id))
                found << measure->id;
        }
    }
    if (found.size() == 1)
        return Value(found.first().row);
    if (found.isEmpty())
        return unreadable(FieldTexts::tr("「%1」という施策はありません。").arg(typed),
                          FieldTexts::tr("施策の番号か名称、または「番号　名称」を入力してください。"));
    QStringList names;
    for (const Id<Measure> id : std::as_const(found))
        names << referenceLabel(plan, TableId::Measure, id.row);
    const bool alike = std::all_of(found.cbegin(), found.cend(), [&](Id<Measure> id) {
        return plan.find(id)->number == plan.find(found.first())->number;
    });
    return ambiguous(typed, tableLabel(TableId::Measure), names,
                     alike ? FieldTexts::tr("「番号　名称」で入力してください。") : FieldTexts::tr("番号で入力してください。"));
}

Result<Value> readOption(const Plan &plan, const Field &field, const QString &typed)
{
    if (typed.isEmpty())
        return emptyValue(field.kind);
    const auto valueOf = [&field](const Option &option) {
        return field.kind == FieldKind::Reference ? Value(*RowId::fromText(option.key)) : Value(option.key);
    };
    QList<Option> named;
    for (const Option &option : fieldOptions(plan, field)) {
        if (option.key == typed)
            return valueOf(option);
        if (option.label == typed)
            named << option;
    }
    if (named.size() == 1)
        return valueOf(named.first());
    if (field.kind == FieldKind::Reference && field.target == TableId::Measure)
        return readMeasure(plan, typed);
    if (named.size() > 1) {
        QStringList keys;
        for (const Option &option : std::as_const(named))
            keys << option.key;
        return ambiguous(typed, fieldLabel(field), keys, FieldTexts::tr("一覧から選んでください。"));
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

Result<Value> readField(const Plan &plan, const Field &field, const QString &entered, const std::optional<QString> &unit)
{
    const QString typed = usableText(entered, field.kind == FieldKind::LongText ? TextLines::Several : TextLines::One);
    if (hasOptions(field))
        return readOption(plan, field, typed);
    switch (field.kind) {
    case FieldKind::Time: {
        const auto time = readTime(typed);
        return time ? Result<Value>(time->toText()) : time.error();
    }
    case FieldKind::Flag:
        return readFlag(field, typed);
    case FieldKind::Integer:
    case FieldKind::Decimal:
        return readNumber(field, typed, unit);
    default:
        return Value(typed);
    }
}

Result<Value> readField(const Plan &plan, const Owner &row, int field, const QString &entered)
{
    const AnyRows &rows = plan.table(row.table);
    const auto unit = rows.contains(row.row) ? unitOfRow(plan, row.table, rows.values(row.row)) : std::nullopt;
    return readField(plan, tableInfo(row.table).fields[static_cast<size_t>(field)], entered, unit);
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
