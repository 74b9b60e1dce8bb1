// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change/take_back.h"

#include "models/plan/belonging.h"
#include "models/plan/rules.h"

#include <QCoreApplication>

namespace shisaku {

namespace {
struct TakeBack {
    Q_DECLARE_TR_FUNCTIONS(TakeBack)
};

/// The measure of a changed row; a removed row (in `now` only) is asked there.
Id<Measure> measureOf(const Plan &now, const Plan &then, const RowChange &change)
{
    return measureOf(change.isRemove() ? now : then, change.table, change.row);
}

/// Whether every link of a row that would be added leads somewhere in `now` or to a row that comes along.
bool leadsSomewhere(const Plan &now, const RowChange &change, const QSet<quint64> &coming)
{
    for (const FieldChange &field : *change.after) {
        const Field &info = tableInfo(change.table).fields[static_cast<size_t>(field.field)];
        const auto *target = std::get_if<RowId>(&field.value);
        if (info.kind == FieldKind::Reference && target && !target->isNull() && !now.table(info.target).contains(*target)
            && !coming.contains(target->bits))
            return false;
    }
    return true;
}
} // namespace

QList<MeasureDifference> differingMeasures(const Plan &now, const Plan &then)
{
    QHash<Id<Measure>, QStringList> places;
    for (const RowChange &change : difference(now, then).rows) {
        const Id<Measure> measure = measureOf(now, then, change);
        if (measure.isNull())
            continue;
        const Plan &holder = change.isRemove() ? now : then;
        QStringList &list = places[measure];
        if (change.table != TableId::Measure || change.isInsert() || change.isRemove())
            list << rowName(holder, change.table, change.row);
        else
            for (const FieldChange &field : *change.after)
                list << fieldLabel(tableInfo(change.table).fields[static_cast<size_t>(field.field)]);
    }
    QList<MeasureDifference> differences;
    for (const Plan *plan : {&then, &now}) {
        for (const Measure *measure : plan->ordered<Measure>()) {
            if (places.contains(measure->id))
                differences.append({measure->id, rowName(*plan, TableId::Measure, measure->id.row), places.take(measure->id)});
        }
    }
    return differences;
}

ChangeSet takeBackMeasure(const Plan &now, const Plan &then, Id<Measure> measure)
{
    const Plan &holder = then.find(measure) ? then : now;
    ChangeSet change{TakeBack::tr("%1を控えから取り戻す").arg(rowName(holder, TableId::Measure, measure.row)), {}};
    change.restores = true;
    QSet<quint64> coming;
    for (const RowChange &row : difference(now, then).rows) {
        if (measureOf(now, then, row) != measure)
            continue;
        if (row.isInsert() && !leadsSomewhere(now, row, coming))
            continue;
        coming.insert(row.row.bits);
        change.rows.append(row);
    }
    return change;
}

} // namespace shisaku
