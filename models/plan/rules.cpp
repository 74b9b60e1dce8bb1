// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/rules.h"

#include "models/plan/rank.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Rules {
    Q_DECLARE_TR_FUNCTIONS(Rules)
};

Error invalid(TableId table, const FieldValues &values, const Field &field, const QString &what)
{
    return {ErrorKind::Invalid,
            Rules::tr("%1の「%2」%3").arg(rowName(table, values), fieldLabel(field), what),
            Rules::tr("内容を確かめて、もう一度入力してください。"),
            {}};
}

bool isKeyword(const Field &field, const QString &text)
{
    return std::any_of(field.keywords.begin(), field.keywords.end(),
                       [&text](const Keyword &keyword) { return text == QString::fromUtf8(keyword.key); });
}

/// A sentence's end that says what is wrong with a text field; empty if nothing is.
QString problemOfText(const Field &field, const QString &text)
{
    if (text.size() > longestText)
        return Rules::tr("が長すぎます（上限%L1文字）。").arg(longestText);
    if (hasUnusableCharacters(text, field.kind == FieldKind::LongText))
        return Rules::tr("に、改行などの使えない文字が含まれています。");
    if (text.isEmpty())
        return {};
    switch (field.kind) {
    case FieldKind::Keyword:
        return isKeyword(field, text) ? QString() : Rules::tr("に、選べない値「%1」が指定されています。").arg(text.left(60));
    case FieldKind::Decimal:
        return isDecimalDigits(text) ? QString() : Rules::tr("の「%1」は数として読めません。").arg(text.left(60));
    case FieldKind::Time:
        return PlanTime::fromText(text) ? QString() : Rules::tr("の「%1」は時期として読めません。").arg(text.left(60));
    case FieldKind::Owner:
        return Owner::fromText(text) ? QString() : Rules::tr("の「%1」は行の指定として読めません。").arg(text.left(60));
    default:
        return {};
    }
}

/// Whether following a reference field from a row leads back to it.
bool circular(const PlanView &view, TableId table, RowId start, int field, RowId target)
{
    int steps = 0;
    for (RowId at = target; !at.isNull(); at = view.reference(table, at, field)) {
        if (at == start || ++steps > 1000)
            return true;
    }
    return false;
}

Result<void> checkPeriod(TableId table, const FieldValues &values, int starts, int ends)
{
    const auto from = PlanTime::fromText(std::get<QString>(values[static_cast<size_t>(starts)]));
    const auto to = PlanTime::fromText(std::get<QString>(values[static_cast<size_t>(ends)]));
    if (from && to && from->isDated() && to->isDated() && to->endMonth() <= from->firstMonth())
        return invalid(table, values, tableInfo(table).fields[static_cast<size_t>(ends)],
                       Rules::tr("（%1）が、開始（%2）より前になっています。").arg(to->toJapanese(), from->toJapanese()));
    return {};
}

template <auto Member>
QString textOf(const FieldValues &values)
{
    return std::get<QString>(values[static_cast<size_t>(fieldIndex<Member>())]);
}
} // namespace

