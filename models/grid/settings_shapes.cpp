// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/settings_shapes.h"

#include "models/grid/grid_changes.h"
#include "models/grid/grid_refusal.h"
#include "models/grid/pasted_levels.h"
#include "models/order/numbering.h"
#include "models/order/shown_levels.h"
#include "models/plan/codes.h"
#include "models/plan/measure_address.h"
#include "models/plan/yomi_proposal.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SettingsShapes)
};

template <auto Member>
void setValue(FieldValues &values, const Value &value)
{
    values[static_cast<size_t>(fieldIndex<Member>())] = value;
}

/// What rows store of a new one: 「分類3」, as nobody has it yet.
template <typename Taken>
QString freeKey(const QString &stem, Taken taken)
{
    for (int n = 1;; ++n) {
        const QString key = stem + QString::number(n);
        if (!taken(key))
            return key;
    }
}

/// Rows that stand below each other: `below` gives those of a row, null for the top.
void addTree(const std::function<QList<RowId>(RowId above)> &below, RowId above, int level, QList<GridRow> &rows)
{
    for (const RowId id : below(above)) {
        rows << GridRow{id, 0, level};
        addTree(below, id, level + 1, rows);
    }
}

QList<GridRow> categoryRows(const Plan &plan, Id<Classification> classification)
{
    QList<GridRow> rows;
    const auto below = [&](RowId above) {
        QList<RowId> ids;
        for (const Category *category : siblingCategories(plan, classification, Id<Category>(above)))
            ids << category->id.row;
        return ids;
    };
    addTree(below, {}, 0, rows);
    return rows;
}

/// Whether some lines would become rows behind the last one.
bool goesBeyondTheEnd(const QList<GridRow> &rows, const PastedBlock &block)
{
    QList<RowId> shown;
    for (const GridRow &row : rows)
        shown << row.id;
    if (block.shown)
        shown = *block.shown;
    qsizetype lines = block.cells.size();
    while (lines > 0 && block.cells[lines - 1].join(QString()).trimmed().isEmpty())
        --lines; // spreadsheets copy empty lines along
    const qsizetype from = shown.indexOf(block.from);
    return block.from.isNull() || (from >= 0 && lines > shown.size() - from);
}

Result<void> checkNumbering(const Plan &plan, RowId row, const Value &value, ChangeBuilder &)
{
    const QString numbering = std::get<QString>(value);
    const qsizetype levels = levelNames(*plan.find(Id<Classification>(row))).size();
    const QStringList patterns = numbering.isEmpty() ? QStringList() : numbering.split(u'/');
    if (patterns.size() > levels + 1)
        return refusal(Texts::tr("記号の形が%1個ありますが、階層は%2つです。").arg(patterns.size()).arg(levels),
                       Texts::tr("施策の番号の分を入れて%1個までにしてください。").arg(levels + 1));
    for (const QString &pattern : patterns) {
        const QString shape = pattern.trimmed();
        if (!shape.isEmpty() && !isOnlyCounted(shape) && formatCode(shape, 1).isEmpty())
            return refusal(Texts::tr("「%1」は記号の形として使えません。").arg(shape),
                           Texts::tr("1、(1)、①、ア、A、Ⅰ、一、# のどれかを入れてください。"));
    }
    return {};
}

/// The blocks of the sheet go on naming the levels of a classification when those get other names.
void renameInBlocks(const Plan &plan, const Classification &self, const QStringList &after, ChangeBuilder &change)
{
    const QStringList before = levelNames(self);
    for (const Block &block : plan.rows<Block>()) {
        if (block.kind != u"aims" && block.kind != u"placement")
            continue;
        QList<ShownLevels> shown = ShownLevels::ofKey(block.key);
        for (ShownLevels &levels : shown) {
            if (levels.classification != self.key)
                continue;
            for (QString &name : levels.levels)
                name = after.value(before.indexOf(name), name);
        }
        if (ShownLevels::toKey(shown) != ShownLevels::toKey(ShownLevels::ofKey(block.key)))
            change.set<&Block::key>(block.id, ShownLevels::toKey(shown));
    }
}

