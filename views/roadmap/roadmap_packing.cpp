// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_packing.h"

#include <algorithm>
#include <numeric>

namespace shisaku {

namespace {
constexpr int linesOfNewLane = 3;
/// A label that runs out of its bar begins with at least this many characters inside.
constexpr qreal minimumInside = 2;

// What it costs the reader where a label stands, against one set to half its width.
constexpr qreal runsOnEffort = 0.3;  // past the open end of its bar
constexpr qreal crossesEffort = 0.5; // over the edge of a bar
constexpr qreal besideEffort = 1;    // among years that are not its own
constexpr qreal followsEffort = 0.5; // there, behind another label
constexpr qreal ledEffort = 1;       // on another lane
} // namespace

RowPacking::RowPacking(const PackTask &task, int maxLines, BesideBars beside) : m_task(task), m_maxLines(maxLines), m_beside(beside)
{
    for (int i = 0; i < task.items.size(); ++i) {
        m_row.items << placeInTime(item(i).what, task.axis, task.metrics.signs);
        m_row.items.back().item = i;
        m_row.laneOf << -1;
        m_row.textLaneOf << -1;
    }
}

PackedRow RowPacking::run(const QList<int> &order)
{
    for (int i : order)
        place(i);
    return taken();
}

std::optional<PackedRow> RowPacking::runShapesFirst(const QList<int> &order)
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
    return taken();
}

/// Known only when all bars have their lanes.
void RowPacking::findHost(int milestone)
{
    PlacedItem &placed = m_row.items[milestone];
    const qreal middle = placed.shape.center().x();
    for (int i = 0; i < m_row.items.size(); ++i) {
        const QRectF &bar = m_row.items[i].shape;
        if (item(i).what.isMilestone() || m_row.laneOf[i] != m_row.laneOf[milestone] || middle < bar.left() || middle > bar.right())
            continue;
        placed.host = std::pair(bar.left(), bar.right());
        if (!placed.text.isEmpty() && (placed.text.rect.left() < bar.left() || placed.text.rect.right() > bar.right()))
            m_row.effort += crossesEffort;
    }
}

PackedRow RowPacking::taken()
{
    for (int i = 0; i < m_row.items.size(); ++i) {
        if (item(i).what.isMilestone())
            findHost(i);
    }
    for (const PackLane &lane : m_lanes)
        m_row.linesOfLane << lane.lines;
    return std::move(m_row);
}

void RowPacking::placeShape(int i)
{
    const QRectF &shape = m_row.items[i].shape;
    const bool milestone = item(i).what.isMilestone();
    qsizetype lane = 0;
    while (lane < m_lanes.size() && !(milestone ? m_lanes[lane].takesSymbol(shape) : takesBar(i, m_lanes[lane])))
        ++lane;
    if (lane == m_lanes.size())
        m_lanes.emplace_back();
    m_row.laneOf[i] = m_row.textLaneOf[i] = static_cast<int>(lane);
    if (milestone)
        m_lanes[lane].texts.push_back({shape.left(), shape.right(), shape.center().x()});
    else
        takeBar(i, m_lanes[lane]);
}

/// What a bar takes of its lane: of words without one the columns of their years.
std::pair<qreal, qreal> RowPacking::roomOf(int i) const
{
    const ScheduleItem &what = item(i).what;
    const QRectF &shape = m_row.items[i].shape;
    return what.isText() ? m_task.axis.columnsOf(what.starts, what.ends) : std::pair<qreal, qreal>(shape.left(), shape.right());
}

bool RowPacking::takesBar(int i, const PackLane &lane) const
{
    return lane.takesBar(roomOf(i).first, roomOf(i).second);
}

void RowPacking::takeBar(int i, PackLane &lane) const
{
    lane.shapes.push_back({roomOf(i).first, roomOf(i).second, item(i).who});
}

bool RowPacking::placeLabel(int i)
{
    if (item(i).what.label.isEmpty())
        return true;
    const qsizetype lane = m_row.laneOf[i];
    if (placeWith(i, lane, m_lanes[lane].lines, false) || placeLed(i))
        return true;
    if (lines() < m_maxLines && m_lanes[lane].lines == 1 && placeWith(i, lane, 2, false))
        return true;
    return tryLane(i, lane, 1, 1, true);
}

int RowPacking::lines() const
{
    return std::accumulate(m_lanes.begin(), m_lanes.end(), 0, [](int sum, const PackLane &lane) { return sum + lane.lines; });
}

