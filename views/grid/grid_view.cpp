// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/grid/grid_view.h"

#include "views/grid/grid_cells.h"
#include "views/grid/grid_head.h"
#include "views/look/look.h"

#include <QEvent>
#include <QMouseEvent>

namespace shisaku {

namespace {
constexpr int rowHeightInForms = 26;
constexpr int rowHeightElsewhere = 28;
} // namespace

GridView::GridView(GridModel *model, QWidget *parent) :
    QTableView(parent), m_grid(model), m_cells(new GridCells(this)), m_head(new GridHead(model, this)), m_fresh(new FreshRow(this))
{
    setHorizontalHeader(m_head);
    disconnect(m_head, &QHeaderView::sectionPressed, this, nullptr); // a click sorts; Ctrl+Space chooses a column
    disconnect(m_head, &QHeaderView::sectionEntered, this, nullptr);
    disconnect(m_head, &QHeaderView::sectionHandleDoubleClicked, this, nullptr);
    setModel(model);
    setItemDelegate(m_cells);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectItems);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(true);
    setFont(textFont(9.5));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setAsTallAsRows(false);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &GridView::relayoutLater);
    connect(model, &QAbstractItemModel::layoutChanged, this, &GridView::relayoutLater);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
        m_placeBefore = {currentIndex().column(), currentIndex().row()};
    });
    connect(model, &QAbstractItemModel::layoutChanged, this, [this] { // whoever works on goes on where he was
        if (!currentIndex().isValid() && m_placeBefore.y() >= 0 && m_grid->recordCount() > 0)
            moveTo(m_grid->index(qMin(m_placeBefore.y(), m_grid->recordCount() - 1), m_placeBefore.x()));
    });
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_before = {currentRecord(), currentIndex().column(), m_grid->shape().key};
    });
    connect(model, &QAbstractItemModel::modelReset, this, &GridView::beginAnew);
    connect(m_head, &GridHead::sortAsked, this, [this](int column) {
        const GridOrder &order = m_grid->order();
        const bool again = order.column == column;
        sortBy(again && order.descending ? -1 : column, again && !order.descending);
    });
    connect(m_head, &GridHead::filterAsked, this, &GridView::openFilter);
    connect(m_head, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_fitting && width > 0)
            keepWidth(column, width);
    });
    connect(m_head, &QHeaderView::sectionHandleDoubleClicked, this, &GridView::fitToContent);
    connect(m_cells, &GridCells::wentOn, this, &GridView::goOn); // at once: the next key may be waiting already
    connect(m_cells, &GridCells::fillAsked, this, &GridView::typeIntoChosen);
    connect(m_cells, &GridCells::blockAsked, this, &GridView::pasteBlock);
    UnsavedInput *unsaved = &model->document().unsaved();
    connect(m_cells, &GridCells::typing, unsaved, &UnsavedInput::setTyping);
    connect(unsaved, &UnsavedInput::placeShown, this, [this](const InputPlace &place) {
        if (isVisible())
            goTo(place);
    });
    relayoutLater();
}

/// Other rows, or another shape: the row that was current stays so where it is still shown.
void GridView::beginAnew()
{
    m_least.clear();
    if (m_before.key != m_grid->shape().key)
        m_dragged.clear();
    const int row = m_before.record.isNull() ? -1 : m_grid->rowOf(m_before.record);
    if (row >= 0)
        selectionModel()->setCurrentIndex(m_grid->index(row, qBound(0, m_before.column, m_grid->columnCount() - 1)),
                                          QItemSelectionModel::ClearAndSelect);
    relayoutLater();
}

void GridView::setAsTallAsRows(bool tall)
{
    m_tall = tall;
    const int height = tall ? rowHeightInForms : rowHeightElsewhere;
    m_cells->setLeastHeight(height);
    m_cells->setLongWraps(tall);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    setVerticalScrollBarPolicy(tall ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, tall ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    relayoutLater();
}

void GridView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_head->viewport()->update();
    QTableView::changeEvent(event);
}

