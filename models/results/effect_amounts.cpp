// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/effect_amounts.h"

#include "models/plan/ranges.h"
#include "models/plan/time_order.h"

#include <QCoreApplication>
#include <QSet>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(EffectAmounts)
};

constexpr int monthsPerYear = 12;
constexpr qsizetype mostNamedWorks = 2; ///< More would drown the sentence they stand in.

/// What states no role is what was reached.
QString roleOf(const Effect &effect)
{
    return effect.role.isEmpty() ? u"actual"_s : effect.role;
}

bool isReportOf(const Effect &effect, const QString &tool)
{
    return effect.measure.isNull() && effect.tool == tool && roleOf(effect) == "actual"_L1;
}

template <typename Wanted>
QList<const Effect *> those(QList<const Effect *> rows, Wanted wanted)
{
    rows.removeIf([&](const Effect *row) { return !wanted(*row); });
    return rows;
}

HourAmounts hoursOfAll(const QList<const Effect *> &rows)
{
    HourAmounts sum = HourAmounts::of(sumOf<Decimal>(rows, [](const Effect &row) { return hoursOf(row).before; }),
                                      sumOf<Decimal>(rows, [](const Effect &row) { return hoursOf(row).after; }));
    sum.saved = sumOf<Decimal>(rows, [](const Effect &row) { return hoursOf(row).saved; });
    return sum;
}

EffectTotal totalOf(const Plan &plan, const QString &basis, const QList<const Effect *> &rows)
{
    EffectTotal total;
    total.basis = basis;
    total.rows = rows;
    const auto saves = those(rows, [](const Effect &row) { return hoursOf(row).saved.has_value(); });
    total.summed = saves.isEmpty() ? rows : saves;
    total.tasks = sumOf<qint64>(total.summed, [](const Effect &row) { return ranged<&Effect::task_count>(row); });
    total.hours = hoursOfAll(total.summed);
    total.computed = hoursOfAll(those(total.summed, [](const Effect &row) { return hoursOf(row).isComputed(); }));
    total.offices = OfficeTally(plan, total.summed);
    if (total.offices.isComplete())
        total.officeCount = total.offices.distinct();
    for (const Effect *row : rows) {
        total.officeMentions += officeCount(plan, *row).value_or(0);
        total.hasBareCounts = total.hasBareCounts || (officesOf(plan, row->id).isEmpty() && row->printed_departments);
    }
    return total;
}

} // namespace

QString basisOf(const Effect &effect)
{
    if (effect.scope == "cumulative"_L1 && (effect.basis.isEmpty() || effect.basis == u"年度実績"))
        return u"累計"_s;
    return effect.basis.isEmpty() ? u"不明"_s : effect.basis;
}

bool printsAnotherRate(const Effect &effect)
{
    const auto printed = PrintedAmount::fromText(effect.printed_rate);
    const HourAmounts hours = hoursOf(effect);
    return printed && !(hours.isComputed() && printed->isPercentOf(*hours.saved, *hours.before));
}

QList<const Effect *> yearRows(const Plan &plan, const QString &tool)
{
    return those(plan.ordered<Effect>(),
                 [&](const Effect &effect) { return isReportOf(effect, tool) && effect.scope != "total"_L1; });
}

QList<const Effect *> yearsSummedBy(const Plan &plan, const Effect &total)
{
    return those(plan.ordered<Effect>(), [&total](const Effect &row) {
        return row.scope != "total"_L1 && row.scope != "cumulative"_L1 && row.tool == total.tool && row.measure == total.measure
               && basisOf(row) == basisOf(total) && roleOf(row) == roleOf(total);
    });
}

QList<const Effect *> printedTotals(const Plan &plan, const QString &tool)
{
    return those(plan.ordered<Effect>(),
                 [&](const Effect &effect) { return isReportOf(effect, tool) && effect.scope == "total"_L1; });
}

QStringList toolsWithResults(const Plan &plan)
{
    QStringList used;
    for (const Effect *effect :
         those(plan.ordered<Effect>(), [](const Effect &row) { return row.measure.isNull() && !row.tool.isEmpty(); })) {
        if (!used.contains(effect->tool))
            used << effect->tool;
    }
    QStringList tools;
    for (const Choice *choice : plan.choices(u"tool")) {
        if (used.removeOne(choice->key))
            tools << choice->key;
    }
    return tools + used;
}

QList<Id<Department>> officesOf(const Plan &plan, Id<Effect> effect)
{
    return OfficeTally::of(plan, effect);
}

std::optional<qint64> officeCount(const Plan &plan, const Effect &effect)
{
    const qsizetype named = officesOf(plan, effect.id).size();
    return named > 0 ? std::optional<qint64>(named) : ranged<&Effect::printed_departments>(effect);
}

