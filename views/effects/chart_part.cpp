// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/effects/chart_part.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

namespace shisaku {

ChartPart::ChartPart(QWidget *parent) : QWidget(parent), m_tabs(new QTabBar), m_view(new ChartView)
{
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setFont(textFont(9));
    m_tabs->setAccessibleName(tr("グラフの種類"));
    auto *copy = new QPushButton(tr("グラフをコピー"));
    copy->setFont(textFont(9));
    copy->setAutoDefault(false);
    copy->setMinimumWidth(copy->fontMetrics().horizontalAdvance(copy->text()) + space::section);
    copy->setToolTip(tr("文書やスライドに貼り付けられる図としてコピーします。"));
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_tabs);
    bar->addStretch();
    bar->addWidget(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    column->addLayout(bar);
    column->addWidget(m_view, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &ChartPart::refresh);
    connect(copy, &QPushButton::clicked, m_view, &ChartView::copyPicture);
}

void ChartPart::setCharts(QList<ChartChoice> charts)
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

void ChartPart::refresh()
{
    m_stale = !isVisible();
    const int index = m_tabs->currentIndex();
    if (!m_stale && index >= 0 && index < m_charts.size())
        m_view->setData(m_charts[index].make());
}

void ChartPart::showEvent(QShowEvent *event)
{
    if (m_stale)
        refresh();
    QWidget::showEvent(event);
}

} // namespace shisaku
