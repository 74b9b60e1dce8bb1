// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule in the form: as words in year cells or as a list of bars and milestones, whichever the officer prefers.
#pragma once

#include "models/edit/plan_follower.h"
#include "models/schedule/year_cells.h"
#include "views/sheet/sheet_form_grid.h"

class QPushButton;

namespace shisaku {

class ScheduleField : public FormField {
    Q_OBJECT

public:
    enum class Shown { Years, Bars };

    /// `first` is what the template prints; a button shows the other.
    ScheduleField(PlanDocument *document, Shown first, QWidget *parent = nullptr);

    void setMeasure(Id<Measure> measure) override;
    void flush() override;
    void setReadOnly(bool) override {} // as of its grids
    QWidget *firstInput() const override;
    bool goTo(const InputPlace &place) override;
    void setName(const QString &name) override;

    void show(Shown shown);
    Shown shown() const { return m_shown; }
    GridView *years() const { return m_years->grid(); }
    GridView *bars() const { return m_bars->grid(); }
    QPushButton *switcher() const { return m_switch; }

private:
    void fitYears();

    GridField *m_years;
    GridField *m_bars;
    QPushButton *m_switch;
    PlanFollower m_follower;
    YearColumns m_columns;
    Shown m_shown = Shown::Years;
};

} // namespace shisaku
