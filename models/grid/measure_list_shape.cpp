// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/measure_list_shape.h"

#include "models/document/sheet_template.h"
#include "models/grid/measure_cells.h"
#include "models/order/numbering.h"
#include "models/order/shown_levels.h"
#include "models/plan/series.h"
#include "models/results/survey_counts.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MeasureList)
};

struct Listed {
    ListedColumn column;
    GridColumn cells;
};

GridColumn numberColumn()
{
    GridColumn number = fieldColumn<&Measure::number>(64);
    number.text = [](const Plan &plan, RowId row) { return shownNumber(*plan.find(Id<Measure>(row)), false); };
    // 「追加1」 is how an added measure is shown; its own number is 1.
    number.rule = [](const Plan &plan, RowId row, const Value &value, ChangeBuilder &change) -> Result<void> {
        Measure numbered = *plan.find(Id<Measure>(row));
        numbered.number = u"0"_s;
        const QString sign = shownNumber(numbered, false).chopped(1);
        const QString text = std::get<QString>(value);
        if (!sign.isEmpty() && text.startsWith(sign))
            change.set<&Measure::number>(Id<Measure>(row), text.sliced(sign.size()));
        return {};
    };
    return number;
}

/// Counts of the newest round in which anything was answered.
GridColumn progressColumn(Id<Survey> survey)
{
    GridColumn progress = composedColumn(Texts::tr("進捗"), 140, {}, true);
    progress.text = [survey](const Plan &plan, RowId row) {
        const StatusCounts counts = countStatuses(plan, survey, Id<Measure>(row));
        return counts.total() > 0 ? countsInWords(plan, counts) : QString();
    };
    return progress;
}

GridColumn initiativesColumn()
{
    GridColumn count = composedColumn(Texts::tr("取組の数"), 76);
    count.number = true;
    count.text = [](const Plan &plan, RowId row) {
        const auto initiatives = plan.rows<Initiative>().referring(fieldIndex<&Initiative::measure>(), row).size();
        return initiatives > 0 ? QString::number(initiatives) : QString();
    };
    return count;
}

QString keyOf(const Block &block)
{
    return u"text:"_s + (block.key.isEmpty() ? block.id.toText() : block.key);
}

QList<Listed> allColumns(const Plan &plan)
{
    QList<Listed> columns;
    const bool empty = plan.rows<Measure>().size() == 0; // everything that may come is offered
    const auto isFilled = [&plan, empty](QString Measure::*member) {
        const auto &measures = plan.rows<Measure>();
        return empty
               || std::any_of(measures.begin(), measures.end(), [member](const Measure &one) { return !(one.*member).isEmpty(); });
    };
    const auto hasRole = [&plan, empty](const QString &role) {
        const auto &duties = plan.rows<Responsibility>();
        return empty
               || std::any_of(duties.begin(), duties.end(), [&role](const Responsibility &duty) { return duty.role == role; });
    };
    const auto add = [&columns](const QString &key, GridColumn cells, bool usual = true, bool fixed = false) {
        columns.append({{key, cells.header, usual, fixed}, cells});
    };
    add(u"number"_s, numberColumn(), true, true);
    add(u"title"_s, fieldColumn<&Measure::title>(Texts::tr("%1名").arg(measureWord(plan)), 240, true), true, true);
    add(u"short"_s, fieldColumn<&Measure::short_title>(150, true), false);
    add(u"kind"_s, fieldColumn<&Measure::kind>(72), isFilled(&Measure::kind));
    add(u"horizon"_s, fieldColumn<&Measure::horizon>(84), isFilled(&Measure::horizon));
    for (const Classification *classification : plan.ordered<Classification>())
        add(u"class:"_s + classification->key,
            composedColumn(classification->title, 200, categoriesCell(classification->id), true));
    add(u"lead"_s, composedColumn(Texts::tr("所管課"), 150, partiesCell(u"lead"_s), true));
    add(u"related"_s, composedColumn(Texts::tr("関連課"), 180, partiesCell(u"related"_s), true), hasRole(u"related"_s));
    for (const Block *block : plan.ordered<Block>()) {
        if (block->kind == u"text")
            add(keyOf(*block), composedColumn(blockName(*block), 280, blockTextCell(block->id), true), false);
    }
    add(u"state"_s, composedColumn(Texts::tr("状態"), 120, stateCell(), true));
    add(u"initiatives"_s, initiativesColumn());
    if (const Survey *survey = newestAnsweredSurvey(plan))
        add(u"progress"_s, progressColumn(survey->id));
    add(u"group"_s, fieldColumn<&Measure::group_title>(Texts::tr("まとまり"), 140, true), false);
    return columns;
}

