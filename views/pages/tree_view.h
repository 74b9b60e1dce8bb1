// SPDX-License-Identifier: GPL-3.0-or-later
// 体系図 on the screen: the same boxes as on paper; a click or the arrow keys choose a measure.
#pragma once

#include "views/pages/drawing_view.h"
#include "views/pages/tree_layout.h"

namespace shisaku {

class TreeView : public DrawingView {
    Q_OBJECT

public:
    /// `plan` outlives the view.
    explicit TreeView(const Plan &plan, QWidget *parent = nullptr);

    /// Lays the plan out anew, after a change of rows of shownTables().
    void follow() { layOut(); }
    static QList<TableId> shownTables();
    void setCurrentMeasure(Id<Measure> measure);
    Id<Measure> currentMeasure() const { return m_current; }
    const TreeLayout &shown() const { return m_layout; }
    /// The place of a box in the viewport, in pixels.
    QRectF viewRect(const TreeBox &box) const;

signals:
    void currentMeasureChanged(shisaku::Id<shisaku::Measure> measure);

protected:
    QSizeF layOutFor(double width) override;
    void paintDrawing(QPainter &painter, const Look &look) override;
    QString emptyText() const override;
    void clickedAt(const QPointF &point) override;
    int minimumWidth() const override { return 720; }
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void choose(Id<Measure> measure);
    void step(int by);

    const Plan &m_plan;
    TreeLayout m_layout;
    Id<Measure> m_current;
};

} // namespace shisaku
