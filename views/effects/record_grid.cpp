// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/effects/record_grid.h"

#include "models/clip/spreadsheet_text.h"
#include "views/effects/chart_view.h"
#include "views/effects/record_cells.h"
#include "views/look/shown_cells.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <numeric>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int minimumWideColumn = 120;
constexpr int minimumNames = 114; // 「道路河川維持課、」
constexpr int headPadding = 5;
constexpr int cellPadding = 8;
constexpr int measuredRows = 200; // more are seldom wider, and would take long
} // namespace

RecordGrid::RecordGrid(RecordModel *model, QWidget *parent) :
    QTableView(parent), m_records(model), m_cells(new RecordCells(this)), m_fresh(new FreshRow(this))
{
    setModel(model);
    setItemDelegate(m_cells);
    setShowGrid(false);
    setSelectionMode(ContiguousSelection);
    setSelectionBehavior(SelectItems);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(true);
    setFont(textFont(9.5));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(28);
    horizontalHeader()->setFont(textFont(9));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(36);
    horizontalHeader()->setSectionsMovable(false);
    colourHead();
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &RecordGrid::relayoutLater);
    connect(model, &QAbstractItemModel::modelReset, this, &RecordGrid::relayoutLater);
    connect(model, &QAbstractItemModel::dataChanged, this, &RecordGrid::relayoutLater);
    connect(m_cells, &RecordCells::entered, this, &RecordGrid::goDown, Qt::QueuedConnection);
    UnsavedInput *unsaved = &model->document().unsaved();
    connect(m_cells, &RecordCells::typing, unsaved, &UnsavedInput::setTyping);
    connect(unsaved, &UnsavedInput::placeShown, this, [this](const InputPlace &place) {
        const QModelIndex cell = m_records->cellOf(place);
        if (!cell.isValid() || !isVisible())
            return;
        setCurrentIndex(cell);
        setFocus(Qt::OtherFocusReason);
    });
    relayoutLater();
}

void RecordGrid::colourHead()
{
    const Look &look = Look::of(palette());
    horizontalHeader()->setStyleSheet(
        u"QHeaderView::section { padding: %5px; border: none; background: %1; color: %2;"
        " border-right: 1px solid %3; border-bottom: 1px solid %4; }"_s.arg(look.head.name(), look.ink.name(), look.line.name(),
                                                                            look.strongLine.name(), QString::number(headPadding)));
}

void RecordGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colourHead();
    QTableView::changeEvent(event);
}

void RecordGrid::relayoutLater()
{
    // Rows come one by one; the grid is laid out once they are all there.
    if (!m_unsettled)
        QMetaObject::invokeMethod(this, &RecordGrid::relayout, Qt::QueuedConnection);
    m_unsettled = true;
}

void RecordGrid::relayout()
{
    m_unsettled = false;
    fitColumns();
    resizeRowsToContents();
    updateGeometry();
    const int row = m_coming.isNull() ? -1 : m_records->rowOf(m_coming);
    if (row < 0)
        return;
    m_coming = {};
    const QModelIndex cell = m_records->index(row, 0);
    selectionModel()->setCurrentIndex(cell, QItemSelectionModel::ClearAndSelect); // whatever key is still held down
    scrollTo(cell);
    setFocus();
    m_fresh->begin(cell);
    if (m_records->flags(cell).testFlag(Qt::ItemIsEditable))
        QTableView::edit(cell, AllEditTriggers, nullptr); // in the visit of the insertion: one step takes both back
    m_fresh->releaseKeys();
}

void RecordGrid::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool leaves = hint == QAbstractItemDelegate::RevertModelCache && m_fresh->isUntouched(currentIndex());
    QTableView::closeEditor(editor, hint);
    if (leaves)
        m_records->removeRecords({currentIndex().row()}); // in the visit of the insertion
}

/// What a column needs to show its figures and words, and its head in two lines; what wraps needs less than it likes.
int RecordGrid::minimumWidth(int column) const
{
    const RecordColumn &shown = m_records->table().columns.at(column);
    if (shown.width == 0 || shown.wraps)
        return shown.width == 0 ? minimumNames : qMin(shown.width, minimumNames);
    const QFontMetrics head(horizontalHeader()->font());
    int width = 0;
    for (const QString &line : QString(shown.header).replace(u'（', u"\n（"_s).split(u'\n'))
        width = qMax(width, head.horizontalAdvance(line) + 2 * headPadding + 2);
    const QFontMetrics cell(shown.number ? figureFont(9.5, true) : textFont(9.5, true)); // totals are bold
    for (int row = 0; row < qMin(m_records->rowCount(), measuredRows); ++row) {
        const QModelIndex index = m_records->index(row, column);
        for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(RecordModel::PrintedRole)})
            width = qMax(width, cell.horizontalAdvance(index.data(role).toString()) + 2 * cellPadding);
    }
    return qMin(shown.width, width);
}

