// SPDX-License-Identifier: GPL-3.0-or-later
// How far long work on a file is, told from the thread that does it to the one that shows it.
#pragma once

#include <QtGlobal>

#include <atomic>

namespace shisaku {

/// How far long work is, and whether the officer has had enough of it. Shared between threads.
struct Progress {
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0; ///< 0 where it is not known.
    std::atomic<bool> cancelled = false;
};

} // namespace shisaku
