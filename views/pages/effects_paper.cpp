// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/effects_paper.h"

#include "models/plan/indicator_words.h"
#include "models/plan/office_names.h"
#include "models/plan/time_order.h"
#include "models/results/effect_amounts.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(EffectsPaper)
};

constexpr double yearWidth = 14; // mm
constexpr double countWidth = 15;
constexpr double hoursWidth = 15;
constexpr double narrowWidth = 30; // where two or three columns of figures stand alone

QString japanese(const std::optional<Decimal> &number)
{
    return number ? number->toJapanese() : u"…"_s;
}

QString hoursShown(const std::optional<Decimal> &hours)
{
    return hours ? hoursText(*hours) : u"…"_s;
}

QString numberText(const std::optional<qint64> &number)
{
    return number ? Decimal::of(*number).toJapanese() : u"…"_s;
}

/// 「令和元年度～令和4年度」
QString span(const QList<const Effect *> &rows)
{
    const PlanTime *first = nullptr;
    const PlanTime *last = nullptr;
    for (const Effect *row : rows) {
        if (!row->as_of.isDated())
            continue;
        if (!first || row->as_of.firstMonth() < first->firstMonth())
            first = &row->as_of;
        if (!last || row->as_of.firstMonth() > last->firstMonth())
            last = &row->as_of;
    }
    if (!first)
        return {};
    return *first == *last ? first->toJapanese() : first->toJapanese() + u"～"_s + last->toJapanese();
}

QString years(const Project &project)
{
    if (!project.begins.isDated())
        return project.as_of.toJapanese();
    if (!project.ends.isDated() || project.ends == project.begins)
        return project.begins.toJapanese();
    return project.begins.toJapanese() + u"～"_s + project.ends.toJapanese();
}

/// 「（77%）」: the share of a count in the sum of its case, computed to the places of the printed share. Where that one
/// differs, a note says so. Empty where none was printed.
QString shareOf(const CaseStudy &study, const CaseValue &value, const QList<const CaseValue *> &values, QStringList &notes)
{
    const auto printed = Decimal::fromText(value.printed_share);
    const auto sum = std::find_if(values.begin(), values.end(), [](const CaseValue *other) { return other->total; });
    const auto count = Decimal::fromText(value.after);
    const auto whole = sum == values.end() ? std::nullopt : Decimal::fromText((*sum)->after);
    const qsizetype point = value.printed_share.indexOf(u'.');
    const int places = point < 0 ? 0 : static_cast<int>(value.printed_share.size() - point - 1);
    const auto share = count && whole ? Decimal::percent(*count, *whole, places) : std::nullopt;
    if (!printed || !share)
        return {};
    if (*share != *printed)
        notes << Texts::tr("※%1の「%2」の割合は、既に公表した資料では%3%としている。")
                     .arg(study.title, value.label, printed->toJapanese(places));
    return Texts::tr("（%1%）").arg(share->toJapanese(places));
}

class EffectsPaper {
public:
    explicit EffectsPaper(const Plan &plan) : m_plan(plan) {}

    CouncilText write()
    {
        for (const QString &key : toolsWithResults(m_plan))
            tool(key);
        projects();
        cases();
        if (m_text.blocks().isEmpty())
            m_text.addParagraph(Texts::tr("実績は、まだ登録されていません。"));
        return std::move(m_text);
    }

private:
    void tool(const QString &key);
    void toolNotes(const QList<EffectTotal> &totals);
    void projects();
    void cases();
    void figure(const ChartData &chart);
    QString nextTable(const QString &text) { return Texts::tr("表%1　%2").arg(++m_tables).arg(text); }

    const Plan &m_plan;
    CouncilText m_text;
    int m_tables = 0;
    int m_figures = 0;
};

void EffectsPaper::figure(const ChartData &chart)
{
    if (!chart.isEmpty())
        m_text.addChart(chart, Texts::tr("図%1　%2").arg(++m_figures).arg(chart.title));
}

/// The columns of a tool's table: those that a row states something in.
struct ToolColumns {
    ToolColumns(const Plan &plan, const QList<const Effect *> &rows)
    {
        for (const Effect *row : rows) {
            const HourAmounts amounts = hoursOf(*row);
            works = works || !worksOf(plan, *row).isEmpty();
            tasks = tasks || row->task_count;
            offices = offices || officeCount(plan, *row);
            names = names || !officesOf(plan, row->id).isEmpty();
            sides = sides || amounts.before || amounts.after;
            saved = saved || amounts.saved;
            rate = rate || amounts.rate;
        }
        hours = sides || saved;
    }

    bool works = false;
    bool tasks = false;
    bool offices = false;
    bool names = false;
    bool sides = false; ///< 導入前, 導入後
    bool saved = false;
    bool rate = false;
    bool hours = false;
};

