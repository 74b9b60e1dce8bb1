// SPDX-License-Identifier: GPL-3.0-or-later
// What a 個別施策票 says: the plan's rows about one measure, put into the words and the order of the sheet's template.
#pragma once

#include "models/document/note_numbers.h"
#include "models/order/shown_levels.h"
#include "views/sheet/text_block.h"

#include <QCoreApplication>

namespace shisaku {

/// A cell with its label.
struct SheetCell {
    QString label;
    MarkedText text;
    QStringList pieces; ///< Instead of `text`: names that stay whole, with their separators.
    bool uncertain = false;
    double minimumHeight = 0; ///< mm
};

/// A row of the sheet's table: one cell, or two side by side under a common label; or the schedule, as bars or in words.
struct PrintedRow {
    enum class Kind : quint8 { Cell, Pair, Schedule, Years };
    Kind kind = Kind::Cell;
    QString label;
    QList<SheetCell> cells;
    Id<Block> block = {};
};

/// A choice of the kind box; one of them is the measure's own.
struct SheetKind {
    QString label;
    bool chosen = false;
};

/// What stands under the table.
struct SheetBelow {
    enum class Kind : quint8 { Notes, Table, Text };
    Kind kind = Kind::Text;
    QString heading;
    QList<SheetCell> cells; ///< Notes: the label is 「※1」.
    Id<Block> block = {};
};

/// The offices that hold a role ("lead", "related") at a time, each with the separator that follows it; with their topics
/// (「AI-OCR＝情報政策課」), or each office once without. 「－」 if there is none. An unknown time is today.
QStringList officePieces(const Plan &plan, Id<Measure> measure, QStringView role, const PlanTime &at, bool withTopics = true);

class SheetContent {
    Q_DECLARE_TR_FUNCTIONS(SheetContent)

public:
    /// `notes`: footnotes bear their numbers in the plan; without, they are numbered from 1 on the sheet. The offices are those of
    /// `day`; an unknown one is today.
    SheetContent(const Plan &plan, Id<Measure> measure, const PlanNotes *notes = nullptr, const PlanTime &day = {});

    QString number;
    QString numberLabel; ///< As the city calls a measure: 取組名; may be empty.
    QString groupTitle;  ///< 【交通】; empty where the title itself begins with it.
    QString title;
    QList<SheetKind> kinds;
    bool titleUncertain = false;
    QList<PrintedRow> rows;
    QList<SheetBelow> below;

private:
    void addBlock(const Block &block);
    SheetCell cellOf(const Block &block);
    MarkedText textOf(const Block &block);
    MarkedText withNotes(const QString &text);
    /// An aim with the marks of the notes that no text of the sheet names: 「パーソナライズ※1された情報」.
    MarkedText withHeadingNotes(const QString &text);
    MarkedText aims(const Block &block);
    /// Code and words of a category as this sheet has them.
    QString named(const Category &category) const;
    QStringList levelLines(const ShownLevels &shown, const Classification &classification) const;
    MarkedText indicators();
    SheetBelow notes(const Block &block);
    int numberOf(const Footnote &note) const;
    /// 「※16」; empty for a mark nobody explains.
    QString shownMark(const QString &mark);
    SheetBelow placement(const Block &block) const;
    bool isUncertain(RowId row) const;

    const Plan &m_plan;
    const Measure *m_measure;
    QList<const Footnote *> m_notes; ///< The measure's own, in the order in which the sheet names them.
    const PlanNotes *m_planNotes;
    PlanTime m_day;
    std::optional<PlanNotes> m_lazyPlanNotes; ///< Where a text names a footnote of the plan at large, or a term.
};

} // namespace shisaku
