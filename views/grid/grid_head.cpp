// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/grid/grid_head.h"

#include "models/item/grid_model.h"
#include "views/look/look.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <utility>

namespace shisaku {

namespace {
constexpr int padding = 5;
constexpr int buttonWidth = 16;
constexpr int gripWidth = 4;

/// ▲ or ▼, drawn, because it has to be small enough for the space above the words.
void paintArrow(QPainter &painter, const QRectF &section, bool down, const QColor &colour)
{
    const QPointF middle(section.center().x(), section.top() + 3);
    const double tip = down ? 2 : -2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({middle + QPointF(-4, -tip), middle + QPointF(4, -tip), middle + QPointF(0, tip)}));
}

void paintFunnel(QPainter &painter, const QRectF &place, bool filled, const QColor &colour)
{
    const QPointF middle = place.center();
    QPainterPath funnel(middle + QPointF(-5, -4.5));
    for (const QPointF &corner : {QPointF(5, -4.5), QPointF(1.2, 0), QPointF(1.2, 4), QPointF(-1.2, 5), QPointF(-1.2, 0)})
        funnel.lineTo(middle + corner);
    funnel.closeSubpath();
    painter.setPen(QPen(colour, 1));
    painter.setBrush(filled ? QBrush(colour) : Qt::NoBrush);
    painter.drawPath(funnel);
}
} // namespace

GridHead::GridHead(const GridModel *grid, QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_grid(grid)
{
    setFont(textFont(9));
    setHighlightSections(false);
    setSectionsClickable(true);
    setSectionsMovable(false);
    setMinimumSectionSize(28);
    setMouseTracking(true);
    setAccessibleName(tr("列の見出し"));
    connect(grid, &GridModel::orderChanged, viewport(), qOverload<>(&QWidget::update));
}

void GridHead::setFrozen(int columns, int width)
{
    if (columns == m_frozenColumns && width == m_frozenWidth)
        return;
    m_frozenColumns = columns;
    m_frozenWidth = width;
    viewport()->update();
}

QString GridHead::textOf(int section) const
{
    return m_grid->headerData(section, Qt::Horizontal).toString();
}

int GridHead::leastWidth(int section) const
{
    const QFontMetrics metrics(font());
    int width = 0;
    for (const QString &line :
         QString(m_grid->shape().columns.at(section).header).replace(u'（', QStringLiteral("\n（")).split(u'\n'))
        width = qMax(width, metrics.horizontalAdvance(line));
    return width + 2 * padding + 2; // advances are rounded
}

QSize GridHead::sectionSizeFromContents(int section) const
{
    if (section < 0 || section >= m_grid->shape().columns.size())
        return QHeaderView::sectionSizeFromContents(section);
    const QFontMetrics metrics(font());
    const QString text = textOf(section);
    int width = 0;
    for (const QString &line : text.split(u'\n'))
        width = qMax(width, metrics.horizontalAdvance(line));
    const int room = qMax(20, sectionSize(section) - 2 * padding);
    const int height = metrics.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap | Qt::AlignHCenter, text).height();
    return {width + 2 * padding, height + 2 * padding + 1};
}

void GridHead::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (!rect.isValid())
        return;
    const Look &look = Look::of(palette());
    const GridOrder &order = m_grid->order();
    const bool filtered = order.kept.contains(section);
    const bool shows = filtered || section == m_hovered;
    painter->save();
    painter->setClipRect(rect, Qt::IntersectClip);
    painter->fillRect(rect, look.head);
    painter->setFont(font());
    painter->setPen(look.ink);
    QRect place = rect.adjusted(padding, padding, -padding, -padding);
    const QString text = textOf(section);
    const QRect words = painter->fontMetrics().boundingRect(place, Qt::TextWordWrap | Qt::AlignHCenter, text);
    const QRect button = buttonOf(rect);
    int alignment = Qt::AlignCenter | Qt::TextWordWrap;
    if (shows && words.right() >= button.left()) { // in the middle they would lie below the funnel
        if (filtered)
            place.setRight(button.left() - 1);
        alignment = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter)
                    | (words.height() > rect.height() / 2 ? Qt::TextWordWrap : 0);
    }
    painter->drawText(place, alignment, text);
    painter->setRenderHint(QPainter::Antialiasing);
    if (order.column == section)
        paintArrow(*painter, rect, order.descending, look.accent);
    if (shows) {
        painter->fillRect(button.adjusted(-1, 2, gripWidth - 1, -2), look.head);
        paintFunnel(*painter, button, filtered, filtered ? look.accent : look.mutedInk);
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(look.line);
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->setPen(look.strongLine);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->restore();
}

