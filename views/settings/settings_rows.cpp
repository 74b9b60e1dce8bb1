// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settings_rows.h"

#include "models/change/recipe.h"
#include "models/change/row_order.h"
#include "models/edit/plan_follower.h"
#include "models/item/tool_tip.h"
#include "models/plan/field_text.h"
#include "models/plan/rules.h"
#include "views/look/look.h"
#include "views/look/refusal_line.h"
#include "views/settings/settings_cells.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace shisaku {

namespace {
constexpr int rowRole = Qt::UserRole;
constexpr int arrowWidth = 36;

RowId rowOf(const QTreeWidgetItem *item)
{
    return item ? RowId{item->data(0, rowRole).toULongLong()} : RowId();
}

/// The row that another one stands below; null at the top.
RowId parentOf(const Plan &plan, const RowsShape &shape, RowId row)
{
    const AnyRows &rows = plan.table(shape.table);
    return shape.parent < 0 || !rows.contains(row) ? RowId() : std::get<RowId>(rows.value(row, shape.parent));
}

ChangeSet rowAdded(const Plan &plan, const RowsShape &shape, RowId id, RowId beside)
{
    const RowId parent = parentOf(plan, shape, beside);
    ChangeBuilder change(SettingsRows::tr("%1を追加").arg(tableLabel(shape.table)));
    shape.insert(plan, parent, id, placeBehind(plan.table(shape.table), shape.rows(plan, parent), beside, id, change), change);
    return std::move(change).build();
}

ChangeSet rowRemoved(const Plan &plan, const RowsShape &shape, RowId row)
{
    ChangeBuilder change(SettingsRows::tr("%1を削除").arg(rowName(plan, shape.table, row)));
    change.remove(shape.table, row);
    if (shape.alsoRemoved)
        shape.alsoRemoved(plan, row, change);
    return std::move(change).build();
}

ChangeSet rowMoved(const Plan &plan, const RowsShape &shape, RowId row, int steps)
{
    const QString where = steps < 0 ? SettingsRows::tr("上") : SettingsRows::tr("下");
    ChangeBuilder change(SettingsRows::tr("%1を%2へ移動").arg(rowName(plan, shape.table, row), where));
    moveInOrder(plan.table(shape.table), shape.rows(plan, parentOf(plan, shape, row)), row, steps, change);
    return std::move(change).build();
}

/// Empty where there is no such place.
ChangeSet rowIndented(const Plan &plan, const RowsShape &shape, RowId row, int steps)
{
    const RowId parent = parentOf(plan, shape, row);
    const QList<RowId> beside = shape.rows(plan, parent);
    const auto at = beside.indexOf(row);
    if (steps < 0 ? parent.isNull() : at < 1)
        return {};
    const RowId to = steps < 0 ? parentOf(plan, shape, parent) : beside.at(at - 1);
    QList<RowId> order = shape.rows(plan, to);
    order.insert(steps < 0 ? order.indexOf(parent) + 1 : order.size(), row);
    ChangeBuilder change(SettingsRows::tr("%1の階層を変更").arg(rowName(plan, shape.table, row)));
    change.set(shape.table, row, shape.parent, to);
    change.set(shape.table, row, 0, placeInOrder(plan.table(shape.table), order, row, change));
    return std::move(change).build();
}

const Field &fieldAt(const RowsShape &shape, int column)
{
    return tableInfo(shape.table).fields[static_cast<size_t>(shape.columns.at(column))];
}
} // namespace

RowsTree::RowsTree(QWidget *parent) : QTreeWidget(parent), m_fresh(new FreshRow(this)) {}

void RowsTree::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Insert:
        return emit addAsked();
    case Qt::Key_Delete:
        if (control)
            return emit removeAsked();
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (alt)
            return emit moveAsked(event->key() == Qt::Key_Up ? -1 : 1);
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (alt)
            return emit indentAsked(event->key() == Qt::Key_Left ? -1 : 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter: // not the dialog's button
        if (state() == EditingState)
            return; // the editor's own Enter comes by here before it closes
        if (QTreeWidgetItem *below = itemBelow(currentItem()))
            setCurrentItem(below, currentColumn());
        return;
    default:
        break;
    }
    QTreeWidget::keyPressEvent(event);
}

