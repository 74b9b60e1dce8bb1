// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/note_numbers.h"

#include "models/plan/belonging.h"
#include "models/plan/indicator_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(NoteNumbers)
};
} // namespace

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

QStringList markedTexts(const Plan &plan, Id<Measure> measure)
{
    QStringList printed;
    for (const Indicator *indicator : plan.parts<&Indicator::measure>(measure)) {
        for (const IndicatorValue *value : valuesInTime(plan, indicator->id))
            printed << value->printed;
    }
    const auto blocks = plan.ordered<Block>();
    const auto shown = std::find_if(blocks.begin(), blocks.end(),
                                    [](const Block *block) { return block->kind == "indicators"_L1; });
    QStringList texts;
    for (const MeasureText *text : textsInOrder(plan, measure)) {
        const Block *block = plan.find(text->block);
        if (shown != blocks.end() && block && block->position > (*shown)->position)
            texts << std::exchange(printed, {});
        texts << text->text;
    }
    return texts << printed;
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
        const auto at = marks.indexOf(noteMark(note->mark));
        return at < 0 ? marks.size() : at;
    };
    std::sort(notes.begin(), notes.end(), [&](const Footnote *a, const Footnote *b) {
        return std::tuple(place(a), a->position, a->id) < std::tuple(place(b), b->position, b->id);
    });
    return notes;
}

QList<const Footnote *> sheetNotes(const Plan &plan, Id<Measure> measure)
{
    return notesInOrder(plan, Owner(TableId::Measure, measure.row), markedTexts(plan, measure));
}

const Footnote *planNote(const Plan &plan, const QString &mark)
{
    for (const Footnote *note : plan.ordered<Footnote>()) {
        if (noteMark(note->mark) == noteMark(mark) && isPlanWide(*note))
            return note;
    }
    return nullptr;
}

const GlossaryTerm *termByNumber(const Plan &plan, const QString &mark)
{
    bool isNumber = false;
    const QString prefix = Texts::tr("用語");
    const QString wanted = noteMark(mark);
    const qint64 number = (wanted.startsWith(prefix) ? wanted.sliced(prefix.size()) : wanted).toLongLong(&isNumber);
    for (const GlossaryTerm &term : plan.rows<GlossaryTerm>()) {
        if (isNumber && term.number == number)
            return &term;
    }
    return nullptr;
}

RowId namedBy(const Plan &plan, const QList<const Footnote *> &own, const QString &mark)
{
    const auto note = std::find_if(own.begin(), own.end(),
                                   [&mark](const Footnote *row) { return noteMark(row->mark) == noteMark(mark); });
    if (note != own.end())
        return (*note)->id.row;
    if (const Footnote *wide = planNote(plan, mark))
        return wide->id.row;
    const GlossaryTerm *term = termByNumber(plan, mark);
    return term ? term->id.row : RowId();
}

PlanNotes::PlanNotes(const Plan &plan)
{
    const auto readPassages = [&](bool ofBook) {
        for (const Passage *passage : plan.ordered<Passage>()) {
            if ((passage->owner.isNull() && passage->in_book) != ofBook)
                continue;
            const auto own = notesInOrder(plan, Owner(passage->id), {passage->text});
            add(own);
            read(plan, own, passage->text);
        }
    };
    readPassages(true);
    for (const Measure *measure : plan.ordered<Measure>()) {
        const auto own = sheetNotes(plan, measure->id);
        add(own);
        for (const QString &text : markedTexts(plan, measure->id))
            read(plan, own, text);
    }
    readPassages(false);
    add(plan.ordered<Footnote>()); // those of other rows, and those nobody names
    numberTerms(plan);
}

void PlanNotes::add(const QList<const Footnote *> &notes)
{
    for (const Footnote *note : notes) {
        if (!m_numbers.contains(note->id))
            m_numbers.insert(note->id, count() + 1);
    }
}

void PlanNotes::read(const Plan &plan, const QList<const Footnote *> &own, const QString &text)
{
    for (const NoteAnchor &anchor : noteAnchors(text)) {
        const RowId named = namedBy(plan, own, anchor.mark);
        if (const Footnote *note = plan.find(Id<Footnote>(named)))
            add({note});
        else if (const Id<GlossaryTerm> term(named); plan.find(term) && !m_named.contains(term))
            m_named << term;
    }
}

void PlanNotes::numberTerms(const Plan &plan)
{
    QList<const GlossaryTerm *> terms = plan.ordered<GlossaryTerm>();
    terms.removeIf([](const GlossaryTerm *term) { return !term->number; });
    std::stable_sort(terms.begin(), terms.end(),
                     [](const GlossaryTerm *a, const GlossaryTerm *b) { return *a->number < *b->number; });
    if (m_named.isEmpty()) { // the texts say nothing of an order
        for (const GlossaryTerm *term : std::as_const(terms))
            m_termNumbers.insert(term->id, *term->number);
        return;
    }
    QList<Id<GlossaryTerm>> order = m_named;
    for (qsizetype i = 0; i < terms.size(); ++i) {
        if (!m_named.contains(terms[i]->id))
            order.insert(i == 0 ? 0 : order.indexOf(terms[i - 1]->id) + 1, terms[i]->id);
    }
    qint64 number = *terms.first()->number;
    for (const Id<GlossaryTerm> term : std::as_const(order))
        m_termNumbers.insert(term, number++);
}

QString withNumbers(const Plan &plan, const PlanNotes &notes, const Owner &owner, const QString &text)
{
    const auto own = notesInOrder(plan, owner, {text});
    const auto &all = plan.rows<Footnote>();
    // Where chapters have notes, too, ※1 is the first of them.
    const bool noted = std::any_of(all.begin(), all.end(),
                                   [](const Footnote &note) { return note.owner.table != TableId::Measure; });
    QString result;
    qsizetype done = 0;
    for (const NoteAnchor &anchor : noteAnchors(text)) {
        const RowId named = namedBy(plan, own, anchor.mark);
        if (named.isNull())
            continue;
        result += QStringView(text).sliced(done, anchor.start - done);
        if (plan.find(Id<Footnote>(named)))
            result += Texts::tr("※%1").arg(notes.number(Id<Footnote>(named)));
        else
            result += (noted ? Texts::tr("※用語%1") : Texts::tr("※%1")).arg(notes.number(Id<GlossaryTerm>(named)));
        done = anchor.start + anchor.length;
    }
    return result += QStringView(text).sliced(done);
}

} // namespace shisaku