Result<void> checkLevels(const Plan &plan, RowId row, const Value &value, ChangeBuilder &change)
{
    const Classification *self = plan.find(Id<Classification>(row));
    Classification later = *self;
    later.levels = std::get<QString>(value);
    int deepest = 0;
    for (const Category *category : plan.parts<&Category::classification>(self->id))
        deepest = std::max(deepest, plan.level(*category));
    if (levelNames(later).size() < deepest)
        return refusal(Texts::tr("この分類には%1階層目の項目があります。").arg(deepest),
                       Texts::tr("階層の名称を%1つ以上にしてください。").arg(deepest));
    renameInBlocks(plan, *self, levelNames(later), change);
    return {};
}

/// Categories stand on the levels that the classification has names for.
Result<void> checkNesting(const Plan &plan, RowId row, RowId whole)
{
    const Category *self = plan.find(Id<Category>(row));
    const Category *above = plan.find(Id<Category>(whole));
    const Classification *of = plan.find(self->classification);
    if (!of)
        return {};
    int deepest = plan.level(*self);
    const std::function<void(Id<Category>)> look = [&](Id<Category> at) {
        for (const Category *below : plan.parts<&Category::parent>(at)) {
            deepest = std::max(deepest, plan.level(*below));
            look(below->id);
        }
    };
    look(self->id);
    const int before = plan.level(*self);
    const int after = self->level || !above ? before : plan.level(*above) + 1; // where it states its level, it keeps it
    const qsizetype names = levelNames(*of).size();
    if (after <= before || deepest - before + after <= names)
        return {};
    return refusal(Texts::tr("分類「%1」の階層は%2つです。「%3」をこれより下の階層へは移せません。")
                       .arg(of->title)
                       .arg(names)
                       .arg(self->title),
                   Texts::tr("先に、分類の表で階層の名称を増やしてください。"));
}

Result<void> checkLabel(const Plan &plan, RowId row, const Value &value, ChangeBuilder &)
{
    const Choice *self = plan.find(Id<Choice>(row));
    for (const Choice *other : plan.choices(self->list)) {
        if (other != self && Value(other->label) == value)
            return refusal(Texts::tr("「%1」は、この一覧に既にあります。").arg(other->label), {});
    }
    return {};
}
} // namespace

GridShape classificationShape()
{
    GridShape shape;
    shape.table = TableId::Classification;
    shape.key = u"classification"_s;
    GridColumn levels = fieldColumn<&Classification::levels>(0);
    levels.rule = checkLevels;
    GridColumn numbering = fieldColumn<&Classification::numbering>(150);
    numbering.rule = checkNumbering;
    shape.columns = {fieldColumn<&Classification::title>(200), levels, numbering};
    shape.initial = {{fieldIndex<&Classification::title>(), Texts::tr("新しい分類")}};
    shape.begin = [](const Plan &plan, RowId, FieldValues &values) {
        setValue<&Classification::key>(
            values, freeKey(Texts::tr("分類"), [&](const QString &key) { return plan.classification(key) != nullptr; }));
    };
    shape.rows = [](const Plan &plan) { return gridRows(plan.ordered<Classification>()); };
    return shape;
}

