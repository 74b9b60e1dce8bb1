// SPDX-License-Identifier: GPL-3.0-or-later
// Plans for the tests of the check: made row by row, or the sample that comes with the program.
#pragma once

#include "models/change/change_set.h"
#include "models/check/check.h"
#include "models/exchange/plan_csv.h"

#include <QTest>

namespace shisaku {

/// Grows a plan row by row; positions follow the order of the calls. What breaks a rule of entry may be put in as well: files
/// come from anywhere.
class CheckPlan {
public:
    template <typename T>
    Id<T> add(T row)
    {
        row.id = Id<T>(RowId{++m_last});
        row.position = QStringLiteral("%1z").arg(m_last, 8, 10, QLatin1Char('0'));
        m_builder.insert(row);
        return row.id;
    }
    Id<Measure> measure(const QString &number)
    {
        Measure row;
        row.number = number;
        row.title = QStringLiteral("施策の名");
        return add(row);
    }
    Plan plan() &&
    {
        Plan plan;
        [&] { QVERIFY(applyTo(plan, std::move(m_builder).build())); }();
        return plan;
    }

private:
    quint64 m_last = 0;
    ChangeBuilder m_builder{QString()};
};

inline Plan samplePlan(const QString &name)
{
    Plan plan;
    const auto change = importTables(Plan(), QStringLiteral(SOURCE_DIR "/data/") + name, ImportMode::Merge, randomIds());
    [&] { QVERIFY(change.ok() && applyTo(plan, *change)); }();
    return plan;
}

/// "place | printed | computed" of the findings of a rule.
inline QStringList linesOf(const Plan &plan, const QString &rule)
{
    QStringList lines;
    for (const Finding &finding : findingsOf(plan)) {
        if (finding.rule == rule)
            lines << finding.place + QStringLiteral(" | ") + finding.printed + QStringLiteral(" | ") + finding.computed;
    }
    return lines;
}

/// The message of the only finding of a rule; what else there is instead.
inline QString messageOf(const Plan &plan, const QString &rule)
{
    QStringList messages;
    for (const Finding &finding : findingsOf(plan)) {
        if (finding.rule == rule)
            messages << finding.message;
    }
    return messages.join(QStringLiteral(" / "));
}

} // namespace shisaku
