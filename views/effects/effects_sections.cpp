// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/effects/effects_sections.h"

#include "models/grid/effect_shapes.h"
#include "models/results/effect_amounts.h"

#include <QCheckBox>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// What notes and charts of results are made from.
const QList<TableId> effectTables{TableId::Effect,     TableId::EffectDepartment, TableId::EffectTask,
                                  TableId::Department, TableId::Choice,           TableId::PlanInfo};

QSplitter *stacked(QWidget *above, QWidget *below, QWidget *parent)
{
    auto *splitter = new QSplitter(Qt::Vertical, parent);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(above);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setHandleWidth(space::medium);
    return splitter;
}

QVBoxLayout *pageColumn(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    return column;
}

void passOn(const ChartPanel *charts, EffectsSection *section)
{
    QObject::connect(charts, &ChartPanel::sceneRequested, section, &EffectsSection::sceneRequested);
    QObject::connect(charts, &ChartPanel::fileRequested, section, &EffectsSection::fileRequested);
    QObject::connect(charts, &ChartPanel::refused, section, &EffectsSection::refused);
}
} // namespace

ToolSection::ToolSection(PlanDocument *document, const QString &tool, QWidget *parent) :
    EffectsSection(parent), m_document(document), m_tool(tool),
    m_part(new GridPanel(document, effectShape(tool, false),
                         {tr("%1の活用実績").arg(document->plan().choiceLabel(u"tool", tool)),
                          tr("%1を使った業務数、部署、導入前後の時間を年度ごとに記録し、削減の効果をまとめる場所です。\n"
                             "表計算ソフトからの貼り付けもできます。")
                              .arg(document->plan().choiceLabel(u"tool", tool)),
                          tr("最初の年度を入力する")})),
    m_charts(new ChartPanel(*document)), m_printed(new QCheckBox(tr("原典の値を編集")))
{
    m_printed->setToolTip(
        tr("公表資料に載っている値（削減、削減率、部署数、合計）の列と行を表示します。計算した値は変わりません。"));
    m_part->addTool(m_printed);
    pageColumn(this)->addWidget(stacked(m_part, m_charts, this));
    connect(m_printed, &QCheckBox::toggled, this, [this](bool on) { m_part->setShape(effectShape(m_tool, on)); });
    connect(m_charts->view(), &ChartView::rowClicked, this, &ToolSection::filterBy);
    passOn(m_charts, this);
    followTables(document, effectTables);
}

void ToolSection::filterBy(RowId row)
{
    const Effect *effect = m_document->plan().find(Id<Effect>(row));
    if (!effect)
        return m_part->setFilter({}, {});
    m_part->setFilter(effect->as_of.toShortJapanese(), [row](RowId shown) { return shown == row; });
}

void ToolSection::showRow(const Owner &place)
{
    const Effect *effect = m_document->plan().find(Id<Effect>(place.row));
    if (effect && effect->scope == "total"_L1)
        m_printed->setChecked(true);
    m_part->showRecord(place.row);
}

void ToolSection::follow()
{
    const Plan &plan = m_document->plan();
    const auto rows = yearRows(plan, m_tool);
    const QList<EffectTotal> totals = totalsByBasis(plan, rows);
    QStringList notes;
    if (totals.size() > 1)
        notes << tr("※集計の基準が異なる行は合算しない。");
    for (const EffectTotal &total : totals)
        notes << missingFrom(plan, total);
    if (std::any_of(totals.begin(), totals.end(), [](const EffectTotal &total) { return total.hasBareCounts; }))
        notes << tr("※部署名のない年度は、公表された部署数だけを示す。同じ部署が複数の年度に含まれることがあるため、合計しない。");
    m_part->setNotes(rows.isEmpty() ? QStringList() : notes);

    const bool hours = !hoursChart(plan, m_tool).isEmpty();
    QList<ChartChoice> charts;
    if (hours) {
        charts.append({tr("導入前後と削減率"), {ChartScene::Kind::Hours, m_tool, {}, {}}});
        charts.append({tr("削減時間の累計"), {ChartScene::Kind::Accumulated, m_tool, {}, {}}});
    }
    charts.append({tr("活用した部署"), {ChartScene::Kind::Offices, m_tool, {}, {}}});
    m_charts->setCharts(charts);
    m_charts->setVisible(!rows.isEmpty());
}

