// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings without what the editor that made them wrote beside the drawing.
#pragma once

#include <QByteArray>

#include <optional>

namespace shisaku {

/// An SVG without comments, <metadata>, document type, elements and attributes of other vocabularies (inkscape, sodipodi, Adobe,
/// Visio), the file that draw.io hides in it, and links into the file system. Nothing where it is no well-formed SVG.
std::optional<QByteArray> svgWithoutMetadata(const QByteArray &svg);

} // namespace shisaku
