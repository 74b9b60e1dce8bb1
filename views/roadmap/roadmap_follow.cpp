// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_follow.h"

#include <algorithm>

namespace shisaku {

PlacedItem following(const PlacedItem &placed, qreal left, qreal right, const RoadmapMetrics &metrics)
{
    const QRectF &bar = placed.shape;
    const bool seen = bar.right() > left && bar.left() < right;
    if (!seen || (bar.left() >= left && bar.right() <= right))
        return placed;
    PlacedItem moved = placed;
    const qreal side = metrics.sidePadding();
    const QRectF &text = placed.text.rect;
    if (placed.text.isEmpty() || text.left() < bar.left() || text.right() > bar.right())
        return moved;
    const qreal first = placed.undated ? bar.left() + side : text.left();
    const qreal last = std::max(first, bar.right() - side - text.width());
    // Words in the middle stay in the middle of what is seen.
    const qreal middle = (std::max(left, bar.left()) + std::min(right, bar.right()) - text.width()) / 2;
    moved.text.rect.moveLeft(std::clamp(placed.undated ? std::max(middle, left + side) : left + side, first, last));
    return moved;
}

} // namespace shisaku
