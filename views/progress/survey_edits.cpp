// SPDX-License-Identifier: GPL-3.0-or-later
// What SurveyPage is asked to do: rounds made and changed, items combined, split, left out and added.
#include "models/plan/choice_names.h"
#include "models/survey/survey_edit.h"
#include "views/progress/survey_dialog.h"
#include "views/progress/survey_page.h"

#include <QInputDialog>
#include <QMenu>

namespace shisaku {

QList<Id<SurveyItem>> SurveyPage::chosenItems() const
{
    QList<Id<SurveyItem>> items;
    for (const RowId row : grid()->chosenRecords())
        items << Id<SurveyItem>(row);
    return items;
}

void SurveyPage::fillItemMenu(QMenu *menu)
{
    menu->clear();
    const Plan &plan = m_document->plan();
    const auto items = chosenItems();
    const auto add = [&](const QString &text, bool enabled, auto slot) {
        menu->addAction(text, this, slot)->setEnabled(enabled && !m_document->isReadOnly());
    };
    const auto statuses = plan.choices(u"status");
    for (qsizetype i = 0; i < statuses.size(); ++i) {
        add(tr("選んだ項目を「%1」にする（%2）").arg(shortName(*statuses[i])).arg(i + 1), !items.isEmpty(),
            [this, key = statuses[i]->key] {
                QList<AnswerEdit> edits;
                for (const Id<SurveyItem> item : chosenItems())
                    edits.append({item, fieldIndex<&Answer::status>(), key});
                submit([edits](const Plan &then, const IdSource &ids) { return answerChange(then, edits, ids); });
            });
    }
    menu->addSeparator();
    add(tr("選んだ%1項目を一つにまとめる…").arg(items.size()), items.size() > 1, [this] { combine(); });
    const bool splits = items.size() == 1 && plan.parts<&SurveyItemInitiative::survey_item>(items.first()).size() > 1;
    add(tr("取組ごとに分ける"), splits, [this, items] {
        submit([item = items.first()](const Plan &then, const IdSource &ids) { return splitItem(then, item, ids); });
    });
    add(tr("調査から外す"), !items.isEmpty(),
        [this, items] { submit([items](const Plan &then, const IdSource &) { return leaveOutItems(then, items); }); });
    menu->addSeparator();
    add(tr("計画にない項目を追加…"), true, [this] { addItem(); });
    const auto missing = initiativesLeftOut(plan, survey()).size();
    add(tr("調査にない取組を追加（%1件）").arg(missing), missing > 0, [this] { addMissing(); });
    menu->addSeparator();
    add(tr("この調査を削除"), true,
        [this] { submit([round = survey()](const Plan &then, const IdSource &) { return removeSurvey(then, round); }); });
}

void SurveyPage::addRound()
{
    SurveyDialog dialog(m_document->plan(), m_today, this);
    if (dialog.exec() == QDialog::Accepted) {
        const NewSurvey wanted = dialog.survey();
        submitTyped([wanted](const Plan &plan, const IdSource &ids) { return newSurvey(plan, wanted, ids); });
    }
}

void SurveyPage::editRound()
{
    const Survey *shown = m_document->plan().find(survey());
    if (!shown)
        return;
    SurveyDialog dialog(m_document->plan(), *shown, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const NewSurvey wanted = dialog.survey();
    submitTyped([wanted, round = survey()](const Plan &, const IdSource &) {
        ChangeBuilder change(tr("進捗調査「%1」の設定を変更").arg(wanted.title));
        change.set<&Survey::title>(round, wanted.title);
        change.set<&Survey::as_of>(round, wanted.asOf);
        change.set<&Survey::subject>(round, wanted.subject);
        return std::move(change).build();
    });
}

void SurveyPage::combine()
{
    const auto items = chosenItems();
    bool ok = false;
    const QString label = QInputDialog::getText(
        this, tr("項目をまとめる"), tr("まとめた項目の名前（空のままなら取組の名前を並べます）"), QLineEdit::Normal, {}, &ok);
    if (ok)
        submitTyped([items, label = label.trimmed()](const Plan &plan, const IdSource &ids) {
            return combineItems(plan, items, label, ids);
        });
}

void SurveyPage::addItem()
{
    const auto items = chosenItems();
    const Id<SurveyItem> beside = items.isEmpty() ? Id<SurveyItem>() : items.last();
    const SurveyItem *after = m_document->plan().find(beside);
    const auto measures = after ? measuresOf(m_document->plan(), *after) : QList<const Measure *>();
    const Id<Measure> measure = measures.isEmpty() ? Id<Measure>() : measures.first()->id;
    const QString label = QInputDialog::getText(this, tr("項目を追加"),
                                                measures.isEmpty()
                                                    ? tr("調査項目")
                                                    : tr("調査項目（施策%1の下に追加します）").arg(measures.first()->number))
                              .trimmed();
    if (!label.isEmpty())
        submitTyped([round = survey(), beside, measure, label](const Plan &plan, const IdSource &ids) {
            return addFreeItem(plan, round, beside, measure, label, ids);
        });
}

void SurveyPage::addMissing()
{
    submit([round = survey()](const Plan &plan, const IdSource &ids) { return fillFromPlan(plan, round, ids); });
}

void SurveyPage::submitTyped(RecipeWithIds make)
{
    const Recipe recipe = recipeWithIds(m_document->environment().ids, std::move(make));
    const auto tried = recipe(m_document->plan());
    const QString title = tried ? tried->title : QString();
    m_document->unsaved().submit({Owner(survey()), -1, title}, title, recipe, 0,
                                 m_document->toldTo(this, [this](const Result<void> &result) {
                                     if (!result)
                                         emit failed(result.error());
                                 }));
}

void SurveyPage::submit(RecipeWithIds make)
{
    model()->beginUndoGroup();
    model()->submit(recipeWithIds(m_document->environment().ids, std::move(make)));
}

} // namespace shisaku
