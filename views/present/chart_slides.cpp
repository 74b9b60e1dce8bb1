// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/present/chart_slides.h"

#include "views/look/paper.h"
#include "views/roadmap/text_measure.h"

#include <QPainter>

namespace shisaku {

using paper::pt;

namespace {
/// The chart is laid out for a window and magnified, so that bars, lines and marks grow with the text.
constexpr double magnified = 2;
/// Its smallest text, half a point less, then has eighteen points.
constexpr double chartPoints = slide::minimumPoints / magnified + 0.5;
constexpr double unitsPerPixel = paper::unitsPerInch / 96.0 * magnified;
constexpr double titlePoints = 26;
constexpr double titleGap = 10;

TextMeasure titleText()
{
    return TextMeasure(paper::scaled(textFont(titlePoints, true)));
}

QRectF chartPlace()
{
    return slide::body().adjusted(0, titleText().pitch() + pt(titleGap), 0, 0);
}

Chart::Style styleOf(const Look &look)
{
    Chart::Style style;
    style.look = &look;
    style.points = chartPoints;
    style.title = false; // the slide has one
    return style;
}
} // namespace

ChartSlides::ChartSlides(const ChartScene &scene, const QString &title, const Plan &plan, const Look &look) :
    m_chart(scene.data(plan), styleOf(look)), m_look(look)
{
    m_title = title.isEmpty() ? m_chart.data().title : title;
    m_chart.setHidden(scene.hidden);
    m_chart.layOut(chartPlace().size() / unitsPerPixel);
}

QString ChartSlides::title(int) const
{
    return m_title;
}

void ChartSlides::paint(QPainter &painter, int) const
{
    const TextMeasure text = titleText();
    const QRectF body = slide::body();
    bool cut = false;
    painter.setFont(text.font());
    painter.setPen(m_look.ink);
    for (const QString &line : text.elided(m_title, body.width(), 1, &cut))
        painter.drawText(QPointF(body.left(), body.top() + text.pitch() / 2 + text.baselineDrop()), line);
    m_chart.paint(painter, chartPlace());
}

std::unique_ptr<SlideSet> chartSlides(const Plan &plan, const Scene &scene, const Look &look)
{
    const auto shown = ChartScene::fromText(scene.view);
    if (!shown || shown->data(plan).isEmpty())
        return nullptr;
    return std::make_unique<ChartSlides>(*shown, scene.title, plan, look);
}

} // namespace shisaku
