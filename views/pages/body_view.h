// SPDX-License-Identifier: GPL-3.0-or-later
// 推進体制 on the screen: the same boxes as in the book, as wide as the view; a click chooses a body.
#pragma once

#include "models/change/change_set.h"
#include "views/pages/body_layout.h"

#include <QAbstractScrollArea>

namespace shisaku {

class BodyView : public QAbstractScrollArea {
    Q_OBJECT

public:
    /// `plan` outlives the view.
    explicit BodyView(const Plan &plan, QWidget *parent = nullptr);

    /// Lays the plan out anew after a change; one that does not touch what is shown costs nothing.
    void follow(const ChangeSet &change);
    void setCurrentBody(Id<Body> body);
    const BodyLayout &shown() const { return m_layout; }
    /// The place of a box in the viewport, in pixels.
    QRectF viewRect(const BodyBox &box) const;

signals:
    void currentBodyChanged(shisaku::Id<shisaku::Body> body);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    double scale() const; ///< Pixels per unit of the layout.
    QPointF origin() const;

    const Plan &m_plan;
    BodyLayout m_layout;
    Id<Body> m_current;
};

} // namespace shisaku