void GridView::wheelEvent(QWheelEvent *event)
{
    if (m_tall && !(event->modifiers() & Qt::ShiftModifier) && qAbs(event->angleDelta().y()) >= qAbs(event->angleDelta().x()))
        event->ignore(); // the form scrolls, the grid shows all its rows
    else
        QTableView::wheelEvent(event);
}

void GridView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_grid->recordCount() > 0)
        moveTo(m_grid->index(0, qMax(0, shownColumn(-1, 1))));
    viewport()->update(visualRect(currentIndex()));
    tellAmountsLater(); // to whom listens from now on
}

bool GridView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool wasEditing = state() == EditingState;
    const bool editing = QTableView::edit(index, trigger, event);
    if (editing && !wasEditing && state() == EditingState) {
        m_grid->beginUndoGroup();
        m_cells->begin(trigger == AnyKeyPressed);
    }
    return editing;
}

void GridView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool leaves = hint == QAbstractItemDelegate::RevertModelCache && m_fresh->isUntouched(currentIndex());
    const int step = hint == QAbstractItemDelegate::EditNextItem ? 1 : hint == QAbstractItemDelegate::EditPreviousItem ? -1 : 0;
    if (hint == QAbstractItemDelegate::RevertModelCache)
        m_grid->document().unsaved().setTyping(editor, false);
    QTableView::closeEditor(editor, step == 0 ? hint : QAbstractItemDelegate::NoHint);
    if (leaves)
        m_grid->removeRecords({currentIndex().row()}); // in the visit of the insertion
    if (step != 0)
        goBeside(step); // as in Excel, the next cell is not opened
}

void GridView::flush()
{
    if (state() == EditingState && m_cells->editor() && !m_cells->isComposing())
        commitData(m_cells->editor());
}

void GridView::addRecord(int kind)
{
    if (m_grid->document().isReadOnly() || !m_grid->shape().canAdd)
        return;
    flush();
    m_grid->beginUndoGroup();
    const int row = currentIndex().isValid() && currentIndex().row() < m_grid->recordCount() ? currentIndex().row() : -1;
    m_coming = m_grid->addRecord(row, kind);
    m_fresh->await();
    m_grid->document().whenSaved(this, [this, id = m_coming] {
        if (m_coming != id || m_grid->rowOf(id) >= 0)
            return;
        m_coming = {}; // refused, or not shown
        m_fresh->giveUp();
    });
}

/// The new row is edited as soon as it is there.
void GridView::openFresh()
{
    const int row = m_coming.isNull() ? -1 : m_grid->rowOf(m_coming);
    if (row < 0)
        return;
    m_coming = {};
    int column = shownColumn(-1, 1);
    while (column >= 0 && !m_grid->index(row, column).flags().testFlag(Qt::ItemIsEditable))
        column = shownColumn(column, 1);
    const QModelIndex cell = m_grid->index(row, qMax(0, column));
    moveTo(cell);
    setFocus();
    m_fresh->begin(cell);
    if (column >= 0 && QTableView::edit(cell, AllEditTriggers, nullptr)) // in the visit of the insertion: one step takes both back
        m_cells->begin(true);
    m_fresh->releaseKeys();
}

void GridView::removeRecords()
{
    if (m_grid->document().isReadOnly() || !m_grid->shape().canRemove)
        return;
    m_grid->beginUndoGroup();
    m_grid->removeRecords(chosenRows());
}

void GridView::moveRecord(int places)
{
    if (m_grid->document().isReadOnly() || !m_grid->shape().canMove || currentRecord().isNull())
        return;
    m_grid->beginUndoGroup();
    m_grid->moveRecords(chosenRows(), places);
}

void GridView::nestRecord(int steps)
{
    if (m_grid->document().isReadOnly() || currentRecord().isNull())
        return;
    m_grid->beginUndoGroup();
    m_grid->nestRecord(currentIndex().row(), steps);
}

RowId GridView::currentRecord() const
{
    return currentIndex().isValid() ? m_grid->recordAt(currentIndex().row()) : RowId();
}

