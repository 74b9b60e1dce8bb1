// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/measure_address.h"

#include "models/plan/codes.h"
#include "models/plan/search_form.h"
#include "models/plan/series.h"

namespace shisaku {

using namespace Qt::StringLiterals;

QList<const Category *> siblingCategories(const Plan &plan, Id<Classification> classification, Id<Category> parent)
{
    if (parent.isNull())
        return plan.roots(classification);
    return plan.parts<&Category::parent>(parent);
}

QList<const Category *> categoryPath(const Plan &plan, const Category *category)
{
    QList<const Category *> list;
    while (category && !list.contains(category)) {
        list.prepend(category);
        category = plan.find(category->parent);
    }
    return list;
}

QString joinedAddress(const QString &address, const QString &code)
{
    return address.isEmpty() ? code : address + addressSeparator + code;
}

/// Another form of writing made plain: full-width and circled digits, brackets, dashes.
QString plainAddress(const QString &text)
{
    QString plain;
    for (const QChar c : plainForm(text)) {
        if (u"-ー－―‐−–"_s.contains(c))
            plain += u'-';
        else if (!c.isSpace() && !u"()[]（）．."_s.contains(c))
            plain += c.toUpper();
    }
    return plain;
}

QString categoryAddress(const Plan &plan, const Category &category)
{
    const Classification *classification = plan.find(category.classification);
    QString address;
    for (const Category *at : categoryPath(plan, &category)) {
        const QString pattern = classification ? codePattern(*classification, plan.level(*at)) : QString();
        if (pattern.isEmpty())
            continue;
        if (isOnlyCounted(pattern)) {
            const auto all = siblingCategories(plan, at->classification, at->parent);
            address = joinedAddress(address, QString::number(all.indexOf(at) + 1));
        } else {
            address = joinedAddress(address, bareCode(pattern, at->code));
        }
    }
    return address;
}

Id<Category> homeOf(const Plan &plan, Id<Measure> measure)
{
    const Membership *home = nullptr;
    bool homeNumbers = false;
    for (const Membership *membership : plan.parts<&Membership::measure>(measure)) {
        const Category *category = plan.find(membership->category);
        const Classification *classification = category ? plan.find(category->classification) : nullptr;
        if (!classification)
            continue;
        const bool numbers = !classification->numbering.isEmpty();
        if (!home || std::pair(numbers, membership->home) > std::pair(homeNumbers, home->home)) {
            home = membership;
            homeNumbers = numbers;
        }
    }
    return home ? home->category : Id<Category>();
}

QList<Id<Measure>> measuresByAddress(const Plan &plan, const QString &address)
{
    QList<Id<Measure>> same;
    QList<Id<Measure>> alike;
    const QString plain = plainAddress(address);
    if (plain.isEmpty())
        return {}; // names nothing, not what has no number
    for (const Measure *measure : plan.ordered<Measure>()) {
        const QString number = shownNumber(*measure, false);
        const bool numberedAtHome = isAdded(*measure) && plan.info().numbering == u"項目ごと"; // 追加 is a mark beside the number
        if (number == address || (numberedAtHome && measure->number == address))
            same << measure->id;
        if (plainAddress(number) == plain || (numberedAtHome && plainAddress(measure->number) == plain)) {
            alike << measure->id;
        } else if (const Category *home = plan.find(homeOf(plan, measure->id))) {
            if (plainAddress(joinedAddress(categoryAddress(plan, *home), number)) == plain)
                alike << measure->id;
        }
    }
    return same.isEmpty() ? alike : same;
}

} // namespace shisaku
