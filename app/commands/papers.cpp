// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/papers.h"

#include "app/commands/action_catalog.h"
#include "app/dialogs/book_dialog.h"
#include "app/dialogs/council_head_dialog.h"
#include "app/dialogs/save_question.h"
#include "views/pages/print_preview.h"

namespace shisaku {

namespace {
constexpr PaperCommand commands[] = {
    {Command::PrintSheet, Paper::Sheets, true},
    {Command::PrintAllSheets, Paper::Sheets, false},
    {Command::PrintRoadmap, Paper::Roadmap, false},
    {Command::PrintList, Paper::List, false},
    {Command::PrintEffects, Paper::Effects, false},
    {Command::PrintProgress, Paper::Progress, false},
    {Command::PrintIndicators, Paper::Indicators, false},
    {Command::PrintTree, Paper::Tree, false},
    {Command::PrintBodies, Paper::Bodies, false},
    {Command::PrintGlossary, Paper::Glossary, false},
    {Command::PrintBook, Paper::Book, false},
    {Command::PrintGuide, Paper::Guide, false},
};

/// Asks for the file a preview writes.
ChooseFile filesOfPages(const Services &services)
{
    return [&services](QWidget *parent, const QString &suggested, int pages) {
        return askWhere(services.dialogs, parent,
                        {PrintPreview::tr("ファイルに保存"), suggested, {FileKind::Pdf, FileKind::Png, FileKind::Svg}, pages});
    };
}

/// Fills in what a person is asked about a paper; false if it was left.
bool askAbout(const PaperEntry &paper, const Plan &plan, const Services &services, QWidget *window, PaperOptions &options)
{
    if (paper.honours.testFlag(PaperOption::Parts)) {
        BookDialog dialog(plan, window);
        if (dialog.exec() != QDialog::Accepted)
            return false;
        const PaperOptions wanted = dialog.options();
        options.parts = wanted.parts;
        options.head.mark = wanted.head.mark;
        options.notesThroughPlan = wanted.notesThroughPlan;
    }
    if (paper.asksHead) {
        const auto head = askCouncilHead(*services.settings, options.head.office, window);
        if (!head)
            return false;
        options.head = *head;
    }
    return true;
}
} // namespace

std::span<const PaperCommand> paperCommands()
{
    return commands;
}

void offerPapers(const ActionCatalog &actions, const Plan &plan)
{
    for (const auto &[command, paper, ofMeasure] : commands) {
        const auto missing = ofMeasure ? std::nullopt : paperEntry(paper).lacks(plan);
        if (missing)
            actions.allow(command, missing->message());
    }
}

void connectPapers(const ActionCatalog &actions, QObject *receiver, const std::function<void(Paper, bool ofMeasure)> &print)
{
    for (const auto &[command, paper, ofMeasure] : commands)
        actions.on(command, receiver, [print, paper = paper, ofMeasure = ofMeasure] { print(paper, ofMeasure); });
}

Result<void> showPaper(Paper paper, const Plan &plan, PaperOptions options, const Services &services, QWidget *window)
{
    const PaperEntry &entry = paperEntry(paper);
    if (const auto refused = refusedPaper(paper, plan, options)) // before anybody is asked about it
        return *refused;
    options.head = entry.usualHead(plan);
    if (!askAbout(entry, plan, services, window, options))
        return {};
    options.day = dayOfPaper(options.head, services.today());
    const QList<PaperWay> ways = entry.ways ? entry.ways(plan, options) : QList<PaperWay>();
    QStringList labels;
    for (const PaperWay &way : ways)
        labels << way.label;
    const ChooseFile chooseFile = filesOfPages(services);
    QByteArray geometry;
    for (int chosen = 0; chosen >= 0;) {
        const auto job = makePaper(paper, plan, ways.isEmpty() ? options : ways[chosen].options);
        if (!job)
            return job.error();
        PrintPreview preview(*job, chooseFile, window);
        if (!ways.isEmpty())
            preview.offer(labels, chosen);
        preview.restoreGeometry(geometry);
        preview.exec();
        geometry = preview.saveGeometry();
        chosen = preview.chosen();
    }
    return {};
}

} // namespace shisaku
