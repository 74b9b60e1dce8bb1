// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/next_plan_aims.h"

#include "models/order/shown_levels.h"
#include "views/look/look.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

namespace shisaku {

namespace {
const QString keeps; // of a choice: as it is
const QString givesUp = QStringLiteral("-");
constexpr int targetWidth = 190;
constexpr int shortestTarget = 20; // characters
constexpr int lineHeight = 24;

Id<Category> categoryOf(const QTreeWidgetItem *item)
{
    const auto row = item ? RowId::fromText(item->data(0, Qt::UserRole).toString()) : std::nullopt;
    return row ? Id<Category>(*row) : Id<Category>();
}
} // namespace

NextPlanAims::NextPlanAims(const Plan &plan, QWidget *parent) :
    QWidget(parent), m_plan(plan), m_tree(new QTreeWidget), m_target(new QComboBox)
{
    m_tree->setHeaderLabels({tr("今の計画の項目"), tr("次期計画では")});
    m_tree->setAccessibleName(tr("分類項目の移し方"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->resizeSection(1, targetWidth);
    for (const Classification *classification : plan.ordered<Classification>()) {
        auto *top = new QTreeWidgetItem(m_tree, {classification->title});
        top->setSizeHint(0, QSize(0, lineHeight));
        for (const Category *category : plan.roots(classification->id))
            add(*category, top);
    }
    m_tree->expandAll();
    m_target->setAccessibleName(tr("選んだ項目の移し先"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->setMinimumContentsLength(shortestTarget);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::small);
    column->addWidget(m_tree, 1);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("選んだ項目は(&A)"), m_target);
    column->addLayout(form);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &NextPlanAims::offer);
    connect(m_target, &QComboBox::activated, this, &NextPlanAims::choose);
    if (const QTreeWidgetItem *first = m_tree->topLevelItem(0))
        m_tree->setCurrentItem(first->child(0) ? first->child(0) : m_tree->topLevelItem(0));
    showTargets();
    offer();
}

void NextPlanAims::add(const Category &category, QTreeWidgetItem *above)
{
    auto *item = new QTreeWidgetItem(above, {namedCategory(category)});
    item->setData(0, Qt::UserRole, category.id.toText());
    item->setToolTip(0, category.title.toHtmlEscaped());
    item->setSizeHint(0, QSize(0, lineHeight));
    for (const Category *below : m_plan.parts<&Category::parent>(category.id))
        add(*below, item);
}

Id<Category> NextPlanAims::current() const
{
    return categoryOf(m_tree->currentItem());
}

void NextPlanAims::offer()
{
    const Category *category = m_plan.find(current());
    m_target->clear();
    m_target->setEnabled(category != nullptr);
    if (!category)
        return;
    m_target->addItem(tr("そのまま引き継ぐ"), keeps);
    m_target->addItem(tr("引き継がない（施策からも外す）"), givesUp);
    for (const Category *other : m_plan.ordered<Category>()) {
        if (other != category && other->classification == category->classification
            && m_plan.level(*other) == m_plan.level(*category))
            m_target->addItem(tr("「%1」にまとめる").arg(namedCategory(*other)), other->id.toText());
    }
    const auto chosen = m_aims.constFind(category->id);
    const QString key = chosen == m_aims.constEnd() ? keeps : chosen->isNull() ? givesUp : chosen->toText();
    m_target->setCurrentIndex(qMax(0, m_target->findData(key)));
}

void NextPlanAims::choose()
{
    const QString key = m_target->currentData().toString();
    const auto other = RowId::fromText(key);
    if (key == keeps)
        m_aims.remove(current());
    else if (key == givesUp || !other)
        m_aims.insert(current(), {});
    else {
        m_aims.insert(current(), Id<Category>(*other));
        m_aims.remove(Id<Category>(*other)); // what takes others in stays
    }
    showTargets();
    emit changed();
}

void NextPlanAims::showTargets()
{
    for (QTreeWidgetItemIterator at(m_tree); *at; ++at) {
        const auto chosen = m_aims.constFind(categoryOf(*at));
        const Category *into = chosen == m_aims.constEnd() ? nullptr : m_plan.find(*chosen);
        (*at)->setText(1, into                          ? tr("「%1」にまとめる").arg(namedCategory(*into))
                          : chosen != m_aims.constEnd() ? tr("引き継がない")
                                                        : QString());
    }
}

} // namespace shisaku
