// SPDX-License-Identifier: GPL-3.0-or-later
// The system of the plan (体系図) as boxes: a column for each level of a classification, the measures at the right. Pure geometry.
#pragma once

#include "models/order/grouping.h"
#include "views/sheet/text_block.h"

namespace shisaku {

struct TreeBox {
    int level = 0; ///< From 0; measures stand on the level behind the last.
    int parent = -1;
    QString text;
    bool upright = false;
    TextBlock label; ///< Where the text is not upright.
    Owner row;       ///< The category or measure; null for a group that is no row.
    bool repeat = false;
    int firstLeaf = 0; ///< The lines it spans.
    int lastLeaf = 0;
    double left = 0;
    double width = 0;

    bool isLeaf() const { return firstLeaf == lastLeaf && row.table == TableId::Measure; }
};

/// One line: a measure, or a category without any.
struct TreeLeaf {
    double top = 0;
    double height = 0;
    int box = 0;
};

/// A line's top and height are in units of the page (views/look/paper.h), from the top of the diagram.
struct TreeLayout {
    double points = 0;          ///< Size of type.
    QList<double> columns;      ///< Left of each level, the measures last.
    std::vector<TreeBox> boxes; ///< Parents before children, from the top.
    std::vector<TreeLeaf> leaves;
    double width = 0;
    double height = 0;

    /// Lays out a grouping of `plan` by a classification, `width` wide, in a size of type.
    static TreeLayout make(const Plan &plan, const Grouping &grouping, double width, double points);

    /// The box at a point of the diagram; -1 if there is none.
    int boxAt(const QPointF &point) const;
    /// Where a box stands, as far as it lies within the lines from `first` to `last`.
    QRectF rect(const TreeBox &box, int first, int last) const;
    QRectF rect(const TreeBox &box) const { return rect(box, box.firstLeaf, box.lastLeaf); }
};

} // namespace shisaku
