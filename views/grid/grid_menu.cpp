// SPDX-License-Identifier: GPL-3.0-or-later
// The context menu of GridView, and how it is sorted and filtered.
#include "views/grid/grid_view.h"

#include "views/grid/grid_filter.h"
#include "views/grid/grid_head.h"

#include <QContextMenuEvent>
#include <QMenu>

namespace shisaku {

void GridView::openFilter(int column)
{
    if (column < 0 || column >= m_grid->columnCount() || isColumnHidden(column))
        return;
    flush();
    const int x = m_head->sectionViewportPosition(column);
    const int left = column < m_grid->shape().frozen && frozenWidth() > 0 ? x + m_head->offset() : x;
    auto *filter = new GridFilter(m_grid, column, this);
    filter->openBelow(m_head->viewport()->mapToGlobal(QPoint(qMax(0, left), m_head->height())));
}

void GridView::sortBy(int column, bool descending)
{
    flush();
    GridOrder order = m_grid->order();
    order.column = column;
    order.descending = descending;
    m_grid->setOrder(order);
}

void GridView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const GridShape &shape = m_grid->shape();
    const bool editable = !m_grid->document().isReadOnly();
    const bool onRow = !currentRecord().isNull();
    const int column = currentIndex().isValid() ? currentIndex().column() : -1;
    const auto add = [&menu, this](const QString &text, bool enabled, auto slot) {
        menu.addAction(text, this, slot)->setEnabled(enabled);
    };
    add(tr("切り取り\tCtrl+X"), canPerform(ClipboardAction::Cut), [this] { perform(ClipboardAction::Cut); });
    add(tr("コピー\tCtrl+C"), canPerform(ClipboardAction::Copy), [this] { perform(ClipboardAction::Copy); });
    add(tr("貼り付け\tCtrl+V"), canPerform(ClipboardAction::Paste), [this] { perform(ClipboardAction::Paste); });
    menu.addSeparator();
    const bool writable = canPerform(ClipboardAction::Cut);
    add(tr("下へ複写\tCtrl+D"), writable, [this] { fill(Qt::Vertical); });
    add(tr("右へ複写\tCtrl+R"), writable, [this] { fill(Qt::Horizontal); });
    add(tr("値を消去\tDelete"), writable, [this] { clearCells(); });
    menu.addSeparator();
    if (shape.canAdd) {
        add(tr("行を追加\tCtrl++"), editable, [this] { addRecord(); });
        for (int kind = 1; kind <= shape.parts.size(); ++kind)
            add(tr("%1を追加").arg(tableLabel(shape.kind(kind).table)), editable && onRow, [this, kind] { addRecord(kind); });
    }
    if (shape.canRemove)
        add(tr("行を削除\tCtrl+-"), editable && onRow, [this] { removeRecords(); });
    if (shape.canMove) {
        add(tr("上へ\tAlt+↑"), editable && onRow, [this] { moveRecord(-1); });
        add(tr("下へ\tAlt+↓"), editable && onRow, [this] { moveRecord(1); });
    }
    menu.addSeparator();
    add(tr("この列で絞り込み…\tCtrl+Shift+L"), column >= 0, [this, column] { openFilter(column); });
    add(tr("小さい順に並べて表示"), column >= 0, [this, column] { sortBy(column, false); });
    add(tr("大きい順に並べて表示"), column >= 0, [this, column] { sortBy(column, true); });
    add(tr("計画の順に戻す"), m_grid->order().isSorted(), [this] { sortBy(-1, false); });
    add(tr("検索…\tCtrl+F"), true, [this] { emit findAsked(); });
    emit menuAsked(&menu);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid();
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center()) : event->globalPos());
}

} // namespace shisaku
