// SPDX-License-Identifier: GPL-3.0-or-later
// Items of a classification in several wordings: those the documents print, and two items that are hardly two.
#include "models/check/rules.h"
#include "models/plan/category_wording.h"
#include "models/plan/search_form.h"
#include "models/plan/tables.h"

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// What wordings have in common whatever their width and their signs.
QString folded(const QString &title)
{
    QString text = searchForm(title);
    text.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return text;
}

QString digitsOf(QString text)
{
    text.removeIf([](QChar c) { return !c.isDigit(); });
    return text;
}

/// Whether two titles are the same, or long and different in one short place that is no number.
bool areAlike(const QString &a, const QString &b)
{
    if (a == b)
        return !a.isEmpty();
    const qsizetype shorter = std::min(a.size(), b.size());
    const qsizetype most = std::min<qsizetype>(3, shorter / 6);
    if (most == 0 || std::max(a.size(), b.size()) - shorter > most || digitsOf(a) != digitsOf(b))
        return false;
    qsizetype head = 0;
    while (head < shorter && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    return std::max(a.size(), b.size()) - head - tail <= most;
}

void checkPrinted(const Category &category, Findings &findings)
{
    QStringList others;
    for (const Wording &wording : otherWordings(category))
        others << wording.text;
    if (others.isEmpty())
        return;
    Finding &finding = findings.add<&Category::variants>(
        "wordings", category.id, CheckText::tr("同じ項目が%1通りに書かれています。").arg(others.size() + 1));
    finding.printed = others.join(CheckText::tr("／"));
    finding.computed = category.title;
}

void checkTwins(const QList<const Category *> &items, Findings &findings)
{
    QStringList titles;
    for (const Category *item : items)
        titles << folded(item->title);
    for (qsizetype i = 1; i < items.size(); ++i) {
        for (qsizetype k = 0; k < i; ++k) {
            if (items[k]->parent != items[i]->parent || !areAlike(titles[k], titles[i]))
                continue;
            Finding &finding = findings.add<&Category::title>(
                "wordings", items[i]->id, CheckText::tr("同じ階層に、よく似た項目『%1』があります。").arg(items[k]->title));
            finding.printed = items[i]->title;
            finding.computed = items[k]->title;
            break;
        }
    }
}
} // namespace

void checkWordings(const Plan &plan, Findings &findings)
{
    for (const Classification *classification : plan.ordered<Classification>()) {
        const auto items = plan.parts<&Category::classification>(classification->id);
        for (const Category *item : items)
            checkPrinted(*item, findings);
        checkTwins(items, findings);
    }
}

} // namespace shisaku
