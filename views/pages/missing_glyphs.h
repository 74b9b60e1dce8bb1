// SPDX-License-Identifier: GPL-3.0-or-later
// Characters a print job cannot show with its fonts (外字, rare 異体字): found before printing, told, never changed silently.
#pragma once

#include "views/pages/print_job.h"

namespace shisaku {

struct MissingGlyph {
    QString character;
    QString context; ///< The piece of text it stands in.
    int page = 0;    ///< From 0.
};

/// Every such character once a page, in the order of the pages.
QList<MissingGlyph> charactersWithoutGlyph(const PrintJob &job);

/// 「𠮷」（1頁「𠮷野」）、… as one sentence for a message; empty if nothing is missing.
QString missingGlyphsMessage(const QList<MissingGlyph> &missing, int firstPageNumber = 1);

} // namespace shisaku
