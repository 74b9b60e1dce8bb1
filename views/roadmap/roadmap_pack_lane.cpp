// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_pack_lane.h"

#include <algorithm>

namespace shisaku {

namespace {
constexpr qreal touching = 0.01;

bool overlap(qreal aLeft, qreal aRight, qreal bLeft, qreal bRight)
{
    return aLeft < bRight - touching && aRight > bLeft + touching;
}
} // namespace

bool PackLane::takesBar(qreal left, qreal right) const
{
    return std::none_of(shapes.begin(), shapes.end(), [&](const Shape &s) { return overlap(s.left, s.right, left, right); })
           && std::none_of(texts.begin(), texts.end(), [&](const Text &t) {
                  return overlap(t.left, t.right, left, right) && !(t.anchor && *t.anchor > left && *t.anchor < right);
              });
}

bool PackLane::takesSymbol(const QRectF &symbol) const
{
    const qreal middle = symbol.center().x();
    return std::none_of(texts.begin(), texts.end(),
                        [&](const Text &t) { return overlap(t.left, t.right, symbol.left(), symbol.right()); })
           && std::none_of(shapes.begin(), shapes.end(), [&](const Shape &s) {
                  return overlap(s.left, s.right, symbol.left(), symbol.right()) && (middle < s.left || middle > s.right);
              });
}

qreal PackLane::roomAfter(qreal x, qreal end, std::optional<qreal> host) const
{
    for (const Shape &s : shapes) {
        if (s.right > x + touching && !(host && *host >= s.left && *host <= s.right))
            end = std::min(end, std::max(x, s.left));
    }
    for (const Text &t : texts) {
        if (t.right > x + touching)
            end = std::min(end, std::max(x, t.left));
    }
    return end;
}

qreal PackLane::roomBefore(qreal x, std::optional<qreal> host) const
{
    qreal begin = 0;
    for (const Shape &s : shapes) {
        if (s.left < x - touching && !(host && *host >= s.left && *host <= s.right))
            begin = std::max(begin, std::min(x, s.right));
    }
    for (const Text &t : texts) {
        if (t.left < x - touching)
            begin = std::max(begin, std::min(x, t.right));
    }
    return begin;
}

QList<qreal> PackLane::begins(qreal from, qreal to, bool besideShapes) const
{
    QList<qreal> list{from};
    for (const Text &t : texts) {
        if (t.right > from && t.right < to)
            list << t.right;
    }
    for (const Shape &s : shapes) {
        if (besideShapes && s.right > from && s.right < to)
            list << s.right;
    }
    std::sort(list.begin(), list.end());
    return list;
}

qreal PackLane::endOfText(qreal x) const
{
    for (const Text &t : texts) {
        if (t.left < x && t.right > x)
            return t.right;
    }
    return x;
}

QString PackLane::whoBefore(qreal x) const
{
    const Shape *nearest = nullptr;
    for (const Shape &s : shapes) {
        if (s.right <= x + touching && (!nearest || s.right > nearest->right))
            nearest = &s;
    }
    return nearest ? nearest->who : QString();
}

} // namespace shisaku
