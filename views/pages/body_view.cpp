// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/body_view.h"

#include <algorithm>

namespace shisaku {

namespace {
constexpr double points = 10;
} // namespace

BodyView::BodyView(const Plan &plan, QWidget *parent) : DrawingView(parent), m_plan(plan)
{
    setAccessibleName(tr("推進体制の図"));
    layOut();
}

QSizeF BodyView::layOutFor(double width)
{
    m_layout = BodyLayout::make(m_plan, width, points);
    return m_layout.boxes.empty() ? QSizeF() : QSizeF(m_layout.width, m_layout.height);
}

void BodyView::setCurrentBody(Id<Body> body)
{
    m_current = body;
    viewport()->update();
}

void BodyView::paintDrawing(QPainter &painter, const Look &look)
{
    paintBodies(painter, m_layout, look, m_current);
}

QString BodyView::emptyText() const
{
    return tr("推進体制は、下の表に組織を入力すると図になります。");
}

void BodyView::clickedAt(const QPointF &point)
{
    const Id<Body> body = m_layout.bodyAt(point);
    if (body.isNull())
        return;
    setCurrentBody(body);
    emit currentBodyChanged(body);
}

} // namespace shisaku
