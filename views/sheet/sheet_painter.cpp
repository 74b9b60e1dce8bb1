// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_painter.h"

#include "models/plan/ranges.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::pt;

namespace {
constexpr double sheetGap = pt(16);
}

SheetPages::SheetPages(const Plan &plan, const QList<Id<Measure>> &measures, SheetOptions options) :
    m_options(std::move(options)), m_paper(m_options.on(usualPaper())), m_planTitle(plan.info().title)
{
    std::optional<PlanNotes> notes;
    if (m_options.notesThroughPlan)
        notes.emplace(plan);
    const auto &blocks = plan.rows<Block>();
    const bool follows = std::any_of(blocks.begin(), blocks.end(),
                                     [](const Block &block) { return block.kind == u"title" && block.place == u"below"; });
    const QRectF body = m_paper.body();
    double next = body.height(); // where the next sheet would stand on the page
    for (const Id<Measure> measure : measures) {
        const auto layout = std::make_shared<const SheetLayout>(plan, measure, body, notes ? &*notes : nullptr, m_options.day);
        const bool fits = follows && layout->pageCount() == 1 && next + layout->height(0) <= body.height();
        m_firstPages.insert(measure, fits ? count() - 1 : count());
        if (fits) {
            m_pages.last() << Part{layout, 0, next};
            next += layout->height(0) + sheetGap;
            continue;
        }
        for (int page = 0; page < layout->pageCount(); ++page)
            m_pages << QList<Part>{{layout, page, 0}};
        next = layout->height(layout->pageCount() - 1) + sheetGap;
    }
}

void SheetPages::paint(QPainter &painter, int page) const
{
    const Look &look = *m_options.look;
    paintPageHead(painter, m_paper, m_planTitle, m_options.head.mark, look);
    for (const Part &part : m_pages.at(page)) {
        painter.save();
        painter.translate(0, part.shift);
        part.layout->paint(painter, part.page, m_options.sheetStyle());
        painter.restore();
    }
    if (m_options.firstPage)
        paintPageNumber(painter, m_paper, *m_options.firstPage + page, look);
}

void paintPageNumber(QPainter &painter, const paper::Spec &paper, int number, const Look &look)
{
    const QFont font = paper::scaled(textFont(9));
    const QString text = QCoreApplication::translate("SheetPages", "- %1 -").arg(number);
    const QRectF body = paper.body();
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    painter.setFont(font);
    painter.setPen(look.ink);
    painter.drawText(QPointF(body.center().x() - width / 2, body.bottom() + (paper.paper().height() - body.bottom()) * 0.55), text);
}

void paintPageHead(QPainter &painter, const paper::Spec &paper, const QString &title, const QString &mark, const Look &look)
{
    const QRectF body = paper.body();
    const QFont font = paper::scaled(textFont(8));
    const QFont markFont = paper::scaled(textFont(11, true));
    const QFontMetricsF metrics(markFont);
    const double width = mark.isEmpty() ? 0 : metrics.horizontalAdvance(mark) + pt(14);
    painter.setFont(font);
    painter.setPen(look.mutedInk);
    painter.drawText(QPointF(body.left(), body.top() - pt(7)),
                     QFontMetricsF(font).elidedText(drawnLine(title), Qt::ElideRight, body.width() - width));
    if (mark.isEmpty())
        return;
    const QRectF box(body.right() - width, body.top() - pt(24), width, pt(18));
    painter.setFont(markFont);
    painter.setPen(QPen(look.ink, paper::outerRule));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    painter.drawText(QPointF(box.left() + pt(7), box.center().y() + (metrics.ascent() - metrics.descent()) / 2), mark);
}

} // namespace shisaku
