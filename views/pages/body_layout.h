// SPDX-License-Identifier: GPL-3.0-or-later
// 推進体制 as boxes: who stands above whom, from the top down, with posts and roles. Pure geometry, in units of the page.
#pragma once

#include "models/plan/plan.h"
#include "views/look/look.h"
#include "views/sheet/text_block.h"

#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace shisaku {

struct BodyBox {
    Id<Body> body;
    int parent = -1;
    QRectF rect;
    TextBlock name;
    TextBlock post;
    TextBlock role;
};

struct BodyLayout {
    double points = 0;          ///< Size of type.
    std::vector<BodyBox> boxes; ///< Parents before children.
    double width = 0;           ///< May be more than was asked for: boxes have a least width.
    double height = 0;

    /// All bodies of the plan; those without one above stand side by side in the top row.
    static BodyLayout make(const Plan &plan, double width, double points);

    /// The body at a point; null if there is none.
    Id<Body> bodyAt(const QPointF &point) const;
};

/// `current` is drawn as chosen.
void paintBodies(QPainter &painter, const BodyLayout &layout, const Look &look, Id<Body> current = {});

} // namespace shisaku
