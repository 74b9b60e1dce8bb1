// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the aims (目指す姿 …) in the next plan: each stays, becomes another of its level, or is given up.
#pragma once

#include "models/plan/plan.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QTreeWidget;
class QTreeWidgetItem;
QT_END_NAMESPACE

namespace shisaku {

class NextPlanAims : public QWidget {
    Q_OBJECT

public:
    explicit NextPlanAims(const Plan &plan, QWidget *parent = nullptr);

    /// As NextPlan::aims.
    const QHash<Id<Category>, Id<Category>> &aims() const { return m_aims; }
    QTreeWidget *tree() const { return m_tree; }
    QComboBox *target() const { return m_target; }

signals:
    void changed();

private:
    void add(const Category &category, QTreeWidgetItem *above);
    Id<Category> current() const;
    void offer();
    void choose();
    void showTargets();

    const Plan &m_plan;
    QHash<Id<Category>, Id<Category>> m_aims;
    QTreeWidget *m_tree;
    QComboBox *m_target;
};

} // namespace shisaku
