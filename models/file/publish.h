// SPDX-License-Identifier: GPL-3.0-or-later
// New files: written beside, synced, renamed, so that a file is there whole or not at all.
#pragma once

#include "models/plan/result.h"

namespace shisaku {

/// A name beside `path` that nobody uses.
QString freeNameBeside(const QString &path);
/// Makes an empty file beside `path` under a name that nobody uses, for whom `path` is; where there is none yet, for whom
/// `like` is: the plan it comes from, or else the folder. Throws FileFailure.
QString besides(const QString &path, const QString &like = {});
/// Removes a file that could not be finished.
void discard(const QString &made);
/// What is to be told of a folder of which syncFolder() says that it can never be synced; `path` lies in it.
Error unsyncedFolder(const QString &path);
/// Syncs a finished file and moves it over `path`. What an earlier file of that name left beside it, a journal above all, would
/// be played into the new one: it is moved out of the way first. Throws FileFailure.
void publish(const QString &made, const QString &path);
/// Publishes a copy of a file, byte by byte.
void publishCopy(const QString &from, const QString &path);

} // namespace shisaku