GridShape categoryShape(Id<Classification> classification)
{
    GridShape shape;
    shape.table = TableId::Category;
    shape.key = u"category"_s;
    shape.whole = fieldIndex<&Category::parent>();
    shape.nests = true;
    shape.nestRule = checkNesting;
    shape.canAdd = !classification.isNull();
    shape.columns = {fieldColumn<&Category::title>(300, true), fieldColumn<&Category::code>(70),
                     fieldColumn<&Category::text>(0, true)};
    shape.initial = {{fieldIndex<&Category::classification>(), classification.row},
                     {fieldIndex<&Category::title>(), Texts::tr("新しい項目")}};
    shape.begin = [classification](const Plan &plan, RowId above, FieldValues &values) {
        setValue<&Category::code>(values, nextCategoryCode(plan, classification, Id<Category>(above)));
    };
    shape.rows = [classification](const Plan &plan) { return categoryRows(plan, classification); };
    shape.pasteRows = [classification](const Plan &plan, const PastedBlock &block,
                                       const IdSource &ids) -> std::optional<Result<ChangeSet>> {
        const Classification *of = plan.find(classification);
        const bool ofTree = of && block.addsRows && block.columns.value(0, -1) == 0;
        if (!ofTree || !goesBeyondTheEnd(categoryRows(plan, classification), block))
            return {};
        const auto levels = pastedLevels(block.cells, *of);
        if (!levels)
            return {};
        if (!*levels)
            return levels->error();
        return levelsAppended(plan, classification, **levels, ids);
    };
    return shape;
}

GridShape choiceShape(const QString &list)
{
    GridShape shape;
    shape.table = TableId::Choice;
    shape.key = u"choice"_s;
    GridColumn label = fieldColumn<&Choice::label>(120);
    label.rule = checkLabel;
    shape.columns = {label, fieldColumn<&Choice::mark>(56), fieldColumn<&Choice::begins>(76), fieldColumn<&Choice::ends>(76),
                     fieldColumn<&Choice::definition>(0, true)};
    shape.initial = {{fieldIndex<&Choice::list>(), list}, {fieldIndex<&Choice::label>(), Texts::tr("新しい選択肢")}};
    shape.begin = [list](const Plan &plan, RowId, FieldValues &values) {
        setValue<&Choice::key>(values,
                               freeKey(Texts::tr("選択肢"), [&](const QString &key) { return plan.choice(list, key) != nullptr; }));
    };
    shape.rows = [list](const Plan &plan) { return gridRows(plan.choices(list)); };
    return shape;
}

GridShape departmentShape()
{
    GridShape shape;
    shape.table = TableId::Department;
    shape.key = u"department"_s;
    shape.columns = {fieldColumn<&Department::name>(190), fieldColumn<&Department::yomi>(0), fieldColumn<&Department::parent>(140),
                     fieldColumn<&Department::valid_from>(90), fieldColumn<&Department::valid_to>(90)};
    shape.initial = {{fieldIndex<&Department::name>(), Texts::tr("新しい課")}};
    shape.rows = [](const Plan &plan) { return gridRows(plan.ordered<Department>()); };
    return shape;
}

GridShape bodyShape()
{
    GridShape shape;
    shape.table = TableId::Body;
    shape.key = u"body"_s;
    shape.whole = fieldIndex<&Body::parent>();
    shape.nests = true;
    shape.columns = {fieldColumn<&Body::name>(220), fieldColumn<&Body::post>(150), fieldColumn<&Body::role>(0, true)};
    shape.initial = {{fieldIndex<&Body::name>(), Texts::tr("新しい組織")}};
    shape.rows = [](const Plan &plan) {
        QHash<RowId, QList<RowId>> parts;
        for (const Body *body : plan.ordered<Body>())
            parts[body->parent.row] << body->id.row;
        QList<GridRow> rows;
        addTree([&](RowId above) { return parts.value(above); }, {}, 0, rows);
        return rows;
    };
    return shape;
}

QList<Id<Department>> officesToRead(const Plan &plan)
{
    QList<Id<Department>> offices;
    for (const Department *office : plan.ordered<Department>()) {
        if (office->yomi.isEmpty() && !proposedYomi(office->name).isEmpty())
            offices << office->id;
    }
    return offices;
}

ChangeSet readingsProposed(const Plan &plan)
{
    const QList<Id<Department>> offices = officesToRead(plan);
    ChangeBuilder change(Texts::tr("部署%1件のよみを提案で入力").arg(offices.size()));
    for (const Id<Department> office : offices)
        change.set<&Department::yomi>(office, proposedYomi(plan.find(office)->name));
    return std::move(change).build();
}

} // namespace shisaku
