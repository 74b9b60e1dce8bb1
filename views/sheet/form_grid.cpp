// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/form_grid.h"

#include "models/edit/plan_document.h"
#include "models/plan/tables.h"
#include "views/sheet/form_field.h"
#include "views/sheet/sheet_form_cells.h"
#include "views/sheet/sheet_form_clipboard.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QWheelEvent>

#include <utility>

namespace shisaku {

namespace {
constexpr int emptyHeight = 26;
constexpr int buttonHeight = 26;
constexpr int minimumButtonWidth = 28;
} // namespace

FormGrid::FormGrid(QAbstractItemModel *model, bool heads, QWidget *parent) :
    QTreeView(parent), m_cells(new CellDelegate(heads, this)), m_fresh(new FreshRow(this))
{
    setModel(model);
    new FieldFrame(this, this);
    setItemDelegate(m_cells);
    setItemsExpandable(false);
    setRootIsDecorated(false);
    setIndentation(space::large);
    setSelectionBehavior(SelectItems);
    setSelectionMode(SingleSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(ScrollPerPixel);
    setUniformRowHeights(false);
    setFont(textFont(9.5));
    header()->setFont(textFont(9));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &FormGrid::relayoutLater);
    connect(model, &QAbstractItemModel::rowsMoved, this, &FormGrid::relayoutLater);
    connect(model, &QAbstractItemModel::modelReset, this, &FormGrid::relayoutLater);
    connect(model, &QAbstractItemModel::dataChanged, this, &FormGrid::relayoutLater);
    connect(m_cells, &CellDelegate::entered, this, &FormGrid::goDown, Qt::QueuedConnection);
    connect(m_cells, &CellDelegate::typing, this, &FormGrid::typing);
}

void FormGrid::editWhenThere(RowId row, PlanDocument &document)
{
    m_coming = row;
    m_fresh->await();
    document.whenSaved(this, [this, row] {
        if (m_coming != row || cellOf(row).isValid())
            return;
        m_coming = {}; // refused
        m_fresh->giveUp();
    });
}

void FormGrid::relayoutLater()
{
    // Rows come one by one; the grid is laid out once they are all there.
    if (!std::exchange(m_unsettled, true))
        QMetaObject::invokeMethod(this, &FormGrid::relayout, Qt::QueuedConnection);
}

void FormGrid::relayout()
{
    m_unsettled = false;
    expandAll();
    fitColumns();
    fitHeight();
    const QModelIndex coming = m_coming.isNull() ? QModelIndex() : cellOf(m_coming);
    if (!coming.isValid())
        return;
    m_coming = {};
    setCurrentIndex(coming);
    setFocus();
    m_fresh->begin(coming);
    QTreeView::edit(coming, AllEditTriggers, nullptr); // in the visit of the insertion: one step takes both back
    m_fresh->releaseKeys();
}

void FormGrid::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool leaves = hint == QAbstractItemDelegate::RevertModelCache && m_fresh->isUntouched(currentIndex());
    QTreeView::closeEditor(editor, hint);
    if (leaves)
        removeRowOf(currentIndex()); // in the visit of the insertion
}

void FormGrid::removeRow()
{
    if (!currentIndex().isValid())
        return;
    beginVisit();
    removeRowOf(currentIndex());
}

void FormGrid::fitHeight()
{
    doItemsLayout(); // row heights depend on the columns' widths
    updateGeometry();
    setFixedHeight(sizeHint().height());
}

QSize FormGrid::sizeHint() const
{
    int rows = 0;
    for (QModelIndex index = model()->index(0, 0); index.isValid(); index = indexBelow(index))
        rows += rowHeight(index);
    const bool scrolls = header()->length() > viewport()->width();
    const int bar = scrolls ? horizontalScrollBar()->sizeHint().height() : 0;
    return {header()->length(), header()->sizeHint().height() + qMax(rows, emptyHeight) + bar + 2 * frameWidth()};
}

void FormGrid::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        fitColumns();
        fitHeight();
    }
}

void FormGrid::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &) const
{
    painter->setPen(Look::of(palette()).line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
}

void FormGrid::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the form scrolls, the grid shows all its rows
}

void FormGrid::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    if (!currentIndex().isValid())
        setCurrentIndex(firstCell());
}

void FormGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    emit currentMoved();
}

bool FormGrid::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool wasEditing = state() == EditingState;
    const bool editing = QTreeView::edit(index, trigger, event);
    if (editing && !wasEditing)
        beginVisit();
    return editing;
}