void RowsTree::commitCell()
{
    if (QWidget *editor = state() == EditingState ? window()->focusWidget() : nullptr)
        commitData(editor);
}

void RowsTree::begin(QTreeWidgetItem *item)
{
    m_fresh->begin(indexFromItem(item));
    editItem(item, 0);
    m_fresh->releaseKeys();
}

void RowsTree::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool leaves = hint == QAbstractItemDelegate::RevertModelCache && m_fresh->isUntouched(currentIndex());
    QTreeWidget::closeEditor(editor, hint);
    if (leaves)
        emit removeAsked();
}

SettingsRows::SettingsRows(SettingsEdits *edits, RowsShape shape, QWidget *parent) :
    QWidget(parent), m_edits(edits), m_shape(std::move(shape)), m_tree(new RowsTree(this)), m_tools(new QHBoxLayout),
    m_refusal(new RefusalLine(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::tight);
    m_tree->setColumnCount(static_cast<int>(m_shape.columns.size()));
    QStringList heads;
    for (int i = 0; i < m_shape.columns.size(); ++i)
        heads << fieldLabel(fieldAt(m_shape, i));
    m_tree->setHeaderLabels(heads);
    m_tree->setRootIsDecorated(m_shape.parent >= 0);
    m_tree->setItemsExpandable(false);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                            | QAbstractItemView::AnyKeyPressed);
    m_tree->setAllColumnsShowFocus(false);
    m_tree->setTabKeyNavigation(false); // Tab leaves the table; the arrows go from cell to cell
    m_tree->setItemDelegate(new SettingsCells(m_edits, m_shape.table, m_shape.columns, m_tree));
    m_tree->setAccessibleName(tableLabel(m_shape.table));
    m_tree->header()->setStretchLastSection(false);
    for (int i = 0; i < m_shape.widths.size(); ++i) {
        m_tree->header()->setSectionResizeMode(i, m_shape.widths[i] == 0 ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (m_shape.widths[i] > 0)
            m_tree->header()->resizeSection(i, m_shape.widths[i]);
    }
    column->addWidget(m_tree, 1);
    column->addWidget(m_refusal);
    column->addLayout(m_tools);
    m_tools->setSpacing(space::tight);

    m_add = addButton(m_shape.addText, tr("選んでいる行の次に追加します（Insert）。"));
    connect(m_add, &QPushButton::clicked, this, &SettingsRows::add);
    const auto onCurrent = [this](const QString &text, const QString &hint, auto slot) {
        QPushButton *button = addButton(text, hint);
        connect(button, &QPushButton::clicked, this, slot);
        m_needCurrent << button;
    };
    m_tools->addStretch();
    if (m_shape.parent >= 0) {
        onCurrent(tr("←"), tr("一つ上の階層へ移します（Alt+←）。"), [this] { indentCurrent(-1); });
        onCurrent(tr("→"), tr("すぐ上の行の下へ移します（Alt+→）。"), [this] { indentCurrent(1); });
    }
    onCurrent(tr("↑"), tr("選んでいる行を上へ移します（Alt+↑）。"), [this] { moveCurrent(-1); });
    onCurrent(tr("↓"), tr("選んでいる行を下へ移します（Alt+↓）。"), [this] { moveCurrent(1); });
    onCurrent(tr("削除"), tr("選んでいる行を削除します（Ctrl+Delete）。"), [this] { removeCurrent(); });

    connect(m_tree, &QTreeWidget::itemChanged, this, &SettingsRows::commitEdit);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
        updateButtons();
        if (!m_filling)
            emit currentRowChanged();
    });
    connect(m_tree, &RowsTree::addAsked, this, &SettingsRows::add);
    connect(m_tree, &RowsTree::removeAsked, this, &SettingsRows::removeCurrent);
    connect(m_tree, &RowsTree::moveAsked, this, &SettingsRows::moveCurrent);
    connect(m_tree, &RowsTree::indentAsked, this, &SettingsRows::indentCurrent);
    auto *follower = new PlanFollower(&m_edits->document(), this);
    follower->whileShown(this);
    connect(follower, &PlanFollower::changed, this, [this](const ChangeSet &change) {
        if (change.touches({m_shape.table}))
            reload();
        showRefusal();
    });
    connect(&m_edits->document().unsaved(), &UnsavedInput::changed, this, &SettingsRows::followInput);
    connect(&m_edits->document().unsaved(), &UnsavedInput::placeShown, this, &SettingsRows::goTo);
    reload();
    showRefusal();
}