QList<Listed> columnsShown(const Plan &plan, const QStringList &chosen)
{
    const QList<Listed> all = allColumns(plan);
    QList<Listed> shown = all;
    shown.removeIf([&](const Listed &one) { return !one.column.isFixed && (!chosen.isEmpty() || !one.column.isUsual); });
    for (const QString &key : chosen) {
        const auto isIt = [&key](const Listed &one) { return one.column.key == key; };
        const auto found = std::find_if(all.begin(), all.end(), isIt);
        if (found != all.end() && std::none_of(shown.begin(), shown.end(), isIt))
            shown << *found;
    }
    return shown;
}

bool changesOrder(const ChangeSet &change)
{
    return std::any_of(change.rows.begin(), change.rows.end(), [](const RowChange &row) {
        if (row.table != TableId::Measure)
            return false;
        return row.isInsert() || row.isRemove() || std::any_of(row.after->begin(), row.after->end(), [](const FieldChange &field) {
                   return field.field == fieldIndex<&Measure::position>();
               });
    });
}
} // namespace

QList<ListedColumn> listedColumns(const Plan &plan)
{
    QList<ListedColumn> columns;
    for (const Listed &one : allColumns(plan))
        columns << one.column;
    return columns;
}

QStringList shownColumns(const Plan &plan, const QStringList &chosen)
{
    QStringList keys;
    for (const Listed &one : columnsShown(plan, chosen))
        keys << one.column.key;
    return keys;
}

GridShape measureListShape(const Plan &plan, const QStringList &chosen)
{
    GridShape shape;
    shape.table = TableId::Measure;
    shape.key = u"measures"_s;
    shape.scrolls = true;
    for (const Listed &one : columnsShown(plan, chosen)) {
        shape.columns << one.cells;
        shape.frozen += one.column.isFixed ? 1 : 0;
    }
    shape.rows = [](const Plan &now) { return gridRows(now.ordered<Measure>()); };
    shape.changesRows = &changesOrder;
    shape.insert = [](const Plan &now, RowId id, RowId beside, const FieldValues &values, const IdSource &ids,
                      ChangeBuilder &change) {
        addMeasure(now, Id<Measure>(id), Id<Measure>(beside), std::get<QString>(values[0]), ids, change);
    };
    shape.showingOthers = [](const Plan &now) { // 「施策2に統合」
        QList<RowId> merged;
        for (const Measure &measure : now.rows<Measure>()) {
            if (measure.state == u"統合")
                merged << measure.id.row;
        }
        return merged;
    };
    shape.reads = {
        TableId::Membership,           TableId::Category, TableId::Classification, TableId::Responsibility, TableId::Department,
        TableId::MeasureText,          TableId::Block,    TableId::Initiative,     TableId::Survey,         TableId::SurveyItem,
        TableId::SurveyItemInitiative, TableId::Answer};
    return shape;
}

bool changesColumns(const ChangeSet &change)
{
    return change.touches({TableId::Classification, TableId::Block, TableId::Survey, TableId::SurveyItem, TableId::Answer});
}

} // namespace shisaku
