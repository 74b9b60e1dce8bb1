// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing of the book on the screen, as wide as the view: scrolling, the ground, the colours; what is drawn is the heir's.
#pragma once

#include "views/look/look.h"

#include <QAbstractScrollArea>

namespace shisaku {

class DrawingView : public QAbstractScrollArea {
    Q_OBJECT

protected:
    explicit DrawingView(QWidget *parent);

    /// Lays the drawing out for a width and gives its size, both in units of the page; an empty size if there is nothing to draw.
    virtual QSizeF layOutFor(double width) = 0;
    virtual void paintDrawing(QPainter &painter, const Look &look) = 0;
    /// What is said where there is nothing to draw.
    virtual QString emptyText() const = 0;
    /// A click at a point of the drawing.
    virtual void clickedAt(const QPointF &point) = 0;
    /// Pixels; a narrower view scrolls sideways.
    virtual int minimumWidth() const { return 0; }

    /// To be called by the heir's constructor, and when what is drawn has changed.
    void layOut();
    /// Of the viewport in pixels, and of the drawing.
    QRectF toView(const QRectF &rect) const;
    QPointF fromView(const QPointF &point) const { return (point - origin()) / scale(); }

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    double scale() const; ///< Pixels per unit of the page.
    QPointF origin() const;

    QSizeF m_size;
};

} // namespace shisaku
