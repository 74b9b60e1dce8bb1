// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/drawing_view.h"

#include "views/look/paper.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace shisaku {

DrawingView::DrawingView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
}

double DrawingView::scale() const
{
    return logicalDpiY() / static_cast<double>(paper::unitsPerInch);
}

QPointF DrawingView::origin() const
{
    const double spare = viewport()->width() - m_size.width() * scale();
    return QPointF(std::max<double>(space::large, spare / 2) - horizontalScrollBar()->value(),
                   space::large - verticalScrollBar()->value());
}

QRectF DrawingView::toView(const QRectF &rect) const
{
    return QRectF(origin() + rect.topLeft() * scale(), rect.size() * scale());
}

void DrawingView::layOut()
{
    m_size = layOutFor((std::max(minimumWidth(), viewport()->width()) - 2 * space::large) / scale());
    const QSize whole = (m_size * scale()).toSize() + QSize(2, 2) * space::large;
    verticalScrollBar()->setRange(0, std::max(0, whole.height() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(space::section);
    horizontalScrollBar()->setRange(0, std::max(0, whole.width() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(space::section);
    viewport()->update();
}

void DrawingView::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(palette());
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), look.ground);
    if (m_size.isEmpty()) {
        painter.setPen(look.mutedInk);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, emptyText());
        return;
    }
    painter.translate(origin());
    painter.scale(scale(), scale());
    paintDrawing(painter, look);
}

void DrawingView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void DrawingView::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // so that the release comes here too
}

void DrawingView::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() == Qt::LeftButton)
        clickedAt(fromView(event->position()));
}

void DrawingView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace shisaku
