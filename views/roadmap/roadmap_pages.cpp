// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_pages.h"

#include "views/roadmap/roadmap_one_page_painter.h"
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
constexpr double numberPoints = 9; // as on every other paper
constexpr double pitch = 1.4;
constexpr double onePageTitlePitch = 1.4;
/// Room for the legend of one page, which is two lines where many signs are used.
constexpr double onePageLegend = 15.5;

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

bool hasSchedule(const Plan &plan, const MeasureFilter &filter)
{
    const auto shown = [&](Id<Initiative> id) {
        const Initiative *initiative = plan.find(id);
        const Measure *measure = initiative ? plan.find(initiative->measure) : nullptr;
        return measure && (!filter || filter(*measure));
    };
    const auto &phases = plan.rows<Phase>();
    const auto &milestones = plan.rows<Milestone>();
    return std::any_of(phases.begin(), phases.end(), [&](const Phase &phase) { return shown(phase.initiative); })
           || std::any_of(milestones.begin(), milestones.end(), [&](const Milestone &m) { return shown(m.initiative); });
}

paper::Spec RoadmapPages::usualPaper()
{
    return {QPageSize::A3, QPageLayout::Landscape, {25, 15, 15, 15}};
}

RoadmapPages::RoadmapPages(const Plan &plan, RoadmapPageOptions options) :
    m_plan(plan), m_options(std::move(options)), m_paper(m_options.on(usualPaper())),
    m_tree(buildRoadmap(m_plan, buildTree(m_plan, m_options.grouping, onlyWorkedOut(m_plan, m_options.filter), m_options.day))),
    m_style(RoadmapStyle::paper(*m_options.look, m_options.points)), m_progress(m_plan)
{
    if (m_options.onePage && m_options.detail == RoadmapDetail::Measures)
        layOutOnePage();
    if (!m_onePage)
        layOutPages();
}

void RoadmapPages::layOutPages()
{
    const qreal width = m_paper.body().width();
    RoadmapStyle::Columns columns = columnsFor(width);
    columns.progress = m_progress.columnWidth(m_style.title.em(), m_style.cellPadding());
    m_scene = std::make_unique<RoadmapScene>(m_plan, m_tree, roadmapLines(m_tree, m_options.detail, {}), m_style,
                                             axisFor(m_plan, width - columns.total()), columns);
    m_legendHeight = legend().height(width);
    breakPages();
}

void RoadmapPages::layOutOnePage()
{
    const QRectF body = m_paper.body();
    m_legendHeight = paper::pt(onePageLegend);
    OnePageTask task;
    task.plan = &m_plan;
    task.tree = &m_tree;
    task.look = m_options.look;
    task.progress = &m_progress;
    task.room = QSizeF(body.width(), body.height() - titleBlockHeight() - m_legendHeight);
    if (auto layout = onePageLayout(task)) {
        m_style = onePageStyle(*m_options.look, layout->points);
        m_onePage = std::make_unique<const OnePageLayout>(std::move(*layout));
    }
}

RoadmapPages::~RoadmapPages() = default;

double RoadmapPages::points() const
{
    return m_onePage ? m_onePage->points : m_options.points;
}

QString RoadmapPages::notice() const
{
    if (isOnePageRefused()) {
        return m_options.detail == RoadmapDetail::Initiatives
                   ? Texts::tr("取組ごとの工程表は、一枚には収まりません。%1頁になります。").arg(count())
                   : Texts::tr("この工程表は、読める大きさの文字では一枚に収まりません。%1頁になります。").arg(count());
    }
    if (m_onePage && m_onePage->points < onePageUsualFloor) {
        return Texts::tr("文字の大きさは%1ポイントです。A4に縮小複写すると読めません。頁に分けて刷ることもできます。")
            .arg(m_onePage->points);
    }
    return {};
}

QString RoadmapPages::title() const
{
    return m_options.title.isEmpty() ? Texts::tr("%1　工程表").arg(m_plan.info().title) : m_options.title;
}

QStringList RoadmapPages::issuedLines() const
{
    const PaperHead &head = m_options.head;
    QStringList lines{head.meeting, head.date, head.date.isEmpty() ? QString() : head.office};
    lines.removeAll(QString());
    return lines;
}

