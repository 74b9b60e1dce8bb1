// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_schedule.h"

#include "models/schedule/period_edit.h"
#include "views/look/paper.h"

#include <QFontMetricsF>

#include <cmath>
#include <tuple>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::pt;

namespace {
constexpr double leading = 1.25;
constexpr double barPad = pt(1.6);  // between a bar's edge and its label, above and below
constexpr double sidePad = pt(3);   // the same left and right
constexpr double arrowHead = pt(5); // length of a bar's tip
constexpr double laneGap = pt(2.6);
constexpr double rowPad = pt(3);
constexpr double titlePad = pt(4);
constexpr double labelGap = pt(2.5);  // between a bar or symbol and a label beside it
constexpr double labelMargin = pt(6); // kept free around such a label, so that nobody takes it for the neighbour's
} // namespace

SheetSchedule::SheetSchedule(const Plan &plan, Id<Measure> measure, const QString &heading, double titleWidth, double axisWidth,
                             double points) :
    m_axis(TimeAxis::of(plan, 1, 1, 1).fittedTo(axisWidth)),
    m_font(paper::scaled(textFont(points))), m_titleFont(paper::scaled(textFont(points))), m_titleWidth(titleWidth)
{
    const QFont headFont = paper::scaled(textFont(points, true));
    m_heading = TextBlock({heading, {}}, headFont, titleWidth - 2 * titlePad, leading);
    const double column = m_axis.right(0);
    bool narrow = false;
    for (int i = 0; i < m_axis.columnCount(); ++i)
        narrow |= QFontMetricsF(headFont).horizontalAdvance(m_axis.columnLabel(i)) > column - pt(2);
    for (int i = 0; i < m_axis.columnCount(); ++i) {
        const QString label = narrow ? m_axis.shortColumnLabel(i) : m_axis.columnLabel(i);
        m_columns.emplace_back(MarkedText{label, {}}, headFont, column, leading);
    }
    m_headHeight = std::max(m_heading.height(), m_columns.front().height()) + pt(6);
    for (const Initiative *initiative : plan.parts<&Initiative::measure>(measure))
        addRow(plan, *initiative);
}

void SheetSchedule::addRow(const Plan &plan, const Initiative &initiative)
{
    Row row;
    QString title = initiative.title;
    if (!initiative.actor.isEmpty() && !title.contains(initiative.actor))
        title += tr("（%1）").arg(initiative.actor);
    if (!initiative.group_title.isEmpty())
        title.prepend(initiative.group_title + u'\n');
    row.title = TextBlock::label(title, m_titleFont, m_titleWidth - 2 * titlePad);
    if (!initiative.remark.isEmpty())
        row.remark = TextBlock({tr("※ %1").arg(initiative.remark), {}}, m_font, m_axis.width() - 2 * sidePad, leading);

    const auto isUncertain = [&plan](RowId id) { return !plan.annotations(id, u"要原典確認").isEmpty(); };
    row.uncertain = isUncertain(initiative.id.row);
    bool remarked = false; // once a row will do
    const auto add = [&](Item item, const QString &label) {
        const bool remark = item.isUndated() && !remarked && !undatedInWords(label).isEmpty();
        remarked |= remark;
        place(row, std::move(item), remark ? undatedLabel(label) : label);
    };
    for (const Phase *phase : plan.parts<&Phase::initiative>(initiative.id)) {
        add(phaseItem(*phase), phase->label);
        row.uncertain |= isUncertain(phase->id.row);
    }
    for (const Milestone *milestone : plan.parts<&Milestone::initiative>(initiative.id)) {
        const QString symbol = milestone->symbol.isEmpty() ? u"▲"_s : milestone->symbol;
        add(milestoneItem(*milestone), milestone->at.isDated() ? milestone->label : symbol + milestone->label);
        row.uncertain |= isUncertain(milestone->id.row);
    }
    finish(row);
}

SheetSchedule::Item SheetSchedule::phaseItem(const Phase &phase)
{
    if (phase.starts.isUnknown() && phase.ends.isUnknown())
        return undatedItem();
    Item item;
    item.span = m_axis.span(phase.starts, phase.ends);
    item.style = phase.style;
    if (item.isText())
        std::tie(item.span.from, item.span.to) = m_axis.columnsOf(phase.starts, phase.ends);
    item.dashed = !(phase.certainty.isEmpty() || phase.certainty == u"stated");
    m_legend.inferred |= item.dashed && !item.isText();
    m_legend.openEnd |= isOpenEnded(item);
    return item;
}

SheetSchedule::Item SheetSchedule::milestoneItem(const Milestone &milestone)
{
    if (!milestone.at.isDated())
        return undatedItem();
    Item item;
    item.symbol = milestone.symbol.isEmpty() ? u"▲"_s : milestone.symbol;
    const double half = QFontMetricsF(m_font).horizontalAdvance(item.symbol) / 2;
    const double x = std::clamp(m_axis.at(milestone.at), half + pt(1), m_axis.width() - half - pt(1));
    item.span = {x - half, x + half, TimeSpan::Edge::Stated, TimeSpan::Edge::Stated};
    return item;
}

