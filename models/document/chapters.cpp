// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/chapters.h"

#include "models/plan/ranges.h"
#include "models/plan/rank.h"
#include "models/plan/rules.h"

#include <QCoreApplication>

namespace shisaku {

namespace {
struct Chapters {
    Q_DECLARE_TR_FUNCTIONS(Chapters)
};

using Passages = QList<const Passage *>;

qsizetype indexOf(const Passages &all, Id<Passage> id)
{
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i]->id == id)
            return i;
    }
    return -1;
}

/// Behind the last section of the passage at `at`.
qsizetype endOf(const Passages &all, qsizetype at)
{
    qsizetype end = at + 1;
    while (end < all.size() && chapterLevel(*all[end]) > chapterLevel(*all[at]))
        ++end;
    return end;
}

/// The passage of the same level before `at`, within the same chapter; -1 if there is none.
qsizetype siblingBefore(const Passages &all, qsizetype at)
{
    qsizetype before = at - 1;
    while (before >= 0 && chapterLevel(*all[before]) > chapterLevel(*all[at]))
        --before;
    return before >= 0 && chapterLevel(*all[before]) == chapterLevel(*all[at]) ? before : -1;
}

/// Gives the passages from `first` to `end` of the new order their places; all of them where the neighbours leave no room.
void place(const Passages &order, qsizetype first, qsizetype end, ChangeBuilder &change)
{
    QString before = first > 0 ? order[first - 1]->position : QString();
    const QString after = end < order.size() ? order[end]->position : QString();
    if (!after.isEmpty() && before >= after) {
        const QStringList ranks = evenRanks(order.size());
        for (qsizetype i = 0; i < order.size(); ++i)
            change.set<&Passage::position>(order[i]->id, ranks[i]);
        return;
    }
    for (qsizetype i = first; i < end; ++i) {
        before = rankBetween(before, after);
        change.set<&Passage::position>(order[i]->id, before);
    }
}

QString nameOf(const Passage &passage)
{
    return passage.heading.isEmpty() ? Chapters::tr("見出しのない文章") : Chapters::tr("「%1」").arg(passage.heading);
}
} // namespace

QList<Owner> textOwners(const Plan &plan)
{
    QList<Owner> owners{Owner()};
    for (const Survey *survey : plan.ordered<Survey>())
        owners << Owner(survey->id);
    for (const Passage *passage : plan.ordered<Passage>()) {
        if (!owners.contains(passage->owner))
            owners << passage->owner;
    }
    return owners;
}

Passages chaptersOf(const Plan &plan, const Owner &owner)
{
    Passages found;
    for (const Passage *passage : plan.ordered<Passage>()) {
        if (passage->owner == owner)
            found << passage;
    }
    return found;
}

int chapterLevel(const Passage &passage)
{
    return static_cast<int>(ranged<&Passage::level>(passage).value_or(1));
}

Passages withSections(const Plan &plan, Id<Passage> passage)
{
    const Passage *row = plan.find(passage);
    if (!row)
        return {};
    const Passages all = chaptersOf(plan, row->owner);
    const qsizetype at = indexOf(all, passage);
    return all.sliced(at, endOf(all, at) - at);
}

Id<Passage> chapterAbove(const Plan &plan, Id<Passage> passage)
{
    const Passage *row = plan.find(passage);
    if (!row)
        return {};
    const Passages all = chaptersOf(plan, row->owner);
    for (qsizetype at = indexOf(all, passage) - 1; at >= 0; --at) {
        if (chapterLevel(*all[at]) < chapterLevel(*row))
            return all[at]->id;
    }
    return {};
}

ChangeSet addedChapter(const Plan &plan, const Owner &owner, Id<Passage> beside, Id<Passage> id)
{
    const Passages all = chaptersOf(plan, owner);
    const qsizetype at = indexOf(all, beside);
    const qsizetype end = at < 0 ? all.size() : endOf(all, at);
    const QString before = end > 0 ? all[end - 1]->position : QString();
    const QString after = end < all.size() ? all[end]->position : QString();
    Passage row;
    row.id = id;
    row.position = rankBetween(before, after.isEmpty() || before < after ? after : QString());
    row.owner = owner;
    row.level = at < 0 ? 1 : chapterLevel(*all[at]);
    row.heading = Chapters::tr("新しい見出し");
    ChangeBuilder change(Chapters::tr("文章を追加"));
    change.insert(row);
    return std::move(change).build();
}

ChangeSet removedChapter(const Plan &plan, Id<Passage> passage)
{
    const Passages rows = withSections(plan, passage);
    if (rows.isEmpty())
        return {};
    const QString name = nameOf(*rows.first());
    ChangeBuilder change(rows.size() == 1 ? Chapters::tr("%1を削除").arg(name)
                                          : Chapters::tr("%1を、続く%2つの節とともに削除").arg(name).arg(rows.size() - 1));
    for (const Passage *row : rows)
        change.remove(row->id);
    return std::move(change).build();
}

ChangeSet movedChapter(const Plan &plan, Id<Passage> passage, int steps)
{
    const Passage *row = plan.find(passage);
    if (!row)
        return {};
    const Passages all = chaptersOf(plan, row->owner);
    const qsizetype at = indexOf(all, passage);
    const qsizetype end = endOf(all, at);
    qsizetype to = 0; // where the first one goes, among those that stay
    if (steps < 0) {
        to = siblingBefore(all, at);
        if (to < 0)
            return {};
    } else {
        if (end >= all.size() || chapterLevel(*all[end]) != chapterLevel(*row))
            return {};
        to = endOf(all, end) - (end - at);
    }
    Passages order = all;
    const Passages block = order.sliced(at, end - at);
    order.remove(at, block.size());
    for (qsizetype i = 0; i < block.size(); ++i)
        order.insert(to + i, block[i]);
    ChangeBuilder change((steps < 0 ? Chapters::tr("%1を上へ移動") : Chapters::tr("%1を下へ移動")).arg(nameOf(*row)));
    place(order, to, to + block.size(), change);
    return std::move(change).build();
}

ChangeSet shiftedChapter(const Plan &plan, Id<Passage> passage, int steps)
{
    const Passages rows = withSections(plan, passage);
    if (rows.isEmpty())
        return {};
    const Passage &row = *rows.first();
    if (steps < 0 ? chapterLevel(row) == 1
                  : siblingBefore(chaptersOf(plan, row.owner), indexOf(chaptersOf(plan, row.owner), passage)) < 0)
        return {};
    for (const Passage *section : rows) {
        if (chapterLevel(*section) + steps > deepestChapter)
            return {};
    }
    ChangeBuilder change(Chapters::tr("%1の段階を変更").arg(nameOf(row)));
    for (const Passage *section : rows)
        change.set<&Passage::level>(section->id, chapterLevel(*section) + steps);
    return std::move(change).build();
}

} // namespace shisaku
