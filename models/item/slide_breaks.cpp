// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/slide_breaks.h"

namespace shisaku {

namespace {
class Flow {
public:
    Flow(const RoadmapTree &tree, const QList<RoadmapLine> &lines, const QList<qreal> &heights, qreal room) :
        m_tree(tree), m_lines(lines), m_heights(heights), m_room(room)
    {}

    QList<Slide> slides() const
    {
        QList<Slide> list{Slide()};
        for (int line = 0; line < m_lines.size();) {
            list << sceneFrom(line);
            line = list.last().last + 1;
        }
        return list;
    }

private:
    bool isHeading(int line) const { return m_lines[line].measure < 0; }
    bool beginsTopGroup(int line) const { return isHeading(line) && m_tree.at(m_lines[line].node).level == 0; }

    /// Headings stand with the first line under them.
    int endOfBlock(int line) const
    {
        while (isHeading(line) && line + 1 < m_lines.size() && !beginsTopGroup(line + 1))
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

    Slide sceneFrom(int first) const
    {
        Slide slide{Slide::Kind::Roadmap, headingsAbove(first), first, first - 1};
        qreal left = slide.carried.isEmpty() ? m_room : m_room - m_heights[slide.carried.first()];
        for (int line = first; line < m_lines.size();) {
            if (line > first && beginsTopGroup(line))
                break;
            const int end = endOfBlock(line);
            qreal height = 0;
            for (int i = line; i <= end; ++i)
                height += m_heights[i];
            if (height > left && line > first)
                break;
            left -= height;
            slide.last = end;
            line = end + 1;
        }
        return slide;
    }

    const RoadmapTree &m_tree;
    const QList<RoadmapLine> &m_lines;
    const QList<qreal> &m_heights;
    qreal m_room;
};
} // namespace

QList<Slide> slideBreaks(const RoadmapTree &tree, const QList<RoadmapLine> &lines, const QList<qreal> &heights, qreal room)
{
    return Flow(tree, lines, heights, room).slides();
}

} // namespace shisaku
