// SPDX-License-Identifier: GPL-3.0-or-later
// Asks where to write, the same way for everything the window writes: one name, and one question about what lies there.
#pragma once

#include "app/services.h"
#include "models/file/destination.h"

namespace shisaku {

struct SaveRequest {
    QString title;         ///< Of the dialog.
    QString suggested;     ///< A name, or a path.
    QList<FileKind> kinds; ///< What can be written; a name with none of their endings gets that of the first.
    int pages = 1;         ///< Pictures are written one a page, see picturePath().
    QStringList read = {}; ///< Files that were just read and may not be replaced.
};

/// A path that may be written, with its ending; empty when the officer thinks better of it. What may not be replaced, see
/// destinationOf(), and plans that a window shows are refused with a sentence, and the dialog comes again with what was typed.
/// Whatever else would be replaced is named and asked about once.
QString askWhere(const Dialogs &dialogs, QWidget *window, const SaveRequest &request);

} // namespace shisaku
