// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/check/check.h"

#include "models/check/rules.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr CheckRule rules[] = {
    {"saved-hours", QT_TRANSLATE_NOOP("CheckRules", "削減時間の検算"), CheckKind::Figures},
    {"saved-rate", QT_TRANSLATE_NOOP("CheckRules", "削減率の検算"), CheckKind::Figures},
    {"office-count", QT_TRANSLATE_NOOP("CheckRules", "部署数の検算"), CheckKind::Figures},
    {"effect-total", QT_TRANSLATE_NOOP("CheckRules", "活用実績の合計の検算"), CheckKind::Figures},
    {"case-total", QT_TRANSLATE_NOOP("CheckRules", "活用事例の計の検算"), CheckKind::Figures},
    {"case-share", QT_TRANSLATE_NOOP("CheckRules", "活用事例の割合の検算"), CheckKind::Figures},
    {"survey-total", QT_TRANSLATE_NOOP("CheckRules", "進捗調査の合計の検算"), CheckKind::Figures},
    {"survey-share", QT_TRANSLATE_NOOP("CheckRules", "進捗調査の割合の検算"), CheckKind::Figures},
    {"value-as-printed", QT_TRANSLATE_NOOP("CheckRules", "指標の値と原典の表記"), CheckKind::Figures},
    {"duplicate-number", QT_TRANSLATE_NOOP("CheckRules", "施策番号の重複"), CheckKind::Gaps},
    {"measure-without-lead", QT_TRANSLATE_NOOP("CheckRules", "所管課の記載漏れ"), CheckKind::Gaps},
    {"measure-without-text", QT_TRANSLATE_NOOP("CheckRules", "票の文章の記載漏れ"), CheckKind::Gaps},
    {"measure-without-schedule", QT_TRANSLATE_NOOP("CheckRules", "スケジュールの記載漏れ"), CheckKind::Gaps},
    {"initiative-without-schedule", QT_TRANSLATE_NOOP("CheckRules", "時期のない取組"), CheckKind::Gaps},
    {"measure-without-aim", QT_TRANSLATE_NOOP("CheckRules", "分類の記載漏れ"), CheckKind::Gaps},
    {"added-measure-open", QT_TRANSLATE_NOOP("CheckRules", "追加施策の記載漏れ"), CheckKind::Gaps},
    {"phase-outside-plan", QT_TRANSLATE_NOOP("CheckRules", "計画期間の外の工程"), CheckKind::Gaps},
    {"phase-ends-before-start", QT_TRANSLATE_NOOP("CheckRules", "開始より前に終わる工程"), CheckKind::Gaps},
    {"indicator-without-value", QT_TRANSLATE_NOOP("CheckRules", "値のない指標"), CheckKind::Gaps},
    {"indicator-without-target", QT_TRANSLATE_NOOP("CheckRules", "目標値のない指標"), CheckKind::Gaps},
    {"indicator-without-baseline", QT_TRANSLATE_NOOP("CheckRules", "現状値のない指標"), CheckKind::Gaps},
    {"footnote-without-mark", QT_TRANSLATE_NOOP("CheckRules", "印のない注記"), CheckKind::Gaps},
    {"mark-without-footnote", QT_TRANSLATE_NOOP("CheckRules", "注記のない印"), CheckKind::Gaps},
    {"glossary-unused", QT_TRANSLATE_NOOP("CheckRules", "使われていない用語"), CheckKind::Gaps},
    {"figure-number", QT_TRANSLATE_NOOP("CheckRules", "図の番号"), CheckKind::Gaps},
    {"department-out-of-force", QT_TRANSLATE_NOOP("CheckRules", "その時にない部署"), CheckKind::Gaps},
    {"out-of-range", QT_TRANSLATE_NOOP("CheckRules", "範囲の外の値"), CheckKind::Gaps},
    {"look-alike", QT_TRANSLATE_NOOP("CheckRules", "形の似た別の文字"), CheckKind::Wording},
    {"spelling", QT_TRANSLATE_NOOP("CheckRules", "語の表記揺れ"), CheckKind::Wording},
    {"wordings", QT_TRANSLATE_NOOP("CheckRules", "一つの項目の複数の書き方"), CheckKind::Wording},
};

using RuleFunction = void (*)(const Plan &, Findings &);
constexpr RuleFunction functions[] = {checkEffects,   checkCases,      checkSurveys,   checkIndicators, checkMeasures,
                                      checkSchedules, checkFootnotes,  checkGlossary,  checkFigures,    checkOffices,
                                      checkRanges,    checkLookAlikes, checkSpellings, checkWordings};

/// What an acceptance is bound to, kept where a note keeps its source.
QString acceptanceKey(const Finding &finding)
{
    return u"check:%1 %2 / %3"_s.arg(finding.rule, finding.printed, finding.computed);
}

QString fieldName(const Finding &finding)
{
    const auto fields = tableInfo(finding.table).fields;
    return finding.field < 0 ? QString() : QString::fromLatin1(fields[static_cast<size_t>(finding.field)].name);
}

void markAccepted(const Plan &plan, QList<Finding> &findings)
{
    QHash<QPair<RowId, QString>, const Annotation *> accepted;
    for (const Annotation &note : plan.rows<Annotation>()) {
        if (note.kind == "accepted"_L1)
            accepted.insert({note.row, note.field + u'/' + note.source}, &note);
    }
    if (accepted.isEmpty())
        return;
    for (Finding &finding : findings) {
        if (const Annotation *note = accepted.value({finding.row, fieldName(finding) + u'/' + acceptanceKey(finding)})) {
            finding.acceptance = note->id;
            finding.accepted = note->text;
        }
    }
}
} // namespace

std::span<const CheckRule> checkRules()
{
    return rules;
}

int checkRuleIndex(QStringView name)
{
    const auto found = std::find_if(std::begin(rules), std::end(rules),
                                    [name](const CheckRule &rule) { return name == QLatin1StringView(rule.name); });
    return found == std::end(rules) ? -1 : static_cast<int>(found - std::begin(rules));
}

QString checkRuleTitle(const CheckRule &rule)
{
    return QCoreApplication::translate("CheckRules", rule.title);
}

QString checkKindTitle(CheckKind kind)
{
    switch (kind) {
    case CheckKind::Figures:
        return QCoreApplication::translate("CheckRules", "検算");
    case CheckKind::Gaps:
        return QCoreApplication::translate("CheckRules", "記載漏れ");
    case CheckKind::Wording:
        return QCoreApplication::translate("CheckRules", "表記揺れ");
    }
    return {};
}

QList<Finding> findingsOf(const Plan &plan)
{
    Findings findings(plan);
    for (const RuleFunction &run : functions)
        run(plan, findings);
    QList<Finding> list = std::move(findings).list();
    QHash<QString, int> order;
    for (const CheckRule &rule : rules)
        order.insert(QString::fromLatin1(rule.name), static_cast<int>(order.size()));
    std::stable_sort(list.begin(), list.end(),
                     [&order](const Finding &a, const Finding &b) { return order.value(a.rule) < order.value(b.rule); });
    markAccepted(plan, list);
    return list;
}

Annotation acceptanceOf(const Finding &finding, const QString &reason)
{
    Annotation note;
    // The note of the plan as a whole hangs on its one row.
    note.table = QString::fromLatin1(tableInfo(finding.table).name);
    note.row = finding.row;
    note.field = fieldName(finding);
    note.kind = u"accepted"_s;
    note.text = reason;
    note.source = acceptanceKey(finding);
    return note;
}

} // namespace shisaku
