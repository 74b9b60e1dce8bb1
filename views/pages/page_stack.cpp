// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/page_stack.h"

#include "views/look/look.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
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

QSize PageStack::pageSize(int page) const
{
    return (m_job.paperOf(page).paper() * m_scale).toSize();
}

int PageStack::top(int page) const
{
    return m_tops.value(page, gap);
}

QRect PageStack::pageRect(int page) const
{
    const QSize size = pageSize(page);
    const int x = std::max(gap + (m_widest - size.width()) / 2, (viewport()->width() - size.width()) / 2);
    return QRect(QPoint(x - horizontalScrollBar()->value(), top(page) - verticalScrollBar()->value()), size);
}

int PageStack::currentPage() const
{
    const int middle = verticalScrollBar()->value() + viewport()->height() / 2 + gap / 2;
    const auto next = std::upper_bound(m_tops.begin(), m_tops.end(), middle);
    return std::clamp(static_cast<int>(next - m_tops.begin()) - 1, 0, std::max(0, m_job.pageCount - 1));
}

void PageStack::showPage(int page)
{
    verticalScrollBar()->setValue(top(std::clamp(page, 0, std::max(0, m_job.pageCount - 1))) - gap);
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
    const QSizeF paper = m_job.paperOf(std::min(currentPage(), m_job.pageCount - 1)).paper();
    const double width = (viewport()->width() - 2 * gap) / paper.width();
    const double height = (viewport()->height() - 2 * gap) / paper.height();
    return std::max(0.005, m_fit == Fit::Page ? std::min(width, height) : width);
}

void PageStack::updateLayout(double newScale)
{
    const int page = currentPage();
    const double within = m_tops.isEmpty() ? 0
                                           : static_cast<double>(verticalScrollBar()->value() - top(page))
                                                 / std::max(1, top(page + 1) - top(page));
    if (newScale != m_scale) {
        m_scale = newScale;
        m_pixmaps.clear();
    }
    m_tops = {gap};
    m_widest = 0;
    for (int i = 0; i < m_job.pageCount; ++i) {
        m_tops << m_tops.last() + pageSize(i).height() + gap;
        m_widest = std::max(m_widest, pageSize(i).width());
    }
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, m_tops.last() - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, m_widest + 2 * gap - viewport()->width()));
    verticalScrollBar()->setValue(qRound(top(page) + within * (top(page + 1) - top(page))));
    viewport()->update();
    emit zoomChanged(zoom());
}

const QPixmap &PageStack::pixmap(int page)
{
    if (const QPixmap *known = m_pixmaps.object(page))
        return *known;
    const double ratio = devicePixelRatioF();
    auto *picture = new QPixmap(pageSize(page) * ratio);
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
