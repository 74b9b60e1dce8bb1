// SPDX-License-Identifier: GPL-3.0-or-later
// The size of windows on screens that are smaller than they would like.
#pragma once

#include <QSize>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace shisaku {

/// Gives a window `usual` as its size, or what its screen has room for: title bar and buttons are always in reach.
void resizeOnScreen(QWidget &window, const QSize &usual);

} // namespace shisaku
