// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/book.h"

#include "models/survey/survey_items.h"
#include "views/pages/body_pages.h"
#include "views/pages/effects_paper.h"
#include "views/pages/indicator_paper.h"
#include "views/pages/jobs.h"
#include "views/pages/progress_paper.h"
#include "views/pages/tree_pages.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Book)
};

struct PartName {
    BookPart part;
    const char *key;
    const char *title;
};
constexpr PartName partNames[] = {
    {BookPart::Cover, "cover", QT_TRANSLATE_NOOP("Book", "表紙")},
    {BookPart::Contents, "contents", QT_TRANSLATE_NOOP("Book", "目次")},
    {BookPart::Chapters, "chapters", QT_TRANSLATE_NOOP("Book", "本文")},
    {BookPart::Bodies, "bodies", QT_TRANSLATE_NOOP("Book", "推進体制")},
    {BookPart::Tree, "tree", QT_TRANSLATE_NOOP("Book", "体系図")},
    {BookPart::Roadmap, "roadmap", QT_TRANSLATE_NOOP("Book", "工程表")},
    {BookPart::List, "list", QT_TRANSLATE_NOOP("Book", "施策一覧表")},
    {BookPart::Sheets, "sheets", QT_TRANSLATE_NOOP("Book", "個別施策票")},
    {BookPart::Indicators, "indicators", QT_TRANSLATE_NOOP("Book", "指標")},
    {BookPart::Effects, "effects", QT_TRANSLATE_NOOP("Book", "実績")},
    {BookPart::Progress, "progress", QT_TRANSLATE_NOOP("Book", "進捗状況")},
    {BookPart::Glossary, "glossary", QT_TRANSLATE_NOOP("Book", "用語説明")},
    {BookPart::Colophon, "colophon", QT_TRANSLATE_NOOP("Book", "奥付")},
};

const PartName &nameOf(BookPart part)
{
    return *std::find_if(std::begin(partNames), std::end(partNames), [part](const PartName &name) { return name.part == part; });
}

bool hasChapters(const Plan &plan)
{
    const auto &passages = plan.rows<Passage>();
    return std::any_of(passages.begin(), passages.end(),
                       [](const Passage &passage) { return passage.owner.isNull() && passage.in_book; });
}

/// The chapter that the bodies of the book are drawn in; null if they are a part of their own.
Id<Passage> placeOfBodies(const Plan &plan, const QList<BookPart> &parts)
{
    return parts.contains(BookPart::Bodies) && parts.contains(BookPart::Chapters) ? chapterOfBodies(plan) : Id<Passage>();
}

/// A part whose pages are numbered from `first` on.
PrintJob partJob(const Plan &plan, const BookOptions &options, BookPart part, int first)
{
    BookStyle style;
    style.look = options.look;
    style.firstPage = first;
    if (part == BookPart::Cover) // it speaks for the whole book
        style.mark = options.mark;
    CouncilOptions council;
    council.look = options.look;
    council.firstPage = first;
    switch (part) {
    case BookPart::Cover:
        return coverJob(plan, style);
    case BookPart::Chapters:
        return chaptersJob(plan, style, placeOfBodies(plan, options.parts));
    case BookPart::Glossary:
        return glossaryJob(plan, usualOrder(plan), style);
    case BookPart::Colophon:
        return colophonJob(plan, style);
    case BookPart::Tree: {
        TreeOptions tree;
        tree.look = options.look;
        tree.firstPage = first;
        return treeJob(plan, treeGrouping(plan), tree);
    }
    case BookPart::Roadmap: {
        RoadmapPageOptions roadmap;
        roadmap.look = options.look;
        roadmap.firstPage = first;
        roadmap.grouping = Grouping::offered(plan).value(0);
        return roadmapJob(plan, roadmap);
    }
    case BookPart::List: {
        ListOptions list;
        list.look = options.look;
        list.firstPage = first;
        return listJob(plan, Grouping::offered(plan).value(0), list);
    }
    case BookPart::Sheets: {
        SheetOptions sheets;
        sheets.style.look = options.look;
        sheets.firstPage = first;
        sheets.notesThroughPlan = options.notesThroughPlan;
        return sheetsJob(plan, measuresWithSheets(plan), sheets);
    }
    case BookPart::Bodies:
        return bodyJob(plan, style);
    case BookPart::Indicators:
        return indicatorJob(plan, council);
    case BookPart::Effects:
        return effectsJob(plan, council);
    case BookPart::Progress:
        if (const Survey *survey = newestSurvey(plan))
            return progressJob(plan, survey->id, council);
        break;
    case BookPart::Contents:
        break;
    }
    return {};
}

