// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_command.h"

#include "app/cli/check_report.h"
#include "models/check/check.h"
#include "models/edit/plan_document.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

const QString jsonOption = u"--json"_s;

int run(const Arguments &arguments)
{
    const auto document = PlanDocument::open(arguments.words.first(), Environment::ofSystem(), PlanFile::Access::ReadOnly);
    if (!document)
        return unread(document.error());
    const auto plan = (*document)->provedPlan();
    if (!plan)
        return failed(plan.error());
    const QList<Finding> findings = findingsOf(**plan);
    print(arguments.has(jsonOption) ? QString::fromUtf8(QJsonDocument(findingsJson(findings)).toJson()) : findingsText(findings));
    const bool open = std::any_of(findings.begin(), findings.end(), [](const Finding &finding) { return !finding.isAccepted(); });
    return open ? FailedOrFindings : Done;
}
} // namespace

CliCommand checkCommand()
{
    return {u"check"_s, u"shisakucho check FILE [--json]"_s, CommandLine::tr("計画を点検し、指摘を示します。"), {}, {jsonOption}, 1,
            run};
}

} // namespace shisaku
