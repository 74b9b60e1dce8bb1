// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/workspace.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace shisaku {

Workspace::Workspace(QWidget *parent) : QWidget(parent), m_tabs(new QTabBar), m_stack(new QStackedWidget)
{
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setAutoHide(true);
    m_tabs->setAccessibleName(tr("表示する内容"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &Workspace::showTab);
}

void Workspace::addPage(const QString &id, const QString &title, std::function<QWidget *()> make)
{
    m_pages.append({id, std::move(make)}); // before the tab: the first one is shown as it is added
    m_tabs->addTab(title);
}

void Workspace::show(const QString &id)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].id == id)
            m_tabs->setCurrentIndex(i);
    }
}

QString Workspace::current() const
{
    const int index = m_tabs->currentIndex();
    return index < 0 ? QString() : m_pages[index].id;
}

QWidget *Workspace::page(const QString &id)
{
    for (Page &page : m_pages) {
        if (page.id != id)
            continue;
        if (!page.widget) {
            page.widget = page.make();
            m_stack->addWidget(page.widget);
        }
        return page.widget;
    }
    return nullptr;
}

void Workspace::showTab(int index)
{
    m_stack->setCurrentWidget(page(m_pages[index].id));
    emit shown(m_pages[index].id);
}

} // namespace shisaku