QList<EffectTotal> totalsByBasis(const Plan &plan, const QList<const Effect *> &rows)
{
    QStringList bases;
    for (const Effect *row : rows) {
        if (!bases.contains(basisOf(*row)))
            bases << basisOf(*row);
    }
    QList<EffectTotal> totals;
    for (const QString &basis : bases) {
        QList<const Effect *> same = rows;
        same.removeIf([&](const Effect *row) { return basisOf(*row) != basis; });
        totals << totalOf(plan, basis, same);
    }
    return totals;
}

QString worksOf(const Plan &plan, const Effect &effect)
{
    QStringList titles;
    for (const EffectTask *work : plan.parts<&EffectTask::effect>(effect.id))
        titles << work->title;
    const qsizetype more = titles.size() - mostNamedWorks;
    if (more <= 0)
        return titles.join(Texts::tr("、"));
    return Texts::tr("%1ほか%2業務").arg(titles.first(mostNamedWorks).join(Texts::tr("、"))).arg(more);
}

QString rowsInWords(const Plan &plan, const QList<const Effect *> &rows, bool withTasks)
{
    QStringList names;
    for (const Effect *row : inTime(rows)) {
        QString name = row->as_of.isDated() ? row->as_of.toJapanese() : Texts::tr("年度不明の行");
        if (const QString works = worksOf(plan, *row); !works.isEmpty())
            name += Texts::tr("「%1」").arg(works);
        if (const auto tasks = ranged<&Effect::task_count>(*row); withTasks && tasks)
            name += Texts::tr("（%1業務）").arg(Decimal::of(*tasks).toJapanese());
        if (!names.contains(name))
            names << name;
    }
    return names.join(Texts::tr("、"));
}
QStringList missingFrom(const Plan &plan, const EffectTotal &total)
{
    if (!total.isWorthSaying())
        return {};
    QStringList said;
    const auto left = those(total.rows, [&](const Effect &row) { return !total.summed.contains(&row); });
    if (!left.isEmpty())
        said << Texts::tr("※合計は、削減時間が分からない%1を含まない。").arg(rowsInWords(plan, left, true));
    const auto without = [&](auto states, const QString &sentence) {
        const auto rows = those(total.summed, [&](const Effect &row) { return !states(row); });
        if (!rows.isEmpty() && rows.size() < total.summed.size())
            said << sentence.arg(rowsInWords(plan, rows));
        return rows.size() < total.summed.size() ? rows.size() : 0;
    };
    const auto sums = [](const Effect &row) { return hoursOf(row).isComputed(); };
    without([](const Effect &row) { return ranged<&Effect::task_count>(row).has_value(); },
            Texts::tr("※%1の業務数が分からないため、業務数の合計は示さない。"));
    without([&](const Effect &row) { return !officesOf(plan, row.id).isEmpty(); },
            Texts::tr("※%1の部署名が分からないため、部署数の合計は示さない。"));
    if (without(sums, Texts::tr("※%1は公表された削減時間だけが分かるため、導入前、導入後及び削減率の合計は示さない。")) > 0)
        said << Texts::tr("※導入前及び導入後の時間が分かる%1の計は、%2時間→%3時間（削減%4時間）である。")
                    .arg(rowsInWords(plan, those(total.summed, sums)), hoursText(*total.computed.before),
                         hoursText(*total.computed.after), hoursText(*total.computed.saved));
    return said;
}

QList<OfficeNovelty> officeNovelty(const Plan &plan, const QList<const Effect *> &rows)
{
    QSet<Id<Department>> seen;
    QList<OfficeNovelty> years;
    for (const Effect *row : inTime(rows)) {
        OfficeNovelty year;
        year.row = row;
        const QList<Id<Department>> offices = officesOf(plan, row->id);
        if (offices.isEmpty())
            year.unnamed = ranged<&Effect::printed_departments>(*row);
        for (Id<Department> office : offices) {
            seen.contains(office) ? ++year.repeated : ++year.first;
            seen.insert(office);
        }
        if (!offices.isEmpty() || year.unnamed)
            years << year;
    }
    return years;
}

YearlyValue yearlyValue(const CaseValue &value)
{
    YearlyValue yearly{Decimal::fromText(value.before), Decimal::fromText(value.after), false};
    if (value.per == u"年")
        return yearly;
    if (value.per != u"月")
        return {};
    yearly.computed = true;
    if (yearly.before)
        yearly.before = *yearly.before * monthsPerYear;
    if (yearly.after)
        yearly.after = *yearly.after * monthsPerYear;
    return yearly;
}

} // namespace shisaku
