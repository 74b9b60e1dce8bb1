// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_layout.h"

#include "models/schedule/period_edit.h"

#include <QMap>

#include <algorithm>
#include <cmath>

namespace shisaku {

namespace {
constexpr int linesInside = 2;
constexpr int linesAlone = 3;
/// Of words that have to stay within a column.
constexpr int linesInColumn = 99;
/// A label is not broken into columns narrower than this many characters.
constexpr qreal narrowest = 4;
/// A bar whose end is not known covers at least this.
constexpr MonthNumber minimumMonths = 6;

/// One lane: what is taken of it, and how many lines of text it holds.
struct Lane {
    struct Taken {
        qreal left;
        qreal right;
    };
    std::vector<Taken> taken;
    int textLines = 1;

    bool isFree(qreal left, qreal right) const
    {
        constexpr qreal touching = 0.01;
        return std::none_of(taken.begin(), taken.end(),
                            [&](const Taken &t) { return t.left < right - touching && t.right > left + touching; });
    }
    qreal freeUntil(qreal from, qreal end) const
    {
        for (const Taken &t : taken) {
            if (t.right > from + 0.01)
                end = std::min(end, std::max(from, t.left));
        }
        return end;
    }
    qreal freeSince(qreal to) const
    {
        qreal begin = 0;
        for (const Taken &t : taken) {
            if (t.left < to - 0.01)
                begin = std::max(begin, std::min(to, t.right));
        }
        return begin;
    }
    void take(qreal left, qreal right) { taken.push_back({left, right}); }
};

class Layouter {
public:
    Layouter(const QList<ScheduleItem> &items, const TimeAxis &axis, const TextMeasure &text, const RoadmapMetrics &metrics) :
        m_items(items), m_axis(axis), m_text(text), m_metrics(metrics)
    {}

    LineLayout layout()
    {
        for (int i = 0; i < m_items.size(); ++i) {
            PlacedItem placed = placeInTime(m_items[i], m_axis, m_metrics);
            placed.item = i;
            m_placed << placed;
            m_laneOf << -1;
            // Once a line will do.
            const bool wordless = m_items[i].symbol.isEmpty() && m_items[i].label.isEmpty();
            if (placed.undated && m_remarked < 0 && !wordless && !undatedInWords(m_items[i].label).isEmpty())
                m_remarked = i;
        }
        placeBars();
        placeMilestones();
        return stacked();
    }

private:
    /// A milestone that has a place in time; one that has none is a strip like a bar's.
    bool isPoint(int i) const { return m_items[i].isMilestone() && !m_placed[i].undated; }

    QList<int> inOrder(bool points) const
    {
        QList<int> order;
        for (int i = 0; i < m_items.size(); ++i) {
            if (isPoint(i) == points)
                order << i;
        }
        // What has no date comes last: it says least about time.
        std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
            if (m_placed[a].undated != m_placed[b].undated)
                return m_placed[b].undated;
            return m_placed[a].shape.left() < m_placed[b].shape.left();
        });
        return order;
    }

    void placeBars()
    {
        const QList<int> order = inOrder(false);
        for (int i : order) {
            qsizetype lane = 0;
            while (lane < m_lanes.size() && !m_lanes[lane].isFree(roomOf(i).first, roomOf(i).second))
                ++lane;
            putBar(i, lane);
        }
        QList<int> homeless;
        for (int i : order) {
            if (!placeBarLabel(i, linesInside))
                homeless << i;
        }
        for (int i : homeless)
            removeBar(i);
        const qsizetype firstOwn = m_lanes.size();
        for (int i : homeless)
            placeAlone(i, firstOwn);
    }

    /// What a bar takes of its lane before its label.
    std::pair<qreal, qreal> roomOf(int i) const
    {
        const QRectF &shape = m_placed[i].shape;
        return m_items[i].isText() ? m_axis.columnsOf(m_items[i].starts, m_items[i].ends)
                                   : std::pair<qreal, qreal>(shape.left(), shape.right());
    }