void RecordGrid::fitColumns()
{
    const auto &columns = m_records->table().columns;
    const int count = static_cast<int>(columns.size());
    const int room = viewport()->width();
    int wanted = 0;
    int flexible = 0;
    for (const RecordColumn &column : columns) {
        wanted += column.width == 0 ? minimumWideColumn : column.width;
        flexible += column.width == 0 ? 1 : 0;
    }
    // Where there is no room for all, heads take two lines and each column gives up the same share of what it can spare.
    const bool tight = wanted > room;
    m_records->setTwoLineHeads(tight);
    QList<int> minimum;
    for (int i = 0; i < count; ++i)
        minimum << minimumWidth(i);
    int needed = std::accumulate(minimum.begin(), minimum.end(), 0);
    QStringList hidden;
    for (int i = 0; i < count; ++i) {
        const bool hides = tight && columns[i].hideWhenNarrow && needed > room;
        setColumnHidden(i, hides);
        if (hides) {
            hidden << columns[i].header;
            needed -= minimum[i];
            wanted -= qMax(columns[i].width, minimum[i]);
        }
    }
    const double share = wanted > needed ? qBound(0.0, double(room - needed) / (wanted - needed), 1.0) : 1;
    for (int i = 0; i < count; ++i) {
        const int full = columns[i].width > 0 ? columns[i].width : minimumWideColumn + qMax(0, room - wanted) / qMax(1, flexible);
        setColumnWidth(i, tight ? minimum[i] + int((qMax(full, minimum[i]) - minimum[i]) * share) : full);
    }
    emit columnsHidden(hidden);
}

QSize RecordGrid::sizeHint() const
{
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth() + 2;
    for (int row = 0; row < m_records->rowCount(); ++row)
        height += rowHeight(row);
    if (horizontalHeader()->length() > viewport()->width())
        height += horizontalScrollBar()->sizeHint().height();
    return {horizontalHeader()->length() + 2 * frameWidth(), height};
}

void RecordGrid::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        relayoutLater();
}

RowId RecordGrid::currentRecord() const
{
    return currentIndex().isValid() ? m_records->recordAt(currentIndex().row()) : RowId();
}

void RecordGrid::setCurrentRecord(RowId record)
{
    const int row = m_records->rowOf(record);
    if (row >= 0)
        setCurrentIndex(m_records->index(row, qMax(0, currentIndex().column())));
}

void RecordGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit currentRecordChanged(current.isValid() ? m_records->recordAt(current.row()) : RowId());
}

bool RecordGrid::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool wasEditing = state() == EditingState;
    const bool editing = QTableView::edit(index, trigger, event);
    if (editing && !wasEditing)
        m_records->beginUndoGroup();
    return editing;
}

QModelIndex RecordGrid::cellBeside(int step) const
{
    int row = currentIndex().row();
    int column = currentIndex().column();
    while (row >= 0 && row < m_records->recordCount()) {
        column += step;
        if (column < 0 || column >= m_records->columnCount()) {
            row += step;
            column = step > 0 ? -1 : m_records->columnCount();
            continue;
        }
        const QModelIndex cell = m_records->index(row, column);
        if (m_records->flags(cell).testFlag(Qt::ItemIsEditable) && !isColumnHidden(column))
            return cell;
    }
    return currentIndex();
}

QModelIndex RecordGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveNext || action == MovePrevious)
        return cellBeside(action == MoveNext ? 1 : -1);
    return QTableView::moveCursor(action, modifiers);
}

void RecordGrid::goDown(int steps)
{
    const int row = currentIndex().row() + steps;
    if (row >= 0 && row < m_records->recordCount())
        setCurrentIndex(m_records->index(row, currentIndex().column()));
    setFocus();
}

void RecordGrid::flush()
{
    if (m_cells->editor() && !m_cells->isComposing())
        commitData(m_cells->editor());
}

void RecordGrid::addRecord()
{
    if (m_records->document().isReadOnly() || !m_records->table().canAdd)
        return;
    m_records->beginUndoGroup();
    m_coming = m_records->addRecord(currentIndex().isValid() ? currentIndex().row() : -1);
    m_fresh->await();
    m_records->document().whenSaved(this, [this, row = m_coming] {
        if (m_coming != row || m_records->rowOf(row) >= 0)
            return;
        m_coming = {}; // refused, or not shown
        m_fresh->giveUp();
    });
}

void RecordGrid::removeRecords()
{
    QSet<int> rows;
    for (const QModelIndex &cell : chosenCells())
        rows.insert(cell.row());
    m_records->beginUndoGroup();
    m_records->removeRecords(QList<int>(rows.begin(), rows.end()));
}

QModelIndexList RecordGrid::chosenCells() const
{
    const QModelIndexList chosen = shownCells(*this, selectionModel()->selectedIndexes());
    return chosen.isEmpty() && currentIndex().isValid() ? QModelIndexList{currentIndex()} : chosen;
}

