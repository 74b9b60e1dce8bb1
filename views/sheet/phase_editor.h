// SPDX-License-Identifier: GPL-3.0-or-later
// The small editor for a bar or a milestone of the schedule, opened from the roadmap or the form.
#pragma once

#include "views/sheet/row_editor.h"

namespace shisaku {

class PhaseEditor : public RowEditor {
    Q_OBJECT

public:
    /// `table` is TableId::Phase or TableId::Milestone.
    PhaseEditor(PlanDocument *document, TableId table, RowId row, QWidget *parent = nullptr);
};

} // namespace shisaku
