// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/arguments.h"
#include "app/cli/check_report.h"
#include "app/cli/export_command.h"
#include "app/cli/plan_info_report.h"
#include "app/samples.h"
#include "models/check/check.h"
#include "models/edit/empty_plan.h"
#include "models/edit/plan_opening.h"
#include "models/exchange/plan_csv.h"
#include "models/file/platform.h"
#include "models/file/publish.h"
#include "views/look/look.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFontInfo>
#include <QJsonDocument>
#include <QTextStream>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

void print(const QString &text)
{
    QTextStream(stdout) << text;
}

void complain(const QString &sentence)
{
    QTextStream(stderr) << sentence << '\n';
}

int exitStatusOf(const Error &error)
{
    return error.kind == ErrorKind::Unreadable || error.kind == ErrorKind::NotFound ? CannotRead : FailedOrFindings;
}

int failed(const Error &error)
{
    complain(error.message());
    return exitStatusOf(error);
}

/// For commands that only read: whatever hinders it, the file cannot be read.
int unread(const Error &error)
{
    complain(error.message());
    return CannotRead;
}

struct Command {
    const char *name;
    const char *usage;
    const char *purpose; ///< In the context of CommandLine.
    QStringList valued;
    QStringList plain;
    int words; ///< Positional words it needs.
    int (*run)(const Arguments &);
};

int runNew(const Arguments &arguments)
{
    const Environment environment = Environment::ofSystem();
    const QString path = absolutePath(arguments.words.first());
    if (arguments.has(u"--sample"_s) == arguments.has(u"--empty"_s)) {
        complain(CommandLine::tr("--sample（見本の名前）か --empty のどちらか一つを指定してください。"));
        return WrongUsage;
    }
    if (QFileInfo::exists(path)) {
        complain(CommandLine::tr("「%1」はすでにあります。別の名前を指定してください。").arg(path));
        return FailedOrFindings;
    }
    const QString sample = arguments.values.value(u"--sample"_s);
    if (arguments.has(u"--sample"_s) && !sampleNames().contains(sample)) {
        complain(CommandLine::tr("「%1」という見本はありません。使える見本: %2").arg(sample, sampleNames().join(u", "_s)));
        return WrongUsage;
    }
    const int thisYear = fiscalYearOf(environment.now().date().year() * 12 + environment.now().date().month() - 1);
    const auto content = arguments.has(u"--sample"_s) ? samplePlan(sample, environment.ids)
                                                      : Result<ChangeSet>(emptyPlan(thisYear, environment.ids));
    if (!content)
        return failed(content.error());
    const auto created = PlanDocument::create(path, *content, environment);
    if (created) {
        const QFileInfo made(path);
        if (syncFolder(made.absolutePath()) == FolderSync::Impossible)
            complain(unsyncedFolder(path).message());
        return Done;
    }
    complain(created.error().message());
    return FailedOrFindings; // there was nothing to read
}

int runInfo(const Arguments &arguments)
{
    const auto document = PlanDocument::open(arguments.words.first(), Environment::ofSystem(), PlanFile::Access::ReadOnly);
    if (!document)
        return unread(document.error());
    const QJsonObject info = planInfo(**document);
    print(arguments.has(u"--json"_s) ? QString::fromUtf8(QJsonDocument(info).toJson()) : planInfoText(info));
    return info["health"_L1] == u"ok"_s ? Done : CannotRead;
}

int runExport(const Arguments &arguments)
{
    PlanOpening opening(arguments.words.first(), Environment::ofSystem(), PlanFile::Access::ReadOnly);
    QFontInfo(textFont(10)).exactMatch(); // fonts are looked for while the file is read
    const auto document = opening.release();
    if (!document)
        return unread(document.error());
    const auto plan = (*document)->provedPlan();
    if (!plan)
        return failed(plan.error());
    const auto exported = exportPlan(**plan, arguments);
    if (exported)
        return Done;
    complain(exported.error().message());
    return exported.error().kind == ErrorKind::Invalid ? WrongUsage : FailedOrFindings;
}

int runImport(const Arguments &arguments)
{
    if (!arguments.has(u"--into"_s)) {
        complain(CommandLine::tr("--into の後に、取り込み先の計画を指定してください。"));
        return WrongUsage;
    }
    const Environment environment = Environment::ofSystem();
    const auto opened = PlanDocument::open(arguments.values[u"--into"_s], environment);
    if (!opened)
        return failed(opened.error());
    PlanDocument &document = **opened;
    if (document.isReadOnly())
        return failed(*document.readOnlyReason());
    const ImportMode mode = arguments.has(u"--replace"_s) ? ImportMode::Replace : ImportMode::Merge;
    const auto plan = document.provedPlan();
    if (!plan)
        return failed(plan.error());
    if (document.folderNotice())
        complain(document.folderNotice()->message());
    const auto change = importTables(**plan, arguments.words.first(), mode, environment.ids);
    if (!change) {
        complain(change.error().message());
        return change.error().kind == ErrorKind::NotFound ? CannotRead : FailedOrFindings;
    }
    QObject::connect(&document, &PlanDocument::backupFailed, [](const Error &error) { complain(error.message()); });
    const auto applied = document.apply(*change);
    QCoreApplication::sendPostedEvents(&document); // a copy that could not be made is told
    if (!applied)
        return failed(applied.error());
    qsizetype added = 0;
    qsizetype removed = 0;
    for (const RowChange &row : change->rows) {
        added += row.isInsert() ? 1 : 0;
        removed += row.isRemove() ? 1 : 0;
    }
    print(CommandLine::tr("%1行を取り込みました（追加 %2、変更 %3、削除 %4）。\n")
              .arg(change->rows.size())
              .arg(added)
              .arg(change->rows.size() - added - removed)
              .arg(removed));
    return Done;
}

