// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change/measure_ending.h"

#include "models/plan/ending.h"
#include "models/plan/rules.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MeasureEnding)
};

Error refused(const QString &what, const QString &remedy)
{
    return Error{ErrorKind::Invalid, what, remedy, {}};
}

/// The other measure forgets one that was merged into it.
void forgetMerging(const Plan &plan, const Measure &measure, ChangeBuilder &change)
{
    const Measure *into = mergedInto(plan, measure);
    if (into && into->predecessor == measure.id)
        change.set<&Measure::predecessor>(into->id, Id<Measure>());
}

ChangeSet takenBack(const Plan &plan, const Measure &measure, const QString &name)
{
    ChangeBuilder change(Texts::tr("%1の終了を取り消す").arg(name));
    forgetMerging(plan, measure, change);
    change.set<&Measure::state>(measure.id, QString());
    change.set<&Measure::state_at>(measure.id, PlanTime());
    change.set<&Measure::state_reason>(measure.id, QString());
    return std::move(change).build();
}

void closeBars(const Plan &plan, Id<Measure> measure, const PlanTime &at, ChangeBuilder &change)
{
    const PlanTime end = PlanTime::fiscalYear(fiscalYearOf(at.endMonth() - 1));
    for (const Initiative *initiative : plan.parts<&Initiative::measure>(measure)) {
        for (const Phase *phase : plan.parts<&Phase::initiative>(initiative->id)) {
            const bool later = phase->starts.isDated() && phase->starts.firstMonth() >= end.endMonth();
            if (phase->ends.isOpen() && !later)
                change.set<&Phase::ends>(phase->id, end);
        }
    }
}
} // namespace

Result<ChangeSet> endMeasure(const Plan &plan, Id<Measure> id, const MeasureEnding &ending)
{
    const Measure *measure = plan.find(id);
    if (!measure)
        return refused(Texts::tr("その施策は、もうありません。"), {});
    const QString name = rowName(plan, TableId::Measure, id.row);
    if (ending.state.isEmpty() || ending.state == u"継続")
        return takenBack(plan, *measure, name);
    if (!ending.at.isDated())
        return refused(Texts::tr("終了の時期がありません。"), Texts::tr("「令和7年3月」「R7.3.31」のように入力してください。"));
    const Measure *into = ending.state == u"統合" ? plan.find(ending.into) : nullptr;
    if (into && (into == measure || hasEnded(*into)))
        return refused(Texts::tr("統合先にできるのは、続いているほかの施策です。"), Texts::tr("統合先を選び直してください。"));
    const QString other = into ? rowName(plan, TableId::Measure, into->id.row) : QString();
    ChangeBuilder change(into                      ? Texts::tr("%1を%2に統合").arg(name, other)
                         : ending.state == u"統合" ? Texts::tr("%1を統合して終了").arg(name)
                                                   : Texts::tr("%1を%2").arg(name, ending.state));
    change.set<&Measure::state>(id, ending.state);
    change.set<&Measure::state_at>(id, ending.at);
    const Measure *before = mergedInto(plan, *measure);
    QString reason = ending.reason.trimmed();
    for (const Measure *named : {before, into}) {
        if (const QString sentence = named ? mergedSentence(plan, *named) : QString(); reason.startsWith(sentence))
            reason = reason.sliced(sentence.size()).trimmed();
    }
    change.set<&Measure::state_reason>(id, into ? mergedSentence(plan, *into) + reason : reason);
    if (before != into)
        forgetMerging(plan, *measure, change);
    if (into && into->predecessor.isNull())
        change.set<&Measure::predecessor>(into->id, id);
    if (ending.closeBars)
        closeBars(plan, id, ending.at, change);
    return std::move(change).build();
}

} // namespace shisaku
