// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/chosen_measures.h"

#include "models/order/numbering.h"
#include "models/plan/measure_address.h"
#include "models/plan/series.h"
#include "models/plan/stored_text.h"
#include "models/plan/tenure.h"
#include "views/pages/jobs.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ChosenMeasures)
};

const QString measureOption = u"--measure"_s;
const QString departmentOption = u"--department"_s;

Error usage(const QString &what)
{
    return {ErrorKind::Invalid, what, {}, {}};
}

/// The measure a number or full code names; refuses one nobody has or several share. 「追加1」 names an added
/// measure, whose numbers begin anew.
Result<Id<Measure>> measureByNumber(const Plan &plan, const QString &number)
{
    const QList<Id<Measure>> matches = measuresByAddress(plan, number);
    if (matches.isEmpty())
        return usage(Texts::tr("番号「%1」の施策はありません。").arg(number));
    if (matches.size() > 1) {
        QStringList titles;
        for (const Id<Measure> measure : matches)
            titles << plan.find(measure)->title;
        return usage(Texts::tr("番号「%1」の施策は一つに決まりません。候補: %2").arg(number, titles.join(Texts::tr("、"))));
    }
    return matches.first();
}

Result<Id<Department>> departmentByName(const Plan &plan, const QString &name, const PlanTime &day)
{
    const Department *former = nullptr;
    for (const Department *department : plan.ordered<Department>()) {
        if (isSameText(department->name, name) && !hasPassed(department->valid_to, day))
            return department->id;
        if (isSameText(department->name, name))
            former = department;
    }
    if (!former)
        return usage(Texts::tr("「%1」という部署はありません。").arg(name));
    QStringList successors;
    for (const DepartmentChange *change : plan.parts<&DepartmentChange::from>(former->id)) {
        if (const Department *next = plan.find(change->to))
            successors << Texts::tr("「%1」").arg(next->name);
    }
    const QString ended = Texts::tr("「%1」は%2に廃止されました。").arg(name, former->valid_to.toJapanese());
    return usage(successors.isEmpty() ? ended : ended + Texts::tr("今の%1を指定してください。").arg(successors.join(QString())));
}
} // namespace

Result<std::optional<QList<Id<Measure>>>> chosenMeasures(const Arguments &arguments, Paper paper, const Plan &plan,
                                                         const PlanTime &day)
{
    using Chosen = std::optional<QList<Id<Measure>>>;
    QList<Id<Measure>> measures;
    for (const Measure *measure : plan.ordered<Measure>())
        measures << measure->id;
    const qsizetype all = measures.size();
    if (arguments.has(measureOption)) {
        QSet<Id<Measure>> named;
        for (const QString &number : arguments.values[measureOption].split(u',', Qt::SkipEmptyParts)) {
            const auto found = measureByNumber(plan, number.trimmed());
            if (!found)
                return found.error();
            named.insert(*found);
        }
        measures.removeIf([&](Id<Measure> id) { return !named.contains(id); });
    }
    if (arguments.has(departmentOption)) {
        const auto department = departmentByName(plan, arguments.values[departmentOption], day);
        if (!department)
            return department.error();
        measures.removeIf([&](Id<Measure> id) { return !leads(plan, *department, id, day); });
    }
    // An added measure that is no more than a name gets a sheet only when it is asked for.
    if (paper == Paper::Sheets && !arguments.has(measureOption))
        measures.removeIf([&plan](Id<Measure> id) { return !isWorkedOut(plan, *plan.find(id)); });
    const bool narrowed = arguments.has(measureOption) || arguments.has(departmentOption);
    if (measures.isEmpty() && narrowed) // else the paper says what it lacks
        return usage(Texts::tr("当てはまる施策がありません。"));
    // All of them named by number are more than all that have a sheet.
    const bool asked = paper == Paper::Sheets && arguments.has(measureOption);
    return measures.size() == all && !asked ? Chosen() : Chosen(measures);
}

} // namespace shisaku
