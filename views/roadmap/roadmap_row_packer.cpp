// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_row_packer.h"

#include "views/roadmap/roadmap_pack_lane.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <optional>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapRowPacker)
};

constexpr int linesOfNewLane = 3;
/// A label that runs out of its bar begins with at least this many characters inside.
constexpr qreal leastInside = 2;

class Packing {
public:
    Packing(const QList<DigestItem> &items, const TimeAxis &axis, const TextMeasure &text, const PackMetrics &metrics,
            const QString &noteSign, int maxLines) :
        m_items(items),
        m_axis(axis), m_text(text), m_metrics(metrics), m_noteSign(noteSign), m_maxLines(maxLines)
    {
        for (int i = 0; i < items.size(); ++i) {
            m_row.items << placeInTime(items[i].what, axis, metrics.signs);
            m_row.items.back().item = i;
            m_row.laneOf << -1;
            m_row.textLaneOf << -1;
        }
    }

    PackedRow run(const QList<int> &order)
    {
        for (int i : order)
            place(i);
        for (const PackLane &lane : m_lanes)
            m_row.linesOfLane << lane.lines;
        return std::move(m_row);
    }

    /// As run(), but every shape gets its lane before any label is set, so that no label takes the place of a bar. Nothing if a
    /// label cannot even be numbered.
    std::optional<PackedRow> runShapesFirst(const QList<int> &order)
    {
        m_shapesPlaced = true;
        for (int i : order) {
            if (!m_row.items[i].undated)
                placeShape(i);
        }
        for (int i : order) {
            if (m_row.items[i].undated)
                place(i);
            else if (!placeLabel(i))
                return {};
        }
        for (const PackLane &lane : m_lanes)
            m_row.linesOfLane << lane.lines;
        return std::move(m_row);
    }

private:
    void placeShape(int i)
    {
        const QRectF &shape = m_row.items[i].shape;
        const bool milestone = m_items[i].what.isMilestone();
        qsizetype lane = 0;
        while (lane < m_lanes.size()
               && !(milestone ? m_lanes[lane].takesSymbol(shape) : m_lanes[lane].takesBar(shape.left(), shape.right())))
            ++lane;
        if (lane == m_lanes.size())
            m_lanes.emplace_back();
        m_row.laneOf[i] = m_row.textLaneOf[i] = static_cast<int>(lane);
        if (milestone)
            m_lanes[lane].texts.push_back({shape.left(), shape.right(), shape.center().x()});
        else
            m_lanes[lane].shapes.push_back({shape.left(), shape.right(), m_items[i].who});
    }

    bool placeLabel(int i)
    {
        if (m_items[i].what.label.isEmpty())
            return true;
        const qsizetype lane = m_row.laneOf[i];
        if (placeWith(i, lane, m_lanes[lane].lines, false) || placeLed(i))
            return true;
        if (lines() < m_maxLines && m_lanes[lane].lines == 1 && placeWith(i, lane, 2, false))
            return true;
        return tryLane(i, lane, 1, 1, true);
    }

    int lines() const
    {
        return std::accumulate(m_lanes.begin(), m_lanes.end(), 0, [](int sum, const PackLane &lane) { return sum + lane.lines; });
    }

    void place(int i)
    {
        if (placeInLanes(i, false) || placeLed(i))
            return;
        if (lines() < m_maxLines) {
            for (qsizetype lane = 0; lane < m_lanes.size(); ++lane) {
                if (m_lanes[lane].lines == 1 && placeWith(i, lane, 2, false))
                    return;
            }
            if (placeInNewLane(i))
                return;
        }
        if (!m_lanes.isEmpty() && placeInLanes(i, true))
            return;
        if (placeInNewLane(i))
            return;
        m_lanes.emplace_back();
        if (!placeWith(i, m_lanes.size() - 1, 1, true))
            m_row.noted << i;
        m_row.laneOf[i] = m_row.textLaneOf[i] = static_cast<int>(m_lanes.size()) - 1;
    }

    bool placeInLanes(int i, bool asNote)
    {
        if (asNote) {
            for (qsizetype lane = 0; lane < m_lanes.size(); ++lane) {
                if (tryLane(i, lane, 1, m_lanes[lane].lines, true))
                    return true;
            }
            return false;
        }
        for (qreal stretch : labelStretches) {
            for (qsizetype lane = 0; lane < m_lanes.size(); ++lane) {
                if (tryLane(i, lane, stretch, m_lanes[lane].lines, false))
                    return true;
            }
        }
        return false;
    }

