// SPDX-License-Identifier: GPL-3.0-or-later
// Several offices in one cell: typed by name or reading, each a row that names it.
#pragma once

#include "models/grid/grid_shape.h"
#include "models/plan/office_names.h"
#include "models/plan/rank.h"

namespace shisaku {

/// Whether an office is called exactly so.
bool isOfficeName(const Plan &plan, const QString &name);
/// The offices of a name, in either width: those in force today, or, where none is, those that have been or will be.
QList<const Department *> officesNamed(const Plan &plan, const QString &name);
/// Reads names divided by 「、」, commas, semicolons or line breaks as offices; the error names the first unknown one.
Result<QList<Id<Department>>> readOffices(const Plan &plan, const QString &typed);
/// The names of those that match what is being typed.
QStringList proposedOffices(const Plan &plan, const QString &typed);

/// Replaces the parts of a row that name offices by those typed; the ones that stay keep their rows.
template <auto Whole, auto Office>
Result<void> writeOffices(const Plan &plan, RowId record, const QString &typed, const IdSource &ids, ChangeBuilder &change)
{
    using Part = typename fields::MemberOf<decltype(Whole)>::Row;
    const auto wanted = readOffices(plan, typed);
    if (!wanted)
        return wanted.error();
    QList<Id<Department>> missing = *wanted;
    QString last;
    for (const Part *part : plan.parts<Whole>(typename fields::MemberOf<decltype(Whole)>::Type(record))) {
        last = part->position;
        if (!missing.removeOne(part->*Office))
            change.remove(part->id);
    }
    for (Id<Department> office : missing) {
        Part part;
        part.id = Id<Part>(ids());
        last = rankBetween(last, {});
        part.position = last;
        part.*Whole = typename fields::MemberOf<decltype(Whole)>::Type(record);
        part.*Office = office;
        change.insert(part);
    }
    return {};
}

/// The offices that parts of a row name, each once, in their order.
template <auto Whole, auto Office>
GridCell officeListCell()
{
    GridCell offices;
    offices.text = [](const Plan &plan, RowId row) {
        QList<Id<Department>> named;
        for (const auto *part : plan.parts<Whole>(typename fields::MemberOf<decltype(Whole)>::Type(row))) {
            if (!named.contains(part->*Office))
                named << part->*Office;
        }
        return officeNames(plan, named);
    };
    offices.write = &writeOffices<Whole, Office>;
    offices.proposals = &proposedOffices;
    return offices;
}

} // namespace shisaku
