// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/body_view.h"

#include "views/look/paper.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace shisaku {

namespace {
constexpr double points = 10;
} // namespace

BodyView::BodyView(const Plan &plan, QWidget *parent) : QAbstractScrollArea(parent), m_plan(plan)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("推進体制の図"));
    layOut();
}

double BodyView::scale() const
{
    return logicalDpiY() / static_cast<double>(paper::unitsPerInch);
}

QPointF BodyView::origin() const
{
    const double spare = viewport()->width() - m_layout.width * scale();
    return QPointF(std::max<double>(space::large, spare / 2) - horizontalScrollBar()->value(),
                   space::large - verticalScrollBar()->value());
}

void BodyView::layOut()
{
    m_layout = BodyLayout::make(m_plan, (viewport()->width() - 2 * space::large) / scale(), points);
    const QSize size((QSizeF(m_layout.width, m_layout.height) * scale()).toSize() + QSize(2, 2) * space::large);
    verticalScrollBar()->setRange(0, std::max(0, size.height() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(space::section);
    horizontalScrollBar()->setRange(0, std::max(0, size.width() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(space::section);
    viewport()->update();
}

void BodyView::follow(const ChangeSet &change)
{
    if (std::any_of(change.rows.begin(), change.rows.end(), [](const RowChange &row) { return row.table == TableId::Body; }))
        layOut();
}

void BodyView::setCurrentBody(Id<Body> body)
{
    m_current = body;
    viewport()->update();
}

QRectF BodyView::viewRect(const BodyBox &box) const
{
    return QRectF(origin() + box.rect.topLeft() * scale(), box.rect.size() * scale());
}

void BodyView::paintEvent(QPaintEvent *)
{
    const bool dark = palette().color(QPalette::Base).lightness() < 128;
    const Look &look = Look::of(dark ? Look::Medium::Dark : Look::Medium::Light);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), look.ground);
    if (m_layout.boxes.empty()) {
        painter.setPen(look.mutedInk);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("推進体制は、下の表に組織を入力すると図になります。"));
        return;
    }
    painter.translate(origin());
    painter.scale(scale(), scale());
    paintBodies(painter, m_layout, look, m_current);
}

void BodyView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void BodyView::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // so that the release comes here too
}

void BodyView::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    const Id<Body> body = m_layout.bodyAt((event->position() - origin()) / scale());
    if (event->button() != Qt::LeftButton || body.isNull())
        return;
    setCurrentBody(body);
    emit currentBodyChanged(body);
}

void BodyView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace shisaku
