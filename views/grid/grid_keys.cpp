// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard of GridView, which is Excel's.
#include "views/grid/grid_view.h"

#include "models/plan/search_form.h"
#include "views/grid/grid_cells.h"

#include <QKeyEvent>
#include <QMetaMethod>

#include <algorithm>
#include <utility>

namespace shisaku {

namespace {
bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

bool isMove(int key)
{
    static constexpr int keys[] = {Qt::Key_Up,   Qt::Key_Down, Qt::Key_Left,   Qt::Key_Right,
                                   Qt::Key_Home, Qt::Key_End,  Qt::Key_PageUp, Qt::Key_PageDown};
    return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}
} // namespace

/// Within the grid these keys mean rows and cells, not the zoom of the roadmap or the search of the window.
bool GridView::isGridKey(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const int key = event.key();
    if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier) && key == Qt::Key_L)
        return true;
    if (modifiers & Qt::ControlModifier) {
        // On Japanese keyboards + is ; with Shift, which Ctrl++ is often pressed without.
        static constexpr int anyhow[] = {Qt::Key_Plus, Qt::Key_Semicolon, Qt::Key_Minus, Qt::Key_Space};
        static constexpr int alone[] = {Qt::Key_X, Qt::Key_C, Qt::Key_V, Qt::Key_D,
                                        Qt::Key_R, Qt::Key_A, Qt::Key_F, Qt::Key_Delete};
        return isMove(key) || std::find(std::begin(anyhow), std::end(anyhow), key) != std::end(anyhow)
               || (modifiers == Qt::ControlModifier && std::find(std::begin(alone), std::end(alone), key) != std::end(alone));
    }
    return isMove(key) || key == Qt::Key_Insert || key == Qt::Key_Delete || key == Qt::Key_Backspace || key == Qt::Key_F2
           || isEnter(key);
}

bool GridView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isGridKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::Show) // by now it is where it belongs
        findWidths();
    return QTableView::event(event);
}

void GridView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (state() == EditingState) // a key that its editor has left: an arrow does not leave the cell
        return event->setAccepted(isMove(key) || isEnter(key) || key == Qt::Key_Tab || key == Qt::Key_Backtab);
    if (key != Qt::Key_Tab && key != Qt::Key_Backtab && key != Qt::Key_Shift && !isEnter(key) && event->text().isEmpty())
        m_tabsFrom = -1;
    if (blockKey(*event) || rowKey(*event) || moveKey(*event) || clearKey(event))
        return event->accept();
    if (isEnter(key)) {
        const bool opens = currentIndex().isValid() && !currentIndex().flags().testFlag(Qt::ItemIsEditable)
                           && !currentRecord().isNull() && !event->modifiers()
                           && isSignalConnected(QMetaMethod::fromSignal(&GridView::recordEntered));
        event->accept();
        return opens ? emit recordEntered(currentRecord()) : goDown(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    }
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::SelectAll))
        return; // the view's own would do it otherwise
    if (key == Qt::Key_Escape)
        return event->ignore(); // closes the dialog
    const bool types = !event->text().isEmpty() && event->text().at(0).isPrint()
                       && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (types) {
        if (!pick(event->text()))
            edit(currentIndex(), AnyKeyPressed, event);
        return event->accept();
    }
    QTableView::keyPressEvent(event);
}

bool GridView::blockKey(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier) && event.key() == Qt::Key_L && currentIndex().isValid()) {
        openFilter(currentIndex().column());
        return true;
    }
    if (modifiers == Qt::ShiftModifier && event.key() == Qt::Key_Space) {
        chooseWhole(true);
        return true;
    }
    if (modifiers != Qt::ControlModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_X:
        perform(ClipboardAction::Cut);
        return true;
    case Qt::Key_C:
        perform(ClipboardAction::Copy);
        return true;
    case Qt::Key_V:
        perform(ClipboardAction::Paste);
        return true;
    case Qt::Key_A:
        perform(ClipboardAction::SelectAll);
        return true;
    case Qt::Key_D:
        fill(Qt::Vertical);
        return true;
    case Qt::Key_R:
        fill(Qt::Horizontal);
        return true;
    case Qt::Key_F:
        emit findAsked();
        return true;
    case Qt::Key_Space:
        chooseWhole(false);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return true; // fills from within an editor only
    default:
        return false;
    }
}

