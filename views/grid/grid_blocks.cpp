// SPDX-License-Identifier: GPL-3.0-or-later
// How cells and rows are chosen in GridView, and what is done to them: the clipboard, filling, clearing, finding; its sums.
#include "views/grid/grid_view.h"

#include "models/clip/spreadsheet_text.h"
#include "models/plan/decimal.h"
#include "models/plan/search_form.h"
#include "views/look/shown_cells.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMetaMethod>
#include <QMimeData>
#include <QTimerEvent>

#include <algorithm>

namespace shisaku {

namespace {
constexpr int manyCells = 5000; // adding up more waits until the choosing pauses
constexpr int pauseMs = 150;
} // namespace

void GridView::moveTo(const QModelIndex &cell)
{
    if (!cell.isValid())
        return;
    m_reach = QModelIndex();
    m_kept = {};
    selectionModel()->setCurrentIndex(cell, QItemSelectionModel::ClearAndSelect);
    scrollTo(cell);
}

void GridView::extendTo(const QModelIndex &cell)
{
    const QModelIndex from = currentIndex();
    if (!cell.isValid() || !from.isValid())
        return;
    m_reach = cell;
    QItemSelection chosen = m_kept;
    const QItemSelection block(m_grid->index(qMin(from.row(), cell.row()), qMin(from.column(), cell.column())),
                               m_grid->index(qMax(from.row(), cell.row()), qMax(from.column(), cell.column())));
    chosen.merge(block, QItemSelectionModel::Select);
    selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    scrollTo(cell);
}

void GridView::chooseWhole(bool rows)
{
    if (!currentIndex().isValid())
        return;
    QItemSelection whole;
    const int lastRow = m_grid->rowCount() - 1;
    const int lastColumn = m_grid->columnCount() - 1;
    QItemSelection chosen = selectionModel()->selection();
    if (chosen.isEmpty())
        chosen.select(currentIndex(), currentIndex());
    for (const QItemSelectionRange &range : std::as_const(chosen)) {
        const QItemSelection more(m_grid->index(rows ? range.top() : 0, rows ? 0 : range.left()),
                                  m_grid->index(rows ? range.bottom() : lastRow, rows ? lastColumn : range.right()));
        whole.merge(more, QItemSelectionModel::Select);
    }
    selectionModel()->select(whole, QItemSelectionModel::ClearAndSelect);
}

QModelIndexList GridView::chosenCells() const
{
    const QModelIndexList chosen = shownCells(*this, selectionModel()->selectedIndexes());
    return chosen.isEmpty() && currentIndex().isValid() ? QModelIndexList{currentIndex()} : chosen;
}

QList<int> GridView::chosenRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= qMin(range.bottom(), m_grid->recordCount() - 1); ++row)
            rows << row;
    }
    if (rows.isEmpty() && !currentRecord().isNull())
        rows << currentIndex().row();
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QList<RowId> GridView::chosenRecords() const
{
    QList<RowId> records;
    for (const int row : chosenRows())
        records << m_grid->recordAt(row);
    return records;
}

void GridView::chooseRecords(const QList<RowId> &records)
{
    QList<int> rows;
    for (const RowId record : records) {
        if (const int row = m_grid->rowOf(record); row >= 0)
            rows << row;
    }
    if (rows.isEmpty() || m_grid->columnCount() == 0)
        return;
    m_reach = QModelIndex();
    const int column = currentIndex().isValid() ? currentIndex().column() : qMax(0, shownColumn(-1, 1));
    const QModelIndex first = m_grid->index(rows.first(), column);
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    std::sort(rows.begin(), rows.end());
    QItemSelection whole;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const int top = rows[i];
        while (i + 1 < rows.size() && rows[i + 1] == rows[i] + 1)
            ++i;
        whole.append(QItemSelectionRange(m_grid->index(top, 0), m_grid->index(rows[i], m_grid->columnCount() - 1)));
    }
    selectionModel()->select(whole, QItemSelectionModel::ClearAndSelect);
    scrollTo(first);
}

/// The cells of a column in the rows that are chosen.
QModelIndexList GridView::cellsIn(int column) const
{
    QModelIndexList cells;
    for (const int row : chosenRows())
        cells << m_grid->index(row, column);
    return cells;
}

