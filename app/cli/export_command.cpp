// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_command.h"

#include "app/cli/paper_options.h"
#include "models/edit/plan_opening.h"
#include "models/exchange/plan_csv.h"
#include "models/file/destination.h"
#include "views/pages/missing_glyphs.h"
#include "views/pages/page_pictures.h"
#include "views/pages/pdf_writer.h"

#include <QCoreApplication>
#include <QFontInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Export {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

const QString asOption = u"--as"_s;
const QString toOption = u"--to"_s;
const QString tables = u"data"_s; // what is no paper

Error usage(const QString &what)
{
    return {ErrorKind::Invalid, what, {}, {}};
}

/// The keys of the papers that `holds` is true of.
QStringList keysOf(bool PaperEntry::*holds)
{
    QStringList keys;
    for (const PaperEntry &paper : allPapers()) {
        if (paper.*holds)
            keys << QString::fromLatin1(paper.key);
    }
    return keys;
}

Result<void> exportData(const Plan &plan, const Arguments &arguments)
{
    if (const auto refused = refusedOption(arguments, nullptr))
        return *refused;
    const auto written = exportTables(plan, arguments.values[toOption]);
    if (!written)
        return written.error();
    for (const QString &sentence : cellsTooLongForSpreadsheets(plan))
        complain(sentence);
    return {};
}

Result<PrintJob> jobFor(const Plan &plan, const PaperEntry &paper, const Arguments &arguments, const QDate &today)
{
    const auto options = paperOptions(arguments, paper, plan, today);
    if (!options)
        return options.error();
    auto job = makePaper(paper.paper, plan, *options);
    if (job && options->onePage && job->pageCount > 1)
        return Error{ErrorKind::Failed, job->notice, Export::tr("--one-page を付けずに書き出してください。"), {}};
    if (job)
        job->isFinal = options->head.mark.isEmpty();
    return job;
}

Result<void> write(const PrintJob &job, const QString &path, FileKind kind)
{
    const QList<MissingGlyph> missing = charactersWithoutGlyph(job);
    if (const auto refused = refusedForBoxes(job, missing))
        return *refused;
    if (const QString message = missingGlyphsMessage(missing, job.firstPageNumber); !message.isEmpty())
        complain(message);
    if (kind == FileKind::Pdf)
        return writePdf(job, path);
    const auto written = writePictures(job, path);
    return written ? Result<void>() : Result<void>(written.error());
}

Result<void> exportPaper(const Plan &plan, const Arguments &arguments, const QDate &today)
{
    const QString as = arguments.values[asOption];
    const QString to = arguments.values[toOption];
    const PaperEntry *paper = paperByKey(as);
    if (!paper || !paper->alone)
        return usage(Export::tr("--as「%1」は選べません。%2、%3 のどれかを指定してください。")
                         .arg(as, keysOf(&PaperEntry::alone).join(Export::tr("、")), tables));
    if (const auto refused = refusedOption(arguments, paper))
        return *refused;
    const auto kind = kindOf(to);
    if (kind != FileKind::Pdf && kind != FileKind::Png && kind != FileKind::Svg)
        return usage(Export::tr("出力先「%1」の種類が分かりません。.pdf、.png、.svg のどれかにしてください。").arg(to));
    const auto job = jobFor(plan, *paper, arguments, today);
    return job ? write(*job, to, *kind) : Result<void>(job.error());
}

int run(const Arguments &arguments)
{
    const Environment environment = Environment::ofSystem();
    PlanOpening opening(arguments.words.first(), environment, PlanFile::Access::ReadOnly);
    QFontInfo(textFont(10)).exactMatch(); // fonts are looked for while the file is read
    const auto document = opening.release();
    if (!document)
        return unread(document.error());
    const auto plan = (*document)->provedPlan();
    if (!plan)
        return failed(plan.error());
    const auto exported = exportPlan(**plan, arguments, environment.now().date());
    if (exported)
        return Done;
    complain(exported.error().message());
    return exported.error().kind == ErrorKind::Invalid ? WrongUsage : FailedOrFindings;
}
} // namespace

CliCommand exportCommand()
{
    return {
        u"export"_s,
        u"shisakucho export FILE --as %1|%2 --to OUT.pdf|.png|.svg|DIR "
        "[--measure 13,46] [--department NAME] [--group-by CLASSIFICATION] [--paper A4|A3] [--one-page] [--mono] [--notes-through] "
        "[--mark 案] [--start-page N] [--number 資料1] [--date 令和6年11月1日] [--meeting 会議名] [--parts %3]"_s.arg(
            keysOf(&PaperEntry::alone).join(u'|'), tables, keysOf(&PaperEntry::inBook).join(u',')),
        Export::tr("計画をPDF、PNG、SVG（data はCSVのフォルダー）に書き出します。"),
        QStringList{asOption, toOption} + valuedPaperOptions(),
        plainPaperOptions(),
        1,
        run};
}

Result<void> exportPlan(const Plan &plan, const Arguments &arguments, const QDate &today)
{
    if (arguments.values.value(toOption).isEmpty() || !arguments.has(asOption))
        return usage(Export::tr("--as（出力の種類）と --to（出力先）を指定してください。"));
    return arguments.values[asOption] == tables ? exportData(plan, arguments) : exportPaper(plan, arguments, today);
}

} // namespace shisaku
