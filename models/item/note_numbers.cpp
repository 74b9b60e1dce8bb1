// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/note_numbers.h"

#include "models/plan/belonging.h"

#include <QRegularExpression>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

QList<NoteAnchor> noteAnchors(const QString &text)
{
    static const QRegularExpression anchor(u"［※([^］]+)］"_s);
    QList<NoteAnchor> list;
    for (auto found = anchor.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        list << NoteAnchor{match.capturedStart(), match.capturedLength(), match.captured(1)};
    }
    return list;
}

QList<const MeasureText *> textsInOrder(const Plan &plan, Id<Measure> measure)
{
    QList<const MeasureText *> list = plan.parts<&MeasureText::measure>(measure);
    std::stable_sort(list.begin(), list.end(), [&plan](const MeasureText *a, const MeasureText *b) {
        const Block *first = plan.find(a->block);
        const Block *second = plan.find(b->block);
        return first && second && first->position < second->position;
    });
    return list;
}

QList<const Footnote *> notesInOrder(const Plan &plan, const Owner &owner, const QStringList &texts)
{
    QStringList marks;
    for (const QString &text : texts) {
        for (const NoteAnchor &anchor : noteAnchors(text)) {
            if (!marks.contains(anchor.mark))
                marks << anchor.mark;
        }
    }
    QList<const Footnote *> notes;
    for (RowId id : plan.rows<Footnote>().referring(fieldIndex<&Footnote::owner>(), owner.row)) {
        if (const Footnote *note = plan.find(Id<Footnote>(id)); note->owner == owner)
            notes << note;
    }
    const auto place = [&marks](const Footnote *note) {
        const auto at = marks.indexOf(note->mark);
        return at < 0 ? marks.size() : at;
    };
    std::sort(notes.begin(), notes.end(), [&](const Footnote *a, const Footnote *b) {
        return std::tuple(place(a), a->position, a->id) < std::tuple(place(b), b->position, b->id);
    });
    return notes;
}

QList<const Footnote *> sheetNotes(const Plan &plan, Id<Measure> measure)
{
    QStringList texts;
    for (const MeasureText *text : textsInOrder(plan, measure))
        texts << text->text;
    return notesInOrder(plan, Owner(TableId::Measure, measure.row), texts);
}

const Footnote *planNote(const Plan &plan, const QString &mark)
{
    for (const Footnote *note : plan.ordered<Footnote>()) {
        if (note->mark == mark && isPlanWide(*note))
            return note;
    }
    return nullptr;
}

const GlossaryTerm *termByNumber(const Plan &plan, const QString &mark)
{
    bool isNumber = false;
    const qint64 number = mark.toLongLong(&isNumber);
    for (const GlossaryTerm &term : plan.rows<GlossaryTerm>()) {
        if (isNumber && term.number == number)
            return &term;
    }
    return nullptr;
}

PlanNotes::PlanNotes(const Plan &plan)
{
    if (plan.rows<Footnote>().size() == 0)
        return;
    const auto addNamed = [&](const QString &text) { // notes of the plan at large, where a text names them first
        for (const NoteAnchor &anchor : noteAnchors(text)) {
            if (const Footnote *note = planNote(plan, anchor.mark))
                add({note});
        }
    };
    for (const Passage *passage : plan.ordered<Passage>()) {
        add(notesInOrder(plan, Owner(TableId::Passage, passage->id.row), {passage->text}));
        addNamed(passage->text);
    }
    for (const Measure *measure : plan.ordered<Measure>()) {
        add(sheetNotes(plan, measure->id));
        for (const MeasureText *text : textsInOrder(plan, measure->id))
            addNamed(text->text);
    }
    add(plan.ordered<Footnote>()); // those of other rows, and those nobody names
}

void PlanNotes::add(const QList<const Footnote *> &notes)
{
    for (const Footnote *note : notes) {
        if (!m_numbers.contains(note->id))
            m_numbers.insert(note->id, count() + 1);
    }
}

} // namespace shisaku