bool hasUnusableCharacters(const QString &text, bool newlinesAllowed)
{
    if (!text.isValidUtf16()) // half of a pair cannot be stored
        return true;
    return std::any_of(text.begin(), text.end(), [newlinesAllowed](QChar c) {
        const char16_t code = c.unicode();
        if (code < 0x20 || (code >= 0x7f && code < 0xa0))
            return !newlinesAllowed || (c != u'\n' && c != u'\t');
        // Line and paragraph separators, overrides and isolates of direction.
        return (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    });
}

Result<void> checkRow(const PlanView &view, TableId table, RowId id, const FieldValues &values)
{
    const auto fields = tableInfo(table).fields;
    for (size_t i = 0; i < fields.size(); ++i) {
        const Field &field = fields[i];
        const Value &value = values[i];
        if (value.index() != emptyValue(field.kind).index() && field.kind != FieldKind::Integer)
            return invalid(table, values, field, Rules::tr("の値の種類が正しくありません。"));
        if (field.required && isEmpty(value))
            return invalid(table, values, field, Rules::tr("が空です。"));
        if (const auto *text = std::get_if<QString>(&value)) {
            if (const QString problem = problemOfText(field, *text); !problem.isEmpty())
                return invalid(table, values, field, problem);
            if (field.kind == FieldKind::Owner) {
                const Owner owner = *Owner::fromText(*text);
                if (!owner.isNull() && !view.exists(owner.table, owner.row))
                    return invalid(table, values, field, Rules::tr("が指す行がありません。"));
            }
        }
        if (field.kind == FieldKind::Reference) {
            const RowId target = std::get<RowId>(value);
            if (!target.isNull() && !view.exists(field.target, target))
                return invalid(table, values, field, Rules::tr("が指す%1がありません。").arg(tableLabel(field.target)));
            if (field.target == table && circular(view, table, id, static_cast<int>(i), target))
                return invalid(table, values, field, Rules::tr("が、たどると自分自身に戻ってしまいます。"));
        }
    }
    if (!isRank(std::get<QString>(values[0])))
        return invalid(table, values, fields[0], Rules::tr("の値が正しくありません。"));

    switch (table) {
    case TableId::Phase:
        return checkPeriod(table, values, fieldIndex<&Phase::starts>(), fieldIndex<&Phase::ends>());
    case TableId::Choice:
        return checkPeriod(table, values, fieldIndex<&Choice::begins>(), fieldIndex<&Choice::ends>());
    case TableId::PlanInfo:
        return checkPeriod(table, values, fieldIndex<&PlanInfo::begins>(), fieldIndex<&PlanInfo::ends>());
    case TableId::Responsibility:
        if (std::get<RowId>(values[fieldIndex<&Responsibility::department>()]).isNull()
            && textOf<&Responsibility::actor>(values).isEmpty())
            return invalid(table, values, fieldOf<&Responsibility::department>(), Rules::tr("が空です。"));
        return {};
    case TableId::Annotation: {
        const auto target = tableByName(textOf<&Annotation::table>(values));
        if (!target || !view.exists(*target, std::get<RowId>(values[fieldIndex<&Annotation::row>()])))
            return invalid(table, values, fieldOf<&Annotation::row>(), Rules::tr("がありません。"));
        return {};
    }
    default:
        return {};
    }
}

QList<Dependent> dependents(const Plan &plan, TableId table, RowId row)
{
    QList<Dependent> found;
    for (const TableInfo &other : allTables()) {
        for (size_t i = 0; i < other.fields.size(); ++i) {
            const Field &field = other.fields[i];
            const bool links = field.kind == FieldKind::Owner || field.kind == FieldKind::AnyRow
                               || (field.kind == FieldKind::Reference && field.target == table);
            if (!links)
                continue;
            const bool clears = field.kind == FieldKind::Reference && field.onRemoval == OnRemoval::Clear;
            for (RowId id : plan.table(other.id).referring(static_cast<int>(i), row))
                found.append({other.id, id, clears ? std::optional(static_cast<int>(i)) : std::nullopt});
        }
    }
    return found;
}

QString rowName(TableId table, const FieldValues &values)
{
    const auto brief = [](QString text) { // so much of a text as a sentence can bear, whatever it is
        constexpr qsizetype longest = 80;
        text = text.size() > longest ? text.first(longest) + u'…' : text;
        return text.remove(QChar::Null);
    };
    const auto quoted = [table, brief](const QString &text) {
        return text.isEmpty() ? tableLabel(table) : Rules::tr("%1『%2』").arg(tableLabel(table), brief(text));
    };
    switch (table) {
    case TableId::Measure: {
        const QString number = textOf<&Measure::number>(values);
        if (number.isEmpty())
            return quoted(textOf<&Measure::title>(values));
        return (textOf<&Measure::series>(values) == u"added" ? Rules::tr("追加施策%1") : Rules::tr("施策%1")).arg(brief(number));
    }
    case TableId::Category:
        return quoted(textOf<&Category::title>(values));
    case TableId::Classification:
        return quoted(textOf<&Classification::title>(values));
    case TableId::Department:
        return quoted(textOf<&Department::name>(values));
    case TableId::Initiative:
        return quoted(textOf<&Initiative::title>(values));
    case TableId::Phase:
        return quoted(textOf<&Phase::label>(values));
    case TableId::Milestone:
        return quoted(textOf<&Milestone::label>(values));
    case TableId::Indicator:
        return quoted(textOf<&Indicator::name>(values));
    case TableId::GlossaryTerm:
        return quoted(textOf<&GlossaryTerm::word>(values));
    case TableId::Passage:
        return quoted(textOf<&Passage::heading>(values));
    case TableId::Body:
        return quoted(textOf<&Body::name>(values));
    case TableId::Block:
        return quoted(textOf<&Block::label>(values));
    case TableId::Choice:
        return quoted(textOf<&Choice::label>(values));
    case TableId::CaseStudy:
        return quoted(textOf<&CaseStudy::title>(values));
    case TableId::Project:
        return quoted(textOf<&Project::title>(values));
    case TableId::Survey:
        return quoted(textOf<&Survey::title>(values));
    case TableId::SurveyItem:
        return quoted(textOf<&SurveyItem::label>(values));
    case TableId::Scene:
        return quoted(textOf<&Scene::title>(values));
    default:
        return tableLabel(table);
    }
}

QString rowName(const Plan &plan, TableId table, RowId row)
{
    if (!plan.table(table).contains(row))
        return tableLabel(table);
    FieldValues values = plan.table(table).values(row);
    if (table == TableId::SurveyItem && textOf<&SurveyItem::label>(values).isEmpty()) { // it is called like its 取組
        QStringList titles;
        for (const auto *link : plan.parts<&SurveyItemInitiative::survey_item>(Id<SurveyItem>(row))) {
            if (const Initiative *initiative = plan.find(link->initiative))
                titles << initiative->title;
        }
        values[static_cast<size_t>(fieldIndex<&SurveyItem::label>())] = titles.join(u'・');
    }
    return rowName(table, values);
}

} // namespace shisaku
