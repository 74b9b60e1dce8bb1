// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schedule/roadmap_rows.h"

#include "models/plan/ending.h"
#include "models/plan/ranges.h"
#include "models/plan/series.h"
#include "models/schedule/period_edit.h"

#include <QCoreApplication>

#include <functional>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
using Kind = RoadmapNode::Kind;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapRows)
};

quint64 mixed(quint64 parent, quint64 own)
{
    quint64 x = parent * 0x9E3779B97F4A7C15u + own + 0x632BE59BD9B4E019u;
    x ^= x >> 29;
    return x * 0xBF58476D1CE4E5B9u;
}

/// The same in every process and on every machine, as saved scenes need it (FNV-1a).
quint64 keyOfText(QStringView text)
{
    quint64 key = 0xCBF29CE484222325u;
    for (const QChar c : text)
        key = (key ^ c.unicode()) * 0x100000001B3u;
    return key;
}

class Builder {
public:
    Builder(const Plan &plan, ScheduleRows &rows) : m_plan(plan), m_rows(rows) {}

    RoadmapTree build(const GroupNode &root)
    {
        m_tree.nodes.reserve(1 + countBelow(root)); // growing step by step would copy large plans over and over
        m_tree.nodes.emplace_back().measureCount = root.measureCount;
        addGroups(0, root);
        return std::move(m_tree);
    }

private:
    size_t countBelow(const GroupNode &group)
    {
        size_t count = 0;
        for (const GroupNode &child : group.children) {
            if (child.measureCount > 0)
                count += 1
                         + (child.kind == GroupNode::Kind::Measure ? m_rows.of(m_plan, child.measure.row).size()
                                                                   : countBelow(child));
        }
        return count;
    }

    int append(int parent, Kind kind, TableId table, RowId row, quint64 keyPart)
    {
        const RoadmapNode &above = m_tree.at(parent);
        RoadmapNode node;
        node.kind = kind;
        node.table = table;
        node.row = row;
        node.parent = parent;
        node.key = mixed(above.key, keyPart);
        node.level = parent == 0 ? 0 : static_cast<quint8>(above.level + 1);
        m_tree.nodes.push_back(node);
        return static_cast<int>(m_tree.nodes.size()) - 1;
    }

    void addGroups(int parent, const GroupNode &group)
    {
        QList<QPair<int, const GroupNode *>> added;
        const int first = static_cast<int>(m_tree.nodes.size());
        for (const GroupNode &child : group.children) {
            if (child.measureCount == 0)
                continue;
            const bool measure = child.kind == GroupNode::Kind::Measure;
            const RowId row = measure ? child.measure.row : child.row;
            const quint64 part = row.isNull() ? keyOfText(child.label) : row.bits;
            const int node = append(parent, measure ? Kind::Measure : Kind::Group, measure ? TableId::Measure : child.table, row,
                                    part);
            RoadmapNode &made = m_tree.nodes.back();
            made.repeat = child.repeat;
            made.measureCount = child.measureCount;
            if (!measure) {
                made.heading = static_cast<int>(m_tree.headings.size());
                m_tree.headings << (child.code.isEmpty() ? child.label : child.code + u' ' + child.label);
            }
            added << qMakePair(node, &child);
        }
        close(parent, first);
        for (const auto &[node, child] : added) {
            if (child->kind == GroupNode::Kind::Measure)
                addInitiatives(node, child->measure.row);
            else
                addGroups(node, *child);
        }
    }

    void addInitiatives(int parent, RowId measure)
    {
        const std::vector<ScheduleRows::Row> &rows = m_rows.of(m_plan, measure);
        const int first = static_cast<int>(m_tree.nodes.size());
        for (size_t i = 0; i < rows.size(); i += static_cast<size_t>(rows[i].count) + 1)
            append(parent, Kind::Initiative, rows[i].table, rows[i].row, rows[i].row.bits);
        close(parent, first);
        int initiative = first;
        for (size_t i = 0; i < rows.size(); ++initiative) {
            const int begin = static_cast<int>(m_tree.nodes.size());
            const size_t end = i + 1 + static_cast<size_t>(rows[i].count);
            for (++i; i < end; ++i)
                append(initiative, rows[i].table == TableId::Phase ? Kind::Phase : Kind::Milestone, rows[i].table, rows[i].row,
                       rows[i].row.bits);
            close(initiative, begin);
        }
    }

    void close(int parent, int first)
    {
        RoadmapNode &node = m_tree.nodes[static_cast<size_t>(parent)];
        node.firstChild = first;
        node.childCount = static_cast<int>(m_tree.nodes.size()) - first;
    }

    const Plan &m_plan;
    ScheduleRows &m_rows;
    RoadmapTree m_tree;
};