/// Over the plan's own years, and in none of them.
SheetSchedule::Item SheetSchedule::undatedItem()
{
    Item item;
    std::tie(item.span.from, item.span.to) = m_axis.columnsOf({}, {});
    item.span.start = item.span.end = TimeSpan::Edge::Unknown;
    m_legend.undated = true;
    return item;
}

bool SheetSchedule::isOpenEnded(const Item &item)
{
    return item.symbol.isEmpty() && !item.isText() && !item.isUndated() && item.span.end == TimeSpan::Edge::Unknown;
}

QList<SheetSchedule::Placing> SheetSchedule::placings(const Item &item) const
{
    const double em = m_font.pixelSize();
    const bool arrow = !item.isUndated() && !item.isText();
    const double insideWidth = item.span.to - item.span.from - 2 * sidePad - (arrow ? arrowHead / 2 : 0);
    const Placing insideOf{item.span.from + sidePad, insideWidth, 1, true};
    const double rightX = item.span.to + labelGap + (isOpenEnded(item) ? openTail : 0);
    const Placing right{rightX, m_axis.width() - rightX - pt(1), 1, false};
    const Placing left{pt(1), item.span.from - labelGap - pt(1), 1, false};
    const auto lines = [](Placing placing, int count) {
        placing.lines = count;
        return placing;
    };
    const Placing widest = right.width >= left.width ? right : left;
    if (!item.symbol.isEmpty())
        return {right, left, lines(right, right.width > 6 * em ? 2 : 1), lines(left, left.width > 6 * em ? 2 : 1),
                lines(widest, 0)};
    if (item.isUndated() || item.isText()) // words of a year keep to it, words of none to the strip
        return {lines(insideOf, 0)};
    QList<Placing> list{insideOf};
    if (insideWidth > 3.5 * em)
        list << lines(insideOf, 2);
    list << right << left;
    if (insideWidth > 3.5 * em)
        list << lines(insideOf, 4);
    list << lines(insideWidth > widest.width ? insideOf : widest, 0);
    return list;
}

bool SheetSchedule::isFree(const Lane &lane, double left, double right)
{
    return std::none_of(lane.items.begin(), lane.items.end(),
                        [=](const Item &other) { return left < other.right - pt(0.5) && other.left < right - pt(0.5); });
}

void SheetSchedule::place(Row &row, Item item, const QString &label)
{
    const double advance = QFontMetricsF(m_font).horizontalAdvance(label);
    std::optional<Item> fallback;
    for (const Placing &placing : placings(item)) {
        const double width = placing.width;
        if (width < m_font.pixelSize() || (placing.lines > 0 && advance > width * placing.lines))
            continue;
        Item tried{item.span, item.style, item.symbol, {}, 0, 0, 0, item.dashed};
        tried.label = TextBlock::label(label, m_font, width);
        if (placing.lines > 0 && (tried.label.lineCount() > placing.lines || tried.label.splitsWords()))
            continue;
        tried.labelX = placing.x;
        if (placing.inside) // in the middle of the bar
            tried.labelX += (width - tried.label.textWidth()) / 2;
        else if (placing.x < item.span.from) // beside on the left: against the bar
            tried.labelX = item.span.from - labelGap - tried.label.textWidth();
        const double tail = isOpenEnded(item) ? openTail : 0;
        tried.left = placing.inside ? item.span.from : std::min(item.span.from, tried.labelX - labelMargin);
        tried.right = placing.inside ? item.span.to + tail
                                     : std::max(item.span.to + tail, tried.labelX + tried.label.textWidth() + labelMargin);
        for (Lane &lane : row.lanes) {
            if (isFree(lane, tried.left, tried.right)) {
                lane.items.push_back(std::move(tried));
                return;
            }
        }
        if (!fallback)
            fallback = std::move(tried);
    }
    if (fallback) {
        row.lanes.emplace_back();
        row.lanes.back().items.push_back(std::move(*fallback));
    }
}

void SheetSchedule::finish(Row &row)
{
    const double oneLine = m_font.pixelSize() * leading + 2 * barPad;
    double y = rowPad;
    QList<double> ends;
    for (Lane &lane : row.lanes) {
        lane.top = y;
        lane.height = oneLine;
        for (const Item &item : lane.items)
            lane.height = std::max(lane.height, item.label.height() + 2 * barPad);
        y += lane.height + laneGap;
        ends << y - laneGap / 2;
    }
    if (!row.remark.isEmpty()) {
        row.remarkTop = y;
        y += row.remark.height() + laneGap;
    }
    y += rowPad - (row.lanes.empty() && row.remark.isEmpty() ? 0 : laneGap);
    row.top = m_height;
    row.height = std::max({y, row.title.height() + 2 * barPad + pt(3), oneLine + 2 * rowPad});
    // Few lanes beside a tall title stand in the middle of the row.
    const double shift = (row.height - y) / 2;
    for (Lane &lane : row.lanes)
        lane.top += shift;
    row.remarkTop += shift;
    for (qsizetype i = 0; i + 1 < ends.size(); ++i) {
        if (ends.at(i) + shift >= row.title.height() + pt(3))
            m_breaks << m_height + ends.at(i) + shift;
    }
    m_height += row.height;
    m_breaks << m_height;
    m_rows.push_back(std::move(row));
}

} // namespace shisaku
