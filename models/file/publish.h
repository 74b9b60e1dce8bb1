// SPDX-License-Identifier: GPL-3.0-or-later
// New files: written beside, synced, renamed, so that a file is there whole or not at all.
#pragma once

#include <QString>

namespace shisaku {

/// A name beside `path` that nobody uses.
QString besides(const QString &path);
/// Removes a file that could not be finished.
void discard(const QString &made);
/// Syncs a finished file and moves it over `path`. What an earlier file of that name left beside it, a journal above all, would
/// be played into the new one: it is moved out of the way first. Throws FileFailure.
void publish(const QString &made, const QString &path);
/// Publishes a copy of a file, byte by byte.
void publishCopy(const QString &from, const QString &path);

} // namespace shisaku
