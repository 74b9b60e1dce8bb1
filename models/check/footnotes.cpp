// SPDX-License-Identifier: GPL-3.0-or-later
// Marks (※n) in the texts of a sheet or of a chapter, and the notes they point to.
#include "models/check/rules.h"
#include "models/check/texts.h"
#include "models/plan/belonging.h"
#include "models/plan/measure_address.h"
#include "models/plan/note_mark.h"
#include "models/plan/tables.h"
#include "models/plan/tenure.h"

#include <QSet>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
QStringList marksIn(const QString &text)
{
    QStringList marks;
    for (const NoteAnchor &anchor : noteAnchors(text))
        marks << anchor.mark;
    return marks;
}

class FootnoteCheck {
public:
    FootnoteCheck(const Plan &plan, Findings &findings) : m_plan(plan), m_findings(findings)
    {
        // A mark may also point to a note of the whole plan, or carry the number of a glossary term.
        for (const Footnote &note : plan.rows<Footnote>()) {
            if (isPlanWide(note))
                m_planWide.insert(noteMark(note.mark));
        }
        for (const GlossaryTerm &term : plan.rows<GlossaryTerm>()) {
            if (term.number)
                m_planWide << QString::number(*term.number) << CheckText::tr("用語%1").arg(*term.number);
        }
    }

    void run()
    {
        for (const Measure *measure : m_plan.ordered<Measure>())
            sheet(*measure);
        for (const Passage *passage : m_plan.ordered<Passage>())
            marks(passage->id, {passage->text}, [](const Footnote &) { return false; });
        elsewhere();
        for (const Footnote *note : m_plan.ordered<Footnote>()) {
            if (isPlanWide(*note) && !m_usedAnywhere.contains(noteMark(note->mark)))
                unused(*note);
        }
    }

private:
    void sheet(const Measure &measure)
    {
        QStringList texts;
        for (const MeasureText *text : m_plan.parts<&MeasureText::measure>(measure.id))
            texts << text->text;
        for (const Indicator *indicator : m_plan.parts<&Indicator::measure>(measure.id)) {
            for (const IndicatorValue *value : m_plan.parts<&IndicatorValue::indicator>(indicator->id))
                texts << value->printed;
        }
        marks(measure.id, texts, [&](const Footnote &note) { return standsInAHeading(measure, note.word); });
    }

    /// What the texts of an owner point to, against the notes it has; `excused` notes need no mark.
    template <typename T, typename Excused>
    void marks(Id<T> owner, const QStringList &texts, Excused excused)
    {
        QStringList used;
        for (const QString &text : texts)
            used << marksIn(text);
        used.removeDuplicates();
        for (const QString &mark : std::as_const(used))
            m_usedAnywhere.insert(mark);
        QSet<QString> defined;
        for (RowId id : m_plan.rows<Footnote>().referring(fieldIndex<&Footnote::owner>(), owner.row)) {
            const Footnote *note = m_plan.find(Id<Footnote>(id));
            defined.insert(noteMark(note->mark));
            if (!used.contains(noteMark(note->mark)) && !excused(*note))
                unused(*note);
        }
        for (const QString &mark : std::as_const(used)) {
            if (!defined.contains(mark) && !m_planWide.contains(mark))
                withoutNote(mark, tableOf<T>, owner.row, -1);
        }
    }

    /// Marks in any other text: they name notes of the measure it belongs to, notes of the whole plan, or terms.
    void elsewhere()
    {
        const auto look = [this](const TextPlace &place, const QString &text) {
            if (place.table == TableId::MeasureText
                || (place.table == TableId::Passage && place.field == fieldIndex<&Passage::text>()))
                return; // looked at with the notes of their sheet or chapter
            const QStringList used = marksIn(text);
            if (used.isEmpty())
                return;
            QSet<QString> defined = m_planWide;
            for (RowId id : m_plan.rows<Footnote>().referring(fieldIndex<&Footnote::owner>(), homeOf(place)))
                defined.insert(noteMark(m_plan.find(Id<Footnote>(id))->mark));
            for (const QString &mark : used) {
                m_usedAnywhere.insert(mark);
                if (!defined.contains(mark))
                    withoutNote(mark, place.table, place.row, place.field);
            }
        };
        eachText(m_plan, look);
        eachGlossaryText(m_plan, look);
    }

    /// The measure or chapter whose notes a text may name.
    RowId homeOf(const TextPlace &place) const
    {
        if (const Id<Measure> measure = measureOf(m_plan, place.table, place.row); !measure.isNull())
            return measure.row;
        const Footnote *note = place.table == TableId::Footnote ? m_plan.find(Id<Footnote>(place.row)) : nullptr;
        return note ? note->owner.row : place.row;
    }

    void withoutNote(const QString &mark, TableId table, RowId row, int field)
    {
        m_findings.add("mark-without-footnote", table, row, field, CheckText::tr("印※%1に当たる注記や用語がありません。").arg(mark))
            .printed = u"※"_s + mark;
    }

    /// Whether the word stands where a sheet has no room for an anchor: in an aim, a 取組, a bar, a title.
    bool standsInAHeading(const Measure &measure, const QString &word) const
    {
        if (word.isEmpty())
            return false;
        if (measure.title.contains(word))
            return true;
        for (const Membership *membership : m_plan.parts<&Membership::measure>(measure.id)) {
            const Category *category = m_plan.find(membership->category);
            if (category && category->title.contains(word))
                return true;
        }
        for (const Responsibility *office : responsibilitiesOf(m_plan, measure.id)) {
            if (office->topic.contains(word))
                return true;
        }
        const auto initiatives = m_plan.parts<&Initiative::measure>(measure.id);
        return std::any_of(initiatives.begin(), initiatives.end(), [&](const Initiative *row) { return inSchedule(*row, word); });
    }

    bool inSchedule(const Initiative &initiative, const QString &word) const
    {
        if (initiative.title.contains(word) || initiative.group_title.contains(word) || initiative.remark.contains(word))
            return true;
        const auto phases = m_plan.parts<&Phase::initiative>(initiative.id);
        const auto stones = m_plan.parts<&Milestone::initiative>(initiative.id);
        return std::any_of(phases.begin(), phases.end(), [&](const Phase *phase) { return phase->label.contains(word); })
               || std::any_of(stones.begin(), stones.end(), [&](const Milestone *stone) { return stone->label.contains(word); });
    }

    void unused(const Footnote &note)
    {
        m_findings
            .add("footnote-without-mark", note.id,
                 CheckText::tr("注記※%1「%2」を指す印が、文章にありません。").arg(note.mark, note.word))
            .printed = u"※"_s + note.mark;
    }

    const Plan &m_plan;
    Findings &m_findings;
    QSet<QString> m_planWide;
    QSet<QString> m_usedAnywhere;
};
} // namespace

void checkFootnotes(const Plan &plan, Findings &findings)
{
    FootnoteCheck(plan, findings).run();
}

} // namespace shisaku
