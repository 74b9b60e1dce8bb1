// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/publish.h"

#include "models/file/platform.h"
#include "models/file/row_store.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Publish {
    Q_DECLARE_TR_FUNCTIONS(PlanFile)
};

[[noreturn]] void failMaking(const QString &path)
{
    fail(ErrorKind::ReadOnly, Publish::tr("「%1」を作れませんでした。").arg(path), Publish::tr("書き込める場所を選んでください。"));
}
} // namespace

QString besides(const QString &path, const QString &like)
{
    const QString made = path + u'.' + QUuid::createUuid().toString(QUuid::Id128).first(8) + u".tmp"_s;
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
    if (syncFile(made) && replaceFile(made, path)) {
        if (syncFolder(QFileInfo(path).absolutePath()) != FolderSync::Refused)
            return;
        fail(ErrorKind::Failed, Publish::tr("「%1」を作りましたが、ディスクに残ったことを確かめられませんでした。").arg(path),
             Publish::tr("ディスクの状態を確かめて、もう一度行ってください。"));
    }
    QFile::remove(made);
    failMaking(path);
}

} // namespace shisaku