void RowPacking::place(int i)
{
    if (placeInLanes(i) || placeLed(i))
        return;
    if (lines() < m_maxLines) {
        for (qsizetype lane = 0; lane < m_lanes.size(); ++lane) {
            if (m_lanes[lane].lines == 1 && placeWith(i, lane, 2, false))
                return;
        }
        if (placeInNewLane(i))
            return;
    }
    if (placeAsNote(i) || placeInNewLane(i))
        return;
    m_lanes.emplace_back();
    if (!placeWith(i, m_lanes.size() - 1, 1, true))
        m_row.noted << i;
    m_row.laneOf[i] = m_row.textLaneOf[i] = static_cast<int>(m_lanes.size()) - 1;
}

bool RowPacking::placeInLanes(int i)
{
    for (qreal stretch : labelStretches) {
        for (qsizetype lane = 0; lane < m_lanes.size(); ++lane) {
            if (tryLane(i, lane, stretch, m_lanes[lane].lines, false))
                return true;
        }
    }
    return false;
}

bool RowPacking::placeAsNote(int i)
{
    for (qsizetype lane = 0; lane < m_lanes.size(); ++lane) {
        if (tryLane(i, lane, 1, m_lanes[lane].lines, true))
            return true;
    }
    return false;
}

bool RowPacking::placeWith(int i, qsizetype lane, int maxLines, bool asNote)
{
    return std::any_of(labelStretches.begin(), labelStretches.end(),
                       [&](qreal stretch) { return tryLane(i, lane, stretch, maxLines, asNote); });
}

bool RowPacking::placeInNewLane(int i)
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

bool RowPacking::tryLane(int i, qsizetype lane, qreal stretch, int maxLines, bool asNote)
{
    const bool done = item(i).what.isMilestone() ? tryMilestone(i, lane, stretch, maxLines, asNote)
                      : m_row.items[i].undated   ? tryUndated(i, lane, stretch, maxLines, asNote)
                                                 : tryBar(i, lane, stretch, maxLines, asNote);
    if (!done)
        return false;
    m_row.laneOf[i] = m_row.textLaneOf[i] = static_cast<int>(lane);
    m_row.effort += 1 - stretch;
    if (asNote)
        m_row.noted << i;
    return true;
}

QString RowPacking::labelOf(int i, const PackLane &lane, bool asNote) const
{
    if (asNote)
        return m_task.noteSign;
    const bool known = !item(i).who.isEmpty() && lane.whoBefore(m_row.items[i].shape.left()) == item(i).who;
    return known ? item(i).brief : item(i).what.label;
}

/// Sets the text if it fits into [left, right].
bool RowPacking::set(PlacedText &text, const QString &label, qreal left, qreal right, qreal stretch, int maxLines, bool fromRight)
{
    if (right - left < em())
        return false;
    const QStringList lines = m_task.text.wrapped(label, (right - left) / stretch, maxLines);
    if (lines.isEmpty())
        return false;
    qreal width = 0;
    for (const QString &line : lines)
        width = std::max(width, m_task.text.width(line) * stretch);
    text.lines = lines;
    text.stretch = stretch;
    text.rect = QRectF(fromRight ? right - width : left, 0, width, 0);
    return true;
}

bool RowPacking::tryBar(int i, qsizetype lane, qreal stretch, int maxLines, bool asNote)
{
    PackLane &in = m_lanes[lane];
    if (!m_shapesPlaced && !takesBar(i, in))
        return false;
    const QString label = labelOf(i, in, asNote);
    if (!label.isEmpty()
        && !(item(i).what.isText() ? setWords(i, label, stretch, maxLines) : setBarLabel(i, in, label, stretch, maxLines, asNote)))
        return false;
    if (!m_shapesPlaced)
        takeBar(i, in);
    take(in, m_row.items[i].text, {});
    return true;
}

/// Within the columns of its years, for words without a bar are read as those of the year they stand in.
bool RowPacking::setWords(int i, const QString &label, qreal stretch, int maxLines)
{
    const auto [left, right] = roomOf(i);
    return set(m_row.items[i].text, label, left + side(), right - side(), stretch, maxLines);
}

bool RowPacking::setBarLabel(int i, const PackLane &lane, const QString &label, qreal stretch, int maxLines, bool asNote)
{
    PlacedItem &placed = m_row.items[i];
    const qreal own = placed.shape.center().x();
    const bool torn = placed.right == TimeSpan::Edge::Unknown;
    const qreal head = torn || item(i).what.style == QLatin1String("bar") ? 0 : m_task.metrics.signs.headDepth() / 2;
    const qreal right = placed.shape.right() - side() - head;
    const QList<qreal> begins = lane.begins(placed.shape.left(), right, false);
    for (qreal begin : begins) {
        const qreal left = begin + side();
        const qreal room = lane.roomAfter(left, placed.shape.right(), own);
        if (set(placed.text, label, left, std::min(right, room == placed.shape.right() ? room : room - side()), stretch, maxLines))
            return true;
    }
    const auto at = [&](qreal effort, bool done) {
        m_row.effort += done ? effort : 0;
        return done;
    };
    const qreal whole = m_task.axis.width() + side();
    if (torn) {
        // Nothing closes the bar: its label runs on.
        const qreal left = begins.back() + side();
        if (placed.shape.right() - left >= minimumInside * em()
            && at(runsOnEffort, set(placed.text, label, left, lane.roomAfter(left, whole, own) - side(), stretch, maxLines)))
            return true;
    }
    if (m_beside == BesideBars::Avoided && !asNote)
        return false;
    const qreal after = lane.endOfText(placed.shape.right());
    if (at(besideEffort + (after > placed.shape.right() ? followsEffort : 0),
           set(placed.text, label, after + side(), lane.roomAfter(after, whole, own) - side(), stretch, maxLines)))
        return true;
    const qreal begin = lane.roomBefore(placed.shape.left(), own);
    return at(besideEffort, set(placed.text, label, begin + side(), placed.shape.left() - side(), stretch, maxLines, true));
}

