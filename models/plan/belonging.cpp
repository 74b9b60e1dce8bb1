// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/belonging.h"

namespace shisaku {

namespace {
/// The row that `row` is part of; a null owner where it stands on its own.
Owner wholeOf(const AnyRows &rows, RowId row)
{
    for (size_t i = 0; i < rows.fields().size(); ++i) {
        const Field &field = rows.fields()[i];
        const Value value = rows.value(row, static_cast<int>(i));
        if (field.kind == FieldKind::Owner)
            return Owner::fromText(std::get<QString>(value)).value_or(Owner());
        if (field.kind == FieldKind::Reference && field.onRemoval == OnRemoval::RemoveToo && field.target != rows.table())
            return Owner(field.target, std::get<RowId>(value));
    }
    return {};
}
} // namespace

Id<Measure> measureOf(const Plan &plan, TableId table, RowId row)
{
    Owner at(table, row);
    // Rows that belong to each other in a circle, which no program of ours writes, must not go round for ever.
    for (int steps = 0; steps < 100 && !at.isNull() && plan.table(at.table).contains(at.row); ++steps) {
        if (at.table == TableId::Measure)
            return Id<Measure>(at.row);
        if (at.table == TableId::Annotation) {
            const Annotation *note = plan.find(Id<Annotation>(at.row));
            at = Owner(tableByName(note->table).value_or(TableId::PlanInfo), note->row);
        } else {
            at = wholeOf(plan.table(at.table), at.row);
        }
    }
    return {};
}

bool isPlanWide(const Footnote &note)
{
    return note.owner.isNull() || note.owner.table == TableId::PlanInfo;
}

} // namespace shisaku
