// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cycle/plan_shape.h"

#include "models/plan/rank.h"
#include "models/plan/tenure.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PlanShape)
};

/// The same time some years later; an open or unknown one stays.
PlanTime later(const PlanTime &time, int years)
{
    switch (time.precision()) {
    case PlanTime::Precision::Day:
        return PlanTime::day(time.year() + years, time.monthOfYear(), time.dayOfMonth());
    case PlanTime::Precision::Month:
        return PlanTime::month(time.year() + years, time.monthOfYear());
    case PlanTime::Precision::Half:
        return PlanTime::half(time.year() + years, time.monthOfYear());
    case PlanTime::Precision::FiscalYear:
        return PlanTime::fiscalYear(time.year() + years);
    case PlanTime::Precision::CalendarYear:
        return PlanTime::calendarYear(time.year() + years);
    default:
        return time;
    }
}

int firstFiscalYear(const PlanInfo &info, int otherwise)
{
    const PlanTime &begins = info.begins.isDated() ? info.begins : info.first_year;
    return begins.isDated() ? fiscalYearOf(begins.firstMonth()) : otherwise;
}

int lastFiscalYear(const PlanInfo &info, int otherwise)
{
    const PlanTime &ends = info.ends.isDated() ? info.ends : info.last_year;
    return ends.isDated() ? fiscalYearOf(ends.endMonth() - 1) : otherwise;
}

PlanInfo describe(const PlanInfo &model, const WantedShape &wanted, const IdSource &ids)
{
    PlanInfo info;
    info.id = Id<PlanInfo>(ids());
    info.position = rankBetween({}, {});
    info.title = wanted.title;
    info.municipality = wanted.municipality;
    info.begins = PlanTime::fiscalYear(wanted.firstYear);
    info.ends = PlanTime::fiscalYear(wanted.lastYear);
    // A plan that shows a year before it begins does so again; one without columns has none.
    info.first_year = later(model.first_year, wanted.firstYear - firstFiscalYear(model, wanted.firstYear));
    info.last_year = later(model.last_year, wanted.lastYear - lastFiscalYear(model, wanted.lastYear));
    info.numbering = model.numbering;
    return info;
}
} // namespace

ChangeSet planInShapeOf(const Plan &model, const WantedShape &wanted, const IdSource &ids)
{
    ChangeBuilder change(Texts::tr("計画を作成"));
    change.insert(describe(model.info(), wanted, ids));
    const int years = wanted.firstYear - firstFiscalYear(model.info(), wanted.firstYear);
    for (const Choice &choice : model.rows<Choice>()) {
        Choice copy = choice;
        copy.begins = later(choice.begins, years);
        copy.ends = later(choice.ends, years);
        change.insert(copy);
    }
    for (const Classification &classification : model.rows<Classification>())
        change.insert(classification);
    if (wanted.categories) {
        for (const Category &category : model.rows<Category>()) {
            Category copy = category;
            copy.variants.clear(); // they were found in the papers of the other plan
            change.insert(copy);
        }
    }
    for (const Block &block : model.rows<Block>())
        change.insert(block);
    if (wanted.departments) {
        for (const Department &department : model.rows<Department>()) {
            if (hasPassed(department.valid_to))
                continue;
            Department copy = department;
            const Department *parent = model.find(copy.parent);
            if (!parent || hasPassed(parent->valid_to))
                copy.parent = {};
            change.insert(copy);
        }
    }
    return std::move(change).build();
}

QString shapeInWords(const Plan &model)
{
    QStringList words;
    QStringList levels;
    for (const Classification *classification : model.ordered<Classification>())
        levels << (classification->levels.isEmpty() ? classification->title
                                                    : QString(classification->levels).replace(u'/', Texts::tr("→")));
    if (!levels.isEmpty())
        words << Texts::tr("分類は%1").arg(levels.join(Texts::tr("、")));
    const auto kinds = model.choices(u"kind");
    QStringList names;
    for (const Choice *kind : kinds)
        names << kind->label;
    if (!names.isEmpty())
        words << Texts::tr("区分は%1").arg(names.join(Texts::tr("・")));
    words << Texts::tr("票の欄は%1").arg(model.rows<Block>().size());
    return words.join(Texts::tr("、"));
}

} // namespace shisaku
