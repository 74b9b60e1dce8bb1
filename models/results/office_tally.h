// SPDX-License-Identifier: GPL-3.0-or-later
// How many offices (部署) rows of results name: 延べ, and 実, where each office is counted once.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

class OfficeTally {
public:
    struct Office {
        Id<Department> office;
        QString name;
        int rows = 0; ///< How many of the rows name it.
    };

    OfficeTally() = default;
    OfficeTally(const Plan &plan, const QList<const Effect *> &rows);

    /// Each office once, in official order.
    const QList<Office> &offices() const { return m_offices; }
    qsizetype distinct() const { return m_offices.size(); } ///< 実
    qsizetype mentions() const { return m_mentions; }       ///< 延べ: each office once a row.
    qsizetype written() const { return m_written; }         ///< As written, with repeats within a row.
    bool isComplete() const { return m_complete; }          ///< Every row names its offices.

    /// 「延べ39部署（実24部署）：道路河川維持課 4か年、財政課・警防課 3か年」; empty where none is named.
    QString told() const;

    /// The offices a row names, in its order, each once.
    static QList<Id<Department>> of(const Plan &plan, Id<Effect> row);

private:
    QList<Office> m_offices;
    qsizetype m_mentions = 0;
    qsizetype m_written = 0;
    bool m_complete = true;
};

} // namespace shisaku
