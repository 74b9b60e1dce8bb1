// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/specimen.h"

#include "models/change/change_set.h"
#include "models/document/sheet_template.h"
#include "models/order/numbering.h"
#include "models/order/shown_levels.h"
#include "models/plan/measure_address.h"
#include "models/plan/rank.h"
#include "models/schedule/year_cells.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
class Specimen {
    Q_DECLARE_TR_FUNCTIONS(Specimen)

public:
    Plan make(const Plan &from)
    {
        Plan plan;
        for (const TableId table :
             {TableId::PlanInfo, TableId::Choice, TableId::Classification, TableId::Category, TableId::Block}) {
            const AnyRows &rows = from.table(table);
            for (qsizetype i = 0; i < rows.size(); ++i)
                plan.table(table).insert(rows.idAt(i), rows.values(rows.idAt(i)));
        }
        Measure measure;
        measure.number = u"1"_s;
        measure.title = tr("施策の名称");
        if (const auto kinds = plan.choices(u"kind"); !kinds.isEmpty())
            measure.kind = kinds.first()->key;
        m_measure = add(measure);
        for (const Block *block : from.ordered<Block>())
            fill(plan, *block);
        applyTo(plan, std::move(m_change).build());
        if (const Id<Category> home = homeOf(plan, m_measure); !home.isNull())
            plan.table(TableId::Measure)
                .set(m_measure.row, fieldIndex<&Measure::number>(), nextMeasureNumber(withoutNumber(plan), home));
        return plan;
    }

private:
    template <typename T>
    Id<T> add(T row)
    {
        row.id = Id<T>(RowId{m_next++});
        row.position = m_last = rankBetween(m_last, {});
        m_change.insert(row);
        return row.id;
    }

    Plan withoutNumber(const Plan &plan) const
    {
        Plan copy = plan;
        copy.table(TableId::Measure).set(m_measure.row, fieldIndex<&Measure::number>(), QString());
        return copy;
    }

    void fill(const Plan &plan, const Block &block)
    {
        if (block.kind == u"text")
            addText(block);
        else if (block.kind == u"aims" || block.kind == u"placement")
            addPlaces(plan, block);
        else if (block.kind == u"lead" || block.kind == u"related")
            addOffice(block);
        else if (block.kind == u"bars" || block.kind == u"years")
            addSchedule(plan, block.kind == u"bars");
        else if (block.kind == u"indicators")
            addIndicator(plan);
        else if (block.kind == u"footnotes")
            addNote();
    }

    void addText(const Block &block)
    {
        MeasureText row;
        row.measure = m_measure;
        row.block = block.id;
        row.text = tr("（%1を文章で書きます。）").arg(blockName(block));
        add(row);
    }

    void addPlaces(const Plan &plan, const Block &block)
    {
        for (const ShownLevels &shown : ShownLevels::ofKey(block.key)) {
            const Classification *classification = plan.classification(shown.classification);
            if (!classification || m_placed.contains(classification->id))
                continue;
            m_placed << classification->id;
            const Category *deepest = nullptr;
            for (const Category *category : plan.parts<&Category::classification>(classification->id)) {
                if (!deepest || plan.level(*category) > plan.level(*deepest))
                    deepest = category;
            }
            if (!deepest)
                continue;
            Membership row;
            row.measure = m_measure;
            row.category = deepest->id;
            row.home = true;
            add(row);
        }
    }

    void addOffice(const Block &block)
    {
        Responsibility row;
        row.measure = m_measure;
        row.role = block.kind;
        row.actor = block.kind == u"lead" ? tr("担当する課") : tr("かかわる課");
        add(row);
    }

    void addSchedule(const Plan &plan, bool bars)
    {
        const YearColumns years = YearColumns::of(plan);
        Initiative initiative;
        initiative.measure = m_measure;
        initiative.title = bars ? tr("取組の名称") : tr("施策の名称");
        const Id<Initiative> id = add(initiative);
        addPhase(id, tr("準備"), PlanTime::fiscalYear(years.first), PlanTime::fiscalYear(years.first));
        if (years.count() < 2)
            return;
        addPhase(id, tr("実施"), PlanTime::fiscalYear(years.first + 1), bars ? PlanTime::open() : PlanTime::fiscalYear(years.last));
        if (!bars)
            return;
        Milestone milestone;
        milestone.initiative = id;
        milestone.at = PlanTime::fiscalYear(years.first);
        milestone.label = tr("節目");
        add(milestone);
        Initiative second = initiative;
        second.title = tr("次の取組の名称");
        addPhase(add(second), tr("検討"), PlanTime::fiscalYear(years.last), PlanTime::fiscalYear(years.last), u"inferred"_s);
    }

    void addPhase(Id<Initiative> initiative, const QString &label, const PlanTime &starts, const PlanTime &ends,
                  const QString &certainty = {})
    {
        Phase row;
        row.initiative = initiative;
        row.label = label;
        row.starts = starts;
        row.ends = ends;
        row.certainty = certainty;
        add(row);
    }

    void addIndicator(const Plan &plan)
    {
        const YearColumns years = YearColumns::of(plan);
        Indicator indicator;
        indicator.measure = m_measure;
        indicator.name = tr("指標の名称");
        indicator.unit = tr("件");
        const Id<Indicator> id = add(indicator);
        const auto value = [&](const QString &role, const QString &number, int year) {
            IndicatorValue row;
            row.indicator = id;
            row.role = role;
            row.value = number;
            row.as_of = PlanTime::fiscalYear(year);
            row.qualifier = role == u"target" ? tr("以上") : QString();
            add(row);
        };
        value(u"baseline"_s, u"100"_s, years.first - 1);
        value(u"target"_s, u"200"_s, years.last);
    }

    void addNote()
    {
        Footnote note;
        note.owner = Owner(m_measure);
        note.mark = u"1"_s;
        note.text = tr("語の説明を書きます。");
        add(note);
    }

    ChangeBuilder m_change{QString()};
    Id<Measure> m_measure;
    QList<Id<Classification>> m_placed;
    QString m_last;
    quint64 m_next = 1;
};
} // namespace

Plan specimenPlan(const Plan &plan)
{
    return Specimen().make(plan);
}

} // namespace shisaku
