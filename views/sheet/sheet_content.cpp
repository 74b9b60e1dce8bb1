// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_content.h"

#include "models/order/grouping.h"
#include "models/plan/category_wording.h"
#include "models/plan/codes.h"
#include "models/plan/ending.h"
#include "models/plan/indicator_words.h"
#include "models/plan/office_names.h"
#include "models/plan/ranges.h"
#include "models/plan/series.h"
#include "models/plan/tenure.h"

#include <QMap>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
const QString notApplicable = u"－"_s;
} // namespace

QStringList officePieces(const Plan &plan, Id<Measure> measure, QStringView role, const PlanTime &at, bool withTopics)
{
    QStringList pieces;
    QStringList names;
    QString topic;
    for (const Responsibility *row : responsibilitiesOf(plan, measure, at)) {
        QString name = row->printed.isEmpty() ? partyName(plan, *row) : row->printed;
        // 「全庁及び全市」 stands for two parties and is printed once, 「警察（免許証）」 has its topic in it.
        const bool told = names.contains(name) && (!withTopics || !row->printed.isEmpty());
        if (row->role != role || told)
            continue;
        names << name;
        const bool hasTopic = withTopics && !row->topic.isEmpty() && !row->printed.contains(row->topic);
        const bool sameTopic = hasTopic && row->topic == topic;
        if (!pieces.isEmpty())
            pieces.last() += sameTopic ? u'・' : u'、';
        if (hasTopic && !sameTopic)
            name.prepend(row->topic + u'＝');
        topic = hasTopic ? row->topic : QString();
        pieces << name;
    }
    return pieces.isEmpty() ? QStringList{notApplicable} : pieces;
}

SheetContent::SheetContent(const Plan &plan, Id<Measure> measure, const PlanNotes *notes, const PlanTime &day) :
    m_plan(plan), m_measure(plan.find(measure)), m_planNotes(notes), m_day(day)
{
    if (!m_measure)
        return;
    m_notes = sheetNotes(plan, measure);
    number = shownNumber(*m_measure, false);
    if (!m_measure->group_title.isEmpty() && !m_measure->title.startsWith(m_measure->group_title))
        groupTitle = tr("【%1】").arg(m_measure->group_title);
    title = printedTitle(plan, *m_measure);
    titleUncertain = isUncertain(measure.row);
    for (const Choice *choice : plan.choices(u"kind"))
        kinds << SheetKind{choice->label, choice->key == m_measure->kind};
    for (const Block *block : plan.ordered<Block>())
        addBlock(*block);
}

void SheetContent::addBlock(const Block &block)
{
    if (block.kind == u"title") {
        numberLabel = block.label;
    } else if (block.kind == u"footnotes") {
        below << notes(block);
    } else if (block.kind == u"placement") {
        below << placement(block);
    } else if (block.kind == u"bars") {
        rows << PrintedRow{PrintedRow::Kind::Schedule, block.label, {}, block.id};
    } else if (block.kind == u"years") {
        rows << PrintedRow{PrintedRow::Kind::Years, block.label, {}, block.id};
    } else if (block.place == u"below") {
        below << SheetBelow{SheetBelow::Kind::Text, block.label, {cellOf(block)}, block.id};
    } else if (block.place == u"right" && !rows.isEmpty() && rows.last().kind == PrintedRow::Kind::Pair) {
        rows.last().cells << cellOf(block);
    } else if (block.place == u"left") {
        rows << PrintedRow{PrintedRow::Kind::Pair, block.group_label, {cellOf(block)}, block.id};
    } else {
        rows << PrintedRow{PrintedRow::Kind::Cell, block.label, {cellOf(block)}, block.id};
    }
}

SheetCell SheetContent::cellOf(const Block &block)
{
    SheetCell cell;
    cell.label = block.label;
    cell.minimumHeight = static_cast<double>(ranged<&Block::height>(block).value_or(0));
    if (block.kind == u"lead" || block.kind == u"related") {
        cell.pieces = officePieces(m_plan, m_measure->id, block.kind, m_day);
        for (const Responsibility *row : responsibilitiesOf(m_plan, m_measure->id, m_day))
            cell.uncertain |= row->role == block.kind && isUncertain(row->id.row);
    } else if (block.kind == u"aims") {
        cell.text = aims(block);
    } else if (block.kind == u"indicators") {
        cell.text = indicators();
    } else {
        cell.text = textOf(block);
        for (const MeasureText *row : m_plan.parts<&MeasureText::measure>(m_measure->id))
            cell.uncertain |= row->block == block.id && isUncertain(row->id.row);
    }
    return cell;
}

MarkedText SheetContent::textOf(const Block &block)
{
    for (const MeasureText *row : m_plan.parts<&MeasureText::measure>(m_measure->id)) {
        if (row->block == block.id)
            return withNotes(row->text);
    }
    return {};
}

int SheetContent::numberOf(const Footnote &note) const
{
    return m_planNotes ? m_planNotes->number(note.id) : static_cast<int>(m_notes.indexOf(&note)) + 1;
}

QString SheetContent::shownMark(const QString &mark)
{
    const RowId named = namedBy(m_plan, m_notes, mark);
    if (named.isNull())
        return {};
    const Footnote *note = m_plan.find(Id<Footnote>(named));
    if (note && m_notes.contains(note))
        return tr("※%1").arg(numberOf(*note));
    if (!m_planNotes && !m_lazyPlanNotes)
        m_lazyPlanNotes.emplace(m_plan);
    const PlanNotes &notes = m_planNotes ? *m_planNotes : *m_lazyPlanNotes;
    if (note)
        return tr("※%1").arg(notes.number(note->id));
    // Where the sheet has notes of its own, ※1 is the first of them.
    return (m_notes.isEmpty() ? tr("※%1") : tr("※用語%1")).arg(notes.number(Id<GlossaryTerm>(named)));
}

