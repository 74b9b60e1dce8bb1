// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule grid of a printed sheet: 取組 in rows, bars and ▲ milestones over fiscal years, every label readable.
#pragma once

#include "models/schedule/time_axis.h"
#include "views/look/look.h"
#include "views/sheet/text_block.h"

#include <QCoreApplication>

namespace shisaku {

/// Which signs the grid uses that a reader may not know.
struct ScheduleLegend {
    bool inferred = false;
    bool openEnd = false;
    bool undated = false;

    bool isEmpty() const { return !inferred && !openEnd && !undated; }
};

/// Lengths are in units of the page.
class SheetSchedule {
    Q_DECLARE_TR_FUNCTIONS(SheetSchedule)

public:
    SheetSchedule(const Plan &plan, Id<Measure> measure, const QString &heading, double titleWidth, double axisWidth,
                  double points);

    double headHeight() const { return m_headHeight; }
    /// Height of all rows, without the head.
    double height() const { return m_height; }
    /// Offsets at which the rows may be divided between pages, ascending.
    const QList<double> &breaks() const { return m_breaks; }
    const ScheduleLegend &legend() const { return m_legend; }

    void paintHead(QPainter &painter, const QPointF &at, const Look &look) const;
    /// Paints what lies in [from, to) of the rows, `from` at `at`.
    void paintRows(QPainter &painter, const QPointF &at, double from, double to, const Look &look, bool workingMarks) const;

    static QPen pen(const Look &look, bool dashed);
    /// A bar's shape in `box`: its fill, its outline, and dots where it goes on to an end that is not known.
    static void paintShape(QPainter &painter, const QRectF &box, double tip, TimeSpan::Edge start, TimeSpan::Edge end, bool dashed,
                           const Look &look);
    /// What has no date: a hatched strip over all years.
    static void paintUndated(QPainter &painter, const QRectF &box, const Look &look);

private:
    /// A bar or a milestone with its label, placed relative to its lane.
    struct Item {
        TimeSpan span;
        QString style;
        QString symbol; ///< Milestones only.
        TextBlock label;
        double labelX = 0;
        double left = 0; ///< What it covers of the lane, label included.
        double right = 0;
        bool dashed = false;

        bool isUndated() const { return span.isUnknown(); }
        bool isText() const { return style == u"text"; }
    };
    struct Lane {
        double top = 0;
        double height = 0;
        std::vector<Item> items;
    };
    struct Row {
        double top = 0;
        double height = 0;
        TextBlock title;
        TextBlock remark;
        double remarkTop = 0;
        std::vector<Lane> lanes;
        bool uncertain = false;
    };
    /// A way to set an item's label.
    struct Placing {
        double x;
        double width;
        int lines; ///< Most lines it may take; 0 is any number.
        bool inside;
    };

    void addRow(const Plan &plan, const Initiative &initiative);
    Item phaseItem(const Phase &phase);
    Item milestoneItem(const Milestone &milestone);
    Item undatedItem();
    void place(Row &row, Item item, const QString &label);
    /// A bar whose end is not known; dots behind it say so.
    static bool isOpenEnded(const Item &item);
    QList<Placing> placings(const Item &item) const;
    static bool isFree(const Lane &lane, double left, double right);
    void finish(Row &row);

    void paintGrid(QPainter &painter, const QPointF &at, double height, const Look &look) const;
    void paintItem(QPainter &painter, const Item &item, const QRectF &lane, const Look &look) const;
    void paintBar(QPainter &painter, const Item &item, const QRectF &lane, const Look &look) const;

    static constexpr double openTail = 160; // room for those dots

    TimeAxis m_axis;
    QFont m_font;
    QFont m_titleFont;
    double m_titleWidth;
    double m_headHeight = 0;
    double m_height = 0;
    TextBlock m_heading;
    std::vector<TextBlock> m_columns;
    std::vector<Row> m_rows;
    QList<double> m_breaks;
    ScheduleLegend m_legend;
};

} // namespace shisaku
