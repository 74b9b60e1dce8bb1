// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program: every fsync takes 30 ms more, as on a busy share or an old disk.
#include <sys/syscall.h>
#include <unistd.h>

namespace {
constexpr useconds_t delayUs = 30'000;
} // namespace

extern "C" int fsync(int file)
{
    usleep(delayUs);
    return static_cast<int>(syscall(SYS_fsync, file));
}

extern "C" int fdatasync(int file)
{
    usleep(delayUs);
    return static_cast<int>(syscall(SYS_fdatasync, file));
}
