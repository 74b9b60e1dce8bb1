// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a print job one below the other, as they will come out; scrolled, zoomed, drawn only where seen.
#pragma once

#include "views/pages/print_job.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QPixmap>

namespace shisaku {

class PageStack : public QAbstractScrollArea {
    Q_OBJECT

public:
    enum class Fit { Width, Page, Factor };

    explicit PageStack(PrintJob job, QWidget *parent = nullptr);

    /// The page in the middle of the view, from 0.
    int currentPage() const;
    void showPage(int page);
    Fit fit() const { return m_fit; }
    void setFit(Fit fit);
    /// Enlarges or shrinks in steps; 1 is the size of the paper.
    void zoomBy(double factor);
    double zoom() const;

signals:
    void currentPageChanged(int page);
    void zoomChanged(double zoom);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void updateLayout(double newScale);
    double fittingScale() const;
    QSize pageSize(int page) const;
    int top(int page) const;        ///< Of a page, or behind the last one, in the whole stack.
    QRect pageRect(int page) const; ///< In the viewport.
    const QPixmap &pixmap(int page);

    PrintJob m_job;
    Fit m_fit = Fit::Page;
    double m_scale = 0.05; ///< Pixels of the view per unit of the page.
    QList<int> m_tops;     ///< Of every page, and behind the last one.
    int m_widest = 0;
    int m_shownPage = 0;
    QCache<int, QPixmap> m_pixmaps;
};

} // namespace shisaku
