// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/outline_pane.h"

#include "app/window/outline_tree.h"
#include "models/order/numbering.h"
#include "models/plan/measure_address.h"
#include "views/look/status_mark.h"
#include "views/look/text_undo.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <QtMath>

#include <algorithm>

namespace shisaku {

namespace {
constexpr int searchPauseMs = 150;

/// Rows with air around the text, and counts in the muted ink.
class OutlineDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.rheight() += space::small;
        double marks = space::small;
        for (const QString &status : index.data(OutlineModel::StatusRole).toStringList())
            marks += markedWidth(option.font, status);
        if (marks > space::small)
            size.setWidth(qCeil(marks));
        return size;
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QStringList statuses = index.data(OutlineModel::StatusRole).toStringList();
        if (statuses.isEmpty()) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        cell.text.clear(); // painted in colours
        cell.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        paintStatuses(painter, cell, statuses);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == OutlineModel::Count || index.data(OutlineModel::EndedRole).toBool())
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }

private:
    static void paintStatuses(QPainter *painter, const QStyleOptionViewItem &option, const QStringList &statuses)
    {
        const Look &look = Look::of(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setFont(option.font);
        QRectF room = option.rect.adjusted(0, 0, -space::tight, 0);
        for (int place = static_cast<int>(statuses.size()) - 1; place >= 0; --place) {
            painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : statusColour(look, place));
            room.setRight(room.right() - drawMarked(*painter, room, Qt::AlignRight, statuses[place]));
        }
        painter->restore();
    }
};

void forEachGroup(const QAbstractItemModel &model, const QModelIndex &parent, const std::function<void(const QModelIndex &)> &visit)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (!model.hasChildren(index))
            continue;
        visit(index);
        forEachGroup(model, index, visit);
    }
}
} // namespace

OutlinePane::OutlinePane(PlanFilter &filter, QWidget *parent) :
    QWidget(parent), m_filter(filter), m_model(new OutlineModel(this)), m_query(new QLineEdit), m_groupings(new QComboBox),
    m_tree(new OutlineTree), m_counts(new QLabel)
{
    m_query->setPlaceholderText(tr("すべての文章から検索"));
    m_query->setAccessibleName(tr("検索"));
    m_query->installEventFilter(this);
    TextUndo::of(m_query)->setSearch();
    m_groupings->setAccessibleName(tr("並べ方"));
    m_counts->setFont(textFont(9));
    m_counts->setForegroundRole(QPalette::PlaceholderText);

    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new OutlineDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(space::large);
    m_tree->setAccessibleName(tr("計画の目次"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(OutlineModel::Title, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(OutlineModel::Count, QHeaderView::ResizeToContents);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::small, space::small, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_query);
    layout->addWidget(m_groupings);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_counts);

    m_pause.setSingleShot(true);
    m_pause.setInterval(searchPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_filter.setText(m_query->text()); });
    connect(&m_filter, &PlanFilter::matchesChanged, this, &OutlinePane::showMatches);
    connect(&m_filter, &PlanFilter::conditionsChanged, this, [this] {
        if (m_filter.conditions().text != m_query->text() && !m_pause.isActive()) // taken away elsewhere
            m_query->setText(m_filter.conditions().text);
    });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &index) { rememberFolding(index, true); });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &index) { rememberFolding(index, false); });
    connect(m_query, &QLineEdit::textChanged, this, [this] {
        m_query->setClearButtonEnabled(true); // not before: its picture loads all of Qt's picture formats
        m_pause.start();
    });
    connect(m_groupings, &QComboBox::activated, this, [this] {
        const auto grouping = Grouping::fromText(m_groupings->currentData().toString());
        m_model->setGrouping(grouping);
        restorePlace();
        emit groupingChanged(grouping);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        const Id<Measure> measure = OutlineModel::measureAt(current);
        if (measure.isNull() || measure == m_current)
            return;
        m_current = measure;
        emit currentMeasureChanged(measure);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_tree->hasFocus())
            emit measuresChosen(chosenMeasures());
    });
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (!OutlineModel::measureAt(index).isNull())
            emit measureEntered();
    });
}

void OutlinePane::setPlan(const Plan &plan)
{
    m_groupings->clear();
    const QList<Grouping> offered = Grouping::offered(plan);
    for (const Grouping &grouping : offered)
        m_groupings->addItem(grouping.label(plan), grouping.toText());
    m_model->setGrouping(offered.value(0)); // before the plan, so that one tree is built
    m_model->rebuild(plan);
    setGrouping(m_model->grouping());
}

void OutlinePane::follow(const ChangeSet &change)
{
    m_model->follow(change);
    restorePlace();
    if (change.touches({TableId::Measure}))
        m_counts->setText(m_filter.countInWords());
}

void OutlinePane::setGrouping(const Grouping &grouping)
{
    m_groupings->setCurrentIndex(std::max(0, m_groupings->findData(grouping.toText())));
    m_model->setGrouping(grouping);
    restorePlace();
    m_counts->setText(m_filter.countInWords());
}

