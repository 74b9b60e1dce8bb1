// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_pages.h"

#include "views/roadmap/roadmap_painter.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapPages)
};

/// Shares of the page's width for the two columns of titles.
constexpr double measureShare = 0.185;
constexpr double initiativeShare = 0.13;
/// Width of 「～R2」 and 「R8～」 against a year.
constexpr double edgeShare = 0.75;
/// A measure higher than this share of the page may be divided between pages.
constexpr double dividedFrom = 0.4;

constexpr double titlePoints = 14;
constexpr double bodyPoints = 10.5;
constexpr double pitch = 1.4;

QFont paperFont(double points, bool bold = false)
{
    return paper::scaled(textFont(points, bold));
}

RoadmapStyle::Columns columnsFor(qreal width)
{
    return {width * measureShare, width * initiativeShare};
}

TimeAxis axisFor(const Plan &plan, qreal width)
{
    const qreal year = width / TimeAxis::of(plan, edgeShare, 1, edgeShare).width();
    return TimeAxis::of(plan, year * edgeShare, year, year * edgeShare);
}
} // namespace

paper::Spec RoadmapPages::usualPaper()
{
    return {QPageSize::A3, QPageLayout::Landscape, {25, 15, 15, 15}};
}

RoadmapPages::RoadmapPages(const Plan &plan, RoadmapPageOptions options, const paper::Spec &paper) :
    m_plan(plan), m_options(std::move(options)), m_paper(paper),
    m_tree(buildRoadmap(m_plan, buildTree(m_plan, m_options.grouping, onlyWorkedOut(m_plan, m_options.filter)))),
    m_style(RoadmapStyle::paper(*m_options.look, m_options.points))
{
    const qreal width = m_paper.body().width();
    const RoadmapStyle::Columns columns = columnsFor(width);
    m_scene = std::make_unique<RoadmapScene>(m_plan, m_tree, roadmapLines(m_tree, m_options.detail, {}), m_style,
                                             axisFor(m_plan, width - columns.total()), columns);
    m_legendHeight = legendHeight(*m_scene, width);
    breakPages();
}

QString RoadmapPages::title() const
{
    return m_options.title.isEmpty() ? Texts::tr("%1　工程表").arg(m_plan.info().title) : m_options.title;
}

qreal RoadmapPages::titleBlockHeight() const
{
    const auto above = std::max<qsizetype>(m_options.issued.size(), m_options.documentNumber.isEmpty() ? 0 : 1);
    return paper::pt(bodyPoints * pitch * static_cast<double>(above) + titlePoints * 2);
}

QRectF RoadmapPages::tableArea(int page) const
{
    const QRectF body = m_paper.body();
    return body.adjusted(0, page == 0 ? titleBlockHeight() : 0, 0, -m_legendHeight);
}

/// The last line that has to stand on the page of `line`: headings stay with what follows, small measures in one piece.
int RoadmapPages::endOfBlock(int line) const
{
    int end = line;
    while (end + 1 < m_scene->count() && m_scene->line(end).measure < 0)
        ++end;
    const RoadmapLine &measure = m_scene->line(end);
    if (measure.measure < 0)
        return end;
    const int first = m_scene->firstOfMeasure(end);
    const int last = first + measure.linesOfMeasure - 1;
    const qreal height = m_scene->top(last) + m_scene->height(last) - m_scene->top(first);
    return height > m_paper.body().height() * dividedFrom ? end : last;
}

QList<int> RoadmapPages::headingsAbove(int line) const
{
    QList<int> headings;
    const RoadmapLine &first = m_scene->line(line);
    int node = m_tree.at(first.measure >= 0 ? first.measure : first.node).parent;
    for (; node > 0; node = m_tree.at(node).parent)
        headings.prepend(m_scene->lineOf(node));
    return headings;
}

void RoadmapPages::breakPages()
{
    int line = 0;
    do {
        Page page;
        page.first = line;
        qreal room = tableArea(static_cast<int>(m_pages.size())).height() - RoadmapPainter::headerHeight(m_style);
        if (line > 0) {
            page.carried = headingsAbove(line);
            for (int heading : std::as_const(page.carried))
                room -= m_scene->height(heading);
        }
        while (line < m_scene->count()) {
            const int end = endOfBlock(line);
            const qreal height = m_scene->top(end) + m_scene->height(end) - m_scene->top(line);
            if (height > room && line > page.first)
                break;
            room -= height;
            line = end + 1;
        }
        page.last = line - 1;
        m_pages.push_back(page);
    } while (line < m_scene->count());
}

