// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/survey_shape.h"

#include "models/grid/grid_refusal.h"
#include "models/plan/choice_names.h"
#include "models/plan/search_form.h"
#include "models/plan/usable_text.h"
#include "models/results/survey_counts.h"
#include "models/survey/survey_edit.h"
#include "models/survey/survey_mixed.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SurveyShape)
};

constexpr int statusWidth = 70;
constexpr int mixedSign = 14; ///< Room for a sign of 「混在（順調2・遅延1）」, which is read without opening it.
constexpr int mixedMost = 200;

/// The field of an answer that a column holds.
int fieldOfColumn(int column)
{
    return fieldIndex<&Answer::status>() + column - SurveyColumn::Status;
}

QString listOf(int column)
{
    if (column == SurveyColumn::Reason)
        return u"reason"_s;
    return column == SurveyColumn::Status || column == SurveyColumn::Previous ? u"status"_s : QString();
}

QString headOf(int column)
{
    static const char *const heads[] = {QT_TRANSLATE_NOOP("SurveyShape", "番号"),   QT_TRANSLATE_NOOP("SurveyShape", "取組"),
                                        QT_TRANSLATE_NOOP("SurveyShape", "所管課"), QT_TRANSLATE_NOOP("SurveyShape", "前回"),
                                        QT_TRANSLATE_NOOP("SurveyShape", "今回"),   QT_TRANSLATE_NOOP("SurveyShape", "理由"),
                                        QT_TRANSLATE_NOOP("SurveyShape", "対応策"), QT_TRANSLATE_NOOP("SurveyShape", "コメント")};
    return Texts::tr(heads[column]);
}

const Choice *choiceMarked(const QList<const Choice *> &choices, const QString &mark)
{
    const auto found = std::find_if(choices.begin(), choices.end(), [&mark](const Choice *choice) { return choice->mark == mark; });
    return found == choices.end() ? nullptr : *found;
}

/// What a text typed or pasted into a column stands for: a key for status and reason.
Result<QString> readAnswer(const Plan &plan, int column, const QString &typed)
{
    const QString list = listOf(column);
    if (list.isEmpty() || typed.trimmed().isEmpty())
        return list.isEmpty() ? usableText(typed, TextLines::Several) : QString();
    const QString wanted = plainForm(usableText(typed, TextLines::One)).trimmed();
    const auto choices = plan.choices(list);
    // In most city halls ○ says that all is well, whatever it marks in this plan.
    const Choice *marked = u"○◎"_s.contains(wanted) ? choiceMarked(choices, wanted) : nullptr;
    if (list == u"status" && marked && marked != choices.first())
        return refusal(Texts::tr("「%1」は、この計画では「%2」の印ですが、「%3」の意味でもよく使われます。")
                           .arg(wanted, marked->key, choices.first()->key),
                       Texts::tr("「%1」か「%2」かを言葉で入力してください。").arg(marked->key, choices.first()->key));
    for (const Choice *choice : choices) {
        for (const QString &name : {choice->key, choice->label, choice->mark}) {
            if (searchForm(name) == searchForm(wanted))
                return choice->key;
        }
    }
    bool isNumber = false;
    if (const int number = wanted.toInt(&isNumber); isNumber && number >= 1 && number <= choices.size())
        return choices[number - 1]->key;
    QStringList keys;
    for (const Choice *choice : choices)
        keys << choice->key;
    return refusal(Texts::tr("「%1」は「%2」の選択肢にありません。").arg(typed.trimmed(), headOf(column)),
                   Texts::tr("%1 のどれかを入力してください。").arg(keys.join(Texts::tr("、"))));
}

QString answerText(const Plan &plan, RowId item, int column)
{
    const Answer *answer = answerOf(plan, Id<SurveyItem>(item));
    if (!answer)
        return {};
    switch (column) {
    case SurveyColumn::Status:
        return answer->status;
    case SurveyColumn::Reason:
        return answer->reason;
    case SurveyColumn::Countermeasure:
        return answer->countermeasure;
    default:
        return answer->comment;
    }
}

GridColumn columnOf(int column, int width)
{
    GridColumn made = composedColumn(headOf(column), width);
    made.part = QString::number(column);
    return made;
}

using ItemText = QString (*)(const Plan &, const SurveyItem &);

/// What is asked: it comes from other parts of the plan.
GridColumn askedColumn(int column, int width, ItemText text)
{
    GridColumn made = columnOf(column, width);
    made.text = [text](const Plan &plan, RowId row) { return text(plan, *plan.find(Id<SurveyItem>(row))); };
    return made;
}

/// A column of statuses or reasons: each its key, in full where it is spoken or pointed at.
void showKeys(GridColumn &column, const QString &list, const CellText &key, const QString &unspoken = {})
{
    column.tip = [list, key](const Plan &plan, RowId row) {
        const QString shown = key(plan, row);
        const QString label = shown.isEmpty() ? QString() : plan.choiceLabel(list, shown);
        return label == shown ? QString() : label;
    };
    column.spoken = [list, text = column.text, key, unspoken](const Plan &plan, RowId row) {
        const QString shown = key(plan, row);
        if (!shown.isEmpty())
            return plan.choiceLabel(list, shown);
        const QString said = text(plan, row);
        return said.isEmpty() ? unspoken : said;
    };
    if (list != u"status")
        return;
    column.mark = [key](const Plan &plan, RowId row) { return statusMark(plan, key(plan, row)); };
    column.tone = [key](const Plan &plan, RowId row) { return statusPlace(plan, key(plan, row)); };
}

