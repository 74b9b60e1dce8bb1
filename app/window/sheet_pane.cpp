// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sheet_pane.h"

#include "models/edit/plan_follower.h"
#include "views/sheet/sheet_form.h"
#include "views/sheet/sheet_preview.h"

namespace shisaku {

SheetPane::SheetPane(QWidget *parent) : QSplitter(Qt::Vertical, parent), m_preview(new SheetPreview)
{
    addWidget(m_preview);
}

void SheetPane::fill()
{
    m_form = new SheetForm(m_document);
    insertWidget(0, m_form);
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
    restoreState(m_division);
    connect(m_form, &SheetForm::typed, this, &SheetPane::typed);
    connect(m_form, &SheetForm::measureRequested, this, &SheetPane::measureRequested);
    auto *follower = new PlanFollower(m_document, this);
    follower->whileShown(m_preview);
    connect(follower, &PlanFollower::changed, this, [this] { m_preview->show(m_document->plan(), m_measure); });
    setMeasure(m_measure);
}

void SheetPane::setMeasure(Id<Measure> measure)
{
    m_measure = measure;
    if (!m_form)
        return;
    m_form->setMeasure(measure);
    m_preview->show(m_document->plan(), measure);
}

void SheetPane::takeFocus()
{
    if (m_form)
        m_form->takeFocus();
}

void SheetPane::flush()
{
    if (m_form)
        m_form->flush();
}

void SheetPane::editTitle()
{
    if (m_form && m_form->isVisible())
        m_form->editTitle();
}

} // namespace shisaku
