// SPDX-License-Identifier: GPL-3.0-or-later
// Upright text (縦書き): glyphs stacked from the top, columns from right to left, with ー and brackets turned, as narrow headings
// are set in Japanese papers.
#pragma once

#include <QRectF>
#include <QString>

QT_BEGIN_NAMESPACE
class QFont;
class QPainter;
QT_END_NAMESPACE

namespace shisaku::upright {

/// Width of so many columns.
double width(int columns, const QFont &font);
/// Height of the text in so many even columns.
double height(const QString &text, const QFont &font, int columns);

/// Draws the text in the middle of `rect`, in as many even columns as it needs; the pen gives the colour.
void draw(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font);

} // namespace shisaku::upright
