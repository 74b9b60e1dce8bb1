// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/effect_tables.h"

#include "models/order/office_search.h"
#include "models/plan/office_names.h"
#include "models/plan/rank.h"
#include "models/plan/written_number.h"
#include "models/results/effect_amounts.h"
#include "models/results/effect_question.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(EffectTables)
};

constexpr int figureWidth = 92;
constexpr int countWidth = 72;

template <typename T>
QList<RowId> idsOf(const QList<const T *> &rows)
{
    QList<RowId> ids;
    for (const T *row : rows)
        ids << row->id.row;
    return ids;
}

template <auto Member>
RecordColumn column(const QString &header, int width, bool wraps = false)
{
    RecordColumn shown = fieldColumn<Member>(width, wraps);
    shown.header = header;
    return shown;
}

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

QStringList proposedOffices(const Plan &plan, const QString &typed)
{
    QStringList names;
    for (const Department *office : officesMatching(plan, typed))
        names << office->name;
    return names;
}

/// Replaces the parts of a row that name offices by those typed; the ones that stay keep their rows.
template <auto Whole, auto Office>
Result<void> writeOffices(const Plan &plan, RowId record, const QString &typed, const IdSource &ids, ChangeBuilder &change)
{
    using Part = typename fields::MemberOf<decltype(Whole)>::Row;
    const auto wanted = readOffices(plan, typed);
    if (!wanted)
        return wanted.error();
    QList<Id<Department>> missing = *wanted;
    QString last;
    for (const Part *part : plan.parts<Whole>(typename fields::MemberOf<decltype(Whole)>::Type(record))) {
        last = part->position;
        if (!missing.removeOne(part->*Office))
            change.remove(part->id);
    }
    for (Id<Department> office : missing) {
        Part part;
        part.id = Id<Part>(ids());
        last = rankBetween(last, {});
        part.position = last;
        part.*Whole = typename fields::MemberOf<decltype(Whole)>::Type(record);
        part.*Office = office;
        change.insert(part);
    }
    return {};
}

const Effect *effectAt(const Plan &plan, RowId row)
{
    return plan.find(Id<Effect>(row));
}

RecordColumn computedColumn(const QString &header)
{
    RecordColumn column;
    column.header = header;
    column.width = figureWidth;
    column.number = true;
    return column;
}

/// What is published alone is a figure too; that it is the document's stands below it.
RecordColumn savedColumn()
{
    RecordColumn saved = computedColumn(Texts::tr("削減（時間）"));
    saved.text = [](const Plan &plan, RowId row) { return hours(hoursOf(*effectAt(plan, row)).saved); };
    saved.printed = [](const Plan &plan, RowId row) {
        const Effect *effect = effectAt(plan, row);
        const HourAmounts amounts = hoursOf(*effect);
        return amounts.isComputed() ? differing(effect->printed_saved, amounts.saved) : hours(amounts.saved);
    };
    return saved;
}

