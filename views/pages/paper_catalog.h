// SPDX-License-Identifier: GPL-3.0-or-later
// The papers of the program, once: what each is called, what it needs, which options it honours and how it is made. The menu, the
// preview, the command line and the book read it.
#pragma once

#include "models/order/grouping.h"
#include "models/schedule/roadmap_rows.h"
#include "views/look/page_style.h"
#include "views/pages/print_job.h"

#include <QDate>
#include <QFlags>

#include <span>

namespace shisaku {

/// In the order of the book; what is no part of it last.
enum class Paper : quint8 {
    Cover,
    Contents,
    Chapters,
    Bodies, ///< 推進体制
    Tree,
    Roadmap,
    List,
    Sheets,
    Indicators,
    Effects,
    Progress,
    Glossary,
    Colophon,
    Guide, ///< 票の見方
    Budget,
    Book,
};

/// What a paper may be told, beside its size. What it does not honour is refused before it is made, not left out of it.
enum class PaperOption : quint16 {
    Measures = 0x001, ///< PaperOptions::measures
    Grouping = 0x002,
    Classification = 0x004, ///< Grouping, but by a classification only.
    OnePage = 0x008,
    Look = 0x010,
    Mark = 0x020,
    FirstPage = 0x040,
    Number = 0x080, ///< PaperHead::documentNumber
    Date = 0x100,
    Meeting = 0x200,
    Parts = 0x400,
    NotesThrough = 0x800,
};
Q_DECLARE_FLAGS(PaperOptionSet, PaperOption)
Q_DECLARE_OPERATORS_FOR_FLAGS(PaperOptionSet)

struct PaperOptions : PageStyle {
    std::optional<QList<Id<Measure>>> measures; ///< None: all of the plan.
    std::optional<Grouping> grouping;           ///< None: the first that the plan offers.
    RoadmapDetail detail = RoadmapDetail::Initiatives;
    bool onePage = false;
    QStringList columns; ///< Of the list as it is arranged, its measures in the order of `measures`; empty: as it usually is.
    Id<Survey> survey;   ///< Null: the newest round.
    QString budgetYear;  ///< As requestYear() has it; empty: all years.
    QList<Paper> parts;  ///< Of the book, in order; empty: all it has something for. Cover and contents come first anyway.
    bool notesThroughPlan = false; ///< Footnotes of the sheets are numbered through the plan instead of from 1 on each sheet.
    QString about;                 ///< Behind the title of the job: the office whose sheets these are.
};

/// One of several ways to print a paper, as the preview offers them.
struct PaperWay {
    QString label;
    PaperOptions options;
};

struct PaperEntry {
    Paper paper;
    const char *key;   ///< The word of the command line, also for a part of the book.
    const char *title; ///< See shownTitle().
    PrintJob (*make)(const Plan &, const PaperOptions &);

    bool alone = true; ///< May be printed by itself.
    bool inBook = true;
    PaperOptionSet honours = PaperOption::Look | PaperOption::Mark | PaperOption::FirstPage;
    /// It can be laid out for; the first is the usual one. Empty: it is of several sizes at once.
    QList<QPageSize::PageSizeId> sizes = {QPageSize::A4};
    bool asksHead = false;                                                 ///< The window asks for its head before it is shown.
    bool (*holds)(const Plan &, const PaperOptions &) = nullptr;           ///< Null: something always stands on it.
    const char *remedy = nullptr;                                          ///< What to do where nothing does.
    QList<PaperWay> (*ways)(const Plan &, const PaperOptions &) = nullptr; ///< Null: one.

    /// 「施策一覧表」
    QString shownTitle() const;
    /// Why the paper would be a title over nothing, and what to do; nothing if something stands on it.
    std::optional<Error> lacks(const Plan &plan, const PaperOptions &options = {}) const;
    /// The head before anybody was asked: the office of the plan, where the paper names one.
    PaperHead usualHead(const Plan &plan) const;
};

std::span<const PaperEntry> allPapers();
const PaperEntry &paperEntry(Paper paper);
/// Null if no paper has that key.
const PaperEntry *paperByKey(QStringView key);

/// Why a paper of a plan cannot be made: what it lacks, or which text no paper could show. Nothing if it can.
std::optional<Error> refusedPaper(Paper paper, const Plan &plan, const PaperOptions &options = {});

/// The door of every paper and preview: the paper of a plan, unless refusedPaper() says why not.
Result<PrintJob> makePaper(Paper paper, const Plan &plan, const PaperOptions &options = {});

/// The parts a plan has something for, in their usual order.
QList<Paper> bookParts(const Plan &plan);

/// The day a paper speaks of: the date in its head, where that can be read, else `today`.
PlanTime dayOfPaper(const PaperHead &head, const QDate &today);

} // namespace shisaku
