// SPDX-License-Identifier: GPL-3.0-or-later
// How wide the columns and how high the rows of GridView are, and how the frozen columns stay.
#include "views/grid/grid_view.h"

#include "views/grid/grid_cells.h"
#include "views/grid/grid_head.h"
#include "views/look/look.h"

#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <numeric>
#include <utility>

namespace shisaku {

namespace {
constexpr int wideColumn = 120;   // what takes the rest has at least this
constexpr int nameColumn = 114;   // 「道路河川維持課、」
constexpr int measuredRows = 200; // more are seldom wider, and would take long
constexpr int manyRows = 300;     // of more, only those shown are measured
constexpr int emptyHeight = 26;
constexpr char widthsName[] = "columnWidths";
} // namespace

void GridView::relayoutLater()
{
    // Rows come one by one; the grid is laid out once they are all there.
    if (!std::exchange(m_unsettled, true))
        QMetaObject::invokeMethod(this, &GridView::relayout, Qt::QueuedConnection);
}

void GridView::relayout()
{
    m_unsettled = false;
    m_changedFirst = m_changedLast = -1;
    m_least.clear();
    fitColumns();
    openFresh();
    tellAmountsLater();
}

void keepWidths(QWidget *above, std::shared_ptr<ColumnWidths> widths)
{
    above->setProperty(widthsName, QVariant::fromValue(std::move(widths)));
}

void GridView::findWidths()
{
    if (m_widths)
        return;
    for (const QWidget *above = this; above && !m_widths; above = above->parentWidget())
        m_widths = above->property(widthsName).value<std::shared_ptr<ColumnWidths>>();
    if (m_widths)
        relayoutLater();
}

/// What the officer has set; 0 if nothing.
int GridView::givenWidth(int column) const
{
    const QString &head = m_grid->shape().columns.at(column).header;
    if (const auto dragged = m_dragged.constFind(head); dragged != m_dragged.constEnd())
        return *dragged;
    return m_widths ? m_widths->width(m_grid->shape().key, head) : 0;
}

void GridView::keepWidth(int column, int width)
{
    const QString &head = m_grid->shape().columns.at(column).header;
    m_dragged.insert(head, width);
    if (m_widths)
        m_widths->setWidth(m_grid->shape().key, head, width);
    m_head->setFrozen(m_grid->shape().frozen, frozenWidth());
    relayoutLater();
}

void GridView::fitToContent(int column)
{
    int width = m_head->leastWidth(column);
    for (int row = 0; row < qMin(m_grid->rowCount(), measuredRows); ++row)
        width = qMax(width, m_cells->widthNeeded(font(), m_grid->index(row, column)));
    const QString &head = m_grid->shape().columns.at(column).header;
    m_dragged.insert(head, qMin(width, qMax(wideColumn, viewport()->width() / 2)));
    if (m_widths)
        m_widths->setWidth(m_grid->shape().key, head, 0);
    relayoutLater();
}

/// What a column needs to show its figures and words, and its head in two lines; what wraps needs less than it likes.
int GridView::leastWidth(int column) const
{
    const GridColumn &shown = m_grid->shape().columns.at(column);
    if (m_grid->shape().scrolls && shown.width > 0)
        return shown.width;
    if (shown.width == 0 || shown.wraps)
        return shown.width == 0 ? nameColumn : qMin(shown.width, nameColumn);
    int width = m_head->leastWidth(column);
    for (int row = 0; row < qMin(m_grid->rowCount(), measuredRows) && width < shown.width; ++row)
        width = qMax(width, m_cells->widthNeeded(font(), m_grid->index(row, column)));
    return qMin(shown.width, width);
}

void GridView::fitColumns()
{
    const auto &columns = m_grid->shape().columns;
    const int count = static_cast<int>(columns.size());
    const int room = viewport()->width();
    QList<int> given;
    int wanted = 0;
    int flexible = 0;
    int wrapping = 0;
    for (int i = 0; i < count; ++i) {
        given << givenWidth(i);
        wanted += given[i] > 0 ? given[i] : columns[i].width == 0 ? wideColumn : columns[i].width;
        flexible += given[i] == 0 && columns[i].width == 0 ? 1 : 0;
        wrapping += given[i] == 0 && columns[i].wraps ? 1 : 0;
    }
    // Where there is no room for all, heads take two lines and each column gives up the same share of what it can spare.
    const bool tight = wanted > room;
    m_grid->setTwoLineHeads(tight);
    if (m_least.size() != count) {
        m_least.clear();
        for (int i = 0; i < count; ++i)
            m_least << leastWidth(i);
    }
    QList<int> least = m_least;
    for (int i = 0; i < count; ++i)
        least[i] = given[i] > 0 ? given[i] : least[i];
    int needed = std::accumulate(least.begin(), least.end(), 0);
    QStringList hidden;
    m_fitting = true;
    for (int i = 0; i < count; ++i) {
        const bool hides = tight && columns[i].hideWhenNarrow && needed > room;
        setColumnHidden(i, hides);
        if (hides) {
            hidden << columns[i].header;
            needed -= least[i];
            wanted -= qMax(columns[i].width, least[i]);
        }
    }
    // Where no column takes what is left, those of words share it.
    const int more = flexible == 0 && wrapping > 0 ? qMax(0, room - wanted) / wrapping : 0;
    const double share = wanted > needed ? qBound(0.0, double(room - needed) / (wanted - needed), 1.0) : 1;
    for (int i = 0; i < count; ++i) {
        const int full = given[i] > 0           ? given[i]
                         : columns[i].width > 0 ? columns[i].width + (columns[i].wraps ? more : 0)
                                                : wideColumn + qMax(0, room - wanted) / qMax(1, flexible);
        if (!isColumnHidden(i))
            setColumnWidth(i, tight ? least[i] + int((qMax(full, least[i]) - least[i]) * share) : full);
    }
    m_fitting = false;
    m_head->setFrozen(m_grid->shape().frozen, frozenWidth());
    emit columnsHidden(hidden);
    if (m_grid->rowCount() <= manyRows)
        fitRows(0, m_grid->rowCount() - 1);
    else
        fitShownRows();
    updateGeometry();
    if (m_tall)
        setFixedHeight(sizeHint().height());
}

/// Whether any row has another height now.
bool GridView::fitRows(int first, int last)
{
    bool changed = false;
    const QList<int> columns = shownColumnsFrom(0);
    for (int row = first; row <= last; ++row) {
        int height = m_cells->leastHeight();
        for (const int column : columns)
            height = qMax(height, m_cells->heightNeeded(font(), m_grid->index(row, column), columnWidth(column)));
        if (height == rowHeight(row))
            continue;
        setRowHeight(row, height);
        changed = true;
    }
    return changed;
}

void GridView::fitShownRows()
{
    if (m_grid->rowCount() <= manyRows)
        return;
    // Rows that grow push others out, so what is shown is at most what is here.
    const int first = qMax(0, rowAt(0));
    const int end = rowAt(viewport()->height());
    fitRows(first, end < 0 ? m_grid->rowCount() - 1 : end);
}

void GridView::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    QTableView::dataChanged(first, last, roles);
    if (!first.isValid() || !last.isValid() || m_unsettled)
        return;
    if (m_changedFirst < 0)
        QMetaObject::invokeMethod(this, &GridView::measureChanged, Qt::QueuedConnection);
    m_changedFirst = m_changedFirst < 0 ? first.row() : qMin(m_changedFirst, first.row());
    m_changedLast = qMax(m_changedLast, last.row());
}

