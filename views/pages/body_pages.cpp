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

CouncilText::Drawing bodyDrawing(const Plan &plan, const QSizeF &room, const Look &look)
{
    const auto layout = std::make_shared<const BodyLayout>(BodyLayout::make(plan, room.width(), points));
    const double scale = std::min(
        {1.0, room.width() / std::max(1.0, layout->width), room.height() / std::max(1.0, layout->height)});
    const auto paint = [layout, scale, &look](QPainter &painter, const QPointF &at) {
        painter.save();
        painter.translate(at);
        painter.scale(scale, scale);
        paintBodies(painter, *layout, look);
        painter.restore();
    };
    return {QSizeF(layout->width, layout->height) * scale, paint};
}

Id<Passage> chapterOfBodies(const Plan &plan)
{
    const Passage *found = nullptr;
    for (const Passage *passage : plan.ordered<Passage>()) {
        const bool told = passage->owner.isNull() && passage->in_book && passage->heading.contains(Texts::tr("推進体制"));
        // 「(1) 推進体制」 says it more closely than 「第5章 推進体制と進行管理」.
        if (told && (!found || passage->heading.size() < found->heading.size()))
            found = passage;
    }
    return found ? found->id : Id<Passage>();
}

PrintJob bodyJob(const Plan &plan, const PageStyle &style)
{
    const paper::Spec sheet = style.on(bookPaper());
    const QRectF body = sheet.body();
    const double head = pt(titlePoints) * 2.4;
    const auto drawing = bodyDrawing(plan, body.size() - QSizeF(0, head), *style.look);
    PrintJob job;
    job.title = Texts::tr("%1 推進体制").arg(plan.info().title).trimmed();
    job.paper = sheet;
    job.pageCount = 1;
    job.firstPageNumber = style.firstNumber();
    job.paint = [drawing, style, sheet, body, head](QPainter &painter, int) {
        const Look &look = *style.look;
        painter.setPen(look.ink);
        painter.setFont(paper::scaled(textFont(titlePoints, true)));
        const QString title = Texts::tr("推進体制");
        painter.drawText(QRectF(body.topLeft(), QSizeF(body.width(), pt(titlePoints) * 1.4)), Qt::AlignHCenter | Qt::AlignTop,
                         style.head.mark.isEmpty() ? title : Texts::tr("%1（%2）").arg(title, style.head.mark));
        drawing.paint(painter, QPointF(body.center().x() - drawing.size.width() / 2, body.top() + head));
        paintPageNumber(painter, sheet, style.firstNumber(), look);
    };
    return job;
}

} // namespace shisaku
