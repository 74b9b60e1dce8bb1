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
    if (!placed.remark.isEmpty()) {
        // The remark keeps to the far end of what is seen, as far as the label leaves room.
        const qreal least = bar.left() + 2 * side + placed.text.rect.width();
        const qreal wanted = std::min(placed.remark.rect.left(), right - side - placed.remark.rect.width());
        moved.remark.rect.moveLeft(std::max(least, wanted));
    }
    if (!placed.text.isEmpty() && placed.text.rect.left() >= bar.left() && placed.text.rect.right() <= bar.right()) {
        const qreal end = moved.remark.isEmpty() ? bar.right() - side : moved.remark.rect.left() - side;
        const qreal wanted = std::max(placed.text.rect.left(), left + side);
        moved.text.rect.moveLeft(std::max(placed.text.rect.left(), std::min(wanted, end - placed.text.rect.width())));
    }
    return moved;
}

} // namespace shisaku
