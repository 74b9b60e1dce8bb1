// SPDX-License-Identifier: GPL-3.0-or-later
// 年度切替: the same plan a fiscal year later, as one change with a summary of what it does.
#pragma once

#include "models/survey/survey_edit.h"

#include <QStringList>

namespace shisaku {

struct YearSwitch {
    bool moveYears = true;           ///< The years shown move on by one.
    bool closeEnded = true;          ///< Open bars of measures that have ended (完了, 統合, 廃止) end with the measure.
    bool carryOn = false;            ///< Bars of continuing measures that reach the last year shown reach the new last year.
    std::optional<NewSurvey> survey; ///< The next round of the progress survey.
};

struct SwitchedYear {
    ChangeSet change;    ///< Empty when there is nothing to do.
    QStringList summary; ///< A sentence for each thing done, and for what could not be.
};

SwitchedYear switchYear(const Plan &plan, const YearSwitch &wanted, const IdSource &ids);

} // namespace shisaku
