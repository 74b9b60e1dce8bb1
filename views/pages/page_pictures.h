// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a print job as pictures, one a page: OUT.png for a single page, OUT-01.png … for several.
#pragma once

#include "views/pages/print_job.h"

#include <QStringList>

namespace shisaku {

/// Dots per inch of PNG pages; fine enough to be read on paper.
inline constexpr int pictureDpi = 200;

/// `path` ends in .png or .svg. Returns the files written; a failed or cancelled export leaves earlier files as they were.
Result<QStringList> writePictures(const PrintJob &job, const QString &path, const PageProgress &progress = {});

/// The name of a page's file.
QString picturePath(const QString &path, int page, int pageCount);

} // namespace shisaku
