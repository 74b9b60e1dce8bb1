// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between operating systems when files are made durable and processes are looked up.
#pragma once

#include <QString>

namespace shisaku {

/// Forces a file's content to the disk. False if the system refused.
bool syncFile(const QString &path);
/// Forces a folder's entries (a rename) to the disk. Systems that do so by themselves return true.
bool syncFolder(const QString &path);
/// Renames over an existing file in one step. Both must lie on one volume.
bool replaceFile(const QString &from, const QString &to);
/// The path as the system takes it from the present folder on, whatever the name means to others: 「file:x」 and 「:x」 are names.
QString absolutePath(const QString &path);
/// Whether two paths lead to one file: by links of any kind, or spelled differently. False if either is not there.
bool isSameFile(const QString &one, const QString &other);
/// Whether a process of this host is alive.
bool processIsAlive(qint64 pid);
/// Whether the present user may write to a file or folder, as the system judges it.
bool mayWrite(const QString &path);

} // namespace shisaku
