// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a plan, by number and by type.
#pragma once

#include "models/plan/row_id.h"

#include <array>

namespace shisaku {

/// Every content table, in the order in which rows may refer to earlier ones; lists and exports keep this order.
enum class TableId : quint8 {
    PlanInfo,
    Choice,
    Classification,
    Category,
    Department,
    DepartmentChange,
    Body,
    RelatedPlan,
    Passage,
    Figure,
    Block,
    Measure,
    MeasureText,
    Membership,
    Responsibility,
    Initiative,
    Phase,
    Milestone,
    Footnote,
    GlossaryTerm,
    Indicator,
    IndicatorValue,
    Effect,
    EffectDepartment,
    EffectTask,
    CaseStudy,
    CaseStep,
    CaseValue,
    Project,
    ProjectDepartment,
    Budget,
    Survey,
    SurveyItem,
    SurveyItemInitiative,
    Answer,
    SurveyTotal,
    PassageItem,
    Scene,
    Annotation,
};

inline constexpr int tableCount = static_cast<int>(TableId::Annotation) + 1;

struct PlanInfo;
struct Choice;
struct Classification;
struct Category;
struct Department;
struct DepartmentChange;
struct Body;
struct RelatedPlan;
struct Passage;
struct Figure;
struct Block;
struct Measure;
struct MeasureText;
struct Membership;
struct Responsibility;
struct Initiative;
struct Phase;
struct Milestone;
struct Footnote;
struct GlossaryTerm;
struct Indicator;
struct IndicatorValue;
struct Effect;
struct EffectDepartment;
struct EffectTask;
struct CaseStudy;
struct CaseStep;
struct CaseValue;
struct Project;
struct ProjectDepartment;
struct Budget;
struct Survey;
struct SurveyItem;
struct SurveyItemInitiative;
struct Answer;
struct SurveyTotal;
struct PassageItem;
struct Scene;
struct Annotation;

/// The table whose rows are of type T; known while T itself is still incomplete.
template <typename T>
inline constexpr TableId tableOf = T::noSuchTable;
#define SHISAKU_TABLE(T)                                                                                                           \
    template <>                                                                                                                    \
    inline constexpr TableId tableOf<T> = TableId::T;
SHISAKU_TABLE(PlanInfo)
SHISAKU_TABLE(Choice)
SHISAKU_TABLE(Classification)
SHISAKU_TABLE(Category)
SHISAKU_TABLE(Department)
SHISAKU_TABLE(DepartmentChange)
SHISAKU_TABLE(Body)
SHISAKU_TABLE(RelatedPlan)
SHISAKU_TABLE(Passage)
SHISAKU_TABLE(Figure)
SHISAKU_TABLE(Block)
SHISAKU_TABLE(Measure)
SHISAKU_TABLE(MeasureText)
SHISAKU_TABLE(Membership)
SHISAKU_TABLE(Responsibility)
SHISAKU_TABLE(Initiative)
SHISAKU_TABLE(Phase)
SHISAKU_TABLE(Milestone)
SHISAKU_TABLE(Footnote)
SHISAKU_TABLE(GlossaryTerm)
SHISAKU_TABLE(Indicator)
SHISAKU_TABLE(IndicatorValue)
SHISAKU_TABLE(Effect)
SHISAKU_TABLE(EffectDepartment)
SHISAKU_TABLE(EffectTask)
SHISAKU_TABLE(CaseStudy)
SHISAKU_TABLE(CaseStep)
SHISAKU_TABLE(CaseValue)
SHISAKU_TABLE(Project)
SHISAKU_TABLE(ProjectDepartment)
SHISAKU_TABLE(Budget)
SHISAKU_TABLE(Survey)
SHISAKU_TABLE(SurveyItem)
SHISAKU_TABLE(SurveyItemInitiative)
SHISAKU_TABLE(Answer)
SHISAKU_TABLE(SurveyTotal)
SHISAKU_TABLE(PassageItem)
SHISAKU_TABLE(Scene)
SHISAKU_TABLE(Annotation)
#undef SHISAKU_TABLE

/// A row of any table: what a footnote, a passage or an annotation belongs to. Null means the plan as a whole.
struct Owner {
    TableId table = TableId::PlanInfo;
    RowId row;

    Owner() = default;
    Owner(TableId ownerTable, RowId ownerRow) : table(ownerTable), row(ownerRow) {}
    template <typename T>
    explicit Owner(Id<T> id) : table(tableOf<T>), row(id.row)
    {}

    bool isNull() const { return row.isNull(); }
    /// "measure:0123456789AB"; empty for the plan as a whole.
    QString toText() const;
    static std::optional<Owner> fromText(QStringView text);

    friend bool operator==(const Owner &, const Owner &) = default;
};

} // namespace shisaku
