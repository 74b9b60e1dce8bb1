// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/publish.h"

#include "models/file/platform.h"
#include "models/file/row_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Publish {
    Q_DECLARE_TR_FUNCTIONS(PlanFile)
};

/// A name has 255 bytes; the journal of the file takes some of them.
constexpr qsizetype longestName = 247;

[[noreturn]] void failMaking(const QString &path)
{
    fail(ErrorKind::ReadOnly, Publish::tr("「%1」を作れませんでした。").arg(path), Publish::tr("書き込める場所を選んでください。"));
}

/// False if something is left that cannot be moved. Nothing is deleted: a plan that was moved away may want its journal back.
bool clearRemains(const QString &path)
{
    bool found = false;
    for (const QString &ending : {u"-journal"_s, u"-wal"_s, u"-shm"_s}) {
        const QFileInfo remains(path + ending);
        if (!remains.exists() && !remains.isSymbolicLink())
            continue;
        found = true;
        if (!replaceFile(remains.filePath(), freeNameBeside(remains.filePath())))
            return false;
    }
    // On the disk before the rename: a loss of power must not bring the journal back beside the new file.
    return !found || syncFolder(QFileInfo(path).absolutePath()) != FolderSync::Refused;
}
} // namespace

QString freeNameBeside(const QString &path)
{
    const QFileInfo info(path);
    const QString ending = u'.' + QUuid::createUuid().toString(QUuid::Id128).first(8) + u".tmp"_s;
    QString name = info.fileName();
    while (name.toUtf8().size() + ending.size() > longestName)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    return info.absolutePath() + u'/' + name + ending; // not QDir::filePath(), for which 「:x」 is a path of its own
}

QString besides(const QString &path, const QString &like)
{
    const QString made = freeNameBeside(path);
    const QFileInfo info(path);
    if (!makeFile(made, info.exists() ? path : like.isEmpty() ? info.absolutePath() : like))
        failMaking(path);
    return made;
}

void discard(const QString &made)
{
    if (made.isEmpty())
        return; // it was not even begun
    QFile::remove(made);
    QFile::remove(made + u"-journal"_s);
}

Error unsyncedFolder(const QString &path)
{
    return {ErrorKind::Failed,
            Publish::tr("「%1」のあるフォルダーは、書き込みがディスクに残ったことを確かめる方法を持っていません。")
                .arg(QFileInfo(path).fileName()),
            Publish::tr("保存はできますが、停電や切断のときに最後の変更が失われることがあります。"),
            QFileInfo(path).absolutePath()};
}

void publish(const QString &made, const QString &path)
{
    if (syncFile(made) && clearRemains(path) && replaceFile(made, path)) {
        if (syncFolder(QFileInfo(path).absolutePath()) != FolderSync::Refused)
            return;
        fail(ErrorKind::Failed, Publish::tr("「%1」を作りましたが、ディスクに残ったことを確かめられませんでした。").arg(path),
             Publish::tr("ディスクの状態を確かめて、もう一度行ってください。"));
    }
    QFile::remove(made);
    failMaking(path);
}

void publishCopy(const QString &from, const QString &path)
{
    const QString made = besides(path, from);
    QFile::remove(made); // QFile::copy() makes its own
    if (!QFile::copy(from, made)) {
        QFile::remove(made);
        fail(ErrorKind::Failed, Publish::tr("「%1」を「%2」に写せませんでした。").arg(from, path),
             Publish::tr("フォルダーの権限と空きを確かめてください。"));
    }
    takeAccess(made, from);
    publish(made, path);
}

} // namespace shisaku
