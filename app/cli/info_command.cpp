// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/info_command.h"

#include "app/cli/plan_info_report.h"

#include <QCoreApplication>
#include <QJsonDocument>

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
    const QJsonObject info = planInfo(**document);
    print(arguments.has(jsonOption) ? QString::fromUtf8(QJsonDocument(info).toJson()) : planInfoText(info));
    return info["health"_L1] == u"ok"_s ? Done : CannotRead;
}
} // namespace

CliCommand infoCommand()
{
    return {u"info"_s,
            u"shisakucho info FILE [--json]"_s,
            CommandLine::tr("表ごとの件数、版、照合値、ファイルの健全性を示します。"),
            {},
            {jsonOption},
            1,
            run};
}

} // namespace shisaku
