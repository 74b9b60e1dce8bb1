// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a file whole, or not at all: QIODevice hands over what came before a read error, as if it were everything.
#pragma once

#include "models/plan/result.h"

#include <QByteArray>

namespace shisaku {

/// A file's content, at most its first `most` bytes. ErrorKind::Unreadable where it may not be opened, ErrorKind::Failed where
/// reading broke off: that says nothing about the file, and may work the next time.
Result<QByteArray> readFile(const QString &path, qint64 most);

/// Reads a file to its end and keeps nothing of it; fails as readFile() does.
Result<void> readThrough(const QString &path);

} // namespace shisaku
