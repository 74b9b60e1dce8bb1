// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_schedule.h"

#include "views/sheet/sheet_form_cells.h"
#include "views/sheet/sheet_form_grid.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace shisaku {

namespace {
constexpr int titleWidth = 120;
constexpr int leastYearWidth = 84;
} // namespace

YearGrid::YearGrid(YearTable *table, QWidget *parent) : QTreeView(parent), m_table(table), m_cells(new CellDelegate(true, this))
{
    setModel(table);
    new FieldFrame(this, this);
    setItemDelegate(m_cells);
    setItemsExpandable(false);
    setRootIsDecorated(false);
    setSelectionBehavior(SelectItems);
    setSelectionMode(SingleSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(ScrollPerPixel);
    setFont(textFont(9.5));
    header()->setFont(textFont(9));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setDefaultAlignment(Qt::AlignCenter);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(table, &QAbstractItemModel::modelReset, this, &YearGrid::settle, Qt::QueuedConnection);
    connect(table, &QAbstractItemModel::dataChanged, this, &YearGrid::fit, Qt::QueuedConnection);
    connect(m_cells, &CellDelegate::entered, this, &YearGrid::goDown, Qt::QueuedConnection);
    fit();
}

void YearGrid::settle()
{
    fit();
    const int row = m_coming.isNull() ? -1 : m_table->rowOf(m_coming);
    if (row < 0)
        return;
    m_coming = {};
    setCurrentIndex(m_table->index(row, 0));
    setFocus();
    QTreeView::edit(currentIndex(), AllEditTriggers, nullptr); // in the visit of the insertion: one step takes both back
}

void YearGrid::fit()
{
    const int years = m_table->columnCount() - 1;
    if (years < 1)
        return;
    header()->resizeSection(0, titleWidth);
    const int width = qMax(leastYearWidth, (viewport()->width() - titleWidth) / years);
    for (int column = 1; column <= years; ++column)
        header()->resizeSection(column, width);
    doItemsLayout(); // row heights depend on the columns' widths
    updateGeometry();
    setFixedHeight(sizeHint().height());
}

QSize YearGrid::sizeHint() const
{
    int rows = 0;
    for (int row = 0; row < m_table->rowCount(); ++row)
        rows += rowHeight(m_table->index(row, 0));
    const bool scrolls = header()->length() > viewport()->width();
    const int bar = scrolls ? horizontalScrollBar()->sizeHint().height() : 0;
    return {header()->length(), header()->sizeHint().height() + qMax(rows, 26) + bar + 2 * frameWidth()};
}

void YearGrid::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void YearGrid::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the form scrolls, the grid shows all its rows
}

void YearGrid::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    if (!currentIndex().isValid() && m_table->rowCount() > 0)
        setCurrentIndex(m_table->index(0, m_table->columnCount() > 1 ? 1 : 0));
}

void YearGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    emit currentMoved();
}

bool YearGrid::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool wasEditing = state() == EditingState;
    const bool editing = QTreeView::edit(index, trigger, event);
    if (editing && !wasEditing)
        m_table->setVisit(newVisit());
    return editing;
}

QModelIndex YearGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action != MoveNext && action != MovePrevious)
        return QTreeView::moveCursor(action, modifiers);
    const int columns = m_table->columnCount();
    const int at = currentIndex().row() * columns + currentIndex().column() + (action == MoveNext ? 1 : -1);
    return at < 0 ? QModelIndex() : m_table->index(at / columns, at % columns);
}

void YearGrid::goDown()
{
    const QModelIndex below = currentIndex().siblingAtRow(currentIndex().row() + 1);
    if (below.isValid())
        setCurrentIndex(below);
    setFocus();
}

void YearGrid::commitCell()
{
    if (state() == EditingState && m_cells->editor() && !m_cells->isComposing())
        commitData(m_cells->editor());
}

void YearGrid::addRow()
{
    m_table->setVisit(newVisit());
    m_coming = m_table->addInitiative(currentIndex().isValid() ? currentIndex().row() : m_table->rowCount() - 1);
}

void YearGrid::removeRow()
{
    if (!currentIndex().isValid())
        return;
    m_table->setVisit(newVisit());
    m_table->removeInitiative(currentIndex().row());
}

void YearGrid::moveRow(int steps)
{
    if (!currentIndex().isValid())
        return;
    m_table->setVisit(newVisit());
    m_table->moveInitiative(currentIndex().row(), steps);
}

