// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change/recipe.h"

#include <memory>

namespace shisaku {

Recipe recipeWithIds(const IdSource &ids, RecipeWithIds make)
{
    return [ids, make = std::move(make), drawn = std::make_shared<QList<RowId>>()](const Plan &plan) {
        qsizetype next = 0;
        return make(plan, [&] {
            if (next == drawn->size())
                drawn->append(ids());
            return drawn->at(next++);
        });
    };
}

Recipe recipeFor(const Owner &row, Recipe make)
{
    return [row, make = std::move(make)](const Plan &plan) {
        return plan.table(row.table).contains(row.row) ? make(plan) : Result<ChangeSet>(ChangeSet());
    };
}

} // namespace shisaku
