// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/paper_catalog.h"

#include "models/plan/ranges.h"
#include "models/survey/survey_items.h"
#include "views/pages/body_pages.h"
#include "views/pages/book.h"
#include "views/pages/budget_paper.h"
#include "views/pages/effects_paper.h"
#include "views/pages/indicator_paper.h"
#include "views/pages/jobs.h"
#include "views/pages/measure_list_paper.h"
#include "views/pages/progress_paper.h"
#include "views/pages/tree_pages.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PaperCatalog)
};

constexpr PaperOptionSet plain = PaperOption::Look | PaperOption::Mark | PaperOption::FirstPage;
constexpr PaperOptionSet council = plain | PaperOption::Number | PaperOption::Date | PaperOption::Meeting;

/// All of them need no filter: then groups without measures are printed too.
MeasureFilter filterOf(const PaperOptions &options)
{
    if (!options.measures)
        return {};
    return [chosen = QSet<Id<Measure>>(options.measures->begin(), options.measures->end())](const Measure &measure) {
        return chosen.contains(measure.id);
    };
}

Grouping groupingOf(const Plan &plan, const PaperOptions &options)
{
    return options.grouping ? *options.grouping : Grouping::offered(plan).value(0);
}

/// Options of a paper that are more than its style.
template <typename Options>
Options styled(const PageStyle &style)
{
    Options options;
    static_cast<PageStyle &>(options) = style;
    return options;
}

SheetOptions sheetOptions(const PaperOptions &options)
{
    auto sheets = styled<SheetOptions>(options);
    sheets.notesThroughPlan = options.notesThroughPlan;
    return sheets;
}

template <typename Row>
bool hasAny(const Plan &plan, const PaperOptions & = {})
{
    return plan.rows<Row>().size() > 0;
}

bool hasChapters(const Plan &plan, const PaperOptions &)
{
    const auto &passages = plan.rows<Passage>();
    return std::any_of(passages.begin(), passages.end(),
                       [](const Passage &passage) { return passage.owner.isNull() && passage.in_book; });
}

Grouping treeGroupingOf(const Plan &plan, const PaperOptions &options)
{
    return treeGrouping(plan, options.grouping.value_or(Grouping()));
}

bool hasTree(const Plan &plan, const PaperOptions &options)
{
    return treeGroupingOf(plan, options).by != Grouping::By::None && (hasAny<Measure>(plan) || hasAny<Category>(plan));
}

bool hasMeasures(const Plan &plan, const PaperOptions &options)
{
    return options.measures ? !options.measures->isEmpty() : hasAny<Measure>(plan);
}

bool hasSheets(const Plan &plan, const PaperOptions &options)
{
    const auto &measures = plan.rows<Measure>();
    return options.measures ? !options.measures->isEmpty()
                            : std::any_of(measures.begin(), measures.end(),
                                          [&plan](const Measure &measure) { return isWorkedOut(plan, measure); });
}

bool hasResults(const Plan &plan, const PaperOptions &)
{
    return hasAny<Effect>(plan) || hasAny<CaseStudy>(plan) || hasAny<Project>(plan);
}

PrintJob makeRoadmap(const Plan &plan, const PaperOptions &options)
{
    auto roadmap = styled<RoadmapPageOptions>(options);
    roadmap.grouping = groupingOf(plan, options);
    roadmap.filter = filterOf(options);
    roadmap.detail = options.detail;
    roadmap.onePage = options.onePage;
    return roadmapJob(plan, roadmap);
}

ArrangedList arrangedList(const Plan &plan, const PaperOptions &options)
{
    ArrangedList list{options.columns, options.measures.value_or(QList<Id<Measure>>())};
    if (!options.measures) {
        for (const Measure *measure : plan.ordered<Measure>())
            list.measures << measure->id;
    }
    return list;
}

