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
/// Whether a process of this host is alive.
bool processIsAlive(qint64 pid);
/// From now on the system's requests to end (SIGTERM, SIGHUP, SIGINT) are told by a byte that can be read from the descriptor that
/// is returned; a second one of the same kind ends the program at once. −1 where such requests come as events of the window system.
int watchForEnding();
/// Whether the present user may write to a file or folder, as the system judges it.
bool mayWrite(const QString &path);

} // namespace shisaku
