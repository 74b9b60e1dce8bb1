// SPDX-License-Identifier: GPL-3.0-or-later
// 実績: what each tool saved as grids and charts, cases, projects beside the measures, and budgets.
#pragma once

#include "models/edit/plan_document.h"
#include "models/scene/chart_scene.h"

#include <QHash>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace shisaku {

class ChartView;

/// A part of the page that holds unsaved typing.
class EffectsSection : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual void flush() = 0;
    /// Brings a chart to the front; false where there is none such.
    virtual bool showChart(const ChartScene &) { return false; }
    /// Goes to a row of its grids; one of another place changes nothing.
    virtual void showRow(const Owner &place) = 0;

signals:
    /// As ChartPanel has them.
    void sceneRequested(const shisaku::ChartScene &chart);
    void fileRequested(const shisaku::ChartView *view, const QString &suffix);
    void refused(const shisaku::Error &error);

protected:
    /// Calls follow() now, and when rows of these tables change while the section is shown.
    void followTables(PlanDocument *document, const QList<TableId> &tables);
    /// Shows what the plan holds now, beside the grids, which follow by themselves.
    virtual void follow() {}
};

class EffectsPage : public QWidget {
    Q_OBJECT

public:
    /// The document must outlive the page.
    explicit EffectsPage(PlanDocument *document, QWidget *parent = nullptr);

    /// Hands over what is still being typed.
    void flush();
    /// The tabs: tools, cases, projects, budgets, figures of measures.
    QTabBar *tabs() const { return m_tabs; }
    /// What is shown; made when it is first looked at.
    EffectsSection *section() const;
    /// Shows the chart of a scene under its tab; false if nothing of it is left.
    bool showChart(const ChartScene &chart);
    /// Goes to a result, a case, a project or a budget, or to the one that the row is part of.
    void showRow(const Owner &place);

signals:
    /// As ChartPanel has them.
    void sceneRequested(const shisaku::ChartScene &chart);
    void fileRequested(const shisaku::ChartView *view, const QString &suffix);
    void refused(const shisaku::Error &error);

private:
    struct Tab {
        QString key; ///< tool:RPA, cases, projects, budget, measures
        QString title;
    };
    QList<Tab> wantedTabs() const;
    bool choose(const QString &key);
    void fillTabs();
    void showTab(int index);
    EffectsSection *make(const QString &key);

    PlanDocument *m_document;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QHash<QString, EffectsSection *> m_sections;
};

} // namespace shisaku
