// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schedule/year_cells.h"

#include "models/plan/rank.h"
#include "models/plan/rules.h"
#include "models/schedule/time_axis.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(YearCells)
};

constexpr int never = 1'000'000;

/// Fiscal years from `from` to `to`; nothing for a bar without a date.
struct Years {
    int from;
    int to;
    bool holds(int year) const { return from <= year && year <= to; }
};

std::optional<Years> yearsOf(const Phase &phase)
{
    if (!phase.starts.isDated() && !phase.ends.isDated())
        return std::nullopt;
    const int last = phase.ends.isDated() ? fiscalYearOf(phase.ends.endMonth() - 1) : never;
    const int first = phase.starts.isDated() ? fiscalYearOf(phase.starts.firstMonth()) : -never;
    // Where one side is not known, the bar covers the other side's year and no more.
    return Years{phase.starts.isUnknown() ? last : first, phase.ends.isUnknown() ? first : last};
}

bool isStated(const QString &certainty)
{
    return certainty != u"inferred" && certainty != u"unknown"; // a column is as fine as a year cell
}

/// 「10月」「上半期」「10月1日」: the time within its fiscal year; empty for a whole year.
QString within(const PlanTime &time)
{
    switch (time.precision()) {
    case PlanTime::Precision::Day:
        return Texts::tr("%1月%2日").arg(time.monthOfYear()).arg(time.dayOfMonth());
    case PlanTime::Precision::Month:
        return Texts::tr("%1月").arg(time.monthOfYear());
    case PlanTime::Precision::Half:
        return time.monthOfYear() == 1 ? Texts::tr("上半期") : Texts::tr("下半期");
    default:
        return {};
    }
}

QString detailOf(const Phase &phase, const Years &years, int year)
{
    const QString from = years.from == year ? within(phase.starts) : QString();
    const QString to = years.to == year ? within(phase.ends) : QString();
    if (!from.isEmpty() && from == to)
        return from;
    if (!from.isEmpty() && !to.isEmpty())
        return Texts::tr("%1～%2").arg(from, to);
    if (!from.isEmpty())
        return Texts::tr("%1から").arg(from);
    return to.isEmpty() ? QString() : Texts::tr("%1まで").arg(to);
}

QString milestoneText(const Milestone &milestone)
{
    return (milestone.symbol.isEmpty() ? u"▲"_s : milestone.symbol) + milestone.label;
}

YearEntry entryOf(const Phase &phase, const QString &detail)
{
    return {TableId::Phase, phase.id.row, phase.label, detail, isStated(phase.certainty)};
}
YearEntry entryOf(const Milestone &milestone, const QString &detail)
{
    return {TableId::Milestone, milestone.id.row, milestoneText(milestone), detail, isStated(milestone.certainty)};
}

bool isMilestoneLine(const QString &line)
{
    return !line.isEmpty() && u"▲△◆★"_s.contains(line.at(0));
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    return lines;
}
} // namespace

QString YearEntry::shown() const
{
    QString line = text;
    if (!detail.isEmpty())
        line += Texts::tr("（%1）").arg(detail);
    if (!stated)
        line += Texts::tr("（推定）");
    return line;
}

YearColumns YearColumns::of(const Plan &plan)
{
    const TimeAxis axis = TimeAxis::of(plan, 1, 1, 1);
    return {axis.firstYear(), axis.lastYear()};
}

QList<YearEntry> yearEntries(const Plan &plan, Id<Initiative> initiative, int year)
{
    QList<YearEntry> list;
    for (const Phase *phase : plan.parts<&Phase::initiative>(initiative)) {
        if (const auto years = yearsOf(*phase); years && years->holds(year))
            list << entryOf(*phase, detailOf(*phase, *years, year));
    }
    for (const Milestone *milestone : plan.parts<&Milestone::initiative>(initiative)) {
        if (milestone->at.isDated() && fiscalYearOf(milestone->at.firstMonth()) == year)
            list << entryOf(*milestone, within(milestone->at));
    }
    return list;
}

QList<YearEntry> entriesBeside(const Plan &plan, Id<Initiative> initiative, const YearColumns &columns, int side)
{
    QList<YearEntry> list;
    for (const Phase *phase : plan.parts<&Phase::initiative>(initiative)) {
        const auto years = yearsOf(*phase);
        const int where = !years ? 0 : years->to < columns.first ? -1 : years->from > columns.last ? 1 : 2;
        if (where == side) {
            const QString from = phase->starts.isDated() ? phase->starts.toShortJapanese() : QString();
            const QString to = phase->ends.isDated() ? phase->ends.toShortJapanese() : QString();
            list << entryOf(*phase, !years ? QString() : from == to ? from : Texts::tr("%1～%2").arg(from, to));
        }
    }
    for (const Milestone *milestone : plan.parts<&Milestone::initiative>(initiative)) {
        const bool dated = milestone->at.isDated();
        const int year = dated ? fiscalYearOf(milestone->at.firstMonth()) : 0;
        if ((!dated ? 0 : year < columns.first ? -1 : year > columns.last ? 1 : 2) == side)
            list << entryOf(*milestone, dated ? milestone->at.toShortJapanese() : QString());
    }
    return list;
}

QString yearText(const QList<YearEntry> &entries)
{
    QStringList lines;
    for (const YearEntry &entry : entries)
        lines << entry.text;
    return lines.join(u'\n');
}

namespace {
/// Turns the entries of a cell into other lines.
class CellEdit {
public:
    CellEdit(const Plan &plan, Id<Initiative> initiative, int year, const IdSource &ids, ChangeBuilder &change) :
        m_plan(plan), m_initiative(initiative), m_year(year), m_ids(ids), m_change(change)
    {}

