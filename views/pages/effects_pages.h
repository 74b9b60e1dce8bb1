// SPDX-License-Identifier: GPL-3.0-or-later
// 業務効率化に資する取組状況: the tools' results with charts, support works, projects and cases, as a paper for a council.
#pragma once

#include "views/pages/council_pages.h"
#include "views/pages/paper_flow.h"

#include <QCoreApplication>

namespace shisaku {

/// Holds what it prints: later changes of the plan do not show.
class EffectsPages {
    Q_DECLARE_TR_FUNCTIONS(EffectsPages)

public:
    EffectsPages(const Plan &plan, CouncilOptions options);

    int count() const { return m_flow.count(); }
    void paint(QPainter &painter, int page) const;
    const QList<Bookmark> &bookmarks() const { return m_flow.bookmarks(); }

private:
    void tool(const QString &key);
    void toolNotes(const QString &key, const QList<const Effect *> &others);
    void projects();
    void cases();
    void figure(const ChartData &chart);
    QString nextHeading(const QString &text);
    QString nextTable(const QString &text);

    const Plan *m_plan; ///< While the paper is put together.
    CouncilOptions m_options;
    PaperFlow m_flow;
    int m_headings = 0;
    int m_tables = 0;
    int m_figures = 0;
};

PrintJob effectsJob(const Plan &plan, const CouncilOptions &options = {});

} // namespace shisaku
