// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/survey/survey_edit.h"

#include "models/plan/ending.h"
#include "models/plan/rank.h"
#include "models/plan/rules.h"
#include "models/survey/survey_mixed.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SurveyEdit)
};

struct UsualChoice {
    const char *list;
    const char *key;
    const char *label;
    const char *mark;
};
const UsualChoice usualChoices[] = {
    {"status", QT_TRANSLATE_NOOP("SurveyEdit", "順調"), QT_TRANSLATE_NOOP("SurveyEdit", "予定どおり順調"), "●"},
    {"status", QT_TRANSLATE_NOOP("SurveyEdit", "遅延"), QT_TRANSLATE_NOOP("SurveyEdit", "遅延はしているが順調"), "◐"},
    {"status", QT_TRANSLATE_NOOP("SurveyEdit", "課題"), QT_TRANSLATE_NOOP("SurveyEdit", "課題があり、進捗していない"), "○"},
    {"reason", "A", QT_TRANSLATE_NOOP("SurveyEdit", "費用対効果に課題があるもの"), "(A)"},
    {"reason", "B", QT_TRANSLATE_NOOP("SurveyEdit", "具体案の検討に時間を要するもの"), "(B)"},
    {"reason", "C", QT_TRANSLATE_NOOP("SurveyEdit", "状況の変化により見直しが必要なもの"), "(C)"},
};

void addUsualChoices(const Plan &plan, const char *list, const IdSource &ids, ChangeBuilder &change)
{
    if (!plan.choices(QString::fromLatin1(list)).isEmpty())
        return;
    const auto all = plan.ordered<Choice>();
    QString position = all.isEmpty() ? QString() : all.last()->position;
    for (const UsualChoice &usual : usualChoices) {
        if (qstrcmp(usual.list, list) != 0)
            continue;
        Choice choice;
        choice.id = Id<Choice>(ids());
        choice.position = position = rankBetween(position, {});
        choice.list = QString::fromLatin1(list);
        choice.key = Texts::tr(usual.key);
        choice.label = Texts::tr(usual.label);
        choice.mark = QString::fromUtf8(usual.mark);
        change.insert(choice);
    }
}

void link(Id<SurveyItem> item, Id<Initiative> initiative, const QString &position, const IdSource &ids, ChangeBuilder &change)
{
    SurveyItemInitiative row;
    row.id = Id<SurveyItemInitiative>(ids());
    row.position = position;
    row.survey_item = item;
    row.initiative = initiative;
    change.insert(row);
}

Id<SurveyItem> addItem(Id<Survey> survey, const QString &position, Id<Measure> measure, const QString &label, const IdSource &ids,
                       ChangeBuilder &change)
{
    SurveyItem item;
    item.id = Id<SurveyItem>(ids());
    item.position = position;
    item.survey = survey;
    item.measure = measure;
    item.label = label;
    change.insert(item);
    return item.id;
}

void addInitiatives(const QList<const Initiative *> &initiatives, Id<Survey> survey, const QString &behind, const IdSource &ids,
                    ChangeBuilder &change)
{
    const QStringList ranks = evenRanks(initiatives.size());
    for (qsizetype i = 0; i < initiatives.size(); ++i) {
        // What comes in bulk stands behind what is there: the rank of the last one is the beginning of theirs.
        const auto item = addItem(survey, behind + ranks[i], {}, {}, ids, change);
        link(item, initiatives[i]->id, ranks.first(), ids, change);
    }
}

/// Whether a round as of `at` still asks about what an item stands for; about no measure at all, it does.
bool isAskedAt(const Plan &plan, const SurveyItem &item, const PlanTime &at)
{
    const auto measures = measuresOf(plan, item);
    return measures.isEmpty()
           || std::any_of(measures.begin(), measures.end(), [&](const Measure *measure) { return !hadEnded(*measure, at); });
}

