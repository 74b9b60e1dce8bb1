// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/safety/fault.h"

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <thread>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>

namespace {
std::atomic<bool> armed = false;
std::atomic<int> calls = 0;
int failing = 0;
int errorNumber = 0;
fault::Lasting duration = fault::Lasting::Once;

enum class Needs { Room, Nothing };

/// Whether this call is one that fails. A disk that stays full still lets go of files.
bool refused(Needs needs = Needs::Room)
{
    if (!armed || (needs == Needs::Nothing && duration == fault::Lasting::Always))
        return false;
    const int number = ++calls;
    if (number < failing || (number > failing && duration == fault::Lasting::Once))
        return false;
    errno = errorNumber;
    return true;
}

/// Pipes and events that wake threads are no files.
bool refused(int file, Needs needs = Needs::Room)
{
    struct stat status {};
    return armed && ::fstat(file, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)) && refused(needs);
}

std::atomic<int> syncDelayMs = 0;

void delaySync()
{
    if (const int delay = syncDelayMs; delay > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(delay));
}

template <typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}
} // namespace

void fault::arm(int number, int error, Lasting lasting)
{
    failing = number;
    errorNumber = error;
    duration = lasting;
    calls = 0;
    armed = true;
}

int fault::disarm()
{
    armed = false;
    return calls;
}

void fault::slow(std::chrono::milliseconds eachSync)
{
    syncDelayMs = static_cast<int>(eachSync.count());
}

// The C library declares these with attributes of its own; only the names have to be the same.
extern "C" {
ssize_t write(int file, const void *bytes, size_t size)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t)>("write");
    return refused(file) ? -1 : next(file, bytes, size);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    return refused(file) ? -1 : next(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return refused(file) ? -1 : next(file, bytes, size, at);
}

int fsync(int file)
{
    static const auto next = real<int (*)(int)>("fsync");
    delaySync();
    return refused(file) ? -1 : next(file);
}

int fdatasync(int file)
{
    static const auto next = real<int (*)(int)>("fdatasync");
    delaySync();
    return refused(file) ? -1 : next(file);
}

int ftruncate64(int file, off64_t size) noexcept
{
    static const auto next = real<int (*)(int, off64_t)>("ftruncate64");
    return refused(file, Needs::Nothing) ? -1 : next(file, size);
}

int rename(const char *from, const char *to) noexcept
{
    static const auto next = real<int (*)(const char *, const char *)>("rename");
    return refused() ? -1 : next(from, to);
}

int unlink(const char *path) noexcept
{
    static const auto next = real<int (*)(const char *)>("unlink");
    return refused(Needs::Nothing) ? -1 : next(path);
}

int mkdir(const char *path, mode_t mode) noexcept
{
    static const auto next = real<int (*)(const char *, mode_t)>("mkdir");
    return refused() ? -1 : next(path, mode);
}

int open64(const char *path, int flags, ...)
{
    static const auto next = real<int (*)(const char *, int, ...)>("open64");
    va_list rest;
    va_start(rest, flags);
    const auto mode = va_arg(rest, mode_t);
    va_end(rest);
    return (flags & O_CREAT) && refused() ? -1 : next(path, flags, mode);
}
}
