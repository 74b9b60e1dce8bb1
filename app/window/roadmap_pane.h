// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the roadmap: the filter above, the roadmap below, and what to do when nothing is left to show.
#pragma once

#include "app/window/filter_bar.h"

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace shisaku {

class RoadmapView;

class RoadmapPane : public QWidget {
    Q_OBJECT

public:
    /// Takes the view; `filter` must outlive the pane.
    RoadmapPane(RoadmapView *view, PlanFilter &filter, QWidget *parent = nullptr);

    FilterBar &filterBar() const { return *m_bar; }
    /// Nothing matches; the page says so instead of showing an empty roadmap.
    bool isEmptyResult() const;

private:
    void showResult();

    PlanFilter &m_filter;
    FilterBar *m_bar;
    RoadmapView *m_view;
    QStackedWidget *m_stack;
    QWidget *m_empty;
    QLabel *m_conditions;
};

} // namespace shisaku