void takeOverItems(const Plan &plan, const NewSurvey &wanted, Id<Survey> to, const IdSource &ids, ChangeBuilder &change)
{
    for (const SurveyItem *item : plan.parts<&SurveyItem::survey>(wanted.like)) {
        if (!isAskedAt(plan, *item, wanted.asOf))
            continue;
        const auto copy = addItem(to, item->position, item->measure, item->label, ids, change);
        for (const SurveyItemInitiative *part : plan.parts<&SurveyItemInitiative::survey_item>(item->id)) {
            const Initiative *initiative = plan.find(part->initiative);
            const Measure *measure = initiative ? plan.find(initiative->measure) : nullptr;
            if (measure && !hadEnded(*measure, wanted.asOf))
                link(copy, part->initiative, part->position, ids, change);
        }
    }
}

/// Ranks for `count` rows that follow an item of a round; null: the last one.
QStringList ranksBehind(const Plan &plan, Id<Survey> survey, Id<SurveyItem> after, qsizetype count)
{
    const auto items = plan.parts<&SurveyItem::survey>(survey);
    QString before;
    QString next;
    for (qsizetype i = 0; i < items.size(); ++i) {
        before = items[i]->position;
        next = i + 1 < items.size() ? items[i + 1]->position : QString();
        if (items[i]->id == after)
            break;
    }
    if (!next.isEmpty() && next <= before)
        next.clear(); // equal ranks from elsewhere leave no room: the end is a place, too
    QStringList ranks;
    for (qsizetype i = 0; i < count; ++i)
        ranks << (before = rankBetween(before, next));
    return ranks;
}

QString itemName(const Plan &plan, Id<SurveyItem> id)
{
    const SurveyItem *item = plan.find(id);
    return item ? Texts::tr("「%1」").arg(itemTitle(plan, *item)) : QString();
}

/// 「○○」, or 「○○」ほか2件.
QString itemNames(const Plan &plan, const QList<Id<SurveyItem>> &items)
{
    if (items.size() == 1)
        return itemName(plan, items.first());
    return Texts::tr("%1ほか%2件").arg(itemName(plan, items.first())).arg(items.size() - 1);
}

bool isAnswerEmpty(const Answer &answer)
{
    return answer.status.isEmpty() && answer.reason.isEmpty() && answer.countermeasure.isEmpty() && answer.comment.isEmpty();
}

QString answerTitle(const Plan &plan, const QList<AnswerEdit> &edits)
{
    QList<Id<SurveyItem>> items;
    bool sameField = true;
    for (const AnswerEdit &edit : edits) {
        if (!items.contains(edit.item))
            items << edit.item;
        sameField = sameField && edit.field == edits.first().field;
    }
    if (!sameField)
        return Texts::tr("進捗調査の%1の回答を変更").arg(itemNames(plan, items));
    const Field &field = tableInfo(TableId::Answer).fields[static_cast<size_t>(edits.first().field)];
    return Texts::tr("進捗調査の%1の%2を変更").arg(itemNames(plan, items), fieldLabel(field));
}

/// Writes the answer as it should be: added, changed, or removed where nothing is left of it.
void writeAnswer(const Plan &plan, Answer answer, const IdSource &ids, ChangeBuilder &change)
{
    const Answer *before = plan.find(answer.id);
    if (!before && !isAnswerEmpty(answer)) {
        answer.id = Id<Answer>(ids());
        answer.position = evenRanks(1).first();
        change.insert(answer);
    } else if (before && isAnswerEmpty(answer)) {
        change.remove(before->id);
    } else if (before) {
        for (int field = fieldIndex<&Answer::status>(); field <= fieldIndex<&Answer::comment>(); ++field) {
            const Value value = tableInfo(TableId::Answer).fields[static_cast<size_t>(field)].read(&answer);
            if (value != plan.table(TableId::Answer).value(answer.id.row, field))
                change.set(TableId::Answer, answer.id.row, field, value);
        }
    }
}
} // namespace

SurveyExtent extentOf(const Plan &plan, const NewSurvey &wanted)
{
    if (wanted.like.isNull()) {
        const qsizetype asked = initiativesAskedAt(plan, wanted.asOf).size();
        return {asked, plan.rows<Initiative>().size() - asked};
    }
    SurveyExtent extent;
    for (const SurveyItem *item : plan.parts<&SurveyItem::survey>(wanted.like))
        ++(isAskedAt(plan, *item, wanted.asOf) ? extent.items : extent.leftOut);
    return extent;
}

