// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule in the form: as words in year cells or as a list of bars and milestones, whichever the officer prefers.
#pragma once

#include "models/item/year_table.h"
#include "views/sheet/form_field.h"
#include "views/sheet/form_grid.h"

class QPushButton;

namespace shisaku {

class GridPanel;

/// The year cells; Alt+Enter begins a second line.
class YearGrid : public FormGrid {
    Q_OBJECT

public:
    explicit YearGrid(YearTable *table, QWidget *parent = nullptr);

    void addRow() override;
    void moveRow(int steps) override;

protected:
    void fitColumns() override;
    QModelIndex firstCell() const override;
    QModelIndex cellOf(RowId row) const override;
    void removeRowOf(const QModelIndex &cell) override { m_table->removeInitiative(cell.row()); }
    void beginVisit() override;
    bool canEmpty(const QModelIndex &cell) const override;

private:
    YearTable *m_table;
};

class ScheduleField : public FormField {
    Q_OBJECT

public:
    enum class Shown { Years, Bars };

    /// `first` is what the template prints; a button shows the other.
    ScheduleField(PlanDocument *document, Shown first, QWidget *parent = nullptr);

    void setMeasure(Id<Measure> measure) override;
    void flush() override;
    void setReadOnly(bool readOnly) override;
    QWidget *firstInput() const override;
    bool goTo(const InputPlace &place) override;
    void setName(const QString &name) override;

    void show(Shown shown);
    Shown shown() const { return m_shown; }
    YearGrid *years() const { return m_grid; }
    GridPanel *bars() const { return m_bars; }
    QPushButton *switcher() const { return m_switch; }

private:
    YearTable *m_table;
    YearGrid *m_grid;
    GridTools *m_yearTools;
    GridPanel *m_bars;
    QPushButton *m_switch;
    Shown m_shown = Shown::Years;
};

} // namespace shisaku