void GridView::setCurrentRecord(RowId record)
{
    const int row = m_grid->rowOf(record);
    if (row >= 0)
        moveTo(m_grid->index(row, currentIndex().isValid() ? currentIndex().column() : qMax(0, shownColumn(-1, 1))));
}

void GridView::goTo(const QModelIndex &cell)
{
    moveTo(cell);
    setFocus(Qt::OtherFocusReason);
}

bool GridView::goTo(const InputPlace &place)
{
    QModelIndex cell = m_grid->cellOf(place);
    if (!cell.isValid() && m_grid->order().isFiltered() && m_grid->holds(place.row.row)) {
        m_grid->clearColumnFilters();
        cell = m_grid->cellOf(place);
    }
    if (cell.isValid())
        goTo(cell);
    return cell.isValid();
}

void GridView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(visualRect(previous));
    viewport()->update(visualRect(current));
    if (!current.isValid() || !previous.isValid() || current.row() != previous.row())
        emit currentRecordChanged(current.isValid() ? m_grid->recordAt(current.row()) : RowId());
}

void GridView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    const bool left = event->button() == Qt::LeftButton;
    m_tabsFrom = -1;
    if (left && at.isValid() && event->modifiers() == Qt::ShiftModifier && currentIndex().isValid()) {
        flush();
        m_pressed = currentIndex();
        m_pressedCurrent = false;
        m_kept = {};
        setFocus(Qt::MouseFocusReason);
        return extendTo(at);
    }
    if (event->button() == Qt::RightButton && at.isValid() && selectionModel()->isSelected(at)) {
        setFocus(Qt::MouseFocusReason);
        return; // the menu is about everything chosen
    }
    if (left && !at.isValid() && !event->modifiers()) { // beside the rows: what is pasted now comes behind them
        flush();
        selectionModel()->clear();
    }
    m_pressed = left ? at : QModelIndex();
    m_pressedCurrent = left && at == currentIndex() && hasFocus() && !event->modifiers() && state() != EditingState;
    QTableView::mousePressEvent(event);
    m_reach = QModelIndex();
    m_kept = event->modifiers().testFlag(Qt::ControlModifier) ? selectionModel()->selection() : QItemSelection();
}

void GridView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || !m_pressed.isValid() || state() == EditingState)
        return QTableView::mouseMoveEvent(event);
    const QRect room = viewport()->rect();
    const QPoint place = event->position().toPoint();
    const int last = m_grid->rowCount() - 1;
    const int row = place.y() < 0 ? qMax(0, rowAt(0) - 1) : rowAt(place.y()) >= 0 ? rowAt(place.y()) : last;
    const QModelIndex beside = indexAt({qBound(1, place.x(), room.width() - 1), 1});
    const int column = beside.isValid() ? beside.column() : shownColumn(m_grid->columnCount(), -1);
    const QModelIndex at = m_grid->index(row, column);
    if (at.isValid() && (at != m_pressed || m_reach.isValid())) {
        m_pressedCurrent = false;
        extendTo(at);
    }
}

void GridView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    const bool clicked = m_pressedCurrent && at == m_pressed && event->button() == Qt::LeftButton;
    m_pressedCurrent = false;
    if (m_reach.isValid()) { // a block was dragged
        m_pressed = QModelIndex();
        setState(NoState);
        return;
    }
    m_pressed = QModelIndex();
    QTableView::mouseReleaseEvent(event);
    // What is picked opens by a click on the cell that is current already.
    if (clicked && state() != EditingState && at.flags().testFlag(Qt::ItemIsEditable)
        && !at.data(GridModel::OptionKeysRole).toStringList().isEmpty())
        edit(at, EditKeyPressed, nullptr);
}

void GridView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && at.isValid() && !at.flags().testFlag(Qt::ItemIsEditable) && state() != EditingState) {
        moveTo(at);
        if (!currentRecord().isNull())
            emit recordEntered(currentRecord());
        return;
    }
    QTableView::mouseDoubleClickEvent(event);
}

} // namespace shisaku
