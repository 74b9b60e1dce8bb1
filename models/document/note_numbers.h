// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of note marks: ［※n］ in a text is an anchor; the number it shows follows from where it stands.
//
// A footnote has two numbers at once: on its sheet (from 1 on each) and in the plan (from 1 through chapters and sheets). Both
// follow the order in which the texts name the notes, so moving text renumbers them. So it is with the terms of a numbered
// glossary: what the term's row holds is the name its anchors use.
#pragma once

#include "models/plan/note_mark.h"
#include "models/plan/plan.h"

namespace shisaku {
/// The texts of a measure's sheet in the order of the template.
QList<const MeasureText *> textsInOrder(const Plan &plan, Id<Measure> measure);

/// The same with the printed forms of indicator values where the template shows indicators, else at the end: everything in which a
/// sheet's marks may stand.
QStringList markedTexts(const Plan &plan, Id<Measure> measure);

/// The footnotes of a row in the order in which `texts` name them; those nobody names come last, in their own order.
QList<const Footnote *> notesInOrder(const Plan &plan, const Owner &owner, const QStringList &texts);

/// The notes of a measure's sheet, numbered from 1 in this order.
QList<const Footnote *> sheetNotes(const Plan &plan, Id<Measure> measure);

/// The footnote of the plan at large that a mark names; null if there is none.
const Footnote *planNote(const Plan &plan, const QString &mark);
/// The glossary's term with that number (16, or 用語16 where a note has that mark already); null if there is none.
const GlossaryTerm *termByNumber(const Plan &plan, const QString &mark);

/// What a mark names beside these notes of its sheet or chapter: one of them, a footnote of the plan at large, or a term of the
/// glossary, in this order. Null if nothing.
RowId namedBy(const Plan &plan, const QList<const Footnote *> &own, const QString &mark);

/// Numbers of all footnotes through the plan: its chapters first, then the sheets in the order of the measures. And those of
/// the terms of a numbered glossary in the same order; a term no text names stays behind the one it stands behind by its row.
class PlanNotes {
public:
    explicit PlanNotes(const Plan &plan);

    /// 0 for a footnote that is not in the plan.
    int number(Id<Footnote> note) const { return m_numbers.value(note); }
    int count() const { return static_cast<int>(m_numbers.size()); }
    /// 0 for a term without a number.
    qint64 number(Id<GlossaryTerm> term) const { return m_termNumbers.value(term); }

private:
    void add(const QList<const Footnote *> &notes);
    void read(const Plan &plan, const QList<const Footnote *> &own, const QString &text);
    void numberTerms(const Plan &plan);

    QHash<Id<Footnote>, int> m_numbers;
    QList<Id<GlossaryTerm>> m_named; ///< In the order in which texts name them.
    QHash<Id<GlossaryTerm>, qint64> m_termNumbers;
};

/// The text of a chapter (or whatever else is the owner of notes) as it is printed: its marks with their numbers through the
/// plan. What names nothing stays as it was typed.
QString withNumbers(const Plan &plan, const PlanNotes &notes, const Owner &owner, const QString &text);

} // namespace shisaku