void GridView::copyBlock() const
{
    const QModelIndexList cells = chosenCells();
    if (cells.isEmpty())
        return;
    auto *copied = new QMimeData;
    const QString text = textFromIndexes(cells, [this](const QModelIndex &cell) {
        // Words to be edited, not the times shown behind them; and what is on its way as if it had arrived.
        const bool record = cell.row() < m_grid->recordCount();
        const bool typed = cell.data(GridModel::OptionKeysRole).toStringList().isEmpty();
        const bool coming = record && typed && m_grid->document().unsaved().find(m_grid->placeOf(cell));
        return cell.data(coming || cell.data(GridModel::LongTextRole).toBool() ? Qt::EditRole : Qt::DisplayRole).toString();
    });
    const bool plain = cells.size() == 1 && text.count(u'\n') == 1 && !text.startsWith(u'"');
    copied->setText(plain ? text.chopped(1) : text); // in a line of text, no line end is wanted
    if (cells.size() > 1)
        copied->setHtml(htmlFromIndexes(cells));
    QGuiApplication::clipboard()->setMimeData(copied);
}

void GridView::pasteBlock()
{
    const QList<QStringList> cells = cellsFromText(QGuiApplication::clipboard()->text());
    if (cells.isEmpty() || m_grid->document().isReadOnly())
        return;
    flush();
    const QModelIndexList chosen = chosenCells();
    if (chosen.isEmpty()) { // the grid is empty yet
        m_grid->paste(m_grid->recordCount(), shownColumnsFrom(qMax(0, shownColumn(-1, 1))), cells);
        return;
    }
    if (cells.size() == 1 && cells.first().size() == 1) { // one cell fills everything chosen; refused, it stays as if typed
        const QString &text = cells.first().first();
        const QModelIndex &only = chosen.first();
        if (chosen.size() > 1)
            return m_grid->typeIntoAll(chosen, text);
        if (only.flags().testFlag(Qt::ItemIsEditable)) {
            const bool asItWas = only.data().toString() == text && !m_grid->document().unsaved().find(m_grid->placeOf(only));
            return asItWas ? void() : m_grid->typeIntoAll(chosen, text);
        }
    }
    int row = chosen.first().row();
    int column = chosen.first().column();
    for (const QModelIndex &cell : chosen) {
        row = qMin(row, cell.row());
        column = qMin(column, cell.column());
    }
    m_grid->paste(qMin(row, m_grid->recordCount()), shownColumnsFrom(column), cells); // on a total: behind the rows
}

QList<int> GridView::shownColumnsFrom(int first) const
{
    QList<int> columns;
    for (int column = shownColumn(first - 1, 1); column >= 0; column = shownColumn(column, 1))
        columns << column;
    return columns;
}

bool GridView::canPerform(ClipboardAction action) const
{
    const auto writable = [this] {
        const QModelIndexList chosen = chosenCells();
        return std::any_of(chosen.begin(), chosen.end(),
                           [](const QModelIndex &cell) { return cell.flags().testFlag(Qt::ItemIsEditable); });
    };
    switch (action) {
    case ClipboardAction::Cut:
        return writable();
    case ClipboardAction::Copy:
        return currentIndex().isValid() || selectionModel()->hasSelection();
    case ClipboardAction::Paste: {
        // A block may begin at a cell that is only shown; without rows it makes some.
        const auto &columns = m_grid->shape().columns;
        const bool takes = std::any_of(columns.begin(), columns.end(),
                                       [](const GridColumn &column) { return column.isEditable(); });
        return takes && !m_grid->document().isReadOnly() && hasTextToPaste()
               && (m_grid->recordCount() > 0 || m_grid->shape().canAdd);
    }
    case ClipboardAction::SelectAll:
        return m_grid->recordCount() > 0;
    }
    return false;
}

void GridView::perform(ClipboardAction action)
{
    if (!canPerform(action))
        return;
    switch (action) {
    case ClipboardAction::Cut:
        copyBlock();
        return clearCells();
    case ClipboardAction::Copy:
        return copyBlock();
    case ClipboardAction::Paste:
        return pasteBlock();
    case ClipboardAction::SelectAll:
        m_reach = QModelIndex();
        return selectAll();
    }
}

