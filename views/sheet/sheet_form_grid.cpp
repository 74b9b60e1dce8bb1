// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_grid.h"

#include "models/plan/tables.h"
#include "views/sheet/sheet_form_cells.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace shisaku {

PartsGrid::PartsGrid(PartsModel *model, const GridShape &shape, QWidget *parent) :
    QTreeView(parent), m_parts(model), m_cells(new CellDelegate(!shape.rows.parts.isEmpty(), this)), m_widths(shape.widths),
    m_leastWidth(shape.leastWidth)
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
    header()->setMinimumSectionSize(24);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &PartsGrid::settleLater);
    connect(model, &QAbstractItemModel::rowsMoved, this, &PartsGrid::settleLater);
    connect(model, &QAbstractItemModel::modelReset, this, &PartsGrid::settleLater);
    connect(model, &QAbstractItemModel::dataChanged, this, &PartsGrid::settleLater);
    connect(m_cells, &CellDelegate::entered, this, &PartsGrid::goDown, Qt::QueuedConnection);
    settle();
}

void PartsGrid::settleLater()
{
    // Rows come one by one; the grid is laid out once they are all there.
    if (!m_unsettled)
        QMetaObject::invokeMethod(this, &PartsGrid::settle, Qt::QueuedConnection);
    m_unsettled = true;
}

void PartsGrid::settle()
{
    m_unsettled = false;
    expandAll();
    fitHeight();
    const QModelIndex coming = m_coming.isNull() ? QModelIndex() : parts().indexOf(m_coming);
    if (!coming.isValid())
        return;
    setCurrentIndex(coming);
    setFocus();
    QTreeView::edit(coming, AllEditTriggers, nullptr); // in the visit of the insertion: one step takes both back
    m_coming = {};
}

void PartsGrid::editWhenThere(RowId row)
{
    m_coming = row;
}

void PartsGrid::fitColumns()
{
    int taken = 0;
    int stretched = 0;
    for (int i = 0; i < m_widths.size(); ++i) {
        if (m_widths[i] == 0)
            stretched = i;
        else
            header()->resizeSection(i, m_widths[i]);
        taken += m_widths[i];
    }
    header()->resizeSection(stretched, qMax(m_leastWidth, viewport()->width() - taken));
}

void PartsGrid::fitHeight()
{
    doItemsLayout(); // row heights depend on the columns' widths
    updateGeometry();
    setFixedHeight(sizeHint().height());
}

QSize PartsGrid::sizeHint() const
{
    QModelIndex last;
    int rows = 0;
    for (QModelIndex index = parts().index(0, 0); index.isValid(); index = indexBelow(index)) {
        rows += rowHeight(index);
        last = index;
    }
    const bool scrolls = header()->length() > viewport()->width();
    const int bar = scrolls ? horizontalScrollBar()->sizeHint().height() : 0;
    return {header()->length(), header()->sizeHint().height() + qMax(rows, 26) + bar + 2 * frameWidth()};
}

void PartsGrid::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        fitColumns();
        fitHeight();
    }
}

void PartsGrid::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &) const
{
    painter->setPen(lookFor(*this).line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
}

void PartsGrid::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the form scrolls, the grid shows all its rows
}

void PartsGrid::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    if (!currentIndex().isValid() && parts().rowCount() > 0)
        setCurrentIndex(parts().index(0, 0));
}

void PartsGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    emit currentMoved();
}

bool PartsGrid::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool wasEditing = state() == EditingState;
    const bool editing = QTreeView::edit(index, trigger, event);
    if (editing && !wasEditing)
        parts().setVisit(newVisit());
    return editing;
}

QModelIndex PartsGrid::cellBeside(int step) const
{
    QModelIndex cell = currentIndex();
    const int columns = parts().columnCount();
    while (cell.isValid()) {
        const int column = cell.column() + step;
        if (column >= 0 && column < columns) {
            cell = cell.siblingAtColumn(column);
        } else {
            const QModelIndex first = cell.siblingAtColumn(0);
            cell = step > 0 ? indexBelow(first) : indexAbove(first);
            cell = cell.siblingAtColumn(step > 0 ? 0 : columns - 1);
        }
        if (parts().flags(cell).testFlag(Qt::ItemIsEditable))
            return cell;
    }
    return {};
}

QModelIndex PartsGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveNext || action == MovePrevious)
        return cellBeside(action == MoveNext ? 1 : -1);
    return QTreeView::moveCursor(action, modifiers);
}

void PartsGrid::commitCell()
{
    if (m_cells->editor() && !m_cells->isComposing())
        commitData(m_cells->editor());
}

void PartsGrid::goDown()
{
    const QModelIndex below = indexBelow(currentIndex().siblingAtColumn(0));
    if (below.isValid())
        setCurrentIndex(below.siblingAtColumn(currentIndex().column()));
    setFocus();
}

