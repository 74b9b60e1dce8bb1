// SPDX-License-Identifier: GPL-3.0-or-later
// Items of a classification that the documents print in several wordings.
#include "models/check/rules.h"
#include "models/plan/tables.h"

namespace shisaku {

using namespace Qt::StringLiterals;

void checkWordings(const Plan &plan, Findings &findings)
{
    for (const Category *category : plan.ordered<Category>()) {
        const QStringList others = category->variants.split(u'\n', Qt::SkipEmptyParts);
        if (others.isEmpty())
            continue;
        Finding &finding = findings.add<&Category::variants>(
            "wordings", category->id, CheckText::tr("同じ項目が%1通りに書かれています。").arg(others.size() + 1));
        finding.printed = others.join(CheckText::tr("／"));
        finding.computed = category->title;
    }
}

} // namespace shisaku
