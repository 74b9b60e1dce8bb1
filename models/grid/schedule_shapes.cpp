// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/schedule_shapes.h"

#include "models/grid/grid_changes.h"
#include "models/grid/grid_step.h"
#include "models/plan/doubts.h"
#include "models/schedule/year_cells.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScheduleShapes)
};

constexpr int yearWidth = 84;
enum : int { nameColumn, startColumn, endColumn }; // of the bars

/// What the grid's own kind of rows is in either shape.
GridShape initiatives(Id<Measure> measure)
{
    GridShape shape;
    shape.table = TableId::Initiative;
    shape.initial = {{fieldIndex<&Initiative::measure>(), measure.row},
                     {fieldIndex<&Initiative::title>(), Texts::tr("新しい取組")}};
    return shape;
}

template <typename T, auto Whole>
GridPart partOfInitiative(QList<GridCell> cells)
{
    GridPart part;
    part.table = tableOf<T>;
    part.whole = fieldIndex<Whole>();
    part.cells = std::move(cells);
    return part;
}

/// What is 要原典確認 about single fields of a 取組: in the year cells its name stands for all of them.
QString doubtOfFields(const Plan &plan, RowId initiative)
{
    QStringList doubts;
    for (const Annotation *note : plan.annotations(initiative, u"要原典確認")) {
        if (!note->field.isEmpty())
            doubts << doubtText(plan, TableId::Initiative, initiative, fieldIndex(TableId::Initiative, note->field));
    }
    return joinedDoubts(doubts);
}

/// What is 要原典確認 about the bars and milestones that stand in a year cell.
QString doubtOfYear(const Plan &plan, RowId initiative, int year)
{
    QStringList doubts;
    for (const YearEntry &entry : yearEntries(plan, Id<Initiative>(initiative), year)) {
        for (const Annotation *note : plan.annotations(entry.row, u"要原典確認"))
            doubts << doubtText(plan, entry.table, entry.row, note->field.isEmpty() ? -1 : fieldIndex(entry.table, note->field));
    }
    return joinedDoubts(doubts);
}

/// A line as it is shown, which comes back from a spreadsheet, is the line as it is edited: its time is not part of the name.
QString asEdited(const QString &typed, const QList<YearEntry> &entries)
{
    QStringList lines = typed.split(u'\n');
    for (QString &line : lines) {
        for (const YearEntry &entry : entries) {
            if (line.trimmed() == entry.shown())
                line = entry.text;
        }
    }
    return lines.join(u'\n');
}

GridColumn yearColumn(int year)
{
    GridColumn column = composedColumn(PlanTime::fiscalYear(year).toJapanese(), yearWidth, {}, true);
    column.part = QString::number(year);
    column.isLong = true;
    column.text = [year](const Plan &plan, RowId initiative) {
        QStringList lines;
        for (const YearEntry &entry : yearEntries(plan, Id<Initiative>(initiative), year))
            lines << entry.shown();
        return lines.join(u'\n');
    };
    column.input = [year](const Plan &plan, RowId initiative) {
        return yearText(yearEntries(plan, Id<Initiative>(initiative), year));
    };
    column.write = [year](const Plan &plan, RowId initiative, const QString &typed, const IdSource &ids,
                          ChangeBuilder &change) -> Result<void> {
        const Id<Initiative> id(initiative);
        change.add(yearChange(plan, id, year, asEdited(typed, yearEntries(plan, id, year)), ids));
        return {};
    };
    column.doubt = [year](const Plan &plan, RowId initiative) { return doubtOfYear(plan, initiative, year); };
    return column;
}

