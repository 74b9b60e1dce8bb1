// SPDX-License-Identifier: GPL-3.0-or-later
// The middle of the window: a short row of tabs, and the page of the chosen one.
#pragma once

#include "models/plan/measure.h"

#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace shisaku {

class Workspace : public QWidget {
    Q_OBJECT

public:
    explicit Workspace(QWidget *parent = nullptr);

    /// Adds a tab behind the others. `make` is called once, when the page is first shown, and gives it to the workspace; `id` is
    /// what settings remember. One tab alone has no row of tabs.
    void addPage(const QString &id, const QString &title, std::function<QWidget *()> make);
    /// Shows a page; an id that is not there changes nothing.
    void show(const QString &id);
    QString current() const;
    /// The page, made if it was not yet; null if there is none of that id.
    QWidget *page(const QString &id);

signals:
    void shown(const QString &id);
    /// What is being typed on a page shall be taken now.
    void flushAsked();
    /// A measure was chosen somewhere in the window; pages follow.
    void measureChosen(shisaku::Id<shisaku::Measure> measure);

private:
    void showTab(int index);

    struct Page {
        QString id;
        std::function<QWidget *()> make;
        QWidget *widget = nullptr;
    };
    QList<Page> m_pages;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
};

} // namespace shisaku
