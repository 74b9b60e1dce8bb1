// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_command.h"

#include "models/edit/plan_document.h"
#include "models/exchange/plan_csv.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

const QString intoOption = u"--into"_s;
const QString replaceOption = u"--replace"_s;

void tellRows(const ChangeSet &change)
{
    qsizetype added = 0;
    qsizetype removed = 0;
    for (const RowChange &row : change.rows) {
        added += row.isInsert() ? 1 : 0;
        removed += row.isRemove() ? 1 : 0;
    }
    print(CommandLine::tr("%1行を取り込みました（追加 %2、変更 %3、削除 %4）。\n")
              .arg(change.rows.size())
              .arg(added)
              .arg(change.rows.size() - added - removed)
              .arg(removed));
}

int run(const Arguments &arguments)
{
    if (!arguments.has(intoOption))
        return wronglyUsed(CommandLine::tr("--into の後に、取り込み先の計画を指定してください。"));
    const Environment environment = Environment::ofSystem();
    const auto opened = PlanDocument::open(arguments.values[intoOption], environment);
    if (!opened)
        return failed(opened.error());
    PlanDocument &document = **opened;
    if (document.isReadOnly())
        return failed(*document.readOnlyReason());
    const ImportMode mode = arguments.has(replaceOption) ? ImportMode::Replace : ImportMode::Merge;
    const auto plan = document.provedPlan();
    if (!plan)
        return failed(plan.error());
    if (document.folderNotice())
        complain(document.folderNotice()->message());
    Result<ChangeSet> change = ChangeSet();
    QObject::connect(&document, &PlanDocument::backupFailed, [](const Error &error) { complain(error.message()); });
    const auto applied = document.apply([&](const Plan &current) {
        change = importTables(current, arguments.words.first(), mode, environment.ids);
        return change;
    });
    if (!change) {
        complain(change.error().message());
        return change.error().kind == ErrorKind::NotFound ? CannotRead : FailedOrFindings;
    }
    QCoreApplication::sendPostedEvents(&document); // a copy that could not be made is told
    if (!applied)
        return failed(applied.error());
    tellRows(*change);
    return Done;
}
} // namespace

CliCommand importCommand()
{
    return {u"import"_s,
            u"shisakucho import DIR|FILE.csv --into FILE [--replace]"_s,
            CommandLine::tr("CSVを計画に取り込みます。--replace を付けると、CSVにない行を削除します。"),
            {intoOption},
            {replaceOption},
            1,
            run};
}

} // namespace shisaku
