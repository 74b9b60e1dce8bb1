// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/budget_shape.h"

#include "models/plan/decimal.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(BudgetShape)
};

GridTotal totalRow(const QList<const Budget *> &rows, const QString &stage)
{
    Decimal sum;
    int unknown = 0;
    for (const Budget *row : rows) {
        unknown += row->amount ? 0 : 1;
        sum = sum + Decimal::of(row->amount.value_or(0));
    }
    const QString name = stage.isEmpty() ? Texts::tr("段階の記載なし") : keywordLabel(fieldOf<&Budget::stage>(), stage);
    return {{unknown == 0 ? Texts::tr("合計（%1）").arg(name) : Texts::tr("合計（%1、未記入%2件を除く）").arg(name).arg(unknown),
             {},
             {},
             unknown == rows.size() ? QString() : sum.toJapanese(),
             {}},
            {}};
}

/// One for each stage that occurs: what is asked for and what is granted are not added.
QList<GridTotal> totalsOf(const Plan &plan, const QList<RowId> &shown)
{
    QHash<QString, QList<const Budget *>> byStage;
    for (const RowId row : shown) {
        if (const Budget *budget = plan.find(Id<Budget>(row))) // a grid may look for the last time while it is being taken out
            byStage[budget->stage] << budget;
    }
    QStringList stages;
    for (const Keyword &stage : budgetStages)
        stages << QString::fromUtf8(stage.key);
    stages << QString();
    QList<GridTotal> totals;
    for (const QString &stage : std::as_const(stages)) {
        if (const auto rows = byStage.constFind(stage); rows != byStage.constEnd())
            totals << totalRow(*rows, stage);
    }
    return totals;
}

/// A budget is a measure's: a new row is of the one above it, for several years of one measure mostly follow each other.
void insertBudget(const Plan &plan, RowId id, RowId beside, FieldValues values, ChangeBuilder &change)
{
    const Budget *above = plan.find(Id<Budget>(beside));
    const auto measures = above ? QList<const Measure *>() : plan.ordered<Measure>();
    values[fieldIndex<&Budget::measure>()] = above ? above->measure.row : measures.isEmpty() ? RowId() : measures.first()->id.row;
    change.insert(TableId::Budget, id, values);
}
} // namespace

GridShape budgetShape()
{
    GridShape shape;
    shape.key = u"budget"_s;
    shape.table = TableId::Budget;
    shape.columns = {fieldColumn<&Budget::measure>(0, true), fieldColumn<&Budget::year>(84), fieldColumn<&Budget::stage>(84),
                     fieldColumn<&Budget::amount>(124), fieldColumn<&Budget::funds>(200, true)};
    shape.frozen = 1;
    shape.rows = [](const Plan &plan) { return gridRows(plan.ordered<Budget>()); };
    shape.totals = &totalsOf;
    shape.initial = {{fieldIndex<&Budget::stage>(), u"当初"_s}};
    shape.insert = [](const Plan &plan, RowId id, RowId beside, FieldValues values, const IdSource &, ChangeBuilder &change) {
        insertBudget(plan, id, beside, std::move(values), change);
    };
    return shape;
}

} // namespace shisaku
