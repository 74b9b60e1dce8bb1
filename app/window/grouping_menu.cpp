// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/grouping_menu.h"

#include "views/look/menu_text.h"

#include <QActionGroup>

namespace shisaku {

GroupingMenu::GroupingMenu(QWidget *parent) : QMenu(tr("並べ方(&G)"), parent), m_choice(new QActionGroup(this))
{
    menuAction()->setEnabled(false); // until there is a plan
}

void GroupingMenu::offer(const Plan &plan)
{
    qDeleteAll(m_choice->actions());
    for (const Grouping &grouping : Grouping::offered(plan)) {
        QAction *action = addAction(withoutKey(grouping.label(plan)), this, [this, grouping] { emit chosen(grouping); });
        action->setCheckable(true);
        action->setData(grouping.toText());
        m_choice->addAction(action);
    }
    menuAction()->setEnabled(true);
}

void GroupingMenu::setCurrent(const Grouping &grouping)
{
    for (QAction *action : m_choice->actions())
        action->setChecked(action->data() == grouping.toText());
}

} // namespace shisaku