    void run(const QList<YearEntry> &old, const QStringList &lines)
    {
        QList<int> lineOf(old.size(), -1); // which line an entry becomes
        QList<bool> taken(lines.size(), false);
        const auto match = [&](auto fits) {
            for (qsizetype i = 0; i < old.size(); ++i) {
                for (qsizetype line = 0; line < lines.size() && lineOf[i] < 0; ++line) {
                    if (!taken[line] && fits(old[i], lines[line])) {
                        lineOf[i] = static_cast<int>(line);
                        taken[line] = true;
                    }
                }
            }
        };
        match([](const YearEntry &entry, const QString &line) { return entry.text == line; });
        match([](const YearEntry &entry, const QString &line) { return entry.isMilestone() == isMilestoneLine(line); });
        for (qsizetype i = 0; i < old.size(); ++i) {
            if (lineOf[i] < 0)
                remove(old[i]);
            else if (old[i].text != lines[lineOf[i]])
                rename(old[i], lines[lineOf[i]]);
        }
        for (qsizetype line = 0; line < lines.size(); ++line) {
            if (!taken[line])
                add(lines[line]);
        }
    }

private:
    void remove(const YearEntry &entry)
    {
        const Phase *phase = m_plan.find(Id<Phase>(entry.row));
        if (!entry.isMilestone() && phase && isWider(*phase))
            cutOut(*phase);
        else
            m_change.remove(entry.table, entry.row);
    }

    void rename(const YearEntry &entry, const QString &line)
    {
        if (entry.isMilestone()) {
            m_change.set<&Milestone::symbol>(Id<Milestone>(entry.row), line.left(1));
            m_change.set<&Milestone::label>(Id<Milestone>(entry.row), line.mid(1).trimmed());
            return;
        }
        const Phase *phase = m_plan.find(Id<Phase>(entry.row));
        if (!isWider(*phase)) {
            m_change.set<&Phase::label>(phase->id, line);
            return;
        }
        cutOut(*phase);
        add(line);
    }

    bool isWider(const Phase &phase) const
    {
        const Years years = *yearsOf(phase);
        return years.from != m_year || years.to != m_year;
    }

    /// Takes the year out of a bar over several years: what lies before and after stays.
    void cutOut(const Phase &phase)
    {
        const Years years = *yearsOf(phase);
        if (years.from == m_year) {
            m_change.set<&Phase::starts>(phase.id, PlanTime::fiscalYear(m_year + 1));
            return;
        }
        m_change.set<&Phase::ends>(phase.id, PlanTime::fiscalYear(m_year - 1));
        if (years.to == m_year)
            return;
        Phase rest = phase;
        rest.id = Id<Phase>(m_ids());
        rest.position = rankAfter(phase.position, nextRank(phase.position));
        rest.starts = PlanTime::fiscalYear(m_year + 1);
        m_change.insert(rest);
    }

    void add(const QString &line)
    {
        if (isMilestoneLine(line)) {
            Milestone milestone;
            milestone.id = Id<Milestone>(m_ids());
            const auto all = m_plan.parts<&Milestone::initiative>(m_initiative);
            m_lastMilestone = rankBetween(!m_lastMilestone.isEmpty() ? m_lastMilestone
                                          : all.isEmpty()            ? QString()
                                                                     : all.last()->position,
                                          {});
            milestone.position = m_lastMilestone;
            milestone.initiative = m_initiative;
            milestone.at = PlanTime::fiscalYear(m_year);
            milestone.symbol = line.left(1);
            milestone.label = line.mid(1).trimmed();
            m_change.insert(milestone);
            return;
        }
        Phase phase;
        phase.id = Id<Phase>(m_ids());
        const auto [before, after] = lastBefore(m_year);
        phase.position = m_lastPhase = rankAfter(m_lastPhase.isEmpty() ? before : m_lastPhase, after);
        phase.initiative = m_initiative;
        phase.starts = phase.ends = PlanTime::fiscalYear(m_year);
        phase.label = line;
        phase.certainty = u"stated"_s;
        m_change.insert(phase);
    }

    /// The rank of the last bar that begins in or before a year, and of the one behind it.
    QPair<QString, QString> lastBefore(int year) const
    {
        QPair<QString, QString> ranks;
        for (const Phase *phase : m_plan.parts<&Phase::initiative>(m_initiative)) {
            const auto years = yearsOf(*phase);
            if (!years || years->from <= year)
                ranks = {phase->position, {}};
            else if (ranks.second.isEmpty())
                ranks.second = phase->position;
        }
        return ranks;
    }

    QString nextRank(const QString &position) const
    {
        for (const Phase *phase : m_plan.parts<&Phase::initiative>(m_initiative)) {
            if (phase->position > position)
                return phase->position;
        }
        return {};
    }

    static QString rankAfter(const QString &before, const QString &after)
    {
        return rankBetween(before, after.isEmpty() || before < after ? after : QString());
    }

    const Plan &m_plan;
    Id<Initiative> m_initiative;
    int m_year;
    const IdSource &m_ids;
    ChangeBuilder &m_change;
    QString m_lastPhase;
    QString m_lastMilestone;
};
} // namespace

ChangeSet yearChange(const Plan &plan, Id<Initiative> initiative, int year, const QString &text, const IdSource &ids)
{
    const Initiative *row = plan.find(initiative);
    if (!row)
        return {};
    ChangeBuilder change(
        Texts::tr("%1『%2』の%3を変更")
            .arg(rowName(plan, TableId::Measure, row->measure.row), row->title, PlanTime::fiscalYear(year).toJapanese()));
    CellEdit(plan, initiative, year, ids, change).run(yearEntries(plan, initiative, year), linesOf(text));
    return std::move(change).build();
}

} // namespace shisaku
