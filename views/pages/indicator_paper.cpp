// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/indicator_paper.h"

#include "models/document/note_numbers.h"
#include "models/order/shown_levels.h"
#include "models/plan/indicator_words.h"
#include "models/plan/time_order.h"

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr double valueWidth = 23;     ///< mm
constexpr double wideValueWidth = 42; ///< Where no measure stands in front.
constexpr double timeWidth = 30;
constexpr double numberWidth = 18;
constexpr double measureWidth = 40;
constexpr qsizetype longSeries = 3; ///< More values than this are read down a column, not in a cell.

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(IndicatorPaper)
};

using Indicators = QList<const Indicator *>;

/// The footnotes that values of the paper bear: their marks are numbered through the plan, their texts stand below the table.
class PaperNotes {
public:
    explicit PaperNotes(const Plan &plan) : m_plan(plan), m_numbers(plan) {}

    QString numbered(const Indicator &indicator, const QString &words)
    {
        const Owner owner(TableId::Measure, indicator.measure.row);
        for (const NoteAnchor &anchor : noteAnchors(words)) {
            const Footnote *note = m_plan.find(Id<Footnote>(namedBy(m_plan, notesInOrder(m_plan, owner, {words}), anchor.mark)));
            const QString text = note ? Texts::tr("※%1　%2").arg(m_numbers.number(note->id)).arg(note->text) : QString();
            if (note && !m_said.contains(text))
                m_said << text;
        }
        return withNumbers(m_plan, m_numbers, owner, words);
    }
    void write(CouncilText &text)
    {
        for (const QString &note : std::exchange(m_said, {}))
            text.addNote(note);
    }

private:
    const Plan &m_plan;
    PlanNotes m_numbers;
    QStringList m_said;
};

/// All values in a role, each with its time, one a line. An estimate stands among the actual ones and says what it is.
QString valuesIn(const Plan &plan, const Indicator &indicator, QStringView role, PaperNotes &notes)
{
    QStringList lines;
    for (const IndicatorValue *value : valuesInTime(plan, indicator.id)) {
        const bool estimate = value->role == "estimate"_L1 && role == u"actual";
        if (value->role != role && !estimate)
            continue;
        const QString words = notes.numbered(indicator, valueInWords(indicator, *value));
        if (words.isEmpty())
            continue;
        QStringList facts;
        if (value->as_of.isDated())
            facts << value->as_of.toShortJapanese();
        if (estimate)
            facts << keywordLabel(fieldOf<&IndicatorValue::role>(), value->role);
        lines << (facts.isEmpty() ? words : Texts::tr("%1（%2）").arg(words, facts.join(Texts::tr("、"))));
    }
    return lines.join(u'\n');
}

/// What is stated of the target; where only the indicator is named, nothing.
QString targetOf(const Plan &plan, const Indicator &indicator, PaperNotes &notes)
{
    const QString stated = valuesIn(plan, indicator, u"target", notes);
    if (!stated.isEmpty())
        return stated;
    return indicator.state.isEmpty() ? QString() : keywordLabel(fieldOf<&Indicator::state>(), indicator.state);
}

/// A column nobody states anything in is left out.
void dropEmptyColumns(CouncilTable &table)
{
    for (qsizetype column = table.columns.size() - 1; column >= 0; --column) {
        if (std::any_of(table.rows.begin(), table.rows.end(), [column](const QStringList &row) { return !row[column].isEmpty(); }))
            continue;
        table.columns.remove(column);
        for (QStringList &row : table.rows)
            row.remove(column);
    }
}

/// Indicators with 現状, 目標 and 実績; whose they are stands in front where `measures` is set.
CouncilTable valueTable(const Plan &plan, const Indicators &indicators, bool measures, PaperNotes &notes)
{
    CouncilTable table;
    if (measures)
        table.columns << CouncilColumn{Texts::tr("番号"), numberWidth, Qt::AlignHCenter}
                      << CouncilColumn{measureWord(plan), measureWidth};
    const double width = measures ? valueWidth : wideValueWidth;
    table.columns << CouncilColumn{Texts::tr("指標"), 0, Qt::AlignLeft} << CouncilColumn{Texts::tr("現状"), width}
                  << CouncilColumn{Texts::tr("目標"), width} << CouncilColumn{Texts::tr("実績"), width};
    Id<Measure> before;
    for (const Indicator *indicator : indicators) {
        QStringList row{indicator->name, valuesIn(plan, *indicator, u"baseline", notes),
                        targetOf(plan, *indicator, notes), valuesIn(plan, *indicator, u"actual", notes)};
        if (measures) {
            const Measure *measure = plan.find(indicator->measure);
            // A shared cell is repeated on the next page, where it must fit a single row: that the number does.
            row.prepend(indicator->measure == before ? QString() : measure->shownTitle());
            row.prepend(measure->number);
            before = indicator->measure;
        }
        table.rows << row;
    }
    dropEmptyColumns(table);
    table.mergeFirst = measures && table.columns.first().width == numberWidth; // without numbers there is nothing to share
    table.mergeSecond = table.mergeFirst;
    return table;
}

