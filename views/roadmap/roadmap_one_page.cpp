// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_one_page.h"

#include "views/look/paper.h"
#include "views/roadmap/roadmap_one_page_notes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
// Heights and distances in sizes of a character.
constexpr qreal lineShare = 1;
constexpr qreal laneGapShare = 0.05;
constexpr qreal rowPaddingShare = 0.01;
constexpr qreal barInsetShare = 0;
constexpr qreal headerShare = 1.5;
/// Rows are drawn apart up to this factor where the sheet has room.
constexpr qreal mostAir = 1.6;

constexpr double pointStep = 0.25;
/// Widths of the titles' column to try, in characters; and of 「～R2」 and 「R8～」 against a year.
constexpr std::array<qreal, 3> titleWidths{24, 20, 16};
constexpr std::array<qreal, 2> edgeShares{0.75, 0.5};
constexpr int mostLines = 99;

struct Columns {
    qreal title = 0; ///< In characters.
    qreal edge = 0;
    int levels = 0;
};

class Solver {
public:
    Solver(const OnePageMaterial &material, double points) :
        m_material(material), m_style(onePageStyle(*material.task.look, points)), m_em(m_style.label.em())
    {
        m_layout.points = points;
        m_layout.linePitch = m_em * lineShare;
        m_layout.headerHeight = std::ceil(m_em * headerShare);
        for (const OnePageSource &row : material.rows)
            m_layout.numberWidth = std::max(m_layout.numberWidth, m_style.title.width(row.number) + m_em * 0.6);
        const int marks = material.task.progress ? material.task.progress->mostMarks() : 0;
        const bool kinds = !material.task.plan->choices(u"kind").isEmpty();
        m_layout.markWidth = (kinds ? m_style.markWidth() + m_em * 0.4 : 0) + (marks > 0 ? m_em * (marks + 0.4) : 0);
    }

    /// Whether one line a row, without anything else, would fit.
    bool hopeful() const { return heightOf({1}) * static_cast<qreal>(m_material.rows.size()) <= roomForRows(); }

    std::optional<OnePageLayout> solve(bool withNotes)
    {
        std::optional<OnePageLayout> best;
        std::tuple<qsizetype, qreal> bestRank;
        for (qreal edge : edgeShares) {
            for (qreal title : titleWidths) {
                for (int levels = std::min(2, m_material.levels); levels >= std::min(1, m_material.levels); --levels) {
                    if (best && levels < static_cast<int>(best->groupWidths.size()))
                        continue; // what the rows belong to is worth more than a little effort saved
                    const auto effort = tryColumns({title, edge, levels}, withNotes);
                    if (!effort)
                        continue;
                    const std::tuple rank(m_layout.notes.size(), *effort);
                    if (!best || levels > static_cast<int>(best->groupWidths.size()) || rank < bestRank) {
                        best = m_layout;
                        bestRank = rank;
                    }
                }
            }
        }
        return best;
    }

private:
    qreal roomForRows() const { return m_material.task.room.height() - m_layout.headerHeight; }

    qreal heightOf(const QList<int> &linesOfLane, int titleLines = 1) const
    {
        const int lines = std::accumulate(linesOfLane.begin(), linesOfLane.end(), 0);
        const qreal gaps = m_em * laneGapShare * static_cast<qreal>(std::max<qsizetype>(0, linesOfLane.size() - 1));
        return m_layout.linePitch * std::max(lines, titleLines) + gaps + 2 * m_em * rowPaddingShare;
    }

    /// The effort spent, or nothing if it does not fit.
    std::optional<qreal> tryColumns(const Columns &columns, bool withNotes)
    {
        const qreal width = m_material.task.room.width();
        const QList<qreal> least(m_material.rows.size(), heightOf({1}));
        const OnePageCellSetter cells(m_material.paths, m_style.title, m_layout.linePitch, columns.levels, least);
        m_layout.groupWidths = cells.widths();
        m_layout.titleWidth = columns.title * m_em;
        const qreal timeWidth = width - m_layout.left();
        if (timeWidth < width * 0.4)
            return {};
        const qreal year = timeWidth / TimeAxis::of(*m_material.task.plan, columns.edge, 1, columns.edge).width();
        m_layout.axis = TimeAxis::of(*m_material.task.plan, year * columns.edge, year, year * columns.edge);
        m_metrics.signs = m_style.metrics;
        m_metrics.side = m_em * 0.4;
        m_metrics.symbolGap = m_em * 0.1;
        if (!packRows(withNotes))
            return {};
        QList<qreal> heights = rowHeights();
        cells.grow(heights);
        if (withNotes) {
            while (sum(heights) + notes().height(m_layout.rows) > roomForRows()) {
                if (!moveLabelsToNotes()) {
                    return {};
                }
                heights = rowHeights();
                cells.grow(heights);
            }
        } else if (sum(heights) > roomForRows()) {
            return {};
        }
        finish(heights, cells);
        qreal effort = 0;
        for (const OnePageRow &row : std::as_const(m_layout.rows))
            effort += row.packed.effort + (1 - row.title.stretch);
        return effort;
    }

