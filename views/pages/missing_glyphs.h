// SPDX-License-Identifier: GPL-3.0-or-later
// Characters a print job cannot show with its fonts (外字, rare 異体字), and fonts that cannot go into a file: found before
// printing, told, never changed silently.
#pragma once

#include "views/pages/print_job.h"

#include <optional>

namespace shisaku {

struct MissingGlyph {
    /// What stands on the paper.
    enum class Drawn : quint8 {
        Box,       ///< No font of this machine has the character.
        OtherFont, ///< The character, from another font.
        UsualForm, ///< The character without the form (異体字) that the selector behind it asks for.
    };
    QString character; ///< With its selector, if that is what is missing.
    QString context;   ///< The piece of text it stands in.
    int page = 0;      ///< From 0.
    Drawn drawn = Drawn::Box;
};

/// Every such character once a page, in the order of the pages.
QList<MissingGlyph> charactersWithoutGlyph(const PrintJob &job);

/// 「𠮷」（1頁「𠮷野」）、… as sentences for a message; empty if nothing is missing.
QString missingGlyphsMessage(const QList<MissingGlyph> &missing, int firstPageNumber = 1);

/// Why a paper that goes out as it is may not: boxes stand in it. Nothing if none do, or if it bears a mark.
std::optional<Error> refusedForBoxes(const PrintJob &job, const QList<MissingGlyph> &missing);

/// Why the fonts of papers would leave a file without its letters: they have no outlines, or may not be embedded. Nothing if they
/// are sound.
std::optional<Error> unprintableFont();

} // namespace shisaku
