// SPDX-License-Identifier: GPL-3.0-or-later
// The left pane: search, choice of grouping, and the outline of the plan.
#pragma once

#include "models/item/measure_search.h"
#include "models/item/outline_model.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QTreeView;
QT_END_NAMESPACE

namespace shisaku {

class OutlinePane : public QWidget {
    Q_OBJECT

public:
    explicit OutlinePane(QWidget *parent = nullptr);

    void setPlan(const Plan &plan);
    void follow(const ChangeSet &change);
    void setCurrentMeasure(Id<Measure> measure);
    void setGrouping(const Grouping &grouping);
    const Grouping &grouping() const { return m_model->grouping(); }
    void focusSearch();
    const OutlineModel &model() const { return *m_model; }

signals:
    void currentMeasureChanged(shisaku::Id<shisaku::Measure> measure);
    void groupingChanged(const shisaku::Grouping &grouping);
    /// What the search leaves; an empty filter shows all.
    void filterChanged(const shisaku::MeasureFilter &filter);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applySearch();
    void showCounts();
    /// Runs a change of the model and puts folding and the current measure back.
    void keepingPlace(const std::function<void()> &change);

    const Plan *m_plan = nullptr;
    OutlineModel *m_model;
    MeasureSearch m_search;
    QTimer m_pause;
    Id<Measure> m_current;
    QLineEdit *m_query;
    QComboBox *m_groupings;
    QTreeView *m_tree;
    QLabel *m_counts;
};

} // namespace shisaku
