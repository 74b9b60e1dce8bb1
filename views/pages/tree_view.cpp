// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/tree_view.h"

#include "views/look/paper.h"
#include "views/pages/tree_pages.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr double points = 10;
constexpr int narrowest = 720; ///< Pixels; a narrower view scrolls sideways.
} // namespace

TreeView::TreeView(const Plan &plan, QWidget *parent) : QAbstractScrollArea(parent), m_plan(plan)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("体系図"));
    layOut();
}

double TreeView::scale() const
{
    return logicalDpiY() / static_cast<double>(paper::unitsPerInch);
}

QPointF TreeView::origin() const
{
    return QPointF(space::large - horizontalScrollBar()->value(), space::large - verticalScrollBar()->value());
}

void TreeView::layOut()
{
    const int width = std::max(narrowest, viewport()->width()) - 2 * space::large;
    m_layout = TreeLayout::make(m_plan, treeGrouping(m_plan), width / scale(), points);
    updateScrollBar();
    viewport()->update();
}

void TreeView::updateScrollBar()
{
    const int height = qCeil(m_layout.height * scale()) + 2 * space::large;
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(space::section);
    horizontalScrollBar()->setRange(0, std::max(0, narrowest - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

void TreeView::follow(const ChangeSet &change)
{
    const bool shown = std::any_of(change.rows.begin(), change.rows.end(), [](const RowChange &row) {
        return row.table == TableId::Measure || row.table == TableId::Category || row.table == TableId::Membership
               || row.table == TableId::Classification;
    });
    if (shown)
        layOut();
}

void TreeView::setCurrentMeasure(Id<Measure> measure)
{
    if (measure == m_current)
        return;
    m_current = measure;
    for (const TreeBox &box : m_layout.boxes) {
        if (box.repeat || box.row != Owner(measure))
            continue;
        const QRectF rect = viewRect(box);
        if (rect.top() < 0 || rect.bottom() > viewport()->height())
            verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(rect.center().y()) - viewport()->height() / 2);
    }
    viewport()->update();
}

QRectF TreeView::viewRect(const TreeBox &box) const
{
    const QRectF rect = m_layout.rect(box);
    return QRectF(origin() + rect.topLeft() * scale(), rect.size() * scale());
}

int TreeView::boxAt(const QPoint &point) const
{
    return m_layout.boxAt((point - origin()) / scale());
}

void TreeView::paintEvent(QPaintEvent *)
{
    const bool dark = palette().color(QPalette::Base).lightness() < 128;
    const Look &look = Look::of(dark ? Look::Medium::Dark : Look::Medium::Light);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), look.ground);
    if (m_layout.leaves.empty()) {
        painter.setPen(look.mutedInk);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("体系図は、分類（目指す姿など）と施策を入力すると表示されます。"));
        return;
    }
    painter.translate(origin());
    painter.scale(scale(), scale());
    paintTree(painter, m_layout, look, 0, static_cast<int>(m_layout.leaves.size()) - 1, Owner(m_current));
}

void TreeView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void TreeView::choose(Id<Measure> measure)
{
    if (measure.isNull() || measure == m_current)
        return;
    setCurrentMeasure(measure);
    emit currentMeasureChanged(measure);
}

void TreeView::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // so that the release comes here too
}

void TreeView::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    const int index = boxAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || index < 0)
        return;
    const Owner row = m_layout.boxes[static_cast<size_t>(index)].row;
    if (row.table == TableId::Measure)
        choose(Id<Measure>(row.row));
}

void TreeView::step(int by)
{
    QList<Id<Measure>> measures;
    for (const TreeBox &box : m_layout.boxes) {
        if (box.row.table == TableId::Measure && !box.row.isNull() && !box.repeat)
            measures << Id<Measure>(box.row.row);
    }
    if (!measures.isEmpty())
        choose(measures[std::clamp<qsizetype>(measures.indexOf(m_current) + by, 0, measures.size() - 1)]);
}

void TreeView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        step(1);
    else if (event->key() == Qt::Key_Up)
        step(-1);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

bool TreeView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = boxAt(help->pos());
        const QString text = index < 0 ? QString() : m_layout.boxes[static_cast<size_t>(index)].text;
        QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TreeView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace shisaku
