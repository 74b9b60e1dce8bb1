// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/papers.h"

#include "app/commands/action_catalog.h"
#include "app/dialogs/book_dialog.h"
#include "app/dialogs/council_head_dialog.h"
#include "app/dialogs/save_question.h"
#include "views/pages/book.h"
#include "views/pages/effects_paper.h"
#include "views/pages/jobs.h"
#include "views/pages/progress_paper.h"
#include "views/pages/tree_pages.h"

#include <QCoreApplication>

namespace shisaku {

namespace {
PrintJob jobOf(Paper paper, const Plan &plan, const PaperContext &context, const CouncilHead &head)
{
    switch (paper) {
    case Paper::Sheet:
        return sheetsJob(plan, {context.measure});
    case Paper::Progress: {
        CouncilOptions options;
        options.head = head;
        const Survey *newest = newestSurvey(plan);
        return progressJob(plan, context.survey.isNull() && newest ? newest->id : context.survey, options);
    }
    case Paper::Effects: {
        CouncilOptions options;
        options.head = head;
        return effectsJob(plan, options);
    }
    case Paper::Tree:
        return treeJob(plan, treeGrouping(plan, context.grouping));
    case Paper::Glossary:
        return glossaryJob(plan, usualOrder(plan), {});
    case Paper::Guide:
        return guideJob(plan);
    case Paper::AllSheets:
    case Paper::Roadmap:
    case Paper::List:
    case Paper::Book:
        break;
    }
    return listJob(plan, context.grouping);
}

/// The ways to print the roadmap, as the preview offers them.
struct RoadmapWay {
    const char *label;
    RoadmapDetail detail;
    QPageSize::PageSizeId size;
    bool onePage;
};
constexpr RoadmapWay roadmapWays[] = {
    {QT_TRANSLATE_NOOP("Papers", "取組ごと（A3）"), RoadmapDetail::Initiatives, QPageSize::A3, false},
    {QT_TRANSLATE_NOOP("Papers", "取組ごと（A4）"), RoadmapDetail::Initiatives, QPageSize::A4, false},
    {QT_TRANSLATE_NOOP("Papers", "施策ごと（A3）"), RoadmapDetail::Measures, QPageSize::A3, false},
    {QT_TRANSLATE_NOOP("Papers", "施策ごと、A3一枚にまとめる"), RoadmapDetail::Measures, QPageSize::A3, true},
    {QT_TRANSLATE_NOOP("Papers", "取組ごと、A3一枚にまとめる"), RoadmapDetail::Initiatives, QPageSize::A3, true},
};

/// Previews one way of a paper after the other, as the officer chooses them.
void showWays(const QStringList &ways, const std::function<PrintJob(int)> &jobOf, const ChooseFile &chooseFile, QWidget *window)
{
    QByteArray geometry;
    for (int chosen = 0; chosen >= 0;) {
        PrintPreview preview(jobOf(chosen), chooseFile, window);
        preview.offer(ways, chosen);
        preview.restoreGeometry(geometry);
        preview.exec();
        geometry = preview.saveGeometry();
        chosen = preview.chosen();
    }
}

void showRoadmap(const Plan &plan, const PaperContext &context, const ChooseFile &chooseFile, QWidget *window)
{
    QStringList labels;
    for (const RoadmapWay &way : roadmapWays)
        labels << QCoreApplication::translate("Papers", way.label);
    const auto jobOf = [&](int chosen) {
        const RoadmapWay &way = roadmapWays[chosen];
        RoadmapPageOptions options;
        options.grouping = context.grouping;
        options.detail = way.detail;
        options.onePage = way.onePage;
        paper::Spec sheet = RoadmapPages::usualPaper();
        sheet.size = way.size;
        return roadmapJob(plan, options, sheet);
    };
    showWays(labels, jobOf, chooseFile, window);
}

/// All sheets, or those that one department leads.
void showSheets(const Plan &plan, const ChooseFile &chooseFile, QWidget *window)
{
    QList<QList<Id<Measure>>> choices{measuresWithSheets(plan)};
    QStringList names{QString()};
    QStringList labels{QCoreApplication::translate("Papers", "すべての施策（%1）").arg(choices.first().size())};
    for (const Department *department : plan.ordered<Department>()) {
        auto led = choices.first();
        led.removeIf([&](Id<Measure> measure) { return !leads(plan, department->id, measure); });
        if (led.isEmpty())
            continue;
        choices << led;
        names << department->name;
        labels << QCoreApplication::translate("Papers", "%1（%2）").arg(department->name).arg(led.size());
    }
    const auto jobOf = [&](int chosen) {
        SheetOptions options;
        options.firstPage = 1;
        PrintJob job = sheetsJob(plan, choices[chosen], options);
        if (chosen > 0)
            job.title += u'　' + names[chosen];
        return job;
    };
    showWays(labels, jobOf, chooseFile, window);
}

constexpr struct {
    Command command;
    Paper paper;
} papers[] = {
    {Command::PrintSheet, Paper::Sheet}, {Command::PrintAllSheets, Paper::AllSheets}, {Command::PrintRoadmap, Paper::Roadmap},
    {Command::PrintList, Paper::List},   {Command::PrintEffects, Paper::Effects},     {Command::PrintProgress, Paper::Progress},
    {Command::PrintTree, Paper::Tree},   {Command::PrintGlossary, Paper::Glossary},   {Command::PrintBook, Paper::Book},
    {Command::PrintGuide, Paper::Guide},
};

/// What is missing for a paper to have something on it; empty if nothing is.
QString lacking(Paper paper, const Plan &plan)
{
    const auto holds = [&plan](BookPart part) { return bookParts(plan).contains(part); };
    const bool measures = plan.rows<Measure>().size() > 0;
    switch (paper) {
    case Paper::AllSheets:
    case Paper::List:
        return measures ? QString() : QCoreApplication::translate("Papers", "施策がまだありません。");
    case Paper::Effects:
        return holds(BookPart::Effects) ? QString() : QCoreApplication::translate("Papers", "実績がまだ入力されていません。");
    case Paper::Progress:
        return newestSurvey(plan) ? QString() : QCoreApplication::translate("Papers", "進捗調査がまだありません。");
    case Paper::Glossary:
        return holds(BookPart::Glossary)
                   ? QString()
                   : QCoreApplication::translate("Papers", "用語がまだありません。「計画の設定」で入力します。");
    default:
        return {};
    }
}
} // namespace

void offerPapers(const ActionCatalog &actions, const Plan &plan)
{
    for (const auto &[command, paper] : papers) {
        if (const QString missing = lacking(paper, plan); !missing.isEmpty())
            actions.allow(command, missing);
    }
}

void connectPapers(const ActionCatalog &actions, QObject *receiver, const std::function<void(Paper)> &print)
{
    for (const auto &[command, paper] : papers)
        actions.on(command, receiver, [print, paper = paper] { print(paper); });
}

ChooseFile filesOfPages(const Services &services)
{
    return [&services](QWidget *parent, const QString &suggested, int pages) {
        return askWhere(services.dialogs, parent,
                        {PrintPreview::tr("ファイルに保存"), suggested, {FileKind::Pdf, FileKind::Png, FileKind::Svg}, pages});
    };
}

void showPaper(Paper paper, const Plan &plan, const PaperContext &context, const Services &services, QWidget *window)
{
    const ChooseFile chooseFile = filesOfPages(services);
    if (paper == Paper::Book) {
        BookDialog dialog(plan, window);
        if (dialog.exec() == QDialog::Accepted)
            PrintPreview(bookJob(plan, dialog.options()), chooseFile, window).exec();
        return;
    }
    std::optional<CouncilHead> head = CouncilHead();
    if (paper == Paper::Progress || paper == Paper::Effects)
        head = askCouncilHead(*services.settings, plan.info().office, window);
    if (paper == Paper::Roadmap)
        showRoadmap(plan, context, chooseFile, window);
    else if (paper == Paper::AllSheets)
        showSheets(plan, chooseFile, window);
    else if (head)
        PrintPreview(jobOf(paper, plan, context, *head), chooseFile, window).exec();
}

} // namespace shisaku
