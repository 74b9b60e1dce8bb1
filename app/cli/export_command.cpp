// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_command.h"

#include "app/cli/paper_options.h"
#include "models/exchange/plan_csv.h"
#include "models/file/destination.h"
#include "models/order/numbering.h"
#include "models/plan/measure_address.h"
#include "models/plan/ranges.h"
#include "models/plan/stored_text.h"
#include "models/plan/tenure.h"
#include "views/pages/body_pages.h"
#include "views/pages/book.h"
#include "views/pages/budget_paper.h"
#include "views/pages/effects_paper.h"
#include "views/pages/indicator_paper.h"
#include "views/pages/jobs.h"
#include "views/pages/missing_glyphs.h"
#include "views/pages/page_pictures.h"
#include "views/pages/pdf_writer.h"
#include "views/pages/progress_paper.h"
#include "views/pages/tree_pages.h"

#include <QCoreApplication>
#include <QTextStream>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Export {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

constexpr int mostStartPage = 9999;

Error usage(const QString &what)
{
    return {ErrorKind::Invalid, what, {}, {}};
}

/// The measure a number or full code names; refuses one nobody has or several share. 「追加1」 names an added
/// measure, whose numbers begin anew.
Result<Id<Measure>> measureByNumber(const Plan &plan, const QString &number)
{
    const QList<Id<Measure>> matches = measuresByAddress(plan, number);
    if (matches.isEmpty())
        return usage(Export::tr("番号「%1」の施策はありません。").arg(number));
    if (matches.size() > 1) {
        QStringList titles;
        for (const Id<Measure> measure : matches)
            titles << plan.find(measure)->title;
        return usage(Export::tr("番号「%1」の施策は一つに決まりません。候補: %2").arg(number, titles.join(Export::tr("、"))));
    }
    return matches.first();
}

Result<Id<Department>> departmentByName(const Plan &plan, const QString &name)
{
    const Department *former = nullptr;
    for (const Department *department : plan.ordered<Department>()) {
        if (isSameText(department->name, name) && !hasPassed(department->valid_to))
            return department->id;
        if (isSameText(department->name, name))
            former = department;
    }
    if (!former)
        return usage(Export::tr("「%1」という部署はありません。").arg(name));
    QStringList successors;
    for (const DepartmentChange *change : plan.parts<&DepartmentChange::from>(former->id)) {
        if (const Department *next = plan.find(change->to))
            successors << Export::tr("「%1」").arg(next->name);
    }
    const QString ended = Export::tr("「%1」は%2に廃止されました。").arg(name, former->valid_to.toJapanese());
    return usage(successors.isEmpty() ? ended : ended + Export::tr("今の%1を指定してください。").arg(successors.join(QString())));
}

/// The measures asked for, in the order of the plan; all of them if nothing narrows them down.
Result<QList<Id<Measure>>> chosenMeasures(const Plan &plan, const Arguments &arguments)
{
    QList<Id<Measure>> measures;
    for (const Measure *measure : plan.ordered<Measure>())
        measures << measure->id;
    if (arguments.has(u"--measure"_s)) {
        QSet<Id<Measure>> named;
        for (const QString &number : arguments.values[u"--measure"_s].split(u',', Qt::SkipEmptyParts)) {
            const auto found = measureByNumber(plan, number.trimmed());
            if (!found)
                return found.error();
            named.insert(*found);
        }
        measures.removeIf([&](Id<Measure> id) { return !named.contains(id); });
    }
    if (arguments.has(u"--department"_s)) {
        const auto department = departmentByName(plan, arguments.values[u"--department"_s]);
        if (!department)
            return department.error();
        measures.removeIf([&](Id<Measure> id) { return !leads(plan, *department, id); });
    }
    // A paper about something else prints what the plan has, measures or not.
    const QString as = arguments.values[u"--as"_s];
    const bool ofMeasures = arguments.has(u"--measure"_s) || arguments.has(u"--department"_s) || as == u"sheets" || as == u"list";
    if (measures.isEmpty() && ofMeasures)
        return usage(Export::tr("当てはまる施策がありません。"));
    return measures;
}