void GridView::fill(Qt::Orientation direction)
{
    if (m_grid->document().isReadOnly())
        return;
    QModelIndexList cells = chosenCells();
    const bool down = direction == Qt::Vertical;
    const auto line = [down](const QModelIndex &cell) { return down ? cell.row() : cell.column(); };
    const bool single = std::all_of(cells.begin(), cells.end(),
                                    [&](const QModelIndex &cell) { return line(cell) == line(cells.first()); });
    if (single) { // one line alone takes what stands before it, as in a spreadsheet
        QModelIndexList before;
        for (const QModelIndex &cell : std::as_const(cells))
            before << neighbour(cell, down ? -1 : 0, down ? 0 : -1);
        before.removeIf([](const QModelIndex &cell) { return !cell.isValid(); });
        cells = before + cells;
    }
    m_grid->fill(cells, direction);
}

void GridView::clearCells()
{
    if (m_grid->document().isReadOnly())
        return;
    QModelIndexList cells = chosenCells();
    const bool writable = std::any_of(cells.begin(), cells.end(),
                                      [](const QModelIndex &cell) { return cell.flags().testFlag(Qt::ItemIsEditable); });
    if (const int column = pickedColumn(); !writable && column >= 0)
        cells = cellsIn(column);
    m_grid->clearCells(cells);
}

void GridView::typeIntoChosen(const QString &text)
{
    m_grid->typeIntoAll(chosenCells(), text);
    setFocus();
}

bool GridView::findNext(const QString &text, int steps)
{
    const QString wanted = searchForm(text);
    const QList<int> columns = shownColumnsFrom(0);
    const int count = static_cast<int>(columns.size()) * m_grid->rowCount();
    if (wanted.isEmpty() || count == 0)
        return false;
    const int width = static_cast<int>(columns.size());
    const QModelIndex current = currentIndex();
    const int from = current.isValid() ? current.row() * width + qMax(0, static_cast<int>(columns.indexOf(current.column())))
                                       : (steps > 0 ? -1 : 0);
    for (int i = 1; i <= count; ++i) {
        const int at = ((from + (steps > 0 ? i : -i)) % count + count) % count;
        const QModelIndex cell = m_grid->index(at / width, columns[at % width]);
        if (searchForm(cell.data().toString()).contains(wanted)) {
            moveTo(cell);
            return true;
        }
    }
    return false;
}

void GridView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit chosenChanged();
    tellAmountsLater();
}

void GridView::tellAmountsLater()
{
    if (!isSignalConnected(QMetaMethod::fromSignal(&GridView::amountsTold)))
        return;
    qint64 cells = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        cells += qint64(range.width()) * range.height();
    m_amounts.start(cells > manyCells ? pauseMs : 0, this);
}

void GridView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_amounts.timerId())
        return QTableView::timerEvent(event);
    m_amounts.stop();
    if (!isSignalConnected(QMetaMethod::fromSignal(&GridView::amountsTold)))
        return;
    emit amountsTold(amounts());
}

QString GridView::amounts() const
{
    const QModelIndexList cells = chosenCells();
    if (cells.size() < 2)
        return {};
    // Totals are sums already: they count where nothing else is chosen.
    const bool ofTotals = std::all_of(cells.begin(), cells.end(),
                                      [this](const QModelIndex &cell) { return cell.row() >= m_grid->recordCount(); });
    Decimal sum;
    int figures = 0;
    int filled = 0;
    for (const QModelIndex &cell : cells) {
        if (cell.row() >= m_grid->recordCount() && !ofTotals)
            continue;
        const auto figure = Decimal::fromText(cell.data(GridModel::AmountRole).toString());
        sum = sum + figure.value_or(Decimal());
        figures += figure ? 1 : 0;
        filled += figure || !cell.data().toString().isEmpty() ? 1 : 0;
    }
    if (figures == 0)
        return tr("個数 %1").arg(Decimal::of(filled).toJapanese());
    const auto mean = Decimal::percent(sum, Decimal::of(100) * figures);
    return tr("合計 %1　平均 %2　個数 %3")
        .arg(sum.toJapanese(), mean ? mean->toJapanese() : QString(), Decimal::of(filled).toJapanese());
}

} // namespace shisaku
