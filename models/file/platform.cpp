// SPDX-License-Identifier: GPL-3.0-or-later
// The Windows branch is written from the documentation and untested.
#include "models/file/platform.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <limits>

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
constexpr size_t longestSmallFile = 4096;

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

FileStamp stampOf(const QString &path)
{
    const HANDLE file = CreateFileW(reinterpret_cast<LPCWSTR>(path.utf16()), FILE_READ_ATTRIBUTES,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                                    FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return {};
    BY_HANDLE_FILE_INFORMATION info{};
    const bool known = GetFileInformationByHandle(file, &info) != 0;
    CloseHandle(file);
    if (!known)
        return {};
    const auto joined = [](DWORD high, DWORD low) { return (static_cast<quint64>(high) << 32) | low; };
    return {info.dwVolumeSerialNumber, joined(info.nFileIndexHigh, info.nFileIndexLow),
            static_cast<qint64>(joined(info.nFileSizeHigh, info.nFileSizeLow)),
            static_cast<qint64>(joined(info.ftLastWriteTime.dwHighDateTime, info.ftLastWriteTime.dwLowDateTime))};
}

SmallFile readSmallFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return {};
    if (!info.isFile() || info.isSymLink())
        return {SmallFile::State::NoFile, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {SmallFile::State::Denied, {}};
    return {SmallFile::State::Read, file.read(longestSmallFile)};
}

namespace {
QString startOf(HANDLE process)
{
    FILETIME created{};
    FILETIME unused{};
    if (!GetProcessTimes(process, &created, &unused, &unused, &unused))
        return {};
    return QString::number((static_cast<quint64>(created.dwHighDateTime) << 32) | created.dwLowDateTime);
}
} // namespace

ProcessMark ownProcess()
{
    return {static_cast<qint64>(GetCurrentProcessId()), startOf(GetCurrentProcess()), {}};
}

ProcessState stateOf(const ProcessMark &process)
{
    if (process.pid <= 0 || !process.space.isEmpty())
        return ProcessState::Unknown;
    const HANDLE found = OpenProcess(SYNCHRONIZE | PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(process.pid));
    if (!found)
        return GetLastError() == ERROR_INVALID_PARAMETER ? ProcessState::Dead : ProcessState::Alive;
    const bool alive = WaitForSingleObject(found, 0) == WAIT_TIMEOUT;
    const QString started = startOf(found);
    CloseHandle(found);
    const bool another = !process.started.isEmpty() && !started.isEmpty() && started != process.started;
    return alive && !another ? ProcessState::Alive : ProcessState::Dead;
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

FileStamp stampOf(const QString &path)
{
    struct stat status {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
#ifdef Q_OS_DARWIN
    const timespec &changed = status.st_mtimespec;
#else
    const timespec &changed = status.st_mtim;
#endif
    return {status.st_dev, status.st_ino, status.st_size, changed.tv_sec * 1'000'000'000LL + changed.tv_nsec};
}

SmallFile readSmallFile(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0) {
        const bool noFile = errno == ELOOP || errno == ENXIO || errno == EISDIR || errno == ENODEV;
        return {errno == ENOENT   ? SmallFile::State::Absent
                : noFile          ? SmallFile::State::NoFile
                : errno == EACCES ? SmallFile::State::Denied
                                  : SmallFile::State::Failed,
                {}};
    }
    struct stat status {};
    SmallFile read{SmallFile::State::NoFile, {}};
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
        char bytes[longestSmallFile];
        const ssize_t size = ::read(file, bytes, sizeof bytes);
        read = size < 0 ? SmallFile{SmallFile::State::Failed, {}} : SmallFile{SmallFile::State::Read, {bytes, size}};
    }
    ::close(file);
    return read;
}

namespace {
/// What Linux tells of a process: its state, and after it the fields from the fourth on (proc(5)).
QByteArrayList factsOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    return text.mid(text.lastIndexOf(')') + 2).split(' '); // the name before may hold anything
}
constexpr int startField = 22 - 3;

QString readSpace()
{
    QFile boot(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    const QByteArray start = boot.open(QIODevice::ReadOnly) ? boot.readAll().trimmed() : QByteArray();
    char name[64];
    const ssize_t size = ::readlink("/proc/self/ns/pid", name, sizeof name);
    return QString::fromLatin1(start + ' ' + QByteArray(name, std::max<ssize_t>(size, 0))).trimmed();
}
} // namespace

ProcessMark ownProcess()
{
    static const ProcessMark own{::getpid(), QString::fromLatin1(factsOf(::getpid()).value(startField)), readSpace()};
    return own;
}

ProcessState stateOf(const ProcessMark &process)
{
    if (process.space != ownProcess().space || process.pid <= 0 || process.pid > std::numeric_limits<pid_t>::max())
        return ProcessState::Unknown;
    if (::kill(static_cast<pid_t>(process.pid), 0) != 0 && errno == ESRCH)
        return ProcessState::Dead;
    const QByteArrayList facts = factsOf(process.pid);
    if (facts.value(0) == "Z" || facts.value(0) == "X") // ended, and nobody has asked how
        return ProcessState::Dead;
    const QString started = QString::fromLatin1(facts.value(startField));
    const bool another = !process.started.isEmpty() && !started.isEmpty() && started != process.started;
    return another ? ProcessState::Dead : ProcessState::Alive;
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

QString realPath(const QString &path)
{
    const QFileInfo info(path);
    const QString real = info.canonicalFilePath();
    return real.isEmpty() ? info.absoluteFilePath() : real;
}

bool replaceFile(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(nativePath(from), nativePath(to), error);
    return !error;
}

} // namespace shisaku