/// An added measure that is no more than a name gets a sheet only when it is asked for.
QList<Id<Measure>> withSheets(const Plan &plan, QList<Id<Measure>> measures)
{
    measures.removeIf([&plan](Id<Measure> id) { return !isWorkedOut(plan, *plan.find(id)); });
    return measures;
}

/// All of them need no filter: then groups without measures are printed too.
MeasureFilter filterFor(const QList<Id<Measure>> &measures, const Plan &plan)
{
    if (measures.size() == plan.rows<Measure>().size())
        return {};
    return [chosen = QSet<Id<Measure>>(measures.begin(), measures.end())](const Measure &measure) {
        return chosen.contains(measure.id);
    };
}

/// The grouping named, or the first one the plan offers.
Result<Grouping> chosenGrouping(const Plan &plan, const Arguments &arguments)
{
    const QList<Grouping> offered = Grouping::offered(plan);
    if (!arguments.has(u"--group-by"_s))
        return offered.isEmpty() ? Grouping() : offered.first();
    const Grouping wanted = Grouping::fromText(arguments.values[u"--group-by"_s]);
    if (offered.contains(wanted))
        return wanted;
    QStringList names;
    for (const Grouping &grouping : offered)
        names << grouping.toText();
    return usage(Export::tr("--group-by「%1」は選べません。%2 のどれかを指定してください。")
                     .arg(wanted.toText(), names.join(Export::tr("、"))));
}

Result<std::optional<QPageSize::PageSizeId>> chosenPaper(const Arguments &arguments)
{
    using Paper = std::optional<QPageSize::PageSizeId>;
    if (!arguments.has(u"--paper"_s))
        return Paper();
    const QString name = arguments.values[u"--paper"_s].toUpper();
    if (name == u"A4")
        return Paper(QPageSize::A4);
    if (name == u"A3")
        return Paper(QPageSize::A3);
    return usage(Export::tr("--paper には A4 か A3 を指定してください。"));
}

/// What a council paper begins with, and its page numbers.
CouncilOptions councilOptions(const Plan &plan, const Arguments &arguments, const Look &look, std::optional<int> startPage)
{
    CouncilOptions options;
    options.look = &look;
    options.firstPage = startPage.value_or(1);
    options.head = {arguments.values.value(u"--number"_s), arguments.values.value(u"--date"_s), plan.info().office,
                    arguments.values.value(u"--meeting"_s), arguments.values.value(u"--mark"_s)};
    return options;
}

/// What stands above the title of a paper that a meeting or a day is named for.
QStringList issuedLines(const Plan &plan, const Arguments &arguments)
{
    QStringList lines{arguments.values.value(u"--meeting"_s), arguments.values.value(u"--date"_s)};
    if (arguments.has(u"--date"_s))
        lines << plan.info().office;
    lines.removeAll(QString());
    return lines;
}

/// The parts of the book in the order given; all that the plan has something for if none are.
Result<QList<BookPart>> chosenParts(const Plan &plan, const Arguments &arguments)
{
    const QList<BookPart> offered = bookParts(plan);
    if (!arguments.has(u"--parts"_s))
        return offered;
    QList<BookPart> parts;
    for (const QString &word : arguments.values[u"--parts"_s].split(u',', Qt::SkipEmptyParts)) {
        const auto found = std::find_if(offered.begin(), offered.end(),
                                        [&](BookPart part) { return bookPartKey(part) == word.trimmed(); });
        if (found != offered.end() && !parts.contains(*found))
            parts << *found;
        if (found != offered.end())
            continue;
        QStringList keys;
        for (const BookPart part : offered)
            keys << bookPartKey(part);
        return usage(Export::tr("--parts の「%1」は、この計画の計画書に載せられません。載せられるのは、%2です。")
                         .arg(word.trimmed(), keys.join(Export::tr("、"))));
    }
    return parts.isEmpty() ? offered : parts;
}

