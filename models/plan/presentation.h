// SPDX-License-Identifier: GPL-3.0-or-later
// How the plan is shown: scenes (場面) of the presentation, and what a passage of a report shows beneath its text.
#pragma once

#include "models/plan/field.h"

namespace shisaku {

inline constexpr Keyword sceneKinds[] = {{"title", QT_TRANSLATE_NOOP("Keyword", "表題")},
                                         {"roadmap", QT_TRANSLATE_NOOP("Keyword", "工程表")},
                                         {"sheet", QT_TRANSLATE_NOOP("Keyword", "個別施策票")},
                                         {"chart", QT_TRANSLATE_NOOP("Keyword", "グラフ")},
                                         {"list", QT_TRANSLATE_NOOP("Keyword", "施策一覧")}};

/// 場面: a saved view of the plan, in the order of the presentation.
struct Scene {
    Id<Scene> id;
    QString position;
    QString title;
    QString kind;        ///< One of sceneKinds.
    Id<Measure> measure; ///< For a sheet.
    QString view;        ///< Grouping, filters, zoom, chart: a JSON object, read by the view that saved it.
};
template <>
struct FieldsOf<Scene> {
    static constexpr Field list[] = {
        fields::rank<&Scene::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::text<&Scene::title>("title", QT_TRANSLATE_NOOP("Field", "場面名")),
        fields::keyword<&Scene::kind>("kind", QT_TRANSLATE_NOOP("Field", "種類"), sceneKinds).must(),
        fields::reference<&Scene::measure>("measure", QT_TRANSLATE_NOOP("Field", "施策"), OnRemoval::RemoveToo),
        fields::longText<&Scene::view>("view", QT_TRANSLATE_NOOP("Field", "表示の設定")),
    };
};

/// A row that a passage shows beneath its text: an indicator, a row of results, a case, a project, an added measure.
struct PassageItem {
    Id<PassageItem> id;
    QString position;
    Id<Passage> passage;
    Owner item;
    QString label; ///< Heading in the paper; empty: the row's own name.
};
template <>
struct FieldsOf<PassageItem> {
    static constexpr Field list[] = {
        fields::rank<&PassageItem::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&PassageItem::passage>("passage", QT_TRANSLATE_NOOP("Field", "文章")),
        fields::owner<&PassageItem::item>("item", QT_TRANSLATE_NOOP("Field", "対象")),
        fields::text<&PassageItem::label>("label", QT_TRANSLATE_NOOP("Field", "見出し")),
    };
};

} // namespace shisaku
