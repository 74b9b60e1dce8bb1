// SPDX-License-Identifier: GPL-3.0-or-later
// The progress survey (進捗調査): rounds, what was asked about, the answers, and published totals without breakdown.
#pragma once

#include "models/plan/field.h"

namespace shisaku {

/// A round of the survey.
struct Survey {
    Id<Survey> id;
    QString position;
    QString title;
    PlanTime as_of;  ///< 調査時点
    QString subject; ///< 調査対象, in words.
};
template <>
struct FieldsOf<Survey> {
    static constexpr Field list[] = {
        fields::rank<&Survey::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::text<&Survey::title>("title", QT_TRANSLATE_NOOP("Field", "調査名")).must(),
        fields::time<&Survey::as_of>("as_of", QT_TRANSLATE_NOOP("Field", "調査時点")),
        fields::longText<&Survey::subject>("subject", QT_TRANSLATE_NOOP("Field", "調査対象")),
    };
};

/// One thing asked about in a round: a 取組, several combined, or one the plan's rows do not hold.
struct SurveyItem {
    Id<SurveyItem> id;
    QString position;
    Id<Survey> survey;
    Id<Measure> measure; ///< Where it belongs when no 取組 is named; null: unknown.
    QString label;       ///< Empty: the titles of its 取組.
};
template <>
struct FieldsOf<SurveyItem> {
    static constexpr Field list[] = {
        fields::rank<&SurveyItem::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&SurveyItem::survey>("survey", QT_TRANSLATE_NOOP("Field", "進捗調査")),
        fields::reference<&SurveyItem::measure>("measure", QT_TRANSLATE_NOOP("Field", "施策"), OnRemoval::Clear),
        fields::text<&SurveyItem::label>("label", QT_TRANSLATE_NOOP("Field", "調査項目")),
    };
};

/// A 取組 that an item of a round stands for.
struct SurveyItemInitiative {
    Id<SurveyItemInitiative> id;
    QString position;
    Id<SurveyItem> survey_item;
    Id<Initiative> initiative;
};
template <>
struct FieldsOf<SurveyItemInitiative> {
    static constexpr Field list[] = {
        fields::rank<&SurveyItemInitiative::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&SurveyItemInitiative::survey_item>("survey_item", QT_TRANSLATE_NOOP("Field", "調査項目")),
        fields::partOf<&SurveyItemInitiative::initiative>("initiative", QT_TRANSLATE_NOOP("Field", "取組")),
    };
};

/// The answer about one item of a round.
struct Answer {
    Id<Answer> id;
    QString position;
    Id<SurveyItem> survey_item;
    QString status; ///< Choice list "status".
    QString reason; ///< Choice list "reason".
    QString countermeasure;
    QString comment;
};
template <>
struct FieldsOf<Answer> {
    static constexpr Field list[] = {
        fields::rank<&Answer::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&Answer::survey_item>("survey_item", QT_TRANSLATE_NOOP("Field", "調査項目")),
        fields::choice<&Answer::status>("status", QT_TRANSLATE_NOOP("Field", "進捗状況"), "status"),
        fields::choice<&Answer::reason>("reason", QT_TRANSLATE_NOOP("Field", "理由"), "reason"),
        fields::longText<&Answer::countermeasure>("countermeasure", QT_TRANSLATE_NOOP("Field", "対応策")),
        fields::longText<&Answer::comment>("comment", QT_TRANSLATE_NOOP("Field", "コメント")),
    };
};

/// A published number of a round by status or by reason, or of all items (neither stated); never spread over measures.
struct SurveyTotal {
    Id<SurveyTotal> id;
    QString position;
    Id<Survey> survey;
    QString status; ///< Choice list "status".
    QString reason; ///< Choice list "reason".
    std::optional<qint64> count;
    QString printed_share;  ///< Decimal percent, as printed.
    QString countermeasure; ///< 対応策 to a reason.
};
template <>
struct FieldsOf<SurveyTotal> {
    static constexpr Field list[] = {
        fields::rank<&SurveyTotal::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&SurveyTotal::survey>("survey", QT_TRANSLATE_NOOP("Field", "進捗調査")),
        fields::choice<&SurveyTotal::status>("status", QT_TRANSLATE_NOOP("Field", "進捗状況"), "status"),
        fields::choice<&SurveyTotal::reason>("reason", QT_TRANSLATE_NOOP("Field", "理由"), "reason"),
        fields::integer<&SurveyTotal::count>("count", QT_TRANSLATE_NOOP("Field", "取組数"), {0, 1'000'000}),
        fields::decimal<&SurveyTotal::printed_share>("printed_share", QT_TRANSLATE_NOOP("Field", "原典の割合(%)"), {0, 1'000}),
        fields::longText<&SurveyTotal::countermeasure>("countermeasure", QT_TRANSLATE_NOOP("Field", "対応策")),
    };
};

} // namespace shisaku
