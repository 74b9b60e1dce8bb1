// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap for screen readers: headings, measures, 取組 and their bars as a tree in reading order.
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace shisaku {

class RoadmapView;

/// What assistive programs see of a RoadmapView. Children are what is shown, scrolled away or not; a row's bars come in the order
/// of time. Made by the factory that install() registers.
class RoadmapAccessible : public QAccessibleWidget {
public:
    explicit RoadmapAccessible(RoadmapView &view);

    /// Registers the factory, once per program.
    static void install();
    /// Tells that the keyboard is on another item, if anybody listens.
    static void announceCurrent(RoadmapView &view);
    static void announceSelection(RoadmapView &view);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

protected:
    ~RoadmapAccessible() override;

private:
    friend class RoadmapItemAccessible;

    QAccessibleInterface *item(int node) const;
    /// The nodes shown below one, 0 being the root.
    QList<int> shownBelow(int node) const;
    int nodeOf(quint64 key, int guess) const;
    QString name(int node) const;
    QRect rect(int node) const;
    QAccessible::State state(int node) const;

    RoadmapView &m_view;
    mutable QHash<quint64, QAccessible::Id> m_items; // by the node's key
};

} // namespace shisaku