/// Lines that say when are bars: of the row they are put on, from the current one on, and behind the last of them as new ones.
/// Nothing for lines that say less, or go into another order.
std::optional<Result<ChangeSet>> barsPasted(const Plan &plan, Id<Measure> measure, const PastedBlock &block, const IdSource &ids)
{
    const Phase *first = plan.find(Id<Phase>(block.from));
    const Id<Initiative> initiative = first ? first->initiative : Id<Initiative>(block.from);
    if (block.shown || !plan.find(initiative))
        return {};
    PastedBlock lines = block;
    const auto filled = [&block](const QStringList &line, int column) {
        return !line.value(block.columns.indexOf(column)).trimmed().isEmpty();
    };
    const auto isEmpty = [](const QStringList &line) { return line.join(QString()).trimmed().isEmpty(); };
    while (!lines.cells.isEmpty() && isEmpty(lines.cells.last()))
        lines.cells.removeLast();
    const bool sayWhen = std::all_of(lines.cells.begin(), lines.cells.end(), [&](const QStringList &line) {
        return filled(line, nameColumn) && (filled(line, startColumn) || filled(line, endColumn));
    });
    if (!sayWhen || lines.cells.isEmpty())
        return {};

    GridShape shape = barsShape(measure);
    shape.pasteRows = nullptr;
    QList<RowId> bars; // that take the lines
    for (const Phase *phase : plan.parts<&Phase::initiative>(initiative)) {
        if (first && (phase == first || !bars.isEmpty()))
            bars << phase->id.row;
    }
    GridStep step(plan);
    while (bars.size() < lines.cells.size()) {
        const RowId id = ids();
        const auto added = rowAdded(step.plan(), shape, 1, id, bars.isEmpty() ? initiative.row : bars.last(), ids);
        if (!added)
            return added;
        if (const auto taken = step.take(*added); !taken)
            return taken.error();
        bars << id;
    }
    lines.from = bars.first();
    lines.shown = bars;
    const auto written = blockPasted(step.plan(), shape, lines, ids);
    if (!written)
        return written;
    if (const auto taken = step.take(*written); !taken)
        return taken.error();
    return step.build(written->title);
}
} // namespace

GridShape barsShape(Id<Measure> measure)
{
    GridShape shape = initiatives(measure);
    shape.key = u"schedule-bars"_s;
    shape.columns = {fieldColumn<&Initiative::title>(Texts::tr("取組・工程・節目"), 0, true),
                     composedColumn(Texts::tr("開始・時期"), 72),
                     composedColumn(Texts::tr("終了"), 58),
                     fieldColumn<&Initiative::actor>(Texts::tr("主体・形"), 66),
                     composedColumn(Texts::tr("時期の確かさ"), 116),
                     fieldColumn<&Initiative::group_title>(Texts::tr("まとまり"), 84),
                     fieldColumn<&Initiative::remark>(Texts::tr("備考"), 160, true)};
    shape.frozen = 1;
    shape.parts = {partOfInitiative<Phase, &Phase::initiative>({fieldCell<&Phase::label>(), fieldCell<&Phase::starts>(),
                                                                fieldCell<&Phase::ends>(), fieldCell<&Phase::style>(),
                                                                fieldCell<&Phase::certainty>()}),
                   partOfInitiative<Milestone, &Milestone::initiative>({fieldCell<&Milestone::label>(), fieldCell<&Milestone::at>(),
                                                                        GridCell(), fieldCell<&Milestone::symbol>(),
                                                                        fieldCell<&Milestone::certainty>()})};
    shape.pasteRows = [measure](const Plan &plan, const PastedBlock &block, const IdSource &ids) {
        return barsPasted(plan, measure, block, ids);
    };
    shape.rows = [measure](const Plan &plan) {
        QList<GridRow> rows;
        for (const Initiative *initiative : plan.parts<&Initiative::measure>(measure)) {
            rows << GridRow{initiative->id.row, 0, 0};
            for (const Phase *phase : plan.parts<&Phase::initiative>(initiative->id))
                rows << GridRow{phase->id.row, 1, 1};
            for (const Milestone *milestone : plan.parts<&Milestone::initiative>(initiative->id))
                rows << GridRow{milestone->id.row, 2, 1};
        }
        return rows;
    };
    return shape;
}

GridShape yearShape(const Plan &plan, Id<Measure> measure)
{
    GridShape shape = initiatives(measure);
    shape.key = u"schedule-years"_s;
    shape.columns = {fieldColumn<&Initiative::title>(tableLabel(TableId::Initiative), 120, true)};
    shape.columns.first().doubt = doubtOfFields;
    const YearColumns years = YearColumns::of(plan);
    for (int year = years.first; year <= years.last; ++year)
        shape.columns << yearColumn(year);
    shape.rows = [measure](const Plan &now) { return gridRows(now.parts<&Initiative::measure>(measure)); };
    shape.frozen = 1;
    shape.reads = {TableId::Phase, TableId::Milestone};
    return shape;
}

} // namespace shisaku