void YearGrid::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (alt)
            return moveRow(event->key() == Qt::Key_Up ? -1 : 1);
        break;
    case Qt::Key_Delete:
        if (event->modifiers().testFlag(Qt::ControlModifier))
            return removeRow();
        if (currentIndex().column() > 0 && m_table->flags(currentIndex()).testFlag(Qt::ItemIsEditable)) {
            m_table->setVisit(newVisit());
            m_table->setData(currentIndex(), QString());
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

SchedulePart::SchedulePart(PlanDocument *document, Shown first, QWidget *parent) :
    SheetPart(document, parent), m_table(new YearTable(document, this)), m_grid(new YearGrid(m_table, this)),
    m_yearTools(new QWidget(this)), m_tools(new QHBoxLayout(m_yearTools)), m_bars(new GridPart(document, scheduleShape(), this)),
    m_switch(new QPushButton(this))
{
    m_tools->setContentsMargins({});
    m_tools->setSpacing(space::tight);
    content()->insertWidget(0, m_grid);
    content()->insertWidget(1, m_yearTools);
    content()->insertWidget(2, m_bars);
    content()->insertWidget(3, m_switch, 0, Qt::AlignLeft);

    const QString row = tableLabel(TableId::Initiative);
    m_add = addButton(tr("＋%1").arg(row), tr("%1を追加します。").arg(row));
    m_tools->addStretch();
    QPushButton *up = addButton(tr("↑"), tr("選んでいる行を上へ移します（Alt+↑）。"));
    QPushButton *down = addButton(tr("↓"), tr("選んでいる行を下へ移します（Alt+↓）。"));
    QPushButton *remove = addButton(tr("削除"), tr("選んでいる行を、その中身とともに削除します（Ctrl+Delete）。"));
    m_needCurrent = {up, down, remove};
    connect(m_add, &QPushButton::clicked, m_grid, &YearGrid::addRow);
    connect(up, &QPushButton::clicked, m_grid, [this] { m_grid->moveRow(-1); });
    connect(down, &QPushButton::clicked, m_grid, [this] { m_grid->moveRow(1); });
    connect(remove, &QPushButton::clicked, m_grid, &YearGrid::removeRow);
    connect(m_grid, &YearGrid::currentMoved, this, &SchedulePart::updateButtons);
    connect(m_table, &YearTable::refused, this, [this](const Error &error) { showError(error); });
    connect(m_table, &YearTable::accepted, this, [this] { clearError(); });
    connect(m_bars, &SheetPart::refused, this, &SheetPart::refused);

    m_switch->setFont(textFont(9));
    m_switch->setFlat(true);
    m_switch->setAutoDefault(false);
    connect(m_switch, &QPushButton::clicked, this, [this] { show(m_shown == Shown::Years ? Shown::Bars : Shown::Years); });
    show(first);
    updateButtons();
}

QPushButton *SchedulePart::addButton(const QString &text, const QString &hint)
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(hint);
    button->setAccessibleName(hint);
    button->setFont(textFont(9));
    button->setAutoDefault(false);
    button->setFixedSize(qMax(28, button->fontMetrics().horizontalAdvance(text) + 2 * space::medium), 26);
    m_tools->addWidget(button);
    return button;
}

void SchedulePart::show(Shown shown)
{
    flush();
    m_shown = shown;
    const bool years = shown == Shown::Years;
    m_grid->setVisible(years);
    m_yearTools->setVisible(years);
    m_bars->setVisible(!years);
    m_switch->setText(years ? tr("矢印と節目の一覧で編集") : tr("年度ごとの言葉で編集"));
    m_switch->setToolTip(years ? tr("同じ工程を、開始と終了の日付を持つ一覧で編集します。")
                               : tr("同じ工程を、年度ごとの欄に言葉で編集します。"));
}

void SchedulePart::updateButtons()
{
    m_add->setEnabled(!m_readOnly);
    for (QPushButton *button : std::as_const(m_needCurrent))
        button->setEnabled(!m_readOnly && m_grid->currentIndex().isValid());
}

void SchedulePart::setMeasure(Id<Measure> measure)
{
    flush();
    clearError();
    m_table->setMeasure(measure);
    m_bars->setMeasure(measure);
    updateButtons();
}

void SchedulePart::flush()
{
    m_grid->commitCell();
    m_bars->flush();
}

void SchedulePart::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_bars->setReadOnly(readOnly);
    updateButtons();
}

QWidget *SchedulePart::firstInput() const
{
    return m_shown == Shown::Years ? static_cast<QWidget *>(m_grid) : m_bars->firstInput();
}

void SchedulePart::setName(const QString &name)
{
    m_grid->setAccessibleName(name);
    m_bars->setName(name);
}

} // namespace shisaku
