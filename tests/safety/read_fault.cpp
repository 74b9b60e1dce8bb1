// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the system refuse to read a file, or to sync a folder, in another program: put in front of the C library by LD_PRELOAD.
//
// SHISAKUCHO_UNREADABLE=TEXT   files whose path contains TEXT cannot be read (EIO) …
// SHISAKUCHO_READABLE=BYTES    … behind this place
// SHISAKUCHO_REFUSALS=NUMBER   … that many times, then they can; always without it
// SHISAKUCHO_FOLDER_ERRNO=NUMBER   fsync of a folder fails with this error
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

namespace {
long number(const char *name, long otherwise)
{
    const char *text = std::getenv(name);
    return text ? std::atol(text) : otherwise;
}

bool isUnreadable(int file)
{
    const char *wanted = std::getenv("SHISAKUCHO_UNREADABLE");
    if (!wanted)
        return false;
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t size = ::readlink(link, path, sizeof path - 1);
    if (size < 0)
        return false;
    path[size] = '\0';
    return std::strstr(path, wanted) != nullptr;
}

/// How much of `size` bytes at a place can be read; -1 for none.
ssize_t readable(off64_t at, size_t size)
{
    static const long end = number("SHISAKUCHO_READABLE", 0);
    static std::atomic<long> refusals = number("SHISAKUCHO_REFUSALS", -1);
    if (at + static_cast<off64_t>(size) <= end || refusals == 0)
        return static_cast<ssize_t>(size);
    if (at < end)
        return static_cast<ssize_t>(end - at);
    if (refusals > 0)
        --refusals;
    errno = EIO;
    return -1;
}

template <typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

int synced(int file, const char *name)
{
    static const int error = static_cast<int>(number("SHISAKUCHO_FOLDER_ERRNO", 0));
    struct stat status {};
    if (error != 0 && ::fstat(file, &status) == 0 && S_ISDIR(status.st_mode)) {
        errno = error;
        return -1;
    }
    return real<int (*)(int)>(name)(file);
}
} // namespace

extern "C" {
ssize_t read(int file, void *bytes, size_t size)
{
    static const auto next = real<ssize_t (*)(int, void *, size_t)>("read");
    if (!isUnreadable(file))
        return next(file, bytes, size);
    const ssize_t room = readable(::lseek64(file, 0, SEEK_CUR), size);
    return room < 0 ? -1 : next(file, bytes, static_cast<size_t>(room));
}

ssize_t pread64(int file, void *bytes, size_t size, off64_t at)
{
    static const auto next = real<ssize_t (*)(int, void *, size_t, off64_t)>("pread64");
    if (!isUnreadable(file))
        return next(file, bytes, size, at);
    // SQLite takes a short answer for the end of the file and asks no further.
    const ssize_t room = readable(at, size);
    return room < static_cast<ssize_t>(size) ? (errno = EIO, -1) : next(file, bytes, size, at);
}

ssize_t pread(int file, void *bytes, size_t size, off_t at)
{
    return pread64(file, bytes, size, at);
}

int fsync(int file)
{
    return synced(file, "fsync");
}

int fdatasync(int file)
{
    return synced(file, "fdatasync");
}
}