ChangeSet newSurvey(const Plan &plan, const NewSurvey &wanted, const IdSource &ids)
{
    ChangeBuilder change(Texts::tr("進捗調査「%1」を作成").arg(wanted.title));
    addUsualChoices(plan, "status", ids, change);
    addUsualChoices(plan, "reason", ids, change);
    const auto surveys = plan.ordered<Survey>();
    Survey survey;
    survey.id = Id<Survey>(ids());
    survey.position = rankBetween(surveys.isEmpty() ? QString() : surveys.last()->position, {});
    survey.title = wanted.title;
    survey.as_of = wanted.asOf;
    survey.subject = wanted.subject;
    change.insert(survey);
    if (wanted.like.isNull())
        addInitiatives(initiativesAskedAt(plan, wanted.asOf), survey.id, {}, ids, change);
    else
        takeOverItems(plan, wanted, survey.id, ids, change);
    return std::move(change).build();
}

ChangeSet fillFromPlan(const Plan &plan, Id<Survey> survey, const IdSource &ids)
{
    const auto missing = initiativesLeftOut(plan, survey);
    ChangeBuilder change(Texts::tr("計画の取組%1件を進捗調査に追加").arg(missing.size()));
    const auto items = plan.parts<&SurveyItem::survey>(survey);
    addInitiatives(missing, survey, items.isEmpty() ? QString() : items.last()->position, ids, change);
    return std::move(change).build();
}

ChangeSet removeSurvey(const Plan &plan, Id<Survey> survey)
{
    ChangeBuilder change(Texts::tr("%1を削除").arg(rowName(plan, TableId::Survey, survey.row)));
    change.remove(survey);
    return std::move(change).build();
}

namespace {
/// What one answer says for several items.
Answer joinedAnswer(const Plan &plan, const QList<Id<SurveyItem>> &items)
{
    const Answer *first = answerOf(plan, items.first());
    Answer joined = first ? *first : Answer();
    joined.survey_item = items.first();
    QStringList countermeasures;
    QStringList comments;
    QList<KeyOfSome> statuses;
    QList<KeyOfSome> reasons;
    for (const Id<SurveyItem> item : items) {
        const Answer *answer = answerOf(plan, item);
        const Answer said = answer ? *answer : Answer();
        const qsizetype some = std::max<qsizetype>(1, plan.parts<&SurveyItemInitiative::survey_item>(item).size());
        statuses.append({said.status, some});
        reasons.append({said.reason, some});
        countermeasures << said.countermeasure;
        comments << said.comment;
    }
    for (QStringList *texts : {&countermeasures, &comments}) {
        texts->removeAll(QString());
        texts->removeDuplicates();
    }
    joined.status = joinedKey(plan, u"status"_s, statuses);
    joined.reason = joinedKey(plan, u"reason"_s, reasons);
    joined.countermeasure = countermeasures.join(u'\n');
    joined.comment = comments.join(u'\n');
    return joined;
}
} // namespace

ChangeSet combineItems(const Plan &plan, const QList<Id<SurveyItem>> &items, const QString &label, const IdSource &ids)
{
    if (items.size() < 2)
        return {};
    ChangeBuilder change(Texts::tr("調査項目%1を一つにまとめる").arg(itemNames(plan, items)));
    const Id<SurveyItem> kept = items.first();
    change.set<&SurveyItem::label>(kept, label);
    const auto links = plan.parts<&SurveyItemInitiative::survey_item>(kept);
    QString position = links.isEmpty() ? QString() : links.last()->position;
    for (const Id<SurveyItem> id : items.mid(1)) {
        for (const SurveyItemInitiative *part : plan.parts<&SurveyItemInitiative::survey_item>(id))
            link(kept, part->initiative, position = rankBetween(position, {}), ids, change);
        change.remove(id);
    }
    writeAnswer(plan, joinedAnswer(plan, items), ids, change);
    return std::move(change).build();
}

