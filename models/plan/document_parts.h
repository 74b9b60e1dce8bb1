// SPDX-License-Identifier: GPL-3.0-or-later
// The plan document itself: its title page, chapters, figures, related plans, glossary, sheet blocks, and notes about sources.
#pragma once

#include "models/plan/field.h"

namespace shisaku {

inline constexpr Keyword measureNumberings[] = {{"連番", QT_TRANSLATE_NOOP("Keyword", "計画全体で通し番号")},
                                                {"項目ごと", QT_TRANSLATE_NOOP("Keyword", "分類項目ごとに付け直す")}};

/// The one row that describes the plan; its id is the identity of the plan.
struct PlanInfo {
    Id<PlanInfo> id;
    QString position;
    QString title;
    QString subtitle;
    QString municipality;
    QString issuer;
    QString office; ///< The office in charge of the plan; no contact data.
    PlanTime begins;
    PlanTime ends;
    PlanTime first_year; ///< First fiscal year shown as a column of its own; earlier years share 「～」.
    PlanTime last_year;  ///< Last fiscal year shown as a column of its own; later years share 「～」.
    PlanTime adopted;
    PlanTime revised;
    QString predecessor;
    QString successor;
    QString numbering; ///< How new measures are numbered: one of measureNumberings; empty is 連番.
};
template <>
struct FieldsOf<PlanInfo> {
    static constexpr Field list[] = {
        fields::rank<&PlanInfo::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::text<&PlanInfo::title>("title", QT_TRANSLATE_NOOP("Field", "計画名")).must(),
        fields::text<&PlanInfo::subtitle>("subtitle", QT_TRANSLATE_NOOP("Field", "副題")),
        fields::text<&PlanInfo::municipality>("municipality", QT_TRANSLATE_NOOP("Field", "市区町村")),
        fields::text<&PlanInfo::issuer>("issuer", QT_TRANSLATE_NOOP("Field", "発行者")),
        fields::text<&PlanInfo::office>("office", QT_TRANSLATE_NOOP("Field", "担当部署")),
        fields::time<&PlanInfo::begins>("begins", QT_TRANSLATE_NOOP("Field", "計画の始期")),
        fields::time<&PlanInfo::ends>("ends", QT_TRANSLATE_NOOP("Field", "計画の終期")),
        fields::time<&PlanInfo::first_year>("first_year", QT_TRANSLATE_NOOP("Field", "最初に示す年度")),
        fields::time<&PlanInfo::last_year>("last_year", QT_TRANSLATE_NOOP("Field", "最後に示す年度")),
        fields::time<&PlanInfo::adopted>("adopted", QT_TRANSLATE_NOOP("Field", "策定")),
        fields::time<&PlanInfo::revised>("revised", QT_TRANSLATE_NOOP("Field", "改訂")),
        fields::text<&PlanInfo::predecessor>("predecessor", QT_TRANSLATE_NOOP("Field", "前の計画")),
        fields::text<&PlanInfo::successor>("successor", QT_TRANSLATE_NOOP("Field", "次の計画")),
        fields::keyword<&PlanInfo::numbering>("numbering", QT_TRANSLATE_NOOP("Field", "施策番号の付け方"), measureNumberings),
    };
};

/// A passage of the plan's text: a chapter, 趣旨, 主な成果, 奥付.
struct Passage {
    Id<Passage> id;
    QString position;
    Owner owner; ///< Null: the plan.
    QString heading;
    std::optional<qint64> level; ///< 1 = chapter, 2 = section …
    QString text;
    bool in_book = true;
};
template <>
struct FieldsOf<Passage> {
    static constexpr Field list[] = {
        fields::rank<&Passage::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::owner<&Passage::owner>("owner", QT_TRANSLATE_NOOP("Field", "対象")),
        fields::text<&Passage::heading>("heading", QT_TRANSLATE_NOOP("Field", "見出し")),
        fields::integer<&Passage::level>("level", QT_TRANSLATE_NOOP("Field", "段階"), {1, 9}),
        fields::longText<&Passage::text>("text", QT_TRANSLATE_NOOP("Field", "本文")),
        fields::flag<&Passage::in_book>("in_book", QT_TRANSLATE_NOOP("Field", "計画書に載せる")),
    };
};

inline constexpr Keyword planRelations[] = {
    {"上位", QT_TRANSLATE_NOOP("Keyword", "上位計画")},     {"連携", QT_TRANSLATE_NOOP("Keyword", "連携する計画")},
    {"根拠法令", QT_TRANSLATE_NOOP("Keyword", "根拠法令")}, {"国/県", QT_TRANSLATE_NOOP("Keyword", "国・県の計画")},
    {"後継", QT_TRANSLATE_NOOP("Keyword", "後継計画")},
};

/// 計画の位置付け: another plan or a law this plan stands beside.
struct RelatedPlan {
    Id<RelatedPlan> id;
    QString position;
    QString title;
    QString relation; ///< One of planRelations.
    QString page;
};
template <>
struct FieldsOf<RelatedPlan> {
    static constexpr Field list[] = {
        fields::rank<&RelatedPlan::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::text<&RelatedPlan::title>("title", QT_TRANSLATE_NOOP("Field", "名称")).must(),
        fields::keyword<&RelatedPlan::relation>("relation", QT_TRANSLATE_NOOP("Field", "関係"), planRelations),
        fields::sign<&RelatedPlan::page>("page", QT_TRANSLATE_NOOP("Field", "頁")),
    };
};

/// A picture of the plan; the picture itself may be missing.
struct Figure {
    Id<Figure> id;
    QString position;
    Owner owner;
    QString caption;
    QString number;
    QString alt_text;
    QString source;
    QByteArray image;
};
template <>
struct FieldsOf<Figure> {
    static constexpr Field list[] = {
        fields::rank<&Figure::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::owner<&Figure::owner>("owner", QT_TRANSLATE_NOOP("Field", "対象")),
        fields::text<&Figure::caption>("caption", QT_TRANSLATE_NOOP("Field", "図の題")),
        fields::sign<&Figure::number>("number", QT_TRANSLATE_NOOP("Field", "番号")),
        fields::longText<&Figure::alt_text>("alt_text", QT_TRANSLATE_NOOP("Field", "図の説明")),
        fields::text<&Figure::source>("source", QT_TRANSLATE_NOOP("Field", "出典")),
        fields::image<&Figure::image>("image", QT_TRANSLATE_NOOP("Field", "画像")),
    };
};

/// What a block of the sheet holds; the program knows how to edit and print each.
inline constexpr Keyword blockKinds[] = {{"title", QT_TRANSLATE_NOOP("Keyword", "番号・施策名・区分")},
                                         {"aims", QT_TRANSLATE_NOOP("Keyword", "分類項目")},
                                         {"text", QT_TRANSLATE_NOOP("Keyword", "文章")},
                                         {"lead", QT_TRANSLATE_NOOP("Keyword", "所管課")},
                                         {"related", QT_TRANSLATE_NOOP("Keyword", "実施(関連)担当課")},
                                         {"bars", QT_TRANSLATE_NOOP("Keyword", "スケジュール（矢印）")},
                                         {"years", QT_TRANSLATE_NOOP("Keyword", "スケジュール（年度別）")},
                                         {"indicators", QT_TRANSLATE_NOOP("Keyword", "指標")},
                                         {"footnotes", QT_TRANSLATE_NOOP("Keyword", "注記")},
                                         {"placement", QT_TRANSLATE_NOOP("Keyword", "位置づけ")}};
inline constexpr Keyword blockPlaces[] = {{"full", QT_TRANSLATE_NOOP("Keyword", "全幅")},
                                          {"left", QT_TRANSLATE_NOOP("Keyword", "左")},
                                          {"right", QT_TRANSLATE_NOOP("Keyword", "右")},
                                          {"below", QT_TRANSLATE_NOOP("Keyword", "表の下")}};

/// A block (欄) of the measure sheet; the blocks in order are the plan's sheet template.
struct Block {
    Id<Block> id;
    QString position;
    QString kind;                 ///< One of blockKinds.
    QString key;                  ///< Short name; for "aims" and "placement" the keys of the classifications shown.
    QString label;                ///< As the city prints it.
    QString group_label;          ///< Label shared with the neighbour beside it: 目標 over 現状|目標.
    QString place;                ///< One of blockPlaces; empty is full.
    std::optional<qint64> height; ///< Least height on paper, in mm.
    bool required = false;
};
template <>
struct FieldsOf<Block> {
    static constexpr Field list[] = {
        fields::rank<&Block::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::keyword<&Block::kind>("kind", QT_TRANSLATE_NOOP("Field", "種類"), blockKinds).must(),
        fields::text<&Block::key>("key", QT_TRANSLATE_NOOP("Field", "識別名")),
        fields::text<&Block::label>("label", QT_TRANSLATE_NOOP("Field", "見出し")),
        fields::text<&Block::group_label>("group_label", QT_TRANSLATE_NOOP("Field", "共通の見出し")),
        fields::keyword<&Block::place>("place", QT_TRANSLATE_NOOP("Field", "位置"), blockPlaces),
        fields::integer<&Block::height>("height", QT_TRANSLATE_NOOP("Field", "高さ(mm)"), {0, 400}),
        fields::flag<&Block::required>("required", QT_TRANSLATE_NOOP("Field", "必須")),
    };
};

/// 用語説明
struct GlossaryTerm {
    Id<GlossaryTerm> id;
    QString position;
    QString word;
    QString yomi;
    std::optional<qint64> number;
    QString definition;
};
template <>
struct FieldsOf<GlossaryTerm> {
    static constexpr Field list[] = {
        fields::rank<&GlossaryTerm::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::text<&GlossaryTerm::word>("word", QT_TRANSLATE_NOOP("Field", "用語")).must(),
        fields::text<&GlossaryTerm::yomi>("yomi", QT_TRANSLATE_NOOP("Field", "よみ")),
        fields::integer<&GlossaryTerm::number>("number", QT_TRANSLATE_NOOP("Field", "番号"), {0, 100'000}),
        fields::longText<&GlossaryTerm::definition>("definition", QT_TRANSLATE_NOOP("Field", "説明")),
    };
};

inline constexpr Keyword annotationKinds[] = {{"要原典確認", QT_TRANSLATE_NOOP("Keyword", "要原典確認")},
                                              {"comment", QT_TRANSLATE_NOOP("Keyword", "コメント")},
                                              {"accepted", QT_TRANSLATE_NOOP("Keyword", "確認済みの指摘")}};

/// A note about a row or one of its fields: what is uncertain and where it comes from. Never printed on final papers.
struct Annotation {
    Id<Annotation> id;
    QString position;
    QString table; ///< Name of the table of `row`.
    RowId row;
    QString field; ///< Name of the field; empty means the row.
    QString kind;  ///< One of annotationKinds.
    QString text;
    QString source; ///< Document and page or sheet.
};
template <>
struct FieldsOf<Annotation> {
    static constexpr Field list[] = {
        fields::rank<&Annotation::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::sign<&Annotation::table>("table", QT_TRANSLATE_NOOP("Field", "対象の表")).must(),
        fields::anyRow<&Annotation::row>("row", QT_TRANSLATE_NOOP("Field", "対象の行")).must(),
        fields::sign<&Annotation::field>("field", QT_TRANSLATE_NOOP("Field", "対象の項目")),
        fields::keyword<&Annotation::kind>("kind", QT_TRANSLATE_NOOP("Field", "種類"), annotationKinds).must(),
        fields::longText<&Annotation::text>("text", QT_TRANSLATE_NOOP("Field", "内容")),
        fields::text<&Annotation::source>("source", QT_TRANSLATE_NOOP("Field", "出典")).upTo(longestPassage),
    };
};

} // namespace shisaku
