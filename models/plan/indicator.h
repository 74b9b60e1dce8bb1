// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators (指標, KPI) of a measure or of the plan, and their values: 現状, 目標, 実績.
#pragma once

#include "models/plan/field.h"

namespace shisaku {

inline constexpr Keyword indicatorDirections[] = {{"up", QT_TRANSLATE_NOOP("Keyword", "増加が望ましい")},
                                                  {"down", QT_TRANSLATE_NOOP("Keyword", "減少が望ましい")}};
inline constexpr Keyword indicatorStates[] = {{"今後設定する", QT_TRANSLATE_NOOP("Keyword", "今後設定する")}};

struct Indicator {
    Id<Indicator> id;
    QString position;
    Id<Measure> measure; ///< Null: plan-wide.
    QString group;       ///< Indicators of one definition drawn together; statistics such as a census.
    QString name;
    QString definition; ///< What is counted, where the name does not tell: 保有率 is not 取得率.
    QString unit;
    QString direction; ///< One of indicatorDirections, or empty.
    QString state;     ///< One of indicatorStates, or empty.
    QString source;
};
template <>
struct FieldsOf<Indicator> {
    static constexpr Field list[] = {
        fields::rank<&Indicator::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::reference<&Indicator::measure>("measure", QT_TRANSLATE_NOOP("Field", "施策"), OnRemoval::RemoveToo),
        fields::text<&Indicator::group>("group", QT_TRANSLATE_NOOP("Field", "系列")),
        fields::text<&Indicator::name>("name", QT_TRANSLATE_NOOP("Field", "指標名")).must(),
        fields::longText<&Indicator::definition>("definition", QT_TRANSLATE_NOOP("Field", "定義")),
        fields::sign<&Indicator::unit>("unit", QT_TRANSLATE_NOOP("Field", "単位")),
        fields::keyword<&Indicator::direction>("direction", QT_TRANSLATE_NOOP("Field", "望ましい方向"), indicatorDirections),
        fields::keyword<&Indicator::state>("state", QT_TRANSLATE_NOOP("Field", "設定状況"), indicatorStates),
        fields::text<&Indicator::source>("source", QT_TRANSLATE_NOOP("Field", "出典")),
    };
};

inline constexpr Keyword valueRoles[] = {{"baseline", QT_TRANSLATE_NOOP("Keyword", "現状")},
                                         {"target", QT_TRANSLATE_NOOP("Keyword", "目標")},
                                         {"actual", QT_TRANSLATE_NOOP("Keyword", "実績")},
                                         {"estimate", QT_TRANSLATE_NOOP("Keyword", "推計")}};

struct IndicatorValue {
    Id<IndicatorValue> id;
    QString position;
    Id<Indicator> indicator;
    PlanTime as_of;
    QString role;      ///< One of valueRoles.
    QString value;     ///< Decimal digits in the indicator's unit.
    QString qualifier; ///< 以上, 延べ, 約, 累計
    QString printed;   ///< As the document prints it.
};
template <>
struct FieldsOf<IndicatorValue> {
    static constexpr Field list[] = {
        fields::rank<&IndicatorValue::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&IndicatorValue::indicator>("indicator", QT_TRANSLATE_NOOP("Field", "指標")),
        fields::time<&IndicatorValue::as_of>("as_of", QT_TRANSLATE_NOOP("Field", "時点")),
        fields::keyword<&IndicatorValue::role>("role", QT_TRANSLATE_NOOP("Field", "値の種類"), valueRoles).must(),
        fields::decimal<&IndicatorValue::value>("value", QT_TRANSLATE_NOOP("Field", "値"), {-999'999'999'999, 999'999'999'999}),
        fields::sign<&IndicatorValue::qualifier>("qualifier", QT_TRANSLATE_NOOP("Field", "限定")),
        fields::text<&IndicatorValue::printed>("printed", QT_TRANSLATE_NOOP("Field", "原典の表記")),
    };
};

} // namespace shisaku
