// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of the settings for what stands around the measures: the glossary (用語説明), and the plans and laws beside this plan.
#pragma once

#include "views/grid/grid_panel.h"
#include "views/settings/settings_edits.h"

class QPushButton;

namespace shisaku {

/// The terms. A new one gets the next number where all the others have one; marks in texts follow a number and go with a term.
class GlossaryPage : public QWidget {
    Q_OBJECT

public:
    explicit GlossaryPage(SettingsEdits *edits, QWidget *parent = nullptr);

    GridPanel *rows() const { return m_rows; }
    QPushButton *renumber() const { return m_renumber; }

private:
    SettingsEdits *m_edits;
    GridPanel *m_rows;
    QPushButton *m_renumber;
};

/// 関連する計画・法令
GridPanel *makeRelatedPlanPage(SettingsEdits *edits, QWidget *parent = nullptr);

} // namespace shisaku
