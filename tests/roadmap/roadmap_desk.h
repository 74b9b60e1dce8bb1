// SPDX-License-Identifier: GPL-3.0-or-later
// A plan file, its document and a roadmap to work in, joined as the window joins them; for tests with real events.
#pragma once

#include "models/edit/plan_document.h"
#include "models/item/roadmap_model.h"
#include "tests/support/plans.h"
#include "views/roadmap/roadmap_view.h"

#include <QTemporaryDir>

namespace shisaku {

class RoadmapDesk {
public:
    /// Opens a file of that content and shows it, `width` pixels wide.
    void open(Plan plan, int width = 1200);
    void close();

    PlanDocument &document() { return *m_document; }
    RoadmapModel &model() { return *m_model; }
    RoadmapView &view() { return *m_view; }
    const Plan &plan() const { return m_document->plan(); }

    int nodeOf(RowId row) const;
    QRect rectOf(RowId row) const { return m_view->visualRect(m_model->indexOf(nodeOf(row))); }
    /// Width of a fiscal year in pixels.
    int year() const;
    /// The place of a month on the line of a row.
    QPoint at(RowId row, MonthNumber month) const;

    void press(QPoint from, Qt::KeyboardModifiers held = {});
    void moveTo(QPoint to);
    void release(QPoint to, Qt::KeyboardModifiers held = {});
    /// Press, move in two steps, release; then everything is written.
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers held = {});
    void drag(QPoint from, int by) { drag(from, from + QPoint(by, 0)); }
    void click(RowId row, Qt::KeyboardModifiers held = {});
    void key(Qt::Key key, Qt::KeyboardModifiers held = {});
    void select(RowId row) { m_view->setCurrentIndex(m_model->indexOf(nodeOf(row))); }
    /// Types into whatever has the keyboard, as an input method commits it.
    void type(const QString &text);

    /// 「FY2023 FY2024」
    QString period(Id<Phase> id) const;
    QString lastTitle();
    int steps();
    /// What is selected, as it is called, in the tree's order.
    QStringList selected() const;
    /// Waits until all is written and shown.
    void settle();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<RoadmapModel> m_model;
    std::unique_ptr<RoadmapView> m_view;
};

} // namespace shisaku
