// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/plan_follower.h"

#include <QEvent>

#include <utility>

namespace shisaku {

namespace {
constexpr qsizetype mostMissed = 64;
}

PlanFollower::PlanFollower(PlanDocument *document, QObject *parent) : QObject(parent)
{
    connect(document, &PlanDocument::changed, this, &PlanFollower::follow);
}

void PlanFollower::follow(const ChangeSet &change)
{
    if (!m_tables.isEmpty() && !change.touches(m_tables))
        return;
    m_missed << change;
    if (m_missed.size() > mostMissed) // what was typed over again is kept once
        m_missed = {merged(m_missed)};
    if (!m_isShown || m_isShown())
        catchUp();
}

void PlanFollower::catchUp()
{
    const QList<ChangeSet> missed = std::exchange(m_missed, {}); // whoever is told may look, and so ask again
    const ChangeSet all = missed.size() == 1 ? missed.first() : merged(missed);
    if (!all.isEmpty())
        emit changed(all);
}

bool PlanFollower::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        catchUp();
    return QObject::eventFilter(watched, event);
}

} // namespace shisaku
