// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/ending.h"

#include "models/plan/plan.h"
#include "models/plan/ranges.h"
#include "models/plan/rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Ending)
};

QString stateLabel(const Measure &measure)
{
    return keywordLabel(fieldOf<&Measure::state>(), measure.state);
}
} // namespace

bool hasEnded(const Measure &measure)
{
    return !measure.state.isEmpty() && measure.state != u"継続";
}

bool hadEnded(const Measure &measure, const PlanTime &at)
{
    if (!hasEnded(measure))
        return false;
    return !measure.state_at.isDated() || !at.isDated() || measure.state_at.endMonth() <= at.endMonth();
}

const Measure *mergedInto(const Plan &plan, const Measure &measure)
{
    if (measure.state != u"統合")
        return nullptr;
    if (const Measure *heir = plan.parts<&Measure::predecessor>(measure.id).value(0))
        return heir;
    for (const Measure &other : plan.rows<Measure>()) {
        if (other.id != measure.id && measure.state_reason.startsWith(mergedSentence(plan, other)))
            return &other;
    }
    return nullptr;
}

QString mergedSentence(const Plan &plan, const Measure &into)
{
    return Texts::tr("%1「%2」に統合。").arg(rowName(plan, TableId::Measure, into.id.row), into.title);
}

QString endingInWords(const Plan &plan, const Measure &measure)
{
    if (!hasEnded(measure))
        return {};
    if (const Measure *into = mergedInto(plan, measure)) {
        const QString merged = Texts::tr("%1に統合").arg(rowName(plan, TableId::Measure, into->id.row));
        return measure.state_at.isDated() ? Texts::tr("%1、%2").arg(measure.state_at.toJapanese(), merged) : merged;
    }
    return (measure.state_at.isDated() ? measure.state_at.toJapanese() : QString()) + stateLabel(measure);
}

bool isMarkedByName(const Measure &measure)
{
    return measure.series == u"added"
           && std::any_of(measure.number.begin(), measure.number.end(), [](QChar c) { return c < u'0' || c > u'9'; });
}

QString nameMark(const Measure &measure)
{
    const QString added = isMarkedByName(measure) ? Texts::tr("（追加）") : QString();
    return hasEnded(measure) ? added + Texts::tr("（%1）").arg(stateLabel(measure)) : added;
}

QString titleWithEnding(const Measure &measure)
{
    return drawnLine(measure.shownTitle()) + nameMark(measure);
}

QString printedTitle(const Plan &plan, const Measure &measure)
{
    const QString own = drawnLine(measure.title);
    const QString title = isMarkedByName(measure) ? Texts::tr("%1（追加）").arg(own) : own;
    return hasEnded(measure) ? Texts::tr("%1（%2）").arg(title, endingInWords(plan, measure)) : title;
}

} // namespace shisaku
