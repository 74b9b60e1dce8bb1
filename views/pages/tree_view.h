// SPDX-License-Identifier: GPL-3.0-or-later
// 体系図 on the screen: the same boxes as on paper, as wide as the view; a click or the arrow keys choose a measure.
#pragma once

#include "models/change/change_set.h"
#include "views/look/look.h"
#include "views/pages/tree_layout.h"

#include <QAbstractScrollArea>

namespace shisaku {

class TreeView : public QAbstractScrollArea {
    Q_OBJECT

public:
    /// `plan` outlives the view.
    explicit TreeView(const Plan &plan, QWidget *parent = nullptr);

    /// Lays the plan out anew after a change; one that does not touch what is shown costs nothing.
    void follow(const ChangeSet &change);
    void setCurrentMeasure(Id<Measure> measure);
    Id<Measure> currentMeasure() const { return m_current; }
    const TreeLayout &shown() const { return m_layout; }
    /// The place of a box in the viewport, in pixels.
    QRectF viewRect(const TreeBox &box) const;

signals:
    void currentMeasureChanged(shisaku::Id<shisaku::Measure> measure);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void updateScrollBar();
    void choose(Id<Measure> measure);
    void step(int by);
    int boxAt(const QPoint &point) const;
    double scale() const; ///< Pixels per unit of the layout.
    QPointF origin() const;

    const Plan &m_plan;
    TreeLayout m_layout;
    Id<Measure> m_current;
};

} // namespace shisaku
