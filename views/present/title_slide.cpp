// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/present/title_slide.h"

#include "models/plan/era.h"
#include "views/look/paper.h"
#include "views/roadmap/text_measure.h"

#include <QCoreApplication>
#include <QPainter>

namespace shisaku {

using paper::pt;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TitleSlide)
};

constexpr double left = 96;
constexpr double titlePoints = 40;
constexpr double secondPoints = 24;
constexpr double middleOfTitle = 0.4; ///< Of the slide's height.

TextMeasure measureOf(double points, bool bold)
{
    return TextMeasure(paper::scaled(textFont(points, bold)));
}
} // namespace

TitleSlide::TitleSlide(const Plan &plan, const QString &title, QDate day, const Look &look) :
    m_title(title.isEmpty() ? plan.info().title : title), m_subtitle(plan.info().subtitle), m_look(look)
{
    QStringList issuers{plan.info().municipality};
    if (!plan.info().office.isEmpty())
        issuers << plan.info().office;
    m_issued << issuers.join(u'　');
    if (day.isValid())
        m_issued << Texts::tr("%1%2月%3日").arg(eraYear(day)).arg(day.month()).arg(day.day());
}

QString TitleSlide::title(int) const
{
    return m_title;
}

void TitleSlide::paint(QPainter &painter, int) const
{
    const qreal room = slide::size().width() - 2 * pt(left);
    const TextMeasure titleText = measureOf(titlePoints, true);
    const TextMeasure second = measureOf(secondPoints, false);
    bool cut = false;
    const QStringList titleLines = titleText.elided(m_title, room, 4, &cut);
    qreal y = slide::size().height() * middleOfTitle - titleText.pitch() * static_cast<qreal>(titleLines.size()) / 2;

    const auto write = [&](const QStringList &lines, const TextMeasure &measure, const QColor &colour) {
        painter.setPen(colour);
        painter.setFont(measure.font());
        for (const QString &line : lines) {
            painter.drawText(QPointF(pt(left), y + measure.pitch() / 2 + measure.baselineDrop()), line);
            y += measure.pitch();
        }
    };
    write(titleLines, titleText, m_look.ink);
    y += pt(10);
    write(second.elided(m_subtitle, room, 2, &cut), second, m_look.mutedInk);
    y += pt(14);
    painter.fillRect(QRectF(pt(left), y, pt(120), pt(4)), m_look.accent);
    y += pt(26);
    for (const QString &line : m_issued) {
        write({line}, second, m_look.ink);
        y += pt(4);
    }
}

} // namespace shisaku
