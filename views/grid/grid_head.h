// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a grid: a click sorts, the funnel opens the filter of its column; the heads of frozen columns stay.
#pragma once

#include <QHeaderView>

namespace shisaku {

class GridModel;

class GridHead : public QHeaderView {
    Q_OBJECT

public:
    GridHead(const GridModel *grid, QWidget *parent);

    /// How wide the columns are that stay at the left while the others scroll; 0 while none has to.
    void setFrozen(int columns, int width);
    /// What a head needs in width, in lines of their own for units in brackets.
    int leastWidth(int section) const;

signals:
    void sortAsked(int section);
    void filterAsked(int section);

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    int shiftAt(int x) const;
    int sectionAt(int x) const;
    QRect placeOf(int section) const;
    QRect buttonOf(const QRect &section) const;
    int buttonAt(const QPoint &at) const;
    bool isOnEdge(int x) const;
    void hover(int section);
    QString textOf(int section) const;

    const GridModel *m_grid;
    int m_frozenColumns = 0;
    int m_frozenWidth = 0;
    int m_hovered = -1;
    int m_pressed = -1; ///< The section that a click would sort by; -1 once it is none.
    int m_shift = 0;
    int m_resized = -1; ///< A frozen column whose edge is dragged while the others are scrolled.
    int m_grip = 0;     ///< Its width is so much more than where the mouse is.    ///< Of the drag that is going on.
    bool m_dragging = false;
};

} // namespace shisaku