ChangeSet splitItem(const Plan &plan, Id<SurveyItem> id, const IdSource &ids)
{
    const SurveyItem *item = plan.find(id);
    const auto links = plan.parts<&SurveyItemInitiative::survey_item>(id);
    if (!item || links.size() < 2)
        return {};
    ChangeBuilder change(Texts::tr("調査項目%1を取組ごとに分ける").arg(itemName(plan, id)));
    change.set<&SurveyItem::label>(id, QString());
    if (const Answer *answer = answerOf(plan, id))
        change.remove(answer->id);
    const QStringList ranks = ranksBehind(plan, item->survey, id, links.size() - 1);
    for (qsizetype i = 1; i < links.size(); ++i) {
        const auto part = addItem(item->survey, ranks[i - 1], {}, {}, ids, change);
        link(part, links[i]->initiative, links.first()->position, ids, change);
        change.remove(links[i]->id);
    }
    return std::move(change).build();
}

ChangeSet leaveOutItems(const Plan &plan, const QList<Id<SurveyItem>> &items)
{
    if (items.isEmpty())
        return {};
    ChangeBuilder change(Texts::tr("調査項目%1を調査から外す").arg(itemNames(plan, items)));
    for (const Id<SurveyItem> item : items)
        change.remove(item);
    return std::move(change).build();
}

ChangeSet addFreeItem(const Plan &plan, Id<Survey> survey, Id<SurveyItem> after, Id<Measure> measure, const QString &label,
                      const IdSource &ids)
{
    ChangeBuilder change(Texts::tr("調査項目「%1」を追加").arg(label));
    addItem(survey, ranksBehind(plan, survey, after, 1).first(), measure, label, ids, change);
    return std::move(change).build();
}

ChangeSet answerChange(const Plan &plan, const QList<AnswerEdit> &edits, const IdSource &ids)
{
    if (edits.isEmpty())
        return {};
    std::vector<Answer> answers;
    for (const AnswerEdit &edit : edits) {
        auto answer = std::find_if(answers.begin(), answers.end(), [&](const Answer &a) { return a.survey_item == edit.item; });
        if (answer == answers.end()) {
            const Answer *existing = answerOf(plan, edit.item);
            answer = answers.insert(answers.end(), existing ? *existing : Answer());
            answer->survey_item = edit.item;
        }
        tableInfo(TableId::Answer).fields[static_cast<size_t>(edit.field)].write(&*answer, edit.text);
    }
    ChangeBuilder change(answerTitle(plan, edits));
    for (const Answer &answer : answers)
        writeAnswer(plan, answer, ids, change);
    return std::move(change).build();
}

ChangeSet totalChange(const Plan &plan, Id<Survey> survey, const QString &status, const QString &reason, int field,
                      const Value &value, const IdSource &ids)
{
    ChangeBuilder change(Texts::tr("進捗調査の公表値を変更"));
    const auto totals = plan.parts<&SurveyTotal::survey>(survey);
    const auto found = std::find_if(totals.begin(), totals.end(),
                                    [&](const SurveyTotal *total) { return total->status == status && total->reason == reason; });
    SurveyTotal total = found == totals.end() ? SurveyTotal() : **found;
    if (!tableInfo(TableId::SurveyTotal).fields[static_cast<size_t>(field)].write(&total, value))
        return {};
    const bool empty = !total.count && total.printed_share.isEmpty() && total.countermeasure.isEmpty();
    if (found != totals.end()) {
        if (empty)
            change.remove(total.id);
        else if (plan.table(TableId::SurveyTotal).value(total.id.row, field) != value)
            change.set(TableId::SurveyTotal, total.id.row, field, value);
    } else if (!empty) {
        total.id = Id<SurveyTotal>(ids());
        total.position = rankBetween(totals.isEmpty() ? QString() : totals.last()->position, {});
        total.survey = survey;
        total.status = status;
        total.reason = reason;
        change.insert(total);
    }
    return std::move(change).build();
}

} // namespace shisaku
