// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/phase_editor.h"

namespace shisaku {

namespace {
QList<int> fieldsOf(TableId table)
{
    if (table == TableId::Milestone)
        return {fieldIndex<&Milestone::label>(), fieldIndex<&Milestone::at>(), fieldIndex<&Milestone::certainty>(),
                fieldIndex<&Milestone::symbol>()};
    return {fieldIndex<&Phase::label>(), fieldIndex<&Phase::starts>(), fieldIndex<&Phase::ends>(), fieldIndex<&Phase::certainty>(),
            fieldIndex<&Phase::style>()};
}
} // namespace

PhaseEditor::PhaseEditor(PlanDocument *document, TableId table, RowId row, QWidget *parent) :
    RowEditor(document, table, row, fieldsOf(table), parent)
{}

} // namespace shisaku
