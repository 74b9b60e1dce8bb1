// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the page 実績: a tool with its charts, the cases, and single grids.
#pragma once

#include "views/effects/chart_panel.h"
#include "views/effects/effects_page.h"
#include "views/grid/grid_panel.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace shisaku {

class ToolSection : public EffectsSection {
    Q_OBJECT

public:
    ToolSection(PlanDocument *document, const QString &tool, QWidget *parent = nullptr);

    void flush() override { m_part->flush(); }
    bool showChart(const ChartScene &chart) override { return m_charts->showChart(chart); }
    /// A printed total is shown with the printed figures.
    void showRow(const Owner &place) override;
    GridPanel *part() const { return m_part; }
    ChartPanel *charts() const { return m_charts; }

private:
    void follow() override;
    void filterBy(RowId row);

    PlanDocument *m_document;
    QString m_tool;
    GridPanel *m_part;
    ChartPanel *m_charts;
    QCheckBox *m_printed;
};

class CasesSection : public EffectsSection {
    Q_OBJECT

public:
    explicit CasesSection(PlanDocument *document, QWidget *parent = nullptr);

    void flush() override;
    bool showChart(const ChartScene &chart) override { return m_charts->showChart(chart); }
    void showRow(const Owner &place) override;
    GridPanel *cases() const { return m_cases; }
    GridPanel *values() const { return m_values; }
    GridPanel *steps() const { return m_steps; }

private:
    void follow() override;
    void showCase(RowId row);

    PlanDocument *m_document;
    RowId m_case;
    GridPanel *m_cases;
    GridPanel *m_values;
    GridPanel *m_steps;
    ChartPanel *m_charts;
};

/// What the sheets of measures state, and each of it beside what was reported.
class MeasuresSection : public EffectsSection {
    Q_OBJECT

public:
    explicit MeasuresSection(PlanDocument *document, QWidget *parent = nullptr);

    void flush() override { m_part->flush(); }
    bool showChart(const ChartScene &chart) override { return m_charts->showChart(chart); }
    void showRow(const Owner &place) override { m_part->showRecord(place.row); }
    GridPanel *part() const { return m_part; }
    ChartPanel *charts() const { return m_charts; }

private:
    void follow() override;
    void filterBy(RowId row);

    PlanDocument *m_document;
    GridPanel *m_part;
    ChartPanel *m_charts;
};

/// One grid alone.
class GridSection : public EffectsSection {
    Q_OBJECT

public:
    GridSection(PlanDocument *document, GridShape shape, const GridTexts &texts, QWidget *parent = nullptr);

    void flush() override { m_part->flush(); }
    void showRow(const Owner &place) override { m_part->showRecord(place.row); }
    GridPanel *part() const { return m_part; }

private:
    GridPanel *m_part;
};

} // namespace shisaku
