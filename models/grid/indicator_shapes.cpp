// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/indicator_shapes.h"

#include "models/document/note_numbers.h"
#include "models/plan/decimal.h"
#include "models/plan/field_text.h"
#include "models/plan/indicator_words.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(IndicatorShapes)
};

const Indicator *indicatorAt(const Plan &plan, RowId row)
{
    return plan.find(Id<Indicator>(row));
}

/// The value of a role that lies latest; null if there is none.
const IndicatorValue *latest(const Plan &plan, Id<Indicator> indicator, QLatin1String role)
{
    const IndicatorValue *found = nullptr;
    const auto month = [](const IndicatorValue &value) { return value.as_of.isDated() ? value.as_of.endMonth() : 0; };
    for (const IndicatorValue *value : plan.parts<&IndicatorValue::indicator>(indicator)) {
        const bool stated = !value->value.isEmpty() || !value->printed.isEmpty();
        if (value->role == role && stated && (!found || month(*value) >= month(*found)))
            found = value;
    }
    return found;
}

QString valueText(const Indicator &indicator, const IndicatorValue &value)
{
    const QString text = withoutAnchors(valueInWords(indicator, value, UnitShown::InHead));
    return value.as_of.isDated() ? Texts::tr("%1（%2）").arg(text, value.as_of.toShortJapanese()) : text;
}

GridColumn latestColumn(const QString &header, QLatin1String role)
{
    GridColumn column = composedColumn(header, 124);
    column.number = true;
    column.text = [role](const Plan &plan, RowId row) {
        const Indicator *indicator = indicatorAt(plan, row);
        if (const IndicatorValue *value = latest(plan, indicator->id, role))
            return valueText(*indicator, *value);
        if (role != "target"_L1 || indicator->state.isEmpty())
            return QString();
        return keywordLabel(fieldOf<&Indicator::state>(), indicator->state);
    };
    column.sortKey = [role](const Plan &plan, RowId row) {
        const IndicatorValue *value = latest(plan, Id<Indicator>(row), role);
        return value ? value->value : QString();
    };
    return column;
}

bool shows(const Plan &plan, const Indicator &indicator, IndicatorChoice choice)
{
    switch (choice) {
    case IndicatorChoice::OfMeasures:
        return !indicator.measure.isNull();
    case IndicatorChoice::PlanWide:
        return indicator.measure.isNull();
    case IndicatorChoice::WithoutTarget:
        return !indicator.measure.isNull() && !hasTarget(plan, indicator.id);
    case IndicatorChoice::All:
        break;
    }
    return true;
}

/// The indicators in the order of their measures; those of the plan at large come last.
QList<GridRow> indicatorRows(const Plan &plan, IndicatorChoice choice)
{
    QList<GridRow> rows;
    const auto take = [&](const QList<const Indicator *> &indicators) {
        for (const Indicator *indicator : indicators) {
            if (shows(plan, *indicator, choice))
                rows << GridRow{indicator->id.row};
        }
    };
    for (const Measure *measure : plan.ordered<Measure>())
        take(plan.parts<&Indicator::measure>(measure->id));
    QList<const Indicator *> ofPlan = plan.ordered<Indicator>(); // what refers to nothing is in no index
    ofPlan.removeIf([](const Indicator *indicator) { return !indicator->measure.isNull(); });
    take(ofPlan);
    return rows;
}

void collectMeasures(const Plan &plan, Id<Category> category, QSet<Id<Measure>> &measures)
{
    for (const Membership *membership : plan.parts<&Membership::category>(category))
        measures.insert(membership->measure);
    for (const Category *child : plan.parts<&Category::parent>(category))
        collectMeasures(plan, child->id, measures);
}

GridColumn countColumn(const QString &header, const std::function<QString(const IndicatorCoverage &)> &text)
{
    GridColumn column = composedColumn(header, 150);
    column.number = true;
    column.text = [text](const Plan &plan, RowId row) { return text(coverageOf(plan, Id<Category>(row))); };
    return column;
}

QString partOf(int part, int whole)
{
    const auto share = Decimal::percent(Decimal::of(part), Decimal::of(whole));
    return share ? Texts::tr("%1（%2%）").arg(part).arg(share->toJapanese(1)) : QString::number(part);
}
} // namespace

