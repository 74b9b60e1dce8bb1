// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between operating systems when files are made durable, given to people, and processes are looked up.
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
/// The path as the system takes it from the present folder on, whatever the name means to others: 「file:x」 and 「:x」 are names.
QString absolutePath(const QString &path);
/// Whether two paths lead to one file: by links of any kind, or spelled differently. False if either is not there.
bool isSameFile(const QString &one, const QString &other);
/// Whether a process of this host is alive.
bool processIsAlive(qint64 pid);
/// From now on the system's requests to end (SIGTERM, SIGHUP, SIGINT) are told by a byte that can be read from the descriptor that
/// is returned; a second one of the same kind ends the program at once. −1 where such requests come as events of the window system.
int watchForEnding();
/// Whether the present user may write to a file or folder, as the system judges it.
bool mayWrite(const QString &path);

/// Lets those use a file or folder that was just made who may use `like`: a file gives its mode and group, the owner always
/// writes; a folder whose group writes in it and owns what is made there (2775) gives what it allows itself; any other folder
/// leaves it to the umask. Where the group cannot be given, it gets no more than everybody. What a system refuses stays as it
/// is. Systems where files inherit what their folder allows do so by themselves.
void takeAccess(const QString &made, const QString &like);
/// Makes an empty file with the access of `like`, never readable by more people in between. False if there is one or none can be.
bool makeFile(const QString &path, const QString &like);
/// Makes a folder for those who may use the file `like`, unless there is one; not those above it. False if there is none then.
bool makeFolder(const QString &path, const QString &like);

} // namespace shisaku
