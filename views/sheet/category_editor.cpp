// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/category_editor.h"

#include "models/change/recipe.h"
#include "models/grid/memberships.h"
#include "models/order/office_search.h"
#include "models/plan/doubts.h"
#include "models/plan/rules.h"
#include "models/plan/search_form.h"
#include "views/look/refusal_line.h"
#include "views/look/screen_room.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int idRole = Qt::UserRole + 1;

Id<Category> categoryOf(const QTreeWidgetItem *item)
{
    return Id<Category>(*RowId::fromText(item->data(0, idRole).toString()));
}

QString named(const Category &category)
{
    return category.code.isEmpty() ? category.title : u"%1　%2"_s.arg(category.code, category.title);
}

/// The titles above a category, from the top.
QString pathAbove(const Plan &plan, const Category &category)
{
    QStringList titles;
    for (const Category *above = plan.find(category.parent); above; above = plan.find(above->parent))
        titles.prepend(named(*above));
    return titles.join(u" ＞ "_s);
}

/// Those that stay keep their order; new ones follow in that of the tree.
ChangeSet membershipChange(const Plan &plan, Id<Measure> measure, Id<Classification> classification, QList<ServedCategory> ticked,
                           const IdSource &ids)
{
    const Classification *shown = plan.find(classification);
    ChangeBuilder change(
        CategoryEditor::tr("%1の%2を変更").arg(rowName(plan, TableId::Measure, measure.row), shown ? shown->title : QString()));
    QHash<Id<Category>, qsizetype> places;
    for (const Membership *membership : plan.parts<&Membership::measure>(measure))
        places.insert(membership->category, places.size());
    std::stable_sort(ticked.begin(), ticked.end(), [&places](const ServedCategory &a, const ServedCategory &b) {
        return places.value(a.category, places.size()) < places.value(b.category, places.size());
    });
    serveCategories(plan, measure, classification, ticked, ids, change);
    return std::move(change).build();
}
} // namespace

CategoryEditor::CategoryEditor(PlanDocument *document, Id<Measure> measure, Id<Classification> classification, QWidget *parent) :
    QDialog(parent), m_document(document), m_measure(measure), m_classification(classification), m_search(new QLineEdit(this)),
    m_tree(new QTreeWidget(this)), m_error(new RefusalLine(this))
{
    const Plan &plan = document->plan();
    const Classification *shown = plan.find(classification);
    setWindowTitle(tr("%1の%2を選ぶ").arg(rowName(plan, TableId::Measure, measure.row), shown ? shown->title : QString()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::large, space::large, space::large);
    column->setSpacing(space::small);
    m_search->setPlaceholderText(tr("項目を探す"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("項目を探す"));
    column->addWidget(m_search);
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({shown ? shown->title : QString(), tr("主たる位置")});
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setAccessibleName(shown ? shown->title : QString());
    column->addWidget(m_tree, 1);
    column->addWidget(m_error);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("決定"), QDialogButtonBox::AcceptRole)->setDefault(true);
    buttons->addButton(tr("キャンセル"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &CategoryEditor::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &CategoryEditor::reject);
    fill(m_tree->invisibleRootItem(), plan.roots(classification));
    m_tree->expandAll();
    showFirstChosen();
    connect(m_search, &QLineEdit::textChanged, this, &CategoryEditor::filter);
    connect(m_tree, &QTreeWidget::itemChanged, this, &CategoryEditor::keepOneHome);
    resizeOnScreen(*this, QSize(620, 560));
}

void CategoryEditor::fill(QTreeWidgetItem *parent, const QList<const Category *> &categories)
{
    const Plan &plan = m_document->plan();
    const auto memberships = membershipsIn(plan, m_measure, m_classification);
    for (const Category *category : categories) {
        const auto own = std::find_if(memberships.begin(), memberships.end(),
                                      [category](const Membership *membership) { return membership->category == category->id; });
        auto *item = new QTreeWidgetItem(parent, {named(*category), QString()});
        item->setData(0, idRole, category->id.toText());
        item->setSizeHint(0, QSize(0, 26));
        item->setToolTip(0, Qt::convertFromPlainText(category->text.isEmpty() ? category->title : category->text));
        item->setCheckState(0, own == memberships.end() ? Qt::Unchecked : Qt::Checked);
        item->setCheckState(1, own != memberships.end() && (*own)->home ? Qt::Checked : Qt::Unchecked);
        fill(item, plan.parts<&Category::parent>(category->id));
    }
}

void CategoryEditor::showFirstChosen()
{
    for (QTreeWidgetItemIterator it(m_tree, QTreeWidgetItemIterator::Checked); *it; ++it) {
        m_tree->setCurrentItem(*it);
        return;
    }
}

void CategoryEditor::filter(const QString &typed)
{
    const QString wanted = foldedForSearch(typed);
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it)
        (*it)->setHidden(!wanted.isEmpty());
    QTreeWidgetItem *first = nullptr;
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        const Category *category = m_document->plan().find(categoryOf(*it));
        if (!category || !foldedForSearch(category->title + category->text + category->variants).contains(wanted))
            continue;
        if (!first)
            first = *it;
        for (QTreeWidgetItem *above = *it; above; above = above->parent())
            above->setHidden(false);
    }
    m_tree->setCurrentItem(first);
}

