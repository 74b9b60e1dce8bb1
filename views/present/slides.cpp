// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/present/slides.h"

#include "models/plan/era.h"
#include "views/look/paper.h"
#include "views/present/roadmap_table.h"

#include <QCoreApplication>
#include <QPainter>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::pt;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Slides)
};

constexpr double width = 960;
constexpr double height = 540;
constexpr double side = 24;
constexpr double top = 16;
constexpr double bottom = 30; ///< Holds the line with title and page.
constexpr double measureShare = 0.32;
/// Width of 「～R2」 and 「R8～」 against a year.
constexpr double edgeShare = 0.75;
/// The body of a printed sheet has 10.5 points, its smallest text 8.
constexpr double sheetScale = 2;

TextMeasure measureOf(double points, bool bold)
{
    return TextMeasure(paper::scaled(textFont(points, bold)));
}

RoadmapStyle slideStyle()
{
    RoadmapMetrics metrics;
    metrics.unit = pt(0.9);
    return {&Look::of(Look::Medium::Light),
            metrics,
            measureOf(slide::minimumPoints, false),
            measureOf(slide::minimumPoints, false),
            measureOf(slide::minimumPoints + 2, true),
            measureOf(slide::minimumPoints, false),
            pt(0.5),
            pt(1)};
}

RoadmapStyle::Columns slideColumns()
{
    return {slide::body().width() * measureShare, 0};
}

TimeAxis slideAxis(const Plan &plan)
{
    const qreal room = slide::body().width() - slideColumns().total();
    const qreal year = room / TimeAxis::of(plan, edgeShare, 1, edgeShare).width();
    return TimeAxis::of(plan, year * edgeShare, year, year * edgeShare);
}

QString dayText(QDate day)
{
    return Texts::tr("%1%2月%3日").arg(eraYear(day)).arg(day.month()).arg(day.day());
}
} // namespace

QSizeF slide::size()
{
    return {pt(width), pt(height)};
}

QRectF slide::body()
{
    return QRectF(QPointF(pt(side), pt(top)), QPointF(pt(width - side), pt(height - bottom)));
}

Slides::Slides(const Plan &plan, const RoadmapTree &tree, QDate day) : m_plan(plan), m_tree(tree), m_day(day), m_style(slideStyle())
{
    const QList<RoadmapLine> lines = m_tree.nodes.empty() ? QList<RoadmapLine>()
                                                          : roadmapLines(m_tree, RoadmapDetail::Measures, {});
    m_roadmap = std::make_unique<RoadmapScene>(m_plan, m_tree, lines, m_style, slideAxis(m_plan), slideColumns());
    QList<qreal> heights;
    heights.reserve(m_roadmap->count());
    for (int i = 0; i < m_roadmap->count(); ++i)
        heights << m_roadmap->height(i);
    m_slides = slideBreaks(m_tree, lines, heights, slide::body().height() - RoadmapPainter::headerHeight(m_style));
}

QString Slides::title(int index) const
{
    const Slide &shown = m_slides[index];
    if (shown.kind == Slide::Kind::Title)
        return m_plan.info().title;
    int node = m_roadmap->line(shown.first).node;
    while (m_tree.at(node).parent > 0)
        node = m_tree.at(node).parent;
    return titleOf(m_plan, m_tree, node);
}

qreal Slides::shrinking(int index) const
{
    const Slide &shown = m_slides[index];
    if (shown.kind == Slide::Kind::Title)
        return 1;
    return std::min(1.0, slide::body().height() / roadmapTableHeight(*m_roadmap, shown.carried, shown.first, shown.last));
}

void Slides::paint(QPainter &painter, int index) const
{
    const Slide &shown = m_slides[index];
    if (shown.kind == Slide::Kind::Title)
        return paintTitle(painter);
    painter.save();
    painter.translate(slide::body().topLeft());
    painter.scale(shrinking(index), shrinking(index));
    paintRoadmapTable(painter, *m_roadmap, shown.carried, shown.first, shown.last);
    painter.restore();
}

Id<Measure> Slides::measureAt(int index, const QPointF &point) const
{
    const Slide &shown = m_slides[index];
    if (shown.kind == Slide::Kind::Title)
        return {};
    return measureInTable(*m_roadmap, shown.carried, shown.first, shown.last, (point - slide::body().topLeft()) / shrinking(index));
}

void Slides::paintTitle(QPainter &painter) const
{
    const Look &look = *m_style.look;
    const PlanInfo &info = m_plan.info();
    constexpr double left = 96;
    const qreal room = pt(width - 2 * left);
    const TextMeasure title = measureOf(40, true);
    const TextMeasure second = measureOf(24, false);
    bool cut = false;
    const QStringList titleLines = title.elided(info.title, room, 4, &cut);
    QStringList secondLines = second.elided(info.subtitle, room, 2, &cut);
    qreal y = pt(height * 0.4) - title.pitch() * static_cast<qreal>(titleLines.size()) / 2;

    const auto write = [&](const QStringList &lines, const TextMeasure &measure, const QColor &colour) {
        painter.setPen(colour);
        painter.setFont(measure.font());
        for (const QString &line : lines) {
            painter.drawText(QPointF(pt(left), y + measure.pitch() / 2 + measure.baselineDrop()), line);
            y += measure.pitch();
        }
    };
    write(titleLines, title, look.ink);
    y += pt(10);
    write(secondLines, second, look.mutedInk);
    y += pt(14);
    painter.fillRect(QRectF(pt(left), y, pt(120), pt(4)), look.accent);
    y += pt(26);
    QStringList issued{info.municipality};
    if (!info.office.isEmpty())
        issued << info.office;
    write({issued.join(u'　')}, second, look.ink);
    y += pt(4);
    if (m_day.isValid())
        write({dayText(m_day)}, second, look.ink);
}

SheetSlides::SheetSlides(const Plan &plan, Id<Measure> measure) :
    m_measure(measure), m_layout(plan, measure, QRectF(slide::body().topLeft() / sheetScale, slide::body().size() / sheetScale))
{}

double SheetSlides::bodyPoints() const
{
    return m_layout.bodyPoints() * sheetScale;
}

void SheetSlides::paint(QPainter &painter, int index) const
{
    painter.save();
    painter.scale(sheetScale, sheetScale);
    SheetStyle style;
    style.look = &Look::of(Look::Medium::Light);
    m_layout.paint(painter, index, style);
    painter.restore();
}

} // namespace shisaku
