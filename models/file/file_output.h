// SPDX-License-Identifier: GPL-3.0-or-later
// Writing exported files: each is replaced in one step, and failures are told in the officer's words.
#pragma once

#include "models/file/destination.h"

#include <QByteArray>
#include <QList>

namespace shisaku {

/// A file about to be written.
struct OutputFile {
    QString path;
    QByteArray content;
};

/// Writes all of them beside their targets first and then puts them in place, where destinationOf() allows it; on failure
/// earlier files stay as they were.
Result<void> writeFiles(const QList<OutputFile> &files, FileKind kind);

/// The officer stopped the export.
Error exportCancelled();

} // namespace shisaku
