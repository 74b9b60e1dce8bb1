// SPDX-License-Identifier: GPL-3.0-or-later
// Cases (活用事例): a work before and after a tool came, as steps in words and as figures.
#pragma once

#include "models/plan/field.h"

namespace shisaku {

/// 活用事例: one work before and after.
struct CaseStudy {
    Id<CaseStudy> id;
    QString position;
    QString group; ///< Heading shared by neighbours: the office's cases.
    QString title;
    QString means; ///< 用いた手段: 電子申請, Excelマクロ.
    Id<Measure> measure;
    PlanTime as_of;
    QString effect; ///< Effects in words.
    QString source;
};
template <>
struct FieldsOf<CaseStudy> {
    static constexpr Field list[] = {
        fields::rank<&CaseStudy::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::text<&CaseStudy::group>("group", QT_TRANSLATE_NOOP("Field", "まとまりの名称")),
        fields::text<&CaseStudy::title>("title", QT_TRANSLATE_NOOP("Field", "事例名")).must(),
        fields::text<&CaseStudy::means>("means", QT_TRANSLATE_NOOP("Field", "用いた手段")),
        fields::reference<&CaseStudy::measure>("measure", QT_TRANSLATE_NOOP("Field", "施策"), OnRemoval::Clear),
        fields::time<&CaseStudy::as_of>("as_of", QT_TRANSLATE_NOOP("Field", "時点")),
        fields::longText<&CaseStudy::effect>("effect", QT_TRANSLATE_NOOP("Field", "効果")),
        fields::text<&CaseStudy::source>("source", QT_TRANSLATE_NOOP("Field", "出典")),
    };
};

inline constexpr Keyword caseSides[] = {{"before", QT_TRANSLATE_NOOP("Keyword", "導入前")},
                                        {"after", QT_TRANSLATE_NOOP("Keyword", "導入後")},
                                        {"task", QT_TRANSLATE_NOOP("Keyword", "対象業務")}};

/// A step of a case before or after (手順), or one of the works that share its figures (対象業務).
struct CaseStep {
    Id<CaseStep> id;
    QString position;
    Id<CaseStudy> case_study;
    QString side;  ///< One of caseSides.
    QString label; ///< 手順①
    QString text;
};
template <>
struct FieldsOf<CaseStep> {
    static constexpr Field list[] = {
        fields::rank<&CaseStep::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&CaseStep::case_study>("case_study", QT_TRANSLATE_NOOP("Field", "活用事例")),
        fields::keyword<&CaseStep::side>("side", QT_TRANSLATE_NOOP("Field", "前後"), caseSides).must(),
        fields::text<&CaseStep::label>("label", QT_TRANSLATE_NOOP("Field", "手順")),
        fields::longText<&CaseStep::text>("text", QT_TRANSLATE_NOOP("Field", "内容")),
    };
};

inline constexpr Keyword casePeriods[] = {{"年", QT_TRANSLATE_NOOP("Keyword", "1年あたり")},
                                          {"月", QT_TRANSLATE_NOOP("Keyword", "1か月あたり")},
                                          {"件", QT_TRANSLATE_NOOP("Keyword", "1件あたり")}};

/// A figure of a case: before and after, or a count with its share of the counts of the same label group.
struct CaseValue {
    Id<CaseValue> id;
    QString position;
    Id<CaseStudy> case_study;
    QString label;         ///< 年間業務時間, 窓口申請
    QString before;        ///< Decimal digits in `unit`.
    QString after;         ///< Decimal digits in `unit`; alone for a plain count.
    QString unit;          ///< 時間, 分, 件
    QString per;           ///< One of casePeriods, or empty.
    QString qualifier;     ///< 最大, 約
    QString printed_share; ///< Decimal percent, as printed.
    bool total = false;    ///< The printed sum of the case's counts.
};
template <>
struct FieldsOf<CaseValue> {
    static constexpr Field list[] = {
        fields::rank<&CaseValue::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&CaseValue::case_study>("case_study", QT_TRANSLATE_NOOP("Field", "活用事例")),
        fields::text<&CaseValue::label>("label", QT_TRANSLATE_NOOP("Field", "項目")),
        fields::decimal<&CaseValue::before>("before", QT_TRANSLATE_NOOP("Field", "導入前"), {-999'999'999'999, 999'999'999'999}),
        fields::decimal<&CaseValue::after>("after", QT_TRANSLATE_NOOP("Field", "導入後"), {-999'999'999'999, 999'999'999'999}),
        fields::sign<&CaseValue::unit>("unit", QT_TRANSLATE_NOOP("Field", "単位")),
        fields::keyword<&CaseValue::per>("per", QT_TRANSLATE_NOOP("Field", "期間"), casePeriods),
        fields::sign<&CaseValue::qualifier>("qualifier", QT_TRANSLATE_NOOP("Field", "限定")),
        fields::decimal<&CaseValue::printed_share>("printed_share", QT_TRANSLATE_NOOP("Field", "原典の割合(%)"), {0, 1'000}),
        fields::flag<&CaseValue::total>("total", QT_TRANSLATE_NOOP("Field", "計")),
    };
};

} // namespace shisaku
