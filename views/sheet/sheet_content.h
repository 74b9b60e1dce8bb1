// SPDX-License-Identifier: GPL-3.0-or-later
// What a 個別施策票 says: the plan's rows about one measure, put into the words and the order of the sheet's template.
#pragma once

#include "models/plan/plan.h"
#include "views/sheet/text_block.h"

#include <QCoreApplication>

namespace shisaku {

/// A cell with its label.
struct SheetCell {
    QString label;
    MarkedText text;
    QStringList pieces; ///< Instead of `text`: names that stay whole, with their separators.
    bool uncertain = false;
    double leastHeight = 0; ///< mm
};

/// A row of the sheet's table: one cell, or two side by side under a common label; or the schedule.
struct PrintedRow {
    enum class Kind : quint8 { Cell, Pair, Schedule };
    Kind kind = Kind::Cell;
    QString label;
    QList<SheetCell> cells;
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
};

/// The offices in a role ("lead", "related"), each with the separator that follows it; with their topics
/// (「AI-OCR＝情報政策課」), or each office once without. 「－」 if there is none.
QStringList officePieces(const Plan &plan, Id<Measure> measure, QStringView role, bool withTopics = true);

class SheetContent {
    Q_DECLARE_TR_FUNCTIONS(SheetContent)

public:
    SheetContent(const Plan &plan, Id<Measure> measure);

    QString number;
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
    MarkedText aims(const Block &block) const;
    MarkedText indicators() const;
    SheetBelow notes(const Block &block);
    SheetBelow placement(const Block &block) const;
    bool isUncertain(RowId row) const;

    const Plan &m_plan;
    const Measure *m_measure;
    QStringList m_noteMarks; ///< Marks of footnotes in the order in which the sheet names them.
};

} // namespace shisaku
