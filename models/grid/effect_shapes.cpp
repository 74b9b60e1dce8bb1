// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/effect_shapes.h"

#include "models/grid/office_cells.h"
#include "models/plan/written_number.h"
#include "models/results/effect_amounts.h"
#include "models/results/effect_question.h"

#include <QCoreApplication>
#include <QSet>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(EffectShapes)
};

constexpr int figureWidth = 92;
constexpr int countWidth = 72;

QString japanese(const std::optional<Decimal> &number, int places = -1)
{
    return number ? number->toJapanese(places) : QString();
}

QString hours(const std::optional<Decimal> &number)
{
    return number ? hoursText(*number) : QString();
}

/// The document's figure, if it is not the one computed.
QString differing(const QString &printed, const std::optional<Decimal> &computed)
{
    const auto figure = PrintedAmount::fromText(printed);
    return figure && !(computed && figure->is(*computed)) ? figure->shown() : QString();
}

QString counted(const std::optional<qint64> &number)
{
    return number ? Decimal::of(*number).toJapanese() : QString();
}

QString differingCount(const std::optional<qint64> &printed, std::optional<qint64> counted)
{
    return printed && printed != counted ? Decimal::of(*printed).toJapanese() : QString();
}

const Effect *effectAt(const Plan &plan, RowId row)
{
    return plan.find(Id<Effect>(row));
}

GridColumn computedColumn(const QString &header, int width = figureWidth)
{
    GridColumn column = composedColumn(header, width);
    column.number = true;
    return column;
}

/// What is published alone is a figure too; that it is the document's stands below it.
GridColumn savedColumn()
{
    GridColumn saved = computedColumn(Texts::tr("削減（時間）"));
    saved.text = [](const Plan &plan, RowId row) { return hours(hoursOf(*effectAt(plan, row)).saved); };
    saved.printed = [](const Plan &plan, RowId row) {
        const Effect *effect = effectAt(plan, row);
        const HourAmounts amounts = hoursOf(*effect);
        return amounts.isComputed() ? differing(effect->printed_saved, amounts.saved) : hours(amounts.saved);
    };
    return saved;
}

GridColumn rateColumn()
{
    GridColumn rate = computedColumn(Texts::tr("削減率（％）"));
    rate.text = [](const Plan &plan, RowId row) { return japanese(hoursOf(*effectAt(plan, row)).rate, 1); };
    rate.printed = [](const Plan &plan, RowId row) {
        const Effect *effect = effectAt(plan, row);
        if (!printsAnotherRate(*effect))
            return QString();
        const HourAmounts amounts = hoursOf(*effect);
        return amounts.isComputed() ? effect->printed_rate : japanese(amounts.rate, 1);
    };
    return rate;
}

GridColumn yearColumn()
{
    GridColumn year = fieldColumn<&Effect::as_of>(Texts::tr("年度"), 84);
    year.text = [](const Plan &plan, RowId row) {
        const Effect *effect = effectAt(plan, row);
        if (effect->scope == "total"_L1)
            return Texts::tr("合計（原典）");
        return effect->as_of.precision() == PlanTime::Precision::FiscalYear ? effect->as_of.toShortJapanese()
                                                                            : effect->as_of.toJapanese();
    };
    year.sortKey = [](const Plan &plan, RowId row) {
        const Effect *effect = effectAt(plan, row);
        return effect->as_of.isDated() && effect->scope != "total"_L1 ? QString::number(effect->as_of.firstMonth())
                                                                      : Texts::tr("合計（原典）");
    };
    return year;
}

template <auto Whole, auto Office>
GridColumn officesColumn(const QString &header, int width)
{
    return composedColumn(header, width, officeListCell<Whole, Office>(), true);
}

GridColumn officeCountColumn()
{
    GridColumn count = computedColumn(Texts::tr("部署数"), countWidth);
    count.text = [](const Plan &plan, RowId row) { return counted(officeCount(plan, *effectAt(plan, row))); };
    count.printed = [](const Plan &plan, RowId row) {
        const Effect *effect = effectAt(plan, row);
        return differingCount(effect->printed_departments, officeCount(plan, *effect));
    };
    // Where no office is named, the count itself is what is known: it is typed here.
    count.write = [](const Plan &plan, RowId row, const QString &typed, const IdSource &, ChangeBuilder &change) -> Result<void> {
        const auto read = readNumber(fieldOf<&Effect::printed_departments>(), typed);
        if (!read)
            return read.error();
        const bool named = !officesOf(plan, Id<Effect>(row)).isEmpty();
        if (!named || !isEmpty(*read))
            change.set(TableId::Effect, row, fieldIndex<&Effect::printed_departments>(), *read);
        return {};
    };
    return count;
}

struct TotalCells {
    QString label;
    QString tasks;
    QString offices;
    QString officeCount;
    QString before;
    QString after;
    QString saved;
    QString rate;
};

QStringList inColumns(const TotalCells &cells)
{
    return {cells.label, cells.tasks, cells.offices, cells.officeCount, cells.before, cells.after, cells.saved, cells.rate};
}

