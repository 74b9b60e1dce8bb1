// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_tag.h"

#include "models/plan/ranges.h"
#include "views/sheet/form_field.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextDocument>

namespace shisaku {

namespace {
constexpr int crossWidth = 18;
constexpr int markWidth = 16;
} // namespace

OfficeTag::OfficeTag(RowId row, const QString &name, const QString &topic, const QString &doubt, QWidget *parent) :
    QAbstractButton(parent), m_row(row), m_topic(topic.isEmpty() ? QString() : tr("（%1）").arg(topic)),
    m_doubtful(!doubt.isEmpty())
{
    setText(drawnLine(name));
    setFocusPolicy(Qt::ClickFocus); // the arrow keys lead here from the line beside it; Tab goes on to the next field
    const QString help = tr("%1%2\nEnter：担当事項など　Alt+←→：並べ替え　Delete：外す").arg(name, m_topic);
    setToolTip(Qt::convertFromPlainText(doubt.isEmpty() ? help : help + QChar(u'\n') + doubt));
    setAccessibleName(name + m_topic);
    setAccessibleDescription(doubt);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize OfficeTag::sizeHint() const
{
    const QFontMetrics metrics(font());
    int width = metrics.horizontalAdvance(text()) + 2 * space::small + crossWidth;
    if (!m_topic.isEmpty())
        width += metrics.horizontalAdvance(m_topic);
    if (m_doubtful)
        width += markWidth;
    return {width, metrics.height() + 10};
}

QRect OfficeTag::crossPlace() const
{
    return {width() - crossWidth - 2, 0, crossWidth, height()};
}

void OfficeTag::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = hasFocus();
    painter.setPen(QPen(focused ? look.accent : look.strongLine, focused ? 2 : 1));
    painter.setBrush(focused ? look.accentFill : look.head);
    const qreal inset = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);

    const QFontMetrics metrics(font());
    int x = space::small;
    if (m_doubtful) {
        DoubtMark::paintMark(painter, QRectF(x - 4, 0, markWidth, height()), look.warn);
        x += markWidth - 4;
    }
    const int room = (m_readOnly ? width() - space::small : crossPlace().left()) - x;
    const QString name = metrics.elidedText(text(), Qt::ElideRight, room);
    painter.setPen(look.ink);
    painter.drawText(QRect(x, 0, room, height()), Qt::AlignVCenter, name);
    const int used = metrics.horizontalAdvance(name);
    painter.setPen(look.mutedInk);
    painter.drawText(QRect(x + used, 0, room - used, height()), Qt::AlignVCenter,
                     metrics.elidedText(m_topic, Qt::ElideRight, qMax(0, room - used)));
    if (m_readOnly)
        return;
    const QPointF centre = QRectF(crossPlace()).center();
    painter.setPen(QPen(look.mutedInk, 1.3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre + QPointF(-3, -3), centre + QPointF(3, 3));
    painter.drawLine(centre + QPointF(-3, 3), centre + QPointF(3, -3));
}

void OfficeTag::keyPressEvent(QKeyEvent *event)
{
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_Right:
    case Qt::Key_Down:
        if (event->modifiers().testFlag(Qt::AltModifier))
            emit moveWanted(back ? -1 : 1);
        else
            emit neighbourWanted(back ? -1 : 1);
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        emit removalWanted();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_F2:
        emit detailsWanted();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void OfficeTag::mouseReleaseEvent(QMouseEvent *event)
{
    QAbstractButton::mouseReleaseEvent(event);
    if (crossPlace().contains(event->position().toPoint()))
        emit removalWanted();
}

void OfficeTag::mouseDoubleClickEvent(QMouseEvent *)
{
    emit detailsWanted();
}

} // namespace shisaku