PrintJob makeList(const Plan &plan, const PaperOptions &options)
{
    if (!options.columns.isEmpty())
        return measureListJob(plan, arrangedList(plan, options), options);
    auto list = styled<ListOptions>(options);
    list.filter = filterOf(options);
    return listJob(plan, groupingOf(plan, options), list);
}

PrintJob makeSheets(const Plan &plan, const PaperOptions &options)
{
    return sheetsJob(plan, options.measures ? *options.measures : measuresWithSheets(plan), sheetOptions(options));
}

PrintJob makeProgress(const Plan &plan, const PaperOptions &options)
{
    const Survey *newest = newestSurvey(plan);
    return progressJob(plan, options.survey.isNull() && newest ? newest->id : options.survey, options);
}

QList<PaperWay> roadmapWays(const Plan &, const PaperOptions &options)
{
    struct Way {
        const char *label;
        RoadmapDetail detail;
        QPageSize::PageSizeId size;
        bool onePage;
    };
    static constexpr Way offered[] = {
        {QT_TRANSLATE_NOOP("PaperCatalog", "取組ごと（A3）"), RoadmapDetail::Initiatives, QPageSize::A3, false},
        {QT_TRANSLATE_NOOP("PaperCatalog", "取組ごと（A4）"), RoadmapDetail::Initiatives, QPageSize::A4, false},
        {QT_TRANSLATE_NOOP("PaperCatalog", "施策ごと（A3）"), RoadmapDetail::Measures, QPageSize::A3, false},
        {QT_TRANSLATE_NOOP("PaperCatalog", "施策ごと、A3一枚にまとめる"), RoadmapDetail::Measures, QPageSize::A3, true},
        {QT_TRANSLATE_NOOP("PaperCatalog", "取組ごと、A3一枚にまとめる"), RoadmapDetail::Initiatives, QPageSize::A3, true},
    };
    QList<PaperWay> ways;
    for (const Way &way : offered) {
        PaperOptions chosen = options;
        chosen.detail = way.detail;
        chosen.size = way.size;
        chosen.onePage = way.onePage;
        ways << PaperWay{Texts::tr(way.label), chosen};
    }
    return ways;
}

/// All sheets, or those that one office leads; many sheets are numbered.
QList<PaperWay> sheetWays(const Plan &plan, const PaperOptions &options)
{
    if (options.measures)
        return {};
    PaperOptions chosen = options;
    chosen.firstPage = options.firstNumber();
    chosen.measures = measuresWithSheets(plan);
    QList<PaperWay> ways{{Texts::tr("すべての施策（%1）").arg(chosen.measures->size()), chosen}};
    for (const Department *department : plan.ordered<Department>()) {
        auto led = *ways.first().options.measures;
        led.removeIf([&](Id<Measure> measure) { return !leads(plan, department->id, measure, options.day); });
        if (led.isEmpty())
            continue;
        chosen.measures = led;
        chosen.about = department->name;
        ways << PaperWay{Texts::tr("%1（%2）").arg(department->name).arg(led.size()), chosen};
    }
    return ways;
}

/// Of a list that an officer has arranged: in the size that it needs first.
QList<PaperWay> listWays(const Plan &plan, const PaperOptions &options)
{
    if (options.columns.isEmpty())
        return {};
    PaperOptions chosen = options;
    QList<PaperWay> ways;
    for (const auto &[label, size] : {std::pair(Texts::tr("A4横"), QPageSize::A4), std::pair(Texts::tr("A3横"), QPageSize::A3)}) {
        chosen.size = size;
        ways << PaperWay{label, chosen};
    }
    if (sizeFor(plan, arrangedList(plan, options)) == QPageSize::A3)
        ways.swapItemsAt(0, 1);
    chosen = options;
    chosen.columns.clear();
    chosen.measures.reset();
    return ways << PaperWay{Texts::tr("いつもの形（A4縦、すべての施策）"), chosen};
}

