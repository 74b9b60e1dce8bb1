// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/ending.h"

#include <QCoreApplication>

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

QString endingInWords(const Measure &measure)
{
    if (!hasEnded(measure))
        return {};
    return (measure.state_at.isDated() ? measure.state_at.toJapanese() : QString()) + stateLabel(measure);
}

QString endingMark(const Measure &measure)
{
    return hasEnded(measure) ? Texts::tr("（%1）").arg(stateLabel(measure)) : QString();
}

QString titleWithEnding(const Measure &measure)
{
    return measure.shownTitle() + endingMark(measure);
}

QString printedTitle(const Measure &measure)
{
    return hasEnded(measure) ? Texts::tr("%1（%2）").arg(measure.title, endingInWords(measure)) : measure.title;
}

} // namespace shisaku
