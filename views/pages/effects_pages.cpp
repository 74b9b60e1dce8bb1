// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/effects_pages.h"

#include "models/item/effect_figures.h"
#include "models/item/effect_tables.h"
#include "views/sheet/sheet_painter.h"

#include <QPainter>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr double narrowTable = 0.4; // of the page's width, for two or three columns of figures

QString japanese(const std::optional<Decimal> &number, int places = -1)
{
    return number ? number->toJapanese(places) : u"…"_s;
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
} // namespace

EffectsPages::EffectsPages(const Plan &plan, CouncilOptions options) :
    m_plan(&plan), m_options(std::move(options)), m_flow(m_options.paper, *m_options.look)
{
    const CouncilHead &head = m_options.head;
    for (const QString &line : {head.date, head.office}) {
        if (!line.isEmpty())
            m_flow.lineRight(line);
    }
    QString title = tr("業務効率化に資する取組状況");
    if (!head.mark.isEmpty())
        title += tr("（%1）").arg(head.mark);
    m_flow.title(title);
    if (!head.meeting.isEmpty())
        m_flow.text(head.meeting);
    for (const QString &key : toolsWithResults(plan))
        tool(key);
    projects();
    cases();
    if (m_headings == 0)
        m_flow.text(tr("実績は、まだ登録されていません。"));
    m_flow.finish();
    m_plan = nullptr;
}

QString EffectsPages::nextHeading(const QString &text)
{
    return tr("%1　%2").arg(++m_headings).arg(text);
}

QString EffectsPages::nextTable(const QString &text)
{
    return tr("表%1　%2").arg(++m_tables).arg(text);
}

void EffectsPages::figure(const ChartData &chart)
{
    if (chart.isEmpty())
        return;
    m_flow.gap(6);
    m_flow.chart(chart);
    m_flow.figureCaption(tr("図%1　%2").arg(++m_figures).arg(chart.title));
}

void EffectsPages::tool(const QString &key)
{
    const QString name = m_plan->choiceLabel(u"tool", key);
    const QList<EffectTotal> totals = totalsByBasis(*m_plan, yearRows(*m_plan, key));
    if (totals.isEmpty())
        return;
    const EffectTotal &shown = totals.first();
    m_flow.heading(nextHeading(tr("%1の活用実績（%2）").arg(name, span(shown.rows))));
    const bool hours = shown.rowsWithHours > 0;
    const bool named = !shown.offices.isEmpty();
    PaperTable table;
    table.columns = {{tr("年度"), 9, Qt::AlignHCenter, false}};
    if (shown.tasks)
        table.columns << PaperTable::Column{tr("業務数"), 9, Qt::AlignRight, true};
    table.columns << PaperTable::Column{tr("部署数"), 9, Qt::AlignRight, true};
    if (named)
        table.columns << PaperTable::Column{tr("部署名"), 44, Qt::AlignLeft, false, true};
    if (hours) {
        for (const QString &head : {tr("導入前"), tr("導入後"), tr("削減"), tr("削減率")})
            table.columns << PaperTable::Column{head, 11, Qt::AlignRight, true};
    }
    table.width = hours || named ? 1 : narrowTable;
    const auto cells = [&](const QString &first, const std::optional<qint64> &tasks, const std::optional<qint64> &offices,
                           const QString &names, const HourFigures &figures) {
        QStringList row{first};
        if (shown.tasks)
            row << numberText(tasks);
        row << numberText(offices);
        if (named)
            row << names;
        if (hours)
            row << japanese(figures.before) << japanese(figures.after) << japanese(figures.saved)
                << (figures.rate ? figures.rate->toJapanese(1) + u'%' : u"…"_s);
        return row;
    };
    for (const Effect *row : shown.rows)
        table.rows.append({cells(row->as_of.toShortJapanese(), row->task_count, officeCount(*m_plan, *row),
                                 officeNames(*m_plan, officesOf(*m_plan, row->id)), hoursOf(*row)),
                           false});
    if (shown.rows.size() > 1 && (hours || shown.officesAreNamed))
        table.rows.append(
            {cells(tr("合計"), shown.tasks, shown.officesAreNamed ? std::optional<qint64>(shown.offices.size()) : std::nullopt,
                   shown.officesAreNamed ? tr("実部署数（各部署を1回だけ数える）") : QString(), shown.hours),
             true});
    m_flow.tableCaption(nextTable(tr("%1の活用実績").arg(name)), hours ? tr("（単位：時間）") : tr("（単位：部署）"));
    m_flow.table(table);

    QList<const Effect *> others;
    for (qsizetype i = 1; i < totals.size(); ++i)
        others << totals[i].rows;
    toolNotes(key, others);
    figure(hoursChart(*m_plan, key));
    figure(accumulatedChart(*m_plan, key));
    figure(officesChart(*m_plan, key));
}

void EffectsPages::toolNotes(const QString &key, const QList<const Effect *> &others)
{
    const EffectTotal total = totalsByBasis(*m_plan, yearRows(*m_plan, key)).first();
    if (total.officesAreNamed && !total.offices.isEmpty())
        m_flow.note(tr("※部署数：%1").arg(total.officeExplanation()));
    for (const Effect *row : others) {
        QStringList facts;
        if (row->task_count)
            facts << tr("%1業務").arg(numberText(row->task_count));
        if (const auto offices = officeCount(*m_plan, *row))
            facts << tr("%1部署").arg(numberText(offices));
        const HourFigures hours = hoursOf(*row);
        const auto saved = hours.saved ? hours.saved : Decimal::fromText(row->printed_saved);
        if (saved)
            facts << tr("削減%1時間").arg(japanese(saved));
        m_flow.note(tr("※%1（%2）：%3。集計の基準が異なるため、表に含めない。")
                        .arg(row->as_of.toJapanese(), basisOf(*row), facts.join(tr("、"))));
    }
    for (const Effect *row : total.rows) {
        const auto printed = Decimal::fromText(row->printed_rate);
        const auto rate = hoursOf(*row).rate;
        if (printed && rate && *printed != *rate)
            m_flow.note(
                tr("※%1の削減率は、既に公表した資料では%2%としている。").arg(row->as_of.toJapanese(), japanese(printed, 1)));
    }
}

