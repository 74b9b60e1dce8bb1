// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/choice_names.h"

namespace shisaku {

using namespace Qt::StringLiterals;

QString shortName(const Choice &choice)
{
    return !choice.key.isEmpty() && choice.label.contains(choice.key) ? choice.key : choice.label;
}

QString listedName(const Choice &choice)
{
    const QString lead = choice.list == u"reason" ? choice.mark : shortName(choice);
    return lead.isEmpty() || lead == choice.label ? choice.label : lead + u'　' + choice.label;
}

QString numberedName(const Choice &choice)
{
    if (choice.mark.isEmpty())
        return choice.label;
    const bool bracketed = u"(（"_s.contains(choice.mark.front());
    return (bracketed ? choice.mark : u"(%1)"_s.arg(choice.mark)) + u'　' + choice.label;
}

} // namespace shisaku
