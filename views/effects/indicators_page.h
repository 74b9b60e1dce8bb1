// SPDX-License-Identifier: GPL-3.0-or-later
// 指標: all indicators of measures and plan, the values and the chart of the chosen one, and how far each aim is covered.
#pragma once

#include "views/effects/chart_panel.h"
#include "views/grid/grid_panel.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace shisaku {

class IndicatorsPage : public QWidget {
    Q_OBJECT

public:
    /// The document must outlive the page.
    explicit IndicatorsPage(PlanDocument *document, QWidget *parent = nullptr);

    /// Hands over what is still being typed.
    void flush();
    GridPanel *indicators() const { return m_indicators; }
    GridPanel *values() const { return m_values; }
    ChartPanel *chart() const { return m_chart; }
    QTabBar *tabs() const { return m_tabs; }
    /// Shows an indicator with its chart, whatever was chosen before; false if it is gone.
    bool showChart(const ChartScene &chart);
    /// Goes to an indicator, or to a value of one.
    void showRow(const Owner &place);

signals:
    /// An indicator of this measure was chosen.
    void measureChosen(shisaku::Id<shisaku::Measure> measure);
    /// As ChartPanel has them.
    void sceneRequested(const shisaku::ChartScene &chart);
    void fileRequested(const shisaku::ChartView *view, const QString &suffix);
    void refused(const shisaku::Error &error);

private:
    QWidget *makeList();
    void showIndicator(RowId row);
    void showChart();
    void chooseIndicator(RowId row);
    void sayCounts();

    PlanDocument *m_document;
    RowId m_indicator;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QComboBox *m_choice;
    GridPanel *m_indicators;
    GridPanel *m_values;
    GridPanel *m_coverage;
    ChartPanel *m_chart;
};

} // namespace shisaku
