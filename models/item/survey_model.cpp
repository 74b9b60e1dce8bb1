// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/survey_model.h"

#include "models/change/recipe.h"
#include "models/item/tool_tip.h"
#include "models/plan/choice_names.h"
#include "models/plan/field_text.h"
#include "models/plan/search_form.h"
#include "models/plan/usable_text.h"
#include "models/survey/survey_edit.h"
#include "models/survey/survey_status.h"

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// The field of an answer that a column holds.
int fieldOfColumn(int column)
{
    return fieldIndex<&Answer::status>() + column - SurveyModel::Status;
}

QString listOf(int column)
{
    if (column == SurveyModel::Reason)
        return u"reason"_s;
    return column == SurveyModel::Status || column == SurveyModel::Previous ? u"status"_s : QString();
}

int rankOf(const Plan &plan, const QString &list, const QString &key)
{
    const auto choices = plan.choices(list);
    for (qsizetype i = 0; i < choices.size(); ++i) {
        if (choices[i]->key == key)
            return static_cast<int>(i);
    }
    return -1;
}

QString headOf(int column)
{
    static const char *const heads[] = {QT_TRANSLATE_NOOP("SurveyModel", "番号"),   QT_TRANSLATE_NOOP("SurveyModel", "取組"),
                                        QT_TRANSLATE_NOOP("SurveyModel", "所管課"), QT_TRANSLATE_NOOP("SurveyModel", "前回"),
                                        QT_TRANSLATE_NOOP("SurveyModel", "今回"),   QT_TRANSLATE_NOOP("SurveyModel", "理由"),
                                        QT_TRANSLATE_NOOP("SurveyModel", "対応策"), QT_TRANSLATE_NOOP("SurveyModel", "コメント")};
    return SurveyModel::tr(heads[column]);
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
        return Error{ErrorKind::Invalid,
                     SurveyModel::tr("「%1」は、この計画では「%2」の印ですが、「%3」の意味でもよく使われます。")
                         .arg(wanted, marked->key, choices.first()->key),
                     SurveyModel::tr("「%1」か「%2」かを言葉で入力してください。").arg(marked->key, choices.first()->key),
                     {}};
    for (const Choice *choice : choices) {
        for (const QString &name : {choice->key, choice->label, choice->mark}) {
            if (searchForm(name) == searchForm(wanted))
                return choice->key;
        }
    }
    bool isNumber = false;
    if (const int number = wanted.toInt(&isNumber); isNumber && number >= 1 && number <= choices.size())
        return choices[number - 1]->key;
    QStringList labels;
    for (const Choice *choice : choices)
        labels << choice->key;
    return Error{ErrorKind::Invalid,
                 SurveyModel::tr("「%1」は「%2」の選択肢にありません。").arg(typed.trimmed(), headOf(column)),
                 SurveyModel::tr("%1 のどれかを入力してください。").arg(labels.join(SurveyModel::tr("、"))),
                 {}};
}

QString answerText(const Plan &plan, Id<SurveyItem> item, int column)
{
    const Answer *answer = answerOf(plan, item);
    if (!answer)
        return {};
    switch (column) {
    case SurveyModel::Status:
        return answer->status;
    case SurveyModel::Reason:
        return answer->reason;
    case SurveyModel::Countermeasure:
        return answer->countermeasure;
    default:
        return answer->comment;
    }
}

struct PastedAnswer {
    Id<SurveyItem> item;
    int column = 0;
    int line = 0; ///< Of what is pasted, from 1.
    QString typed;
};

Result<ChangeSet> answersPasted(const Plan &plan, const QList<PastedAnswer> &answers, const IdSource &ids)
{
    QList<AnswerEdit> edits;
    for (const PastedAnswer &pasted : answers) {
        if (pasted.typed == answerText(plan, pasted.item, pasted.column))
            continue; // as it was: 「混在（順調2・遅延1）」 comes back with the column it was copied with
        const auto read = readAnswer(plan, pasted.column, pasted.typed);
        if (!read) {
            Error error = read.error();
            error.what = SurveyModel::tr("貼り付けの%1行目「%2」：%3").arg(pasted.line).arg(headOf(pasted.column), error.what);
            return error;
        }
        edits.append({pasted.item, fieldOfColumn(pasted.column), *read});
    }
    return answerChange(plan, edits, ids);
}
} // namespace

SurveyModel::SurveyModel(PlanDocument *document, QObject *parent) :
    QAbstractTableModel(parent), m_document(document), m_follower(document)
{
    connect(&m_follower, &PlanFollower::changed, this, &SurveyModel::follow);
    connect(&document->unsaved(), &UnsavedInput::changed, this, &SurveyModel::followInput);
}

