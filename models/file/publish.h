// SPDX-License-Identifier: GPL-3.0-or-later
// New files: written beside, synced, renamed, so that a file is there whole or not at all.
#pragma once

#include "models/plan/result.h"

namespace shisaku {

/// A name beside `path` that nobody uses.
QString besides(const QString &path);
/// Removes a file that could not be finished.
void discard(const QString &made);
/// What is to be told of a folder of which syncFolder() says that it can never be synced; `path` lies in it.
Error unsyncedFolder(const QString &path);
/// Syncs a finished file and moves it over `path`. Throws FileFailure.
void publish(const QString &made, const QString &path);

} // namespace shisaku
