// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/roadmap_pane.h"

#include "views/look/look.h"
#include "views/roadmap/roadmap_view.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace shisaku {

namespace {
constexpr int sentenceWidth = 520;
} // namespace

RoadmapPane::RoadmapPane(RoadmapView *view, PlanFilter &filter, QWidget *parent) :
    QWidget(parent), m_filter(filter), m_bar(new FilterBar(filter)), m_view(view), m_stack(new QStackedWidget),
    m_empty(new QWidget), m_conditions(new QLabel)
{
    auto *sentence = new QLabel(tr("条件に合う施策はありません"));
    sentence->setFont(textFont(13, true));
    m_conditions->setTextFormat(Qt::PlainText);
    m_conditions->setWordWrap(true);
    m_conditions->setMinimumWidth(sentenceWidth);
    m_conditions->setAlignment(Qt::AlignCenter);
    m_conditions->setForegroundRole(QPalette::PlaceholderText);
    auto *clear = new QPushButton(tr("条件をすべて外す"));
    connect(clear, &QPushButton::clicked, &m_filter, &PlanFilter::clear);
    auto *words = new QVBoxLayout(m_empty);
    words->setSpacing(space::medium);
    words->addStretch(2);
    words->addWidget(sentence, 0, Qt::AlignHCenter);
    words->addWidget(m_conditions, 0, Qt::AlignHCenter);
    words->addWidget(clear, 0, Qt::AlignHCenter);
    words->addStretch(3);
    m_empty->setAutoFillBackground(true);
    m_empty->setBackgroundRole(QPalette::Base);

    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_view);
    connect(&m_filter, &PlanFilter::matchesChanged, this, &RoadmapPane::showResult);
    connect(&m_filter, &PlanFilter::conditionsChanged, this, &RoadmapPane::showResult);
}

bool RoadmapPane::isEmptyResult() const
{
    return m_filter.filter() && m_filter.matchCount() == 0;
}

void RoadmapPane::showResult()
{
    if (isEmptyResult())
        m_conditions->setText(tr("今の条件：%1\n条件を減らすか、すべて外すと、ほかの施策も表示されます。")
                                  .arg(filterInWords(*m_filter.plan(), m_filter.conditions()).join(tr("、"))));
    m_stack->setCurrentWidget(isEmptyResult() ? m_empty : static_cast<QWidget *>(m_view));
}

} // namespace shisaku
