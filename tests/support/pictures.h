// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of what a test has brought to the screen, for looking at: kept where SHISAKUCHO_PICTURES names a folder.
#pragma once

#include <QImage>
#include <QWidget>

namespace shisaku {

inline void keepPicture(const QImage &image, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("SHISAKUCHO_PICTURES"); !folder.isEmpty())
        image.save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

inline void keepPicture(QWidget &widget, const QString &name)
{
    if (qEnvironmentVariableIsSet("SHISAKUCHO_PICTURES"))
        keepPicture(widget.grab().toImage(), name);
}

} // namespace shisaku
