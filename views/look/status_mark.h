// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of progress (●◐○) in their colours and all of one size, wherever they stand beside text.
#pragma once

#include "views/look/look.h"

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace shisaku {

/// Ink for the mark of the status at a place of the plan's list, from 0: green, orange, red of the set for every eye; the muted
/// ink for anything else.
QColor statusColour(const Look &look, int place);

/// The font in which a mark is as large as the others: BIZ UD has half circles of half the size only.
QFont markFont(QFont font, QStringView mark);

/// Draws a text that may begin with a mark (「◐2」) in the painter's font and pen, in the middle of the room's height; returns
/// its width. `alignment` is left or right.
double drawMarked(QPainter &painter, const QRectF &room, Qt::Alignment alignment, const QString &text);
double markedWidth(const QFont &font, const QString &text);

} // namespace shisaku