    bool placeWith(int i, qsizetype lane, int maxLines, bool asNote)
    {
        for (qreal stretch : labelStretches) {
            if (tryLane(i, lane, stretch, maxLines, asNote))
                return true;
        }
        return false;
    }

    bool placeInNewLane(int i)
    {
        m_lanes.emplace_back();
        for (int count = 1; count <= linesOfNewLane; ++count) {
            if (count > 1 && lines() + count - 1 > m_maxLines)
                break;
            if (placeWith(i, m_lanes.size() - 1, count, false))
                return true;
        }
        m_lanes.pop_back();
        return false;
    }

    bool tryLane(int i, qsizetype lane, qreal stretch, int maxLines, bool asNote)
    {
        const DigestItem &item = m_items[i];
        const bool done = item.what.isMilestone()  ? tryMilestone(i, lane, stretch, maxLines, asNote)
                          : m_row.items[i].undated ? tryUndated(i, lane, stretch, maxLines, asNote)
                                                   : tryBar(i, lane, stretch, maxLines, asNote);
        if (!done)
            return false;
        m_row.laneOf[i] = m_row.textLaneOf[i] = static_cast<int>(lane);
        m_row.effort += 1 - stretch;
        if (asNote)
            m_row.noted << i;
        return true;
    }

    QString labelOf(int i, const PackLane &lane, bool asNote) const
    {
        if (asNote)
            return m_noteSign;
        const DigestItem &item = m_items[i];
        const bool known = !item.who.isEmpty() && lane.whoBefore(m_row.items[i].shape.left()) == item.who;
        return known ? item.brief : item.what.label;
    }

    /// Sets the text if it fits into [left, right].
    bool set(PlacedText &text, const QString &label, qreal left, qreal right, qreal stretch, int maxLines, bool fromRight = false)
    {
        if (right - left < m_text.em())
            return false;
        const QStringList lines = m_text.wrapped(label, (right - left) / stretch, maxLines);
        if (lines.isEmpty())
            return false;
        qreal width = 0;
        for (const QString &line : lines)
            width = std::max(width, m_text.width(line) * stretch);
        text.lines = lines;
        text.stretch = stretch;
        text.rect = QRectF(fromRight ? right - width : left, 0, width, 0);
        return true;
    }

    bool tryBar(int i, qsizetype lane, qreal stretch, int maxLines, bool asNote)
    {
        PackLane &in = m_lanes[lane];
        PlacedItem &placed = m_row.items[i];
        if (!m_shapesPlaced && !in.takesBar(placed.shape.left(), placed.shape.right()))
            return false;
        const QString label = labelOf(i, in, asNote);
        if (!label.isEmpty() && !setBarLabel(placed, m_items[i], in, label, stretch, maxLines))
            return false;
        if (!m_shapesPlaced)
            in.shapes.push_back({placed.shape.left(), placed.shape.right(), m_items[i].who});
        take(in, placed.text, {});
        return true;
    }

    bool setBarLabel(PlacedItem &placed, const DigestItem &item, const PackLane &lane, const QString &label, qreal stretch,
                     int maxLines)
    {
        const qreal side = m_metrics.side;
        const qreal own = placed.shape.center().x();
        const bool torn = placed.right == TimeSpan::Edge::Unknown;
        const qreal head = torn || item.what.style == QLatin1String("bar") ? 0 : m_metrics.signs.headDepth() / 2;
        const qreal right = placed.shape.right() - side - head;
        const QList<qreal> begins = lane.begins(placed.shape.left(), right, false);
        for (qreal begin : begins) {
            const qreal left = begin + side;
            const qreal room = lane.roomAfter(left, placed.shape.right(), own);
            if (set(placed.text, label, left, std::min(right, room == placed.shape.right() ? room : room - side), stretch,
                    maxLines))
                return true;
        }
        const qreal whole = m_axis.width() + side;
        if (torn) {
            // Nothing closes the bar: its label runs on.
            const qreal left = begins.back() + side;
            if (placed.shape.right() - left >= leastInside * m_text.em()
                && set(placed.text, label, left, lane.roomAfter(left, whole, own) - side, stretch, maxLines))
                return true;
        }
        const qreal after = lane.endOfText(placed.shape.right());
        if (set(placed.text, label, after + side, lane.roomAfter(after, whole, own) - side, stretch, maxLines))
            return true;
        const qreal begin = lane.roomBefore(placed.shape.left(), own);
        return set(placed.text, label, begin + side, placed.shape.left() - side, stretch, maxLines, true);
    }

