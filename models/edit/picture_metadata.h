// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures without what cameras and programs write beside the picture: places, persons, programs, paths.
#pragma once

#include <QByteArray>

#include <optional>

namespace shisaku {

/// A PNG, JPEG or SVG without comments, EXIF, XMP, texts, dates, private parts and what follows its end. Pixels are not coded anew:
/// parts are left out, the others are copied. What the look depends on stays: colour profile, density, and of EXIF the one tag that
/// says which side is up. Pictures inside an SVG are treated alike. Nothing where the bytes cannot be taken apart.
std::optional<QByteArray> withoutMetadata(const QByteArray &picture);

} // namespace shisaku