void EffectsPaper::tool(const QString &key)
{
    const QString name = m_plan.choiceLabel(u"tool", key);
    const QList<EffectTotal> totals = totalsByBasis(m_plan, yearRows(m_plan, key));
    if (totals.isEmpty())
        return;
    const EffectTotal &shown = totals.first();
    const QString when = span(shown.rows);
    const QString heading = Texts::tr("%1の活用実績").arg(name);
    m_text.addHeading(1, when.isEmpty() ? heading : Texts::tr("%1（%2）").arg(heading, when));
    const ToolColumns has(m_plan, shown.rows);
    CouncilTable table;
    table.caption = nextTable(heading);
    table.unit = has.hours     ? Texts::tr("（単位：時間）")
                 : has.offices ? Texts::tr("（単位：部署）")
                 : has.tasks   ? Texts::tr("（単位：業務）")
                               : QString();
    const bool wide = has.hours || has.names || has.works;
    table.columns = {{Texts::tr("年度"), wide ? yearWidth : narrowWidth, Qt::AlignHCenter}};
    const auto figures = [&](bool any, const QString &head, double width) {
        if (any)
            table.columns << CouncilColumn{head, wide ? width : narrowWidth, Qt::AlignRight};
    };
    if (has.works)
        table.columns << CouncilColumn{Texts::tr("業務名")};
    figures(has.tasks, Texts::tr("業務数"), countWidth);
    figures(has.offices, Texts::tr("部署数"), countWidth);
    if (has.names)
        table.columns << CouncilColumn{Texts::tr("部署名"), 0, Qt::AlignLeft, true};
    figures(has.sides, Texts::tr("導入前"), hoursWidth);
    figures(has.sides, Texts::tr("導入後"), hoursWidth);
    figures(has.saved, Texts::tr("削減"), hoursWidth);
    figures(has.rate, Texts::tr("削減率"), hoursWidth);
    const auto cells = [&](const QString &first, const QString &works, const std::optional<qint64> &tasks,
                           const std::optional<qint64> &offices, const QString &names, const HourAmounts &hours) {
        QStringList row{first};
        if (has.works)
            row << works;
        if (has.tasks)
            row << numberText(tasks);
        if (has.offices)
            row << numberText(offices);
        if (has.names)
            row << names;
        if (has.sides)
            row << hoursShown(hours.before) << hoursShown(hours.after);
        if (has.saved)
            row << hoursShown(hours.saved);
        if (has.rate)
            row << (hours.rate ? hours.rate->toJapanese(1) + u'%' : u"…"_s);
        return row;
    };
    for (const Effect *row : inTime(shown.rows))
        table.rows << cells(row->as_of.isDated() ? row->as_of.toShortJapanese() : u"…"_s, worksOf(m_plan, *row), row->task_count,
                            officeCount(m_plan, *row), officeNames(m_plan, officesOf(m_plan, row->id)), hoursOf(*row));
    table.total = shown.isWorthSaying();
    if (table.total)
        table.rows << cells(Texts::tr("合計"), {}, shown.tasks, shown.officeCount,
                            shown.officeCount ? Texts::tr("実部署数（各部署を1回だけ数える）") : QString(), shown.hours);
    m_text.addTable(table);
    toolNotes(totals);
    figure(hoursChart(m_plan, key));
    figure(accumulatedChart(m_plan, key));
    figure(officesChart(m_plan, key));
}

void EffectsPaper::toolNotes(const QList<EffectTotal> &totals)
{
    const EffectTotal &total = totals.first();
    for (const QString &missing : missingFrom(m_plan, total))
        m_text.addNote(missing);
    if (total.officeCount)
        m_text.addNote(Texts::tr("※部署数：%1").arg(total.offices.told()), true);
    QList<const Effect *> others;
    for (const EffectTotal &other : totals.sliced(1))
        others << inTime(other.rows);
    for (const Effect *row : others) {
        QStringList facts;
        if (const QString works = worksOf(m_plan, *row); !works.isEmpty())
            facts << works;
        if (row->task_count)
            facts << Texts::tr("%1業務").arg(numberText(row->task_count));
        if (const auto offices = officeCount(m_plan, *row))
            facts << Texts::tr("%1部署").arg(numberText(offices));
        const HourAmounts hours = hoursOf(*row);
        if (hours.isComputed())
            facts << Texts::tr("%1時間→%2時間").arg(hoursText(*hours.before), hoursText(*hours.after));
        if (hours.saved)
            facts << Texts::tr("削減%1時間").arg(hoursText(*hours.saved));
        const QString time = row->as_of.isDated() ? row->as_of.toJapanese() : Texts::tr("年度不明");
        m_text.addNote(Texts::tr("※%1（%2）：%3。集計の基準が異なるため、表に含めない。")
                           .arg(row->scope == "cumulative"_L1 ? Texts::tr("%1現在").arg(time) : time, basisOf(*row),
                                facts.join(Texts::tr("、"))));
    }
    for (const Effect *row : inTime(total.rows)) {
        if (hoursOf(*row).isComputed() && printsAnotherRate(*row))
            m_text.addNote(
                Texts::tr("※%1の削減率は、既に公表した資料では%2%としている。").arg(rowsInWords(m_plan, {row}), row->printed_rate));
    }
}