int runCheck(const Arguments &arguments)
{
    const auto document = PlanDocument::open(arguments.words.first(), Environment::ofSystem(), PlanFile::Access::ReadOnly);
    if (!document)
        return unread(document.error());
    const auto plan = (*document)->provedPlan();
    if (!plan)
        return failed(plan.error());
    const QList<Finding> findings = findingsOf(**plan);
    print(arguments.has(u"--json"_s) ? QString::fromUtf8(QJsonDocument(findingsJson(findings)).toJson()) : findingsText(findings));
    const bool open = std::any_of(findings.begin(), findings.end(), [](const Finding &finding) { return !finding.isAccepted(); });
    return open ? FailedOrFindings : Done;
}

const QList<Command> &commands()
{
    static const QList<Command> list{
        {"new",
         "shisakucho new --sample NAME FILE | --empty FILE",
         QT_TRANSLATE_NOOP("CommandLine", "見本または空の計画から、新しい計画を作ります。"),
         {u"--sample"_s},
         {u"--empty"_s},
         1,
         runNew},
        {"info",
         "shisakucho info FILE [--json]",
         QT_TRANSLATE_NOOP("CommandLine", "表ごとの件数、版、照合値、ファイルの健全性を示します。"),
         {},
         {u"--json"_s},
         1,
         runInfo},
        {"export", exportUsage, QT_TRANSLATE_NOOP("CommandLine", "計画をPDF、PNG、SVG（data はCSVのフォルダー）に書き出します。"),
         exportValuedOptions(), exportPlainOptions(), 1, runExport},
        {"import",
         "shisakucho import DIR|FILE.csv --into FILE [--replace]",
         QT_TRANSLATE_NOOP("CommandLine", "CSVを計画に取り込みます。--replace を付けると、CSVにない行を削除します。"),
         {u"--into"_s},
         {u"--replace"_s},
         1,
         runImport},
        {"check",
         "shisakucho check FILE [--json]",
         QT_TRANSLATE_NOOP("CommandLine", "計画を点検し、指摘を示します。"),
         {},
         {u"--json"_s},
         1,
         runCheck},
    };
    return list;
}

QString usageText()
{
    QStringList lines{CommandLine::tr("使い方:"), u"  shisakucho [PLAN.dxplan]"_s, CommandLine::tr("      画面で計画を開きます。")};
    for (const Command &command : commands())
        lines << u"  "_s + QString::fromUtf8(command.usage) << u"      "_s + CommandLine::tr(command.purpose);
    lines << u"  shisakucho --help | --version"_s
          << CommandLine::tr("終了コード: 0 完了、1 指摘または失敗、2 使い方の誤り、3 ファイルを読めない");
    return lines.join(u'\n');
}
} // namespace

bool isCommand(const QString &word)
{
    return word.startsWith(u"--"_s) || std::any_of(commands().begin(), commands().end(), [&](const Command &command) {
               return word == QLatin1StringView(command.name);
           });
}

int runCommand(const QStringList &line)
{
    if (line.first() == u"--version"_s) {
        print(u"shisakucho "_s + QStringLiteral(SHISAKUCHO_VERSION) + u'\n');
        return Done;
    }
    if (line.first() == u"--help"_s) {
        print(usageText() + u'\n');
        return Done;
    }
    for (const Command &command : commands()) {
        if (line.first() != QLatin1StringView(command.name))
            continue;
        if (line.contains(u"--help"_s)) {
            print(CommandLine::tr("使い方: %1\n%2\n").arg(QString::fromUtf8(command.usage), CommandLine::tr(command.purpose)));
            return Done;
        }
        const auto arguments = Arguments::parse(line.sliced(1), command.valued, command.plain);
        if (!arguments || arguments->words.size() != command.words) {
            complain(arguments ? CommandLine::tr("ファイルの指定が正しくありません。") : arguments.error().message());
            complain(CommandLine::tr("使い方: %1").arg(QString::fromUtf8(command.usage)));
            return WrongUsage;
        }
        return command.run(*arguments);
    }
    complain(CommandLine::tr("「%1」という指定はありません。").arg(line.first()));
    complain(usageText());
    return WrongUsage;
}

} // namespace shisaku
