// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library (LD_PRELOAD): a share on which locks on bytes reach nobody, as SMB with nobrl, NFS with nolock and
// drives that are synchronised; and places at which a writer can be stopped: before a sync, and after a file was opened.
#include <cstdarg>
#include <cstdlib>

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {
template <typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

/// Every lock is had, and nobody else has any.
bool locksNothing(int command, void *argument)
{
    if (::getenv("LOCKS_REACH"))
        return false;
    if (command == F_GETLK || command == F_OFD_GETLK)
        static_cast<struct flock *>(argument)->l_type = F_UNLCK;
    return command == F_GETLK || command == F_SETLK || command == F_SETLKW || command == F_OFD_GETLK || command == F_OFD_SETLK
           || command == F_OFD_SETLKW;
}

/// Stops the process at `file` if it is the one that the variable `place` names, while the file STOP_FLAG exists, which goes.
void stopAt(const char *place, int file)
{
    const char *path = ::getenv(place);
    const char *flag = ::getenv("STOP_FLAG");
    struct stat named {};
    struct stat met {};
    if (!path || !flag || ::stat(path, &named) != 0 || ::fstat(file, &met) != 0 || named.st_ino != met.st_ino)
        return;
    if (::unlink(flag) == 0)
        ::raise(SIGSTOP);
}
/// Makes the file that the variable WRITTEN_AT_OPEN names look as if somebody wrote it each time it is opened here.
void touch(int file)
{
    const char *path = ::getenv("WRITTEN_AT_OPEN");
    struct stat named {};
    struct stat met {};
    if (!path || ::stat(path, &named) != 0 || ::fstat(file, &met) != 0 || named.st_ino != met.st_ino)
        return;
    met.st_mtim.tv_nsec = (met.st_mtim.tv_nsec + 1) % 1'000'000'000;
    const struct timespec times[] = {met.st_atim, met.st_mtim};
    ::futimens(file, times);
}
} // namespace

extern "C" {
int fcntl(int file, int command, ...)
{
    static const auto next = real<int (*)(int, int, void *)>("fcntl");
    va_list rest;
    va_start(rest, command);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    return locksNothing(command, argument) ? 0 : next(file, command, argument);
}

int fcntl64(int file, int command, ...)
{
    static const auto next = real<int (*)(int, int, void *)>("fcntl64");
    va_list rest;
    va_start(rest, command);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    return locksNothing(command, argument) ? 0 : next(file, command, argument);
}

int fsync(int file)
{
    static const auto next = real<int (*)(int)>("fsync");
    stopAt("STOP_AT_SYNC", file);
    return next(file);
}

int fdatasync(int file)
{
    static const auto next = real<int (*)(int)>("fdatasync");
    stopAt("STOP_AT_SYNC", file);
    return next(file);
}

int open(const char *path, int flags, ...)
{
    static const auto next = real<int (*)(const char *, int, ...)>("open");
    va_list rest;
    va_start(rest, flags);
    const auto mode = va_arg(rest, mode_t);
    va_end(rest);
    const int file = next(path, flags, mode);
    stopAt("STOP_AT_OPEN", file);
    touch(file);
    return file;
}

int open64(const char *path, int flags, ...)
{
    static const auto next = real<int (*)(const char *, int, ...)>("open64");
    va_list rest;
    va_start(rest, flags);
    const auto mode = va_arg(rest, mode_t);
    va_end(rest);
    const int file = next(path, flags, mode);
    stopAt("STOP_AT_OPEN", file);
    touch(file);
    return file;
}
}
