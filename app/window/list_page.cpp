// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/list_page.h"

#include "app/window/workspace.h"
#include "app/window/workspace_pages.h"
#include "models/grid/measure_cells.h"
#include "views/list/measure_list_page.h"

namespace shisaku {

using namespace Qt::StringLiterals;

QWidget *makeList(Workspace &workspace, const PageContext &context)
{
    auto *page = new MeasureListPage(&context.document);
    page->offerCommands(context.measureCommands);
    QObject::connect(page, &MeasureListPage::measureChosen, page, context.showMeasure);
    QObject::connect(page, &MeasureListPage::measuresChosen, page, context.chooseMeasures);
    QObject::connect(page, &MeasureListPage::measureEntered, page, context.enterMeasure);
    QObject::connect(page, &MeasureListPage::failed, page, context.tell);
    QObject::connect(page, &MeasureListPage::printRequested, page, [context] { context.print(Paper::List, {}); });
    QObject::connect(&workspace, &Workspace::flushAsked, page, &MeasureListPage::flush);
    page->setCurrentMeasure(context.chosenMeasure());
    QObject::connect(&workspace, &Workspace::measureChosen, page, &MeasureListPage::setCurrentMeasure);
    return page;
}

MeasureListPage *shownList(Workspace &workspace)
{
    return workspace.current() == u"list" ? qobject_cast<MeasureListPage *>(workspace.page(u"list"_s)) : nullptr;
}

void showListView(Workspace &workspace, const MeasureListView &view)
{
    workspace.show(u"list"_s);
    if (MeasureListPage *page = shownList(workspace))
        page->setView(view);
}

bool isOfList(const InputPlace &place)
{
    return place.row.table == TableId::Measure && (isOnlyInList(place.part) || place.more > 0);
}

void arrangePaper(const MeasureListPage &page, PaperOptions &options)
{
    options.columns = page.columns();
    options.measures = page.shownMeasures();
}

} // namespace shisaku
