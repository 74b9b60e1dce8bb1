// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/plan_settings.h"

#include "models/item/tool_tip.h"
#include "views/look/look.h"
#include "views/look/screen_room.h"
#include "views/settings/document_rows.h"
#include "views/settings/settings_pages.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace shisaku {

PlanSettings::PlanSettings(PlanDocument *document, QWidget *parent) :
    QDialog(parent), m_edits(new SettingsEdits(document, this)), m_contents(new QListWidget(this)),
    m_pages(new QStackedWidget(this)), m_plan(new PlanPage(m_edits)), m_classifications(new ClassificationPage(m_edits)),
    m_choices(new ChoicePage(m_edits)), m_departments(new DepartmentPage(m_edits)), m_glossary(new GlossaryPage(m_edits)),
    m_related(makeRelatedPlanPage(m_edits)), m_undo(new QPushButton(tr("元に戻す"), this)),
    m_redo(new QPushButton(tr("やり直す"), this))
{
    setWindowTitle(tr("計画の設定"));
    resizeOnScreen(*this, QSize(900, 640));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::large, space::large, space::large);
    column->setSpacing(space::medium);
    if (document->isReadOnly()) {
        auto *notice = new QLabel(document->readOnlyReason()->message(), this);
        notice->setWordWrap(true);
        column->addWidget(notice);
    }
    auto *middle = new QHBoxLayout;
    middle->setSpacing(space::large);
    m_contents->setFixedWidth(160);
    m_contents->setSpacing(space::tight);
    m_contents->setAccessibleName(tr("設定の種類"));
    middle->addWidget(m_contents);
    middle->addWidget(m_pages, 1);
    column->addLayout(middle, 1);
    addPage(tr("計画の概要と年度"), m_plan);
    addPage(tr("分類と番号"), m_classifications);
    addPage(tr("選択肢"), m_choices);
    addPage(tr("部署（建制順）"), m_departments);
    addPage(tr("用語"), m_glossary);
    addPage(tr("関連する計画・法令"), m_related);
    connect(m_contents, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_contents->setCurrentRow(0);

    auto *buttons = new QHBoxLayout;
    auto *close = new QPushButton(tr("閉じる"), this);
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcut(QKeySequence::Redo);
    for (QPushButton *button : {m_undo, m_redo, close})
        button->setAutoDefault(false);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_redo);
    buttons->addStretch();
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_plan->flush();
        m_edits->document().whenSaved(m_edits, [this] { m_edits->undo(); }); // what was just typed is what it takes back
    });
    connect(m_redo, &QPushButton::clicked, m_edits, &SettingsEdits::redo);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_edits, &SettingsEdits::changed, this, &PlanSettings::updateButtons);
    updateButtons();
}

void PlanSettings::addPage(const QString &title, QWidget *page)
{
    m_contents->addItem(title);
    m_pages->addWidget(page);
}

bool PlanSettings::showRow(const Owner &place)
{
    const Plan &plan = m_edits->document().plan();
    const auto choose = [this](QWidget *page) { m_contents->setCurrentRow(m_pages->indexOf(page)); };
    const auto chooseIn = [&choose, &place](QWidget *page, GridPanel *rows) {
        choose(page);
        rows->showRecord(place.row);
        return true;
    };
    switch (place.table) {
    case TableId::PlanInfo:
        choose(m_plan);
        return true;
    case TableId::Classification:
    case TableId::Category: {
        const Category *item = plan.find(Id<Category>(place.row));
        const bool isItem = place.table == TableId::Category && item;
        choose(m_classifications);
        m_classifications->classifications()->showRecord(isItem ? item->classification.row : place.row);
        if (isItem)
            m_classifications->categories()->showRecord(place.row);
        return true;
    }
    case TableId::Choice: {
        const Choice *choice = plan.find(Id<Choice>(place.row));
        m_choices->list()->setCurrentIndex(m_choices->list()->findData(choice ? choice->list : QString()));
        return chooseIn(m_choices, m_choices->rows());
    }
    case TableId::Department:
        return chooseIn(m_departments, m_departments->rows());
    case TableId::GlossaryTerm:
        return chooseIn(m_glossary, m_glossary->rows());
    case TableId::RelatedPlan:
        return chooseIn(m_related, m_related);
    default:
        return false;
    }
}

void PlanSettings::updateButtons()
{
    m_undo->setEnabled(m_edits->canUndo());
    m_redo->setEnabled(m_edits->canRedo());
    const HistoryStep *step = m_edits->canUndo() ? m_edits->document().history().undoable() : nullptr;
    m_undo->setToolTip(step ? toolTipOf(tr("元に戻す：%1（Ctrl+Z）").arg(step->title)) : QString());
}

void PlanSettings::done(int result)
{
    m_plan->flush();
    for (GridPanel *rows : findChildren<GridPanel *>())
        rows->flush();
    QDialog::done(result);
}

} // namespace shisaku