QModelIndex FormGrid::cellBeside(int step) const
{
    QModelIndex cell = currentIndex();
    const int columns = model()->columnCount();
    while (cell.isValid()) {
        const int column = cell.column() + step;
        if (column >= 0 && column < columns) {
            cell = cell.siblingAtColumn(column);
        } else {
            const QModelIndex first = cell.siblingAtColumn(0);
            cell = step > 0 ? indexBelow(first) : indexAbove(first);
            cell = cell.siblingAtColumn(step > 0 ? 0 : columns - 1);
        }
        if (model()->flags(cell).testFlag(Qt::ItemIsEditable))
            return cell;
    }
    return {};
}

QModelIndex FormGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveNext || action == MovePrevious)
        return cellBeside(action == MoveNext ? 1 : -1);
    return QTreeView::moveCursor(action, modifiers);
}

void FormGrid::commitCell()
{
    if (state() == EditingState && m_cells->editor() && !m_cells->isComposing())
        commitData(m_cells->editor());
}

void FormGrid::goTo(const QModelIndex &cell)
{
    setCurrentIndex(cell);
    setFocus(Qt::OtherFocusReason);
}

void FormGrid::goDown(int steps)
{
    const QModelIndex first = currentIndex().siblingAtColumn(0);
    const QModelIndex next = steps > 0 ? indexBelow(first) : indexAbove(first);
    if (next.isValid())
        setCurrentIndex(next.siblingAtColumn(currentIndex().column()));
    setFocus();
}

void FormGrid::emptyCurrent()
{
    if (!canEmpty(currentIndex()))
        return;
    beginVisit();
    model()->setData(currentIndex(), QString());
}

bool FormGrid::canPerform(ClipboardAction action) const
{
    return cellCanPerform(*this, action) && (action != ClipboardAction::Cut || canEmpty(currentIndex()));
}

void FormGrid::perform(ClipboardAction action)
{
    if (!canPerform(action))
        return;
    if (action == ClipboardAction::Paste) {
        beginVisit();
        for (const PastedCell &pasted : pastedCells(*this))
            model()->setData(pasted.cell, pasted.text);
        return;
    }
    copyCell(*this);
    if (action == ClipboardAction::Cut)
        emptyCurrent();
}

void FormGrid::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers().testFlag(Qt::AltModifier))
            return moveRow(event->key() == Qt::Key_Up ? -1 : 1);
        break;
    case Qt::Key_Delete:
        if (event->modifiers().testFlag(Qt::ControlModifier))
            return removeRow();
        return emptyCurrent();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return goDown(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    default:
        break;
    }
    QTreeView::keyPressEvent(event);
}

GridTools::GridTools(FormGrid *grid, const QString &rowName, QWidget *parent) :
    QWidget(parent), m_grid(grid), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins({});
    m_row->setSpacing(space::tight);
    m_add = makeButton(tr("＋%1").arg(rowName), tr("%1を追加します。").arg(rowName));
    m_row->addWidget(m_add);
    m_row->addStretch();
    QPushButton *up = makeButton(tr("↑"), tr("選んでいる行を上へ移します（Alt+↑）。"));
    QPushButton *down = makeButton(tr("↓"), tr("選んでいる行を下へ移します（Alt+↓）。"));
    QPushButton *remove = makeButton(tr("削除"), tr("選んでいる行を、その中身とともに削除します（Ctrl+Delete）。"));
    m_needCurrent = {up, down, remove};
    for (QPushButton *button : std::as_const(m_needCurrent))
        m_row->addWidget(button);
    connect(m_add, &QPushButton::clicked, grid, &FormGrid::addRow);
    connect(up, &QPushButton::clicked, grid, [grid] { grid->moveRow(-1); });
    connect(down, &QPushButton::clicked, grid, [grid] { grid->moveRow(1); });
    connect(remove, &QPushButton::clicked, grid, &FormGrid::removeRow);
    connect(grid, &FormGrid::currentMoved, this, &GridTools::follow);
    follow();
}

QPushButton *GridTools::addToCurrent(const QString &text, const QString &hint)
{
    QPushButton *button = makeButton(text, hint);
    m_row->insertWidget(static_cast<int>(m_needCurrent.size()) - 2, button);
    m_needCurrent << button;
    follow();
    return button;
}

QPushButton *GridTools::makeButton(const QString &text, const QString &hint)
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(hint);
    button->setAccessibleName(hint);
    button->setFont(textFont(9));
    button->setAutoDefault(false);
    const int width = button->fontMetrics().horizontalAdvance(text) + 2 * space::medium;
    button->setFixedSize(qMax(minimumButtonWidth, width), buttonHeight);
    return button;
}

void GridTools::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    follow();
}

void GridTools::follow()
{
    m_add->setEnabled(!m_readOnly);
    for (QPushButton *button : std::as_const(m_needCurrent))
        button->setEnabled(!m_readOnly && m_grid->currentIndex().isValid());
}

} // namespace shisaku
