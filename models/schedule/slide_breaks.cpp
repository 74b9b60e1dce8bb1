// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schedule/slide_breaks.h"

namespace shisaku {

namespace {
class Flow {
public:
    Flow(const RoadmapTree &tree, const QList<RoadmapLine> &lines, const QList<qreal> &heights, qreal room,
         const LineBreaks &breaks) :
        m_tree(tree),
        m_lines(lines), m_heights(heights), m_room(room), m_breaks(breaks)
    {}

    QList<RoadmapSlide> slides() const
    {
        QList<RoadmapSlide> list;
        int line = 0;
        qreal skipped = 0;
        while (line < m_lines.size()) {
            list << slideFrom(line, skipped);
            const RoadmapSlide &made = list.last();
            line = made.cut > 0 ? made.last : made.last + 1;
            skipped = made.cut > 0 ? m_heights[made.last] - made.cut : 0;
        }
        return list;
    }

private:
    bool isHeading(int line) const { return m_lines[line].measure < 0; }
    bool beginsTopGroup(int line) const { return isHeading(line) && m_tree.at(m_lines[line].node).level == 0; }

    /// Headings stand with the first line under them.
    int endOfBlock(int line) const
    {
        while (isHeading(line) && !m_lines[line].folded && line + 1 < m_lines.size() && !beginsTopGroup(line + 1))
            ++line;
        return line;
    }

    QList<int> headingsAbove(int line) const
    {
        QList<int> headings;
        const RoadmapLine &shown = m_lines[line];
        for (int node = m_tree.at(shown.measure >= 0 ? shown.measure : shown.node).parent; node > 0;
             node = m_tree.at(node).parent) {
            for (int above = line - 1; above >= 0; --above) {
                if (m_lines[above].node == node) {
                    headings.prepend(above);
                    break;
                }
            }
        }
        return headings;
    }

    RoadmapSlide slideFrom(int first, qreal skipped) const
    {
        RoadmapSlide slide{headingsAbove(first), first, first - 1, skipped, 0};
        qreal left = slide.carried.isEmpty() ? m_room : m_room - m_heights[slide.carried.first()];
        bool filled = false; // something other than folded groups stands here
        for (int line = first; line < m_lines.size();) {
            if (line > first && beginsTopGroup(line) && (filled || !m_lines[line].folded))
                break;
            const int end = endOfBlock(line);
            qreal above = line == first ? -skipped : 0; // of the block's last line
            for (int i = line; i < end; ++i)
                above += m_heights[i];
            if (above + m_heights[end] > left) {
                if (line > first)
                    break;
                if (const qreal at = breakBelow(end, end == first ? skipped : 0, left - above); at > 0) {
                    slide.last = end;
                    slide.cut = m_heights[end] - at;
                    return slide;
                }
            }
            left -= above + m_heights[end];
            slide.last = end;
            filled = filled || !isHeading(end);
            line = end + 1;
        }
        return slide;
    }

    /// The lowest break of a line after `from` and not below `limit`; 0 if there is none.
    qreal breakBelow(int line, qreal from, qreal limit) const
    {
        qreal found = 0;
        for (const qreal at : m_breaks(line)) {
            if (at > from && at <= limit)
                found = at;
        }
        return found;
    }

    const RoadmapTree &m_tree;
    const QList<RoadmapLine> &m_lines;
    const QList<qreal> &m_heights;
    qreal m_room;
    const LineBreaks &m_breaks;
};
} // namespace

QList<RoadmapSlide> slideBreaks(const RoadmapTree &tree, const QList<RoadmapLine> &lines, const QList<qreal> &heights, qreal room,
                                const LineBreaks &breaks)
{
    return Flow(tree, lines, heights, room, breaks).slides();
}

} // namespace shisaku