    static qreal sum(const QList<qreal> &heights) { return std::accumulate(heights.begin(), heights.end(), 0.0); }

    /// False as soon as the rows are too high, or a label has no place, where no notes are wanted.
    bool packRows(bool withNotes)
    {
        m_layout.rows.clear();
        m_fewer = QList<std::optional<PackedRow>>(m_material.rows.size());
        qreal least = heightOf({1}) * static_cast<qreal>(m_material.rows.size());
        for (const OnePageSource &prepared : m_material.rows) {
            OnePageRow row;
            row.line = prepared.line;
            row.digest = prepared.digest;
            row.packed = pack(row.digest, mostLines);
            row.title = setTitle(prepared.title);
            const bool tooMuch = prepared.repeat && (row.packed.lines() > 1 || !row.packed.noted.isEmpty());
            if (tooMuch)
                row.packed = {};
            if (row.packed.items.isEmpty())
                row.aside = setAside(prepared.aside);
            m_layout.rows << row;
            least += heightOf(row.packed.linesOfLane) - heightOf({1});
            if (!withNotes && (least > roomForRows() || !row.packed.noted.isEmpty()))
                return false;
        }
        return true;
    }

    PackedRow pack(const RowDigest &digest, int maxLines) const
    {
        if (digest.items.isEmpty())
            return {};
        return packedRow({digest.items, m_layout.axis, m_style.label, m_metrics, u"※99"_s}, maxLines);
    }

    PlacedText setTitle(const QString &title) const
    {
        PlacedText placed;
        for (int count = 1; placed.isEmpty() && !title.isEmpty(); ++count) {
            for (qreal stretch : labelStretches) {
                placed.lines = m_style.title.wrapped(title, m_layout.titleWidth / stretch, count);
                placed.stretch = stretch;
                if (!placed.isEmpty())
                    break;
            }
        }
        return placed;
    }

    PlacedText setAside(const QString &text) const
    {
        PlacedText placed;
        const qreal room = m_layout.axis.width() - 2 * m_metrics.side;
        placed.rect = QRectF(m_metrics.side, 0, room, 0);
        for (qreal stretch : labelStretches) {
            placed.stretch = stretch;
            placed.lines = m_style.label.wrapped(text, room / stretch, 1);
            if (!placed.isEmpty())
                break;
        }
        if (placed.isEmpty())
            placed.lines = m_style.label.elided(text, room / placed.stretch, 1, &placed.elided);
        // In the middle, like what has no date: at the left it would stand in the first column.
        placed.rect.setLeft(placed.rect.center().x() - m_style.label.width(placed.lines.value(0)) * placed.stretch / 2);
        return placed;
    }

    QList<qreal> rowHeights() const
    {
        QList<qreal> heights;
        for (const OnePageRow &row : m_layout.rows)
            heights << heightOf(row.packed.linesOfLane, std::max(1, static_cast<int>(row.title.lines.size())));
        return heights;
    }

    /// Moves the labels into the list that cost least there for a line saved; false if nothing can be saved.
    bool moveLabelsToNotes()
    {
        qsizetype best = -1;
        qreal bestCost = 0;
        for (qsizetype i = 0; i < m_layout.rows.size(); ++i) {
            const OnePageRow &row = m_layout.rows[i];
            const int lines = row.packed.lines();
            if (lines <= std::max<qsizetype>(1, row.title.lines.size()))
                continue;
            if (!m_fewer[i])
                m_fewer[i] = pack(row.digest, lines - 1);
            if (m_fewer[i]->lines() >= lines)
                continue;
            const qreal cost = (m_em + notes().width(row, m_fewer[i]->noted) - notes().width(row, row.packed.noted))
                               / (lines - m_fewer[i]->lines());
            if (best < 0 || cost < bestCost) {
                best = i;
                bestCost = cost;
            }
        }
        if (best < 0)
            return false;
        m_layout.rows[best].packed = *m_fewer[best];
        m_fewer[best].reset();
        return true;
    }

