// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/icons.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int iconSize = 20;

QPixmap drawn(QByteArray svg, const QColor &ink, int scale)
{
    svg.replace("#000", ink.name(QColor::HexRgb).toLatin1());
    QPixmap pixmap(iconSize * scale, iconSize * scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter, QRectF(0, 0, iconSize * scale, iconSize * scale));
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}
} // namespace

QIcon lineIcon(const QString &name, const Look &look)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray svg = file.readAll();
    QIcon icon;
    for (const int scale : {1, 2}) {
        icon.addPixmap(drawn(svg, look.ink, scale), QIcon::Normal);
        icon.addPixmap(drawn(svg, look.strongLine, scale), QIcon::Disabled);
    }
    return icon;
}

} // namespace shisaku
