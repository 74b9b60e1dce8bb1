// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/passage_tables.h"

#include "models/document/note_numbers.h"
#include "models/plan/field_text.h"
#include "models/plan/indicator_words.h"
#include "models/plan/office_names.h"
#include "models/plan/rules.h"
#include "models/results/effect_amounts.h"

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PassageTables)
};

/// What shares a table.
enum class Kind { Figures, Projects, Cases, Measures, Other };

Kind kindOf(const PassageItem &item)
{
    switch (item.item.table) {
    case TableId::Indicator:
    case TableId::Effect:
        return Kind::Figures;
    case TableId::Project:
        return Kind::Projects;
    case TableId::CaseStudy:
        return Kind::Cases;
    case TableId::Measure:
        return Kind::Measures;
    default:
        return Kind::Other;
    }
}

template <auto Member>
QString shown(const Plan &plan, const typename fields::MemberOf<decltype(Member)>::Row &row)
{
    const Field &field = fieldOf<Member>();
    return fieldText(plan, field, field.read(&row));
}

QString orUnknown(const QString &text)
{
    return text.isEmpty() ? u"…"_s : text;
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"－"_s : text;
}

void addIndicator(const Plan &plan, const Indicator &indicator, const QString &label, CouncilTable &table)
{
    const QString name = label.isEmpty() ? indicator.name : label;
    for (const IndicatorValue *value : valuesInTime(plan, indicator.id))
        table.rows << QStringList{name, orUnknown(value->as_of.toJapanese()), withoutAnchors(valueInWords(indicator, *value))};
}

void addEffect(const Plan &plan, const Effect &effect, const QString &label, CouncilTable &table)
{
    QStringList parts;
    if (effect.task_count)
        parts << Texts::tr("%1業務").arg(shown<&Effect::task_count>(plan, effect));
    if (const auto offices = officeCount(plan, effect))
        parts << Texts::tr("%1部署").arg(*offices);
    if (const auto saved = hoursOf(effect).saved) {
        const QString basis = effect.basis == u"年間" ? Texts::tr("年間") : QString();
        parts << Texts::tr("%1%2時間の業務時間短縮").arg(basis, hoursText(*saved));
    }
    const QString name = label.isEmpty() ? Texts::tr("%1の活用実績").arg(plan.choiceLabel(u"tool", effect.tool)) : label;
    table.rows << QStringList{name, orUnknown(effect.as_of.toJapanese()), parts.join(Texts::tr("、"))};
}

CouncilTable figureTable(const Plan &plan, const QList<const PassageItem *> &items)
{
    CouncilTable table;
    table.mergeFirst = true;
    table.columns = {{Texts::tr("項目")}, {Texts::tr("時点"), 34}, {Texts::tr("実績"), 58}};
    for (const PassageItem *item : items) {
        if (const Indicator *indicator = plan.find(Id<Indicator>(item->item.row)))
            addIndicator(plan, *indicator, item->label, table);
        else if (const Effect *effect = plan.find(Id<Effect>(item->item.row)))
            addEffect(plan, *effect, item->label, table);
    }
    return table;
}

CouncilTable projectTable(const Plan &plan, const QList<const PassageItem *> &items)
{
    CouncilTable table;
    table.mergeFirst = true;
    table.columns = {{Texts::tr("取組状況"), 28}, {Texts::tr("課題テーマ")}, {Texts::tr("所管課"), 45}};
    for (const PassageItem *item : items) {
        const Project *project = plan.find(Id<Project>(item->item.row));
        if (!project)
            continue;
        QList<Id<Department>> offices;
        for (const ProjectDepartment *part : plan.parts<&ProjectDepartment::project>(project->id))
            offices << part->department;
        table.rows << QStringList{orUnknown(project->state), item->label.isEmpty() ? project->title : item->label,
                                  orNone(officeNames(plan, offices))};
    }
    return table;
}

CouncilTable caseTable(const Plan &plan, const QList<const PassageItem *> &items)
{
    CouncilTable table;
    table.mergeFirst = true;
    table.columns = {{Texts::tr("事例"), 50},
                     {Texts::tr("項目")},
                     {Texts::tr("導入前"), 26, Qt::AlignRight},
                     {Texts::tr("導入後"), 26, Qt::AlignRight}};
    for (const PassageItem *item : items) {
        const CaseStudy *study = plan.find(Id<CaseStudy>(item->item.row));
        if (!study)
            continue;
        for (const CaseValue *value : plan.parts<&CaseValue::case_study>(study->id)) {
            const auto figure = [&](const QString &number) {
                return number.isEmpty() ? u"－"_s : qualified(number + value->unit, value->qualifier);
            };
            table.rows << QStringList{item->label.isEmpty() ? study->title : item->label, value->label,
                                      figure(shown<&CaseValue::before>(plan, *value)),
                                      figure(shown<&CaseValue::after>(plan, *value))};
        }
    }
    return table;
}

void addRun(const Plan &plan, Kind kind, const QList<const PassageItem *> &items, const PlanTime &at, CouncilText &text)
{
    switch (kind) {
    case Kind::Figures:
        text.addTable(figureTable(plan, items));
        break;
    case Kind::Projects:
        text.addTable(projectTable(plan, items));
        break;
    case Kind::Cases:
        text.addTable(caseTable(plan, items));
        break;
    case Kind::Measures: {
        QList<const Measure *> measures;
        for (const PassageItem *item : items) {
            if (const Measure *measure = plan.find(Id<Measure>(item->item.row)))
                measures << measure;
        }
        text.addTable(measureTable(plan, measures, at));
        break;
    }
    case Kind::Other:
        for (const PassageItem *item : items)
            text.addParagraph(item->label.isEmpty() ? rowName(plan, item->item.table, item->item.row) : item->label);
        break;
    }
}
} // namespace

CouncilTable measureTable(const Plan &plan, const QList<const Measure *> &measures, const PlanTime &at)
{
    CouncilTable table;
    table.columns = {{Texts::tr("番号"), 16, Qt::AlignHCenter}, {Texts::tr("事業名")}, {Texts::tr("所管課"), 62}};
    for (const Measure *measure : measures)
        table.rows << QStringList{measure->number, measure->title, orNone(leadNames(plan, {measure}, at))};
    return table;
}

void addPassageTables(const Plan &plan, const Passage &passage, const PlanTime &at, CouncilText &text)
{
    QList<const PassageItem *> run;
    for (const PassageItem *item : plan.parts<&PassageItem::passage>(passage.id)) {
        if (!run.isEmpty() && kindOf(*item) != kindOf(*run.last())) {
            addRun(plan, kindOf(*run.last()), run, at, text);
            run.clear();
        }
        run << item;
    }
    if (!run.isEmpty())
        addRun(plan, kindOf(*run.last()), run, at, text);
}

} // namespace shisaku