MarkedText SheetContent::withNotes(const QString &text)
{
    MarkedText result;
    qsizetype done = 0;
    for (const NoteAnchor &anchor : noteAnchors(text)) {
        const QString shown = shownMark(anchor.mark);
        if (shown.isEmpty())
            continue; // printed as it was typed
        result.text += QStringView(text).sliced(done, anchor.start - done);
        result.marks << MarkedText::Mark{static_cast<int>(result.text.size()), static_cast<int>(shown.size())};
        result.text += shown;
        done = anchor.start + anchor.length;
    }
    result.text += QStringView(text).sliced(done);
    return result;
}

QString SheetContent::named(const Category &category) const
{
    Category printed = category;
    printed.title = wordingOn(*m_measure, category);
    return namedCategory(printed);
}

QStringList SheetContent::levelLines(const ShownLevels &shown, const Classification &classification) const
{
    const QStringList names = levelNames(classification);
    QStringList lines;
    for (const QString &level : shown.levels) {
        QStringList titles;
        for (const Category *category :
             categoriesOnLevel(m_plan, m_measure->id, classification.id, static_cast<int>(names.indexOf(level)) + 1))
            titles << named(*category);
        if (!titles.isEmpty())
            lines << (shown.levels.size() > 1 ? tr("%1　%2").arg(level, titles.join(u"、"_s)) : titles.join(u'\n'));
    }
    return lines;
}

MarkedText SheetContent::withHeadingNotes(const QString &text)
{
    struct Shown {
        qsizetype instead = 0; ///< of so many characters
        QString mark;
    };
    QMap<qsizetype, Shown> places;
    QStringList named;
    for (const NoteAnchor &anchor : noteAnchors(text)) {
        named << anchor.mark;
        if (const QString mark = shownMark(anchor.mark); !mark.isEmpty())
            places[anchor.start] = {anchor.length, mark};
    }
    for (const MeasureText *row : m_plan.parts<&MeasureText::measure>(m_measure->id)) {
        for (const NoteAnchor &anchor : noteAnchors(row->text))
            named << anchor.mark;
    }
    for (const Footnote *note : m_notes) {
        const qsizetype at = note->word.isEmpty() || named.contains(noteMark(note->mark)) ? -1 : text.indexOf(note->word);
        if (at >= 0)
            places[at + note->word.size()].mark += tr("※%1").arg(numberOf(*note));
    }
    MarkedText result;
    qsizetype done = 0;
    for (auto place = places.cbegin(); place != places.cend(); ++place) {
        result.text += QStringView(text).sliced(done, place.key() - done);
        result.marks << MarkedText::Mark{static_cast<int>(result.text.size()), static_cast<int>(place->mark.size())};
        result.text += place->mark;
        done = place.key() + place->instead;
    }
    result.text += QStringView(text).sliced(done);
    return result;
}

MarkedText SheetContent::aims(const Block &block)
{
    QStringList lines;
    for (const ShownLevels &shown : ShownLevels::ofKey(block.key)) {
        const Classification *classification = m_plan.classification(shown.classification);
        if (!classification)
            continue;
        if (!shown.levels.isEmpty()) {
            lines << levelLines(shown, *classification);
            continue;
        }
        for (const Membership *row : m_plan.parts<&Membership::measure>(m_measure->id)) {
            const Category *category = m_plan.find(row->category);
            if (category && category->classification == classification->id)
                lines << (category->text.isEmpty() ? wordingOn(*m_measure, *category) : category->text);
        }
    }
    return withHeadingNotes(lines.join(u'\n'));
}

MarkedText SheetContent::indicators()
{
    QStringList lines;
    for (const Indicator *indicator : m_plan.parts<&Indicator::measure>(m_measure->id))
        lines << indicatorInWords(m_plan, *indicator);
    return lines.isEmpty() ? MarkedText{notApplicable, {}} : withNotes(lines.join(u'\n'));
}

SheetBelow SheetContent::notes(const Block &block)
{
    SheetBelow result{SheetBelow::Kind::Notes, block.label, {}, block.id};
    for (const Footnote *note : m_notes) {
        SheetCell cell;
        cell.label = tr("※%1").arg(numberOf(*note));
        cell.text = withNotes(note->text);
        cell.uncertain = isUncertain(note->id.row);
        result.cells << cell;
    }
    return result;
}

SheetBelow SheetContent::placement(const Block &block) const
{
    SheetBelow result{SheetBelow::Kind::Table, block.label, {}, block.id};
    for (const ShownLevels &shown : ShownLevels::ofKey(block.key)) {
        const Classification *classification = m_plan.classification(shown.classification);
        if (!classification)
            continue;
        const QStringList levels = levelNames(*classification);
        for (qsizetype level = 0; level < levels.size(); ++level) {
            if (!shown.levels.isEmpty() && !shown.levels.contains(levels.at(level)))
                continue;
            QStringList values;
            for (const Category *category :
                 categoriesOnLevel(m_plan, m_measure->id, classification->id, static_cast<int>(level) + 1))
                values << named(*category);
            SheetCell cell;
            cell.label = levels.size() > 1 ? levels.at(level) : classification->title;
            cell.text.text = values.isEmpty() ? notApplicable : values.join(u"、"_s);
            result.cells << cell;
        }
    }
    return result;
}

bool SheetContent::isUncertain(RowId row) const
{
    return !m_plan.annotations(row, u"要原典確認").isEmpty();
}

} // namespace shisaku
