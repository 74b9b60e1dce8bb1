// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_content.h"

#include <QRegularExpression>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
const QString notApplicable = u"－"_s;

QStringList keysOf(const Block &block)
{
    static const QRegularExpression separators(u"[\\s,、;/]+"_s);
    return block.key.split(separators, Qt::SkipEmptyParts);
}

/// The category and its ancestors, top first.
QList<const Category *> path(const Plan &plan, const Category *category)
{
    QList<const Category *> list;
    while (category && !list.contains(category)) {
        list.prepend(category);
        category = plan.find(category->parent);
    }
    return list;
}

QString named(const Category &category)
{
    return category.code.isEmpty() ? category.title : category.code + u' ' + category.title;
}
} // namespace

QStringList officePieces(const Plan &plan, Id<Measure> measure, QStringView role, bool withTopics)
{
    QStringList pieces;
    QStringList names;
    QString topic;
    for (const Responsibility *row : plan.parts<&Responsibility::measure>(measure)) {
        const Department *department = plan.find(row->department);
        QString name = row->printed;
        if (name.isEmpty())
            name = department ? department->name : row->actor;
        if (row->role != role || (!withTopics && names.contains(name)))
            continue;
        names << name;
        const bool sameTopic = withTopics && !row->topic.isEmpty() && row->topic == topic;
        if (!pieces.isEmpty())
            pieces.last() += sameTopic ? u'・' : u'、';
        if (withTopics && !row->topic.isEmpty() && !sameTopic)
            name.prepend(row->topic + u'＝');
        topic = row->topic;
        pieces << name;
    }
    return pieces.isEmpty() ? QStringList{notApplicable} : pieces;
}

SheetContent::SheetContent(const Plan &plan, Id<Measure> measure) : m_plan(plan), m_measure(plan.find(measure))
{
    if (!m_measure)
        return;
    number = m_measure->number;
    title = m_measure->title;
    titleUncertain = isUncertain(measure.row);
    for (const Choice *choice : plan.choices(u"kind"))
        kinds << SheetKind{choice->label, choice->key == m_measure->kind};
    for (const Block *block : plan.ordered<Block>())
        addBlock(*block);
}

void SheetContent::addBlock(const Block &block)
{
    if (block.kind == u"title")
        return;
    if (block.kind == u"footnotes") {
        below << notes(block);
    } else if (block.kind == u"placement") {
        below << placement(block);
    } else if (block.kind == u"bars" || block.kind == u"years") {
        rows << PrintedRow{PrintedRow::Kind::Schedule, block.label, {}};
    } else if (block.place == u"below") {
        below << SheetBelow{SheetBelow::Kind::Text, block.label, {cellOf(block)}};
    } else if (block.place == u"right" && !rows.isEmpty() && rows.last().kind == PrintedRow::Kind::Pair) {
        rows.last().cells << cellOf(block);
    } else if (block.place == u"left") {
        rows << PrintedRow{PrintedRow::Kind::Pair, block.group_label, {cellOf(block)}};
    } else {
        rows << PrintedRow{PrintedRow::Kind::Cell, block.label, {cellOf(block)}};
    }
}

SheetCell SheetContent::cellOf(const Block &block)
{
    SheetCell cell;
    cell.label = block.label;
    cell.leastHeight = static_cast<double>(block.height.value_or(0));
    if (block.kind == u"lead" || block.kind == u"related") {
        cell.pieces = officePieces(m_plan, m_measure->id, block.kind);
        for (const Responsibility *row : m_plan.parts<&Responsibility::measure>(m_measure->id))
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

MarkedText SheetContent::withNotes(const QString &text)
{
    static const QRegularExpression anchor(u"［※([^］]+)］"_s);
    MarkedText result;
    qsizetype done = 0;
    for (auto found = anchor.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString mark = match.captured(1);
        const auto notes = m_plan.parts<&Footnote::owner>(m_measure->id);
        const bool known = std::any_of(notes.begin(), notes.end(), [&](const Footnote *note) { return note->mark == mark; });
        if (!known)
            continue; // printed as it was typed
        if (!m_noteMarks.contains(mark))
            m_noteMarks << mark;
        result.text += QStringView(text).sliced(done, match.capturedStart() - done);
        const QString shown = tr("※%1").arg(m_noteMarks.indexOf(mark) + 1);
        result.marks << MarkedText::Mark{static_cast<int>(result.text.size()), static_cast<int>(shown.size())};
        result.text += shown;
        done = match.capturedEnd();
    }
    result.text += QStringView(text).sliced(done);
    return result;
}

MarkedText SheetContent::aims(const Block &block) const
{
    const QStringList keys = keysOf(block);
    QStringList lines;
    for (const Membership *row : m_plan.parts<&Membership::measure>(m_measure->id)) {
        const Category *category = m_plan.find(row->category);
        const Classification *classification = category ? m_plan.find(category->classification) : nullptr;
        if (classification && keys.contains(classification->key))
            lines << (category->text.isEmpty() ? category->title : category->text);
    }
    return {lines.join(u'\n'), {}};
}

MarkedText SheetContent::indicators() const
{
    const Field &roles = fieldOf<&IndicatorValue::role>();
    QStringList lines;
    for (const Indicator *indicator : m_plan.parts<&Indicator::measure>(m_measure->id)) {
        QStringList values;
        for (const IndicatorValue *value : m_plan.parts<&IndicatorValue::indicator>(indicator->id)) {
            QString shown = value->qualifier == u"以上" ? value->value + indicator->unit + value->qualifier
                                                        : value->qualifier + value->value + indicator->unit;
            if (value->as_of.isDated())
                shown += tr("（%1）").arg(value->as_of.toJapanese());
            values << tr("%1 %2").arg(keywordLabel(roles, value->role), shown);
        }
        if (values.isEmpty() && !indicator->state.isEmpty())
            values << indicator->state;
        lines << tr("○%1：%2").arg(indicator->name, values.join(u"、"_s));
    }
    return {lines.join(u'\n'), {}};
}

SheetBelow SheetContent::notes(const Block &block)
{
    QList<const Footnote *> notes = m_plan.parts<&Footnote::owner>(m_measure->id);
    for (const Footnote *note : notes) {
        if (!m_noteMarks.contains(note->mark))
            m_noteMarks << note->mark;
    }
    std::stable_sort(notes.begin(), notes.end(), [this](const Footnote *a, const Footnote *b) {
        return m_noteMarks.indexOf(a->mark) < m_noteMarks.indexOf(b->mark);
    });
    SheetBelow result{SheetBelow::Kind::Notes, block.label, {}};
    for (const Footnote *note : notes) {
        SheetCell cell;
        cell.label = tr("※%1").arg(m_noteMarks.indexOf(note->mark) + 1);
        cell.text.text = note->text;
        cell.uncertain = isUncertain(note->id.row);
        result.cells << cell;
    }
    return result;
}

SheetBelow SheetContent::placement(const Block &block) const
{
    SheetBelow result{SheetBelow::Kind::Table, block.label, {}};
    for (const QString &key : keysOf(block)) {
        const Classification *classification = m_plan.classification(key);
        if (!classification)
            continue;
        const QStringList levels = classification->levels.split(u'/', Qt::SkipEmptyParts);
        for (qsizetype level = 0; level < std::max<qsizetype>(1, levels.size()); ++level) {
            QStringList values;
            for (const Membership *row : m_plan.parts<&Membership::measure>(m_measure->id)) {
                const auto chain = path(m_plan, m_plan.find(row->category));
                if (level < chain.size() && chain.at(level)->classification == classification->id)
                    values << named(*chain.at(level));
            }
            values.removeDuplicates();
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
