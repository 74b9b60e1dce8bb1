// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/measure_parts_shapes.h"

#include "models/document/note_marks.h"
#include "models/plan/tenure.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MeasurePartsShapes)
};
} // namespace

GridShape formIndicatorShape(Id<Measure> measure)
{
    GridShape shape;
    shape.key = u"form-indicator"_s;
    shape.table = TableId::Indicator;
    shape.initial = {{fieldIndex<&Indicator::measure>(), measure.row}, {fieldIndex<&Indicator::name>(), Texts::tr("新しい指標")}};
    shape.columns = {fieldColumn<&Indicator::name>(Texts::tr("指標・値の種類"), 0, true),
                     fieldColumn<&Indicator::unit>(Texts::tr("単位・値"), 68),
                     composedColumn(Texts::tr("限定"), 52),
                     composedColumn(Texts::tr("時点"), 72),
                     fieldColumn<&Indicator::direction>(Texts::tr("望ましい方向"), 104),
                     fieldColumn<&Indicator::state>(Texts::tr("設定状況"), 90),
                     fieldColumn<&Indicator::group>(Texts::tr("系列"), 72),
                     fieldColumn<&Indicator::source>(Texts::tr("出典・原典の表記"), 220)};
    shape.columns[1].number = true; // the unit above its figures
    shape.frozen = 1;
    GridPart values;
    values.table = TableId::IndicatorValue;
    values.whole = fieldIndex<&IndicatorValue::indicator>();
    values.initial = {{fieldIndex<&IndicatorValue::role>(), QString::fromUtf8(valueRoles[1].key)}};
    values.cells = {fieldCell<&IndicatorValue::role>(),
                    fieldCell<&IndicatorValue::value>(),
                    fieldCell<&IndicatorValue::qualifier>(),
                    fieldCell<&IndicatorValue::as_of>(),
                    GridCell(),
                    GridCell(),
                    GridCell(),
                    fieldCell<&IndicatorValue::printed>()};
    shape.parts = {values};
    shape.rows = [measure](const Plan &plan) {
        QList<GridRow> rows;
        for (const Indicator *indicator : plan.parts<&Indicator::measure>(measure)) {
            rows << GridRow{indicator->id.row, 0, 0};
            for (const IndicatorValue *value : plan.parts<&IndicatorValue::indicator>(indicator->id))
                rows << GridRow{value->id.row, 1, 1};
        }
        return rows;
    };
    return shape;
}

GridShape footnoteShape(Id<Measure> measure)
{
    GridShape shape;
    shape.key = u"footnote"_s;
    shape.table = TableId::Footnote;
    shape.initial = {{fieldIndex<&Footnote::owner>(), Owner(measure).toText()}};
    shape.columns = {fieldColumn<&Footnote::mark>(Texts::tr("符号"), 44), fieldColumn<&Footnote::word>(Texts::tr("語"), 96),
                     fieldColumn<&Footnote::text>(Texts::tr("注記"), 0, true)};
    shape.columns.first().rule = [](const Plan &plan, RowId note, const Value &mark, ChangeBuilder &change) -> Result<void> {
        renameMarks(plan, {{note, std::get<QString>(mark)}}, change);
        return {};
    };
    shape.alsoRemoved = [](const Plan &plan, RowId note, ChangeBuilder &change) { renameMarks(plan, {{note, QString()}}, change); };
    shape.rows = [measure](const Plan &plan) { return gridRows(plan.parts<&Footnote::owner>(measure)); };
    return shape;
}

GridShape officesShape(Id<Measure> measure, const QString &role)
{
    GridShape shape;
    shape.key = u"offices"_s;
    shape.table = TableId::Responsibility;
    shape.initial = {{fieldIndex<&Responsibility::measure>(), measure.row}, {fieldIndex<&Responsibility::role>(), role}};
    shape.columns = {fieldColumn<&Responsibility::department>(120), fieldColumn<&Responsibility::actor>(120),
                     fieldColumn<&Responsibility::topic>(120)};
    shape.rows = [measure, role](const Plan &plan) {
        auto duties = plan.parts<&Responsibility::measure>(measure);
        duties.removeIf([&role](const Responsibility *duty) { return duty->role != role || !inForce(*duty); });
        return gridRows(duties);
    };
    return shape;
}

} // namespace shisaku