bool GridView::rowKey(const QKeyEvent &event)
{
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const bool alt = event.modifiers().testFlag(Qt::AltModifier);
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Semicolon:
        if (control)
            addRecord();
        return control;
    case Qt::Key_Insert:
        if (!control && !alt)
            addRecord();
        return !control && !alt;
    case Qt::Key_Minus:
    case Qt::Key_Delete:
        if (control)
            removeRecords();
        return control;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (alt)
            moveRecord(event.key() == Qt::Key_Up ? -1 : 1);
        return alt;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (alt && m_grid->shape().nests)
            nestRecord(event.key() == Qt::Key_Left ? -1 : 1);
        return alt;
    default:
        return false;
    }
}

bool GridView::moveKey(const QKeyEvent &event)
{
    if (!isMove(event.key()) || event.modifiers().testFlag(Qt::AltModifier))
        return false;
    if (!currentIndex().isValid()) {
        moveTo(m_grid->index(0, qMax(0, shownColumn(-1, 1))));
        return true;
    }
    const bool far = event.modifiers().testFlag(Qt::ControlModifier);
    if (event.modifiers().testFlag(Qt::ShiftModifier)) {
        m_kept = {};
        extendTo(target(moving(), event.key(), far));
    } else {
        moveTo(target(currentIndex(), event.key(), far));
    }
    return true;
}

int GridView::shownColumn(int from, int step) const
{
    for (int column = from + step; column >= 0 && column < m_grid->columnCount(); column += step) {
        if (!isColumnHidden(column))
            return column;
    }
    return -1;
}

QModelIndex GridView::neighbour(const QModelIndex &from, int rows, int columns) const
{
    const int column = columns == 0 ? from.column() : shownColumn(from.column(), columns);
    return column < 0 ? QModelIndex() : m_grid->index(from.row() + rows, column);
}

/// The last filled cell of a block, or the first behind a gap; the end if there is none. Totals are no part of it.
QModelIndex GridView::edge(const QModelIndex &from, int rows, int columns) const
{
    const auto next = [&](const QModelIndex &cell) {
        const QModelIndex at = neighbour(cell, rows, columns);
        return at.isValid() && at.row() >= m_grid->recordCount() && from.row() < m_grid->recordCount() ? QModelIndex() : at;
    };
    const auto filled = [](const QModelIndex &cell) { return !cell.data().toString().isEmpty(); };
    QModelIndex at = next(from);
    if (!at.isValid())
        return from;
    const bool inBlock = filled(from) && filled(at);
    for (QModelIndex beyond = next(at); beyond.isValid(); at = beyond, beyond = next(at)) {
        if (inBlock ? !filled(beyond) : filled(at))
            break;
    }
    return at;
}

QModelIndex GridView::target(const QModelIndex &from, int key, bool far) const
{
    const int rowsInView = qMax(1, viewport()->height() / qMax(1, rowHeight(from.row())) - 1);
    const int lastRow = m_grid->rowCount() - 1;
    const int first = qMax(0, shownColumn(-1, 1));
    const int last = qMax(0, shownColumn(m_grid->columnCount(), -1));
    QModelIndex to;
    switch (key) {
    case Qt::Key_Up:
        to = far ? edge(from, -1, 0) : neighbour(from, -1, 0);
        break;
    case Qt::Key_Down:
        to = far ? edge(from, 1, 0) : neighbour(from, 1, 0);
        break;
    case Qt::Key_Left:
        to = far ? edge(from, 0, -1) : neighbour(from, 0, -1);
        break;
    case Qt::Key_Right:
        to = far ? edge(from, 0, 1) : neighbour(from, 0, 1);
        break;
    case Qt::Key_Home:
        to = m_grid->index(far ? 0 : from.row(), first);
        break;
    case Qt::Key_End:
        to = m_grid->index(far ? qMax(0, m_grid->recordCount() - 1) : from.row(), last);
        break;
    case Qt::Key_PageUp:
        to = m_grid->index(qMax(0, from.row() - rowsInView), from.column());
        break;
    case Qt::Key_PageDown:
        to = m_grid->index(qMin(lastRow, from.row() + rowsInView), from.column());
        break;
    default:
        break;
    }
    return to.isValid() ? to : from;
}

QModelIndex GridView::cellBeside(int step) const
{
    int row = currentIndex().row();
    int column = currentIndex().column();
    while (row >= 0 && row < m_grid->recordCount()) {
        column = shownColumn(column, step);
        if (column < 0) {
            row += step;
            column = step > 0 ? -1 : m_grid->columnCount();
            continue;
        }
        const QModelIndex cell = m_grid->index(row, column);
        if (cell.flags().testFlag(Qt::ItemIsEditable))
            return cell;
    }
    return currentIndex();
}

