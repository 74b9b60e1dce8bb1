// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/effect_figures.h"

#include "models/check/rates.h"
#include "models/plan/ranges.h"

#include <QSet>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int monthsPerYear = 12;

bool isReportOf(const Effect &effect, const QString &tool)
{
    return effect.measure.isNull() && effect.tool == tool && (effect.role.isEmpty() || effect.role == "actual"_L1);
}

template <typename Wanted>
QList<const Effect *> effectsWhere(const Plan &plan, Wanted wanted)
{
    QList<const Effect *> rows = plan.ordered<Effect>();
    rows.removeIf([&](const Effect *effect) { return !wanted(*effect); });
    return rows;
}

HourFigures computed(std::optional<Decimal> before, std::optional<Decimal> after)
{
    HourFigures figures{before, after, {}, {}};
    if (before && after) {
        figures.saved = *before - *after;
        figures.rate = Decimal::percent(*figures.saved, *before);
    }
    return figures;
}

EffectTotal totalOf(const Plan &plan, const QString &basis, const QList<const Effect *> &rows)
{
    EffectTotal total;
    total.basis = basis;
    total.rows = rows;
    total.offices = OfficeTally(plan, rows);
    Decimal before;
    Decimal after;
    for (const Effect *row : rows) {
        if (const auto tasks = ranged<&Effect::task_count>(*row))
            total.tasks = total.tasks.value_or(0) + *tasks;
        const HourFigures hours = hoursOf(*row);
        if (hours.saved) {
            before = before + *hours.before;
            after = after + *hours.after;
            ++total.rowsWithHours;
        }
        total.officeMentions += officeCount(plan, *row).value_or(0);
        total.officesAreNamed = total.officesAreNamed && (!officesOf(plan, row->id).isEmpty() || !row->printed_departments);
    }
    if (total.rowsWithHours > 0)
        total.hours = computed(before, after);
    return total;
}
} // namespace

HourFigures hoursOf(const Effect &effect)
{
    return computed(Decimal::fromText(effect.hours_before), Decimal::fromText(effect.hours_after));
}

QString basisOf(const Effect &effect)
{
    if (effect.scope == "cumulative"_L1 && (effect.basis.isEmpty() || effect.basis == u"年度実績"))
        return u"累計"_s;
    return effect.basis.isEmpty() ? u"不明"_s : effect.basis;
}

bool printsAnotherRate(const Effect &effect)
{
    const auto printed = PrintedFigure::fromText(effect.printed_rate);
    const HourFigures hours = hoursOf(effect);
    return printed && !(hours.saved && printed->isPercentOf(*hours.saved, *hours.before));
}

QList<const Effect *> yearRows(const Plan &plan, const QString &tool)
{
    return effectsWhere(plan, [&](const Effect &effect) { return isReportOf(effect, tool) && effect.scope != "total"_L1; });
}

QList<const Effect *> printedTotals(const Plan &plan, const QString &tool)
{
    return effectsWhere(plan, [&](const Effect &effect) { return isReportOf(effect, tool) && effect.scope == "total"_L1; });
}

QStringList toolsWithResults(const Plan &plan)
{
    QStringList used;
    for (const Effect *effect : effectsWhere(plan, [](const Effect &row) { return row.measure.isNull() && !row.tool.isEmpty(); })) {
        if (!used.contains(effect->tool))
            used << effect->tool;
    }
    QStringList tools;
    for (const Choice *choice : plan.choices(u"tool")) {
        if (used.removeOne(choice->key))
            tools << choice->key;
    }
    return tools + used;
}

QList<Id<Department>> officesOf(const Plan &plan, Id<Effect> effect)
{
    return OfficeTally::of(plan, effect);
}

std::optional<qint64> officeCount(const Plan &plan, const Effect &effect)
{
    const qsizetype named = officesOf(plan, effect.id).size();
    return named > 0 ? std::optional<qint64>(named) : ranged<&Effect::printed_departments>(effect);
}

QList<EffectTotal> totalsByBasis(const Plan &plan, const QList<const Effect *> &rows)
{
    QStringList bases;
    for (const Effect *row : rows) {
        if (!bases.contains(basisOf(*row)))
            bases << basisOf(*row);
    }
    QList<EffectTotal> totals;
    for (const QString &basis : bases) {
        QList<const Effect *> same = rows;
        same.removeIf([&](const Effect *row) { return basisOf(*row) != basis; });
        totals << totalOf(plan, basis, same);
    }
    return totals;
}

QList<OfficeNovelty> officeNovelty(const Plan &plan, const QList<const Effect *> &rows)
{
    QList<const Effect *> byYear = rows;
    std::stable_sort(byYear.begin(), byYear.end(), [](const Effect *a, const Effect *b) {
        return (a->as_of.isDated() ? a->as_of.firstMonth() : 0) < (b->as_of.isDated() ? b->as_of.firstMonth() : 0);
    });
    QSet<Id<Department>> seen;
    QList<OfficeNovelty> years;
    for (const Effect *row : byYear) {
        OfficeNovelty year;
        year.row = row;
        const QList<Id<Department>> offices = officesOf(plan, row->id);
        if (offices.isEmpty())
            year.unnamed = ranged<&Effect::printed_departments>(*row);
        for (Id<Department> office : offices) {
            seen.contains(office) ? ++year.repeated : ++year.first;
            seen.insert(office);
        }
        if (!offices.isEmpty() || year.unnamed)
            years << year;
    }
    return years;
}

YearlyValue yearlyValue(const CaseValue &value)
{
    YearlyValue yearly{Decimal::fromText(value.before), Decimal::fromText(value.after), false};
    if (value.per == u"年")
        return yearly;
    if (value.per != u"月")
        return {};
    yearly.computed = true;
    if (yearly.before)
        yearly.before = *yearly.before * monthsPerYear;
    if (yearly.after)
        yearly.after = *yearly.after * monthsPerYear;
    return yearly;
}

} // namespace shisaku