    bool tryMilestone(int i, qsizetype lane, qreal stretch, int maxLines, bool asNote)
    {
        PackLane &in = m_lanes[lane];
        PlacedItem &placed = m_row.items[i];
        const qreal middle = placed.shape.center().x();
        if (!m_shapesPlaced && !in.takesSymbol(placed.shape))
            return false;
        const QString label = labelOf(i, in, asNote);
        const qreal gap = m_metrics.symbolGap;
        if (!label.isEmpty()) {
            const qreal end = in.roomAfter(placed.shape.right(), m_axis.width() + m_metrics.side, middle);
            const qreal begin = in.roomBefore(placed.shape.left(), middle);
            if (!set(placed.text, label, placed.shape.right() + gap, end - m_metrics.side, stretch, maxLines)
                && !set(placed.text, label, begin + m_metrics.side, placed.shape.left() - gap, stretch, maxLines, true))
                return false;
        }
        placed.onBar = std::any_of(in.shapes.begin(), in.shapes.end(),
                                   [&](const PackLane::Shape &s) { return middle >= s.left && middle <= s.right; });
        take(in, placed.text, middle);
        if (!m_shapesPlaced)
            in.texts.push_back({placed.shape.left(), placed.shape.right(), middle});
        return true;
    }

    /// A frame over all years if it has the lane to itself, else one wherever there is room that says it has no time.
    bool tryUndated(int i, qsizetype lane, qreal stretch, int maxLines, bool asNote)
    {
        PackLane &in = m_lanes[lane];
        PlacedItem &placed = m_row.items[i];
        const qreal side = m_metrics.side;
        const QString remark = Texts::tr("期間未定");
        QString label = asNote ? m_noteSign : m_items[i].what.label;
        if (in.shapes.empty() && in.texts.empty()) {
            const qreal remarkWidth = m_text.width(remark);
            const qreal left = placed.shape.left() + side;
            const qreal right = placed.shape.right() - side;
            if (label == remark || !set(placed.text, label, left, right - remarkWidth - 2 * side, stretch, maxLines)) {
                if (!set(placed.text, label, left, right, stretch, maxLines))
                    return false;
            } else {
                placed.remark.lines = {remark};
                placed.remark.rect = QRectF(right - remarkWidth, 0, remarkWidth, 0);
            }
            in.shapes.push_back({placed.shape.left(), placed.shape.right(), {}});
            take(in, placed.text, {});
            return true;
        }
        if (label != remark)
            label = Texts::tr("未定：%1").arg(label);
        for (qreal begin : in.begins(0, m_axis.width(), true)) {
            const qreal end = in.roomAfter(begin + side, m_axis.width(), {});
            if (end - begin < 2 * side || !set(placed.text, label, begin + 2 * side, end - 2 * side, stretch, maxLines))
                continue;
            placed.shape = QRectF(begin + side, 0, placed.text.rect.width() + 2 * side, 0);
            in.shapes.push_back({placed.shape.left(), placed.shape.right(), {}});
            take(in, placed.text, {});
            return true;
        }
        return false;
    }

    void take(PackLane &lane, const PlacedText &text, std::optional<qreal> anchor)
    {
        if (text.isEmpty())
            return;
        lane.texts.push_back({text.rect.left(), text.rect.right() + m_metrics.side, anchor});
        lane.lines = std::max(lane.lines, static_cast<int>(text.lines.size()));
    }