GridShape indicatorShape(IndicatorChoice choice)
{
    GridShape shape;
    shape.key = u"indicator"_s;
    shape.frozen = 1;
    shape.table = TableId::Indicator;
    GridColumn measure = fieldColumn<&Indicator::measure>(Texts::tr("施策"), 170);
    measure.text = [](const Plan &plan, RowId row) {
        const Measure *of = plan.find(indicatorAt(plan, row)->measure);
        return of ? u"%1　%2"_s.arg(of->number, of->shownTitle()) : Texts::tr("計画全体");
    };
    measure.write = [](const Plan &plan, RowId row, const QString &typed, const IdSource &, ChangeBuilder &change) -> Result<void> {
        const QString named = typed.trimmed();
        const auto of = readField(plan, fieldOf<&Indicator::measure>(), named == Texts::tr("計画全体") ? QString() : named);
        if (!of)
            return of.error();
        change.set(TableId::Indicator, row, fieldIndex<&Indicator::measure>(), *of);
        return {};
    };
    measure.sortKey = [](const Plan &plan, RowId row) {
        const Measure *of = plan.find(indicatorAt(plan, row)->measure);
        return of ? of->number : Texts::tr("計画全体");
    };
    shape.columns = {measure,
                     fieldColumn<&Indicator::group>(Texts::tr("系列"), 76, true),
                     fieldColumn<&Indicator::name>(Texts::tr("指標名"), 0, true),
                     fieldColumn<&Indicator::unit>(Texts::tr("単位"), 52),
                     latestColumn(Texts::tr("現状"), "baseline"_L1),
                     latestColumn(Texts::tr("実績（最新）"), "actual"_L1),
                     latestColumn(Texts::tr("目標"), "target"_L1),
                     fieldColumn<&Indicator::state>(Texts::tr("設定状況"), 104),
                     fieldColumn<&Indicator::direction>(Texts::tr("望ましい方向"), 116),
                     fieldColumn<&Indicator::definition>(Texts::tr("定義"), 140, true),
                     fieldColumn<&Indicator::source>(Texts::tr("出典"), 110)};
    shape.rows = [choice](const Plan &plan) { return indicatorRows(plan, choice); };
    shape.reads = {TableId::IndicatorValue, TableId::Measure};
    shape.initial = {{fieldIndex<&Indicator::name>(), Texts::tr("新しい指標")}};
    return shape;
}

GridShape indicatorValueShape(Id<Indicator> of)
{
    GridShape shape;
    shape.key = u"indicator-value"_s;
    shape.table = TableId::IndicatorValue;
    shape.columns = {
        fieldColumn<&IndicatorValue::as_of>(Texts::tr("時点"), 84), fieldColumn<&IndicatorValue::role>(Texts::tr("種類"), 72),
        fieldColumn<&IndicatorValue::value>(Texts::tr("値"), 84), fieldColumn<&IndicatorValue::qualifier>(Texts::tr("限定"), 60),
        fieldColumn<&IndicatorValue::printed>(Texts::tr("原典の表記"), 0, true)};
    shape.rows = [of](const Plan &plan) { return gridRows(plan.parts<&IndicatorValue::indicator>(of)); };
    shape.initial = {{fieldIndex<&IndicatorValue::indicator>(), of.row}, {fieldIndex<&IndicatorValue::role>(), u"actual"_s}};
    shape.canAdd = !of.isNull();
    return shape;
}

IndicatorCoverage coverageOf(const Plan &plan, Id<Category> category)
{
    QSet<Id<Measure>> measures;
    collectMeasures(plan, category, measures);
    IndicatorCoverage coverage;
    coverage.measures = static_cast<int>(measures.size());
    for (Id<Measure> measure : measures) {
        const auto indicators = plan.parts<&Indicator::measure>(measure);
        coverage.withIndicator += indicators.isEmpty() ? 0 : 1;
        coverage.withTarget += std::any_of(indicators.begin(), indicators.end(),
                                           [&](const Indicator *indicator) { return hasTarget(plan, indicator->id); });
    }
    return coverage;
}

GridShape coverageShape()
{
    GridShape shape;
    shape.key = u"coverage"_s;
    shape.table = TableId::Category;
    GridColumn name = composedColumn(Texts::tr("分類"), 0, {}, true);
    name.head = [](const Plan &shown) {
        const auto lists = shown.ordered<Classification>();
        return lists.isEmpty() ? Texts::tr("分類") : lists.first()->title;
    };
    name.text = [](const Plan &shown, RowId row) {
        const Category *category = shown.find(Id<Category>(row));
        return category->code.isEmpty() ? category->title : category->code + u' ' + category->title;
    };
    shape.columns = {name, countColumn(Texts::tr("施策数"), [](const auto &of) { return QString::number(of.measures); }),
                     countColumn(Texts::tr("指標のある施策"), [](const auto &of) { return partOf(of.withIndicator, of.measures); }),
                     countColumn(Texts::tr("目標値のある施策"), [](const auto &of) { return partOf(of.withTarget, of.measures); })};
    shape.rows = [](const Plan &shown) {
        const auto lists = shown.ordered<Classification>();
        return lists.isEmpty() ? QList<GridRow>() : gridRows(shown.roots(lists.first()->id));
    };
    shape.canAdd = false;
    shape.canRemove = false;
    shape.canMove = false;
    shape.reads = {TableId::Classification, TableId::Membership, TableId::Indicator, TableId::IndicatorValue};
    return shape;
}

} // namespace shisaku
