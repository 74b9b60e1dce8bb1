// SPDX-License-Identifier: GPL-3.0-or-later
// The bands a sheet is stacked from: rows of the table and what stands under it. A band knows where it may be divided.
#pragma once

#include "views/look/look.h"
#include "views/sheet/sheet_content.h"
#include "views/sheet/sheet_schedule.h"

namespace shisaku {

/// Sizes of a sheet's parts for one size of the body text, in points.
struct SheetSizes {
    double body = 10.5;
    double padY = 110; ///< Space above and below a cell's text, in units of the page.

    double label() const { return std::max(9.0, body - 0.5); }
    double schedule() const { return 9; }
    double note() const { return body >= 10 ? 8.5 : 8; }
};

/// How a sheet is painted.
struct SheetStyle {
    const Look *look = &Look::of(Look::Medium::Paper);
    bool workingMarks = false;
};

/// Offsets count from the top of the band's divisible part; lengths are in units of the page.
class SheetBand {
public:
    virtual ~SheetBand() = default;

    virtual double height() const = 0;
    /// Offsets at which the band may be divided, ascending; the last one is height().
    virtual QList<double> breaks() const = 0;
    /// Room on paper for [from, to), with heads and pads that are repeated.
    virtual double roomFor(double from, double to) const = 0;
    /// Paints [from, to) with its top left corner at `at`.
    virtual void paint(QPainter &painter, const QPointF &at, double from, double to, const SheetStyle &style) const = 0;
    virtual bool isInTable() const { return true; }
    /// Space above the band when it does not begin a page.
    virtual double gap() const { return 0; }
};

using SheetBands = std::vector<std::unique_ptr<SheetBand>>;

/// The row with number, title and kinds; `continued` adds 「（つづき）」.
std::unique_ptr<SheetBand> titleBand(const SheetContent &content, double width, bool continued);
/// A row of text cells.
std::unique_ptr<SheetBand> textBand(const PrintedRow &row, double width, const SheetSizes &sizes);
/// The schedule, and the legend of its signs.
std::unique_ptr<SheetBand> scheduleBand(const Plan &plan, Id<Measure> measure, const QString &heading, double width,
                                        const SheetSizes &sizes, ScheduleLegend *legend);
/// The schedule as words, a cell a fiscal year.
std::unique_ptr<SheetBand> yearsBand(const Plan &plan, Id<Measure> measure, const QString &heading, double width,
                                     const SheetSizes &sizes);
std::unique_ptr<SheetBand> legendBand(const ScheduleLegend &legend, double width, const SheetSizes &sizes);
/// Notes, a table or a text under the sheet's table; null if there is nothing to say.
std::unique_ptr<SheetBand> belowBand(const SheetBelow &below, double width, const SheetSizes &sizes);

namespace sheet {
/// Width of the label cells at the left.
inline constexpr double labelWidth = 28 * 1440 / 25.4;
/// Space between a cell's rule and its text, left and right.
inline constexpr double padX = 100;
} // namespace sheet

} // namespace shisaku