    /// The shape on one lane, its label on the next one, led by a line.
    bool placeLed(int i)
    {
        PlacedItem &placed = m_row.items[i];
        if (m_items[i].what.isMilestone() || placed.undated)
            return false;
        for (qreal stretch : labelStretches) {
            for (qsizetype lane = 0; lane < m_lanes.size(); ++lane) {
                if (m_shapesPlaced ? lane != m_row.laneOf[i] : !m_lanes[lane].takesBar(placed.shape.left(), placed.shape.right()))
                    continue;
                for (qsizetype other : {lane + 1, lane - 1}) {
                    if (other < 0 || other >= m_lanes.size() || !setLed(i, m_lanes[other], stretch))
                        continue;
                    if (!m_shapesPlaced)
                        m_lanes[lane].shapes.push_back({placed.shape.left(), placed.shape.right(), m_items[i].who});
                    take(m_lanes[other], placed.text, {});
                    m_row.laneOf[i] = static_cast<int>(lane);
                    m_row.textLaneOf[i] = static_cast<int>(other);
                    m_row.effort += 2 - stretch;
                    return true;
                }
            }
        }
        return false;
    }

    bool setLed(int i, const PackLane &lane, qreal stretch)
    {
        PlacedItem &placed = m_row.items[i];
        const qreal lead = m_text.em();
        for (qreal begin : lane.begins(placed.shape.left(), placed.shape.right() - lead, true)) {
            const qreal end = lane.roomAfter(begin, m_axis.width() + m_metrics.side, {});
            if (set(placed.text, m_items[i].what.label, begin + lead, end - m_metrics.side, stretch, 1)) {
                placed.leader = {QPointF(begin + lead * 0.4, 0), QPointF(begin + lead * 0.4, 0), QPointF(begin + lead * 0.85, 0)};
                return true;
            }
        }
        return false;
    }

    const QList<DigestItem> &m_items;
    const TimeAxis &m_axis;
    const TextMeasure &m_text;
    const PackMetrics &m_metrics;
    const QString &m_noteSign;
    int m_maxLines;
    bool m_shapesPlaced = false;
    QList<PackLane> m_lanes;
    PackedRow m_row;
};

/// Indices in the order in which they are given a place; what has no date comes last, for it may stand anywhere.
template <typename Before>
QList<int> ordered(const PackedRow &placed, Before before)
{
    QList<int> order(placed.items.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        if (placed.items[a].undated != placed.items[b].undated)
            return placed.items[b].undated;
        return before(a, b);
    });
    return order;
}
} // namespace

int PackedRow::lines() const
{
    return std::accumulate(linesOfLane.begin(), linesOfLane.end(), 0);
}

RowPacker::RowPacker(const QList<DigestItem> &items, const TimeAxis &axis, const TextMeasure &text, const PackMetrics &metrics,
                     const QString &noteSign) :
    m_items(items),
    m_axis(axis), m_text(text), m_metrics(metrics), m_noteSign(noteSign)
{}

PackedRow RowPacker::packed(int maxLines) const
{
    PackedRow shapes;
    for (const DigestItem &item : m_items)
        shapes.items << placeInTime(item.what, m_axis, m_metrics.signs);
    const auto left = [&](int i) { return shapes.items[i].shape.left(); };
    const auto milestone = [&](int i) { return m_items[i].what.isMilestone(); };
    // Which order packs best depends on the row: by time, the plan's own, milestones before the bars they stand on.
    const QList<QList<int>> orders{
        ordered(shapes, [&](int a, int b) { return left(a) < left(b); }),
        ordered(shapes, [](int, int) { return false; }),
        ordered(shapes, [&](int a, int b) { return milestone(a) != milestone(b) ? milestone(a) : left(a) < left(b); }),
        ordered(shapes, [&](int a, int b) { return milestone(a) != milestone(b) ? milestone(b) : left(a) < left(b); }),
        ordered(shapes, [&](int a, int b) { return left(a) > left(b); }),
    };
    std::optional<PackedRow> best;
    const auto rank = [](const PackedRow &r) { return std::tuple(r.lines(), r.noted.size(), r.effort); };
    const auto consider = [&](std::optional<PackedRow> row) {
        if (row && (!best || rank(*row) < rank(*best)))
            best = std::move(row);
    };
    QList<QList<int>> tried;
    for (const QList<int> &order : orders) {
        if (tried.contains(order))
            continue;
        tried << order;
        const auto packing = [&] { return Packing(m_items, m_axis, m_text, m_metrics, m_noteSign, maxLines); };
        consider(packing().run(order));
        if (best->lines() == 1 && best->noted.isEmpty() && best->effort <= 0)
            break;
        consider(packing().runShapesFirst(order));
    }
    return *best;
}

} // namespace shisaku