bool RowPacking::tryMilestone(int i, qsizetype lane, qreal stretch, int maxLines, bool asNote)
{
    PackLane &in = m_lanes[lane];
    PlacedItem &placed = m_row.items[i];
    const qreal middle = placed.shape.center().x();
    if (!m_shapesPlaced && !in.takesSymbol(placed.shape))
        return false;
    const QString label = labelOf(i, in, asNote);
    const qreal gap = m_task.metrics.symbolGap;
    if (!label.isEmpty()) {
        const qreal end = in.roomAfter(placed.shape.right(), m_task.axis.width() + side(), middle);
        const qreal begin = in.roomBefore(placed.shape.left(), middle);
        if (!set(placed.text, label, placed.shape.right() + gap, end - side(), stretch, maxLines)
            && !set(placed.text, label, begin + side(), placed.shape.left() - gap, stretch, maxLines, true))
            return false;
    }
    take(in, placed.text, middle);
    if (!m_shapesPlaced)
        in.texts.push_back({placed.shape.left(), placed.shape.right(), middle});
    return true;
}

/// A strip over all years on a lane of its own, its words in the middle: it belongs to no year more than to another.
bool RowPacking::tryUndated(int i, qsizetype lane, qreal stretch, int maxLines, bool asNote)
{
    PackLane &in = m_lanes[lane];
    PlacedItem &placed = m_row.items[i];
    if (!in.shapes.empty() || !in.texts.empty())
        return false;
    const QString label = asNote ? m_task.noteSign : item(i).what.label;
    if (!set(placed.text, label, placed.shape.left() + side(), placed.shape.right() - side(), stretch, maxLines))
        return false;
    placed.text.rect.moveLeft(placed.shape.center().x() - placed.text.rect.width() / 2);
    takeBar(i, in);
    take(in, placed.text, {});
    return true;
}

void RowPacking::take(PackLane &lane, const PlacedText &text, std::optional<qreal> anchor)
{
    if (text.isEmpty())
        return;
    lane.texts.push_back({text.rect.left(), text.rect.right() + side(), anchor});
    lane.lines = std::max(lane.lines, static_cast<int>(text.lines.size()));
}

/// The shape on one lane, its label on the next one, led by a line.
bool RowPacking::placeLed(int i)
{
    PlacedItem &placed = m_row.items[i];
    if (item(i).what.isMilestone() || item(i).what.isText() || placed.undated)
        return false;
    for (qreal stretch : labelStretches) {
        for (qsizetype lane = 0; lane < m_lanes.size(); ++lane) {
            if (m_shapesPlaced ? lane != m_row.laneOf[i] : !takesBar(i, m_lanes[lane]))
                continue;
            for (qsizetype other : {lane + 1, lane - 1}) {
                if (other < 0 || other >= m_lanes.size() || !setLed(i, m_lanes[other], stretch))
                    continue;
                if (!m_shapesPlaced)
                    takeBar(i, m_lanes[lane]);
                take(m_lanes[other], placed.text, {});
                m_row.laneOf[i] = static_cast<int>(lane);
                m_row.textLaneOf[i] = static_cast<int>(other);
                m_row.effort += ledEffort + 1 - stretch;
                return true;
            }
        }
    }
    return false;
}

bool RowPacking::setLed(int i, const PackLane &lane, qreal stretch)
{
    PlacedItem &placed = m_row.items[i];
    for (qreal begin : lane.begins(placed.shape.left(), placed.shape.right() - em(), true)) {
        const qreal end = lane.roomAfter(begin, m_task.axis.width() + side(), {});
        if (set(placed.text, item(i).what.label, begin + em(), end - side(), stretch, 1)) {
            placed.leader = {QPointF(begin + em() * 0.4, 0), QPointF(begin + em() * 0.4, 0), QPointF(begin + em() * 0.85, 0)};
            return true;
        }
    }
    return false;
}

} // namespace shisaku
