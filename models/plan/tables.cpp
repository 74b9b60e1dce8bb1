// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/tables.h"

#include "models/plan/carried.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

namespace shisaku {

namespace {
/// What the program knows of a table and, see carried(), hands on of it.
struct Stated {
    TableInfo info;
    Carried carried;
};

constexpr Carried everywhere{.submission = true, .csv = true};
/// Notes about sources, comments and accepted findings are the house's own.
constexpr Carried inTheHouse{.submission = false, .csv = true};

template <typename T>
constexpr Stated state(const char *name, const char *label, Carried carried)
{
    return {{tableOf<T>, name, label, FieldsOf<T>::list}, carried};
}

constexpr Stated stated[] = {
    state<PlanInfo>("plan", QT_TRANSLATE_NOOP("Table", "計画"), everywhere),
    state<Choice>("choice", QT_TRANSLATE_NOOP("Table", "選択肢"), everywhere),
    state<Classification>("classification", QT_TRANSLATE_NOOP("Table", "分類"), everywhere),
    state<Category>("category", QT_TRANSLATE_NOOP("Table", "分類項目"), everywhere),
    state<Department>("department", QT_TRANSLATE_NOOP("Table", "部署"), everywhere),
    state<DepartmentChange>("department_change", QT_TRANSLATE_NOOP("Table", "機構改革"), everywhere),
    state<Body>("body", QT_TRANSLATE_NOOP("Table", "推進体制"), everywhere),
    state<RelatedPlan>("related_plan", QT_TRANSLATE_NOOP("Table", "関連計画"), everywhere),
    state<Passage>("passage", QT_TRANSLATE_NOOP("Table", "文章"), everywhere),
    state<Figure>("figure", QT_TRANSLATE_NOOP("Table", "図"), everywhere),
    state<Block>("block", QT_TRANSLATE_NOOP("Table", "票の欄"), everywhere),
    state<Measure>("measure", QT_TRANSLATE_NOOP("Table", "施策"), everywhere),
    state<MeasureText>("measure_text", QT_TRANSLATE_NOOP("Table", "施策の文章"), everywhere),
    state<Membership>("membership", QT_TRANSLATE_NOOP("Table", "施策の分類"), everywhere),
    state<Responsibility>("responsibility", QT_TRANSLATE_NOOP("Table", "担当"), everywhere),
    state<Initiative>("initiative", QT_TRANSLATE_NOOP("Table", "取組"), everywhere),
    state<Phase>("phase", QT_TRANSLATE_NOOP("Table", "工程"), everywhere),
    state<Milestone>("milestone", QT_TRANSLATE_NOOP("Table", "節目"), everywhere),
    state<Footnote>("footnote", QT_TRANSLATE_NOOP("Table", "注記"), everywhere),
    state<GlossaryTerm>("glossary_term", QT_TRANSLATE_NOOP("Table", "用語"), everywhere),
    state<Indicator>("indicator", QT_TRANSLATE_NOOP("Table", "指標"), everywhere),
    state<IndicatorValue>("indicator_value", QT_TRANSLATE_NOOP("Table", "指標の値"), everywhere),
    state<Effect>("effect", QT_TRANSLATE_NOOP("Table", "活用実績"), everywhere),
    state<EffectDepartment>("effect_department", QT_TRANSLATE_NOOP("Table", "活用実績の部署"), everywhere),
    state<EffectTask>("effect_task", QT_TRANSLATE_NOOP("Table", "活用実績の業務"), everywhere),
    state<CaseStudy>("case_study", QT_TRANSLATE_NOOP("Table", "活用事例"), everywhere),
    state<CaseStep>("case_step", QT_TRANSLATE_NOOP("Table", "活用事例の手順"), everywhere),
    state<CaseValue>("case_value", QT_TRANSLATE_NOOP("Table", "活用事例の値"), everywhere),
    state<Project>("project", QT_TRANSLATE_NOOP("Table", "事業"), everywhere),
    state<ProjectDepartment>("project_department", QT_TRANSLATE_NOOP("Table", "事業の担当"), everywhere),
    state<Budget>("budget", QT_TRANSLATE_NOOP("Table", "予算"), everywhere),
    state<Survey>("survey", QT_TRANSLATE_NOOP("Table", "進捗調査"), everywhere),
    state<SurveyItem>("survey_item", QT_TRANSLATE_NOOP("Table", "調査項目"), everywhere),
    state<SurveyItemInitiative>("survey_item_initiative", QT_TRANSLATE_NOOP("Table", "調査項目の取組"), everywhere),
    state<Answer>("answer", QT_TRANSLATE_NOOP("Table", "調査の回答"), everywhere),
    state<SurveyTotal>("survey_total", QT_TRANSLATE_NOOP("Table", "調査の集計値"), everywhere),
    state<PassageItem>("passage_item", QT_TRANSLATE_NOOP("Table", "文章に添える表"), everywhere),
    state<Scene>("scene", QT_TRANSLATE_NOOP("Table", "場面"), everywhere),
    state<Annotation>("annotation", QT_TRANSLATE_NOOP("Table", "注釈"), inTheHouse),
};

constexpr auto tables = [] {
    std::array<TableInfo, tableCount> infos{};
    for (size_t i = 0; i < infos.size(); ++i)
        infos[i] = stated[i].info;
    return infos;
}();

constexpr bool inOrder()
{
    for (int i = 0; i < tableCount; ++i) {
        if (stated[i].info.id != static_cast<TableId>(i))
            return false;
    }
    return std::size(stated) == tableCount;
}
static_assert(inOrder());
} // namespace

const TableInfo &tableInfo(TableId table)
{
    return tables[static_cast<size_t>(table)];
}

Carried carried(TableId table)
{
    return stated[static_cast<size_t>(table)].carried;
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

int fieldIndex(TableId table, Value (*read)(const void *row))
{
    const auto fields = tableInfo(table).fields;
    const auto found = std::find_if(fields.begin(), fields.end(), [read](const Field &field) { return field.read == read; });
    return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
}

} // namespace shisaku
