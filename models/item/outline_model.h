// SPDX-License-Identifier: GPL-3.0-or-later
// The outline of the plan as a tree model: groups with their counts, and the measures below them.
#pragma once

#include "models/change/change_set.h"
#include "models/order/grouping.h"
#include "models/plan/measure_address.h"

#include <QAbstractItemModel>

namespace shisaku {

/// Two columns: title, and the number of measures of a group or the progress of a measure, as counts of its 取組.
class OutlineModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Title, Count, ColumnCount };
    enum Role {
        MeasureRole = Qt::UserRole, ///< quint64, bits of the measure's id; 0 for a group
        StatusRole,                 ///< QStringList: 「●2」「◐1」 of a measure in the newest answered round, one a status
        EndedRole,                  ///< bool: a measure that has ended (完了, 統合, 廃止)
        KeyRole,                    ///< QString that names the same place after the tree is built again
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows a plan, which must outlive the model or the next call.
    void rebuild(const Plan &plan);
    void follow(const shisaku::ChangeSet &change);
    void setGrouping(const Grouping &grouping);
    const Grouping &grouping() const { return m_grouping; }
    void setFilter(MeasureFilter filter);

    /// The measure's home place; invalid if it is not shown.
    QModelIndex homeOf(Id<Measure> measure) const;
    static Id<Measure> measureAt(const QModelIndex &index);
    /// Distinct measures shown.
    int measureCount() const { return m_root.measureCount; }
    const GroupNode &root() const { return m_root; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Place {
        const GroupNode *parent = nullptr;
        int row = 0;
    };

    void build();
    void index(const GroupNode &node);
    const GroupNode &nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const GroupNode &node) const;
    QString textOf(const GroupNode &node) const;
    QString progressOf(const GroupNode &node) const;
    const Measure *endedAt(const GroupNode &node) const;
    QString tipOf(const GroupNode &node) const;
    QStringList statusesOf(const GroupNode &node) const;

    const Plan *m_plan = nullptr;
    Grouping m_grouping;
    MeasureFilter m_filter;
    GroupNode m_root;
    Id<Survey> m_survey; ///< The newest answered round.
    QHash<const GroupNode *, Place> m_places;
    QMultiHash<Id<Measure>, const GroupNode *> m_measures;
};

} // namespace shisaku