Error noSchedule()
{
    return {ErrorKind::Failed,
            Export::tr("この計画には、工程表に描く期間が一つもありません。"),
            Export::tr("取組に期間か節目を入力してから書き出してください。"),
            {}};
}

/// Why a paper would be a title over nothing; nothing if it has something to say.
std::optional<Error> emptyPaper(const Plan &plan, const QString &as)
{
    const QList<BookPart> filled = bookParts(plan);
    for (const BookPart part : {BookPart::Bodies, BookPart::Indicators, BookPart::Effects, BookPart::Glossary}) {
        if (as == bookPartKey(part) && !filled.contains(part))
            return Error{ErrorKind::Failed,
                         Export::tr("この計画には、「%1」に載せるものがありません。").arg(bookPartTitle(part)),
                         Export::tr("内容を入力してから書き出してください。"),
                         {}};
    }
    return {};
}

Result<PrintJob> jobFor(const Plan &plan, const Arguments &arguments)
{
    const QString as = arguments.values[u"--as"_s];
    const Look &look = Look::of(arguments.has(u"--mono"_s) ? Look::Medium::GreyPaper : Look::Medium::Paper);
    if (const auto empty = emptyPaper(plan, as))
        return *empty;
    if (const auto day = PlanTime::fromJapanese(arguments.values.value(u"--date"_s)))
        setOfficeDay(*day); // who answers for the measures on the day of the paper
    const auto measures = chosenMeasures(plan, arguments);
    if (!measures)
        return measures.error();
    std::optional<int> startPage;
    if (arguments.has(u"--start-page"_s)) {
        bool ok = false;
        startPage = arguments.values[u"--start-page"_s].toInt(&ok);
        if (!ok || *startPage < 1 || *startPage > mostStartPage)
            return usage(Export::tr("--start-page には1～%1の整数を指定してください。").arg(mostStartPage));
    }
    const QString mark = arguments.values.value(u"--mark"_s);
    const MeasureFilter chosen = filterFor(*measures, plan);
    if (as == u"progress") {
        if (const Survey *survey = newestSurvey(plan))
            return progressJob(plan, survey->id, councilOptions(plan, arguments, look, startPage));
        return Error{ErrorKind::NotFound,
                     Export::tr("この計画には進捗調査がありません。"),
                     Export::tr("進捗調査の画面で最初の調査を作ってください。"),
                     {}};
    }
    if (as == u"sheets" || as == u"guide") {
        SheetOptions options;
        options.style.look = &look;
        options.mark = mark;
        options.firstPage = startPage;
        if (as == u"guide")
            return guideJob(plan, options);
        return sheetsJob(plan, arguments.has(u"--measure"_s) ? *measures : withSheets(plan, *measures), options);
    }
    if (as == u"budget")
        return budgetJob(plan, councilOptions(plan, arguments, look, startPage));
    if (as == u"indicators")
        return indicatorJob(plan, councilOptions(plan, arguments, look, startPage));
    if (as == u"effects")
        return effectsJob(plan, councilOptions(plan, arguments, look, startPage));
    const auto grouping = chosenGrouping(plan, arguments);
    const auto paper = chosenPaper(arguments);
    if (!grouping)
        return grouping.error();
    if (!paper)
        return paper.error();
    if (as == u"list") {
        ListOptions options;
        options.look = &look;
        options.mark = mark;
        options.documentNumber = arguments.values.value(u"--number"_s);
        options.firstPage = startPage.value_or(1);
        options.filter = chosen;
        options.paper.size = paper->value_or(QPageSize::A4);
        return listJob(plan, *grouping, options);
    }
    if (as == u"roadmap") {
        RoadmapPageOptions options;
        options.look = &look;
        options.mark = mark;
        options.firstPage = startPage.value_or(1);
        options.filter = chosen;
        options.grouping = *grouping;
        options.documentNumber = arguments.values.value(u"--number"_s);
        options.issued = issuedLines(plan, arguments);
        options.onePage = arguments.has(u"--one-page"_s);
        if (options.onePage)
            options.detail = RoadmapDetail::Measures;
        paper::Spec sheet = RoadmapPages::usualPaper();
        sheet.size = paper->value_or(QPageSize::A3);
        if (!hasSchedule(plan, chosen))
            return noSchedule();
        PrintJob job = roadmapJob(plan, options, sheet);
        if (options.onePage && job.pageCount > 1)
            return Error{ErrorKind::Failed, job.notice, Export::tr("--one-page を付けずに書き出してください。"), {}};
        return job;
    }
    if (as == u"glossary" || as == u"bodies" || as == u"book") {
        BookStyle style;
        style.look = &look;
        style.mark = mark;
        style.firstPage = startPage.value_or(1);
        if (as == u"glossary")
            return glossaryJob(plan, usualOrder(plan), style);
        if (as == u"bodies")
            return bodyJob(plan, style);
        const auto parts = chosenParts(plan, arguments);
        if (!parts)
            return parts.error();
        if (!mark.isEmpty() && !parts->contains(BookPart::Cover))
            return usage(Export::tr("--mark は表紙に付きます。--parts に cover を加えるか、--mark を外してください。"));
        return bookJob(plan, {*parts, &look, mark, style.firstPage, arguments.has(u"--notes-through"_s)});
    }
    if (as == u"tree") {
        if (grouping->by != Grouping::By::Classification)
            return usage(Export::tr("体系図は分類ごとに作ります。--group-by に分類の識別名を指定してください。"));
        TreeOptions options;
        options.look = &look;
        options.mark = mark;
        options.firstPage = startPage.value_or(1);
        options.paper.size = paper->value_or(QPageSize::A3);
        return treeJob(plan, *grouping, options);
    }
    return usage(
        Export::tr(
            "--as「%1」は選べません。roadmap、sheets、guide、list、tree、effects、progress、budget、glossary、bodies、indicators、"
            "book、data のどれかを指定してください。")
            .arg(as));
}
} // namespace