void RecordGrid::copyBlock() const
{
    QGuiApplication::clipboard()->setText(textFromIndexes(chosenCells()));
}

void RecordGrid::pasteBlock()
{
    const QModelIndexList chosen = chosenCells();
    if (chosen.isEmpty())
        return;
    QSet<int> rows;
    QSet<int> columns;
    for (const QModelIndex &cell : chosen) {
        if (cell.row() < m_records->recordCount()) // no record is made of a total
            rows.insert(cell.row());
        columns.insert(cell.column());
    }
    QList<QStringList> cells = cellsFromText(QGuiApplication::clipboard()->text());
    if (cells.size() == 1 && cells.first().size() == 1) // one cell fills everything chosen
        cells.fill(QStringList(columns.size(), cells.first().first()), qMax<qsizetype>(1, rows.size()));
    const QModelIndex corner = cornerOf(chosen);
    m_records->paste(corner.row(), shownColumnsFrom(*this, corner.column()), cells);
}

bool RecordGrid::canPerform(ClipboardAction action) const
{
    const QModelIndexList chosen = chosenCells();
    const bool writable = std::any_of(chosen.begin(), chosen.end(),
                                      [](const QModelIndex &cell) { return cell.flags().testFlag(Qt::ItemIsEditable); });
    switch (action) {
    case ClipboardAction::Cut:
        return writable;
    case ClipboardAction::Copy:
        return !chosen.isEmpty();
    case ClipboardAction::Paste:
        return writable && hasTextToPaste();
    case ClipboardAction::SelectAll:
        return m_records->recordCount() > 0;
    }
    return false;
}

void RecordGrid::perform(ClipboardAction action)
{
    if (!canPerform(action))
        return;
    switch (action) {
    case ClipboardAction::Cut:
        copyBlock();
        m_records->clearCells(chosenCells());
        return;
    case ClipboardAction::Copy:
        return copyBlock();
    case ClipboardAction::Paste:
        return pasteBlock();
    case ClipboardAction::SelectAll:
        return selectAll();
    }
}

void RecordGrid::fillDown()
{
    QModelIndexList cells = chosenCells();
    // One cell alone takes what stands above it, as in a spreadsheet.
    if (cells.size() == 1 && cells.first().row() > 0)
        cells.prepend(cells.first().siblingAtRow(cells.first().row() - 1));
    m_records->fillDown(cells);
}

bool RecordGrid::blockKey(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->matches(QKeySequence::Cut))
        perform(ClipboardAction::Cut);
    else if (event->matches(QKeySequence::Copy))
        copyBlock();
    else if (event->matches(QKeySequence::Paste))
        pasteBlock();
    else if (control && event->key() == Qt::Key_D)
        fillDown();
    else if (control && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Semicolon))
        addRecord();
    else if (control && event->key() == Qt::Key_Minus)
        removeRecords();
    else if (event->key() == Qt::Key_Delete && !control)
        m_records->clearCells(chosenCells());
    else
        return false;
    return true;
}

bool RecordGrid::isBlockKey(const QKeyEvent &event)
{
    static constexpr int keys[] = {Qt::Key_X, Qt::Key_C, Qt::Key_V, Qt::Key_D, Qt::Key_Plus, Qt::Key_Semicolon, Qt::Key_Minus};
    return event.modifiers().testFlag(Qt::ControlModifier)
           && std::find(std::begin(keys), std::end(keys), event.key()) != std::end(keys);
}

bool RecordGrid::event(QEvent *event)
{
    // Within the grid these keys mean rows and cells, not the zoom of the roadmap.
    if (event->type() == QEvent::ShortcutOverride && isBlockKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void RecordGrid::keyPressEvent(QKeyEvent *event)
{
    if (blockKey(event))
        return;
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        m_records->beginUndoGroup();
        m_records->moveRecord(currentIndex().row(), event->key() == Qt::Key_Up ? -1 : 1);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return goDown(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    QTableView::keyPressEvent(event);
}

void RecordGrid::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("切り取り"), this, [this] { perform(ClipboardAction::Cut); })->setEnabled(canPerform(ClipboardAction::Cut));
    menu.addAction(tr("コピー"), this, &RecordGrid::copyBlock);
    if (!m_records->document().isReadOnly()) {
        menu.addAction(tr("貼り付け"), this, &RecordGrid::pasteBlock);
        menu.addAction(tr("下へ複写"), this, &RecordGrid::fillDown);
        menu.addAction(tr("値を消去"), this, [this] { m_records->clearCells(chosenCells()); });
        menu.addSeparator();
        menu.addAction(tr("行を追加"), this, &RecordGrid::addRecord)->setEnabled(m_records->table().canAdd);
        menu.addAction(tr("行を削除"), this, &RecordGrid::removeRecords)->setEnabled(m_records->table().canRemove);
    }
    menu.exec(event->globalPos());
}

} // namespace shisaku