void GridHead::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    const Look &look = Look::of(palette());
    if (const int end = length() - offset(); end < viewport()->width()) { // beside the last column
        const QRect rest(end, 0, viewport()->width() - end, viewport()->height());
        painter.fillRect(rest, look.head);
        painter.setPen(look.strongLine);
        painter.drawLine(rest.bottomLeft(), rest.bottomRight());
    }
    if (m_frozenWidth == 0)
        return;
    for (int section = 0; section < m_frozenColumns; ++section) {
        if (!isSectionHidden(section))
            paintSection(&painter, placeOf(section), section);
    }
    painter.setPen(look.strongLine);
    painter.drawLine(m_frozenWidth - 1, 0, m_frozenWidth - 1, viewport()->height());
}

/// What is to be added to a place in the window to have it where the section would be if nothing was frozen.
int GridHead::shiftAt(int x) const
{
    return x < m_frozenWidth ? -offset() : 0;
}

int GridHead::sectionAt(int x) const
{
    return logicalIndexAt(x + shiftAt(x));
}

QRect GridHead::placeOf(int section) const
{
    const int x = sectionViewportPosition(section) + (section < m_frozenColumns && m_frozenWidth > 0 ? offset() : 0);
    return {x, 0, sectionSize(section), viewport()->height()};
}

QRect GridHead::buttonOf(const QRect &section) const
{
    return {section.right() - gripWidth - buttonWidth + 1, section.top(), buttonWidth, section.height()};
}

int GridHead::buttonAt(const QPoint &at) const
{
    const int section = sectionAt(at.x());
    return section >= 0 && buttonOf(placeOf(section)).contains(at) ? section : -1;
}

bool GridHead::isOnEdge(int x) const
{
    const int section = sectionAt(x);
    if (section < 0)
        return true;
    const QRect place = placeOf(section);
    return x > place.right() - gripWidth || (x < place.left() + gripWidth && place.left() > 0);
}

void GridHead::hover(int section)
{
    if (section == m_hovered)
        return;
    m_hovered = section;
    viewport()->update();
}

bool GridHead::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover(-1);
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int section = sectionAt(help->pos().x());
        const bool button = buttonAt(help->pos()) >= 0;
        QToolTip::showText(help->globalPos(),
                           button         ? tr("絞り込み（Ctrl+Shift+L）")
                           : section >= 0 ? tr("%1\n押すと、この列で並べて表示します。").arg(textOf(section).remove(u'\n'))
                                          : QString(),
                           this);
        return true;
    }
    return QHeaderView::viewportEvent(event);
}

namespace {
QMouseEvent moved(const QMouseEvent &event, int shift)
{
    return QMouseEvent(event.type(), event.position() + QPointF(shift, 0), event.globalPosition(), event.button(), event.buttons(),
                       event.modifiers());
}
} // namespace

void GridHead::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    m_pressed = -1;
    if (event->button() == Qt::LeftButton && !isOnEdge(at.x())) {
        if (const int button = buttonAt(at); button >= 0)
            return emit filterAsked(button);
        m_pressed = sectionAt(at.x());
    }
    m_dragging = event->button() == Qt::LeftButton;
    m_shift = shiftAt(at.x());
    m_resized = -1;
    if (m_dragging && m_shift < 0 && isOnEdge(at.x())) { // the header itself moves no edge that lies left of its columns
        const int section = sectionAt(at.x());
        m_resized = at.x() < placeOf(section).left() + gripWidth ? section - 1 : section;
        m_grip = sectionSize(m_resized) - at.x();
        return;
    }
    QMouseEvent there = moved(*event, m_shift);
    QHeaderView::mousePressEvent(&there);
}

void GridHead::mouseMoveEvent(QMouseEvent *event)
{
    const int x = event->position().toPoint().x();
    if (m_resized >= 0)
        return resizeSection(m_resized, qMax(minimumSectionSize(), x + m_grip));
    hover(sectionAt(x));
    QMouseEvent there = moved(*event, m_dragging ? m_shift : shiftAt(x));
    QHeaderView::mouseMoveEvent(&there);
}

void GridHead::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressed, -1);
    m_dragging = false;
    if (std::exchange(m_resized, -1) >= 0)
        return;
    QMouseEvent there = moved(*event, m_shift);
    QHeaderView::mouseReleaseEvent(&there);
    if (pressed >= 0 && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())
        && sectionAt(event->position().toPoint().x()) == pressed)
        emit sortAsked(pressed);
}

void GridHead::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->button() == Qt::LeftButton && !isOnEdge(at.x()))
        return mousePressEvent(event); // two quick clicks sort twice
    QMouseEvent there = moved(*event, shiftAt(at.x()));
    QHeaderView::mouseDoubleClickEvent(&there);
}

} // namespace shisaku
