// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule (スケジュール) of a measure: its 取組 with bars and milestones over fiscal years.
#pragma once

#include "models/plan/field.h"

namespace shisaku {

/// How a time came to be known; everything but "stated" is drawn dashed and named in the legend.
inline constexpr Keyword certainties[] = {{"stated", QT_TRANSLATE_NOOP("Keyword", "明記")},
                                          {"column", QT_TRANSLATE_NOOP("Keyword", "欄の位置による")},
                                          {"inferred", QT_TRANSLATE_NOOP("Keyword", "推定")},
                                          {"unknown", QT_TRANSLATE_NOOP("Keyword", "不明")}};

/// 取組: one named row of a measure's schedule; the unit of progress.
struct Initiative {
    Id<Initiative> id;
    QString position;
    Id<Measure> measure;
    QString title;
    QString actor; ///< Who acts, where the row says so: 国, 市.
    QString group_title;
    QString remark; ///< A ※ remark printed inside the schedule.
};
template <>
struct FieldsOf<Initiative> {
    static constexpr Field list[] = {
        fields::rank<&Initiative::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&Initiative::measure>("measure", QT_TRANSLATE_NOOP("Field", "施策")),
        fields::text<&Initiative::title>("title", QT_TRANSLATE_NOOP("Field", "取組")).must(),
        fields::text<&Initiative::actor>("actor", QT_TRANSLATE_NOOP("Field", "主体")),
        fields::text<&Initiative::group_title>("group_title", QT_TRANSLATE_NOOP("Field", "まとまりの名称")),
        fields::longText<&Initiative::remark>("remark", QT_TRANSLATE_NOOP("Field", "備考")),
    };
};

inline constexpr Keyword phaseStyles[] = {{"arrow", QT_TRANSLATE_NOOP("Keyword", "矢印")},
                                          {"bar", QT_TRANSLATE_NOOP("Keyword", "帯")},
                                          {"text", QT_TRANSLATE_NOOP("Keyword", "文字のみ")}};

/// A labelled bar. An open start is 「～R2」, an open end 「R8～」; an unknown end is not drawn beyond what is known; both
/// unknown is 期間未定.
struct Phase {
    Id<Phase> id;
    QString position;
    Id<Initiative> initiative;
    PlanTime starts;
    PlanTime ends;
    QString label;
    QString style;     ///< One of phaseStyles; empty is arrow.
    QString certainty; ///< One of certainties; empty is stated.
};
template <>
struct FieldsOf<Phase> {
    static constexpr Field list[] = {
        fields::rank<&Phase::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&Phase::initiative>("initiative", QT_TRANSLATE_NOOP("Field", "取組")),
        fields::time<&Phase::starts>("starts", QT_TRANSLATE_NOOP("Field", "開始")),
        fields::time<&Phase::ends>("ends", QT_TRANSLATE_NOOP("Field", "終了")),
        fields::text<&Phase::label>("label", QT_TRANSLATE_NOOP("Field", "表示文字")),
        fields::keyword<&Phase::style>("style", QT_TRANSLATE_NOOP("Field", "形"), phaseStyles),
        fields::keyword<&Phase::certainty>("certainty", QT_TRANSLATE_NOOP("Field", "時期の確かさ"), certainties),
    };
};

inline constexpr Keyword milestoneSymbols[] = {{"▲", "▲"}, {"△", "△"}, {"◆", "◆"}, {"★", "★"}};

/// ▲ A point in the schedule.
struct Milestone {
    Id<Milestone> id;
    QString position;
    Id<Initiative> initiative;
    PlanTime at;
    QString label;
    QString symbol; ///< One of milestoneSymbols; empty is ▲.
    QString certainty;
};
template <>
struct FieldsOf<Milestone> {
    static constexpr Field list[] = {
        fields::rank<&Milestone::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&Milestone::initiative>("initiative", QT_TRANSLATE_NOOP("Field", "取組")),
        fields::time<&Milestone::at>("at", QT_TRANSLATE_NOOP("Field", "時期")),
        fields::text<&Milestone::label>("label", QT_TRANSLATE_NOOP("Field", "表示文字")),
        fields::keyword<&Milestone::symbol>("symbol", QT_TRANSLATE_NOOP("Field", "記号"), milestoneSymbols),
        fields::keyword<&Milestone::certainty>("certainty", QT_TRANSLATE_NOOP("Field", "時期の確かさ"), certainties),
    };
};

} // namespace shisaku
