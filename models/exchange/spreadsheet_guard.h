// SPDX-License-Identifier: GPL-3.0-or-later
// Cells that a spreadsheet would run, or make into something else when it opens and saves a CSV file, and the sign that keeps them.
#pragma once

#include <QString>

namespace shisaku {

/// A cell as it is written: with an apostrophe in front if a spreadsheet would take it for a formula or for a number, date, time,
/// share or truth that it shows, and so saves, in another form (07, (1), 1E7, 1-2, 1.10, 2020-10, １２３, R4.4.1, TRUE). A number
/// that comes back digit for digit is never guarded, a negative one neither. In a column of numbers (`number`) digits go out as
/// they are, so that spreadsheets can reckon with them; those only that are longer than they show are guarded.
///
/// Why an apostrophe: Excel and LibreOffice Calc take a cell of a file that begins with one for text and save it with the
/// apostrophe, as often as one likes, and officers know the sign; who types 08 over it loses nothing but the sign. ="07" would be
/// saved as 07 and be 7 the next time. A tab in front holds in Excel, but separates cells in Calc, whose proposal it is to split at
/// commas, semicolons and tabs, and which does not quote it when it saves.
QString guardedForSpreadsheets(const QString &text, bool number = false);

/// Takes the sign away again; any other text comes back as it is. The first release guarded formulas only, in the same way.
QString withoutGuard(const QString &cell);

} // namespace shisaku
