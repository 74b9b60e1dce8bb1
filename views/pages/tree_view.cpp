// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/tree_view.h"

#include "models/item/tool_tip.h"
#include "views/pages/tree_pages.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr double points = 10;
} // namespace

TreeView::TreeView(const Plan &plan, QWidget *parent) : DrawingView(parent), m_plan(plan)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("体系図"));
    layOut();
}

QSizeF TreeView::layOutFor(double width)
{
    m_layout = TreeLayout::make(m_plan, treeGrouping(m_plan), width, points);
    return m_layout.leaves.empty() ? QSizeF() : QSizeF(m_layout.width, m_layout.height);
}

QList<TableId> TreeView::shownTables()
{
    return {TableId::Measure, TableId::Category, TableId::Membership, TableId::Classification};
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
    return toView(m_layout.rect(box));
}

void TreeView::paintDrawing(QPainter &painter, const Look &look)
{
    paintTree(painter, m_layout, look, 0, static_cast<int>(m_layout.leaves.size()) - 1, Owner(m_current));
}

QString TreeView::emptyText() const
{
    return tr("体系図は、分類（目指す姿など）と施策を入力すると表示されます。");
}

void TreeView::choose(Id<Measure> measure)
{
    if (measure.isNull() || measure == m_current)
        return;
    setCurrentMeasure(measure);
    emit currentMeasureChanged(measure);
}

void TreeView::clickedAt(const QPointF &point)
{
    const int index = m_layout.boxAt(point);
    if (index < 0)
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
        DrawingView::keyPressEvent(event);
}

bool TreeView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = m_layout.boxAt(fromView(help->pos()));
        const QString text = index < 0 ? QString() : m_layout.boxes[static_cast<size_t>(index)].text;
        QToolTip::showText(help->globalPos(), toolTipOf(text), viewport());
        return true;
    }
    return DrawingView::viewportEvent(event);
}

} // namespace shisaku
