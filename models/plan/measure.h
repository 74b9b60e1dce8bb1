// SPDX-License-Identifier: GPL-3.0-or-later
// The measure (個別施策) and what hangs on its sheet (個別施策票): its texts, aims and offices.
#pragma once

#include "models/plan/field.h"

namespace shisaku {

inline constexpr Keyword measureStates[] = {{"継続", QT_TRANSLATE_NOOP("Keyword", "継続")},
                                            {"完了", QT_TRANSLATE_NOOP("Keyword", "完了")},
                                            {"統合", QT_TRANSLATE_NOOP("Keyword", "統合")},
                                            {"廃止", QT_TRANSLATE_NOOP("Keyword", "廃止")}};
inline constexpr Keyword measureSeries[] = {{"original", QT_TRANSLATE_NOOP("Keyword", "当初")},
                                            {"added", QT_TRANSLATE_NOOP("Keyword", "追加")}};

/// 施策: one project of the plan, numbered, with a sheet of its own.
struct Measure {
    Id<Measure> id;
    QString position;
    QString number;      ///< As printed: "13", "1-2-①".
    QString series;      ///< One of measureSeries; empty is original.
    QString group_title; ///< Heading shared by neighbours, such as 電子申請.
    QString title;
    QString short_title; ///< For the overview and the roadmap; empty means the title serves.
    QString kind;        ///< Choice list "kind": 新規, 継続, 拡張.
    QString horizon;     ///< Choice list "horizon" (期間区分): 短期, 中期, 長期.
    QString state;       ///< One of measureStates; empty is 継続.
    PlanTime state_at;
    QString state_reason;
    Id<Measure> predecessor;

    const QString &shownTitle() const { return short_title.isEmpty() ? title : short_title; }
};
template <>
struct FieldsOf<Measure> {
    static constexpr Field list[] = {
        fields::rank<&Measure::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::sign<&Measure::number>("number", QT_TRANSLATE_NOOP("Field", "番号")),
        fields::keyword<&Measure::series>("series", QT_TRANSLATE_NOOP("Field", "系列"), measureSeries),
        fields::text<&Measure::group_title>("group_title", QT_TRANSLATE_NOOP("Field", "まとまりの名称")),
        fields::text<&Measure::title>("title", QT_TRANSLATE_NOOP("Field", "施策名")).must(),
        fields::text<&Measure::short_title>("short_title", QT_TRANSLATE_NOOP("Field", "略称")),
        fields::choice<&Measure::kind>("kind", QT_TRANSLATE_NOOP("Field", "区分"), "kind"),
        fields::choice<&Measure::horizon>("horizon", QT_TRANSLATE_NOOP("Field", "期間区分"), "horizon"),
        fields::keyword<&Measure::state>("state", QT_TRANSLATE_NOOP("Field", "状態"), measureStates),
        fields::time<&Measure::state_at>("state_at", QT_TRANSLATE_NOOP("Field", "状態の時期")),
        fields::longText<&Measure::state_reason>("state_reason", QT_TRANSLATE_NOOP("Field", "状態の理由")),
        fields::reference<&Measure::predecessor>("predecessor", QT_TRANSLATE_NOOP("Field", "前身の施策"), OnRemoval::Clear),
    };
};

/// The text of one block of a measure's sheet: 概要, 現状, 目標.
struct MeasureText {
    Id<MeasureText> id;
    QString position;
    Id<Measure> measure;
    Id<Block> block;
    QString text; ///< Plain text. ［※n］ is an anchor to the measure's footnote with mark n; the number shown is computed.
};
template <>
struct FieldsOf<MeasureText> {
    static constexpr Field list[] = {
        fields::rank<&MeasureText::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&MeasureText::measure>("measure", QT_TRANSLATE_NOOP("Field", "施策")),
        fields::partOf<&MeasureText::block>("block", QT_TRANSLATE_NOOP("Field", "欄")),
        fields::longText<&MeasureText::text>("text", QT_TRANSLATE_NOOP("Field", "本文")),
    };
};

/// A measure serves an aim or belongs to a field (many-to-many). The home place prints the plain number, others (13).
struct Membership {
    Id<Membership> id;
    QString position; ///< Order of the category among the measure's own.
    Id<Measure> measure;
    Id<Category> category;
    bool home = false;
};
template <>
struct FieldsOf<Membership> {
    static constexpr Field list[] = {
        fields::rank<&Membership::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&Membership::measure>("measure", QT_TRANSLATE_NOOP("Field", "施策")),
        fields::partOf<&Membership::category>("category", QT_TRANSLATE_NOOP("Field", "分類項目")),
        fields::flag<&Membership::home>("home", QT_TRANSLATE_NOOP("Field", "主たる位置")),
    };
};

inline constexpr Keyword responsibilityRoles[] = {{"lead", QT_TRANSLATE_NOOP("Keyword", "所管課")},
                                                  {"related", QT_TRANSLATE_NOOP("Keyword", "実施(関連)担当課")}};

/// 所管課 or 実施(関連)担当課 of a measure: an office of the city hall, or an actor in words (全庁, 国, 民間事業者等).
struct Responsibility {
    Id<Responsibility> id;
    QString position; ///< As printed on the sheet.
    Id<Measure> measure;
    Id<Department> department; ///< Null when `actor` names a party that is no office.
    QString actor;
    QString role;    ///< One of responsibilityRoles.
    QString topic;   ///< The theme it answers for (AI-OCR=情報政策課).
    QString printed; ///< As the document prints it where that differs from the office's name.
    PlanTime from;
    PlanTime to;
};
template <>
struct FieldsOf<Responsibility> {
    static constexpr Field list[] = {
        fields::rank<&Responsibility::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&Responsibility::measure>("measure", QT_TRANSLATE_NOOP("Field", "施策")),
        fields::reference<&Responsibility::department>("department", QT_TRANSLATE_NOOP("Field", "課"), OnRemoval::RemoveToo),
        fields::text<&Responsibility::actor>("actor", QT_TRANSLATE_NOOP("Field", "主体")),
        fields::keyword<&Responsibility::role>("role", QT_TRANSLATE_NOOP("Field", "役割"), responsibilityRoles).must(),
        fields::text<&Responsibility::topic>("topic", QT_TRANSLATE_NOOP("Field", "担当事項")),
        fields::text<&Responsibility::printed>("printed", QT_TRANSLATE_NOOP("Field", "原典の表記")),
        fields::time<&Responsibility::from>("from", QT_TRANSLATE_NOOP("Field", "開始")),
        fields::time<&Responsibility::to>("to", QT_TRANSLATE_NOOP("Field", "終了")),
    };
};

/// ※n on a sheet (owner: measure) or in the plan at large; numbered when shown, in order of appearance.
struct Footnote {
    Id<Footnote> id;
    QString position;
    Owner owner;
    QString mark; ///< What the anchor in a text names: "1" for ［※1］.
    QString word; ///< The word the anchor stands behind.
    QString text;
};
template <>
struct FieldsOf<Footnote> {
    static constexpr Field list[] = {
        fields::rank<&Footnote::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::owner<&Footnote::owner>("owner", QT_TRANSLATE_NOOP("Field", "対象")),
        fields::sign<&Footnote::mark>("mark", QT_TRANSLATE_NOOP("Field", "符号")),
        fields::text<&Footnote::word>("word", QT_TRANSLATE_NOOP("Field", "語")),
        fields::longText<&Footnote::text>("text", QT_TRANSLATE_NOOP("Field", "注記")),
    };
};

} // namespace shisaku
