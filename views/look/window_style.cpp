// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/window_style.h"

#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace shisaku {

namespace {
/// Share of the text's colour in an outline.
constexpr qreal outlineShare = 0.6;
constexpr int minimumLine = 24; ///< Pixels of a line in a list.

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() * share + b.redF() * (1 - share)),
                            static_cast<float>(a.greenF() * share + b.greenF() * (1 - share)),
                            static_cast<float>(a.blueF() * share + b.blueF() * (1 - share)));
}

/// The largest square of whole pixels in the middle of a rectangle.
QRectF squareIn(const QRect &rect)
{
    const int side = std::min(rect.width(), rect.height()) - 1;
    const QPoint corner(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
    return QRectF(corner, QSizeF(side, side)).adjusted(0.5, 0.5, -0.5, -0.5);
}

void drawTick(QPainter &painter, const QRectF &box)
{
    painter.drawPolyline(QPolygonF{{box.left() + box.width() * 0.22, box.top() + box.height() * 0.52},
                                   {box.left() + box.width() * 0.43, box.top() + box.height() * 0.73},
                                   {box.left() + box.width() * 0.80, box.top() + box.height() * 0.28}});
}
} // namespace

WindowStyle::WindowStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    if (element == PE_IndicatorBranch && option->state & State_Selected) {
        QStyleOption chosen(*option);
        chosen.palette.setColor(QPalette::WindowText, option->palette.color(QPalette::HighlightedText));
        return QProxyStyle::drawPrimitive(element, &chosen, painter, widget);
    }
    const bool circle = element == PE_IndicatorRadioButton;
    if (!circle && element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    const QPalette &palette = option->palette;
    const QPalette::ColorGroup group = option->state & State_Enabled ? QPalette::Active : QPalette::Disabled;
    const QColor ground = palette.color(group, QPalette::Base);
    const QColor ink = palette.color(group, QPalette::Text);
    const QColor accent = palette.color(group, QPalette::Highlight);
    const bool on = option->state & State_On;
    const bool partly = option->state & State_NoChange;
    const bool touched = (option->state & State_MouseOver) || (option->state & State_HasFocus);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = squareIn(option->rect);
    painter->setPen(QPen(touched ? accent : mixed(ink, ground, outlineShare), 1));
    painter->setBrush(option->state & State_Sunken ? mixed(ink, ground, 0.15) : ground);
    if (circle)
        painter->drawEllipse(box);
    else
        painter->drawRoundedRect(box, 2, 2);
    if (circle && on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        const qreal rest = box.width() * 0.28;
        painter->drawEllipse(box.adjusted(rest, rest, -rest, -rest));
    } else if (on) {
        painter->setPen(QPen(ink, box.width() / 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        drawTick(*painter, box);
    } else if (partly) {
        painter->setPen(QPen(ink, box.width() / 7, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(QPointF(box.left() + box.width() * 0.28, box.center().y()),
                          QPointF(box.right() - box.width() * 0.28, box.center().y()));
    }
    painter->restore();
}

void WindowStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = element == CE_MenuItem ? qstyleoption_cast<const QStyleOptionMenuItem *>(option) : nullptr;
    if (!item || item->icon.isNull() || !(item->state & State_Selected) || !(item->state & State_Enabled))
        return QProxyStyle::drawControl(element, option, painter, widget);
    QStyleOptionMenuItem chosen(*item);
    const int side = pixelMetric(PM_SmallIconSize, item, widget);
    QPixmap picture = item->icon.pixmap(QSize(side, side), painter->device()->devicePixelRatio());
    QPainter tinting(&picture);
    tinting.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tinting.fillRect(picture.rect(), item->palette.color(QPalette::HighlightedText));
    tinting.end();
    chosen.icon = QIcon(picture);
    QProxyStyle::drawControl(element, &chosen, painter, widget);
}

int WindowStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
}

void WindowStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    auto *label = qobject_cast<QLabel *>(widget);
    if (label && label->textFormat() == Qt::AutoText && !label->inherits("QTipLabel")) // which wraps HTML only
        label->setTextFormat(Qt::PlainText);
}

QSize WindowStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize room = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option); item && type == CT_MenuItem)
        room.rwidth() += item->fontMetrics.horizontalAdvance(u'&') * static_cast<int>(item->text.count(u'&'));
    // The height that the fonts state is less than that of their characters: the chosen line of a list was cut.
    if (type == CT_ItemViewItem && qobject_cast<const QListView *>(widget))
        room.setHeight(std::max(room.height(), minimumLine));
    return room;
}

} // namespace shisaku
