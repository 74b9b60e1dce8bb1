// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/body_pages.h"

#include "views/pages/body_layout.h"
#include "views/sheet/sheet_painter.h"

#include <QCoreApplication>
#include <QPainter>

namespace shisaku {

using paper::pt;

namespace {
constexpr double titlePoints = 15;
constexpr double points = 10;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(BodyPages)
};
} // namespace

PrintJob bodyJob(const Plan &plan, const BookStyle &style)
{
    const QRectF body = style.paper.body();
    const double head = pt(titlePoints) * 2.4;
    const auto layout = std::make_shared<const BodyLayout>(BodyLayout::make(plan, body.width(), points));
    const double scale = std::min(
        {1.0, body.width() / std::max(1.0, layout->width), (body.height() - head) / std::max(1.0, layout->height)});
    PrintJob job;
    job.title = Texts::tr("%1 推進体制").arg(plan.info().title).trimmed();
    job.paper = style.paper;
    job.pageCount = 1;
    job.firstPageNumber = style.firstPage;
    job.paint = [layout, style, body, head, scale](QPainter &painter, int) {
        const Look &look = *style.look;
        painter.setPen(look.ink);
        painter.setFont(paper::scaled(textFont(titlePoints, true)));
        painter.drawText(QRectF(body.topLeft(), QSizeF(body.width(), pt(titlePoints) * 1.4)), Qt::AlignHCenter | Qt::AlignTop,
                         Texts::tr("推進体制"));
        painter.save();
        painter.translate(body.center().x() - layout->width * scale / 2, body.top() + head);
        painter.scale(scale, scale);
        paintBodies(painter, *layout, look);
        painter.restore();
        paintPageNumber(painter, style.paper, style.firstPage, look);
    };
    return job;
}

} // namespace shisaku
