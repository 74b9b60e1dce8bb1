// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/effects/chart_panel.h"

#include "models/edit/printable_plan.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

namespace shisaku {

using namespace Qt::StringLiterals;

ChartPanel::ChartPanel(PlanDocument &document, QWidget *parent) :
    QWidget(parent), m_plan(document.plan()), m_tabs(new QTabBar), m_view(new ChartView)
{
    m_view->setGate([this, &document] {
        const auto plan = printablePlan(document);
        if (!plan)
            emit refused(plan.error());
        return plan.ok();
    });
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setFont(textFont(9));
    m_tabs->setAccessibleName(tr("グラフの種類"));
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_tabs);
    bar->addStretch();
    addTools(bar);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    column->addLayout(bar);
    column->addWidget(m_view, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &ChartPanel::refresh);
}

void ChartPanel::addTools(QHBoxLayout *bar)
{
    const auto button = [bar](const QString &text, const QString &hint) {
        auto *made = new QPushButton(text);
        made->setFont(textFont(9));
        made->setAutoDefault(false);
        made->setMinimumWidth(made->fontMetrics().horizontalAdvance(text) + space::section);
        made->setToolTip(hint);
        bar->addWidget(made);
        return made;
    };
    connect(button(tr("図をコピー"), tr("文書やスライドに貼り付けられる図としてコピーします。")), &QPushButton::clicked, m_view,
            &ChartView::copyPicture);
    auto *scene = new QAction(tr("この図を場面に追加"), m_view);
    connect(scene, &QAction::triggered, this, &ChartPanel::requestScene);
    m_view->addAction(scene);
    auto *files = new QMenu(this);
    for (const auto &[text, suffix] : {std::pair(tr("図をPDFに保存…"), u"pdf"_s), std::pair(tr("図をPNGに保存…"), u"png"_s),
                                       std::pair(tr("図をSVGに保存…"), u"svg"_s)})
        m_view->addAction(files->addAction(text, this, [this, suffix = suffix] { emit fileRequested(m_view, suffix); }));
    button(tr("図を保存"), tr("図をファイル（PDF、PNG、SVG）に保存します。"))->setMenu(files);
    connect(button(tr("場面に追加"), tr("この図を、発表（F5）で映す場面に加えます。")), &QPushButton::clicked, scene,
            &QAction::trigger);
}

void ChartPanel::requestScene()
{
    const int index = m_tabs->currentIndex();
    if (index < 0 || index >= m_charts.size())
        return;
    ChartScene scene = m_charts[index].shown;
    scene.hidden = m_view->hidden();
    emit sceneRequested(scene);
}

void ChartPanel::setCharts(QList<ChartChoice> charts)
{
    const int before = m_tabs->currentIndex();
    m_charts = std::move(charts);
    const bool blocked = m_tabs->blockSignals(true);
    while (m_tabs->count() > m_charts.size())
        m_tabs->removeTab(m_tabs->count() - 1);
    for (int i = 0; i < m_charts.size(); ++i) {
        if (i < m_tabs->count())
            m_tabs->setTabText(i, m_charts[i].title);
        else
            m_tabs->addTab(m_charts[i].title);
    }
    m_tabs->setCurrentIndex(qBound(0, before, static_cast<int>(m_charts.size()) - 1));
    m_tabs->blockSignals(blocked);
    m_tabs->setVisible(m_charts.size() > 1);
    m_tabs->updateGeometry(); // it was filled silently
    refresh();
}

bool ChartPanel::showChart(const ChartScene &wanted)
{
    for (int i = 0; i < m_charts.size(); ++i) {
        ChartScene offered = m_charts[i].shown;
        offered.hidden = wanted.hidden;
        if (offered != wanted)
            continue;
        m_tabs->setCurrentIndex(i);
        m_view->setData(offered.data(m_plan));
        m_view->setHidden(wanted.hidden);
        m_view->setFocus();
        return true;
    }
    return false;
}

void ChartPanel::refresh()
{
    m_stale = !isVisible();
    const int index = m_tabs->currentIndex();
    if (!m_stale && index >= 0 && index < m_charts.size())
        m_view->setData(m_charts[index].shown.data(m_plan));
}

void ChartPanel::showEvent(QShowEvent *event)
{
    if (m_stale)
        refresh();
    QWidget::showEvent(event);
}

} // namespace shisaku