    void putBar(int i, qsizetype lane)
    {
        if (lane == m_lanes.size())
            m_lanes.emplace_back();
        m_lanes[lane].take(roomOf(i).first, roomOf(i).second);
        m_laneOf[i] = static_cast<int>(lane);
    }

    void removeBar(int i)
    {
        auto &taken = m_lanes[m_laneOf[i]].taken;
        const qreal left = roomOf(i).first;
        taken.erase(std::find_if(taken.begin(), taken.end(), [left](const Lane::Taken &t) { return t.left == left; }));
        m_laneOf[i] = -1;
    }

    bool placeBarLabel(int i, int maxLines)
    {
        PlacedItem &placed = m_placed[i];
        const QString label = labelOf(i);
        if (label.isEmpty())
            return true;
        Lane &lane = m_lanes[m_laneOf[i]];
        const qreal side = m_metrics.sidePadding();
        if (placed.undated)
            return placeUndated(placed, lane, label, maxLines);
        if (m_items[i].isText())
            return placeWords(i, lane, label, maxLines);
        const bool arrow = placed.right != TimeSpan::Edge::Unknown;
        const qreal inside = placed.shape.width() - 2 * side - (arrow ? m_metrics.headDepth() / 2 : 0);
        if (setText(placed, lane, label, placed.shape.left() + side, inside, inside < narrowest * m_text.em() ? 1 : maxLines))
            return true;
        const qreal end = lane.freeUntil(placed.shape.right(), m_axis.width());
        if (placed.right == TimeSpan::Edge::Unknown) {
            // Nothing closes the bar: its label runs on.
            const qreal room = end - placed.shape.left() - 2 * side;
            if (inside > m_text.em() && setText(placed, lane, label, placed.shape.left() + side, room, maxLines)) {
                lane.take(placed.shape.right(), std::max(placed.shape.right(), placed.text.rect.right() + side));
                return true;
            }
        }
        if (setText(placed, lane, label, placed.shape.right() + side, end - placed.shape.right() - 2 * side, maxLines)) {
            lane.take(placed.shape.right(), placed.text.rect.right() + side);
            return true;
        }
        const qreal begin = lane.freeSince(placed.shape.left());
        if (setText(placed, lane, label, begin + side, placed.shape.left() - begin - 2 * side, maxLines)) {
            placed.text.rect.moveRight(placed.shape.left() - side);
            lane.take(placed.text.rect.left() - side, placed.shape.left());
            return true;
        }
        return false;
    }

    /// In the middle of the years, none of which is its own.
    bool placeUndated(PlacedItem &placed, Lane &lane, const QString &label, int maxLines)
    {
        const qreal side = m_metrics.sidePadding();
        if (!setText(placed, lane, label, placed.shape.left() + side, placed.shape.width() - 2 * side, maxLines))
            return false;
        placed.text.rect.moveLeft(placed.shape.center().x() - placed.text.rect.width() / 2);
        return true;
    }

    /// Within the columns of its years, for words without a bar are read as those of the year they stand in.
    bool placeWords(int i, Lane &lane, const QString &label, int maxLines)
    {
        PlacedItem &placed = m_placed[i];
        const qreal side = m_metrics.sidePadding();
        const auto [first, end] = roomOf(i);
        const bool alone = maxLines > linesInside;
        for (const qreal left : {placed.shape.left(), first}) {
            if (setText(placed, lane, label, left + side, end - left - 2 * side, linesInside))
                return true;
        }
        if (!alone)
            return false;
        const qreal room = std::max(end - first - 2 * side, m_text.em());
        QStringList lines = m_text.wrapped(label, room, linesInColumn);
        if (lines.isEmpty())
            lines = m_text.elided(label, room, linesInColumn, &placed.text.elided);
        fill(placed.text, lane, lines, first + side);
        return true;
    }