QModelIndex PartsGrid::wholeOfParts() const
{
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    return current.parent().isValid() ? current.parent() : current;
}

void PartsGrid::addTop()
{
    parts().setVisit(newVisit());
    editWhenThere(parts().insertPart({}, 0, parts().rowAt(wholeOfParts())));
}

void PartsGrid::addPart(int kind)
{
    const QModelIndex whole = wholeOfParts();
    if (!whole.isValid())
        return;
    parts().setVisit(newVisit());
    editWhenThere(parts().insertPart(whole, kind, parts().rowAt(currentIndex())));
}

void PartsGrid::removeCurrent()
{
    if (!currentIndex().isValid())
        return;
    parts().setVisit(newVisit());
    parts().removeParts({currentIndex()});
}

void PartsGrid::moveCurrent(int steps)
{
    parts().setVisit(newVisit());
    parts().movePart(currentIndex(), steps);
}

void PartsGrid::keyPressEvent(QKeyEvent *event)
{
    const bool writable = parts().flags(currentIndex()).testFlag(Qt::ItemIsEditable);
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (alt)
            return moveCurrent(event->key() == Qt::Key_Up ? -1 : 1);
        break;
    case Qt::Key_Delete:
        if (event->modifiers().testFlag(Qt::ControlModifier))
            return removeCurrent();
        if (writable) {
            parts().setVisit(newVisit());
            parts().setData(currentIndex(), QString());
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return goDown();
    default:
        break;
    }
    QTreeView::keyPressEvent(event);
}

GridPart::GridPart(PlanDocument *document, const GridShape &shape, QWidget *parent) :
    SheetPart(document, parent), m_model(new PartsModel(document, shape.rows, shape.headers, this)),
    m_grid(new PartsGrid(m_model, shape, this)), m_tools(new QHBoxLayout)
{
    content()->insertWidget(0, m_grid);
    m_tools->setSpacing(space::tight);
    content()->insertLayout(1, m_tools);
    const QString top = tableLabel(shape.rows.table);
    m_addTop = addButton(tr("＋%1").arg(top), tr("%1を追加します。").arg(top));
    connect(m_addTop, &QPushButton::clicked, m_grid, &PartsGrid::addTop);
    for (int kind = 0; kind < shape.rows.parts.size(); ++kind) {
        const QString label = tableLabel(shape.rows.parts[kind].table);
        QPushButton *add = addButton(tr("＋%1").arg(label), tr("選んでいる%1に、%2を追加します。").arg(top, label));
        connect(add, &QPushButton::clicked, m_grid, [this, kind] { m_grid->addPart(kind); });
        m_needCurrent << add;
    }
    m_tools->addStretch();
    QPushButton *up = addButton(tr("↑"), tr("選んでいる行を上へ移します（Alt+↑）。"));
    QPushButton *down = addButton(tr("↓"), tr("選んでいる行を下へ移します（Alt+↓）。"));
    QPushButton *remove = addButton(tr("削除"), tr("選んでいる行を、その中身とともに削除します（Ctrl+Delete）。"));
    connect(up, &QPushButton::clicked, m_grid, [this] { m_grid->moveCurrent(-1); });
    connect(down, &QPushButton::clicked, m_grid, [this] { m_grid->moveCurrent(1); });
    connect(remove, &QPushButton::clicked, m_grid, &PartsGrid::removeCurrent);
    m_needCurrent << up << down << remove;
    connect(m_grid, &PartsGrid::currentMoved, this, &GridPart::updateButtons);
    connect(m_model, &PartsModel::refused, this, [this](const Error &error) { showError(error); });
    connect(m_model, &PartsModel::accepted, this, [this] { clearError(); });
    updateButtons();
}

QPushButton *GridPart::addButton(const QString &text, const QString &hint)
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(hint);
    button->setAccessibleName(hint);
    button->setFont(textFont(9));
    button->setAutoDefault(false);
    const int width = button->fontMetrics().horizontalAdvance(text) + 2 * space::medium;
    button->setFixedSize(qMax(28, width), 26);
    m_tools->addWidget(button);
    return button;
}

void GridPart::updateButtons()
{
    m_addTop->setEnabled(!m_readOnly);
    for (QPushButton *button : std::as_const(m_needCurrent))
        button->setEnabled(!m_readOnly && m_grid->currentIndex().isValid());
}

void GridPart::setMeasure(Id<Measure> measure)
{
    flush();
    clearError();
    m_model->setWhole(TableId::Measure, measure.row);
    updateButtons();
}

void GridPart::flush()
{
    m_grid->commitCell();
}

void GridPart::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    updateButtons();
}

} // namespace shisaku