void RoadmapPages::paint(QPainter &painter, int page) const
{
    painter.save();
    if (page == 0)
        paintTitleBlock(painter);
    paintTable(painter, page);
    const QRectF body = m_paper.body();
    painter.save();
    painter.translate(body.left(), body.bottom() - m_legendHeight);
    RoadmapPainter(painter, *m_scene).legend(body.width());
    painter.restore();
    if (m_options.firstPage)
        paintPageNumber(painter, *m_options.firstPage + page);
    painter.restore();
}

void RoadmapPages::paintTitleBlock(QPainter &painter) const
{
    const QRectF body = m_paper.body();
    const Look &look = *m_options.look;
    const qreal lineHeight = paper::pt(bodyPoints * pitch);
    painter.setPen(look.ink);
    painter.setFont(paperFont(bodyPoints));
    QRectF line(body.left(), body.top(), body.width(), lineHeight);
    qreal boxWidth = 0;
    if (!m_options.documentNumber.isEmpty()) {
        boxWidth = QFontMetricsF(painter.font()).horizontalAdvance(m_options.documentNumber) + paper::pt(bodyPoints);
        const QRectF box(body.right() - boxWidth, body.top(), boxWidth, lineHeight);
        painter.setPen(QPen(look.ink, paper::outerRule));
        painter.drawRect(box);
        painter.drawText(box, Qt::AlignCenter, m_options.documentNumber);
        boxWidth += paper::pt(bodyPoints);
    }
    for (const QString &text : m_options.issued) {
        painter.drawText(line.adjusted(0, 0, -boxWidth, 0), Qt::AlignRight | Qt::AlignVCenter, text);
        line.translate(0, lineHeight);
    }
    const QRectF titleRect(body.left(), body.top() + titleBlockHeight() - paper::pt(titlePoints * 2), body.width(),
                           paper::pt(titlePoints * 1.5));
    painter.setFont(paperFont(titlePoints, true));
    painter.drawText(titleRect, Qt::AlignCenter,
                     m_options.mark.isEmpty() ? title() : Texts::tr("%1（%2）").arg(title(), m_options.mark));
}

void RoadmapPages::paintTable(QPainter &painter, int page) const
{
    const Page &shown = m_pages[static_cast<size_t>(page)];
    const QRectF area = tableArea(page);
    const qreal titles = m_scene->columns().total();
    const qreal header = RoadmapPainter::headerHeight(m_style);
    RoadmapPainter table(painter, *m_scene);
    painter.translate(area.topLeft());
    table.titleHeader();
    painter.translate(titles, 0);
    table.timeHeader();
    painter.translate(-titles, header);
    qreal height = 0;
    for (int heading : shown.carried) {
        painter.save();
        painter.translate(0, height - m_scene->top(heading));
        table.headings(heading, heading, area.width(), true);
        painter.restore();
        height += m_scene->height(heading);
    }
    if (shown.last >= shown.first) {
        const qreal top = m_scene->top(shown.first);
        const qreal bottom = m_scene->top(shown.last) + m_scene->height(shown.last);
        painter.save();
        painter.translate(0, height - top);
        painter.setClipRect(QRectF(0, top, area.width(), bottom - top));
        painter.translate(titles, 0);
        table.times(shown.first, shown.last);
        painter.translate(-titles, 0);
        table.headings(shown.first, shown.last, area.width());
        table.titles(shown.first, shown.last, top, bottom);
        painter.restore();
        height += bottom - top;
    }
    const Look &look = *m_options.look;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.ink, m_style.rule, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawLine(QPointF(0, 0), QPointF(area.width(), 0));
    painter.drawRect(QRectF(0, -header, area.width(), header + height));
    painter.translate(-area.left(), -area.top() - header);
}

void RoadmapPages::paintPageNumber(QPainter &painter, int number) const
{
    const QRectF body = m_paper.body();
    const QRectF below(body.left(), body.bottom(), body.width(), m_paper.paper().height() - body.bottom());
    painter.setPen(m_options.look->ink);
    painter.setFont(paperFont(bodyPoints));
    painter.drawText(below, Qt::AlignCenter, u"- %1 -"_s.arg(number));
}

QList<RoadmapPages::Entry> RoadmapPages::outline() const
{
    QList<Entry> entries;
    for (int page = 0; page < count(); ++page) {
        const Page &shown = m_pages[static_cast<size_t>(page)];
        for (int i = shown.first; i <= shown.last; ++i) {
            if (m_scene->line(i).measure < 0)
                entries << Entry{titleOf(m_plan, m_tree, m_scene->line(i).node), page, m_scene->node(i).level};
        }
    }
    return entries;
}

QString RoadmapPages::text() const
{
    QString all = title() + m_options.documentNumber + m_options.mark + m_options.issued.join(u'\n');
    for (int node = 1; node < static_cast<int>(m_tree.nodes.size()); ++node)
        all += titleOf(m_plan, m_tree, node) + u'\n';
    return all;
}

} // namespace shisaku
