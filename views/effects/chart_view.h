// SPDX-License-Identifier: GPL-3.0-or-later
// A chart in a window: hover tells values, a click on a bar says which row it is about, a click on the legend hides a series.
#pragma once

#include "views/effects/chart.h"

#include <QMimeData>
#include <QWidget>

#include <functional>
#include <memory>

namespace shisaku {

class ChartView : public QWidget {
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);

    void setData(const ChartData &shown);
    const Chart *chart() const { return m_chart.get(); }
    const ChartData &data() const { return m_data; }
    const QSet<int> &hidden() const { return m_hidden; }
    void setHidden(const QSet<int> &series);
    /// The chart for a letter or slide: picture, drawing and figures, in the colours of paper.
    std::unique_ptr<QMimeData> picture() const;
    void copyPicture() const;
    void copyFigures() const;
    /// Asked before anything is copied.
    void setGate(const std::function<bool()> &mayLeave) { m_mayLeave = mayLeave; }

    QSize sizeHint() const override { return {640, 300}; }
    QSize minimumSizeHint() const override { return {320, 200}; }

signals:
    /// A bar or point was clicked; null: the ground beside them.
    void rowClicked(shisaku::RowId row);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    QPointF toChart(const QPointF &at) const;

    ChartData m_data;
    QSet<int> m_hidden;
    std::unique_ptr<Chart> m_chart;
    std::function<bool()> m_mayLeave = [] { return true; };
};

} // namespace shisaku
