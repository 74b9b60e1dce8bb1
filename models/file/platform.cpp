// SPDX-License-Identifier: GPL-3.0-or-later
// The Windows branch is written from the documentation and untested.
#include "models/file/platform.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace shisaku {

namespace {
std::filesystem::path nativePath(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}
} // namespace

#ifdef Q_OS_WIN

bool syncFile(const QString &path)
{
    const HANDLE file = CreateFileW(reinterpret_cast<LPCWSTR>(path.utf16()), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                    nullptr, OPEN_EXISTING, 0, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return false;
    const bool done = FlushFileBuffers(file) != 0;
    CloseHandle(file);
    return done;
}

FolderSync syncFolder(const QString &)
{
    return FolderSync::Done;
}

bool processIsAlive(qint64 pid)
{
    const HANDLE process = OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(pid));
    if (!process)
        return GetLastError() == ERROR_ACCESS_DENIED;
    const bool alive = WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
    CloseHandle(process);
    return alive;
}

bool mayWrite(const QString &path)
{
    return QFileInfo(path).isWritable();
}

void takeAccess(const QString &, const QString &) {}

bool makeFile(const QString &path, const QString &)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly);
}

bool makeFolder(const QString &path, const QString &)
{
    return QDir(path).exists() || QDir().mkdir(path);
}

int watchForEnding()
{
    return -1; // WM_QUERYENDSESSION comes through QGuiApplication::commitDataRequest
}

#else

namespace {
bool syncPath(const QString &path, int flags)
{
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool done = ::fsync(file) == 0;
    const int error = errno; // close() has one of its own
    ::close(file);
    errno = error;
    return done;
}
} // namespace

bool syncFile(const QString &path)
{
    return syncPath(path, O_RDONLY);
}

FolderSync syncFolder(const QString &path)
{
    errno = 0;
    if (syncPath(path, O_RDONLY | O_DIRECTORY))
        return FolderSync::Done;
    // What CIFS, FUSE and some NFS servers answer to fsync of a folder.
    return errno == EINVAL || errno == ENOTSUP || errno == EBADF ? FolderSync::Impossible : FolderSync::Refused;
}

bool processIsAlive(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
}

namespace {
int endingPipe[2] = {-1, -1};

void noteEnding(int)
{
    const int error = errno;
    const auto written = ::write(endingPipe[1], "", 1);
    static_cast<void>(written); // a full pipe has told it already
    errno = error;
}
} // namespace

int watchForEnding()
{
    if (endingPipe[0] >= 0 || ::pipe2(endingPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return endingPipe[0];
    struct sigaction action {};
    action.sa_handler = noteEnding;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    for (const int signal : {SIGTERM, SIGHUP, SIGINT})
        ::sigaction(signal, &action, nullptr);
    return endingPipe[0];
}

bool mayWrite(const QString &path)
{
    return ::access(QFile::encodeName(path).constData(), W_OK) == 0;
}

namespace {
bool look(const QString &path, struct stat &status)
{
    return ::stat(QFile::encodeName(path).constData(), &status) == 0;
}
} // namespace

void takeAccess(const QString &made, const QString &like)
{
    struct stat from {};
    struct stat own {};
    if (!look(like, from) || !look(made, own))
        return;
    if (S_ISDIR(from.st_mode) && !((from.st_mode & S_ISGID) && (from.st_mode & S_IWGRP)))
        return;
    mode_t mode = (from.st_mode & 0666) | S_IRUSR | S_IWUSR;
    if (S_ISDIR(own.st_mode)) // who reads a file may look into the folder
        mode |= ((mode & 0444) >> 2) | (own.st_mode & S_ISGID);
    const QByteArray name = QFile::encodeName(made);
    // Only root gives files away; everybody else may give them to a group of his.
    const bool given = own.st_gid == from.st_gid || ::chown(name.constData(), static_cast<uid_t>(-1), from.st_gid) == 0;
    if (!given)
        mode &= ~static_cast<mode_t>(S_IRWXG) | ((mode & S_IRWXO) << 3);
    if (::geteuid() == 0 && S_ISREG(from.st_mode) && own.st_uid != from.st_uid
        && ::chown(name.constData(), from.st_uid, static_cast<gid_t>(-1)) != 0)
        return;
    (void)::chmod(name.constData(), mode);
}

bool makeFile(const QString &path, const QString &like)
{
    struct stat from {};
    const mode_t mode = look(like, from) && S_ISREG(from.st_mode) ? S_IRUSR | S_IWUSR : 0666;
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file < 0)
        return false;
    ::close(file);
    takeAccess(path, like);
    return true;
}

bool makeFolder(const QString &path, const QString &like)
{
    if (::mkdir(QFile::encodeName(path).constData(), S_IRWXU) == 0)
        takeAccess(path, like);
    struct stat status {};
    return look(path, status) && S_ISDIR(status.st_mode);
}

#endif

QString absolutePath(const QString &path)
{
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(nativePath(path), error);
    return error || path.isEmpty() ? path : QString::fromStdU16String(absolute.generic_u16string());
}

bool isSameFile(const QString &one, const QString &other)
{
    std::error_code error;
    return std::filesystem::equivalent(nativePath(one), nativePath(other), error) && !error;
}

bool replaceFile(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(nativePath(from), nativePath(to), error);
    return !error;
}

} // namespace shisaku
