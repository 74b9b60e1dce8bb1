// SPDX-License-Identifier: GPL-3.0-or-later
// Plans for the tests of the check, and what is found in them.
#pragma once

#include "models/check/check.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"

#include <QTest>

namespace shisaku {

class CheckPlan : public RowMaker {
public:
    Id<Measure> measure(const QString &number)
    {
        Measure row;
        row.number = number;
        row.title = QStringLiteral("施策の名");
        return add(row);
    }
};

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