GridTotal totalRow(const Plan &plan, const QString &tool, const EffectTotal &total, bool onlyOne)
{
    const HourAmounts &amounts = total.hours;
    GridTotal row;
    row.cells = inColumns({onlyOne ? Texts::tr("合計") : Texts::tr("合計（%1）").arg(total.basis), counted(total.tasks),
                           total.officeCount ? total.offices.told() : QString(), counted(total.officeCount), hours(amounts.before),
                           hours(amounts.after), hours(amounts.saved), japanese(amounts.rate, 1)});
    for (const Effect *printed : printedTotals(plan, tool)) {
        if (basisOf(*printed) != total.basis || printed->scope != "total"_L1)
            continue;
        row.printed = inColumns({{},
                                 differingCount(printed->task_count, total.tasks),
                                 {},
                                 differingCount(printed->printed_departments, total.officeCount),
                                 differing(printed->hours_before, amounts.before),
                                 differing(printed->hours_after, amounts.after),
                                 differing(printed->printed_saved, amounts.saved),
                                 differing(printed->printed_rate, amounts.rate)});
    }
    return row;
}

QList<GridTotal> totalsOf(const Plan &plan, const QString &tool, const QList<RowId> &shown)
{
    const QSet<RowId> seen(shown.begin(), shown.end());
    QList<const Effect *> rows = yearRows(plan, tool);
    rows.removeIf([&](const Effect *row) { return !seen.contains(row->id.row); });
    const QList<EffectTotal> totals = totalsByBasis(plan, rows);
    QList<GridTotal> list;
    for (const EffectTotal &total : totals) {
        if (total.isWorthSaying()) // bare counts of offices are not added, for an office may be in several of them
            list << totalRow(plan, tool, total, totals.size() == 1);
    }
    return list;
}
} // namespace

GridShape effectShape(const QString &tool, bool printed)
{
    GridShape shape;
    shape.key = printed ? u"effect-printed"_s : u"effect"_s;
    shape.frozen = 1;
    shape.table = TableId::Effect;
    shape.columns = {yearColumn(),
                     fieldColumn<&Effect::task_count>(Texts::tr("業務数"), countWidth),
                     officesColumn<&EffectDepartment::effect, &EffectDepartment::department>(Texts::tr("部署名"), 0),
                     officeCountColumn(),
                     fieldColumn<&Effect::hours_before>(Texts::tr("導入前（時間）"), figureWidth + 16),
                     fieldColumn<&Effect::hours_after>(Texts::tr("導入後（時間）"), figureWidth + 16),
                     savedColumn(),
                     rateColumn(),
                     fieldColumn<&Effect::basis>(Texts::tr("集計の基準"), 96)};
    shape.columns.last().hideWhenNarrow = !printed;
    if (printed) {
        shape.columns << fieldColumn<&Effect::printed_saved>(Texts::tr("原典の削減"), figureWidth)
                      << fieldColumn<&Effect::printed_rate>(Texts::tr("原典の率"), figureWidth)
                      << fieldColumn<&Effect::printed_departments>(Texts::tr("原典の部署数"), figureWidth + 8)
                      << fieldColumn<&Effect::source>(Texts::tr("出典"), 160);
    }
    shape.rows = [tool, printed](const Plan &plan) {
        return gridRows(yearRows(plan, tool)) + (printed ? gridRows(printedTotals(plan, tool)) : QList<GridRow>());
    };
    shape.initial = {{fieldIndex<&Effect::tool>(), tool}, {fieldIndex<&Effect::basis>(), u"年度実績"_s}};
    shape.totals = [tool](const Plan &plan, const QList<RowId> &shown) { return totalsOf(plan, tool, shown); };
    shape.reads = {TableId::EffectDepartment, TableId::Department};
    shape.question = &askAboutSavings;
    return shape;
}

GridShape measureEffectShape()
{
    GridShape shape;
    shape.key = u"measure-effect"_s;
    shape.frozen = 1;
    shape.table = TableId::Effect;
    shape.columns = {fieldColumn<&Effect::measure>(Texts::tr("施策"), 200),
                     fieldColumn<&Effect::tool>(Texts::tr("手段"), 90),
                     fieldColumn<&Effect::role>(Texts::tr("現状・目標"), 80),
                     fieldColumn<&Effect::as_of>(Texts::tr("時点"), 80),
                     fieldColumn<&Effect::task_count>(Texts::tr("業務数"), countWidth),
                     fieldColumn<&Effect::hours_before>(Texts::tr("導入前（時間）"), figureWidth + 16),
                     fieldColumn<&Effect::hours_after>(Texts::tr("導入後（時間）"), figureWidth + 16),
                     savedColumn(),
                     rateColumn(),
                     fieldColumn<&Effect::printed_saved>(Texts::tr("原典の削減"), figureWidth),
                     fieldColumn<&Effect::printed_rate>(Texts::tr("原典の率"), figureWidth)};
    shape.rows = [](const Plan &plan) {
        QList<const Effect *> rows = plan.ordered<Effect>();
        rows.removeIf([](const Effect *row) { return row->measure.isNull(); });
        return gridRows(rows);
    };
    shape.question = &askAboutSavings;
    shape.canAdd = false;
    return shape;
}