using Options = const PaperOptions &;
const PaperEntry papers[] = {
    {.paper = Paper::Cover,
     .key = "cover",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "表紙"),
     .make = [](const Plan &plan, Options options) { return coverJob(plan, options); },
     .alone = false,
     .honours = PaperOption::Look | PaperOption::Mark},
    {.paper = Paper::Contents,
     .key = "contents",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "目次"),
     .make = [](const Plan &, Options options) { return contentsJob({}, options); }, // the book says of what
     .alone = false,
     .honours = PaperOption::Look},
    {.paper = Paper::Chapters,
     .key = "chapters",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "本文"),
     .make = [](const Plan &plan, Options options) { return chaptersJob(plan, options, placeOfBodies(plan, options.parts)); },
     .alone = false,
     .honours = PaperOption::Look | PaperOption::FirstPage,
     .holds = hasChapters,
     .remedy = QT_TRANSLATE_NOOP("PaperCatalog", "「本文」の画面で入力してください。")},
    {.paper = Paper::Bodies,
     .key = "bodies",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "推進体制"),
     .make = [](const Plan &plan, Options options) { return bodyJob(plan, options); },
     .holds = hasAny<Body>,
     .remedy = QT_TRANSLATE_NOOP("PaperCatalog", "「推進体制」の画面で入力してください。")},
    {.paper = Paper::Tree,
     .key = "tree",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "体系図"),
     .make = [](const Plan &plan, Options options) { return treeJob(plan, treeGroupingOf(plan, options), options); },
     .honours = plain | PaperOption::Classification,
     .sizes = {QPageSize::A3, QPageSize::A4},
     .holds = hasTree,
     .remedy = QT_TRANSLATE_NOOP("PaperCatalog", "「計画の設定」で施策の分類を入力してください。")},
    {.paper = Paper::Roadmap,
     .key = "roadmap",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "工程表"),
     .make = makeRoadmap,
     .honours = council | PaperOption::Measures | PaperOption::Grouping | PaperOption::OnePage,
     .sizes = {QPageSize::A3, QPageSize::A4},
     .holds = [](const Plan &plan, Options options) { return hasSchedule(plan, filterOf(options)); },
     .remedy = QT_TRANSLATE_NOOP("PaperCatalog", "取組に期間か節目を入力してください。"),
     .ways = roadmapWays},
    {.paper = Paper::List,
     .key = "list",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "施策一覧表"),
     .make = makeList,
     .honours = plain | PaperOption::Measures | PaperOption::Grouping | PaperOption::Number,
     .sizes = {QPageSize::A4, QPageSize::A3},
     .holds = hasMeasures,
     .remedy = QT_TRANSLATE_NOOP("PaperCatalog", "施策を追加してください。"),
     .ways = listWays},
    {.paper = Paper::Sheets,
     .key = "sheets",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "個別施策票"),
     .make = makeSheets,
     .honours = plain | PaperOption::Measures,
     .holds = hasSheets,
     .remedy = QT_TRANSLATE_NOOP("PaperCatalog", "施策を追加してください。"),
     .ways = sheetWays},
    {.paper = Paper::Indicators,
     .key = "indicators",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "指標"),
     .make = [](const Plan &plan, Options options) { return indicatorJob(plan, options); },
     .honours = council,
     .asksHead = true,
     .holds = hasAny<Indicator>,
     .remedy = QT_TRANSLATE_NOOP("PaperCatalog", "「指標」の画面で入力してください。")},
    {.paper = Paper::Effects,
     .key = "effects",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "実績"),
     .make = [](const Plan &plan, Options options) { return effectsJob(plan, options); },
     .honours = council,
     .asksHead = true,
     .holds = hasResults,
     .remedy = QT_TRANSLATE_NOOP("PaperCatalog", "「実績」の画面で入力してください。")},
    {.paper = Paper::Progress,
     .key = "progress",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "進捗状況"),
     .make = makeProgress,
     .honours = council,
     .asksHead = true,
     .holds = hasAny<Survey>,
     .remedy = QT_TRANSLATE_NOOP("PaperCatalog", "「進捗調査」の画面で最初の調査を作ってください。")},
    {.paper = Paper::Glossary,
     .key = "glossary",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "用語説明"),
     .make = [](const Plan &plan, Options options) { return glossaryJob(plan, usualOrder(plan), options); },
     .holds = hasAny<GlossaryTerm>,
     .remedy = QT_TRANSLATE_NOOP("PaperCatalog", "「計画の設定」で用語を入力してください。")},
    {.paper = Paper::Colophon,
     .key = "colophon",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "奥付"),
     .make = [](const Plan &plan, Options options) { return colophonJob(plan, options); },
     .alone = false,
     .honours = PaperOption::Look},
    {.paper = Paper::Guide,
     .key = "guide",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "票の見方"),
     .make = [](const Plan &plan, Options options) { return guideJob(plan, sheetOptions(options)); },
     .inBook = false},
    {.paper = Paper::Budget, // it tells of a plan without requests that it has none: an answer too
     .key = "budget",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "年度別の予算要求"),
     .make = [](const Plan &plan, Options options) { return budgetJob(plan, options, options.budgetYear); },
     .inBook = false,
     .honours = council},
    {.paper = Paper::Book,
     .key = "book",
     .title = QT_TRANSLATE_NOOP("PaperCatalog", "計画書"),
     .make = bookJob,
     .inBook = false,
     .honours = plain | PaperOption::Parts | PaperOption::NotesThrough,
     .sizes = {}},
};
} // namespace