void SurveyModel::setSurvey(Id<Survey> survey)
{
    m_survey = survey;
    build();
}

void SurveyModel::setShow(Show show)
{
    m_show = show;
    build();
}

bool SurveyModel::isShown(const SurveyItem &item) const
{
    if (m_show == Show::All)
        return true;
    if (m_show == Show::Unanswered)
        return statusOf(plan(), item.id).isEmpty();
    const Answer *answer = answerOf(plan(), item.id);
    return answer && tellsOfTrouble(plan(), *answer);
}

void SurveyModel::build()
{
    beginResetModel();
    m_rows.clear();
    for (const SurveyItem *item : plan().parts<&SurveyItem::survey>(m_survey)) {
        if (isShown(*item))
            m_rows << item->id;
    }
    const Survey *before = surveyBefore(plan(), m_survey);
    m_earlier = before ? EarlierRound(plan(), before->id) : EarlierRound();
    endResetModel();
    countAnswers();
}

void SurveyModel::countAnswers()
{
    const StatusCounts counts = countStatuses(plan(), m_survey);
    m_itemCount = static_cast<int>(counts.total());
    m_answered = static_cast<int>(counts.answered());
    emit progressChanged();
}

void SurveyModel::follow(const ChangeSet &change)
{
    bool rebuilds = false;
    bool texts = false;
    for (const RowChange &row : change.rows) {
        switch (row.table) {
        case TableId::Survey:
        case TableId::SurveyItem:
        case TableId::SurveyItemInitiative:
        case TableId::Choice:
            rebuilds = true;
            break;
        case TableId::Answer:
        case TableId::Initiative:
        case TableId::Measure:
        case TableId::Responsibility:
        case TableId::Department:
            texts = true;
            break;
        default:
            break;
        }
    }
    if (rebuilds) {
        build();
    } else if (texts) {
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        countAnswers();
    }
}

int SurveyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SurveyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SurveyModel::keyAt(const SurveyItem &item, int column) const
{
    if (column == Previous)
        return m_earlier.answerOf(plan(), item).status;
    return column == Status || column == Reason ? answerText(plan(), item.id, column) : QString();
}

QString SurveyModel::text(const SurveyItem &item, int column) const
{
    switch (column) {
    case Number:
        return itemNumber(plan(), item);
    case Item:
        return itemTitle(plan(), item);
    case Office:
        return itemOffices(plan(), item);
    case Previous: {
        const EarlierAnswer before = m_earlier.answerOf(plan(), item);
        return before.mixed ? tr("（まとめ方が変更）") : before.status;
    }
    default:
        return answerText(plan(), item.id, column);
    }
}

InputPlace SurveyModel::placeOf(Id<SurveyItem> item, int column)
{
    return {Owner(item), -1, QString::number(column)};
}

QModelIndex SurveyModel::cellOf(const InputPlace &place) const
{
    const int row = place.row.table == TableId::SurveyItem ? rowOf(Id<SurveyItem>(place.row.row)) : -1;
    return row < 0 ? QModelIndex() : index(row, place.part.section(u'+', 0, 0).toInt());
}

void SurveyModel::followInput(const InputPlace &place)
{
    const QModelIndex cell = cellOf(place);
    if (!cell.isValid())
        return;
    emit dataChanged(cell, cell);
    if (const UnsavedInput::Entry *entry = m_document->unsaved().refused(place))
        emit refused(*entry->error);
}