void addLines(const RoadmapTree &tree, int parent, RoadmapDetail detail, const QSet<quint64> &toggled, QList<RoadmapLine> &lines)
{
    const bool whole = detail == RoadmapDetail::MeasureBars;
    const bool summary = whole || detail == RoadmapDetail::InitiativeBars;
    const RoadmapNode &above = tree.at(parent);
    for (int node = above.firstChild; node < above.firstChild + above.childCount; ++node) {
        const RoadmapNode &child = tree.at(node);
        const bool changed = toggled.contains(child.key);
        if (child.kind == Kind::Group) {
            lines << RoadmapLine{node, -1, 0, 1, changed, child.childCount > 0};
            if (!changed)
                addLines(tree, node, detail, toggled, lines);
            continue;
        }
        const bool foldable = child.childCount > 1 && !whole;
        const bool folded = foldable && (detail == RoadmapDetail::Measures) != changed;
        if (whole || folded || child.childCount == 0) {
            lines << RoadmapLine{node, node, 0, 1, folded, foldable, summary};
            continue;
        }
        for (int i = 0; i < child.childCount; ++i)
            lines << RoadmapLine{child.firstChild + i, node, i, child.childCount, false, foldable, summary};
    }
}

ScheduleItem scheduleItem(const Plan &plan, const RoadmapNode &node)
{
    ScheduleItem item;
    item.table = node.table;
    item.row = node.row;
    if (node.kind == Kind::Phase) {
        const Phase *phase = plan.find(Id<Phase>(node.row));
        item.starts = phase->starts;
        item.ends = phase->ends;
        item.label = drawnLine(phase->label);
        item.style = phase->style;
        item.stated = phase->certainty.isEmpty() || phase->certainty == "stated"_L1;
    } else {
        const Milestone *milestone = plan.find(Id<Milestone>(node.row));
        item.starts = milestone->at;
        item.label = drawnLine(milestone->label);
        item.symbol = milestone->symbol.isEmpty() ? u"▲"_s : milestone->symbol;
        item.stated = milestone->certainty.isEmpty() || milestone->certainty == "stated"_L1;
    }
    return item;
}

/// Grows a bar so that it covers another one. A side nobody knows lies where the known one does.
void cover(ScheduleItem &bar, const ScheduleItem &part)
{
    const PlanTime &end = part.isMilestone() ? part.starts : part.ends;
    const PlanTime from = part.starts.isUnknown() && end.isDated() ? end : part.starts;
    const PlanTime to = end.isUnknown() && part.starts.isDated() ? part.starts : end;
    if (from.isOpen()
        || (from.isDated() && (bar.starts.isUnknown() || (bar.starts.isDated() && from.firstMonth() < bar.starts.firstMonth()))))
        bar.starts = from;
    if (to.isOpen() || (to.isDated() && (bar.ends.isUnknown() || (bar.ends.isDated() && to.endMonth() > bar.ends.endMonth()))))
        bar.ends = to;
    bar.stated = bar.stated && part.stated;
}

QList<ScheduleItem> summary(const Plan &plan, const RoadmapTree &tree, int node)
{
    const RoadmapNode &what = tree.at(node);
    ScheduleItem bar;
    bar.table = what.table;
    bar.row = what.row;
    bar.node = node;
    bar.style = u"bar"_s;
    int parts = 0;
    const std::function<void(const RoadmapNode &)> visit = [&](const RoadmapNode &above) {
        for (int i = above.firstChild; i < above.firstChild + above.childCount; ++i) {
            const RoadmapNode &child = tree.at(i);
            if (child.kind == Kind::Initiative) {
                visit(child);
            } else {
                cover(bar, scheduleItem(plan, child));
                ++parts;
            }
        }
    };
    visit(what);
    return parts > 0 ? QList<ScheduleItem>{bar} : QList<ScheduleItem>();
}

/// The bars or the milestones of a 取組.
template <auto Member>
void addParts(const Plan &plan, Id<Initiative> initiative, std::vector<ScheduleRows::Row> &rows)
{
    using Part = typename fields::MemberOf<decltype(Member)>::Row;
    const QList<RowId> &parts = plan.rows<Part>().referring(fieldIndex<Member>(), initiative.row);
    if (parts.size() == 1) { // as most are: nothing to look up and to sort
        rows.push_back({tableOf<Part>, 0, parts.first()});
        return;
    }
    for (const Part *part : plan.parts<Member>(initiative))
        rows.push_back({tableOf<Part>, 0, part->id.row});
}

QString timeInWords(const ScheduleItem &item)
{
    if (item.isUndated())
        return undatedInWords(item.label);
    if (item.isMilestone())
        return item.starts.toJapanese();
    return periodInWords({item.starts, item.ends});
}

QString scheduleInWords(const Plan &plan, const RoadmapNode &node)
{
    const ScheduleItem item = scheduleItem(plan, node);
    const QString certainty = node.kind == Kind::Phase ? plan.find(Id<Phase>(node.row))->certainty
                                                       : plan.find(Id<Milestone>(node.row))->certainty;
    QString text = (item.isMilestone() ? item.symbol : QString()) + item.label;
    if (const QString time = timeInWords(item); !time.isEmpty())
        text += u'\n' + time;
    if (!item.stated)
        text += Texts::tr("（時期：%1）").arg(keywordLabel(fieldOf<&Phase::certainty>(), certainty));
    return text;
}
} // namespace

