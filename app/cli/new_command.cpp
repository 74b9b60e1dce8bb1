// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/new_command.h"

#include "app/samples.h"
#include "models/edit/empty_plan.h"
#include "models/edit/plan_document.h"
#include "models/file/platform.h"
#include "models/file/publish.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

const QString sampleOption = u"--sample"_s;
const QString emptyOption = u"--empty"_s;

int run(const Arguments &arguments)
{
    const Environment environment = Environment::ofSystem();
    const QString path = absolutePath(arguments.words.first());
    if (arguments.has(sampleOption) == arguments.has(emptyOption))
        return wronglyUsed(CommandLine::tr("--sample（見本の名前）か --empty のどちらか一つを指定してください。"));
    if (QFileInfo::exists(path)) {
        complain(CommandLine::tr("「%1」はすでにあります。別の名前を指定してください。").arg(path));
        return FailedOrFindings;
    }
    const QString sample = arguments.values.value(sampleOption);
    if (arguments.has(sampleOption) && !sampleNames().contains(sample))
        return wronglyUsed(
            CommandLine::tr("「%1」という見本はありません。使える見本: %2").arg(sample, sampleNames().join(u", "_s)));
    const QDate today = environment.now().date();
    const int thisYear = fiscalYearOf(today.year() * 12 + today.month() - 1);
    const auto content = arguments.has(sampleOption) ? samplePlan(sample, environment.ids)
                                                     : Result<ChangeSet>(emptyPlan(thisYear, environment.ids));
    if (!content)
        return failed(content.error());
    const auto created = PlanDocument::create(path, *content, environment);
    if (!created) {
        complain(created.error().message());
        return FailedOrFindings; // there was nothing to read
    }
    if (syncFolder(QFileInfo(path).absolutePath()) == FolderSync::Impossible)
        complain(unsyncedFolder(path).message());
    return Done;
}
} // namespace

CliCommand newCommand()
{
    return {u"new"_s,
            u"shisakucho new --sample NAME FILE | --empty FILE"_s,
            CommandLine::tr("見本または空の計画から、新しい計画を作ります。"),
            {sampleOption},
            {emptyOption},
            1,
            run};
}

} // namespace shisaku
