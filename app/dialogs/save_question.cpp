// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/save_question.h"

#include "models/file/backup.h"
#include "views/pages/page_pictures.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(SaveQuestion)
};

/// 「PDF (*.pdf);;PNG画像 (*.png)」
QString filterOf(const QList<FileKind> &kinds)
{
    QStringList filters;
    for (const FileKind kind : kinds)
        filters << u"%1 (*%2)"_s.arg(kindName(kind), endingOf(kind));
    return filters.join(u";;"_s);
}

FileKind chosenKind(const QString &path, const QList<FileKind> &kinds)
{
    const auto named = kindOf(path);
    return named && kinds.contains(*named) ? *named : kinds.first();
}

QStringList filesOf(const QString &path, FileKind kind, int pages)
{
    if (kind != FileKind::Png && kind != FileKind::Svg)
        return {path};
    QStringList files;
    for (int page = 0; page < pages; ++page)
        files << picturePath(path, page, pages);
    return files;
}

/// Names every file that would go; pages that follow each other as 「OUT-01.png～OUT-12.png」.
QString namesOf(const Destination &destination)
{
    QStringList names;
    qsizetype i = 0;
    const auto goes = [&](qsizetype index) {
        return index < destination.paths.size() && destination.replaced.contains(destination.paths[index]);
    };
    const auto nameAt = [&](qsizetype index) { return QDir::toNativeSeparators(destination.paths[index]); };
    while (i < destination.paths.size()) {
        if (!goes(i)) {
            ++i;
            continue;
        }
        qsizetype last = i;
        while (goes(last + 1))
            ++last;
        names << (last == i ? nameAt(i) : Text::tr("%1～%2").arg(nameAt(i), QFileInfo(destination.paths[last]).fileName()));
        i = last + 1;
    }
    return names.join(u'\n');
}

QString questionAbout(const Destination &destination, FileKind kind)
{
    const QString names = namesOf(destination);
    if (kind == FileKind::Plan)
        return Text::tr("同じ名前の計画があります。置き換えますか。\n\n%1\n\n今の計画は「%2」に残します。")
            .arg(names, QFileInfo(backupFolder(destination.paths.first())).fileName());
    return destination.replaced.size() == 1 ? Text::tr("同じ名前のファイルがあります。置き換えますか。\n\n%1").arg(names)
                                            : Text::tr("同じ名前のファイルが%1件あります。すべて置き換えますか。\n\n%2")
                                                  .arg(destination.replaced.size())
                                                  .arg(names);
}

Result<Destination> checked(const Dialogs &dialogs, const QString &path, FileKind kind, const SaveRequest &request)
{
    auto destination = destinationOf(filesOf(path, kind, request.pages), kind, request.read);
    if (destination && kind == FileKind::Plan && dialogs.isShown && dialogs.isShown(destination->paths.first()))
        return Error{ErrorKind::Locked,
                     Text::tr("「%1」は画面で開いている計画なので、置き換えません。").arg(path),
                     Text::tr("別の名前を指定してください。"),
                     {}};
    return destination;
}
} // namespace

QString askWhere(const Dialogs &dialogs, QWidget *window, const SaveRequest &request)
{
    QString suggested = request.suggested;
    for (QString refused;;) {
        const QString typed = dialogs.saveFile(window, request.title, suggested, filterOf(request.kinds));
        if (typed.isEmpty())
            return {};
        const FileKind kind = chosenKind(typed, request.kinds);
        const QString path = withEnding(typed, kind);
        const auto destination = checked(dialogs, path, kind, request);
        if (destination) {
            const bool free = destination->replaced.isEmpty();
            if (!free && !dialogs.confirm(window, questionAbout(*destination, kind), Text::tr("置き換える")))
                return {};
            return destination->paths.size() == 1 ? destination->paths.first() : path;
        }
        if (path == refused || !dialogs.confirm(window, destination.error().message(), Text::tr("別の名前にする")))
            return {};
        refused = suggested = path;
    }
}

} // namespace shisaku