void EffectsPages::projects()
{
    for (const Keyword &kind : projectKinds) {
        const QString key = QString::fromUtf8(kind.key);
        QList<const Project *> rows = m_plan->ordered<Project>();
        rows.removeIf([&](const Project *project) { return project->kind != key; });
        if (rows.isEmpty())
            continue;
        const QString label = keywordLabel(fieldOf<&Project::kind>(), key);
        m_flow.heading(nextHeading(tr("%1の実績").arg(label)));
        const auto any = [&](auto stated) { return std::any_of(rows.begin(), rows.end(), stated); };
        const bool states = any([](const Project *project) { return !project->state.isEmpty(); });
        const bool dates = any([](const Project *project) { return project->begins.isDated(); });
        const bool offices = any(
            [&](const Project *project) { return !m_plan->parts<&ProjectDepartment::project>(project->id).isEmpty(); });
        PaperTable table;
        if (states)
            table.columns << PaperTable::Column{tr("取組状況"), 16};
        table.columns << PaperTable::Column{tr("名称"), 46};
        if (dates)
            table.columns << PaperTable::Column{tr("年度"), 24};
        if (offices)
            table.columns << PaperTable::Column{tr("所管課"), 26, Qt::AlignLeft, false, true};
        for (const Project *project : rows) {
            QStringList cells;
            if (states)
                cells << project->state;
            cells << project->title;
            if (dates)
                cells << years(*project);
            QList<Id<Department>> named;
            for (const ProjectDepartment *part : m_plan->parts<&ProjectDepartment::project>(project->id))
                named << part->department;
            if (offices)
                cells << officeNames(*m_plan, named);
            table.rows.append({cells, false});
        }
        m_flow.tableCaption(nextTable(label));
        m_flow.table(table);
    }
}

void EffectsPages::cases()
{
    const auto rows = m_plan->ordered<CaseStudy>();
    if (rows.isEmpty())
        return;
    m_flow.heading(nextHeading(tr("活用事例")));
    PaperTable table;
    table.columns = {{tr("事例"), 24, Qt::AlignLeft, false},
                     {tr("用いた手段"), 14, Qt::AlignLeft, false},
                     {tr("導入前"), 24, Qt::AlignLeft, false},
                     {tr("導入後"), 24, Qt::AlignLeft, false},
                     {tr("効果"), 24, Qt::AlignLeft, false}};
    for (const CaseStudy *study : rows) {
        QStringList sides[3]; // before, after, task
        for (const CaseStep *step : m_plan->parts<&CaseStep::case_study>(study->id)) {
            const int side = step->side == "before"_L1 ? 0 : step->side == "after"_L1 ? 1 : 2;
            sides[side] << (step->label.isEmpty() ? step->text : tr("%1 %2").arg(step->label, step->text)).trimmed();
        }
        QStringList effects;
        if (!study->effect.isEmpty())
            effects << study->effect;
        for (const CaseValue *value : m_plan->parts<&CaseValue::case_study>(study->id)) {
            const auto before = Decimal::fromText(value->before);
            const auto after = Decimal::fromText(value->after);
            const QString per = value->per.isEmpty() || value->per == u"件" ? QString() : tr("／%1").arg(value->per);
            const QString unit = value->unit + per;
            if (before && after)
                effects << tr("%1：%2%3%4→%5%4").arg(value->label, value->qualifier, japanese(before), unit, japanese(after));
            else if (before || after)
                effects << tr("%1：%2%3%4").arg(value->label, value->qualifier, japanese(after ? after : before), unit);
        }
        QString name = study->title;
        if (!sides[2].isEmpty())
            name += u'\n' + tr("（対象：%1）").arg(sides[2].join(tr("、")));
        table.rows.append({{name, study->means, sides[0].join(u'\n'), sides[1].join(u'\n'), effects.join(u'\n')}, false});
    }
    m_flow.tableCaption(nextTable(tr("活用事例")));
    m_flow.table(table);
    for (const ChartData &chart : caseCharts(*m_plan))
        figure(chart);
}

void EffectsPages::paint(QPainter &painter, int page) const
{
    if (page == 0)
        paintPageHead(painter, m_options.paper, {}, m_options.head.documentNumber, *m_options.look);
    m_flow.paint(painter, page);
    paintPageNumber(painter, m_options.paper, m_options.firstPage + page, *m_options.look);
}

PrintJob effectsJob(const Plan &plan, const CouncilOptions &options)
{
    const auto pages = std::make_shared<EffectsPages>(plan, options);
    PrintJob job;
    job.title = EffectsPages::tr("%1 業務効率化に資する取組状況").arg(plan.info().title).trimmed();
    job.paper = options.paper;
    job.pageCount = pages->count();
    job.bookmarks = pages->bookmarks();
    job.firstPageNumber = options.firstPage;
    job.paint = [pages](QPainter &painter, int page) { pages->paint(painter, page); };
    return job;
}

} // namespace shisaku
