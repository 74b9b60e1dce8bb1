// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/chapter_page.h"

#include "models/edit/plan_follower.h"
#include "models/grid/document_shapes.h"
#include "models/item/tool_tip.h"
#include "models/plan/rules.h"
#include "views/grid/grid_panel.h"
#include "views/look/look.h"
#include "views/look/refusal_line.h"
#include "views/settings/chapter_tree.h"
#include "views/settings/figure_panel.h"
#include "views/settings/typed_field.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace shisaku {

namespace {
constexpr int idRole = Qt::UserRole;
constexpr int ownerRole = Qt::UserRole + 1;
constexpr int figuresHeight = 136;
constexpr int pictureHeight = 88;
constexpr int buttonRoom = 20;
constexpr int lineHeight = 24;

Id<Passage> passageOf(const QTreeWidgetItem *item)
{
    return item ? Id<Passage>(RowId{item->data(0, idRole).toULongLong()}) : Id<Passage>();
}
} // namespace

ChapterPage::ChapterPage(PlanDocument *document, QWidget *parent) :
    QWidget(parent), m_document(document), m_edits(new SettingsEdits(document, this)), m_tree(new ChapterTree(this)),
    m_heading(new QLineEdit(this)), m_text(new QTextEdit(this)), m_inBook(new QCheckBox(tr("計画書に載せる(&B)"), this)),
    m_refusal(new RefusalLine(this)),
    m_headingField(new TypedField(document, TableId::Passage, fieldIndex<&Passage::heading>(), m_heading)),
    m_textField(new TypedField(document, TableId::Passage, fieldIndex<&Passage::text>(), m_text))
{
    auto *middle = new QSplitter(this);
    middle->addWidget(makeList());
    middle->addWidget(makeText());
    middle->setChildrenCollapsible(false);
    middle->setStretchFactor(1, 1);
    middle->setSizes({260, 560});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(middle);

    for (TypedField *field : {m_headingField, m_textField}) {
        connect(field, &TypedField::refused, this, &ChapterPage::refuse);
    }
    connect(m_inBook, &QCheckBox::clicked, this, [this](bool on) {
        send([on, passage = m_current](const Plan &plan) {
            const QString name = rowName(plan, TableId::Passage, passage.row);
            ChangeBuilder change(on ? tr("%1を計画書に載せる").arg(name) : tr("%1を計画書から外す").arg(name));
            change.set<&Passage::in_book>(passage, on);
            return std::move(change).build();
        });
    });
    auto *follower = new PlanFollower(document, this);
    follower->setTables({TableId::Passage, TableId::Survey});
    follower->whileShown(this);
    connect(follower, &PlanFollower::changed, this, &ChapterPage::fill);
    fill();
}

QWidget *ChapterPage::makeList()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(space::medium, space::medium, 0, space::medium);
    column->setSpacing(space::tight);
    column->addWidget(m_tree, 1);

    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::tight);
    m_add = addButton(tr("＋見出し"), tr("選んでいる見出しの次に追加します（Insert）。"));
    tools->addWidget(m_add);
    tools->addStretch(1);
    const auto onCurrent = [&](const QString &text, const QString &hint, auto &&slot) {
        QPushButton *button = addButton(text, hint);
        connect(button, &QPushButton::clicked, this, slot);
        tools->addWidget(button);
        m_needCurrent << button;
    };
    const auto shift = [this](int steps) {
        send([passage = m_current, steps](const Plan &plan) { return shiftedChapter(plan, passage, steps); });
    };
    const auto move = [this](int steps) {
        send([passage = m_current, steps](const Plan &plan) { return movedChapter(plan, passage, steps); });
    };
    const auto remove = [this] { send([passage = m_current](const Plan &plan) { return removedChapter(plan, passage); }); };
    onCurrent(tr("←"), tr("一つ上の段階にします（Alt+←）。"), [shift] { shift(-1); });
    onCurrent(tr("→"), tr("すぐ上の見出しの下に入れます（Alt+→）。"), [shift] { shift(1); });
    onCurrent(tr("↑"), tr("続く節とともに上へ移します（Alt+↑）。"), [move] { move(-1); });
    onCurrent(tr("↓"), tr("続く節とともに下へ移します（Alt+↓）。"), [move] { move(1); });
    onCurrent(tr("削除"), tr("続く節や図とともに削除します（Ctrl+Delete）。"), remove);
    column->addLayout(tools);

    connect(m_add, &QPushButton::clicked, this, &ChapterPage::add);
    connect(m_tree, &ChapterTree::addAsked, this, &ChapterPage::add);
    connect(m_tree, &ChapterTree::removeAsked, this, remove);
    connect(m_tree, &ChapterTree::moveAsked, this, move);
    connect(m_tree, &ChapterTree::shiftAsked, this, shift);
    connect(m_tree, &ChapterTree::textAsked, m_text, qOverload<>(&QWidget::setFocus));
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ChapterPage::choose);
    return side;
}

QWidget *ChapterPage::makeText()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, space::medium, space::medium, space::medium);
    column->setSpacing(space::small);
    m_heading->setFont(textFont(12, true));
    m_heading->setPlaceholderText(tr("見出し"));
    m_heading->setAccessibleName(tr("見出し"));
    column->addWidget(m_heading);
    m_text->setPlaceholderText(tr("本文。行の初めに○を付けると箇条書きになります。"));
    m_text->setAccessibleName(tr("本文"));
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->document()->setDocumentMargin(space::small);
    column->addWidget(m_text, 1);
    column->addWidget(m_refusal);
    column->addWidget(m_inBook);
    GridTexts texts;
    texts.addRow = tr("＋図");
    m_figures = new GridPanel(m_document, figureShape(m_current), texts, GridTools::Below, side);
    m_figures->setFixedHeight(figuresHeight);
    column->addWidget(m_figures);
    m_picture = new FigurePanel(m_edits, side);
    m_picture->setFixedHeight(pictureHeight);
    column->addWidget(m_picture);
    connect(m_figures->grid(), &GridView::currentRecordChanged, this,
            [this](RowId figure) { m_picture->setFigure(Id<Figure>(figure)); });
    connect(m_picture, &FigurePanel::refused, this, &ChapterPage::refuse);
    return side;
}