RecordColumn rateColumn()
{
    RecordColumn rate = computedColumn(Texts::tr("削減率（％）"));
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

RecordColumn yearColumn()
{
    RecordColumn year = column<&Effect::as_of>(Texts::tr("年度"), 84);
    year.text = [](const Plan &plan, RowId row) {
        const Effect *effect = effectAt(plan, row);
        if (effect->scope == "total"_L1)
            return Texts::tr("合計（原典）");
        return effect->as_of.precision() == PlanTime::Precision::FiscalYear ? effect->as_of.toShortJapanese()
                                                                            : effect->as_of.toJapanese();
    };
    return year;
}

RecordColumn officesColumn()
{
    RecordColumn offices;
    offices.header = Texts::tr("部署名");
    offices.width = 0;
    offices.wraps = true;
    offices.text = [](const Plan &plan, RowId row) { return officeNames(plan, officesOf(plan, Id<Effect>(row))); };
    offices.write = &writeOffices<&EffectDepartment::effect, &EffectDepartment::department>;
    offices.proposals = &proposedOffices;
    return offices;
}

RecordColumn officeCountColumn()
{
    RecordColumn count;
    count.header = Texts::tr("部署数");
    count.width = countWidth;
    count.number = true;
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
        const bool named = effectAt(plan, row) && !officesOf(plan, Id<Effect>(row)).isEmpty();
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

RecordTotal totalRow(const Plan &plan, const QString &tool, const EffectTotal &total, bool onlyOne)
{
    const HourAmounts &amounts = total.hours;
    RecordTotal row;
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

QList<RecordTotal> totalsOf(const Plan &plan, const QString &tool, const QList<RowId> &shown)
{
    QList<const Effect *> rows = yearRows(plan, tool);
    rows.removeIf([&](const Effect *row) { return !shown.contains(row->id.row); });
    const QList<EffectTotal> totals = totalsByBasis(plan, rows);
    QList<RecordTotal> list;
    for (const EffectTotal &total : totals) {
        if (total.isWorthSaying()) // bare counts of offices are not added, for an office may be in several of them
            list << totalRow(plan, tool, total, totals.size() == 1);
    }
    return list;
}
} // namespace

RecordTable effectTable(const QString &tool, bool printed)
{
    RecordTable table;
    table.table = TableId::Effect;
    table.columns = {yearColumn(),
                     column<&Effect::task_count>(Texts::tr("業務数"), countWidth),
                     officesColumn(),
                     officeCountColumn(),
                     column<&Effect::hours_before>(Texts::tr("導入前（時間）"), figureWidth + 16),
                     column<&Effect::hours_after>(Texts::tr("導入後（時間）"), figureWidth + 16),
                     savedColumn(),
                     rateColumn(),
                     column<&Effect::basis>(Texts::tr("集計の基準"), 96)};
    table.columns.last().hideWhenNarrow = !printed;
    if (printed) {
        table.columns << column<&Effect::printed_saved>(Texts::tr("原典の削減"), figureWidth)
                      << column<&Effect::printed_rate>(Texts::tr("原典の率"), figureWidth)
                      << column<&Effect::printed_departments>(Texts::tr("原典の部署数"), figureWidth + 8)
                      << column<&Effect::source>(Texts::tr("出典"), 160);
    }
    table.rows = [tool, printed](const Plan &plan) {
        return idsOf(yearRows(plan, tool)) + (printed ? idsOf(printedTotals(plan, tool)) : QList<RowId>());
    };
    table.initial = {{fieldIndex<&Effect::tool>(), tool}, {fieldIndex<&Effect::basis>(), u"年度実績"_s}};
    table.totals = [tool](const Plan &plan, const QList<RowId> &shown) { return totalsOf(plan, tool, shown); };
    table.reads = {TableId::EffectDepartment, TableId::Department};
    table.question = &askAboutSavings;
    return table;
}

RecordTable measureEffectTable()
{
    RecordTable table;
    table.table = TableId::Effect;
    table.columns = {column<&Effect::measure>(Texts::tr("施策"), 200),
                     column<&Effect::tool>(Texts::tr("手段"), 90),
                     column<&Effect::role>(Texts::tr("現状・目標"), 80),
                     column<&Effect::as_of>(Texts::tr("時点"), 80),
                     column<&Effect::task_count>(Texts::tr("業務数"), countWidth),
                     column<&Effect::hours_before>(Texts::tr("導入前（時間）"), figureWidth + 16),
                     column<&Effect::hours_after>(Texts::tr("導入後（時間）"), figureWidth + 16),
                     savedColumn(),
                     rateColumn(),
                     column<&Effect::printed_saved>(Texts::tr("原典の削減"), figureWidth),
                     column<&Effect::printed_rate>(Texts::tr("原典の率"), figureWidth)};
    table.rows = [](const Plan &plan) {
        QList<const Effect *> rows = plan.ordered<Effect>();
        rows.removeIf([](const Effect *row) { return row->measure.isNull(); });
        return idsOf(rows);
    };
    table.question = &askAboutSavings;
    table.canAdd = false;
    return table;
}

RecordTable caseTable()
{
    RecordTable table;
    table.table = TableId::CaseStudy;
    table.columns = {column<&CaseStudy::title>(Texts::tr("事例名"), 0, true), column<&CaseStudy::group>(Texts::tr("まとまり"), 130),
                     column<&CaseStudy::means>(Texts::tr("用いた手段"), 130, true),
                     column<&CaseStudy::as_of>(Texts::tr("時点"), 72), column<&CaseStudy::effect>(Texts::tr("効果"), 150, true)};
    table.rows = [](const Plan &plan) { return idsOf(plan.ordered<CaseStudy>()); };
    table.initial = {{fieldIndex<&CaseStudy::title>(), Texts::tr("新しい事例")}};
    return table;
}

RecordTable caseValueTable(Id<CaseStudy> of)
{
    RecordTable table;
    table.table = TableId::CaseValue;
    RecordColumn yearly;
    yearly.header = Texts::tr("年間換算");
    yearly.width = 104;
    yearly.number = true;
    yearly.text = [](const Plan &plan, RowId row) {
        const YearlyValue value = yearlyValue(*plan.find(Id<CaseValue>(row)));
        return value.before && value.after ? Texts::tr("%1→%2").arg(japanese(value.before), japanese(value.after)) : QString();
    };
    RecordColumn rate;
    rate.header = Texts::tr("削減率（％）");
    rate.width = figureWidth;
    rate.number = true;
    rate.text = [](const Plan &plan, RowId row) {
        const CaseValue *value = plan.find(Id<CaseValue>(row));
        const auto before = Decimal::fromText(value->before);
        const auto after = Decimal::fromText(value->after);
        return before && after ? japanese(Decimal::percent(*before - *after, *before), 1) : QString();
    };
    table.columns = {column<&CaseValue::label>(Texts::tr("項目"), 0),
                     column<&CaseValue::before>(Texts::tr("導入前"), 76),
                     column<&CaseValue::after>(Texts::tr("導入後・件数"), 92),
                     column<&CaseValue::unit>(Texts::tr("単位"), 52),
                     column<&CaseValue::per>(Texts::tr("期間"), 84),
                     rate,
                     yearly,
                     column<&CaseValue::qualifier>(Texts::tr("限定"), 56),
                     column<&CaseValue::printed_share>(Texts::tr("原典の割合（％）"), 112),
                     column<&CaseValue::total>(Texts::tr("計"), 40)};
    table.rows = [of](const Plan &plan) { return idsOf(plan.parts<&CaseValue::case_study>(of)); };
    table.initial = {{fieldIndex<&CaseValue::case_study>(), of.row}};
    table.canAdd = !of.isNull();
    return table;
}

RecordTable caseStepTable(Id<CaseStudy> of)
{
    RecordTable table;
    table.table = TableId::CaseStep;
    table.columns = {column<&CaseStep::side>(Texts::tr("前後"), 92), column<&CaseStep::label>(Texts::tr("手順"), 84),
                     column<&CaseStep::text>(Texts::tr("内容"), 0, true)};
    table.rows = [of](const Plan &plan) { return idsOf(plan.parts<&CaseStep::case_study>(of)); };
    table.initial = {{fieldIndex<&CaseStep::case_study>(), of.row}, {fieldIndex<&CaseStep::side>(), u"before"_s}};
    table.canAdd = !of.isNull();
    return table;
}

RecordTable projectTable()
{
    RecordTable table;
    table.table = TableId::Project;
    RecordColumn offices;
    offices.header = Texts::tr("所管課");
    offices.width = 200;
    offices.wraps = true;
    offices.text = [](const Plan &plan, RowId row) {
        QList<Id<Department>> list;
        for (const ProjectDepartment *part : plan.parts<&ProjectDepartment::project>(Id<Project>(row)))
            list << part->department;
        return officeNames(plan, list);
    };
    offices.write = &writeOffices<&ProjectDepartment::project, &ProjectDepartment::department>;
    offices.proposals = &proposedOffices;
    table.columns = {column<&Project::kind>(Texts::tr("種類"), 116),      column<&Project::title>(Texts::tr("名称"), 0, true),
                     column<&Project::state>(Texts::tr("取組状況"), 120), offices,
                     column<&Project::begins>(Texts::tr("開始"), 72),     column<&Project::ends>(Texts::tr("終了"), 72),
                     column<&Project::as_of>(Texts::tr("時点"), 80)};
    table.rows = [](const Plan &plan) { return idsOf(plan.ordered<Project>()); };
    table.reads = {TableId::ProjectDepartment, TableId::Department};
    table.initial = {{fieldIndex<&Project::kind>(), QString::fromUtf8(projectKinds[0].key)},
                     {fieldIndex<&Project::title>(), Texts::tr("新しい事業")}};
    return table;
}

} // namespace shisaku
