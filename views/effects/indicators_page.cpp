// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/effects/indicators_page.h"

#include "models/grid/indicator_shapes.h"
#include "models/plan/indicator_words.h"

#include <QComboBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace shisaku {

IndicatorsPage::IndicatorsPage(PlanDocument *document, QWidget *parent) :
    QWidget(parent), m_document(document), m_tabs(new QTabBar), m_stack(new QStackedWidget), m_choice(new QComboBox),
    m_indicators(new GridPanel(
        document, indicatorShape(),
        {tr("指標"), tr("施策や計画全体の指標と、現状・目標・実績の値を記録する場所です。"), tr("最初の指標を入力する")})),
    m_values(new GridPanel(document, indicatorValueShape({}), {})),
    m_coverage(new GridPanel(document, coverageShape(),
                             {tr("指標と目標値の設定状況"), tr("計画に分類が登録されると、分類ごとの設定状況を示します。"), {}})),
    m_chart(new ChartPanel(*document))
{
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("指標の見方"));
    m_tabs->addTab(tr("指標と値"));
    m_tabs->addTab(tr("分類ごとの設定状況"));
    m_stack->addWidget(makeList());
    auto *coverage = new QWidget;
    auto *coverageColumn = new QVBoxLayout(coverage);
    coverageColumn->setContentsMargins(space::large, space::medium, space::large, space::medium);
    coverageColumn->addWidget(m_coverage);
    m_stack->addWidget(coverage);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    m_coverage->setNotes({tr("※一つの施策が複数の分類に属するときは、それぞれの分類で数える。")});

    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_indicators->setShape(indicatorShape(static_cast<IndicatorChoice>(index)));
        sayCounts();
    });
    connect(m_indicators->grid(), &GridView::currentRecordChanged, this, &IndicatorsPage::showIndicator);
    connect(m_chart->view(), &ChartView::rowClicked, m_values->grid(), &GridView::setCurrentRecord);
    connect(m_chart, &ChartPanel::sceneRequested, this, &IndicatorsPage::sceneRequested);
    connect(m_chart, &ChartPanel::fileRequested, this, &IndicatorsPage::fileRequested);
    connect(m_chart, &ChartPanel::refused, this, &IndicatorsPage::refused);
    auto *follower = new PlanFollower(document, this);
    follower->setTables({TableId::Indicator, TableId::IndicatorValue, TableId::Measure, TableId::Choice, TableId::PlanInfo});
    follower->whileShown(this);
    connect(follower, &PlanFollower::changed, this, [this] {
        sayCounts();
        showChart();
    });
    sayCounts();
    showIndicator({});
    if (m_indicators->model()->recordCount() > 0)
        m_indicators->grid()->setCurrentRecord(m_indicators->model()->recordAt(0));
}

QWidget *IndicatorsPage::makeList()
{
    for (const QString &choice : {tr("すべての指標"), tr("施策の指標"), tr("計画全体の統計"), tr("目標値のない指標")})
        m_choice->addItem(choice);
    m_choice->setAccessibleName(tr("表示する指標"));
    m_indicators->addTool(m_choice);
    auto *chosen = new QSplitter(Qt::Horizontal);
    chosen->setChildrenCollapsible(false);
    chosen->setHandleWidth(space::medium);
    chosen->addWidget(m_values);
    chosen->addWidget(m_chart);
    chosen->setStretchFactor(0, 2);
    chosen->setStretchFactor(1, 3);
    chosen->setSizes({440, 660});
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(space::medium);
    splitter->addWidget(m_indicators);
    splitter->addWidget(chosen);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->addWidget(splitter);
    return page;
}

void IndicatorsPage::sayCounts()
{
    const Plan &plan = m_document->plan();
    int ofMeasures = 0;
    int withTarget = 0;
    int later = 0;
    for (const Indicator &indicator : plan.rows<Indicator>()) {
        if (indicator.measure.isNull())
            continue;
        ++ofMeasures;
        withTarget += hasTarget(plan, indicator.id) ? 1 : 0;
        later += indicator.state.isEmpty() ? 0 : 1;
    }
    m_indicators->setNotes({tr("施策の指標%1のうち、目標値のあるもの%2、「今後設定する」もの%3。計画全体の統計%4。")
                                .arg(ofMeasures)
                                .arg(withTarget)
                                .arg(later)
                                .arg(plan.rows<Indicator>().size() - ofMeasures)});
}

void IndicatorsPage::showIndicator(RowId row)
{
    const Indicator *indicator = m_document->plan().find(Id<Indicator>(row));
    if (row.isNull() || !indicator) {
        m_values->setVisible(!m_indicator.isNull());
        m_chart->setVisible(!m_indicator.isNull());
        return;
    }
    if (row == m_indicator)
        return;
    m_indicator = row;
    m_values->show();
    m_chart->show();
    m_values->setTexts({tr("値"), tr("「%1」の現状・目標・実績の値を記録します。").arg(indicator->name), tr("値を追加する")});
    m_values->setShape(indicatorValueShape(Id<Indicator>(row)));
    showChart();
    if (!indicator->measure.isNull())
        emit measureChosen(indicator->measure);
}

void IndicatorsPage::showChart()
{
    if (!m_indicator.isNull())
        m_chart->setCharts({{tr("推移"), {ChartScene::Kind::Indicator, {}, Id<Indicator>(m_indicator), {}}}});
}

bool IndicatorsPage::showChart(const ChartScene &chart)
{
    if (!m_document->plan().find(chart.indicator))
        return false;
    chooseIndicator(chart.indicator.row);
    return m_chart->showChart(chart);
}

void IndicatorsPage::chooseIndicator(RowId row)
{
    m_tabs->setCurrentIndex(0);
    if (m_indicators->model()->rowOf(row) < 0)
        m_choice->setCurrentIndex(static_cast<int>(IndicatorChoice::All));
    m_indicators->showRecord(row);
}

void IndicatorsPage::showRow(const Owner &place)
{
    const auto *value = m_document->plan().find(Id<IndicatorValue>(place.row));
    if (place.table != TableId::IndicatorValue || !value)
        return chooseIndicator(place.row);
    chooseIndicator(value->indicator.row);
    m_values->showRecord(place.row);
}

void IndicatorsPage::flush()
{
    m_indicators->flush();
    m_values->flush();
}

} // namespace shisaku
