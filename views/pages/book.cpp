// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/book.h"

#include "views/pages/body_pages.h"
#include "views/pages/book_parts.h"

#include <QPainter>

#include <algorithm>

namespace shisaku {

namespace {
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

bool isFront(Paper part)
{
    return part == Paper::Cover || part == Paper::Contents;
}

/// A part whose pages are numbered from `first` on.
PrintJob partJob(const Plan &plan, const PaperOptions &book, Paper part, int first)
{
    PaperOptions options;
    options.look = book.look;
    options.day = book.day;
    options.firstPage = first;
    options.parts = book.parts;
    options.notesThroughPlan = book.notesThroughPlan;
    if (part == Paper::Cover) // it speaks for the whole book
        options.head.mark = book.head.mark;
    return paperEntry(part).make(plan, options);
}
} // namespace

Id<Passage> placeOfBodies(const Plan &plan, const QList<Paper> &parts)
{
    return parts.contains(Paper::Bodies) && parts.contains(Paper::Chapters) ? chapterOfBodies(plan) : Id<Passage>();
}

PrintJob bookJob(const Plan &plan, const PaperOptions &options)
{
    // First what is numbered, so that the contents can name the pages; then the contents, which move the pages but no number.
    struct Made {
        Paper part;
        PrintJob job;
    };
    QList<Made> made;
    int number = options.firstNumber();
    QList<ContentsEntry> entries;
    PaperOptions book = options;
    if (book.parts.isEmpty())
        book.parts = bookParts(plan);
    QList<Paper> parts = book.parts;
    std::stable_partition(parts.begin(), parts.end(), isFront);
    if (!placeOfBodies(plan, parts).isNull())
        parts.removeAll(Paper::Bodies); // told once
    for (const Paper part : std::as_const(parts)) {
        made.append({part, partJob(plan, book, part, number)});
        if (isFront(part))
            continue;
        const PrintJob &job = made.last().job;
        // Chapters bring their own headings; every other part is an entry of its own.
        if (part != Paper::Chapters)
            entries.append({paperEntry(part).shownTitle(), 0, number, 0});
        for (const Bookmark &bookmark : job.bookmarks) {
            const int level = bookmark.level + (part == Paper::Chapters ? 0 : 1);
            if (level <= 1)
                entries.append({bookmark.title, level, number + bookmark.page, 0});
        }
        number += job.pageCount;
    }
    PageStyle style;
    style.look = options.look;
    int front = 0;
    for (const Made &part : std::as_const(made)) {
        if (part.part == Paper::Cover)
            front += part.job.pageCount;
        else if (part.part == Paper::Contents)
            front += contentsJob(entries, style).pageCount;
    }
    for (ContentsEntry &entry : entries)
        entry.page = front + entry.number - options.firstNumber();

    Binder binder;
    for (const Made &part : std::as_const(made)) {
        const PrintJob job = part.part == Paper::Contents ? contentsJob(entries, style) : part.job;
        binder.add(job, part.part == Paper::Chapters ? QString() : paperEntry(part.part).shownTitle());
    }
    PrintJob bound = std::move(binder).finish(plan.info().title);
    bound.isFinal = options.head.mark.isEmpty();
    bound.frontPages = front;
    bound.firstPageNumber = options.firstNumber();
    return bound;
}

} // namespace shisaku
