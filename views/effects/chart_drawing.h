// SPDX-License-Identifier: GPL-3.0-or-later
// A laid out chart: the Qt Charts scene and what is set over it.
#pragma once

#include "views/effects/chart.h"

#include <QFont>
#include <QGraphicsScene>
#include <QPen>

#include <functional>

QT_BEGIN_NAMESPACE
class QAbstractSeries;
class QChart;
class QValueAxis;
QT_END_NAMESPACE

namespace shisaku {

class Chart::Drawing {
public:
    Drawing(const ChartData &data, const Style &style, const QSet<int> &hidden, const QSizeF &size);
    ~Drawing();

    void paint(QPainter &painter) const;

    QList<Mark> marks;
    QList<std::pair<QRectF, int>> legend;

private:
    struct Text {
        QRectF box;
        QString text;
        int flags = 0;
        QFont font;
        QColor colour;
        std::optional<QColor> ground; ///< Behind the text, so that a hatch does not run through it.
    };
    struct Box {
        QRectF place;
        ChartTone tone = ChartTone::Strong;
    };
    struct Rule {
        QLineF line;
        QPen pen;
    };
    struct Scale {
        double top = 1;
        double step = 1;
        double bottom = 0; ///< Below it where a value is negative.
    };

    QFont font(double points, bool bold = false) const;
    QFont figures(double points, bool bold = false) const;
    void addText(const QRectF &box, const QString &text, int flags, const QFont &font, const QColor &colour);
    double lineHeight(double points) const;
    double textWidth(const QString &text, const QFont &font) const;

    void head();
    void badge(double left, double y);
    void barLegend(double y);
    void timeLegend(double y);
    void legendItem(double &x, double y, const QString &name, int series, const std::function<void(const QRectF &)> &sign);
    void foot(double left);
    void makeChart();
    QValueAxis *axis(Qt::Alignment side, double low, double high);
    void valueScale(double highest, double lowest);
    QString axisText(double value) const;
    double scaleWidth() const; ///< Of the widest figure at the axis.
    QPointF at(double x, double y) const;
    void attach(QAbstractSeries *series);

    // Bars over categories.
    void bars();
    double barFoot(double left, double bottom);
    QList<int> shownSeries() const;
    void groupBars(const QList<int> &shown);
    void stackBars(const QList<int> &shown);
    void labelBeside(const QRectF &box, const QString &name, const QString &text, double room, double &free);
    void groupHeadings();
    void valueLabel(const QPointF &at, const QString &text, bool bold, QList<QRectF> &placed);
    QString markText(int series, int category) const;

    // Values over time.
    void time();
    double timeOf(const PlanTime &time) const;
    void timeRange();
    double timeFoot(double bottom);
    void timeLine(int index);
    void points(int index, const QList<const ChartPoint *> &points, ChartPoint::Role role);
    void pathToTarget(const QPointF &from, const QPointF &to, const QColor &colour);
    void timelessTarget(const ChartPoint &point);
    void pointLabel(int line, const ChartPoint &point, bool last, QList<QRectF> &placed);
    void planEnd();
    QColor lineColour(int index) const;

    const ChartData &m_data;
    const Style &m_style;
    const Look &m_look;
    const QSet<int> &m_hidden;
    QSizeF m_size;
    QRectF m_plot;
    Scale m_scale;
    double m_xLow = 0;
    double m_xHigh = 1;
    double m_yLow = 0;
    double m_yHigh = 1;
    std::unique_ptr<QGraphicsScene> m_scene;
    QChart *m_chart = nullptr; ///< Owned by the scene.
    QValueAxis *m_xAxis = nullptr;
    QValueAxis *m_yAxis = nullptr;
    QList<Box> m_boxes;
    QList<Rule> m_rules;
    QList<Text> m_texts;
    double m_top = 0;
};

} // namespace shisaku
