// SPDX-License-Identifier: GPL-3.0-or-later
// The left pane: search, choice of grouping, and the outline of the plan.
#pragma once

#include "app/commands/action_catalog.h"
#include "models/item/outline_model.h"
#include "models/scene/plan_filter.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace shisaku {

class OutlineTree;

class OutlinePane : public QWidget {
    Q_OBJECT

public:
    /// `filter` must outlive the pane.
    explicit OutlinePane(PlanFilter &filter, QWidget *parent = nullptr);

    void setPlan(const Plan &plan);
    void follow(const ChangeSet &change);
    void setCurrentMeasure(Id<Measure> measure);
    /// Chooses the home places of these measures, beside the current one; what hides them is unfolded.
    void setSelectedMeasures(const QList<Id<Measure>> &measures);
    void setGrouping(const Grouping &grouping);
    const Grouping &grouping() const { return m_model->grouping(); }
    void focusSearch();
    /// The measures chosen in the outline, in its order; of a group all of them. Each once.
    QList<Id<Measure>> selectedMeasures() const;
    /// The measures chosen one by one: a group chooses none.
    QList<Id<Measure>> chosenMeasures() const;
    /// Offers the commands of measures in the context menu of the rows, and copying and pasting by their usual keys.
    void offerCommands(const ActionCatalog &actions);
    const OutlineModel &model() const { return *m_model; }

signals:
    void currentMeasureChanged(shisaku::Id<shisaku::Measure> measure);
    /// Others are chosen here, by the officer.
    void measuresChosen(const QList<shisaku::Id<shisaku::Measure>> &measures);
    void groupingChanged(const shisaku::Grouping &grouping);
    /// The officer goes on from a measure to its form.
    void measureEntered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QModelIndexList selectedRows() const;
    void showMatches();
    /// From the search to the outline: to the first measure found, if the one shown is not among them.
    void goToMatches();
    void rememberFolding(const QModelIndex &index, bool expanded);
    /// Folds as it was left in this grouping, and finds the current measure again. Under a filter everything is open.
    void restorePlace();

    PlanFilter &m_filter;
    OutlineModel *m_model;
    QHash<QString, bool> m_expanded; // by KeyRole; what is not in it is open on the first two levels
    bool m_restoring = false;
    QTimer m_pause;
    Id<Measure> m_current;
    QLineEdit *m_query;
    QComboBox *m_groupings;
    OutlineTree *m_tree;
    QLabel *m_counts;
};

} // namespace shisaku
