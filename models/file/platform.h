// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between operating systems when files are made durable, told apart and given to people, and processes looked up.
#pragma once

#include <QByteArray>
#include <QString>

namespace shisaku {

/// What tells one state of a file from another, seen without opening it: a descriptor of our own, closed again, would drop the
/// locks that SQLite holds for this process.
struct FileStamp {
    quint64 volume = 0;
    quint64 index = 0;  ///< With the volume: which file it is, whatever its name.
    qint64 size = -1;   ///< In bytes; -1 where there is nothing.
    qint64 changed = 0; ///< Only to be compared.

    bool exists() const { return size >= 0; }
    bool isSameFile(const FileStamp &other) const { return volume == other.volume && index == other.index && exists(); }
    bool operator==(const FileStamp &other) const = default;
};
/// Of the entry itself: links are not followed.
FileStamp stampOf(const QString &path);
/// The file that a path leads to, links followed; the absolute path where there is no such file.
QString realPath(const QString &path);

/// What stands where a small file is expected.
struct SmallFile {
    enum class State { Absent, NoFile, Denied, Failed, Read };

    State state = State::Absent;
    QByteArray text; ///< At most 4096 bytes.
};
/// Reads a small file; follows no link and never waits for the other end of a pipe.
SmallFile readSmallFile(const QString &path);

/// A process so that its number, given again to another one, does not stand for it.
struct ProcessMark {
    qint64 pid = 0;
    QString started; ///< Only to be compared; empty where the system does not say.
    QString space; ///< Where the number means something: this start of this system, this container; empty where there is one only.

    bool operator==(const ProcessMark &other) const = default;
};
ProcessMark ownProcess();
enum class ProcessState { Alive, Dead, Unknown };
/// Unknown is what cannot be proved from here. `process` is of a host of the same name.
ProcessState stateOf(const ProcessMark &process);

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
