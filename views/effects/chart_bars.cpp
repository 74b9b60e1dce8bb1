// SPDX-License-Identifier: GPL-3.0-or-later
// Bars over categories: side by side or stacked, with their figures, hatches, headings of groups and lines below.
#include "views/effects/chart_drawing.h"
#include "views/effects/chart_tones.h"

#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QFontMetricsF>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <cmath>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr double groupedShare = 0.86; // of a category's width
constexpr double stackedShare = 0.46;
constexpr double widestBar = 96;
constexpr double minimumLabelHeight = 15;
constexpr double gap = 6;
constexpr double nameGap = 5; // between the axis and the names below it

/// What stands in brackets goes into a line of its own, where the name is too long for one, before words are broken.
QString inLines(const QString &name, const QFont &font, double width)
{
    const QFontMetricsF metrics(font);
    const qsizetype bracket = name.indexOf(u'（');
    if (bracket < 1 || metrics.horizontalAdvance(name) <= width)
        return name;
    return name.first(bracket).trimmed() + u'\n' + name.sliced(bracket);
}

double amount(const ChartSeries &series, int category)
{
    const auto &value = series.bars.value(category).value;
    return value ? value->toDouble() : 0;
}
} // namespace

QList<int> Chart::Drawing::shownSeries() const
{
    QList<int> shown;
    for (int i = 0; i < m_data.series.size(); ++i) {
        if (!m_hidden.contains(i))
            shown << i;
    }
    return shown;
}

double Chart::Drawing::barFoot(double left, double bottom)
{
    // From below: strips, then the categories' names; returns where the drawing ends.
    const double line = lineHeight(m_style.points);
    double y = bottom;
    const QFont small = font(m_style.points - 0.5);
    if (m_style.notes) {
        for (const QString &note : m_data.notes) {
            const QRectF room(0, 0, m_size.width() - left, 1000);
            y -= QFontMetricsF(small).boundingRect(room, Qt::TextWordWrap, note).height() + 2;
        }
        if (!m_data.notes.isEmpty())
            y -= 4;
    }
    const double slot = (m_size.width() - left - 4) / qMax<qsizetype>(1, m_data.categories.size());
    for (auto strip = m_data.strips.crbegin(); strip != m_data.strips.crend(); ++strip) {
        y -= line + 2;
        addText({0, y, left - gap, line}, strip->name, Qt::AlignRight | Qt::AlignVCenter, small, m_look.mutedInk);
        for (int i = 0; i < strip->texts.size(); ++i)
            addText({left + i * slot, y, slot, line}, strip->texts[i], Qt::AlignCenter, figures(m_style.points, true), m_look.ink);
        m_rules.append({QLineF(left, y - 1, m_size.width() - 4, y - 1), QPen(m_look.line, 0.75)});
    }
    const QFont plain = font(m_style.points);
    const double room = slot - 8;
    double height = line;
    QStringList names;
    for (const ChartCategory &category : m_data.categories) {
        names << inLines(category.label, plain, room);
        const QRectF around = QFontMetricsF(plain).boundingRect(QRectF(0, 0, room, 1000), Qt::TextWordWrap, names.last());
        height = qMax(height, around.height());
    }
    y -= height + nameGap + 3;
    for (int i = 0; i < names.size(); ++i)
        addText({left + i * slot + 4, y + nameGap, room, height}, names[i], Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                plain, m_look.ink);
    return y;
}

