// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/file_output.h"

#include "models/file/platform.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <memory>
#include <vector>

namespace shisaku {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("FileOutput", text);
}

Error writeError(const QSaveFile &file)
{
    const QString path = QDir::toNativeSeparators(file.fileName());
    const QFileInfo folder(QFileInfo(file.fileName()).absolutePath());
    if (!folder.isDir())
        return {ErrorKind::NotFound, tr("フォルダー「%1」がありません。").arg(QDir::toNativeSeparators(folder.filePath())),
                tr("保存先を選び直してください。"), file.errorString()};
    if (file.error() == QFileDevice::ResourceError)
        return {ErrorKind::DiskFull, tr("「%1」を書き込む空き容量がありません。").arg(path),
                tr("不要なファイルを消すか、別の場所に保存してください。"), file.errorString()};
    if (file.error() == QFileDevice::OpenError || file.error() == QFileDevice::PermissionsError)
        return {ErrorKind::ReadOnly, tr("「%1」に書き込めません。").arg(path),
                tr("ほかのソフトで開いていないか、書き込みの許可があるかを確かめてください。"), file.errorString()};
    return {ErrorKind::Failed, tr("「%1」を書き込めませんでした。").arg(path), tr("別の場所に保存してみてください。"),
            file.errorString()};
}
} // namespace

Result<void> writeFiles(const QList<OutputFile> &files, FileKind kind)
{
    QStringList wanted;
    for (const OutputFile &file : files)
        wanted << file.path;
    const auto destination = destinationOf(wanted, kind);
    if (!destination)
        return destination.error();
    std::vector<std::unique_ptr<QSaveFile>> open;
    for (qsizetype i = 0; i < files.size(); ++i) {
        auto target = std::make_unique<QSaveFile>(destination->paths[i]);
        const QByteArray &content = files[i].content;
        if (!target->open(QIODevice::WriteOnly) || target->write(content) != content.size() || !target->flush())
            return writeError(*target);
        open.push_back(std::move(target));
    }
    for (const auto &target : open) {
        if (!target->commit())
            return writeError(*target);
    }
    QSet<QString> folders;
    for (const QString &path : destination->paths)
        folders.insert(QFileInfo(path).absolutePath());
    for (const QString &folder : std::as_const(folders))
        syncFolder(folder); // so that the renames survive a loss of power
    return {};
}

Error exportCancelled()
{
    return {ErrorKind::Cancelled, tr("書き出しを中止しました。"), tr("前のファイルはそのままです。"), {}};
}

} // namespace shisaku
