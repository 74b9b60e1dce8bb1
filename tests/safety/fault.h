// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the system refuse to write: the definitions of this library go before those of the C library, for SQLite and Qt too.
#pragma once

#include <chrono>

namespace fault {

enum class Lasting {
    Once,  ///< One call fails, later ones succeed: a disturbance.
    Always ///< This call and all later ones fail until disarm(): a full disk.
};

/// From now on calls that change files are counted; the one with this number (from 1) fails with `error` (errno).
void arm(int number, int error, Lasting lasting);
/// Calls succeed again. Returns how many there were.
int disarm();

/// Every fsync of a file or folder takes so much longer, in whatever thread; zero ends it.
void slow(std::chrono::milliseconds eachSync);

} // namespace fault