/// What was entered may need wider columns and higher rows. Only the rows that changed are looked at.
void GridView::measureChanged()
{
    const int first = std::exchange(m_changedFirst, -1);
    const int last = qMin(std::exchange(m_changedLast, -1), m_grid->rowCount() - 1);
    if (first < 0 || m_unsettled)
        return;
    tellAmountsLater();
    if (last - first >= measuredRows || m_least.size() != m_grid->columnCount())
        return relayout();
    bool wider = false;
    for (int column = 0; column < m_grid->columnCount(); ++column) {
        const GridColumn &shown = m_grid->shape().columns.at(column);
        if (shown.width == 0 || shown.wraps)
            continue;
        for (int row = first; row <= last && m_least[column] < shown.width; ++row) {
            const int width = qMin(shown.width, m_cells->widthNeeded(font(), m_grid->index(row, column)));
            wider = wider || width > m_least[column];
            m_least[column] = qMax(m_least[column], width);
        }
    }
    if (wider)
        return fitColumns();
    const int before = m_tall ? sizeHint().height() : 0;
    const bool many = m_grid->rowCount() > manyRows;
    fitRows(many ? qMax(first, rowAt(0)) : first,
            many && rowAt(viewport()->height()) >= 0 ? qMin(last, rowAt(viewport()->height())) : last);
    if (m_tall && sizeHint().height() != before) {
        updateGeometry();
        setFixedHeight(sizeHint().height());
    }
}

QSize GridView::sizeHint() const
{
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth() + (m_tall ? 0 : 2);
    int rows = verticalHeader()->length();
    if (m_tall)
        rows = qMax(rows, emptyHeight);
    height += rows;
    if (horizontalHeader()->length() > viewport()->width())
        height += horizontalScrollBar()->sizeHint().height();
    return {horizontalHeader()->length() + 2 * frameWidth(), height};
}