EarlierAnswer answerBefore(const Plan &plan, Id<Survey> survey, RowId row)
{
    const SurveyItem *item = plan.find(Id<SurveyItem>(row));
    const Survey *before = item ? surveyBefore(plan, survey) : nullptr;
    return before ? earlierAnswer(plan, before->id, *item) : EarlierAnswer();
}

GridColumn previousColumn(Id<Survey> survey, int width)
{
    GridColumn made = columnOf(SurveyColumn::Previous, width);
    made.text = [survey](const Plan &plan, RowId row) {
        const EarlierAnswer before = answerBefore(plan, survey, row);
        return before.mixed ? Texts::tr("（まとめ方が変更）") : before.status;
    };
    showKeys(made, listOf(SurveyColumn::Previous),
             [survey](const Plan &plan, RowId row) { return answerBefore(plan, survey, row).status; });
    made.sortKey = [text = made.text](const Plan &plan, RowId row) {
        const QString shown = text(plan, row);
        const int place = statusPlace(plan, shown);
        return place < 0 ? shown : QString::number(place);
    };
    return made;
}

GridColumn answerColumn(int column, int width)
{
    GridColumn made = columnOf(column, width);
    made.text = [column](const Plan &plan, RowId row) { return answerText(plan, row, column); };
    made.write = [column](const Plan &plan, RowId row, const QString &typed, const IdSource &ids,
                          ChangeBuilder &change) -> Result<void> {
        if (typed == answerText(plan, row, column))
            return {}; // as it was, even if no list holds it (any more)
        const auto read = readAnswer(plan, column, typed);
        if (!read)
            return read.error();
        change.add(answerChange(plan, {{Id<SurveyItem>(row), fieldOfColumn(column), *read}}, ids));
        return {};
    };
    made.doubt = [column](const Plan &plan, RowId row) {
        const Answer *answer = answerOf(plan, Id<SurveyItem>(row));
        return answer ? doubtText(plan, TableId::Answer, answer->id.row, fieldOfColumn(column)) : QString();
    };
    return made;
}

GridColumn pickedColumn(int column, int width)
{
    GridColumn made = answerColumn(column, width);
    const QString list = listOf(column);
    made.keysPick = true;
    made.options = [list](const Plan &plan) {
        QList<Option> options;
        for (const Choice *choice : plan.choices(list))
            options.append({choice->key, listedName(*choice)});
        return options;
    };
    showKeys(made, list, made.text, column == SurveyColumn::Status ? Texts::tr("未回答") : QString());
    return made;
}

GridColumn textColumn(int column)
{
    GridColumn made = answerColumn(column, 92);
    made.isLong = true;
    return made;
}

int widthOfStatuses(const Plan &plan, Id<Survey> survey)
{
    qsizetype longest = 0;
    for (const SurveyItem *item : plan.parts<&SurveyItem::survey>(survey)) {
        if (const QString status = statusOf(plan, item->id); isMixedKey(status))
            longest = std::max(longest, status.size());
    }
    return std::clamp(static_cast<int>(longest) * mixedSign, statusWidth, mixedMost);
}
} // namespace

GridShape surveyShape(const Plan &plan, Id<Survey> survey)
{
    GridShape shape;
    shape.key = u"survey"_s;
    shape.table = TableId::SurveyItem;
    shape.columns = {
        askedColumn(SurveyColumn::Number, 44, itemNumber),
        askedColumn(SurveyColumn::Item, 0, itemTitle),
        askedColumn(SurveyColumn::Office, 96, [](const Plan &now, const SurveyItem &item) { return itemOffices(now, item); }),
        previousColumn(survey, statusWidth),
        pickedColumn(SurveyColumn::Status, widthOfStatuses(plan, survey)),
        pickedColumn(SurveyColumn::Reason, 40),
        textColumn(SurveyColumn::Countermeasure),
        textColumn(SurveyColumn::Comment)};
    shape.columns[SurveyColumn::Item].doubt = [](const Plan &now, RowId row) {
        return doubtText(now, TableId::SurveyItem, row, fieldIndex<&SurveyItem::label>());
    };
    const Survey *before = surveyBefore(plan, survey);
    if (!before || plan.parts<&SurveyItem::survey>(before->id).isEmpty())
        shape.columns.removeAt(SurveyColumn::Previous);
    shape.rows = [survey](const Plan &now) { return gridRows(now.parts<&SurveyItem::survey>(survey)); };
    shape.changesRows = [](const ChangeSet &change) { return change.touches({TableId::SurveyItem}); };
    shape.canAdd = false; // what is asked comes from the plan, see survey_edit.h
    shape.canRemove = false;
    shape.canMove = false;
    shape.frozen = 2;
    shape.reads = {TableId::Survey,  TableId::SurveyItemInitiative, TableId::Answer,     TableId::Initiative,
                   TableId::Measure, TableId::Responsibility,       TableId::Department, TableId::Choice};
    return shape;
}

int surveyColumn(const GridShape &shape, int column)
{
    const auto found = std::find_if(shape.columns.begin(), shape.columns.end(),
                                    [part = QString::number(column)](const GridColumn &each) { return each.part == part; });
    return found == shape.columns.end() ? -1 : static_cast<int>(found - shape.columns.begin());
}

} // namespace shisaku