void Chart::Drawing::bars()
{
    const QList<int> shown = shownSeries();
    const int categories = static_cast<int>(m_data.categories.size());
    if (categories == 0)
        return;
    double highest = 0;
    double lowest = 0;
    for (int category = 0; category < categories; ++category) {
        double sum = 0;
        for (int series : shown) {
            sum += amount(m_data.series[series], category);
            const double end = m_data.kind == ChartData::Kind::Stacked ? sum : amount(m_data.series[series], category);
            highest = qMax(highest, end);
            lowest = qMin(lowest, end);
        }
    }
    valueScale(highest, lowest);
    double left = scaleWidth() + gap + 4;
    for (const ChartStrip &strip : m_data.strips)
        left = qMax(left, textWidth(strip.name, font(m_style.points - 0.5)) + gap + 4);
    const double headroom = lineHeight(m_style.points) + 4;
    const bool groups = m_data.categories.first().group != m_data.categories.last().group;
    const double top = m_top + headroom + (groups ? lineHeight(m_style.points) + 4 : 0);
    // A figure stands below a negative bar as above the others.
    const double bottom = barFoot(left, m_size.height()) - (lowest < 0 ? headroom : 0);
    m_plot = QRectF(QPointF(left, top), QPointF(m_size.width() - 4, qMax(top + 20, bottom)));
    m_xLow = -0.5;
    m_xHigh = categories - 0.5;
    m_yLow = m_scale.bottom;
    m_yHigh = m_scale.top;
    makeChart();
    if (groups)
        groupHeadings();
    if (m_data.kind == ChartData::Kind::Stacked)
        stackBars(shown);
    else
        groupBars(shown);
    foot(left);
}

void Chart::Drawing::groupHeadings()
{
    const double line = lineHeight(m_style.points);
    const double y = m_plot.top() - lineHeight(m_style.points) * 2 - 6;
    int first = 0;
    for (int i = 1; i <= m_data.categories.size(); ++i) {
        if (i < m_data.categories.size() && m_data.categories[i].group == m_data.categories[first].group)
            continue;
        const double from = at(first - 0.5, 0).x();
        const double to = at(i - 0.5, 0).x();
        addText({from, y, to - from, line}, m_data.categories[first].group, Qt::AlignCenter, font(m_style.points - 0.5, true),
                m_look.mutedInk);
        m_rules.append({QLineF(from + 8, y + line, to - 8, y + line), QPen(m_look.strongLine, 1)});
        if (first > 0)
            m_rules.append(
                {QLineF(from, y, from, m_plot.bottom() + lineHeight(m_style.points)), QPen(m_look.strongLine, 1, Qt::DashLine)});
        first = i;
    }
}

void Chart::Drawing::valueLabel(const QPointF &at, const QString &text, bool bold, QList<QRectF> &placed)
{
    // A label that would lie on its neighbour stands one line higher.
    const QFont shown = figures(m_style.points - 0.5, bold);
    const double height = lineHeight(m_style.points - 0.5);
    const double width = textWidth(text, shown);
    QRectF box(at.x() - width / 2, at.y() - height, width, height);
    const auto lies = [&](const QRectF &other) { return other.adjusted(-1, 2, 1, -2).intersects(box); };
    for (int tries = 0; tries < 4 && std::any_of(placed.begin(), placed.end(), lies); ++tries)
        box.translate(0, -height + 2);
    placed << box;
    addText(box.adjusted(-4, 0, 4, 0), text, Qt::AlignCenter, shown, m_look.ink);
    m_texts.last().ground = m_look.ground;
}

QString Chart::Drawing::markText(int series, int category) const
{
    const ChartBar &bar = m_data.series[series].bars[category];
    QString text = Chart::tr("%1　%2 %3%4")
                       .arg(m_data.categories[category].label, m_data.series[series].name, bar.label,
                            m_data.unit.section(u'／', 0, 0));
    for (const ChartStrip &strip : m_data.strips) {
        if (strip.texts.value(category) != u"－")
            text += Chart::tr("（%1 %2）").arg(strip.name, strip.texts.value(category));
    }
    return bar.printed ? Chart::tr("%1（原典の値）").arg(text) : text;
}

