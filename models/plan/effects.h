// SPDX-License-Identifier: GPL-3.0-or-later
// Results (実績): the hours that tools such as RPA and AI-OCR saved, by year, with the offices that used them.
//
// What a document printed (削減, 削減率, 部署数) is kept beside the figures it is computed from; the two are never mixed.
#pragma once

#include "models/plan/field.h"

namespace shisaku {

inline constexpr Keyword effectScopes[] = {{"year", QT_TRANSLATE_NOOP("Keyword", "単年度")},
                                           {"total", QT_TRANSLATE_NOOP("Keyword", "合計")},
                                           {"cumulative", QT_TRANSLATE_NOOP("Keyword", "累計")}};
inline constexpr Keyword effectRoles[] = {{"actual", QT_TRANSLATE_NOOP("Keyword", "実績")},
                                          {"baseline", QT_TRANSLATE_NOOP("Keyword", "現状")},
                                          {"target", QT_TRANSLATE_NOOP("Keyword", "目標")}};
/// What the hours of a row count. Rows of different bases are never added up or joined by a line.
inline constexpr Keyword effectBases[] = {{"年度実績", QT_TRANSLATE_NOOP("Keyword", "年度実績")},
                                          {"導入年度別", QT_TRANSLATE_NOOP("Keyword", "導入年度別")},
                                          {"年間", QT_TRANSLATE_NOOP("Keyword", "年間")},
                                          {"累計", QT_TRANSLATE_NOOP("Keyword", "累計")},
                                          {"不明", QT_TRANSLATE_NOOP("Keyword", "不明")}};

/// 活用実績: what a tool did in a year, or what a measure states of it.
struct Effect {
    Id<Effect> id;
    QString position;
    QString tool;        ///< Choice list "tool": RPA, AI-OCR.
    Id<Measure> measure; ///< The sheet that states the figures; null: a report about the plan.
    QString scope;       ///< One of effectScopes; empty is year. A total is what the document printed, never a source.
    QString role;        ///< One of effectRoles; empty is actual.
    PlanTime as_of;
    QString basis; ///< One of effectBases; empty is 不明.
    std::optional<qint64> task_count;
    QString hours_before; ///< Decimal hours.
    QString hours_after;
    QString printed_saved;                     ///< Decimal hours, as printed.
    QString printed_rate;                      ///< Decimal percent, as printed: "79.4".
    std::optional<qint64> printed_departments; ///< The printed number of offices; a bare count has no effect_department rows.
    QString source;
};
template <>
struct FieldsOf<Effect> {
    static constexpr Field list[] = {
        fields::rank<&Effect::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::choice<&Effect::tool>("tool", QT_TRANSLATE_NOOP("Field", "手段"), "tool"),
        fields::reference<&Effect::measure>("measure", QT_TRANSLATE_NOOP("Field", "施策"), OnRemoval::RemoveToo),
        fields::keyword<&Effect::scope>("scope", QT_TRANSLATE_NOOP("Field", "範囲"), effectScopes),
        fields::keyword<&Effect::role>("role", QT_TRANSLATE_NOOP("Field", "値の種類"), effectRoles),
        fields::time<&Effect::as_of>("as_of", QT_TRANSLATE_NOOP("Field", "年度")),
        fields::keyword<&Effect::basis>("basis", QT_TRANSLATE_NOOP("Field", "集計の基準"), effectBases),
        fields::integer<&Effect::task_count>("task_count", QT_TRANSLATE_NOOP("Field", "業務数"), {0, 1'000'000}),
        fields::decimal<&Effect::hours_before>("hours_before", QT_TRANSLATE_NOOP("Field", "導入前(時間)"), {0, 999'999'999}),
        fields::decimal<&Effect::hours_after>("hours_after", QT_TRANSLATE_NOOP("Field", "導入後(時間)"), {0, 999'999'999}),
        fields::decimal<&Effect::printed_saved>("printed_saved", QT_TRANSLATE_NOOP("Field", "原典の削減時間"),
                                                {-999'999'999, 999'999'999}),
        fields::decimal<&Effect::printed_rate>("printed_rate", QT_TRANSLATE_NOOP("Field", "原典の削減率(%)"), {-100'000, 100'000}),
        fields::integer<&Effect::printed_departments>("printed_departments", QT_TRANSLATE_NOOP("Field", "原典の部署数"),
                                                      {0, 10'000}),
        fields::text<&Effect::source>("source", QT_TRANSLATE_NOOP("Field", "出典")),
    };
};

/// An office named in a row of results.
struct EffectDepartment {
    Id<EffectDepartment> id;
    QString position;
    Id<Effect> effect;
    Id<Department> department;
    QString printed; ///< As the document prints it where that differs from the office's name.
};
template <>
struct FieldsOf<EffectDepartment> {
    static constexpr Field list[] = {
        fields::rank<&EffectDepartment::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&EffectDepartment::effect>("effect", QT_TRANSLATE_NOOP("Field", "活用実績")),
        fields::partOf<&EffectDepartment::department>("department", QT_TRANSLATE_NOOP("Field", "課")),
        fields::text<&EffectDepartment::printed>("printed", QT_TRANSLATE_NOOP("Field", "原典の表記")),
    };
};

/// 業務: a work named in a row of results.
struct EffectTask {
    Id<EffectTask> id;
    QString position;
    Id<Effect> effect;
    QString title;
};
template <>
struct FieldsOf<EffectTask> {
    static constexpr Field list[] = {
        fields::rank<&EffectTask::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&EffectTask::effect>("effect", QT_TRANSLATE_NOOP("Field", "活用実績")),
        fields::text<&EffectTask::title>("title", QT_TRANSLATE_NOOP("Field", "業務名")).must(),
    };
};

} // namespace shisaku