void OutlinePane::setCurrentMeasure(Id<Measure> measure)
{
    m_current = measure;
    if (OutlineModel::measureAt(m_tree->currentIndex()) == measure)
        return;
    if (const QModelIndex home = m_model->homeOf(measure); home.isValid()) {
        // Not as the keys held down would have it: with Ctrl, what was chosen before would stay chosen.
        m_tree->selectionModel()->setCurrentIndex(home, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_tree->scrollTo(home);
    }
}

void OutlinePane::focusSearch()
{
    m_query->setFocus(Qt::ShortcutFocusReason);
    m_query->selectAll();
}

void OutlinePane::setSelectedMeasures(const QList<Id<Measure>> &measures)
{
    QItemSelection selection;
    for (const Id<Measure> measure : measures) {
        const QModelIndex home = m_model->homeOf(measure);
        for (QModelIndex above = home.parent(); above.isValid(); above = above.parent())
            m_tree->expand(above);
        if (home.isValid())
            selection.select(home, home);
    }
    if (!selection.isEmpty())
        m_tree->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QModelIndexList OutlinePane::selectedRows() const
{
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [this](const QModelIndex &a, const QModelIndex &b) {
        return m_tree->visualRect(a).top() < m_tree->visualRect(b).top();
    });
    return rows;
}

QList<Id<Measure>> OutlinePane::chosenMeasures() const
{
    QList<Id<Measure>> measures;
    for (const QModelIndex &row : selectedRows()) {
        const Id<Measure> measure = OutlineModel::measureAt(row);
        if (!measure.isNull() && !measures.contains(measure))
            measures << measure;
    }
    return measures;
}

QList<Id<Measure>> OutlinePane::selectedMeasures() const
{
    QList<Id<Measure>> measures;
    const std::function<void(const QModelIndex &)> add = [&](const QModelIndex &index) {
        const Id<Measure> measure = OutlineModel::measureAt(index);
        if (!measure.isNull() && !measures.contains(measure))
            measures << measure;
        for (int row = 0; row < m_model->rowCount(index); ++row)
            add(m_model->index(row, 0, index));
    };
    for (const QModelIndex &row : selectedRows())
        add(row);
    return measures;
}

void OutlinePane::offerCommands(const ActionCatalog &actions)
{
    QAction *copy = actions.action(Command::CopyMeasures);
    QAction *paste = actions.action(Command::PasteMeasures);
    m_tree->setMeasureActions(copy, paste);
    m_tree->addActions({actions.action(Command::AddMeasure), copy, paste, actions.action(Command::EndMeasure),
                        actions.action(Command::RemoveMeasure)});
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void OutlinePane::goToMatches()
{
    if (m_pause.isActive()) {
        m_pause.stop();
        m_filter.setText(m_query->text());
    }
    const auto shown = [this](const QModelIndex &index) { return OutlineModel::measureAt(index) == m_current; };
    QModelIndex index = m_model->index(0, 0);
    const auto numbered = m_filter.plan() ? measuresByAddress(*m_filter.plan(), m_query->text().trimmed()) : QList<Id<Measure>>();
    if (const QModelIndex named = numbered.size() == 1 ? m_model->homeOf(numbered.first()) : QModelIndex(); named.isValid()) {
        m_tree->setCurrentIndex(named);                               // who types a number means that measure
    } else if (m_filter.filter() && !shown(m_tree->currentIndex())) { // the one that is shown is not among those found
        while (index.isValid() && OutlineModel::measureAt(index).isNull())
            index = m_tree->indexBelow(index);
        if (index.isValid())
            m_tree->setCurrentIndex(index);
    }
    m_tree->setFocus();
}

void OutlinePane::showMatches()
{
    m_model->setFilter(m_filter.filter());
    restorePlace();
    m_counts->setText(m_filter.countInWords());
}

void OutlinePane::rememberFolding(const QModelIndex &index, bool expanded)
{
    if (!m_restoring && !m_filter.filter())
        m_expanded[index.data(OutlineModel::KeyRole).toString()] = expanded;
}

void OutlinePane::restorePlace()
{
    m_restoring = true;
    if (m_filter.filter()) {
        m_tree->expandAll();
    } else {
        m_tree->expandToDepth(1);
        forEachGroup(*m_model, {}, [&](const QModelIndex &index) {
            const auto kept = m_expanded.constFind(index.data(OutlineModel::KeyRole).toString());
            if (kept != m_expanded.constEnd())
                m_tree->setExpanded(index, *kept);
        });
    }
    setCurrentMeasure(m_current);
    for (QModelIndex above = m_tree->currentIndex().parent(); above.isValid(); above = above.parent())
        m_tree->setExpanded(above, m_expanded.value(above.data(OutlineModel::KeyRole).toString(), true));
    m_restoring = false;
}

bool OutlinePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_query && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && !m_query->text().isEmpty()) {
            m_query->clear();
            m_pause.stop();
            m_filter.setText({});
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            goToMatches();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace shisaku