/// Times down, indicators across.
CouncilTable seriesTable(const Plan &plan, const Indicators &indicators, PaperNotes &notes)
{
    CouncilTable table;
    table.columns << CouncilColumn{Texts::tr("時点"), timeWidth};
    QStringList units;
    QList<PlanTime> times;
    for (const Indicator *indicator : indicators) {
        if (!units.contains(indicator->unit))
            units << indicator->unit;
        for (const IndicatorValue *value : plan.parts<&IndicatorValue::indicator>(indicator->id)) {
            if (!times.contains(value->as_of))
                times << value->as_of;
        }
    }
    std::stable_sort(times.begin(), times.end(), isEarlier);
    const bool oneUnit = units.size() == 1 && !units.first().isEmpty();
    if (oneUnit)
        table.unit = Texts::tr("（単位：%1）").arg(units.first());
    for (const Indicator *indicator : indicators)
        table.columns << CouncilColumn{indicator->name, 0, Qt::AlignRight};
    for (const PlanTime &time : std::as_const(times)) {
        QStringList row{time.toJapanese()};
        for (const Indicator *indicator : indicators) {
            QStringList values;
            for (const IndicatorValue *value : plan.parts<&IndicatorValue::indicator>(indicator->id)) {
                if (value->as_of != time)
                    continue;
                const UnitShown unit = oneUnit ? UnitShown::InHead : UnitShown::WithFigure;
                const QString words = notes.numbered(*indicator, valueInWords(*indicator, *value, unit));
                if (words.isEmpty())
                    continue;
                const bool given = value->role == u"actual" || value->role == u"baseline";
                values << (given ? words
                                 : Texts::tr("%1（%2）").arg(words, keywordLabel(fieldOf<&IndicatorValue::role>(), value->role)));
            }
            row << values.join(u'\n');
        }
        table.rows << row;
    }
    return table;
}

/// Those of one system of definitions belong together; a long series stands alone.
void planWide(const Plan &plan, const Indicators &indicators, CouncilText &text, PaperNotes &notes)
{
    QStringList groups;
    Indicators single;
    for (const Indicator *indicator : indicators) {
        const bool isLong = plan.parts<&IndicatorValue::indicator>(indicator->id).size() > longSeries;
        if (indicator->group.isEmpty() && !isLong)
            single << indicator;
        const QString group = indicator->group.isEmpty() ? indicator->name : indicator->group;
        if ((isLong || !indicator->group.isEmpty()) && !groups.contains(group))
            groups << group;
    }
    for (const QString &group : std::as_const(groups)) {
        Indicators members;
        QStringList sources;
        for (const Indicator *indicator : indicators) {
            if ((indicator->group.isEmpty() ? indicator->name : indicator->group) != group || single.contains(indicator))
                continue;
            members << indicator;
            if (!indicator->source.isEmpty() && !sources.contains(indicator->source))
                sources << indicator->source;
        }
        text.addHeading(2, group);
        text.addTable(seriesTable(plan, members, notes));
        notes.write(text);
        if (!sources.isEmpty())
            text.addNote(Texts::tr("※出典：%1").arg(sources.join(Texts::tr("、"))));
    }
    if (single.isEmpty())
        return;
    if (!groups.isEmpty())
        text.addHeading(2, Texts::tr("そのほかの指標"));
    text.addTable(valueTable(plan, single, false, notes));
    notes.write(text);
    QStringList sources;
    for (const Indicator *indicator : std::as_const(single)) {
        if (!indicator->source.isEmpty())
            sources << Texts::tr("%1は%2").arg(indicator->name, indicator->source);
    }
    if (!sources.isEmpty())
        text.addNote(Texts::tr("※出典：%1").arg(sources.join(Texts::tr("、"))));
}
} // namespace

PrintJob indicatorJob(const Plan &plan, const PageStyle &style)
{
    Indicators wide;
    QHash<Id<Measure>, Indicators> byMeasure;
    for (const Indicator *indicator : plan.ordered<Indicator>()) {
        if (plan.find(indicator->measure))
            byMeasure[indicator->measure] << indicator;
        else
            wide << indicator;
    }
    CouncilText text;
    PaperNotes notes(plan);
    if (!byMeasure.isEmpty()) {
        Indicators ofMeasures;
        for (const Measure *measure : plan.ordered<Measure>())
            ofMeasures << byMeasure.value(measure->id);
        text.addHeading(1, Texts::tr("%1の指標").arg(measureWord(plan)));
        text.addTable(valueTable(plan, ofMeasures, true, notes));
        notes.write(text);
    }
    if (!wide.isEmpty()) {
        text.addHeading(1, Texts::tr("計画全体の指標と統計"));
        planWide(plan, wide, text, notes);
    }
    PrintJob job = councilJob(Texts::tr("指標"), text, style);
    job.title = Texts::tr("%1 指標").arg(plan.info().title).trimmed();
    return job;
}

} // namespace shisaku
