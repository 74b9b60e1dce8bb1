// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between operating systems when files are made durable or told apart and processes are looked up.
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
/// Forces a folder's entries (a rename) to the disk. Systems that do so by themselves return true.
bool syncFolder(const QString &path);
/// Renames over an existing file in one step. Both must lie on one volume.
bool replaceFile(const QString &from, const QString &to);
/// Whether the present user may write to a file or folder, as the system judges it.
bool mayWrite(const QString &path);

} // namespace shisaku
