// SPDX-License-Identifier: GPL-3.0-or-later
// Terms of the glossary (用語説明) that no text uses.
#include "models/check/rules.h"
#include "models/check/texts.h"
#include "models/plan/search_form.h"

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// The word, and what stands before and inside its brackets: 「5G（第5世代移動通信システム）」 is used where either is.
QStringList formsOf(const QString &word)
{
    const QString whole = searchForm(word);
    QStringList forms{whole};
    const qsizetype open = whole.indexOf(u'(');
    const qsizetype close = whole.lastIndexOf(u')');
    if (open > 0 && close > open)
        forms << whole.first(open).trimmed() << whole.sliced(open + 1, close - open - 1).trimmed();
    forms.removeIf([](const QString &form) { return form.size() < 2; });
    return forms;
}
} // namespace

void checkGlossary(const Plan &plan, Findings &findings)
{
    if (plan.rows<GlossaryTerm>().size() == 0)
        return;
    QString everything;
    eachText(plan, [&everything](const TextPlace &, const QString &text) { everything += text + u'\n'; });
    everything = searchForm(everything);
    QHash<Id<GlossaryTerm>, QString> definitions;
    for (const GlossaryTerm &term : plan.rows<GlossaryTerm>())
        definitions.insert(term.id, searchForm(term.definition));

    for (const GlossaryTerm *term : plan.ordered<GlossaryTerm>()) {
        const QStringList forms = formsOf(term->word);
        const bool used = forms.isEmpty() || std::any_of(forms.begin(), forms.end(), [&](const QString &form) {
                              if (everything.contains(form))
                                  return true;
                              return std::any_of(definitions.keyValueBegin(), definitions.keyValueEnd(), [&](const auto &other) {
                                  return other.first != term->id && other.second.contains(form);
                              });
                          });
        if (!used)
            findings
                .add<&GlossaryTerm::word>("glossary-unused", term->id,
                                          CheckText::tr("用語「%1」は、計画のどの文章にも出てきません。").arg(term->word))
                .printed = term->word;
    }
}

} // namespace shisaku
