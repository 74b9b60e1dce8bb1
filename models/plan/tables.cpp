// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/tables.h"

#include <QCoreApplication>
#include <QHash>

namespace shisaku {

namespace {
template <typename T>
constexpr TableInfo info(const char *name, const char *label)
{
    return {tableOf<T>, name, label, FieldsOf<T>::list};
}

constexpr TableInfo tables[] = {
    info<PlanInfo>("plan", QT_TRANSLATE_NOOP("Table", "計画")),
    info<Choice>("choice", QT_TRANSLATE_NOOP("Table", "選択肢")),
    info<Classification>("classification", QT_TRANSLATE_NOOP("Table", "分類")),
    info<Category>("category", QT_TRANSLATE_NOOP("Table", "分類項目")),
    info<Department>("department", QT_TRANSLATE_NOOP("Table", "部署")),
    info<DepartmentChange>("department_change", QT_TRANSLATE_NOOP("Table", "機構改革")),
    info<Body>("body", QT_TRANSLATE_NOOP("Table", "推進体制")),
    info<RelatedPlan>("related_plan", QT_TRANSLATE_NOOP("Table", "関連計画")),
    info<Passage>("passage", QT_TRANSLATE_NOOP("Table", "文章")),
    info<Figure>("figure", QT_TRANSLATE_NOOP("Table", "図")),
    info<Block>("block", QT_TRANSLATE_NOOP("Table", "票の欄")),
    info<Measure>("measure", QT_TRANSLATE_NOOP("Table", "施策")),
    info<MeasureText>("measure_text", QT_TRANSLATE_NOOP("Table", "施策の文章")),
    info<Membership>("membership", QT_TRANSLATE_NOOP("Table", "施策の分類")),
    info<Responsibility>("responsibility", QT_TRANSLATE_NOOP("Table", "担当")),
    info<Initiative>("initiative", QT_TRANSLATE_NOOP("Table", "取組")),
    info<Phase>("phase", QT_TRANSLATE_NOOP("Table", "工程")),
    info<Milestone>("milestone", QT_TRANSLATE_NOOP("Table", "節目")),
    info<Footnote>("footnote", QT_TRANSLATE_NOOP("Table", "注記")),
    info<GlossaryTerm>("glossary_term", QT_TRANSLATE_NOOP("Table", "用語")),
    info<Indicator>("indicator", QT_TRANSLATE_NOOP("Table", "指標")),
    info<IndicatorValue>("indicator_value", QT_TRANSLATE_NOOP("Table", "指標の値")),
    info<Effect>("effect", QT_TRANSLATE_NOOP("Table", "活用実績")),
    info<EffectDepartment>("effect_department", QT_TRANSLATE_NOOP("Table", "活用実績の部署")),
    info<EffectTask>("effect_task", QT_TRANSLATE_NOOP("Table", "活用実績の業務")),
    info<CaseStudy>("case_study", QT_TRANSLATE_NOOP("Table", "活用事例")),
    info<CaseStep>("case_step", QT_TRANSLATE_NOOP("Table", "活用事例の手順")),
    info<CaseValue>("case_value", QT_TRANSLATE_NOOP("Table", "活用事例の値")),
    info<Project>("project", QT_TRANSLATE_NOOP("Table", "事業")),
    info<ProjectDepartment>("project_department", QT_TRANSLATE_NOOP("Table", "事業の担当")),
    info<Budget>("budget", QT_TRANSLATE_NOOP("Table", "予算")),
    info<Survey>("survey", QT_TRANSLATE_NOOP("Table", "進捗調査")),
    info<SurveyItem>("survey_item", QT_TRANSLATE_NOOP("Table", "調査項目")),
    info<SurveyItemInitiative>("survey_item_initiative", QT_TRANSLATE_NOOP("Table", "調査項目の取組")),
    info<Answer>("answer", QT_TRANSLATE_NOOP("Table", "調査の回答")),
    info<SurveyTotal>("survey_total", QT_TRANSLATE_NOOP("Table", "調査の集計値")),
    info<PassageItem>("passage_item", QT_TRANSLATE_NOOP("Table", "文章に添える表")),
    info<Scene>("scene", QT_TRANSLATE_NOOP("Table", "場面")),
    info<Annotation>("annotation", QT_TRANSLATE_NOOP("Table", "注釈")),
};

constexpr bool inOrder()
{
    for (int i = 0; i < tableCount; ++i) {
        if (tables[i].id != static_cast<TableId>(i))
            return false;
    }
    return std::size(tables) == tableCount;
}
static_assert(inOrder());
} // namespace

const TableInfo &tableInfo(TableId table)
{
    return tables[static_cast<int>(table)];
}

std::optional<TableId> tableByName(QStringView name)
{
    for (const TableInfo &table : tables) {
        if (name == QLatin1StringView(table.name))
            return table.id;
    }
    return std::nullopt;
}

QString tableLabel(TableId table)
{
    return QCoreApplication::translate("Table", tableInfo(table).label);
}

std::span<const TableInfo, tableCount> allTables()
{
    return tables;
}

int fieldIndex(TableId table, QStringView name)
{
    const auto fields = tableInfo(table).fields;
    for (size_t i = 0; i < fields.size(); ++i) {
        if (name == QLatin1StringView(fields[i].name))
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace shisaku
