// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/survey_page.h"

#include "models/plan/choice_names.h"
#include "models/survey/survey_edit.h"
#include "views/look/look.h"
#include "views/progress/survey_dialog.h"
#include "views/progress/survey_grid.h"
#include "views/progress/survey_result.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace shisaku {

namespace {
constexpr int settleMs = 200;
constexpr int wide = 980; ///< From this width on the results stand beside the grid, below it else.

QLabel *quietLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    return label;
}

QWidget *centred(const QList<QWidget *> &parts)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::section, space::section, space::section, space::section);
    column->setSpacing(space::large);
    column->addStretch(1);
    for (QWidget *part : parts)
        column->addWidget(part, 0, qobject_cast<QPushButton *>(part) ? Qt::AlignHCenter : Qt::Alignment());
    column->addStretch(2);
    return page;
}
} // namespace

SurveyPage::SurveyPage(PlanDocument *document, const QDate &today, QWidget *parent) :
    QWidget(parent), m_document(document), m_today(today), m_model(new SurveyModel(document, this)), m_grid(new SurveyGrid),
    m_result(new SurveyResult(document)), m_rounds(new QComboBox), m_show(new QComboBox), m_itemTools(new QToolButton),
    m_print(new QPushButton(tr("資料を印刷…"))), m_new(new QPushButton(tr("新しい調査…"))), m_asOf(new QLabel),
    m_progress(new QLabel), m_progressBar(new QProgressBar), m_pages(new QStackedWidget), m_answers(new QStackedWidget),
    m_splitter(new QSplitter)
{
    m_grid->setSurveyModel(m_model);
    m_answers->addWidget(m_grid);
    m_answers->addWidget(makeWithoutItems());
    m_splitter->addWidget(m_answers);
    m_splitter->addWidget(m_result);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({600, 400});

    auto *round = new QWidget;
    auto *roundColumn = new QVBoxLayout(round);
    roundColumn->setContentsMargins({});
    roundColumn->setSpacing(0);
    roundColumn->addWidget(makeBar());
    roundColumn->addWidget(m_splitter, 1);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(round);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_pages);

    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        const SurveyItem *item = m_document->plan().find(m_current);
        const auto measures = item ? measuresOf(m_document->plan(), *item) : QList<const Measure *>();
        if (!measures.isEmpty())
            emit measureChosen(measures.first()->id);
    });
    connect(m_grid, &SurveyGrid::currentItemChanged, this, [this](Id<SurveyItem> item) {
        m_current = item;
        m_settle.start();
    });
    connect(m_model, &SurveyModel::refused, this, &SurveyPage::failed);
    connect(m_result, &SurveyResult::refused, this, &SurveyPage::failed);
    connect(m_model, &SurveyModel::progressChanged, this, &SurveyPage::refresh);
    m_model->follower().whileShown(this);
    // Behind the model, from whose rows the page chooses.
    connect(&m_model->follower(), &PlanFollower::changed, this, &SurveyPage::follow);
    const Survey *newest = newestSurvey(document->plan());
    fillRounds();
    setSurvey(newest ? newest->id : Id<Survey>());
}

QWidget *SurveyPage::makeBar()
{
    auto *bar = new QWidget;
    auto *column = new QVBoxLayout(bar);
    column->setContentsMargins(space::small, space::small, space::small, space::small);
    column->setSpacing(space::small);
    auto *upper = new QHBoxLayout;
    m_rounds->setAccessibleName(tr("調査"));
    m_rounds->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rounds->setMinimumContentsLength(16);
    upper->addWidget(m_rounds, 1);
    upper->addWidget(m_asOf);
    auto *settings = new QPushButton(tr("設定…"));
    upper->addWidget(settings);
    upper->addWidget(m_new);
    upper->addWidget(m_print);
    column->addLayout(upper);

    auto *lower = new QHBoxLayout;
    m_show->setAccessibleName(tr("表示する項目"));
    m_show->addItem(tr("すべての項目"), static_cast<int>(SurveyModel::Show::All));
    m_show->addItem(tr("未回答だけ"), static_cast<int>(SurveyModel::Show::Unanswered));
    m_show->addItem(tr("課題がある取組だけ"), static_cast<int>(SurveyModel::Show::Troubled));
    lower->addWidget(m_show);
    m_itemTools->setText(tr("項目の編集"));
    m_itemTools->setPopupMode(QToolButton::InstantPopup);
    m_itemTools->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *menu = new QMenu(m_itemTools);
    m_itemTools->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillItemMenu(menu); });
    lower->addWidget(m_itemTools);
    lower->addStretch(1);
    m_progressBar->setTextVisible(false);
    m_progressBar->setFixedSize(120, 8);
    lower->addWidget(m_progress);
    lower->addWidget(m_progressBar);
    column->addLayout(lower);

    connect(m_rounds, &QComboBox::activated, this,
            [this] { setSurvey(Id<Survey>(RowId::fromText(m_rounds->currentData().toString()).value_or(RowId()))); });
    connect(m_show, &QComboBox::activated, this,
            [this] { m_model->setShow(static_cast<SurveyModel::Show>(m_show->currentData().toInt())); });
    connect(settings, &QPushButton::clicked, this, &SurveyPage::editRound);
    connect(m_new, &QPushButton::clicked, this, &SurveyPage::addRound);
    connect(m_print, &QPushButton::clicked, this, [this] { emit printRequested(survey()); });
    return bar;
}

