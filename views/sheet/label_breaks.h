// SPDX-License-Identifier: GPL-3.0-or-later
// Where a short Japanese label may be broken so that words stay whole: between scripts, behind particles and brackets.
#pragma once

#include <QFont>
#include <QStringList>

namespace shisaku {

/// The label in pieces that read as units: 「ぴったり|サービスの|運用」.
QStringList phrases(const QString &label);

/// The label with '\n' where lines end, in no more than `lines` lines of `width`, as even as can be; empty if there is no
/// such way.
QString brokenAtPauses(const QString &label, const QFont &font, double width, int lines);

} // namespace shisaku