QStringList exportValuedOptions()
{
    return {u"--as"_s,   u"--to"_s,         u"--measure"_s, u"--department"_s, u"--group-by"_s, u"--paper"_s,
            u"--mark"_s, u"--start-page"_s, u"--number"_s,  u"--date"_s,       u"--meeting"_s,  u"--parts"_s};
}

QStringList exportPlainOptions()
{
    return {u"--mono"_s, u"--one-page"_s, u"--notes-through"_s};
}

Result<void> exportPlan(const Plan &plan, const Arguments &arguments)
{
    const QString to = arguments.values.value(u"--to"_s);
    if (to.isEmpty() || !arguments.has(u"--as"_s))
        return usage(Export::tr("--as（出力の種類）と --to（出力先）を指定してください。"));
    if (const auto refused = refusedOption(arguments))
        return *refused;
    if (arguments.values[u"--as"_s] == u"data") {
        const auto written = exportTables(plan, to);
        if (!written)
            return written.error();
        for (const QString &sentence : cellsTooLongForSpreadsheets(plan))
            QTextStream(stderr) << sentence << '\n';
        return {};
    }
    const auto kind = kindOf(to);
    if (kind != FileKind::Pdf && kind != FileKind::Png && kind != FileKind::Svg)
        return usage(Export::tr("出力先「%1」の種類が分かりません。.pdf、.png、.svg のどれかにしてください。").arg(to));
    if (const auto fits = checkPrintable(plan); !fits)
        return fits.error();
    auto job = jobFor(plan, arguments);
    if (!job)
        return job.error();
    job->isFinal = !arguments.has(u"--mark"_s);
    const QList<MissingGlyph> missing = charactersWithoutGlyph(*job);
    if (const auto refused = refusedForBoxes(*job, missing))
        return *refused;
    if (const QString message = missingGlyphsMessage(missing, job->firstPageNumber); !message.isEmpty())
        QTextStream(stderr) << message << '\n';
    if (kind == FileKind::Pdf)
        return writePdf(*job, to);
    const auto written = writePictures(*job, to);
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace shisaku