    /// Puts the label into a space, if it fits there. Long lines are allowed up to `maxLines`.
    bool setText(PlacedItem &placed, Lane &lane, const QString &label, qreal left, qreal room, int maxLines)
    {
        if (room <= 0)
            return false;
        const bool narrow = room < narrowest * m_text.em();
        const QStringList lines = m_text.wrapped(label, room, narrow ? 1 : maxLines);
        if (lines.isEmpty())
            return false;
        fill(placed.text, lane, lines, left);
        return true;
    }

    void fill(PlacedText &text, Lane &lane, const QStringList &lines, qreal left)
    {
        qreal width = 0;
        for (const QString &line : lines)
            width = std::max(width, m_text.width(line));
        text.lines = lines;
        text.rect = QRectF(left, 0, width, m_text.pitch() * static_cast<qreal>(lines.size()));
        lane.textLines = std::max(lane.textLines, static_cast<int>(lines.size()));
    }

    /// A lane where bar and label have room; the label is cut only if even a whole lane is too short.
    void placeAlone(int i, qsizetype firstOwn)
    {
        for (qsizetype lane = firstOwn;; ++lane) {
            const bool fresh = lane == m_lanes.size();
            if (!fresh && !m_lanes[lane].isFree(m_placed[i].shape.left(), m_placed[i].shape.right()))
                continue;
            putBar(i, lane);
            if (placeBarLabel(i, fresh ? linesAlone : linesInside))
                return;
            if (fresh) {
                cutLabel(i);
                return;
            }
            removeBar(i);
        }
    }

    QString labelOf(int i) const
    {
        if (!m_placed[i].undated)
            return m_items[i].label;
        const QString label = m_items[i].symbol + m_items[i].label; // a strip has no other place for the sign of a milestone
        return i == m_remarked ? undatedLabel(label) : label;
    }

    void cutLabel(int i)
    {
        PlacedItem &placed = m_placed[i];
        const qreal side = m_metrics.sidePadding();
        const qreal rightRoom = m_axis.width() - placed.shape.right() - 2 * side;
        const qreal inside = placed.shape.width() - 2 * side - m_metrics.headDepth();
        const qreal leftRoom = placed.shape.left() - 2 * side;
        const qreal room = std::max({rightRoom, inside, leftRoom});
        const qreal left = room == inside ? placed.shape.left() + side : room == rightRoom ? placed.shape.right() + side : side;
        Lane &lane = m_lanes[m_laneOf[i]];
        fill(placed.text, lane, m_text.elided(labelOf(i), room, linesAlone, &placed.text.elided), left);
        lane.take(0, m_axis.width());
    }

    void placeMilestones()
    {
        for (int i : inOrder(true)) {
            qsizetype lane = 0;
            while (lane < m_lanes.size() && !placeMilestone(i, m_lanes[lane], linesInside))
                ++lane;
            if (lane == m_lanes.size()) {
                m_lanes.emplace_back();
                if (!placeMilestone(i, m_lanes.back(), linesAlone)) {
                    m_laneOf[i] = static_cast<int>(lane);
                    cutLabel(i);
                }
            }
            m_laneOf[i] = static_cast<int>(lane);
        }
    }

    bool placeMilestone(int i, Lane &lane, int maxLines)
    {
        PlacedItem &placed = m_placed[i];
        const QString &label = m_items[i].label;
        const qreal side = m_metrics.sidePadding();
        const qreal gap = 2 * m_metrics.unit;
        const qreal left = placed.shape.left();
        if (!lane.isFree(left, placed.shape.right()))
            return false;
        if (label.isEmpty()) {
            lane.take(left, placed.shape.right());
            return true;
        }
        const qreal end = lane.freeUntil(placed.shape.right(), m_axis.width());
        if (setText(placed, lane, label, placed.shape.right() + gap, end - placed.shape.right() - gap - side, maxLines)) {
            lane.take(left, placed.text.rect.right() + side);
            return true;
        }
        const qreal begin = lane.freeSince(left);
        if (setText(placed, lane, label, begin + side, left - gap - begin - side, maxLines)) {
            placed.text.rect.moveRight(left - gap);
            lane.take(placed.text.rect.left() - side, placed.shape.right());
            return true;
        }
        return false;
    }

