// SPDX-License-Identifier: GPL-3.0-or-later
// A part of the form made of rows: 取組 with their bars and milestones, indicators, footnotes.
#pragma once

#include "views/grid/grid_panel.h"
#include "views/sheet/form_field.h"

namespace shisaku {

/// Shows in one grid what a measure has. What is refused the grid says itself.
class GridField : public FormField {
    Q_OBJECT

public:
    using ShapeOf = std::function<GridShape(const Plan &, Id<Measure>)>;

    GridField(PlanDocument *document, ShapeOf shapeOf, QWidget *parent = nullptr);

    void setMeasure(Id<Measure> measure) override;
    void flush() override;
    void setReadOnly(bool) override {} // the grid follows its plan in that
    QWidget *firstInput() const override;
    bool goTo(const InputPlace &place) override;

    GridView *grid() const;
    GridModel *model() const;
    /// Makes the shape anew; the current cell stays, if it is still there.
    void reshape();

private:
    ShapeOf m_shapeOf;
    Id<Measure> m_measure;
    GridPanel *m_panel;
};

} // namespace shisaku
