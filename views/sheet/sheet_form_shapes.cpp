// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the grids of the form: schedule, indicators, footnotes.
#include "views/sheet/sheet_form_grid.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Shapes {
    Q_DECLARE_TR_FUNCTIONS(GridShape)
};

FieldChange initial(int field, const QString &text)
{
    return {field, text};
}
} // namespace

GridShape scheduleShape()
{
    GridShape shape;
    shape.rows = partsLevel<&Initiative::measure, &Initiative::title, nullptr, nullptr, &Initiative::actor, nullptr,
                            &Initiative::group_title, &Initiative::remark>();
    shape.rows.initial = {initial(fieldIndex<&Initiative::title>(), Shapes::tr("新しい取組"))};
    shape.rows.parts = {partsLevel<&Phase::initiative, &Phase::label, &Phase::starts, &Phase::ends, &Phase::style,
                                   &Phase::certainty, nullptr, nullptr>(),
                        partsLevel<&Milestone::initiative, &Milestone::label, &Milestone::at, nullptr, &Milestone::symbol,
                                   &Milestone::certainty, nullptr, nullptr>()};
    shape.headers = {Shapes::tr("取組・工程・節目"), Shapes::tr("開始・時期"), Shapes::tr("終了"), Shapes::tr("主体・形"),
                     Shapes::tr("時期の確かさ"),     Shapes::tr("まとまり"),   Shapes::tr("備考")};
    shape.widths = {0, 72, 58, 66, 116, 84, 160};
    shape.minimumWidth = 168;
    return shape;
}

GridShape indicatorShape()
{
    GridShape shape;
    shape.rows = partsLevel<&Indicator::measure, &Indicator::name, &Indicator::unit, nullptr, nullptr, &Indicator::direction,
                            &Indicator::state, &Indicator::group, &Indicator::source>();
    shape.rows.initial = {initial(fieldIndex<&Indicator::name>(), Shapes::tr("新しい指標"))};
    shape.rows.parts = {
        partsLevel<&IndicatorValue::indicator, &IndicatorValue::role, &IndicatorValue::value, &IndicatorValue::qualifier,
                   &IndicatorValue::as_of, nullptr, nullptr, nullptr, &IndicatorValue::printed>()};
    shape.rows.parts[0].initial = {initial(fieldIndex<&IndicatorValue::role>(), QString::fromUtf8(valueRoles[1].key))};
    shape.headers = {Shapes::tr("指標・値の種類"), Shapes::tr("単位・値"), Shapes::tr("限定"), Shapes::tr("時点"),
                     Shapes::tr("望ましい方向"),   Shapes::tr("設定状況"), Shapes::tr("系列"), Shapes::tr("出典・原典の表記")};
    shape.widths = {0, 68, 52, 64, 104, 90, 72, 220};
    shape.minimumWidth = 168;
    return shape;
}

GridShape footnoteShape()
{
    GridShape shape;
    shape.rows = partsLevel<&Footnote::owner, &Footnote::mark, &Footnote::word, &Footnote::text>();
    shape.headers = {Shapes::tr("符号"), Shapes::tr("語"), Shapes::tr("注記")};
    shape.widths = {44, 96, 0};
    shape.minimumWidth = 200;
    return shape;
}

} // namespace shisaku
