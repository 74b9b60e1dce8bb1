// SPDX-License-Identifier: GPL-3.0-or-later
// The check (点検): what in a plan an officer should look at, and what was looked at and accepted.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// What a rule is about; findings are filtered by it.
enum class CheckKind : quint8 {
    Figures, ///< 検算: a printed figure against its computed twin.
    Gaps,    ///< 記載漏れ: something is missing or stands outside.
    Wording, ///< 表記揺れ: one thing in several spellings.
};

/// A rule of the check.
struct CheckRule {
    const char *name;  ///< Stable, for commands and files: "saved-rate".
    const char *title; ///< Japanese, translation context "CheckRules".
    CheckKind kind;
};

/// One thing to look at.
struct Finding {
    QString rule; ///< CheckRule::name
    TableId table = TableId::PlanInfo;
    RowId row;
    int field = -1;   ///< Index of the field meant; -1: the row.
    QString place;    ///< As the officer calls it: 「施策13」.
    QString printed;  ///< What the document says, where figures or texts are compared; with its unit.
    QString computed; ///< What follows from the data.
    QString message;  ///< A Japanese sentence: what is the matter, and what the printed figure does equal where that explains it.

    Id<Annotation> acceptance; ///< The note that accepts it as it is; null: it is open.
    QString accepted;          ///< Why it was accepted.

    bool isAccepted() const { return !acceptance.isNull(); }
};

} // namespace shisaku
