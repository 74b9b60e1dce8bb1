// SPDX-License-Identifier: GPL-3.0-or-later
// The printed 個別施策票 of one or many measures as pages, for paper, PDF, pictures and the preview on screen alike.
#pragma once

#include "views/look/page_style.h"
#include "views/sheet/sheet_layout.h"

#include <QCoreApplication>

namespace shisaku {

/// The mark is boxed at the top right of every page. Without a first page no numbers are printed.
struct SheetOptions : PageStyle {
    bool workingMarks = false;     ///< See SheetStyle.
    bool notesThroughPlan = false; ///< Footnotes bear their numbers in the plan instead of from 1 on each sheet.

    SheetStyle sheetStyle() const { return {look, workingMarks}; }
};

/// Every measure begins a page, or follows on the one before where it fits: as the title block of the template says by its place
/// (below). Holds what it prints: later changes of the plan do not show.
class SheetPages {
    Q_DECLARE_TR_FUNCTIONS(SheetPages)

public:
    SheetPages(const Plan &plan, const QList<Id<Measure>> &measures, SheetOptions options = {});

    /// A4 upright, holes on the left.
    static paper::Spec usualPaper() { return {}; }

    int count() const { return static_cast<int>(m_pages.size()); }
    /// `painter` works in units of the page, (0,0) at the paper's corner.
    void paint(QPainter &painter, int page) const;
    /// Index of the page a measure begins on; -1 if it is not among the measures.
    int firstPageOf(Id<Measure> measure) const { return m_firstPages.value(measure, -1); }
    /// Of the first sheet on a page.
    const SheetLayout &layout(int page) const { return *m_pages.at(page).first().layout; }

private:
    struct Part {
        std::shared_ptr<const SheetLayout> layout;
        int page = 0;     ///< Of the layout.
        double shift = 0; ///< How far below the top of the page it stands.
    };
    SheetOptions m_options;
    paper::Spec m_paper;
    QString m_planTitle;
    QList<QList<Part>> m_pages;
    QHash<Id<Measure>, int> m_firstPages;
};

/// 「- 1 -」 in the middle under the body, and the plan's title and a mark above it.
void paintPageNumber(QPainter &painter, const paper::Spec &paper, int number, const Look &look);
void paintPageHead(QPainter &painter, const paper::Spec &paper, const QString &title, const QString &mark, const Look &look);

} // namespace shisaku