QVariant SurveyModel::data(const QModelIndex &index, int role) const
{
    const SurveyItem *item = index.isValid() ? plan().find(m_rows.value(index.row())) : nullptr;
    if (!item)
        return {};
    if (const UnsavedInput::Entry *entry = isAnswer(index.column())
                                               ? m_document->unsaved().refused(placeOf(item->id, index.column()))
                                               : nullptr) {
        if (role == Qt::DisplayRole || role == Qt::EditRole || role == Qt::AccessibleTextRole || role == KeyRole)
            return entry->typed;
        if (role == RefusedRole || role == Qt::ToolTipRole)
            return role == RefusedRole ? entry->error->message() : toolTipOf(entry->error->message());
    }
    const QString list = listOf(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(*item, index.column());
    case Qt::EditRole:
        if (const UnsavedInput::Entry *coming = m_document->unsaved().find(placeOf(item->id, index.column()));
            coming && list.isEmpty())
            return coming->typed; // what is on its way is edited as if it had arrived
        return list.isEmpty() ? text(*item, index.column()) : keyAt(*item, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString key = list.isEmpty() ? QString() : keyAt(*item, index.column());
        const QString shown = key.isEmpty() ? text(*item, index.column()) : plan().choiceLabel(list, key);
        if (role == Qt::AccessibleTextRole && index.column() == Status && key.isEmpty())
            return tr("未回答");
        return role == Qt::ToolTipRole ? toolTipOf(shown) : shown;
    }
    case KeyRole:
        return keyAt(*item, index.column());
    case PlaceRole:
        return list.isEmpty() ? -1 : rankOf(plan(), list, keyAt(*item, index.column()));
    case MarkRole:
        return list == "status"_L1 ? statusMark(plan(), keyAt(*item, index.column())) : QString();
    case OptionKeysRole:
    case OptionLabelsRole: {
        QStringList options;
        if (isAnswer(index.column())) {
            for (const Choice *choice : plan().choices(list))
                options << (role == OptionKeysRole ? choice->key : listedName(*choice));
        }
        return options;
    }
    case MeasureRole: {
        const auto measures = measuresOf(plan(), *item);
        return measures.isEmpty() ? quint64(0) : quint64(measures.first()->id.row.bits);
    }
    default:
        return {};
    }
}

Qt::ItemFlags SurveyModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return isAnswer(index.column()) && !m_document->isReadOnly() ? flags | Qt::ItemIsEditable : flags;
}

QVariant SurveyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return section >= 0 && section < ColumnCount ? headOf(section) : QVariant();
}

bool SurveyModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !isAnswer(index.column()))
        return false;
    setAll({index}, value.toString());
    return true;
}

void SurveyModel::setAll(const QModelIndexList &cells, const QString &text, UndoGroup group)
{
    QList<std::pair<Id<SurveyItem>, int>> wanted;
    for (const QModelIndex &cell : cells) {
        if (isAnswer(cell.column()))
            wanted.append({itemAt(cell.row()), cell.column()});
    }
    if (wanted.isEmpty())
        return;
    const auto recipe = [wanted, text](const Plan &plan, const IdSource &ids) -> Result<ChangeSet> {
        QList<AnswerEdit> edits;
        for (const auto &[item, column] : wanted) {
            const auto read = readAnswer(plan, column, text);
            if (!read)
                return read.error();
            edits.append({item, fieldOfColumn(column), *read});
        }
        return answerChange(plan, edits, ids);
    };
    InputPlace place = placeOf(wanted.first().first, wanted.first().second);
    if (wanted.size() > 1)
        place.part += u"+%1"_s.arg(wanted.size() - 1);
    m_document->unsaved().submit(place, text, recipeWithIds(m_document->environment().ids, recipe), group);
    for (const QModelIndex &cell : cells)
        emit dataChanged(cell, cell, {Qt::EditRole});
}

void SurveyModel::paste(int from, const QList<int> &columns, const QList<QStringList> &rows)
{
    qsizetype filled = rows.size(); // spreadsheets copy empty lines along; behind the last item they mean nothing
    while (filled > 0
           && std::all_of(rows[filled - 1].begin(), rows[filled - 1].end(), [](const auto &cell) { return cell.isEmpty(); }))
        --filled;
    if (from + filled > rowCount()) {
        emit refused({ErrorKind::Invalid,
                      tr("貼り付ける行が%1行あり、ここから下の%2項目より多くあります。").arg(filled).arg(rowCount() - from),
                      tr("先頭の行を確かめて、貼り付け直してください。"),
                      {}});
        return;
    }
    QList<PastedAnswer> answers;
    for (qsizetype row = 0; row < filled; ++row) {
        for (qsizetype column = 0; column < std::min(rows[row].size(), columns.size()); ++column) {
            const Id<SurveyItem> item = itemAt(from + static_cast<int>(row));
            const int to = columns[column];
            const UnsavedInput::Entry *refused = m_document->unsaved().refused(placeOf(item, to));
            if (isAnswer(to) && !(refused && refused->typed == rows[row][column]))
                answers.append({item, to, static_cast<int>(row) + 1, rows[row][column]});
        }
    }
    submit(recipeWithIds(m_document->environment().ids,
                         [answers](const Plan &plan, const IdSource &ids) { return answersPasted(plan, answers, ids); }));
}

void SurveyModel::submit(Recipe recipe)
{
    m_document->submit(std::move(recipe), 0, m_document->toldTo(this, [this](const Result<void> &result) {
        if (!result)
            emit refused(result.error());
    }));
}

} // namespace shisaku
