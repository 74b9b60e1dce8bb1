// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/measure_list_paper.h"

#include "models/grid/grid_changes.h"
#include "models/grid/measure_list_shape.h"
#include "models/order/measure_counts.h"
#include "models/order/shown_levels.h"
#include "models/plan/ranges.h"
#include "views/pages/council_pages.h"
#include "views/pages/council_type.h"

#include <QFontMetricsF>

#include <algorithm>
#include <numeric>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MeasureListPaper)
};

constexpr double cellPadding = 4;    // mm, both sides, and a little air
constexpr double emptyWidth = 16;    // of a column in which nothing stands yet
constexpr double usualWidth = 52;    // no name needs more
constexpr double longTextWidth = 88; // a text of the sheet reads well in lines of this length
constexpr double readableText = 44;  // below these it becomes a thread
constexpr double readableTitle = 30;

paper::Spec across(QPageSize::PageSizeId size)
{
    return {size, QPageLayout::Landscape, {18, 22, 18, 16}};
}

double roomOn(QPageSize::PageSizeId size)
{
    return across(size).body().width() / paper::unitsPerMm - council::bodyPoints * 25.4 / 72; // a table stands one character in
}

/// How wide a column would like to be, and what it can do with.
struct Width {
    double wanted = 0;
    double minimum = 0;
};

Width widthOf(const GridColumn &column, const QStringList &texts)
{
    const QFontMetricsF body(paper::scaled(textFont(council::tablePoints)));
    const QFontMetricsF bold(paper::scaled(textFont(council::tablePoints, true)));
    const double head = bold.horizontalAdvance(column.header) / paper::unitsPerMm + cellPadding;
    const auto inMm = [&body](const QString &text) { return body.horizontalAdvance(text) / paper::unitsPerMm + cellPadding; };
    double widest = 0;
    double widestName = 0;
    for (const QString &text : texts) {
        for (const QString &line : text.split(u'\n'))
            widest = std::max(widest, inMm(line));
        for (const QString &name : text.split(u'、'))
            widestName = std::max(widestName, inMm(name + u'、'));
    }
    Width width;
    if (!column.wraps && !column.isLong) {
        width.wanted = std::min(std::max(widest, head), usualWidth);
        width.minimum = width.wanted;
        return width;
    }
    width.wanted = std::max(std::min(widest, column.isLong ? longTextWidth : usualWidth), emptyWidth);
    width.minimum = std::min(width.wanted, column.isLong ? readableText : column.listsNames() ? widestName : readableTitle);
    return width;
}

/// The columns, and how wide they are.
struct Table {
    GridShape shape;
    QList<Width> widths;

    double minimum() const
    {
        return std::accumulate(widths.begin(), widths.end(), 0.0, [](double sum, const Width &one) { return sum + one.minimum; });
    }
    /// The widths for so much room: as wanted, and what is left or missing shared by those that break their lines.
    QList<double> widthsFor(double room) const;
};

QList<double> Table::widthsFor(double room) const
{
    QList<double> fitted;
    double wanted = 0;
    double yielding = 0;
    double breaking = 0;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        wanted += widths[i].wanted;
        yielding += widths[i].wanted - widths[i].minimum;
        breaking += shape.columns[i].wraps ? widths[i].wanted : 0;
    }
    for (qsizetype i = 0; i < widths.size(); ++i) {
        const Width &width = widths[i];
        double own = width.wanted;
        if (wanted > room && yielding > 0)
            own -= std::min(1.0, (wanted - room) / yielding) * (width.wanted - width.minimum);
        else if (wanted < room && shape.columns[i].wraps)
            own += (room - wanted) * width.wanted / breaking;
        fitted << own;
    }
    return fitted;
}

QList<const Measure *> measuresOf(const Plan &plan, const ArrangedList &list)
{
    QList<const Measure *> measures;
    for (const Id<Measure> id : list.measures) {
        if (const Measure *measure = plan.find(id))
            measures << measure;
    }
    return measures;
}

/// A few hundred measures tell of the others.
Table laidOut(const Plan &plan, const ArrangedList &list, const QList<const Measure *> &measures)
{
    constexpr qsizetype enough = 300;
    const qsizetype step = std::max<qsizetype>(1, measures.size() / enough);
    Table table{measureListShape(plan, list.columns), {}};
    for (int column = 0; column < table.shape.columns.size(); ++column) {
        QStringList texts;
        for (qsizetype i = 0; i < measures.size(); i += step)
            texts << cellText(plan, table.shape, {{measures[i]->id.row}, column});
        table.widths << widthOf(table.shape.columns[column], texts);
    }
    return table;
}

QPageSize::PageSizeId sizeFor(const Table &table)
{
    return table.minimum() > roomOn(QPageSize::A4) ? QPageSize::A3 : QPageSize::A4;
}
} // namespace

QPageSize::PageSizeId sizeFor(const Plan &plan, const ArrangedList &list)
{
    return sizeFor(laidOut(plan, list, measuresOf(plan, list)));
}

PrintJob measureListJob(const Plan &plan, const ArrangedList &list, const PageStyle &style)
{
    const QList<const Measure *> measures = measuresOf(plan, list);
    const Table table = laidOut(plan, list, measures);
    PageStyle sized = style;
    if (!sized.size)
        sized.size = sizeFor(table);
    const QList<double> widths = table.widthsFor(roomOn(*sized.size));
    CouncilTable printed;
    for (int i = 0; i < table.shape.columns.size(); ++i) {
        const GridColumn &column = table.shape.columns[i];
        const bool isSign = !column.wraps && !column.number; // number, kind, horizon
        printed.columns << CouncilColumn{drawnLine(column.header), widths[i],
                                         column.number ? Qt::AlignRight
                                         : isSign      ? Qt::AlignHCenter
                                                       : Qt::AlignLeft,
                                         column.listsNames()};
    }
    for (const Measure *measure : measures) {
        QStringList cells;
        for (int column = 0; column < table.shape.columns.size(); ++column)
            cells << cellText(plan, table.shape, {{measure->id.row}, column});
        printed.rows << cells;
    }
    const QString word = measureWord(plan);
    const QString shown = countMeasures(measures).inWords(word);
    printed.unit = measures.size() == plan.rows<Measure>().size()
                       ? Texts::tr("全%1").arg(shown)
                       : Texts::tr("%1（全%2のうち）").arg(shown, countMeasures(plan.ordered<Measure>()).inWords(word));
    CouncilText text;
    text.addTable(printed);
    PrintJob job = councilJob(Texts::tr("%1 施策一覧表").arg(plan.info().title).trimmed(), text, sized, across(*sized.size));
    job.isFinal = false; // as the list in its usual form
    return job;
}

} // namespace shisaku
