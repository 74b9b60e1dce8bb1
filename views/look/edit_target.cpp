// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/edit_target.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace shisaku {

bool hasTextToPaste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    return data && data->hasText();
}

} // namespace shisaku
