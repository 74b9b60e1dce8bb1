// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between operating systems when files are made durable and processes are looked up.
#pragma once

#include <QString>

namespace shisaku {

/// Forces a file's content to the disk. False if the system refused.
bool syncFile(const QString &path);
enum class FolderSync {
    Done,       ///< Also on systems that do so by themselves.
    Impossible, ///< Some shares know no such thing, today or tomorrow.
    Refused,    ///< It failed this time.
};
/// Forces a folder's entries (a rename) to the disk.
FolderSync syncFolder(const QString &path);
/// Renames over an existing file in one step. Both must lie on one volume.
bool replaceFile(const QString &from, const QString &to);
/// Whether a process of this host is alive.
bool processIsAlive(qint64 pid);
/// Whether the present user may write to a file or folder, as the system judges it.
bool mayWrite(const QString &path);

} // namespace shisaku