void EffectsPaper::projects()
{
    for (const Keyword &kind : projectKinds) {
        const QString key = QString::fromUtf8(kind.key);
        QList<const Project *> rows = m_plan.ordered<Project>();
        rows.removeIf([&](const Project *project) { return project->kind != key; });
        if (rows.isEmpty())
            continue;
        const QString label = keywordLabel(fieldOf<&Project::kind>(), key);
        m_text.addHeading(1, Texts::tr("%1の実績").arg(label));
        const auto any = [&](auto stated) { return std::any_of(rows.begin(), rows.end(), stated); };
        const bool states = any([](const Project *project) { return !project->state.isEmpty(); });
        const bool dates = any([](const Project *project) { return project->begins.isDated(); });
        const bool offices = any(
            [&](const Project *project) { return !m_plan.parts<&ProjectDepartment::project>(project->id).isEmpty(); });
        CouncilTable table;
        if (states)
            table.columns << CouncilColumn{Texts::tr("取組状況"), 24};
        table.columns << CouncilColumn{Texts::tr("名称"), 0};
        if (dates)
            table.columns << CouncilColumn{Texts::tr("年度"), 42};
        if (offices)
            table.columns << CouncilColumn{Texts::tr("所管課"), 42, Qt::AlignLeft, true};
        for (const Project *project : rows) {
            QStringList cells;
            if (states)
                cells << project->state;
            cells << project->title;
            if (dates)
                cells << years(*project);
            QList<Id<Department>> named;
            for (const ProjectDepartment *part : m_plan.parts<&ProjectDepartment::project>(project->id))
                named << part->department;
            if (offices)
                cells << officeNames(m_plan, named);
            table.rows << cells;
        }
        table.caption = nextTable(label);
        m_text.addTable(table);
    }
}

void EffectsPaper::cases()
{
    const auto rows = m_plan.ordered<CaseStudy>();
    if (rows.isEmpty())
        return;
    m_text.addHeading(1, Texts::tr("活用事例"));
    CouncilTable table;
    table.caption = nextTable(Texts::tr("活用事例"));
    table.columns = {
        {Texts::tr("事例")}, {Texts::tr("用いた手段"), 21}, {Texts::tr("導入前")}, {Texts::tr("導入後")}, {Texts::tr("効果")}};
    QStringList notes;
    QString group; // said where it begins
    for (const CaseStudy *study : rows) {
        QStringList sides[3]; // before, after, task
        for (const CaseStep *step : m_plan.parts<&CaseStep::case_study>(study->id)) {
            const int side = step->side == "before"_L1 ? 0 : step->side == "after"_L1 ? 1 : 2;
            // 「手順② 照合：目視で確認」, and of the works that share a figure 「① 開栓指示数入力」
            const QString numbered = side < 2 ? Texts::tr("%1：%2") : Texts::tr("%1 %2");
            sides[side] << (step->label.isEmpty() ? step->text : numbered.arg(step->label, step->text)).trimmed();
        }
        QStringList effects;
        if (study->as_of.isDated())
            effects << Texts::tr("【%1】").arg(study->as_of.toJapanese());
        if (!study->effect.isEmpty())
            effects << study->effect;
        const auto values = m_plan.parts<&CaseValue::case_study>(study->id);
        for (const CaseValue *value : values) {
            const auto before = Decimal::fromText(value->before);
            const auto after = Decimal::fromText(value->after);
            const QString per = value->per.isEmpty() || value->per == u"件" ? QString() : Texts::tr("／%1").arg(value->per);
            const auto figure = [value](const std::optional<Decimal> &number) {
                return qualified(japanese(number) + value->unit, value->qualifier);
            };
            if (before && after) // 「待ち時間：最大90分→最大5分」
                effects << Texts::tr("%1：%2→%3").arg(value->label, figure(before), figure(after)) + per;
            else if (before || after)
                effects << Texts::tr("%1：%2").arg(value->label, figure(after ? after : before)) + per
                               + shareOf(*study, *value, values, notes);
        }
        QString name = study->title;
        if (study->group != std::exchange(group, study->group) && !study->group.isEmpty())
            name.prepend(Texts::tr("【%1】").arg(study->group) + u'\n');
        if (!sides[2].isEmpty())
            name += u'\n' + Texts::tr("（対象：%1）").arg(sides[2].join(Texts::tr("、")));
        const auto known = [](const QString &text) { return text.isEmpty() ? u"…"_s : text; };
        table.rows << QStringList{name, known(study->means), known(sides[0].join(u'\n')), known(sides[1].join(u'\n')),
                                  known(effects.join(u'\n'))};
    }
    m_text.addTable(table);
    for (const QString &note : std::as_const(notes))
        m_text.addNote(note);
    for (const ChartData &chart : caseCharts(m_plan))
        figure(chart);
}

} // namespace

PrintJob effectsJob(const Plan &plan, const PageStyle &style)
{
    const QString title = Texts::tr("業務効率化に資する取組状況");
    PrintJob job = councilJob(title, EffectsPaper(plan).write(), style);
    job.title = Texts::tr("%1 %2").arg(plan.info().title, title).trimmed();
    return job;
}

} // namespace shisaku
