// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/survey_page.h"

#include "models/grid/survey_shape.h"
#include "models/results/survey_counts.h"
#include "models/survey/survey_status.h"
#include "views/look/look.h"
#include "views/progress/survey_result.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

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
    QWidget(parent), m_document(document), m_today(today), m_panel(new GridPanel(document, surveyShape(document->plan(), {}), {})),
    m_result(new SurveyResult(document)), m_rounds(new QComboBox), m_show(new QComboBox), m_itemTools(new QToolButton),
    m_print(new QPushButton(tr("資料を印刷…"))), m_new(new QPushButton(tr("新しい調査…"))), m_asOf(new QLabel),
    m_progress(new QLabel), m_progressBar(new QProgressBar), m_pages(new QStackedWidget), m_answers(new QStackedWidget),
    m_splitter(new QSplitter)
{
    grid()->setAccessibleName(tr("調査項目"));
    m_answers->addWidget(m_panel);
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
    connect(grid(), &GridView::currentRecordChanged, this, [this](RowId item) {
        m_current = Id<SurveyItem>(item);
        m_settle.start();
    });
    connect(model(), &GridModel::refused, this, [this](const Error &error) {
        if (!m_panel->isVisible()) // which tells it otherwise
            emit failed(error);
    });
    connect(m_result, &SurveyResult::refused, this, &SurveyPage::failed);
    connect(&document->unsaved(), &UnsavedInput::placeShown, this, [this](const InputPlace &place) { // behind the grid
        if (!isVisible() || place.row.table != TableId::SurveyItem || model()->rowOf(place.row.row) >= 0)
            return;
        m_show->setCurrentIndex(m_show->findData(static_cast<int>(Show::All)));
        filterItems();
        grid()->goTo(place);
    });
    // The page counts and chooses rounds also while it shows no grid; behind the model, from whose rows it chooses.
    model()->follower().whileShown(this);
    connect(&model()->follower(), &PlanFollower::changed, this, &SurveyPage::follow);
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
    m_show->addItem(tr("すべての項目"), static_cast<int>(Show::All));
    m_show->addItem(tr("未回答だけ"), static_cast<int>(Show::Unanswered));
    m_show->addItem(tr("課題がある取組だけ"), static_cast<int>(Show::Troubled));
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
    connect(m_show, &QComboBox::activated, this, &SurveyPage::filterItems);
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

QModelIndex SurveyPage::statusAt(int row) const
{
    return model()->index(row, surveyColumn(model()->shape(), SurveyColumn::Status));
}

void SurveyPage::follow(const ChangeSet &change)
{
    if (change.touches({TableId::Survey})) {
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
        return setSurvey(wanted);
    }
    if (change.touches({TableId::SurveyItem}))
        showItems();
    refresh();
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
    if (survey != m_survey) {
        m_show->setCurrentIndex(m_show->findData(static_cast<int>(Show::All)));
        m_survey = survey;
        m_panel->setShape(surveyShape(m_document->plan(), survey));
        grid()->moveTo(statusAt(0));
        m_result->setSurvey(survey);
    }
    showItems();
    refresh();
}

/// In a grid that has a column for 前回, and room for what stands in its columns, now.
void SurveyPage::showItems()
{
    GridShape shape = surveyShape(m_document->plan(), m_survey);
    const auto looksLike = [](const GridColumn &a, const GridColumn &b) { return a.part == b.part && a.width == b.width; };
    const auto &shown = model()->shape().columns;
    if (std::equal(shape.columns.begin(), shape.columns.end(), shown.begin(), shown.end(), looksLike))
        return;
    const RowId current = grid()->currentRecord();
    m_panel->setShape(std::move(shape));
    filterItems();
    grid()->moveTo(statusAt(std::max(0, model()->rowOf(current))));
}

/// An item that is answered meanwhile, or new, stays until this is chosen again: nothing jumps.
void SurveyPage::filterItems()
{
    const auto show = static_cast<Show>(m_show->currentData().toInt());
    if (show == Show::All)
        return model()->setFilter({});
    const Plan &plan = m_document->plan();
    QSet<RowId> hidden;
    for (const SurveyItem *item : plan.parts<&SurveyItem::survey>(m_survey)) {
        const Answer *answer = answerOf(plan, item->id);
        const bool shown = show == Show::Unanswered ? !answer || answer->status.isEmpty() : answer && tellsOfTrouble(plan, *answer);
        if (!shown)
            hidden.insert(item->id.row);
    }
    model()->setFilter([hidden](RowId row) { return !hidden.contains(row); });
}

void SurveyPage::setCurrentMeasure(Id<Measure> measure)
{
    model()->follower().catchUp(); // the items of the measure are chosen, whether the page is looked at or not
    const auto isOf = [&](Id<SurveyItem> id) {
        const SurveyItem *item = m_document->plan().find(id);
        const auto measures = item ? measuresOf(m_document->plan(), *item) : QList<const Measure *>();
        return std::any_of(measures.begin(), measures.end(), [&](const Measure *each) { return each->id == measure; });
    };
    if (measure.isNull() || isOf(m_current))
        return;
    for (int row = 0; row < model()->recordCount(); ++row) {
        if (!isOf(Id<SurveyItem>(model()->recordAt(row))))
            continue;
        grid()->moveTo(statusAt(row));
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
    const StatusCounts counts = countStatuses(m_document->plan(), survey());
    const int total = static_cast<int>(counts.total());
    const int answered = static_cast<int>(counts.answered());
    m_answers->setCurrentIndex(total > 0 ? 0 : 1);
    m_progress->setText(tr("%1件中 %2件 回答済み").arg(total).arg(answered));
    m_progressBar->setRange(0, std::max(1, total));
    m_progressBar->setValue(answered);
    for (QWidget *part : std::initializer_list<QWidget *>{m_progress, m_progressBar, m_show})
        part->setVisible(total > 0);
}

void SurveyPage::flush()
{
    m_panel->flush();
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