/// The parts behind each other.
class Binder {
public:
    void add(const PrintJob &part, const QString &title)
    {
        const int start = m_book.pageCount;
        if (!title.isEmpty())
            m_book.bookmarks << Bookmark{title, start, 0};
        for (const Bookmark &bookmark : part.bookmarks)
            m_book.bookmarks << Bookmark{bookmark.title, start + bookmark.page, bookmark.level + (title.isEmpty() ? 0 : 1)};
        for (const PageLink &link : part.links)
            m_book.links << PageLink{start + link.page, link.rect, link.target};
        for (int page = 0; page < part.pageCount; ++page)
            m_book.papers << part.paperOf(page);
        m_book.pageCount += part.pageCount;
        m_parts.append({start, part.paint});
    }

    PrintJob finish(const QString &title) &&
    {
        m_book.title = title;
        m_book.paper = m_book.papers.value(0);
        m_book.paint = [parts = m_parts](QPainter &painter, int page) {
            const auto next = std::upper_bound(parts.begin(), parts.end(), page,
                                               [](int at, const Part &part) { return at < part.first; });
            const Part &part = *std::prev(next);
            part.paint(painter, page - part.first);
        };
        return std::move(m_book);
    }

private:
    struct Part {
        int first = 0;
        PagePainter paint;
    };
    PrintJob m_book;
    QList<Part> m_parts;
};

bool isFront(BookPart part)
{
    return part == BookPart::Cover || part == BookPart::Contents;
}
} // namespace

QList<BookPart> bookParts(const Plan &plan)
{
    QList<BookPart> parts{BookPart::Cover, BookPart::Contents};
    if (hasChapters(plan))
        parts << BookPart::Chapters;
    if (plan.rows<Body>().size() > 0)
        parts << BookPart::Bodies;
    const bool hasMeasures = plan.rows<Measure>().size() > 0;
    if (treeGrouping(plan).by != Grouping::By::None && (hasMeasures || plan.rows<Category>().size() > 0))
        parts << BookPart::Tree;
    if (hasSchedule(plan))
        parts << BookPart::Roadmap;
    if (hasMeasures)
        parts << BookPart::List << BookPart::Sheets;
    if (plan.rows<Indicator>().size() > 0)
        parts << BookPart::Indicators;
    if (plan.rows<Effect>().size() > 0 || plan.rows<CaseStudy>().size() > 0 || plan.rows<Project>().size() > 0)
        parts << BookPart::Effects;
    if (newestSurvey(plan))
        parts << BookPart::Progress;
    if (plan.rows<GlossaryTerm>().size() > 0)
        parts << BookPart::Glossary;
    parts << BookPart::Colophon;
    return parts;
}

QString bookPartTitle(BookPart part)
{
    return Texts::tr(nameOf(part).title);
}

QString bookPartKey(BookPart part)
{
    return QString::fromLatin1(nameOf(part).key);
}

PrintJob bookJob(const Plan &plan, const BookOptions &options)
{
    // First what is numbered, so that the contents can name the pages; then the contents, which move the pages but no number.
    struct Made {
        BookPart part;
        PrintJob job;
        int number = 0;
    };
    QList<Made> made;
    int number = options.firstPage;
    QList<ContentsEntry> entries;
    QList<BookPart> parts = options.parts;
    std::stable_partition(parts.begin(), parts.end(), isFront);
    if (!placeOfBodies(plan, parts).isNull())
        parts.removeAll(BookPart::Bodies); // told once
    for (const BookPart part : std::as_const(parts)) {
        made.append({part, part == BookPart::Contents ? PrintJob() : partJob(plan, options, part, number), number});
        if (isFront(part))
            continue;
        const PrintJob &job = made.last().job;
        // Chapters bring their own headings; every other part is an entry of its own.
        if (part != BookPart::Chapters)
            entries.append({bookPartTitle(part), 0, number, 0});
        for (const Bookmark &bookmark : job.bookmarks) {
            const int level = bookmark.level + (part == BookPart::Chapters ? 0 : 1);
            if (level <= 1)
                entries.append({bookmark.title, level, number + bookmark.page, 0});
        }
        number += job.pageCount;
    }
    BookStyle style;
    style.look = options.look;
    int front = 0;
    for (const Made &part : std::as_const(made)) {
        if (part.part == BookPart::Cover)
            front += part.job.pageCount;
        else if (part.part == BookPart::Contents)
            front += contentsJob(entries, style).pageCount;
    }
    for (ContentsEntry &entry : entries)
        entry.page = front + entry.number - options.firstPage;

    Binder binder;
    for (const Made &part : std::as_const(made)) {
        const PrintJob job = part.part == BookPart::Contents ? contentsJob(entries, style) : part.job;
        binder.add(job, part.part == BookPart::Chapters ? QString() : bookPartTitle(part.part));
    }
    PrintJob book = std::move(binder).finish(plan.info().title);
    book.isFinal = options.mark.isEmpty();
    book.frontPages = front;
    book.firstPageNumber = options.firstPage;
    return book;
}

} // namespace shisaku
