// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

Result<Arguments> Arguments::parse(const QStringList &line, const QStringList &valued, const QStringList &plain)
{
    const auto refuse = [](const char *sentence, const QString &option) {
        return Error{ErrorKind::Invalid, QCoreApplication::translate("CommandLine", sentence).arg(option), {}, {}};
    };
    Arguments arguments;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QString &word = line[i];
        if (!word.startsWith(u"--"_s)) {
            arguments.words << word;
        } else if (plain.contains(word)) {
            arguments.flags.insert(word);
        } else if (!valued.contains(word)) {
            return refuse(QT_TRANSLATE_NOOP("CommandLine", "「%1」という指定はありません。"), word);
        } else if (i + 1 == line.size()) {
            return refuse(QT_TRANSLATE_NOOP("CommandLine", "「%1」の後に値が必要です。"), word);
        } else {
            arguments.values.insert(word, line[++i]);
        }
    }
    return arguments;
}

} // namespace shisaku
