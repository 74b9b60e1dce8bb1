// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/check_command.h"
#include "app/cli/export_command.h"
#include "app/cli/import_command.h"
#include "app/cli/info_command.h"
#include "app/cli/new_command.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QList<CliCommand> commands()
{
    return {newCommand(), infoCommand(), exportCommand(), importCommand(), checkCommand()};
}

QString usageText()
{
    QStringList lines{CommandLine::tr("使い方:"), u"  shisakucho [PLAN.dxplan]"_s, CommandLine::tr("      画面で計画を開きます。")};
    for (const CliCommand &command : commands())
        lines << u"  "_s + command.usage << u"      "_s + command.purpose;
    lines << u"  shisakucho --help | --version"_s
          << CommandLine::tr("終了コード: 0 完了、1 指摘または失敗、2 使い方の誤り、3 ファイルを読めない");
    return lines.join(u'\n');
}
} // namespace

bool isCommand(const QString &word)
{
    const QList<CliCommand> known = commands();
    return word.startsWith(u"--"_s)
           || std::any_of(known.begin(), known.end(), [&](const CliCommand &command) { return word == command.name; });
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
    for (const CliCommand &command : commands()) {
        if (line.first() != command.name)
            continue;
        if (line.contains(u"--help"_s)) {
            print(CommandLine::tr("使い方: %1\n%2\n").arg(command.usage, command.purpose));
            return Done;
        }
        const auto arguments = Arguments::parse(line.sliced(1), command.valued, command.plain);
        if (arguments && arguments->words.size() == command.words)
            return command.run(*arguments);
        complain(arguments ? CommandLine::tr("ファイルの指定が正しくありません。") : arguments.error().message());
        return wronglyUsed(CommandLine::tr("使い方: %1").arg(command.usage));
    }
    complain(CommandLine::tr("「%1」という指定はありません。").arg(line.first()));
    return wronglyUsed(usageText());
}

} // namespace shisaku