int RoadmapTree::above(int node, RoadmapNode::Kind kind) const
{
    while (node > 0 && at(node).kind != kind)
        node = at(node).parent;
    return node > 0 ? node : -1;
}

const std::vector<ScheduleRows::Row> &ScheduleRows::of(const Plan &plan, RowId measure)
{
    const auto known = m_rows.constFind(measure);
    if (known != m_rows.constEnd())
        return *known;
    if (m_rows.isEmpty())
        m_rows.reserve(plan.rows<Measure>().size());
    return *m_rows.insert(measure, find(plan, Id<Measure>(measure)));
}

std::vector<ScheduleRows::Row> ScheduleRows::find(const Plan &plan, Id<Measure> measure)
{
    m_found.clear();
    for (const Initiative *initiative : plan.parts<&Initiative::measure>(measure)) {
        const size_t place = m_found.size();
        m_found.push_back({TableId::Initiative, 0, initiative->id.row});
        addParts<&Phase::initiative>(plan, initiative->id, m_found);
        addParts<&Milestone::initiative>(plan, initiative->id, m_found);
        m_found[place].count = static_cast<int>(m_found.size() - place) - 1;
    }
    return m_found; // a copy holds no more than these
}

void ScheduleRows::forget(const QSet<RowId> &measures)
{
    if (measures.isEmpty())
        m_rows.clear();
    for (RowId measure : measures)
        m_rows.remove(measure);
}

RoadmapTree buildRoadmap(const Plan &plan, const GroupNode &root, ScheduleRows *rows)
{
    ScheduleRows fresh;
    return Builder(plan, rows ? *rows : fresh).build(root);
}

QList<RoadmapLine> roadmapLines(const RoadmapTree &tree, RoadmapDetail detail, const QSet<quint64> &toggled)
{
    QList<RoadmapLine> lines;
    if (!tree.nodes.empty())
        addLines(tree, 0, detail, toggled, lines);
    return lines;
}

QList<ScheduleItem> scheduleItems(const Plan &plan, const RoadmapTree &tree, const RoadmapLine &line)
{
    QList<ScheduleItem> items;
    const RoadmapNode &node = tree.at(line.node);
    if (line.summary && node.kind != Kind::Group)
        return summary(plan, tree, line.node);
    if (node.kind == Kind::Initiative) {
        for (int i = node.firstChild; i < node.firstChild + node.childCount; ++i) {
            items << scheduleItem(plan, tree.at(i));
            items.back().node = i;
        }
    } else if (node.kind == Kind::Measure) {
        for (int row = node.firstChild; row < node.firstChild + node.childCount; ++row) {
            RoadmapLine part;
            part.node = row;
            const QString title = plan.find(Id<Initiative>(tree.at(row).row))->title;
            for (ScheduleItem &item : scheduleItems(plan, tree, part)) {
                if (node.childCount > 1)
                    item.label = item.label.isEmpty() ? title : Texts::tr("%1：%2").arg(title, item.label);
                items << std::move(item);
            }
        }
    }
    return items;
}

QString titleOf(const Plan &plan, const RoadmapTree &tree, int node)
{
    const RoadmapNode &what = tree.at(node);
    if (what.kind == Kind::Group)
        return tree.headings.value(what.heading);
    if (!plan.table(what.table).contains(what.row))
        return {};
    if (what.kind == Kind::Measure) {
        const Measure *measure = plan.find(Id<Measure>(what.row));
        return u"%1 %2"_s.arg(shownNumber(*measure, what.repeat), titleWithEnding(*measure)).trimmed();
    }
    if (what.kind == Kind::Initiative)
        return plan.find(Id<Initiative>(what.row))->title;
    const ScheduleItem item = scheduleItem(plan, what);
    return item.symbol + item.label;
}

QString describe(const Plan &plan, const RoadmapTree &tree, int node)
{
    const RoadmapNode &what = tree.at(node);
    if (what.kind == Kind::Group)
        return Texts::tr("%1（%2施策）").arg(titleOf(plan, tree, node)).arg(what.measureCount);
    if (!plan.table(what.table).contains(what.row))
        return {};
    if (what.kind == Kind::Measure) {
        const Measure *measure = plan.find(Id<Measure>(what.row));
        const QString kind = plan.choiceLabel(u"kind", measure->kind);
        const QString text = u"%1 %2"_s.arg(shownNumber(*measure, what.repeat), measure->title).trimmed();
        const QString named = kind.isEmpty() ? text : text + u"［%1］"_s.arg(kind);
        return hasEnded(*measure) ? u"%1\n%2　%3"_s.arg(named, endingInWords(plan, *measure), measure->state_reason).trimmed()
                                  : named;
    }
    if (what.kind == Kind::Initiative) {
        const Initiative *initiative = plan.find(Id<Initiative>(what.row));
        QString text = initiative->title;
        if (!initiative->actor.isEmpty() && initiative->actor != initiative->title)
            text += Texts::tr("（主体：%1）").arg(initiative->actor);
        return initiative->remark.isEmpty() ? text : text + u'\n' + initiative->remark;
    }
    return scheduleInWords(plan, what);
}

} // namespace shisaku
