// SPDX-License-Identifier: GPL-3.0-or-later
// Several charts in one place, chosen by a tab; each is made when it is looked at.
#pragma once

#include "models/edit/plan_document.h"
#include "models/scene/chart_scene.h"
#include "views/effects/chart_view.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QTabBar;
QT_END_NAMESPACE

namespace shisaku {

struct ChartChoice {
    QString title;
    ChartScene shown;
};

class ChartPanel : public QWidget {
    Q_OBJECT

public:
    /// The document must outlive the part. What is copied waits until its content is proved; see printablePlan().
    explicit ChartPanel(PlanDocument &document, QWidget *parent = nullptr);

    /// Keeps the place of the tab when the number of charts stays.
    void setCharts(QList<ChartChoice> charts);
    /// Shows this one of the charts, and of its series those that the scene shows; false if it is not among them.
    bool showChart(const ChartScene &wanted);
    ChartView *view() const { return m_view; }
    QTabBar *tabs() const { return m_tabs; }

signals:
    /// The chart is to be presented as it looks.
    void sceneRequested(const shisaku::ChartScene &chart);
    /// The chart is to become a file: pdf, png or svg.
    void fileRequested(const shisaku::ChartView *view, const QString &suffix);
    /// Why the chart was not copied.
    void refused(const shisaku::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void addTools(QHBoxLayout *bar);
    void requestScene();

    const Plan &m_plan;
    QList<ChartChoice> m_charts;
    QTabBar *m_tabs;
    ChartView *m_view;
    bool m_stale = false;
};

} // namespace shisaku
