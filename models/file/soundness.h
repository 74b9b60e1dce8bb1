// SPDX-License-Identifier: GPL-3.0-or-later
// What every row of a plan must keep so that nothing can crash or hang on it: links that lead somewhere, no circles, texts
// that are texts. The other rules are checked where rows are written; a file may come from anybody.
#pragma once

#include "models/plan/plan.h"
#include "models/plan/result.h"

namespace shisaku {

/// Takes note of rows while a plan is loaded and judges when all are there.
class Soundness {
public:
    void add(const TableInfo &table, RowId row, const FieldValues &values);
    /// Takes over what another one has noted.
    void add(Soundness &&other);
    /// What makes the plan unfit to be opened, in the officer's words; `name` is the file. Nothing if it is sound.
    std::optional<Error> fault(const Plan &plan, const QString &name) const;

private:
    struct Place {
        TableId table;
        RowId row;
        int field;
    };
    /// Where the references of a field lead; the rows they start from are found when one leads nowhere.
    struct Targets {
        TableId table;
        int field;
        std::vector<RowId> rows;
    };
    Targets &targetsOf(TableId table, int field);
    static std::optional<Error> circle(const Plan &plan, const Targets &targets, const QString &name);

    std::vector<Targets> m_targets;
    std::optional<Place> m_badText;
};

} // namespace shisaku