QString PaperEntry::shownTitle() const
{
    return Texts::tr(title);
}

std::optional<Error> PaperEntry::lacks(const Plan &plan, const PaperOptions &options) const
{
    if (!holds || holds(plan, options))
        return {};
    return Error{ErrorKind::Failed,
                 Texts::tr("この計画には、まだ「%1」に載せるものがありません。").arg(shownTitle()),
                 Texts::tr(remedy),
                 {}};
}

PaperHead PaperEntry::usualHead(const Plan &plan) const
{
    PaperHead head;
    if (honours.testFlag(PaperOption::Meeting))
        head.office = plan.info().office;
    return head;
}

std::span<const PaperEntry> allPapers()
{
    return papers;
}

const PaperEntry &paperEntry(Paper paper)
{
    return *std::find_if(std::begin(papers), std::end(papers), [paper](const PaperEntry &entry) { return entry.paper == paper; });
}

const PaperEntry *paperByKey(QStringView key)
{
    const auto *const found = std::find_if(std::begin(papers), std::end(papers),
                                           [key](const PaperEntry &entry) { return key == QLatin1StringView(entry.key); });
    return found == std::end(papers) ? nullptr : found;
}

std::optional<Error> refusedPaper(Paper paper, const Plan &plan, const PaperOptions &options)
{
    if (const auto printable = checkPrintable(plan); !printable)
        return printable.error();
    return paperEntry(paper).lacks(plan, options);
}

Result<PrintJob> makePaper(Paper paper, const Plan &plan, const PaperOptions &options)
{
    if (const auto refused = refusedPaper(paper, plan, options))
        return *refused;
    PrintJob job = paperEntry(paper).make(plan, options);
    if (!options.about.isEmpty())
        job.title += u'　' + options.about;
    return job;
}

QList<Paper> bookParts(const Plan &plan)
{
    QList<Paper> parts;
    for (const PaperEntry &entry : papers) {
        if (entry.inBook && !entry.lacks(plan))
            parts << entry.paper;
    }
    return parts;
}

PlanTime dayOfPaper(const PaperHead &head, const QDate &today)
{
    const auto stated = PlanTime::fromJapanese(head.date);
    return stated && stated->isDated() ? *stated : PlanTime::day(today.year(), today.month(), today.day());
}

} // namespace shisaku
