// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/grid/grid_filter.h"

#include "models/plan/search_form.h"
#include "views/look/look.h"
#include "views/look/text_undo.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace shisaku {

namespace {
constexpr int listHeight = 220;
constexpr int leastWidth = 240;
} // namespace

GridValues::GridValues(QList<ColumnValue> values, const std::optional<QSet<QString>> &kept, QObject *parent) :
    QAbstractListModel(parent), m_values(std::move(values)), m_shown(m_values.size())
{
    for (const ColumnValue &value : std::as_const(m_values))
        m_checked << (!kept || kept->contains(value.text));
    std::iota(m_shown.begin(), m_shown.end(), 0);
}

void GridValues::narrow(const QString &text)
{
    const QString wanted = searchForm(text);
    beginResetModel();
    m_shown.clear();
    for (int i = 0; i < m_values.size(); ++i) {
        if (wanted.isEmpty() || searchForm(m_values[i].text).contains(wanted))
            m_shown << i;
    }
    endResetModel();
}

void GridValues::checkAll(bool checked)
{
    for (const int place : std::as_const(m_shown))
        m_checked[place] = checked;
    if (!m_shown.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

Qt::CheckState GridValues::shownState() const
{
    const auto count = std::count_if(m_shown.begin(), m_shown.end(), [this](int place) { return m_checked[place]; });
    return count == 0 ? Qt::Unchecked : count == m_shown.size() ? Qt::Checked : Qt::PartiallyChecked;
}

QSet<QString> GridValues::chosen() const
{
    QSet<QString> texts;
    for (const int place : m_shown) {
        if (m_checked[place])
            texts.insert(m_values[place].text);
    }
    return texts;
}

int GridValues::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant GridValues::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ColumnValue &value = m_values[m_shown[index.row()]];
    QString text = value.text.isEmpty() ? tr("（空白）") : value.text;
    switch (role) {
    case Qt::DisplayRole:
        return tr("%1（%2）").arg(text.replace(u'\n', u' ')).arg(value.count);
    case Qt::ToolTipRole:
        return Qt::convertFromPlainText(text);
    case Qt::CheckStateRole:
        return QVariant::fromValue(m_checked[m_shown[index.row()]] ? Qt::Checked : Qt::Unchecked);
    default:
        return {};
    }
}

bool GridValues::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    m_checked[m_shown[index.row()]] = value.toInt() == Qt::Checked;
    emit dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

void GridValues::toggle(int row)
{
    setData(index(row), m_checked[m_shown[row]] ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

Qt::ItemFlags GridValues::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

GridFilter::GridFilter(GridModel *grid, int column, QWidget *parent) :
    QFrame(parent, Qt::Popup), m_grid(grid), m_column(column), m_search(new QLineEdit), m_all(new QCheckBox(tr("すべて選択"))),
    m_list(new QListView), m_ok(new QPushButton(tr("OK")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameStyle(static_cast<int>(QFrame::Box) | static_cast<int>(QFrame::Plain));
    setFont(textFont(9.5));
    const QString head = grid->shape().columns.at(column).header;
    setAccessibleName(tr("「%1」の並べ替えと絞り込み").arg(head));
    const auto &kept = grid->order().kept;
    m_values = new GridValues(grid->valuesOf(column), kept.contains(column) ? std::optional(kept.value(column)) : std::nullopt,
                              this);

    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(space::small, space::small, space::small, space::small);
    lines->setSpacing(space::tight);
    auto *title = new QLabel(head);
    title->setTextFormat(Qt::PlainText);
    title->setFont(textFont(9.5, true));
    lines->addWidget(title);
    const auto button = [&](const QString &text, auto slot) {
        auto *made = new QPushButton(text);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, slot);
        return made;
    };
    auto *sorts = new QHBoxLayout;
    sorts->addWidget(button(tr("小さい順"), [this] { sort(false); }));
    sorts->addWidget(button(tr("大きい順"), [this] { sort(true); }));
    lines->addLayout(sorts);
    auto *all = button(tr("この列の絞り込みを解除"), [this] { clear(); });
    all->setEnabled(kept.contains(column));
    lines->addWidget(all);
    m_search->setPlaceholderText(tr("値を検索"));
    m_search->setAccessibleName(tr("値を検索"));
    m_search->setClearButtonEnabled(true);
    TextUndo::of(m_search)->setSearch();
    m_search->installEventFilter(this);
    lines->addWidget(m_search);
    m_all->setTristate(true);
    lines->addWidget(m_all);
    m_list->setModel(m_values);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("表示する値"));
    m_list->setMinimumHeight(listHeight);
    m_list->installEventFilter(this);
    lines->addWidget(m_list, 1);
    auto *ends = new QHBoxLayout;
    ends->addStretch();
    connect(m_ok, &QPushButton::clicked, this, &GridFilter::apply);
    m_ok->setAutoDefault(false);
    ends->addWidget(m_ok);
    ends->addWidget(button(tr("キャンセル"), [this] { close(); }));
    lines->addLayout(ends);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_values->narrow(text);
        if (!text.isEmpty())
            m_values->checkAll(true); // what is found is what is meant
        follow();
    });
    connect(m_all, &QCheckBox::clicked, this, [this] {
        m_values->checkAll(m_values->shownState() != Qt::Checked);
        follow();
    });
    connect(m_values, &QAbstractItemModel::dataChanged, this, &GridFilter::follow);
    m_list->viewport()->installEventFilter(this);
    connect(grid, &QAbstractItemModel::modelReset, this, &QWidget::close); // its column may be another now
    follow();
}

void GridFilter::openBelow(const QPoint &place)
{
    resize(qMax(leastWidth, sizeHint().width()), sizeHint().height());
    QPoint corner = place;
    if (const QScreen *screen = parentWidget()->screen()) {
        const QRect room = screen->availableGeometry();
        corner.setX(qBound(room.left(), corner.x(), qMax(room.left(), room.right() - width())));
        corner.setY(qBound(room.top(), corner.y(), qMax(room.top(), room.bottom() - height())));
    }
    move(corner);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void GridFilter::follow()
{
    m_all->setCheckState(m_values->shownState());
    m_ok->setEnabled(m_values->shownState() != Qt::Unchecked);
}

void GridFilter::sort(bool descending)
{
    GridOrder order = m_grid->order();
    order.column = m_column;
    order.descending = descending;
    close();
    m_grid->setOrder(order);
}

void GridFilter::clear()
{
    GridOrder order = m_grid->order();
    order.kept.remove(m_column);
    close();
    m_grid->setOrder(order);
}

void GridFilter::apply()
{
    if (!m_ok->isEnabled())
        return;
    GridOrder order = m_grid->order();
    if (m_values->holdsAll())
        order.kept.remove(m_column);
    else
        order.kept.insert(m_column, m_values->chosen());
    close();
    m_grid->setOrder(order);
}

bool GridFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const QModelIndex at = m_list->indexAt(static_cast<QMouseEvent *>(event)->position().toPoint());
        if (at.isValid()) // a click on the words does what one on the box does
            m_values->toggle(at.row());
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        apply();
        return true;
    }
    if (watched == m_search && key == Qt::Key_Down && m_values->rowCount() > 0) {
        m_list->setFocus();
        m_list->setCurrentIndex(m_values->index(0));
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace shisaku
