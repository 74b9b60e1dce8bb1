// SPDX-License-Identifier: GPL-3.0-or-later
// A plan of a few measures for tests, and the usual people and programs around it.
#pragma once

#include "models/edit/plan_document.h"
#include "models/plan/rank.h"
#include "tests/support/sqlite3.h"

namespace shisaku {

inline Environment testEnvironment(const QString &name = QStringLiteral("企画 花子"),
                                   const QString &host = QStringLiteral("KIKAKU01"))
{
    return {[] { return QDateTime(QDate(2026, 4, 1), QTime(9, 0)); }, {name, host}, randomIds()};
}

/// A plan row and `measures` measures, numbered from 1, each with one 取組 and one bar.
inline ChangeSet smallPlan(const IdSource &ids, int measures = 3)
{
    ChangeBuilder change(QStringLiteral("計画を作成"));
    PlanInfo info;
    info.id = Id<PlanInfo>(ids());
    info.position = QStringLiteral("V");
    info.title = QStringLiteral("試験計画");
    change.insert(info);
    const QStringList ranks = evenRanks(measures);
    for (int i = 0; i < measures; ++i) {
        Measure measure;
        measure.id = Id<Measure>(ids());
        measure.position = ranks[i];
        measure.number = QString::number(i + 1);
        measure.title = QStringLiteral("施策名%1").arg(i + 1);
        change.insert(measure);
        Initiative initiative;
        initiative.id = Id<Initiative>(ids());
        initiative.position = QStringLiteral("V");
        initiative.measure = measure.id;
        initiative.title = QStringLiteral("取組");
        change.insert(initiative);
        Phase phase;
        phase.id = Id<Phase>(ids());
        phase.position = QStringLiteral("V");
        phase.initiative = initiative.id;
        phase.starts = PlanTime::fiscalYear(2021);
        phase.label = QStringLiteral("運用");
        change.insert(phase);
    }
    return std::move(change).build();
}

inline ChangeSet retitle(Id<Measure> id, const QString &title)
{
    ChangeBuilder change(QStringLiteral("施策名を変更"));
    change.set<&Measure::title>(id, title);
    return std::move(change).build();
}

inline Id<Measure> firstMeasure(const PlanDocument &document)
{
    return document.plan().ordered<Measure>().first()->id;
}

} // namespace shisaku
