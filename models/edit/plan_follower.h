// SPDX-License-Identifier: GPL-3.0-or-later
// Follows a plan for something that is not always looked at: what changes meanwhile is told, as one change, when it is shown again.
#pragma once

#include "models/edit/plan_document.h"

#include <functional>

namespace shisaku {

class PlanFollower : public QObject {
    Q_OBJECT

public:
    /// The document must outlive it. Everything is told at once until whileShown() says otherwise.
    explicit PlanFollower(PlanDocument *document, QObject *parent = nullptr);

    /// Only changes of rows of these tables are told; without any, all changes.
    void setTables(const QList<TableId> &tables) { m_tables = tables; }
    /// Nothing is told while the view, a widget, is hidden; what was missed follows before it is painted.
    template <typename View>
    void whileShown(View *view)
    {
        m_isShown = [view] { return view->isVisible(); };
        view->installEventFilter(this);
    }

    /// Tells now what was missed, for somebody who asks without looking.
    void catchUp();

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// Several changes come as one that has the same effect; what was taken back meanwhile is not told at all.
    void changed(const shisaku::ChangeSet &change);

private:
    void follow(const ChangeSet &change);

    QList<TableId> m_tables;
    std::function<bool()> m_isShown;
    QList<ChangeSet> m_missed;
};

} // namespace shisaku