QModelIndex GridView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action != MoveNext && action != MovePrevious)
        return QTableView::moveCursor(action, modifiers);
    if (m_tabsFrom < 0)
        m_tabsFrom = currentIndex().column();
    m_reach = QModelIndex();
    m_kept = {};
    return cellBeside(action == MoveNext ? 1 : -1);
}

void GridView::goBeside(int step)
{
    const QModelIndex cell = moveCursor(step > 0 ? MoveNext : MovePrevious, Qt::NoModifier);
    moveTo(cell);
    setFocus();
}

/// Behind Tabs the column in which they began is returned to.
void GridView::goDown(int steps)
{
    const int row = currentIndex().row() + steps;
    const int column = std::exchange(m_tabsFrom, -1);
    if (currentIndex().isValid() && row >= 0 && row < m_grid->recordCount())
        moveTo(m_grid->index(row, column >= 0 && steps > 0 ? column : currentIndex().column()));
    setFocus();
}

void GridView::goOn(int rows, int columns)
{
    if (columns == 0)
        return goDown(rows);
    m_tabsFrom = -1;
    moveTo(neighbour(currentIndex(), 0, columns));
    setFocus();
}

/// The column that digits mean: the current one, or where that cannot be edited the first that is picked; -1 for none.
int GridView::pickedColumn() const
{
    const QModelIndex current = currentIndex();
    if (!current.isValid() || current.row() >= m_grid->recordCount())
        return -1;
    if (current.data(GridModel::KeysPickRole).toBool())
        return current.flags().testFlag(Qt::ItemIsEditable) ? current.column() : -1;
    if (current.flags().testFlag(Qt::ItemIsEditable))
        return -1;
    for (int column = 0; column < m_grid->columnCount(); ++column) {
        const QModelIndex cell = current.siblingAtColumn(column);
        if (cell.data(GridModel::KeysPickRole).toBool() && cell.flags().testFlag(Qt::ItemIsEditable) && !isColumnHidden(column))
            return column;
    }
    return -1;
}

/// A digit picks by place, a letter by key; a sign (○) is for the cell to understand or to ask about.
bool GridView::pick(const QString &text)
{
    const int column = text.size() == 1 ? pickedColumn() : -1;
    if (column < 0)
        return false;
    const QString typed = plainForm(text);
    const QStringList keys = currentIndex().siblingAtColumn(column).data(GridModel::OptionKeysRole).toStringList();
    const auto named = std::find_if(keys.begin(), keys.end(),
                                    [&typed](const QString &key) { return key.compare(typed, Qt::CaseInsensitive) == 0; });
    QString picked;
    if (typed == u"0")
        picked = QString();
    else if (typed[0].isDigit() && typed.toInt() <= keys.size())
        picked = keys.at(typed.toInt() - 1);
    else if (text[0].isPrint() && !text[0].isSpace() && !text[0].isLetterOrNumber())
        picked = text;
    else if (named != keys.end())
        picked = *named;
    else
        return false;
    m_grid->typeIntoAll(cellsIn(column), picked);
    return true;
}

/// What is composed opens no list either.
void GridView::inputMethodEvent(QInputMethodEvent *event)
{
    if (state() == EditingState || pickedColumn() < 0)
        return QTableView::inputMethodEvent(event);
    const QString text = event->commitString();
    if (!text.isEmpty() && !pick(text))
        m_grid->typeIntoAll(cellsIn(pickedColumn()), text); // a word, or something that is refused and stays in sight
    event->accept();
}

bool GridView::clearKey(QKeyEvent *event)
{
    const int key = event->key();
    if ((key != Qt::Key_Delete && key != Qt::Key_Backspace) || (event->modifiers() & ~Qt::KeypadModifier))
        return false;
    const QModelIndex current = currentIndex();
    const bool typed = current.data(GridModel::OptionKeysRole).toStringList().isEmpty();
    if (key == Qt::Key_Backspace && typed && !current.data(GridModel::KeysPickRole).toBool() && chosenCells().size() == 1
        && current.flags().testFlag(Qt::ItemIsEditable)) {
        edit(current, AnyKeyPressed, event); // empty, as in Excel
        return true;
    }
    clearCells();
    return true;
}

} // namespace shisaku
