// SPDX-License-Identifier: GPL-3.0-or-later
// What the plan is ordered by: classifications (目指す姿の体系, 取組分野 …) with their trees, and its own lists of choices.
#pragma once

#include "models/plan/field.h"

namespace shisaku {

/// One way to order measures, as a tree.
struct Classification {
    Id<Classification> id;
    QString position;
    QString key;       ///< Short name for commands: "aim", "field".
    QString title;     ///< 目指す姿
    QString levels;    ///< Names of the levels from the top, separated by "/".
    QString numbering; ///< Codes of new categories, a pattern a level, separated by "/": "1/(1)/①"; empty: none.
};
template <>
struct FieldsOf<Classification> {
    static constexpr Field list[] = {
        fields::rank<&Classification::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::sign<&Classification::key>("key", QT_TRANSLATE_NOOP("Field", "識別名")).must(),
        fields::text<&Classification::title>("title", QT_TRANSLATE_NOOP("Field", "名称")).must(),
        fields::text<&Classification::levels>("levels", QT_TRANSLATE_NOOP("Field", "階層の名称")),
        fields::text<&Classification::numbering>("numbering", QT_TRANSLATE_NOOP("Field", "記号の付け方")),
    };
};

/// A node of a classification's tree.
struct Category {
    Id<Category> id;
    QString position;
    Id<Classification> classification;
    Id<Category> parent;
    std::optional<qint64> level; ///< Which of the classification's levels it stands on, from 1; unstated: one below its parent.
    QString code;                ///< (1), ①
    QString title;
    QString text;     ///< The full sentence where the title is a short form.
    QString variants; ///< Other wordings found in the documents, one a line.
};
template <>
struct FieldsOf<Category> {
    static constexpr Field list[] = {
        fields::rank<&Category::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&Category::classification>("classification", QT_TRANSLATE_NOOP("Field", "分類")),
        fields::reference<&Category::parent>("parent", QT_TRANSLATE_NOOP("Field", "上位の項目"), OnRemoval::RemoveToo),
        fields::integer<&Category::level>("level", QT_TRANSLATE_NOOP("Field", "階層"), {1, 20}),
        fields::sign<&Category::code>("code", QT_TRANSLATE_NOOP("Field", "記号")),
        fields::text<&Category::title>("title", QT_TRANSLATE_NOOP("Field", "名称")).must(),
        fields::longText<&Category::text>("text", QT_TRANSLATE_NOOP("Field", "説明")),
        fields::longText<&Category::variants>("variants", QT_TRANSLATE_NOOP("Field", "別の表記")),
    };
};

/// A value of one of the plan's own lists: 新規・継続・拡張 (list "kind"), 短期 (R4–R5) … (list "horizon").
struct Choice {
    Id<Choice> id;
    QString position;
    QString list;
    QString key; ///< What rows store.
    QString label;
    QString mark; ///< A sign for narrow places and grey copies.
    QString definition;
    PlanTime begins;
    PlanTime ends;
};
template <>
struct FieldsOf<Choice> {
    static constexpr Field list[] = {
        fields::rank<&Choice::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::sign<&Choice::list>("list", QT_TRANSLATE_NOOP("Field", "一覧")).must(),
        fields::sign<&Choice::key>("key", QT_TRANSLATE_NOOP("Field", "値")).must(),
        fields::text<&Choice::label>("label", QT_TRANSLATE_NOOP("Field", "表示名")).must(),
        fields::sign<&Choice::mark>("mark", QT_TRANSLATE_NOOP("Field", "記号")),
        fields::longText<&Choice::definition>("definition", QT_TRANSLATE_NOOP("Field", "定義")),
        fields::time<&Choice::begins>("begins", QT_TRANSLATE_NOOP("Field", "開始")),
        fields::time<&Choice::ends>("ends", QT_TRANSLATE_NOOP("Field", "終了")),
    };
};

} // namespace shisaku
