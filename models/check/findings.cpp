// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/check/rules.h"

#include "models/plan/belonging.h"
#include "models/plan/rules.h"
#include "models/plan/tables.h"

namespace shisaku {

using namespace Qt::StringLiterals;

Finding &Findings::add(const char *rule, TableId table, RowId row, int field, const QString &message)
{
    Finding finding;
    finding.rule = QString::fromLatin1(rule);
    finding.table = table;
    finding.row = row;
    finding.field = field;
    finding.place = placeOf(table, row);
    finding.message = message;
    return m_list.emplaceBack(std::move(finding));
}

QString Findings::placeOf(TableId table, RowId row) const
{
    if (const Id<Measure> measure = measureOf(m_plan, table, row); !measure.isNull())
        return rowName(m_plan, TableId::Measure, measure.row);
    if (table == TableId::Effect) {
        const Effect *effect = m_plan.find(Id<Effect>(row));
        const QString when = effect->scope == "total"_L1 ? keywordLabel(fieldOf<&Effect::scope>(), effect->scope)
                                                         : effect->as_of.toJapanese();
        return u"%1 %2 %3"_s.arg(tableLabel(table), m_plan.choiceLabel(u"tool", effect->tool), when).trimmed();
    }
    if (table == TableId::EffectDepartment)
        return placeOf(TableId::Effect, m_plan.find(Id<EffectDepartment>(row))->effect.row);
    if (table == TableId::ProjectDepartment)
        return rowName(m_plan, TableId::Project, m_plan.find(Id<ProjectDepartment>(row))->project.row);
    if (table == TableId::CaseValue)
        return rowName(m_plan, TableId::CaseStudy, m_plan.find(Id<CaseValue>(row))->case_study.row);
    if (table == TableId::SurveyTotal)
        return rowName(m_plan, TableId::Survey, m_plan.find(Id<SurveyTotal>(row))->survey.row);
    if (table == TableId::IndicatorValue)
        return rowName(m_plan, TableId::Indicator, m_plan.find(Id<IndicatorValue>(row))->indicator.row);
    return rowName(m_plan, table, row);
}

} // namespace shisaku