void CategoryEditor::keepOneHome(QTreeWidgetItem *item, int column)
{
    const QSignalBlocker blocker(m_tree);
    if (column == 0 && item->checkState(0) == Qt::Unchecked)
        item->setCheckState(1, Qt::Unchecked);
    if (column != 1 || item->checkState(1) == Qt::Unchecked)
        return;
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if (*it != item)
            (*it)->setCheckState(1, Qt::Unchecked);
    }
    item->setCheckState(0, Qt::Checked);
    m_tree->viewport()->update();
}

void CategoryEditor::accept()
{
    QList<ServedCategory> ticked;
    for (QTreeWidgetItemIterator it(m_tree, QTreeWidgetItemIterator::Checked); *it; ++it)
        ticked.append({categoryOf(*it), (*it)->checkState(1) == Qt::Checked});
    const Recipe recipe = recipeWithIds(m_document->environment().ids, [measure = m_measure, classification = m_classification,
                                                                        ticked](const Plan &plan, const IdSource &ids) {
        return membershipChange(plan, measure, classification, ticked, ids);
    });
    const auto tried = recipe(m_document->plan());
    m_document->unsaved().submit({Owner(m_measure), -1, m_classification.toText()}, tried ? tried->title : QString(), recipe, 0,
                                 [self = QPointer(this)](const Result<void> &result) {
                                     if (self && result)
                                         self->QDialog::accept();
                                     else if (self)
                                         self->m_error->say(result.error().message());
                                 });
}

void CategoryEditor::reject()
{
    m_document->unsaved().drop({Owner(m_measure), -1, m_classification.toText()});
    QDialog::reject();
}

CategoryField::CategoryField(PlanDocument *document, Id<Classification> classification, QWidget *parent) :
    FormField(document, parent), m_classification(classification), m_list(new QLabel(this)),
    m_pick(new QPushButton(tr("選ぶ…"), this))
{
    m_list->setWordWrap(true);
    m_list->setTextFormat(Qt::RichText);
    m_list->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    content()->insertWidget(0, m_list);
    m_pick->setAutoDefault(false);
    m_pick->setFont(textFont(9));
    m_pick->setFixedSize(64, 26);
    content()->insertWidget(1, m_pick, 0, Qt::AlignLeft);
    connect(m_pick, &QPushButton::clicked, this, &CategoryField::pick);
    connect(document, &PlanDocument::changed, this, &CategoryField::refresh);
    connect(&document->unsaved(), &UnsavedInput::changed, this, &CategoryField::followInput);
}

bool CategoryField::goTo(const InputPlace &place)
{
    if (place != InputPlace{Owner(m_measure), -1, m_classification.toText()})
        return false;
    m_pick->setFocus(Qt::OtherFocusReason);
    return true;
}

void CategoryField::followInput(const InputPlace &place)
{
    if (place != InputPlace{Owner(m_measure), -1, m_classification.toText()})
        return;
    const UnsavedInput::Entry *refused = document().unsaved().refused(place);
    showError(refused ? refused->error : std::nullopt);
}

QWidget *CategoryField::firstInput() const
{
    return m_pick;
}

void CategoryField::setName(const QString &name)
{
    m_list->setAccessibleName(name);
    m_pick->setAccessibleName(tr("%1を選ぶ").arg(name));
}

void CategoryField::setReadOnly(bool readOnly)
{
    m_pick->setEnabled(!readOnly);
}

void CategoryField::setMeasure(Id<Measure> measure)
{
    m_measure = measure;
    refresh();
    followInput({Owner(m_measure), -1, m_classification.toText()});
}

QString CategoryField::doubt() const
{
    QStringList doubts;
    for (const Membership *membership : membershipsIn(document().plan(), m_measure, m_classification))
        doubts << doubtsOf(document().plan(), TableId::Membership, membership->id.row, fieldIndex<&Membership::category>());
    return joinedDoubts(doubts);
}

void CategoryField::refresh()
{
    const Plan &plan = document().plan();
    const auto memberships = membershipsIn(plan, m_measure, m_classification);
    const QString muted = Look::of(palette()).mutedInk.name();
    QStringList lines;
    for (const Membership *membership : memberships) {
        const Category &category = *plan.find(membership->category);
        const QString above = pathAbove(plan, category);
        QString line = named(category).toHtmlEscaped();
        if (!above.isEmpty())
            line.prepend(u"<span style='color:%1'>%2 ＞</span> "_s.arg(muted, above.toHtmlEscaped()));
        if (membership->home && memberships.size() > 1)
            line.prepend(u"● "_s);
        lines << u"<p style='margin:0 0 6px 0; line-height:120%'>%1</p>"_s.arg(line);
    }
    m_list->setText(lines.isEmpty() ? u"<span style='color:%1'>－</span>"_s.arg(muted) : lines.join(QString()));
    m_list->setToolTip(memberships.size() > 1 ? tr("●は主たる位置です。") : QString());
}

void CategoryField::changeEvent(QEvent *event)
{
    FormField::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh(); // the colour of the path stands in the text
}

void CategoryField::pick()
{
    auto *editor = new CategoryEditor(&document(), m_measure, m_classification, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->open();
}

} // namespace shisaku
