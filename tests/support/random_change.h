// SPDX-License-Identifier: GPL-3.0-or-later
// Random changes of a plan, for walks, properties and soaking; valid more often than not.
#pragma once

#include "models/change/change_set.h"

#include <QRandomGenerator>

namespace shisaku {

/// The same seed gives the same kinds of changes to the same plan; identities are fresh.
class RandomChanges {
public:
    explicit RandomChanges(quint32 seed) : m_random(seed) {}

    int below(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    ChangeSet change(const Plan &plan);

private:
    QString text();
    RowId anyRow(const Plan &plan, TableId table);
    Value valueFor(const Plan &plan, const Field &field);
    void addTo(ChangeBuilder &builder, const Plan &plan);

    QRandomGenerator m_random;
    IdSource m_ids = randomIds();
};

} // namespace shisaku