GridShape caseShape()
{
    GridShape shape;
    shape.key = u"case"_s;
    shape.table = TableId::CaseStudy;
    shape.columns = {
        fieldColumn<&CaseStudy::title>(Texts::tr("事例名"), 0, true), fieldColumn<&CaseStudy::group>(Texts::tr("まとまり"), 130),
        fieldColumn<&CaseStudy::means>(Texts::tr("用いた手段"), 130, true), fieldColumn<&CaseStudy::as_of>(Texts::tr("時点"), 72),
        fieldColumn<&CaseStudy::effect>(Texts::tr("効果"), 150, true)};
    shape.rows = [](const Plan &plan) { return gridRows(plan.ordered<CaseStudy>()); };
    shape.initial = {{fieldIndex<&CaseStudy::title>(), Texts::tr("新しい事例")}};
    return shape;
}

GridShape caseValueShape(Id<CaseStudy> of)
{
    GridShape shape;
    shape.key = u"case-value"_s;
    shape.frozen = 1;
    shape.table = TableId::CaseValue;
    GridColumn yearly = computedColumn(Texts::tr("年間換算"), 104);
    yearly.text = [](const Plan &plan, RowId row) {
        const YearlyValue value = yearlyValue(*plan.find(Id<CaseValue>(row)));
        return value.before && value.after ? Texts::tr("%1→%2").arg(japanese(value.before), japanese(value.after)) : QString();
    };
    GridColumn rate = computedColumn(Texts::tr("削減率（％）"));
    rate.text = [](const Plan &plan, RowId row) {
        const CaseValue *value = plan.find(Id<CaseValue>(row));
        const auto before = Decimal::fromText(value->before);
        const auto after = Decimal::fromText(value->after);
        return before && after ? japanese(Decimal::percent(*before - *after, *before), 1) : QString();
    };
    shape.columns = {fieldColumn<&CaseValue::label>(Texts::tr("項目"), 0),
                     fieldColumn<&CaseValue::before>(Texts::tr("導入前"), 76),
                     fieldColumn<&CaseValue::after>(Texts::tr("導入後・件数"), 92),
                     fieldColumn<&CaseValue::unit>(Texts::tr("単位"), 52),
                     fieldColumn<&CaseValue::per>(Texts::tr("期間"), 84),
                     rate,
                     yearly,
                     fieldColumn<&CaseValue::qualifier>(Texts::tr("限定"), 56),
                     fieldColumn<&CaseValue::printed_share>(Texts::tr("原典の割合（％）"), 112),
                     fieldColumn<&CaseValue::total>(Texts::tr("計"), 40)};
    shape.rows = [of](const Plan &plan) { return gridRows(plan.parts<&CaseValue::case_study>(of)); };
    shape.initial = {{fieldIndex<&CaseValue::case_study>(), of.row}};
    shape.canAdd = !of.isNull();
    return shape;
}

GridShape caseStepShape(Id<CaseStudy> of)
{
    GridShape shape;
    shape.key = u"case-step"_s;
    shape.table = TableId::CaseStep;
    shape.columns = {fieldColumn<&CaseStep::side>(Texts::tr("前後"), 92), fieldColumn<&CaseStep::label>(Texts::tr("手順"), 84),
                     fieldColumn<&CaseStep::text>(Texts::tr("内容"), 0, true)};
    shape.rows = [of](const Plan &plan) { return gridRows(plan.parts<&CaseStep::case_study>(of)); };
    shape.initial = {{fieldIndex<&CaseStep::case_study>(), of.row}, {fieldIndex<&CaseStep::side>(), u"before"_s}};
    shape.canAdd = !of.isNull();
    return shape;
}

GridShape projectShape()
{
    GridShape shape;
    shape.key = u"project"_s;
    shape.table = TableId::Project;
    shape.columns = {fieldColumn<&Project::kind>(Texts::tr("種類"), 116),
                     fieldColumn<&Project::title>(Texts::tr("名称"), 0, true),
                     fieldColumn<&Project::state>(Texts::tr("取組状況"), 120),
                     officesColumn<&ProjectDepartment::project, &ProjectDepartment::department>(Texts::tr("所管課"), 200),
                     fieldColumn<&Project::begins>(Texts::tr("開始"), 72),
                     fieldColumn<&Project::ends>(Texts::tr("終了"), 72),
                     fieldColumn<&Project::as_of>(Texts::tr("時点"), 80)};
    shape.rows = [](const Plan &plan) { return gridRows(plan.ordered<Project>()); };
    shape.reads = {TableId::ProjectDepartment, TableId::Department};
    shape.initial = {{fieldIndex<&Project::kind>(), QString::fromUtf8(projectKinds[0].key)},
                     {fieldIndex<&Project::title>(), Texts::tr("新しい事業")}};
    return shape;
}

} // namespace shisaku
