// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap as a read-only tree model: groups, measures, 取組, bars and milestones. It follows the plan.
#pragma once

#include "models/change/change_set.h"
#include "models/plan/measure_address.h"
#include "models/schedule/roadmap_rows.h"

#include <QAbstractItemModel>

namespace shisaku {

class RoadmapModel : public QAbstractItemModel {
    Q_OBJECT

public:
    /// Beside Qt::DisplayRole (title or label), ToolTipRole and AccessibleTextRole (everything in words, plain text).
    enum Role {
        TableRole = Qt::UserRole, ///< int, a TableId
        RowRole,                  ///< quint64, bits of the RowId; 0 for a group that is no row
        MeasureRole,              ///< quint64, the measure the node belongs to; 0 for a group
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows a plan, which must outlive the model or the next call. Resets the model.
    void rebuild(const Plan &plan);
    /// Tells that the plan has changed. Only what is shown anew is announced; the tree is built again where rows came or went.
    void follow(const shisaku::ChangeSet &change);
    void setGrouping(const Grouping &grouping);
    const Grouping &grouping() const { return m_grouping; }
    /// Shows only measures that match; an empty filter shows all. Whoever sets it sets another when other measures match.
    void setFilter(MeasureFilter filter);

    const Plan *plan() const { return m_plan; }
    const RoadmapTree &tree() const { return m_tree; }
    QModelIndex indexOf(int node) const;
    static int nodeOf(const QModelIndex &index) { return index.isValid() ? static_cast<int>(index.internalId()) : 0; }
    /// Home place of a measure; -1 if it is not shown.
    int homeOf(Id<Measure> measure) const;
    Id<Measure> measureOf(int node) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    /// These measures and 取組 may need another picture than before; an empty set stands for all.
    void contentChanged(const QSet<shisaku::RowId> &rows);
    /// A survey was answered or changed: the signs of progress may be others.
    void progressChanged();

private:
    void build();
    void tellContent(const ChangeSet &change);
    bool changesStructure(const RowChange &change) const;

    const Plan *m_plan = nullptr;
    Grouping m_grouping;
    MeasureFilter m_filter;
    ScheduleRows m_rows;
    RoadmapTree m_tree;
};

} // namespace shisaku