CasesSection::CasesSection(PlanDocument *document, QWidget *parent) :
    EffectsSection(parent), m_document(document),
    m_cases(
        new GridPanel(document, caseShape(),
                      {tr("活用事例"), tr("業務の導入前と導入後を、手順と数値で紹介する場所です。"), tr("最初の事例を入力する")})),
    m_values(new GridPanel(document, caseValueShape({}), {})), m_steps(new GridPanel(document, caseStepShape({}), {})),
    m_charts(new ChartPanel(*document))
{
    auto *parts = new QSplitter(Qt::Horizontal);
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(space::medium);
    parts->addWidget(m_values);
    parts->addWidget(m_steps);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);
    parts->setSizes({600, 520});
    auto *upper = stacked(m_cases, parts, this);
    auto *whole = stacked(upper, m_charts, this);
    whole->setStretchFactor(0, 3);
    whole->setStretchFactor(1, 2);
    pageColumn(this)->addWidget(whole);
    connect(m_cases->grid(), &GridView::currentRecordChanged, this, &CasesSection::showCase);
    connect(m_charts->view(), &ChartView::rowClicked, m_cases->grid(), &GridView::setCurrentRecord);
    passOn(m_charts, this);
    followTables(document, {TableId::CaseStudy, TableId::CaseValue, TableId::CaseStep, TableId::Choice});
    if (m_cases->model()->recordCount() > 0)
        m_cases->grid()->setCurrentRecord(m_cases->model()->recordAt(0));
}

void CasesSection::showCase(RowId row)
{
    if (row.isNull() || row == m_case)
        return;
    m_case = row;
    const CaseStudy *study = m_document->plan().find(Id<CaseStudy>(row));
    const QString title = study ? study->title : QString();
    m_values->setTexts({tr("数値"), tr("「%1」の導入前後の時間や件数を記録します。").arg(title), tr("数値を追加する")});
    m_steps->setTexts(
        {tr("手順・対象業務"), tr("「%1」の導入前後の手順や、数値を共有する業務を記録します。").arg(title), tr("手順を追加する")});
    m_values->setShape(caseValueShape(Id<CaseStudy>(row)));
    m_steps->setShape(caseStepShape(Id<CaseStudy>(row)));
}

void CasesSection::showRow(const Owner &place)
{
    const Plan &plan = m_document->plan();
    const CaseValue *value = place.table == TableId::CaseValue ? plan.find(Id<CaseValue>(place.row)) : nullptr;
    const CaseStep *step = place.table == TableId::CaseStep ? plan.find(Id<CaseStep>(place.row)) : nullptr;
    m_cases->showRecord(value ? value->case_study.row : step ? step->case_study.row : place.row);
    if (value)
        m_values->showRecord(place.row);
    else if (step)
        m_steps->showRecord(place.row);
}

void CasesSection::flush()
{
    m_cases->flush();
    m_values->flush();
    m_steps->flush();
}

void CasesSection::follow()
{
    QList<ChartChoice> charts;
    for (const ChartData &chart : caseCharts(m_document->plan()))
        charts.append({chart.title, {ChartScene::Kind::Cases, chart.title, {}, {}}});
    m_charts->setVisible(!charts.isEmpty());
    m_charts->setCharts(charts);
    const bool any = m_document->plan().rows<CaseStudy>().size() > 0;
    m_values->setVisible(any);
    m_steps->setVisible(any);
}

MeasuresSection::MeasuresSection(PlanDocument *document, QWidget *parent) :
    EffectsSection(parent), m_document(document),
    m_part(new GridPanel(document, measureEffectShape(),
                         {tr("個別施策票に示した値"), tr("個別施策票に示した現状と目標の時間を記録する場所です。"), {}})),
    m_charts(new ChartPanel(*document))
{
    pageColumn(this)->addWidget(stacked(m_part, m_charts, this));
    connect(m_charts->view(), &ChartView::rowClicked, this, &MeasuresSection::filterBy);
    passOn(m_charts, this);
    followTables(document, effectTables + QList{TableId::Measure});
}

void MeasuresSection::filterBy(RowId row)
{
    // The bar of a report filters as well: to what the sheets state of the same tool.
    const Effect *effect = m_document->plan().find(Id<Effect>(row));
    if (!effect)
        return m_part->setFilter({}, {});
    m_part->setFilter(m_document->plan().choiceLabel(u"tool", effect->tool),
                      [document = m_document, row, tool = effect->tool, own = !effect->measure.isNull()](RowId shown) {
                          const Effect *other = document->plan().find(Id<Effect>(shown));
                          return own ? shown == row : other && other->tool == tool;
                      });
}

void MeasuresSection::follow()
{
    QList<ChartChoice> charts;
    for (const ChartData &chart : targetCharts(m_document->plan()))
        charts.append({chart.title.section(u'：', 0, 0), {ChartScene::Kind::Targets, chart.title, {}, {}}});
    m_charts->setVisible(!charts.isEmpty());
    m_charts->setCharts(charts);
}

GridSection::GridSection(PlanDocument *document, GridShape shape, const GridTexts &texts, QWidget *parent) :
    EffectsSection(parent), m_part(new GridPanel(document, std::move(shape), texts))
{
    pageColumn(this)->addWidget(m_part);
}

} // namespace shisaku
