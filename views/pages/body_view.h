// SPDX-License-Identifier: GPL-3.0-or-later
// 推進体制 on the screen: the same boxes as in the book; a click chooses a body.
#pragma once

#include "views/pages/body_layout.h"
#include "views/pages/drawing_view.h"

namespace shisaku {

class BodyView : public DrawingView {
    Q_OBJECT

public:
    /// `plan` outlives the view.
    explicit BodyView(const Plan &plan, QWidget *parent = nullptr);

    /// Lays the bodies out anew, after a change of one of them.
    void follow() { layOut(); }
    void setCurrentBody(Id<Body> body);
    const BodyLayout &shown() const { return m_layout; }
    /// The place of a box in the viewport, in pixels.
    QRectF viewRect(const BodyBox &box) const { return toView(box.rect); }

signals:
    void currentBodyChanged(shisaku::Id<shisaku::Body> body);

protected:
    QSizeF layOutFor(double width) override;
    void paintDrawing(QPainter &painter, const Look &look) override;
    QString emptyText() const override;
    void clickedAt(const QPointF &point) override;

private:
    const Plan &m_plan;
    BodyLayout m_layout;
    Id<Body> m_current;
};

} // namespace shisaku
