// SPDX-License-Identifier: GPL-3.0-or-later
// Measures that lack what the plan's own sheet template asks for.
#include "models/check/rules.h"
#include "models/plan/series.h"
#include "models/plan/tables.h"
#include "models/plan/tenure.h"

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
class MeasureCheck {
public:
    MeasureCheck(const Plan &plan, Findings &findings) : m_plan(plan), m_findings(findings), m_blocks(plan.ordered<Block>()) {}

    void run()
    {
        QHash<QString, int> seen;
        for (const Measure *measure : m_plan.ordered<Measure>()) {
            const QString key = measure->series + u'/' + measure->number;
            if (!measure->number.isEmpty() && ++seen[key] == 2)
                m_findings
                    .add<&Measure::number>("duplicate-number", measure->id,
                                           CheckText::tr("番号「%1」の施策が二つ以上あります。").arg(measure->number))
                    .printed = measure->number;
            lead(*measure);
            if (!isWorkedOut(m_plan, *measure)) {
                m_findings.add("added-measure-open", measure->id,
                               CheckText::tr("分類、票の文章、スケジュールのどれもまだありません。"));
                continue;
            }
            texts(*measure);
            schedule(*measure);
            if (m_plan.rows<Category>().size() > 0 && m_plan.parts<&Membership::measure>(measure->id).isEmpty())
                m_findings.add("measure-without-aim", measure->id, CheckText::tr("どの分類にも属していません。"));
        }
    }

private:
    bool uses(QLatin1StringView blockKind) const
    {
        return std::any_of(m_blocks.begin(), m_blocks.end(), [blockKind](const Block *block) { return block->kind == blockKind; });
    }

    void lead(const Measure &measure)
    {
        if (!uses("lead"_L1))
            return;
        const auto offices = responsibilitiesOf(m_plan, measure.id);
        if (std::none_of(offices.begin(), offices.end(), [](const Responsibility *office) { return office->role == "lead"_L1; }))
            m_findings.add("measure-without-lead", measure.id, CheckText::tr("所管課がありません。"));
    }

    void texts(const Measure &measure)
    {
        const auto texts = m_plan.parts<&MeasureText::measure>(measure.id);
        for (const Block *block : m_blocks) {
            if (block->kind != "text"_L1 || !block->required)
                continue;
            if (std::none_of(texts.begin(), texts.end(), [block](const MeasureText *text) {
                    return text->block == block->id && !text->text.trimmed().isEmpty();
                }))
                m_findings.add("measure-without-text", measure.id, CheckText::tr("「%1」が書かれていません。").arg(block->label));
        }
    }

    void schedule(const Measure &measure)
    {
        if (!uses("bars"_L1) && !uses("years"_L1))
            return;
        const auto initiatives = m_plan.parts<&Initiative::measure>(measure.id);
        if (initiatives.isEmpty())
            m_findings.add("measure-without-schedule", measure.id, CheckText::tr("スケジュールに取組がありません。"));
        for (const Initiative *initiative : initiatives) {
            if (m_plan.parts<&Phase::initiative>(initiative->id).isEmpty()
                && m_plan.parts<&Milestone::initiative>(initiative->id).isEmpty())
                m_findings.add("initiative-without-schedule", initiative->id,
                               CheckText::tr("取組「%1」に、矢印も節目もありません。").arg(initiative->title));
        }
    }

    const Plan &m_plan;
    Findings &m_findings;
    QList<const Block *> m_blocks;
};
} // namespace

void checkMeasures(const Plan &plan, Findings &findings)
{
    MeasureCheck(plan, findings).run();
}

} // namespace shisaku
