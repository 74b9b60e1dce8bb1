// SPDX-License-Identifier: GPL-3.0-or-later
// Every text an officer wrote, with its place: what the rules about wording read. What is kept as printed, readings, keys and
// notes about sources are not among them.
#pragma once

#include "models/plan/plan.h"
#include "models/plan/tables.h"

namespace shisaku {

/// Where a text stands.
struct TextPlace {
    TableId table = TableId::PlanInfo;
    RowId row;
    int field = -1;
};

namespace texts {

template <auto Member, typename Visit>
void visit(const Plan &plan, Visit &visitor)
{
    using Row = typename fields::MemberOf<decltype(Member)>::Row;
    for (const Row &row : plan.rows<Row>()) {
        if (!(row.*Member).isEmpty())
            visitor(TextPlace{tableOf<Row>, row.id.row, fieldIndex<Member>()}, row.*Member);
    }
}

template <auto... Members, typename Visit>
void visitAll(const Plan &plan, Visit &visitor)
{
    (visit<Members>(plan, visitor), ...);
}

} // namespace texts

/// Calls `visitor(place, text)` for the words and definitions of the glossary.
template <typename Visit>
void eachGlossaryText(const Plan &plan, Visit visitor)
{
    texts::visitAll<&GlossaryTerm::word, &GlossaryTerm::definition>(plan, visitor);
}

/// Calls `visitor(place, text)` for every text but the glossary's.
template <typename Visit>
void eachText(const Plan &plan, Visit visitor)
{
    texts::visitAll<&PlanInfo::title, &PlanInfo::subtitle, &Choice::label, &Choice::definition, &Classification::title,
                    &Category::title, &Category::text, &Department::name, &Body::name, &Body::role, &RelatedPlan::title,
                    &Passage::heading, &Passage::text, &Figure::caption, &Figure::alt_text, &Block::label, &Measure::group_title,
                    &Measure::title, &Measure::short_title, &MeasureText::text, &Responsibility::actor, &Responsibility::topic,
                    &Initiative::title, &Initiative::group_title, &Initiative::remark, &Phase::label, &Milestone::label,
                    &Footnote::word, &Footnote::text, &Indicator::name, &Indicator::definition, &EffectTask::title,
                    &CaseStudy::group, &CaseStudy::title, &CaseStudy::means, &CaseStudy::effect, &CaseStep::label, &CaseStep::text,
                    &CaseValue::label, &Project::title, &Project::state, &Survey::title, &Survey::subject, &SurveyItem::label,
                    &Answer::countermeasure, &Answer::comment, &SurveyTotal::countermeasure, &PassageItem::label>(plan, visitor);
}

} // namespace shisaku
