// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a print job as a PDF with bookmarks, language, title and page labels.
#pragma once

#include "views/pages/print_job.h"

namespace shisaku {

/// Replaces `path` in one step; a failed or cancelled export leaves an earlier file as it was.
Result<void> writePdf(const PrintJob &job, const QString &path, const PageProgress &progress = {});

} // namespace shisaku
