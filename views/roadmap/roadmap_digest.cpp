// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_digest.h"

#include "models/plan/ranges.h"
#include "models/schedule/period_edit.h"

#include <QCoreApplication>

#include <cmath>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapDigest)
};

/// One bar's or milestone's text with the 取組 it belongs to.
struct Part {
    QString who;
    QString label;
};

/// What is joined to one sign.
struct Joined {
    ScheduleItem what;
    QRectF shape;
    QList<Part> parts;
};

/// Labels shared by the same 取組: 「OCR・会議録作成：利用業務の拡大」.
struct Told {
    QStringList who;
    QStringList labels;
};

QList<Told> told(const QList<Part> &parts)
{
    QList<Told> byLabel;
    for (const Part &part : parts) {
        auto found = std::find_if(byLabel.begin(), byLabel.end(), [&](const Told &t) { return t.labels.first() == part.label; });
        if (found == byLabel.end())
            byLabel << Told{{part.who}, {part.label}};
        else if (!found->who.contains(part.who))
            found->who << part.who;
    }
    QList<Told> byWho;
    for (const Told &one : std::as_const(byLabel)) {
        auto found = std::find_if(byWho.begin(), byWho.end(), [&](const Told &t) { return t.who == one.who; });
        if (found == byWho.end())
            byWho << one;
        else
            found->labels << one.labels;
    }
    return byWho;
}

QString sentence(const Told &one)
{
    const QString who = one.who.join(Texts::tr("・"));
    QStringList labels = one.labels;
    labels.removeAll(QString());
    return labels.isEmpty() ? who : Texts::tr("%1：%2").arg(who, labels.join(Texts::tr("／")));
}

/// Gives a sign its texts; `everyone` are all 取組 with a time, of which a sign of all need not name any.
void label(DigestItem &item, const QList<Part> &parts, bool named, const QStringList &everyone)
{
    const QList<Told> groups = told(parts);
    QStringList briefs;
    QStringList full;
    for (const Told &one : groups) {
        briefs << one.labels;
        full << sentence(one);
    }
    briefs.removeAll(QString());
    item.brief = briefs.join(Texts::tr("／"));
    const bool one = groups.size() == 1;
    const bool ofAll = one && everyone.size() > 1 && groups.first().who.size() == everyone.size();
    item.what.label = named && !ofAll ? full.join(Texts::tr("　")) : item.brief;
    if (!one)
        item.brief = item.what.label;
    if (named) {
        QStringList who;
        for (const Part &part : parts)
            who << part.who;
        who.removeDuplicates();
        who.sort();
        item.who = who.join(u'\n');
    }
}

bool sameSign(const ScheduleItem &a, const ScheduleItem &b)
{
    return a.isMilestone() == b.isMilestone() && a.stated == b.stated && a.symbol == b.symbol
           && (a.style == "text"_L1) == (b.style == "text"_L1) && a.ends.isUnknown() == b.ends.isUnknown()
           && a.ends.isOpen() == b.ends.isOpen() && a.starts.isOpen() == b.starts.isOpen();
}
} // namespace

RowDigest digestOf(const Plan &plan, const RoadmapTree &tree, const RoadmapLine &line, const TimeAxis &axis,
                   const RoadmapMetrics &metrics, qreal alike)
{
    const RoadmapNode &measure = tree.at(line.measure);
    const bool named = measure.childCount > 1;
    QList<Joined> dated;
    QList<Part> unstated;
    QList<Part> undecided;
    QStringList everyone;
    QStringList titles;
    for (int row = measure.firstChild; row < measure.firstChild + measure.childCount; ++row) {
        const QString who = drawnLine(plan.find(Id<Initiative>(tree.at(row).row))->title);
        titles << who;
        RoadmapLine part;
        part.node = row;
        for (const ScheduleItem &item : scheduleItems(plan, tree, part)) {
            const PlacedItem placed = placeInTime(item, axis, metrics);
            if (placed.undated) {
                (undatedInWords(item.label).isEmpty() ? undecided : unstated) << Part{who, item.symbol + item.label};
                continue;
            }
            if (!everyone.contains(who))
                everyone << who;
            auto same = std::find_if(dated.begin(), dated.end(), [&](const Joined &other) {
                return sameSign(other.what, item) && std::abs(other.shape.left() - placed.shape.left()) <= alike
                       && std::abs(other.shape.right() - placed.shape.right()) <= alike;
            });
            if (same == dated.end())
                same = dated.insert(dated.end(), Joined{item, placed.shape, {}});
            same->parts << Part{who, item.label};
        }
    }
    RowDigest digest;
    for (const Joined &joined : std::as_const(dated)) {
        DigestItem item{joined.what, {}, {}};
        label(item, joined.parts, named, everyone);
        digest.items << item;
    }
    QStringList undated;
    for (const QList<Part> &parts : {unstated, undecided}) {
        DigestItem item;
        label(item, parts, named, {});
        if (!parts.isEmpty())
            undated << undatedLabel(item.what.label);
    }
    if (!undated.isEmpty()) {
        DigestItem item;
        item.what.label = undated.join(Texts::tr("　"));
        digest.items << item;
    }
    titles.removeAll(drawnLine(plan.find(Id<Measure>(measure.row))->title));
    if (digest.items.isEmpty() && !titles.isEmpty()) {
        DigestItem item;
        item.what.label = undatedLabel(titles.join(Texts::tr("　")));
        digest.items << item;
    }
    return digest;
}

} // namespace shisaku