    /// Steps descend from left to right, as one reads them, and what has no date comes last. Lanes that lost their bars to lanes
    /// of their own are left out.
    QList<int> lanesInOrder() const
    {
        QMap<int, std::tuple<bool, qreal>> begins;
        for (int i = 0; i < m_placed.size(); ++i) {
            const std::tuple begin(m_placed[i].undated, m_placed[i].shape.left());
            const auto known = begins.find(m_laneOf[i]);
            if (known == begins.end())
                begins.insert(m_laneOf[i], begin);
            else
                *known = std::min(*known, begin);
        }
        QList<int> lanes = begins.keys();
        std::stable_sort(lanes.begin(), lanes.end(), [&](int a, int b) { return begins.value(a) < begins.value(b); });
        return lanes;
    }

    LineLayout stacked()
    {
        LineLayout layout;
        qreal top = m_metrics.linePadding();
        for (const int lane : lanesInOrder()) {
            const qreal height = m_text.pitch() * m_lanes[lane].textLines + 2 * m_metrics.lanePadding();
            for (int i = 0; i < m_placed.size(); ++i) {
                if (m_laneOf[i] == lane)
                    settle(m_placed[i], top, height);
            }
            top += height + m_metrics.laneGap();
        }
        const qreal single = m_text.pitch() + 2 * (m_metrics.lanePadding() + m_metrics.linePadding());
        layout.height = std::ceil(std::max(single, top - m_metrics.laneGap() + m_metrics.linePadding()));
        layout.items = std::move(m_placed);
        return layout;
    }

    void settle(PlacedItem &placed, qreal top, qreal height) const
    {
        const qreal middle = top + height / 2;
        if (isPoint(placed.item))
            placed.shape.moveCenter(QPointF(placed.shape.center().x(), middle));
        else
            placed.shape = QRectF(placed.shape.left(), top, placed.shape.width(), height);
        placed.text.rect.moveTop(middle - placed.text.rect.height() / 2);
    }

    const QList<ScheduleItem> &m_items;
    const TimeAxis &m_axis;
    const TextMeasure &m_text;
    const RoadmapMetrics &m_metrics;
    QList<PlacedItem> m_placed;
    QList<int> m_laneOf;
    QList<Lane> m_lanes;
    int m_remarked = -1; ///< The item that says for its line that no time is stated.
};

} // namespace

PlacedItem placeInTime(const ScheduleItem &item, const TimeAxis &axis, const RoadmapMetrics &metrics)
{
    PlacedItem placed;
    placed.undated = item.isUndated();
    if (placed.undated) {
        const auto [left, right] = axis.columnsOf({}, {});
        placed.left = placed.right = TimeSpan::Edge::Unknown;
        placed.shape = QRectF(left, 0, right - left, 0);
        return placed;
    }
    if (item.isMilestone()) {
        const qreal size = metrics.minimumBar();
        placed.shape = QRectF(std::clamp(axis.at(item.starts) - size / 2, 0.0, axis.width() - size), 0, size, size);
        return placed;
    }
    const TimeSpan span = axis.span(item.starts, item.ends);
    placed.left = span.start;
    placed.right = span.end;
    qreal left = span.from;
    qreal right = span.to;
    if (span.end == TimeSpan::Edge::Unknown && item.starts.isDated() && !item.isText()) {
        // Hardly anything may be left of the column it begins in.
        right = std::max(right, axis.x(item.starts.firstMonth() + minimumMonths));
    }
    right = std::min(axis.width(), std::max(right, left + metrics.minimumBar()));
    left = std::max(0.0, std::min(left, right - metrics.minimumBar()));
    placed.shape = QRectF(left, 0, right - left, 0);
    return placed;
}

LineLayout layoutLine(const QList<ScheduleItem> &items, const TimeAxis &axis, const TextMeasure &text,
                      const RoadmapMetrics &metrics)
{
    return Layouter(items, axis, text, metrics).layout();
}

} // namespace shisaku
