// SPDX-License-Identifier: GPL-3.0-or-later
// Several charts in one place, chosen by a tab; each is made when it is looked at.
#pragma once

#include "views/effects/chart_view.h"

#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QTabBar;
QT_END_NAMESPACE

namespace shisaku {

struct ChartChoice {
    QString title;
    std::function<ChartData()> make;
};

class ChartPart : public QWidget {
    Q_OBJECT

public:
    explicit ChartPart(QWidget *parent = nullptr);

    /// Keeps the place of the tab when the number of charts stays.
    void setCharts(QList<ChartChoice> charts);
    ChartView *view() const { return m_view; }
    QTabBar *tabs() const { return m_tabs; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();

    QList<ChartChoice> m_charts;
    QTabBar *m_tabs;
    ChartView *m_view;
    bool m_stale = false;
};

} // namespace shisaku