void GridView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        relayoutLater();
    else if (event->size().height() > event->oldSize().height())
        fitShownRows();
}

void GridView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    m_head->setFrozen(m_grid->shape().frozen, frozenWidth());
    if (dx != 0 && m_grid->shape().frozen > 0) {
        viewport()->update();
        m_head->viewport()->update();
    }
    if (dy != 0)
        fitShownRows();
}

/// How much the frozen columns cover; nothing while they stand where they belong, or where they would leave too little room.
int GridView::frozenWidth() const
{
    if (horizontalScrollBar()->value() == 0)
        return 0;
    int width = 0;
    for (int column = 0; column < qMin(m_grid->shape().frozen, m_grid->columnCount()); ++column)
        width += columnWidth(column); // 0 while it is hidden
    return width > viewport()->width() * 2 / 3 ? 0 : width;
}

int GridView::frozenColumnAt(int x) const
{
    int end = 0;
    for (int column = 0; column < qMin(m_grid->shape().frozen, m_grid->columnCount()); ++column) {
        end += columnWidth(column);
        if (x < end)
            return column;
    }
    return -1;
}

QRect GridView::visualRect(const QModelIndex &index) const
{
    const QRect place = QTableView::visualRect(index);
    if (!place.isValid() || index.column() >= m_grid->shape().frozen || frozenWidth() == 0)
        return place;
    return place.translated(horizontalScrollBar()->value(), 0);
}

QModelIndex GridView::indexAt(const QPoint &point) const
{
    if (point.x() >= 0 && point.x() < frozenWidth())
        return m_grid->index(rowAt(point.y()), frozenColumnAt(point.x()));
    return QTableView::indexAt(point);
}

QRegion GridView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region = QTableView::visualRegionForSelection(selection);
    if (const int frozen = frozenWidth(); frozen > 0)
        region += QRect(0, 0, frozen, viewport()->height());
    return region;
}

void GridView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || isColumnHidden(index.column()))
        return;
    executeDelayedItemsLayout();
    // Rows that come into view grow, and push the one that is wanted out again.
    for (int round = 0; round < 3; ++round) {
        if (m_grid->rowCount() > manyRows && fitRows(index.row(), index.row()))
            updateGeometries();
        const int y = rowViewportPosition(index.row());
        const int height = rowHeight(index.row());
        const int room = viewport()->height();
        QScrollBar *down = verticalScrollBar();
        const int before = down->value();
        if (hint == PositionAtCenter)
            down->setValue(before + y - (room - height) / 2);
        else if (y < 0 || hint == PositionAtTop)
            down->setValue(before + y);
        else if (y + height > room || hint == PositionAtBottom)
            down->setValue(before + qMin(y, y + height - room));
        if (down->value() == before || m_grid->rowCount() <= manyRows)
            break;
        updateGeometries();
    }
    if (index.column() < m_grid->shape().frozen && frozenWidth() > 0)
        return;
    // What the frozen columns will cover once it has scrolled is no room.
    int covered = 0;
    for (int column = 0; column < qMin(m_grid->shape().frozen, index.column()); ++column)
        covered += columnWidth(column);
    if (covered > viewport()->width() * 2 / 3)
        covered = 0;
    const int x = columnViewportPosition(index.column());
    const int width = columnWidth(index.column());
    QScrollBar *across = horizontalScrollBar();
    if (x < covered)
        across->setValue(across->value() + x - covered);
    else if (x + width > viewport()->width())
        across->setValue(across->value() + qMin(x - covered, x + width - viewport()->width()));
}

void GridView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (frozenWidth() > 0)
        paintFrozen();
}

void GridView::paintFrozen()
{
    const int width = frozenWidth();
    QPainter painter(viewport());
    painter.fillRect(0, 0, width, qMin(viewport()->height(), verticalHeader()->length() - verticalOffset()),
                     Look::of(palette()).ground);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QStyle::State plain = option.state & ~(QStyle::State_Selected | QStyle::State_HasFocus);
    const int last = rowAt(viewport()->height());
    for (int row = qMax(0, rowAt(0)); row <= (last < 0 ? m_grid->rowCount() - 1 : last); ++row) {
        for (int column = 0; column < m_grid->shape().frozen; ++column) {
            const QModelIndex cell = m_grid->index(row, column);
            if (isColumnHidden(column))
                continue;
            option.rect = visualRect(cell);
            option.state = selectionModel()->isSelected(cell) ? plain | QStyle::State_Selected : plain;
            m_cells->paint(&painter, option, cell);
        }
    }
    painter.setPen(Look::of(palette()).strongLine);
    painter.drawLine(width - 1, 0, width - 1, qMin(viewport()->height(), verticalHeader()->length() - verticalOffset()) - 1);
}

} // namespace shisaku
