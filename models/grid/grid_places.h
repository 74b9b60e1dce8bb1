// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rows of a grid stand among each other, and what a new one begins with.
#pragma once

#include "models/grid/grid_shape.h"

namespace shisaku {

/// Indexes are places in rows(); -1 is none.
class GridPlaces {
public:
    explicit GridPlaces(QList<GridRow> rows) : m_rows(std::move(rows)) {}

    const QList<GridRow> &rows() const { return m_rows; }
    RowId idAt(qsizetype index) const { return index < 0 ? RowId() : m_rows[index].id; }
    qsizetype indexOf(RowId id) const;
    /// The row above in the order of wholes and parts; -1 at the top.
    qsizetype wholeOf(qsizetype index) const;
    /// The row itself or the nearest above it that is of a kind; -1 if there is none.
    qsizetype upTo(qsizetype index, int kind) const;
    /// The rows of a kind just below another (-1: at the top), in order.
    QList<RowId> below(qsizetype whole, int kind) const;
    QList<RowId> beside(qsizetype index) const { return below(wholeOf(index), m_rows[index].kind); }

private:
    QList<GridRow> m_rows;
};

/// The row at a place as its parts name it; null for -1.
Owner ownerAt(const GridShape &shape, const GridPlaces &places, qsizetype index);
/// The fields of a new row below `whole`; its position is empty.
FieldValues newValues(const Plan &plan, const GridKind &kind, const Owner &whole);

} // namespace shisaku
