// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/page_stack.h"

#include "views/look/look.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace shisaku {

namespace {
constexpr int gap = space::large; // around and between pages
constexpr double smallest = 0.1;
constexpr double largest = 4;
} // namespace

PageStack::PageStack(PrintJob job, QWidget *parent) : QAbstractScrollArea(parent), m_job(std::move(job))
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    m_pixmaps.setMaxCost(6); // what is seen, and its neighbours
    verticalScrollBar()->setSingleStep(40);
}

QSize PageStack::pageSize() const
{
    return (m_job.paper.paper() * m_scale).toSize();
}

QRect PageStack::pageRect(int page) const
{
    const QSize size = pageSize();
    const int x = std::max(gap, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value();
    return QRect(QPoint(x, gap + page * (size.height() + gap) - verticalScrollBar()->value()), size);
}

int PageStack::currentPage() const
{
    const int middle = verticalScrollBar()->value() + viewport()->height() / 2;
    return std::clamp((middle - gap / 2) / (pageSize().height() + gap), 0, std::max(0, m_job.pageCount - 1));
}

void PageStack::showPage(int page)
{
    const int shown = std::clamp(page, 0, std::max(0, m_job.pageCount - 1));
    verticalScrollBar()->setValue(shown * (pageSize().height() + gap));
}

void PageStack::setFit(Fit fit)
{
    m_fit = fit;
    if (fit != Fit::Factor)
        updateLayout(fittingScale());
}

double PageStack::zoom() const
{
    return m_scale * paper::unitsPerInch / logicalDpiX();
}

void PageStack::zoomBy(double factor)
{
    m_fit = Fit::Factor;
    const double whole = static_cast<double>(logicalDpiX()) / paper::unitsPerInch;
    updateLayout(std::clamp(m_scale * factor, smallest * whole, largest * whole));
}

double PageStack::fittingScale() const
{
    const QSizeF paper = m_job.paper.paper();
    const double width = (viewport()->width() - 2 * gap) / paper.width();
    const double height = (viewport()->height() - 2 * gap) / paper.height();
    return std::max(0.005, m_fit == Fit::Page ? std::min(width, height) : width);
}

void PageStack::updateLayout(double newScale)
{
    const int page = currentPage();
    const double within = static_cast<double>(verticalScrollBar()->value() - page * (pageSize().height() + gap))
                          / pageSize().height();
    if (newScale != m_scale) {
        m_scale = newScale;
        m_pixmaps.clear();
    }
    const QSize size = pageSize();
    const QSize all(size.width() + 2 * gap, m_job.pageCount * (size.height() + gap) + gap);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, all.height() - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, all.width() - viewport()->width()));
    verticalScrollBar()->setValue(qRound(page * (size.height() + gap) + within * size.height()));
    viewport()->update();
    emit zoomChanged(zoom());
}

const QPixmap &PageStack::pixmap(int page)
{
    if (const QPixmap *known = m_pixmaps.object(page))
        return *known;
    const double ratio = devicePixelRatioF();
    auto *picture = new QPixmap(pageSize() * ratio);
    picture->setDevicePixelRatio(ratio);
    picture->fill(Qt::white);
    QPainter painter(picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(m_scale, m_scale);
    m_job.paint(painter, page);
    painter.end();
    m_pixmaps.insert(page, picture);
    return *picture;
}

void PageStack::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Window).darker(112));
    for (int page = 0; page < m_job.pageCount; ++page) {
        const QRect rect = pageRect(page);
        if (!rect.intersects(viewport()->rect()))
            continue;
        painter.drawPixmap(rect.topLeft(), pixmap(page));
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawRect(rect.adjusted(-1, -1, 0, 0));
    }
}

void PageStack::resizeEvent(QResizeEvent *)
{
    updateLayout(m_fit == Fit::Factor ? m_scale : fittingScale());
}

void PageStack::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        zoomBy(std::pow(1.0015, event->angleDelta().y()));
    else
        QAbstractScrollArea::wheelEvent(event);
}

void PageStack::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
        return showPage(currentPage() + 1);
    case Qt::Key_PageUp:
        return showPage(currentPage() - 1);
    case Qt::Key_Home:
        return showPage(0);
    case Qt::Key_End:
        return showPage(m_job.pageCount - 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageStack::scrollContentsBy(int, int)
{
    viewport()->update();
    if (currentPage() != m_shownPage) {
        m_shownPage = currentPage();
        emit currentPageChanged(m_shownPage);
    }
}

} // namespace shisaku
