// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the measures: projects with partners (官民連携), support works (DX支援業務), and budgets (予算).
#pragma once

#include "models/plan/field.h"

namespace shisaku {

inline constexpr Keyword projectKinds[] = {{"DX支援業務", QT_TRANSLATE_NOOP("Keyword", "DX支援業務")},
                                           {"官民連携", QT_TRANSLATE_NOOP("Keyword", "官民連携")}};

/// A project beside the measures: DX支援業務 of a year, a 官民連携 theme and how far it has come.
struct Project {
    Id<Project> id;
    QString position;
    QString kind; ///< One of projectKinds.
    QString title;
    QString state;   ///< 実用開始, 実証実験中
    PlanTime begins; ///< First fiscal year.
    PlanTime ends;   ///< Last fiscal year.
    PlanTime as_of;
    QString source;
};
template <>
struct FieldsOf<Project> {
    static constexpr Field list[] = {
        fields::rank<&Project::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::keyword<&Project::kind>("kind", QT_TRANSLATE_NOOP("Field", "種類"), projectKinds).must(),
        fields::text<&Project::title>("title", QT_TRANSLATE_NOOP("Field", "名称")).must(),
        fields::text<&Project::state>("state", QT_TRANSLATE_NOOP("Field", "取組状況")),
        fields::time<&Project::begins>("begins", QT_TRANSLATE_NOOP("Field", "開始")),
        fields::time<&Project::ends>("ends", QT_TRANSLATE_NOOP("Field", "終了")),
        fields::time<&Project::as_of>("as_of", QT_TRANSLATE_NOOP("Field", "時点")),
        fields::text<&Project::source>("source", QT_TRANSLATE_NOOP("Field", "出典")),
    };
};

struct ProjectDepartment {
    Id<ProjectDepartment> id;
    QString position;
    Id<Project> project;
    Id<Department> department;
};
template <>
struct FieldsOf<ProjectDepartment> {
    static constexpr Field list[] = {
        fields::rank<&ProjectDepartment::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&ProjectDepartment::project>("project", QT_TRANSLATE_NOOP("Field", "事業")),
        fields::partOf<&ProjectDepartment::department>("department", QT_TRANSLATE_NOOP("Field", "課")),
    };
};

inline constexpr Keyword budgetStages[] = {{"要求", QT_TRANSLATE_NOOP("Keyword", "要求")},
                                           {"当初", QT_TRANSLATE_NOOP("Keyword", "当初")},
                                           {"補正", QT_TRANSLATE_NOOP("Keyword", "補正")},
                                           {"決算", QT_TRANSLATE_NOOP("Keyword", "決算")}};

/// 予算 of a measure in a fiscal year.
struct Budget {
    Id<Budget> id;
    QString position;
    Id<Measure> measure;
    PlanTime year;
    QString stage;                ///< One of budgetStages.
    std::optional<qint64> amount; ///< 千円
    QString funds;                ///< 財源
};
template <>
struct FieldsOf<Budget> {
    static constexpr Field list[] = {
        fields::rank<&Budget::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&Budget::measure>("measure", QT_TRANSLATE_NOOP("Field", "施策")),
        fields::time<&Budget::year>("year", QT_TRANSLATE_NOOP("Field", "年度")),
        fields::keyword<&Budget::stage>("stage", QT_TRANSLATE_NOOP("Field", "段階"), budgetStages),
        fields::integer<&Budget::amount>("amount", QT_TRANSLATE_NOOP("Field", "金額(千円)"), {-999'999'999'999, 999'999'999'999}),
        fields::text<&Budget::funds>("funds", QT_TRANSLATE_NOOP("Field", "財源")),
    };
};

} // namespace shisaku