QPushButton *SettingsRows::addButton(const QString &text, const QString &hint)
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(hint);
    button->setAccessibleName(hint);
    button->setAutoDefault(false);
    if (text.size() == 1) // an arrow
        button->setFixedWidth(arrowWidth);
    m_tools->addWidget(button);
    return button;
}

void SettingsRows::setShape(const RowsShape &shape)
{
    m_shape = shape;
    reload();
}

void SettingsRows::reload()
{
    const bool coming = !m_coming.isNull() && m_edits->plan().table(m_shape.table).contains(m_coming);
    const RowId current = coming ? m_coming : currentRow();
    const int column = coming ? 0 : m_tree->currentColumn();
    m_filling = true;
    m_tree->clear();
    fill(m_tree->invisibleRootItem(), {});
    m_tree->expandAll();
    QTreeWidgetItem *item = itemOf(current);
    if (!item && m_tree->topLevelItemCount() > 0)
        item = m_tree->topLevelItem(0);
    if (item)
        m_tree->setCurrentItem(item, qMax(0, column));
    m_filling = false;
    if (coming && rowOf(item) == std::exchange(m_coming, {})) {
        m_tree->setFocus();
        m_tree->begin(item);
    } else if (coming) {
        m_tree->fresh().giveUp(); // another list was chosen meanwhile
    }
    updateButtons();
    emit currentRowChanged();
}

void SettingsRows::fill(QTreeWidgetItem *parent, RowId above)
{
    const Plan &plan = m_edits->plan();
    const AnyRows &rows = plan.table(m_shape.table);
    for (const RowId row : m_shape.rows(plan, above)) {
        auto *item = new QTreeWidgetItem;
        item->setData(0, rowRole, QVariant::fromValue(row.bits));
        for (int column = 0; column < m_shape.columns.size(); ++column) {
            const Field &field = fieldAt(m_shape, column);
            const UnsavedInput::Entry *refused = m_edits->document().unsaved().refused(placeOf(row, column));
            item->setText(column, refused ? refused->typed : fieldText(plan, field, rows.value(row, m_shape.columns.at(column))));
            if (refused) {
                item->setForeground(column, Look::of(palette()).warn);
                item->setToolTip(column, toolTipOf(refused->error->message()));
            }
        }
        if (!m_edits->isReadOnly())
            item->setFlags(item->flags() | Qt::ItemIsEditable);
        parent->addChild(item);
        if (m_shape.parent >= 0)
            fill(item, row);
    }
}

QTreeWidgetItem *SettingsRows::itemOf(RowId row) const
{
    for (QTreeWidgetItemIterator at(m_tree); *at; ++at) {
        if (rowOf(*at) == row)
            return *at;
    }
    return nullptr;
}

RowId SettingsRows::currentRow() const
{
    return rowOf(m_tree->currentItem());
}

void SettingsRows::setCurrentRow(RowId row)
{
    if (QTreeWidgetItem *item = row == currentRow() ? nullptr : itemOf(row))
        m_tree->setCurrentItem(item);
}

QString SettingsRows::refusal() const
{
    return m_refusal->said();
}

