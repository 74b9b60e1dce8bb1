// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/present/sheet_slides.h"

#include <QCoreApplication>
#include <QPainter>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SheetSlides)
};

/// The body of a printed sheet has 10.5 points, its smallest text 8.
constexpr double sheetScale = 2;

QRectF unscaledBody()
{
    return QRectF(slide::body().topLeft() / sheetScale, slide::body().size() / sheetScale);
}
} // namespace

SheetSlides::SheetSlides(const Plan &plan, Id<Measure> measure, const Look &look) :
    m_measure(measure), m_layout(plan, measure, unscaledBody()), m_look(look)
{
    if (const Measure *shown = plan.find(measure))
        m_title = Texts::tr("個別施策票 %1 %2").arg(shown->number, shown->title);
}

QString SheetSlides::title(int) const
{
    return m_title;
}

double SheetSlides::bodyPoints() const
{
    return m_layout.bodyPoints() * sheetScale;
}

void SheetSlides::paint(QPainter &painter, int index) const
{
    painter.save();
    painter.scale(sheetScale, sheetScale);
    SheetStyle style;
    style.look = &m_look;
    m_layout.paint(painter, index, style);
    painter.restore();
}

} // namespace shisaku