void Chart::Drawing::groupBars(const QList<int> &shown)
{
    auto *series = new QBarSeries;
    const double slot = m_plot.width() / static_cast<double>(m_data.categories.size());
    const double share = qMin(shown.size() == 1 ? stackedShare : groupedShare,
                              static_cast<double>(shown.size()) * widestBar / slot);
    series->setBarWidth(share);
    for (int index : shown) {
        auto *set = new QBarSet(m_data.series[index].name);
        const ToneColours colours = toneColours(m_data.series[index].tone, m_look);
        set->setBrush(colours.fill);
        set->setPen(QPen(colours.edge, 1));
        for (int category = 0; category < m_data.categories.size(); ++category)
            set->append(amount(m_data.series[index], category));
        series->append(set);
    }
    attach(series);
    QList<QRectF> placed;
    const double width = share / qMax<qsizetype>(1, shown.size());
    for (int category = 0; category < m_data.categories.size(); ++category) {
        for (int i = 0; i < shown.size(); ++i) {
            const ChartBar &bar = m_data.series[shown[i]].bars.value(category);
            const double x = category - share / 2 + i * width;
            if (!bar.value) {
                // Not known is not zero: the place of the bar says so.
                valueLabel(at(x + width / 2, 0), u"…"_s, false, placed);
                continue;
            }
            const QRectF box = QRectF(at(x, bar.value->toDouble()), at(x + width, 0)).normalized();
            m_boxes.append({box, bar.printed ? ChartTone::Open : m_data.series[shown[i]].tone});
            const double label = bar.value->isNegative() ? box.bottom() + lineHeight(m_style.points - 0.5) : box.top() - 1;
            valueLabel(QPointF(box.center().x(), label), bar.label, m_data.series[shown[i]].tone == ChartTone::Strong, placed);
            marks.append({box.adjusted(0, -16, 0, 0), markText(shown[i], category), m_data.categories[category].row});
        }
    }
}

void Chart::Drawing::labelBeside(const QRectF &box, const QString &name, const QString &text, double room, double &free)
{
    // A part too low for its figure has it at the side, with its name where there is room.
    const QFont shown = figures(m_style.points - 0.5);
    const double height = lineHeight(m_style.points - 0.5);
    const QString named = Chart::tr("%1 %2").arg(name, text);
    const QString label = textWidth(named, shown) <= room ? named : text;
    if (textWidth(label, shown) > room)
        return;
    const double bottom = qMin(box.center().y() + height / 2, free);
    addText({box.right() + gap, bottom - height, room, height}, label, Qt::AlignLeft | Qt::AlignVCenter, shown, m_look.ink);
    m_texts.last().ground = m_look.ground;
    free = bottom - height;
}

void Chart::Drawing::stackBars(const QList<int> &shown)
{
    auto *series = new QStackedBarSeries;
    const double share = qMin(stackedShare, widestBar * 1.4 * static_cast<double>(m_data.categories.size()) / m_plot.width());
    series->setBarWidth(share);
    for (int index : shown) {
        auto *set = new QBarSet(m_data.series[index].name);
        set->setBrush(toneColours(m_data.series[index].tone, m_look).fill);
        set->setPen(QPen(toneColours(m_data.series[index].tone, m_look).edge, 1));
        for (int category = 0; category < m_data.categories.size(); ++category)
            set->append(amount(m_data.series[index], category));
        series->append(set);
    }
    attach(series);
    QList<QRectF> placed;
    const double beside = (1 - share) / 2 * m_plot.width() / static_cast<double>(m_data.categories.size()) - gap;
    for (int category = 0; category < m_data.categories.size(); ++category) {
        double sum = 0;
        int parts = 0;
        double free = m_plot.bottom(); // what is below is taken by labels beside the bar
        for (int index : shown) {
            const ChartBar &bar = m_data.series[index].bars.value(category);
            if (!bar.value)
                continue;
            const double value = bar.value->toDouble();
            const QRectF box = QRectF(at(category - share / 2, sum + value), at(category + share / 2, sum)).normalized();
            sum += value;
            ++parts;
            m_boxes.append({box, bar.printed ? ChartTone::Open : m_data.series[index].tone});
            marks.append({box, markText(index, category), m_data.categories[category].row});
            const bool whole = bar.label == m_data.totals.value(category); // said above the bar already
            if (box.height() >= minimumLabelHeight && !whole) {
                const ToneColours colours = toneColours(m_data.series[index].tone, m_look);
                addText(box, bar.label, Qt::AlignCenter, figures(m_style.points - 0.5), colours.ink);
                m_texts.last().ground = colours.fill;
            } else if (!whole && !box.isEmpty()) {
                labelBeside(box, m_data.series[index].name, bar.label, beside, free);
            }
        }
        if (m_hidden.isEmpty() && parts > 0 && !m_data.totals.isEmpty())
            valueLabel(at(category, sum) - QPointF(0, 2), m_data.totals.value(category), true, placed);
    }
}

} // namespace shisaku