qreal RoadmapPages::titleBlockHeight() const
{
    const auto above = std::max<qsizetype>(issuedLines().size(), m_options.head.documentNumber.isEmpty() ? 0 : 1);
    if (m_options.onePage && above == 0)
        return paper::pt(titlePoints * onePageTitlePitch);
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

/// The lowest place up to `limit` where a line may be cut: through no bar and no label.
qreal RoadmapPages::cutInLine(int line, qreal from, qreal limit) const
{
    qreal cut = limit;
    bool moved = true;
    while (moved) {
        moved = false;
        for (const PlacedItem &placed : m_scene->layout(line).items) {
            const QRectF bounds = placed.bounds().translated(0, m_scene->top(line));
            if (bounds.top() < cut && bounds.bottom() > cut && bounds.top() > from) {
                cut = bounds.top();
                moved = true;
            }
        }
    }
    return cut;
}

void RoadmapPages::breakPages()
{
    const auto bottomOf = [this](int line) { return m_scene->top(line) + m_scene->height(line); };
    int line = 0;
    qreal y = 0;
    do {
        Page page;
        page.first = line;
        page.top = y;
        qreal room = tableArea(static_cast<int>(m_pages.size())).height() - RoadmapPainter::headerHeight(m_style);
        if (y > 0) {
            page.carried = headingsAbove(line);
            for (int heading : std::as_const(page.carried))
                room -= m_scene->height(heading);
        }
        const qreal limit = y + room;
        while (line < m_scene->count() && bottomOf(endOfBlock(line)) <= limit) {
            line = endOfBlock(line) + 1;
            y = bottomOf(line - 1);
        }
        if (line < m_scene->count() && y <= page.top) {
            // What belongs together is higher than a page: its lines flow on, and so does a line higher than a page.
            for (; bottomOf(line) <= limit; ++line)
                y = bottomOf(line);
            if (y <= page.top || m_scene->line(line - 1).measure < 0)
                y = cutInLine(line, y, limit);
        }
        page.bottom = y;
        page.last = m_scene->lineAt(y - 0.5);
        m_pages.push_back(page);
    } while (line < m_scene->count());
}

void RoadmapPages::paint(QPainter &painter, int page) const
{
    painter.save();
    if (page == 0)
        paintTitleBlock(painter);
    if (m_onePage)
        paintOnePage(painter);
    else
        paintTable(painter, page);
    const QRectF body = m_paper.body();
    painter.save();
    painter.translate(body.left(), body.bottom() - m_legendHeight);
    legend().paint(painter, body.width());
    painter.restore();
    paintPageNumber(painter, m_options.firstNumber() + page);
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
    if (!m_options.head.documentNumber.isEmpty()) {
        boxWidth = QFontMetricsF(painter.font()).horizontalAdvance(m_options.head.documentNumber) + paper::pt(bodyPoints);
        const QRectF box(body.right() - boxWidth, body.top(), boxWidth, lineHeight);
        painter.setPen(QPen(look.ink, paper::outerRule));
        painter.drawRect(box);
        painter.drawText(box, Qt::AlignCenter, m_options.head.documentNumber);
        boxWidth += paper::pt(bodyPoints);
    }
    for (const QString &text : issuedLines()) {
        painter.drawText(line.adjusted(0, 0, -boxWidth, 0), Qt::AlignRight | Qt::AlignVCenter, text);
        line.translate(0, lineHeight);
    }
    const qreal height = paper::pt(titlePoints * (m_options.onePage ? onePageTitlePitch : 2));
    const QRectF titleRect(body.left(), body.top() + titleBlockHeight() - height, body.width(),
                           paper::pt(titlePoints * (m_options.onePage ? 1.2 : 1.5)));
    painter.setFont(paperFont(titlePoints, true));
    painter.drawText(titleRect, Qt::AlignCenter,
                     m_options.head.mark.isEmpty() ? title() : Texts::tr("%1（%2）").arg(title(), m_options.head.mark));
}

void RoadmapPages::paintTable(QPainter &painter, int page) const
{
    const Page &shown = m_pages[static_cast<size_t>(page)];
    const QRectF area = tableArea(page);
    const qreal titles = m_scene->columns().total();
    const qreal header = RoadmapPainter::headerHeight(m_style);
    RoadmapMarks marks;
    marks.progress = &m_progress;
    RoadmapPainter table(painter, *m_scene, marks);
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
        const qreal top = shown.top;
        const qreal bottom = shown.bottom;
        painter.save();
        painter.translate(0, height - top);
        painter.setClipRect(QRectF(0, top, area.width(), bottom - top));
        painter.translate(titles, 0);
        table.times(shown.first, shown.last, top, bottom);
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

RoadmapLegend RoadmapPages::legend() const
{
    return RoadmapLegend(m_style, m_plan.choices(u"kind"), m_onePage ? m_onePage->used : m_scene->usedSigns(), m_progress.signs(),
                         m_progress.asOf());
}

void RoadmapPages::paintOnePage(QPainter &painter) const
{
    const QRectF body = m_paper.body();
    painter.save();
    painter.translate(body.left(), body.top() + titleBlockHeight());
    OnePagePainter(painter, *m_onePage, m_style, m_plan, m_tree, m_progress).paint();
    painter.restore();
}

void RoadmapPages::paintPageNumber(QPainter &painter, int number) const
{
    const QRectF body = m_paper.body();
    const QRectF below(body.left(), body.bottom(), body.width(), m_paper.paper().height() - body.bottom());
    painter.setPen(m_options.look->ink);
    painter.setFont(paperFont(numberPoints));
    painter.drawText(below, Qt::AlignCenter, u"- %1 -"_s.arg(number));
}

QList<RoadmapPages::Entry> RoadmapPages::outline() const
{
    QList<Entry> entries;
    if (m_onePage)
        return entries;
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
    QString all = title() + m_options.head.documentNumber + m_options.head.mark + issuedLines().join(u'\n');
    for (const Choice *kind : m_plan.choices(u"kind"))
        all += kind->label + kind->mark + u'\n';
    for (const ProgressSign &sign : m_progress.signs())
        all += sign.mark + sign.label + u'\n';
    for (int node = 1; node < static_cast<int>(m_tree.nodes.size()); ++node)
        all += titleOf(m_plan, m_tree, node) + u'\n';
    return all;
}

} // namespace shisaku