QWidget *SurveyPage::makeEmpty()
{
    auto *make = new QPushButton(tr("最初の調査を作る"));
    connect(make, &QPushButton::clicked, this, &SurveyPage::addRound);
    auto *title = quietLabel(tr("進捗調査"));
    title->setFont(textFont(16));
    return centred({title,
                    quietLabel(tr("取組がどこまで進んだかを、年に一度まとめて確かめる場所です。\n"
                                  "計画の取組が調査項目になり、回答はその場で集計されます。")),
                    make});
}

QWidget *SurveyPage::makeWithoutItems()
{
    auto *make = new QPushButton(tr("計画の取組を調査項目にする"));
    connect(make, &QPushButton::clicked, this, [this] { addMissing(); });
    return centred({quietLabel(tr("この調査には項目ごとの回答がありません。\n"
                                  "公表された集計だけを控えています。集計は項目に割り振りません。")),
                    make});
}

void SurveyPage::fillItemMenu(QMenu *menu)
{
    menu->clear();
    const Plan &plan = m_document->plan();
    const auto items = m_grid->selectedItems();
    const auto add = [&](const QString &text, bool enabled, auto slot) {
        menu->addAction(text, this, slot)->setEnabled(enabled && !m_document->isReadOnly());
    };
    const auto statuses = plan.choices(u"status");
    for (qsizetype i = 0; i < statuses.size(); ++i) {
        add(tr("選んだ項目を「%1」にする（%2）").arg(shortName(*statuses[i])).arg(i + 1), !items.isEmpty(),
            [this, key = statuses[i]->key] {
                QList<AnswerEdit> edits;
                for (const Id<SurveyItem> item : m_grid->selectedItems())
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

void SurveyPage::follow(const ChangeSet &change)
{
    if (!change.touches({TableId::Survey}))
        return;
    // A round that has just been made is the one to work on; one that has gone gives way to the newest.
    Id<Survey> wanted = survey();
    for (const RowChange &row : change.rows) {
        if (row.table == TableId::Survey && row.isInsert())
            wanted = Id<Survey>(row.row);
    }
    const Survey *newest = newestSurvey(m_document->plan());
    if (!m_document->plan().find(wanted))
        wanted = newest ? newest->id : Id<Survey>();
    fillRounds();
    setSurvey(wanted);
}

void SurveyPage::fillRounds()
{
    m_rounds->clear();
    const auto rounds = surveysInTime(m_document->plan());
    for (auto round = rounds.rbegin(); round != rounds.rend(); ++round)
        m_rounds->addItem((*round)->title, (*round)->id.toText());
}

void SurveyPage::setSurvey(Id<Survey> survey)
{
    m_rounds->setCurrentIndex(m_rounds->findData(survey.toText()));
    if (survey != m_model->survey())
        m_show->setCurrentIndex(0);
    m_model->setShow(static_cast<SurveyModel::Show>(m_show->currentData().toInt()));
    m_model->setSurvey(survey);
    m_result->setSurvey(survey);
    if (m_model->rowCount() > 0)
        m_grid->setCurrentIndex(m_model->index(0, SurveyModel::Status));
}

void SurveyPage::setCurrentMeasure(Id<Measure> measure)
{
    m_model->follower().catchUp(); // the items of the measure are chosen, whether the page is looked at or not
    const auto isOf = [&](Id<SurveyItem> id) {
        const SurveyItem *item = m_document->plan().find(id);
        const auto measures = item ? measuresOf(m_document->plan(), *item) : QList<const Measure *>();
        return std::any_of(measures.begin(), measures.end(), [&](const Measure *each) { return each->id == measure; });
    };
    if (measure.isNull() || isOf(m_current))
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!isOf(m_model->itemAt(row)))
            continue;
        m_grid->setCurrentIndex(m_model->index(row, SurveyModel::Status));
        m_settle.stop(); // it is chosen already
        return;
    }
}

void SurveyPage::refresh()
{
    const Survey *shown = m_document->plan().find(survey());
    m_pages->setCurrentIndex(shown ? 1 : 0);
    m_new->setEnabled(!m_document->isReadOnly());
    if (!shown)
        return;
    m_asOf->setText(shown->as_of.isDated() ? tr("%1現在").arg(shown->as_of.toJapanese()) : tr("調査時点は未入力"));
    m_answers->setCurrentIndex(m_model->itemCount() > 0 ? 0 : 1);
    m_progress->setText(tr("%1件中 %2件 回答済み").arg(m_model->itemCount()).arg(m_model->answeredCount()));
    m_progressBar->setRange(0, std::max(1, m_model->itemCount()));
    m_progressBar->setValue(m_model->answeredCount());
    const Survey *before = surveyBefore(m_document->plan(), survey());
    m_grid->setColumnHidden(SurveyModel::Previous, !before || m_document->plan().parts<&SurveyItem::survey>(before->id).isEmpty());
    for (QWidget *part : std::initializer_list<QWidget *>{m_progress, m_progressBar, m_show})
        part->setVisible(m_model->itemCount() > 0);
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
    const auto items = m_grid->selectedItems();
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
    const auto items = m_grid->selectedItems();
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
        submitTyped([round = survey(), beside, measure, label](
                        const Plan &plan, const IdSource &ids) { return addFreeItem(plan, round, beside, measure, label, ids); });
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
    m_model->submit(recipeWithIds(m_document->environment().ids, std::move(make)));
}

void SurveyPage::flush()
{
    m_grid->commit();
}

void SurveyPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation wanted = width() < wide ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() == wanted)
        return;
    m_splitter->setOrientation(wanted);
    const int room = wanted == Qt::Vertical ? height() : width();
    m_splitter->setSizes({room * 6 / 10, room * 4 / 10});
}

} // namespace shisaku
