// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt cannot say in a PDF, added with libqpdf: bookmarks, language, shown title, page labels. Exceptions stay inside.
#pragma once

#include "views/pages/print_job.h"

#include <QByteArray>

namespace shisaku {

/// The finished file; an error carries libqpdf's message as detail.
Result<QByteArray> finishedPdf(const QByteArray &pdf, const PrintJob &job);

} // namespace shisaku