QPushButton *ChapterPage::addButton(const QString &text, const QString &hint)
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(hint);
    button->setAccessibleName(hint);
    button->setAutoDefault(false);
    button->setFixedWidth(button->fontMetrics().horizontalAdvance(text) + buttonRoom); // the row stays as narrow as a tree
    return button;
}

void ChapterPage::fill()
{
    const Plan &plan = m_document->plan();
    const QList<Owner> owners = textOwners(plan);
    const bool coming = plan.find(m_coming) != nullptr;
    Id<Passage> wanted = coming ? m_coming : m_current;
    for (const QTreeWidgetItem *item = m_tree->currentItem(); item && !wanted.isNull() && !plan.find(wanted);
         item = m_tree->itemAbove(item))
        wanted = passageOf(item); // what was chosen is gone: the one above it, at last the title of the text
    m_filling = true;
    m_tree->clear();
    QTreeWidgetItem *chosen = nullptr;
    for (const Owner &owner : owners) {
        auto *title = new QTreeWidgetItem(m_tree, {owner.isNull() ? tr("計画の本文") : rowName(plan, owner.table, owner.row)});
        title->setData(0, ownerRole, owner.toText());
        title->setFont(0, textFont(10, true));
        title->setSizeHint(0, QSize(0, lineHeight));
        QList<QTreeWidgetItem *> above{title}; // by level
        for (const Passage *passage : chaptersOf(plan, owner)) {
            const int level = std::min(chapterLevel(*passage), static_cast<int>(above.size()));
            above.resize(level);
            auto *item = new QTreeWidgetItem(above.last(), {passage->heading.isEmpty() ? tr("（見出しなし）") : passage->heading});
            item->setSizeHint(0, QSize(0, lineHeight));
            item->setToolTip(0, toolTipOf(passage->heading));
            item->setData(0, idRole, QVariant::fromValue(passage->id.row.bits));
            item->setData(0, ownerRole, owner.toText());
            above << item;
            if (passage->id == wanted)
                chosen = item;
        }
        if (!chosen && wanted.isNull() && owner == m_owner)
            chosen = title->childCount() > 0 ? title->child(0) : title;
    }
    m_tree->expandAll();
    m_tree->setCurrentItem(chosen ? chosen : m_tree->topLevelItem(0));
    m_filling = false;
    choose(m_tree->currentItem());
    if (coming) {
        m_coming = {};
        m_heading->setFocus();
        m_heading->selectAll();
        m_tree->fresh().releaseKeys();
    }
}

void ChapterPage::setCurrent(Id<Passage> passage)
{
    for (QTreeWidgetItemIterator item(m_tree); *item; ++item) {
        if (!passage.isNull() && passageOf(*item) == passage)
            return m_tree->setCurrentItem(*item);
    }
}

void ChapterPage::choose(QTreeWidgetItem *item)
{
    if (m_filling)
        return;
    m_owner = item ? Owner::fromText(item->data(0, ownerRole).toString()).value_or(Owner()) : Owner();
    showPassage(passageOf(item));
}

void ChapterPage::showPassage(Id<Passage> passage)
{
    const bool other = passage != m_current;
    m_current = passage;
    m_headingField->setRow(passage.row);
    m_textField->setRow(passage.row);
    showInBook();
    const bool editable = !m_document->isReadOnly();
    m_add->setEnabled(editable);
    for (QPushButton *button : std::as_const(m_needCurrent))
        button->setEnabled(editable && !passage.isNull());
    for (QWidget *input : {static_cast<QWidget *>(m_heading), static_cast<QWidget *>(m_text)})
        input->setEnabled(!passage.isNull());
    m_inBook->setEnabled(editable && !passage.isNull());
    m_figures->setEnabled(!passage.isNull());
    if (other) {
        m_figures->setShape(figureShape(m_current));
        m_figures->grid()->setCurrentRecord(m_figures->model()->recordAt(0));
        m_picture->setFigure(Id<Figure>(m_figures->grid()->currentRecord()));
    }
}

void ChapterPage::refuse(const QString &sentence)
{
    QString shown = sentence;
    for (const TypedField *field : {m_headingField, m_textField})
        shown = shown.isEmpty() ? field->refusal() : shown;
    m_refusal->say(shown);
}

void ChapterPage::showInBook()
{
    const Passage *passage = m_document->plan().find(m_current);
    m_inBook->setChecked(passage && passage->in_book);
    m_inBook->setVisible(m_owner.isNull()); // the papers of a survey print all their passages
}

void ChapterPage::add()
{
    if (m_document->isReadOnly())
        return;
    flush();
    m_coming = Id<Passage>(m_document->environment().ids());
    m_tree->fresh().await();
    send([owner = m_owner, beside = m_current, id = m_coming](const Plan &plan) { return addedChapter(plan, owner, beside, id); });
}

void ChapterPage::send(Recipe recipe)
{
    if (m_document->isReadOnly())
        return;
    flush();
    m_edits->submit(std::move(recipe), this, [this](const Error &error) {
        m_coming = {};
        m_tree->fresh().giveUp();
        emit failed(error);
    });
}

void ChapterPage::flush()
{
    m_headingField->flush();
    m_textField->flush();
    m_figures->flush();
}

} // namespace shisaku
