// SPDX-License-Identifier: GPL-3.0-or-later
// A part of the form made of rows: the schedule's rows with their bars and milestones, indicators, footnotes.
#pragma once

#include "models/item/child_rows_model.h"
#include "views/sheet/form_field.h"
#include "views/sheet/form_grid.h"

namespace shisaku {

/// How a grid is laid out.
struct GridShape {
    ChildLevel rows;
    QStringList headers;
    QList<int> widths;    ///< Pixels of each column; 0 takes what is left.
    int minimumWidth = 140; ///< Least width of the column that takes what is left.
};

class PartsGrid : public FormGrid {
    Q_OBJECT

public:
    PartsGrid(ChildRowsModel *model, const GridShape &shape, QWidget *parent = nullptr);

    void addRow() override;
    /// Asks for a new part, of another kind, of the current row.
    void addPart(int kind);
    void moveRow(int steps) override;

protected:
    void fitColumns() override;
    QModelIndex cellOf(RowId row) const override { return m_parts->indexOf(row); }
    void removeRowOf(const QModelIndex &cell) override { m_parts->removeChildren({cell}); }
    void beginVisit() override;

private:
    QModelIndex wholeOfParts() const;

    ChildRowsModel *m_parts;
    QList<int> m_widths;
    int m_minimumWidth;
};

/// A grid with its buttons.
class GridPanel : public FormField {
    Q_OBJECT

public:
    GridPanel(PlanDocument *document, const GridShape &shape, QWidget *parent = nullptr);

    void setMeasure(Id<Measure> measure) override;
    void flush() override;
    void setReadOnly(bool readOnly) override;
    QWidget *firstInput() const override { return m_grid; }
    bool goTo(const InputPlace &place) override;
    PartsGrid *grid() const { return m_grid; }

private:
    ChildRowsModel *m_model;
    PartsGrid *m_grid;
    GridTools *m_tools;
};

/// The grids a measure's sheet knows.
GridShape scheduleShape();
GridShape indicatorShape();
GridShape footnoteShape();

} // namespace shisaku
