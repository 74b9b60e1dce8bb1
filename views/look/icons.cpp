// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
QByteArray inked(QByteArray svg, const QColor &ink)
{
    return svg.replace("#000", ink.name(QColor::HexRgb).toLatin1());
}

/// Drawn when it is shown, at the very size of the screen, so that a line stays one line at every scaling.
class LineIcon : public QIconEngine {
public:
    LineIcon(const QByteArray &svg, const Look &look) : m_normal(inked(svg, look.ink)), m_disabled(inked(svg, look.strongLine)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QSvgRenderer(mode == QIcon::Disabled ? m_disabled : m_normal).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new LineIcon(*this); }

private:
    QByteArray m_normal;
    QByteArray m_disabled;
};
} // namespace

QIcon lineIcon(const QString &name, const Look &look)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    return file.open(QIODevice::ReadOnly) ? QIcon(new LineIcon(file.readAll(), look)) : QIcon();
}

} // namespace shisaku
