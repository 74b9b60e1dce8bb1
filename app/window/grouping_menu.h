// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of the orders in which a plan can be listed (並べ方); the present one is ticked.
#pragma once

#include "models/order/grouping.h"

#include <QMenu>

QT_BEGIN_NAMESPACE
class QActionGroup;
QT_END_NAMESPACE

namespace shisaku {

class GroupingMenu : public QMenu {
    Q_OBJECT

public:
    explicit GroupingMenu(QWidget *parent);

    /// Lists what the plan can be grouped by.
    void offer(const Plan &plan);
    void setCurrent(const Grouping &grouping);

signals:
    void chosen(const shisaku::Grouping &grouping);

private:
    QActionGroup *m_choice;
};

} // namespace shisaku