void SettingsRows::commitEdit(QTreeWidgetItem *item, int column)
{
    if (m_filling)
        return;
    const InputPlace place = placeOf(rowOf(item), column);
    const QString typed = item->text(column).trimmed();
    const auto recipe = [place, typed, check = m_shape.problem, also = m_shape.also](const Plan &plan) -> Result<ChangeSet> {
        const auto &[table, row] = place.row;
        const Field &field = tableInfo(table).fields[static_cast<size_t>(place.field)];
        const auto value = readField(plan, field, typed);
        if (!value)
            return value.error();
        ChangeBuilder change(tr("%1の「%2」を変更").arg(rowName(plan, table, row), fieldLabel(field)));
        if (*value == plan.table(table).value(row, place.field))
            return std::move(change).build(); // as it was, perhaps typed in other words
        if (const QString problem = check ? check(plan, row, place.field, *value) : QString(); !problem.isEmpty())
            return Error{ErrorKind::Invalid, problem, {}, {}};
        change.set(table, row, place.field, *value);
        if (also)
            also(plan, row, place.field, *value, change);
        return std::move(change).build();
    };
    m_edits->document().unsaved().submit(place, typed, recipe);
}

InputPlace SettingsRows::placeOf(RowId row, int column) const
{
    return {{m_shape.table, row}, m_shape.columns.at(column), {}};
}

std::pair<QTreeWidgetItem *, int> SettingsRows::cellOf(const InputPlace &place) const
{
    const int column = place.row.table == m_shape.table ? static_cast<int>(m_shape.columns.indexOf(place.field)) : -1;
    return {column < 0 ? nullptr : itemOf(place.row.row), column};
}

void SettingsRows::followInput(const InputPlace &place)
{
    if (!cellOf(place).first)
        return;
    // Later: the table must not be filled anew while its editor is still closing.
    QMetaObject::invokeMethod(
        this,
        [this] {
            reload();
            showRefusal();
        },
        Qt::QueuedConnection);
}

void SettingsRows::goTo(const InputPlace &place)
{
    const auto [item, column] = cellOf(place);
    if (!item || !isVisible())
        return;
    m_tree->setCurrentItem(item, column);
    m_tree->setFocus(Qt::OtherFocusReason);
}

void SettingsRows::showRefusal()
{
    QString sentence;
    for (const UnsavedInput::Entry &entry : m_edits->document().unsaved().refused()) {
        if (sentence.isEmpty() && cellOf(entry.place).first)
            sentence = entry.error->message();
    }
    m_refusal->say(sentence);
    m_tree->setAccessibleDescription(sentence);
}

void SettingsRows::refuse(const Error &error)
{
    m_coming = {};
    m_tree->fresh().giveUp();
    reload(); // the cell shows again what the plan says
    m_refusal->say(error.message());
    m_tree->setAccessibleDescription(error.message());
}

void SettingsRows::send(Recipe recipe)
{
    m_edits->submit(std::move(recipe), this, [this](const Error &error) { refuse(error); });
}

void SettingsRows::add()
{
    if (m_edits->isReadOnly())
        return;
    m_coming = m_edits->document().environment().ids();
    m_tree->fresh().await();
    send([shape = m_shape, id = m_coming, beside = currentRow()](const Plan &plan) { return rowAdded(plan, shape, id, beside); });
}

void SettingsRows::removeCurrent()
{
    const RowId row = currentRow();
    if (!row.isNull() && !m_edits->isReadOnly())
        send(recipeFor({m_shape.table, row}, [shape = m_shape, row](const Plan &plan) { return rowRemoved(plan, shape, row); }));
}

void SettingsRows::moveCurrent(int steps)
{
    const RowId row = currentRow();
    if (!m_edits->isReadOnly())
        send(recipeFor({m_shape.table, row},
                       [shape = m_shape, row, steps](const Plan &plan) { return rowMoved(plan, shape, row, steps); }));
}

void SettingsRows::indentCurrent(int steps)
{
    const RowId row = currentRow();
    if (!m_edits->isReadOnly() && m_shape.parent >= 0)
        send(recipeFor({m_shape.table, row},
                       [shape = m_shape, row, steps](const Plan &plan) { return rowIndented(plan, shape, row, steps); }));
}

void SettingsRows::updateButtons()
{
    m_add->setEnabled(!m_edits->isReadOnly());
    for (QPushButton *button : std::as_const(m_needCurrent))
        button->setEnabled(!m_edits->isReadOnly() && m_tree->currentItem());
}

} // namespace shisaku
