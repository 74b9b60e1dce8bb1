// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/read_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace shisaku {

namespace {
constexpr qint64 piece = 1024 * 1024;

struct ReadFile {
    Q_DECLARE_TR_FUNCTIONS(ReadFile)
};

Error cannotOpen(const QFile &file)
{
    return {ErrorKind::Unreadable, ReadFile::tr("「%1」を開けません。").arg(QFileInfo(file).fileName()),
            ReadFile::tr("ファイルの場所と権限、ほかのソフトで開いていないかを確かめてください。"), file.errorString()};
}

Error brokenOff(const QFile &file)
{
    return {ErrorKind::Failed,
            ReadFile::tr("「%1」を読んでいる途中で、ディスクまたは通信の障害が起きました。").arg(QFileInfo(file).fileName()),
            ReadFile::tr("接続を確かめてから、もう一度行ってください。"), file.errorString()};
}
} // namespace

Result<QByteArray> readFile(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotOpen(file);
    QByteArray bytes;
    // Until nothing comes: only the read after a short answer tells whether it was the end or an error.
    for (QByteArray more; bytes.size() < most && !(more = file.read(std::min(piece, most - bytes.size()))).isEmpty();)
        bytes += more;
    if (file.error() != QFileDevice::NoError)
        return brokenOff(file);
    return bytes;
}

Result<void> readThrough(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotOpen(file);
    while (!file.read(piece).isEmpty())
        ;
    return file.error() == QFileDevice::NoError ? Result<void>() : brokenOff(file);
}

} // namespace shisaku
