// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/effects/effects_page.h"

#include "models/grid/budget_shape.h"
#include "models/grid/effect_shapes.h"
#include "models/results/effect_amounts.h"
#include "views/effects/effects_sections.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
const QString toolPrefix = u"tool:"_s;

/// The tools of which cities report results, until the plan has a list of its own.
const QStringList &usualTools()
{
    static const QStringList tools{u"RPA"_s, u"AI-OCR"_s};
    return tools;
}
} // namespace

void EffectsSection::followTables(PlanDocument *document, const QList<TableId> &tables)
{
    auto *follower = new PlanFollower(document, this);
    follower->setTables(tables);
    follower->whileShown(this);
    connect(follower, &PlanFollower::changed, this, &EffectsSection::follow);
    follow();
}

EffectsPage::EffectsPage(PlanDocument *document, QWidget *parent) :
    QWidget(parent), m_document(document), m_tabs(new QTabBar), m_stack(new QStackedWidget)
{
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("実績の種類"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &EffectsPage::showTab);
    auto *follower = new PlanFollower(document, this);
    follower->setTables({TableId::Choice, TableId::Effect});
    follower->whileShown(this);
    connect(follower, &PlanFollower::changed, this, &EffectsPage::fillTabs);
    fillTabs();
}

QList<EffectsPage::Tab> EffectsPage::wantedTabs() const
{
    QStringList tools;
    for (const Choice *choice : m_document->plan().choices(u"tool"))
        tools << choice->key;
    if (tools.isEmpty())
        tools = usualTools();
    for (const QString &used : toolsWithResults(m_document->plan())) {
        if (!tools.contains(used))
            tools << used;
    }
    QList<Tab> tabs;
    for (const QString &tool : tools)
        tabs.append({toolPrefix + tool, m_document->plan().choiceLabel(u"tool", tool)});
    tabs.append({u"cases"_s, tr("活用事例")});
    tabs.append({u"projects"_s, tr("支援業務・官民連携")});
    tabs.append({u"budget"_s, tr("予算")});
    const auto &effects = m_document->plan().rows<Effect>();
    if (std::any_of(effects.begin(), effects.end(), [](const Effect &effect) { return !effect.measure.isNull(); }))
        tabs.append({u"measures"_s, tr("個別施策票の値")});
    return tabs;
}

void EffectsPage::fillTabs()
{
    const QList<Tab> wanted = wantedTabs();
    bool same = wanted.size() == m_tabs->count();
    for (int i = 0; same && i < wanted.size(); ++i)
        same = m_tabs->tabData(i).toString() == wanted[i].key && m_tabs->tabText(i) == wanted[i].title;
    if (same)
        return;
    const QString current = m_tabs->tabData(m_tabs->currentIndex()).toString();
    m_tabs->blockSignals(true);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    int shown = 0;
    for (const Tab &tab : wanted) {
        const int index = m_tabs->addTab(tab.title);
        m_tabs->setTabData(index, tab.key);
        if (tab.key == current)
            shown = index;
    }
    m_tabs->setCurrentIndex(shown);
    m_tabs->blockSignals(false);
    showTab(shown);
}

EffectsSection *EffectsPage::make(const QString &key)
{
    if (key.startsWith(toolPrefix))
        return new ToolSection(m_document, key.sliced(toolPrefix.size()));
    if (key == u"cases")
        return new CasesSection(m_document);
    if (key == u"projects")
        return new GridSection(m_document, projectShape(),
                               {tr("DX支援業務・官民連携"),
                                tr("施策のほかに行った支援業務や、民間と進める事業を記録する場所です。"),
                                tr("最初の事業を入力する")});
    if (key == u"budget")
        return new GridSection(m_document, budgetShape(),
                               {tr("予算"),
                                tr("施策ごとの予算額を、年度と段階（要求、当初、補正、決算）に分けて記録する場所です。\n"
                                   "表計算ソフトからの貼り付けもできます。"),
                                tr("最初の予算を入力する")});
    return new MeasuresSection(m_document);
}

void EffectsPage::showTab(int index)
{
    const QString key = m_tabs->tabData(index).toString();
    if (key.isEmpty())
        return;
    EffectsSection *&section = m_sections[key];
    if (!section) {
        section = make(key);
        m_stack->addWidget(section);
        connect(section, &EffectsSection::sceneRequested, this, &EffectsPage::sceneRequested);
        connect(section, &EffectsSection::fileRequested, this, &EffectsPage::fileRequested);
        connect(section, &EffectsSection::refused, this, &EffectsPage::refused);
    }
    m_stack->setCurrentWidget(section);
}

EffectsSection *EffectsPage::section() const
{
    return static_cast<EffectsSection *>(m_stack->currentWidget());
}

bool EffectsPage::showChart(const ChartScene &chart)
{
    const QString key = chart.kind == ChartScene::Kind::Cases     ? u"cases"_s
                        : chart.kind == ChartScene::Kind::Targets ? u"measures"_s
                                                                  : toolPrefix + chart.name;
    return choose(key) && section()->showChart(chart);
}

bool EffectsPage::choose(const QString &key)
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->tabData(i).toString() == key) {
            m_tabs->setCurrentIndex(i);
            return true;
        }
    }
    return false;
}

void EffectsPage::showRow(const Owner &place)
{
    const Plan &plan = m_document->plan();
    if (const auto *named = plan.find(Id<EffectDepartment>(place.row)); place.table == TableId::EffectDepartment && named)
        return showRow(Owner(named->effect));
    if (const auto *named = plan.find(Id<ProjectDepartment>(place.row)); place.table == TableId::ProjectDepartment && named)
        return showRow(Owner(named->project));
    const Effect *effect = place.table == TableId::Effect ? plan.find(Id<Effect>(place.row)) : nullptr;
    const QString key = effect                            ? (effect->measure.isNull() ? toolPrefix + effect->tool : u"measures"_s)
                        : place.table == TableId::Project ? u"projects"_s
                        : place.table == TableId::Budget  ? u"budget"_s
                                                          : u"cases"_s;
    if (choose(key))
        section()->showRow(place);
}

void EffectsPage::flush()
{
    for (EffectsSection *section : std::as_const(m_sections))
        section->flush();
}

} // namespace shisaku