    void finish(QList<qreal> heights, const OnePageCellSetter &cells)
    {
        m_layout.used = signsOf(m_layout.rows, m_material);
        const qreal used = sum(heights);
        const qreal air = std::min(mostAir, (roomForRows() - notes().height(m_layout.rows)) / used);
        qreal y = m_layout.headerHeight;
        for (qsizetype i = 0; i < m_layout.rows.size(); ++i) {
            OnePageRow &row = m_layout.rows[i];
            heights[i] *= air;
            row.top = y;
            row.height = heights[i];
            arrange(row, air);
            y += heights[i];
        }
        m_layout.height = y;
        m_layout.cells = cells.set(heights, m_layout.headerHeight);
        m_layout.notes = notes().set(m_layout.rows, y);
    }

    /// Gives lanes and labels their heights.
    void arrange(OnePageRow &row, qreal air)
    {
        PackedRow &packed = row.packed;
        // Bars stay slender: what air there is goes half into the bars, half between rows.
        const qreal line = m_layout.linePitch * (1 + (air - 1) / 2);
        const qreal gap = m_em * laneGapShare * air;
        QList<qreal> middles;
        QList<qreal> laneHeights;
        qreal total = gap * static_cast<qreal>(std::max<qsizetype>(0, packed.linesOfLane.size() - 1));
        for (int lines : std::as_const(packed.linesOfLane)) {
            laneHeights << line + m_layout.linePitch * (lines - 1);
            total += laneHeights.back();
        }
        qreal y = row.top + (row.height - total) / 2;
        for (qreal height : std::as_const(laneHeights)) {
            middles << y + height / 2;
            y += height + gap;
        }
        for (int i = 0; i < packed.items.size(); ++i)
            settle(packed, i, middles, laneHeights);
        const auto centre = [&](PlacedText &text) {
            text.pitch = m_layout.linePitch;
            text.rect.setHeight(m_layout.linePitch * static_cast<qreal>(text.lines.size()));
            text.rect.moveTop(row.top + (row.height - text.rect.height()) / 2);
        };
        centre(row.title);
        centre(row.aside);
    }

    void settle(PackedRow &packed, int i, const QList<qreal> &middles, const QList<qreal> &laneHeights) const
    {
        PlacedItem &placed = packed.items[i];
        const int lane = packed.laneOf[i];
        const qreal middle = middles[lane];
        if (placed.shape.height() > 0) { // a milestone's symbol
            placed.shape.moveCenter(QPointF(placed.shape.center().x(), middle));
        } else {
            const qreal height = laneHeights[lane];
            const qreal inset = m_em * barInsetShare;
            placed.shape = QRectF(placed.shape.left(), middle - height / 2 + inset, placed.shape.width(), height - 2 * inset);
        }
        const qreal textMiddle = middles[packed.textLaneOf[i]];
        placed.text.pitch = m_layout.linePitch;
        placed.text.rect.setHeight(m_layout.linePitch * static_cast<qreal>(placed.text.lines.size()));
        placed.text.rect.moveTop(textMiddle - placed.text.rect.height() / 2);
        if (!placed.leader.isEmpty()) {
            placed.leader[0].setY(textMiddle > middle ? placed.shape.bottom() : placed.shape.top());
            placed.leader[1].setY(textMiddle);
            placed.leader[2].setY(textMiddle);
        }
    }

    OnePageNotes notes() const { return {m_material, m_style.note, m_em}; }

    const OnePageMaterial &m_material;
    RoadmapStyle m_style;
    qreal m_em;
    PackMetrics m_metrics;
    OnePageLayout m_layout;
    QList<std::optional<PackedRow>> m_fewer; ///< Each row with a line less, once asked for.
};
} // namespace

qreal OnePageLayout::groupsWidth() const
{
    return std::accumulate(groupWidths.begin(), groupWidths.end(), 0.0);
}

RoadmapStyle onePageStyle(const Look &look, double points)
{
    return RoadmapStyle::paper(look, points, onePageFloor);
}

std::optional<OnePageLayout> onePageLayout(const OnePageTask &task)
{
    const OnePageMaterial material = onePageMaterial(task);
    if (material.rows.isEmpty() || !Solver(material, onePageFloor).hopeful())
        return {};
    // The largest type with every label in its place, found by halving; only then labels move into the list.
    std::optional<OnePageLayout> best = Solver(material, onePageUsualFloor).solve(false);
    int low = 1;
    int high = best ? qRound((onePageLargest - onePageUsualFloor) / pointStep) : 0;
    while (low <= high) {
        const int middle = (low + high) / 2;
        if (auto found = Solver(material, onePageUsualFloor + middle * pointStep).solve(false)) {
            best = std::move(found);
            low = middle + 1;
        } else {
            high = middle - 1;
        }
    }
    for (double points = onePageUsualFloor; !best && points >= onePageFloor; points -= pointStep)
        best = Solver(material, points).solve(true);
    return best;
}

} // namespace shisaku
