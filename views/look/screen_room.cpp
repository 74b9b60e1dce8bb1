// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/screen_room.h"

#include <QScreen>
#include <QWidget>

namespace shisaku {

namespace {
constexpr QSize frameRoom(16, 40); ///< What the frame around a window takes.
} // namespace

void resizeOnScreen(QWidget &window, const QSize &usual)
{
    window.resize(usual.boundedTo(window.screen()->availableSize() - frameRoom));
}

} // namespace shisaku
