// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cycle/year_switch.h"

#include "models/plan/ending.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(YearSwitch)
};

class Switch {
public:
    Switch(const Plan &plan, const IdSource &ids) : m_plan(plan), m_ids(ids), m_change(Texts::tr("年度切替")) {}

    void moveYears()
    {
        const PlanInfo &info = m_plan.info();
        if (!info.first_year.isDated() || !info.last_year.isDated())
            return;
        m_change.set<&PlanInfo::first_year>(info.id, PlanTime::fiscalYear(info.first_year.year() + 1));
        m_change.set<&PlanInfo::last_year>(info.id, PlanTime::fiscalYear(info.last_year.year() + 1));
        m_summary << Texts::tr("表示する年度を%1から%2までにします。")
                         .arg(PlanTime::fiscalYear(info.first_year.year() + 1).toJapanese(),
                              PlanTime::fiscalYear(info.last_year.year() + 1).toJapanese());
    }

    void closeEnded()
    {
        int closed = 0;
        int undated = 0;
        int later = 0;
        forEachPhase([&](const Measure &measure, const Phase &phase) {
            if (!hasEnded(measure) || !phase.ends.isOpen())
                return;
            if (!measure.state_at.isDated()) {
                ++undated;
                return;
            }
            const PlanTime end = PlanTime::fiscalYear(fiscalYearOf(measure.state_at.endMonth() - 1));
            if (phase.starts.isDated() && phase.starts.firstMonth() >= end.endMonth()) {
                ++later;
                return;
            }
            m_change.set<&Phase::ends>(phase.id, end);
            ++closed;
        });
        if (closed > 0)
            m_summary << Texts::tr("終わった施策の工程%1本を、施策が終わった年度で閉じます。").arg(closed);
        if (undated > 0)
            m_summary << Texts::tr("終わった時期の記録がない施策の工程%1本は、そのままにします。").arg(undated);
        if (later > 0)
            m_summary << Texts::tr("施策が終わった後に始まる工程%1本は、そのままにします。内容を確かめてください。").arg(later);
    }

    void carryOn()
    {
        const PlanInfo &info = m_plan.info();
        if (!info.last_year.isDated())
            return;
        int carried = 0;
        forEachPhase([&](const Measure &measure, const Phase &phase) {
            if (hasEnded(measure) || !phase.ends.isDated() || phase.ends.endMonth() != info.last_year.endMonth())
                return;
            m_change.set<&Phase::ends>(phase.id, PlanTime::fiscalYear(info.last_year.year() + 1));
            ++carried;
        });
        if (carried > 0)
            m_summary << Texts::tr("続いている施策の工程%1本を、新しい最後の年度まで延ばします。").arg(carried);
    }

    void addSurvey(const NewSurvey &survey)
    {
        m_survey = newSurvey(m_plan, survey, m_ids);
        const SurveyExtent extent = extentOf(m_plan, survey);
        m_summary << Texts::tr("進捗調査「%1」を作り、%2件について尋ねます。").arg(survey.title).arg(extent.items);
        if (extent.leftOut > 0)
            m_summary << Texts::tr("終わった施策の%1件は、この調査では尋ねません。").arg(extent.leftOut);
    }

    SwitchedYear result() &&
    {
        ChangeSet change = std::move(m_change).build();
        const QString title = change.title;
        change = merged({change, m_survey});
        change.title = title;
        return {change, m_summary};
    }

private:
    void forEachPhase(const std::function<void(const Measure &, const Phase &)> &visit) const
    {
        for (const Measure *measure : m_plan.ordered<Measure>()) {
            for (const Initiative *initiative : m_plan.parts<&Initiative::measure>(measure->id)) {
                for (const Phase *phase : m_plan.parts<&Phase::initiative>(initiative->id))
                    visit(*measure, *phase);
            }
        }
    }

    const Plan &m_plan;
    const IdSource &m_ids;
    ChangeBuilder m_change;
    ChangeSet m_survey;
    QStringList m_summary;
};
} // namespace

SwitchedYear switchYear(const Plan &plan, const YearSwitch &wanted, const IdSource &ids)
{
    Switch work(plan, ids);
    if (wanted.moveYears)
        work.moveYears();
    if (wanted.closeEnded)
        work.closeEnded();
    if (wanted.carryOn)
        work.carryOn();
    if (wanted.survey)
        work.addSurvey(*wanted.survey);
    return std::move(work).result();
}

} // namespace shisaku
