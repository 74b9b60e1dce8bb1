// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/jobs.h"

#include "models/plan/tenure.h"

#include <QCoreApplication>

namespace shisaku {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PrintJobs", text);
}

QString bookmarkTitle(const Measure &measure)
{
    return measure.number.isEmpty() ? measure.title : tr("%1　%2").arg(measure.number, measure.title);
}
} // namespace

QList<Id<Measure>> measuresWithSheets(const Plan &plan)
{
    QList<Id<Measure>> list;
    for (const Measure *measure : plan.ordered<Measure>()) {
        if (isWorkedOut(plan, *measure))
            list << measure->id;
    }
    return list;
}

bool leads(const Plan &plan, Id<Department> department, Id<Measure> measure, const PlanTime &at)
{
    const auto offices = responsibilitiesOf(plan, measure, at);
    return std::any_of(offices.begin(), offices.end(), [&](const Responsibility *office) {
        return office->department == department && office->role == QLatin1StringView("lead");
    });
}

PrintJob sheetsJob(const Plan &plan, const QList<Id<Measure>> &measures, const SheetOptions &options)
{
    const auto pages = std::make_shared<const SheetPages>(plan, measures, options);
    PrintJob job;
    job.title = tr("%1 個別施策票").arg(plan.info().title).trimmed();
    if (const Measure *only = measures.size() == 1 ? plan.find(measures.first()) : nullptr)
        job.title = tr("%1 個別施策票 %2").arg(plan.info().title, bookmarkTitle(*only)).trimmed();
    job.paper = options.on(SheetPages::usualPaper());
    job.pageCount = pages->count();
    job.paint = [pages](QPainter &painter, int page) { pages->paint(painter, page); };
    job.firstPageNumber = options.firstNumber();
    for (const Id<Measure> id : measures) {
        if (const Measure *measure = plan.find(id))
            job.bookmarks << Bookmark{bookmarkTitle(*measure), pages->firstPageOf(id), 0};
    }
    return job;
}

PrintJob guideJob(const Plan &plan, const SheetOptions &options)
{
    const auto pages = std::make_shared<const SheetGuide>(plan, options);
    PrintJob job;
    job.title = tr("%1 個別施策票の見方").arg(plan.info().title).trimmed();
    job.paper = options.on(SheetPages::usualPaper());
    job.pageCount = pages->count();
    job.paint = [pages](QPainter &painter, int page) { pages->paint(painter, page); };
    job.firstPageNumber = options.firstNumber();
    return job;
}

PrintJob listJob(const Plan &plan, const Grouping &grouping, const ListOptions &options)
{
    const auto pages = std::make_shared<const ListPages>(plan, grouping, options);
    PrintJob job;
    job.title = tr("%1 施策一覧表").arg(plan.info().title).trimmed();
    job.paper = options.on(ListPages::usualPaper());
    job.pageCount = pages->count();
    job.paint = [pages](QPainter &painter, int page) { pages->paint(painter, page); };
    job.firstPageNumber = options.firstNumber();
    job.bookmarks = pages->groups();
    return job;
}

PrintJob roadmapJob(const Plan &plan, const RoadmapPageOptions &options)
{
    const auto pages = std::make_shared<const RoadmapPages>(plan, options);
    PrintJob job;
    job.title = pages->title();
    job.notice = pages->notice();
    job.paper = options.on(RoadmapPages::usualPaper());
    job.pageCount = pages->count();
    job.paint = [pages](QPainter &painter, int page) { pages->paint(painter, page); };
    job.text = [pages] { return pages->text(); };
    job.firstPageNumber = options.firstNumber();
    for (const RoadmapPages::Entry &entry : pages->outline())
        job.bookmarks << Bookmark{entry.title, entry.page, entry.level};
    return job;
}

} // namespace shisaku
