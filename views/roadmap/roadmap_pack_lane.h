// SPDX-License-Identifier: GPL-3.0-or-later
// What is taken of one lane of a packed row: bars in one layer, texts in another that may lie over their own bars.
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace shisaku {

/// All lengths are places along the time axis.
struct PackLane {
    struct Shape {
        qreal left;
        qreal right;
        QString who;
    };
    struct Text {
        qreal left;
        qreal right;
        std::optional<qreal> anchor; ///< Of a milestone: it may stand on the bar that covers its time.
    };
    std::vector<Shape> shapes;
    std::vector<Text> texts;
    int lines = 1;

    bool takesBar(qreal left, qreal right) const;
    bool takesSymbol(const QRectF &symbol) const;
    /// Where free room for a text that begins at `x` ends; `x` itself if there is none. Bars that cover `host` do not count.
    qreal roomAfter(qreal x, qreal end, std::optional<qreal> host) const;
    qreal roomBefore(qreal x, std::optional<qreal> host) const;
    /// Places from `from` to `to` where free room begins.
    QList<qreal> begins(qreal from, qreal to, bool besideShapes) const;
    /// Where the text that covers `x` ends; `x` if there is none.
    qreal endOfText(qreal x) const;
    /// The 取組 of the bar directly before.
    QString whoBefore(qreal x) const;
};

} // namespace shisaku
