// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settings_pages.h"

#include "models/change/row_order.h"
#include "models/order/numbering.h"
#include "models/order/shown_levels.h"
#include "models/plan/codes.h"
#include "views/look/look.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
template <typename T>
QList<RowId> idsOf(const QList<const T *> &rows)
{
    QList<RowId> ids;
    for (const T *row : rows)
        ids << row->id.row;
    return ids;
}

QLabel *hint(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setFont(textFont(9));
    return label;
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

/// Why a numbering cannot be used, in a sentence; empty if it can.
QString numberingProblem(const QString &numbering, qsizetype levels)
{
    const QStringList patterns = numbering.isEmpty() ? QStringList() : numbering.split(u'/');
    if (patterns.size() > levels + 1)
        return ClassificationPage::tr("記号の形が%1個ありますが、階層は%2つです。施策の番号の分を入れて%3個までにしてください。")
            .arg(patterns.size())
            .arg(levels)
            .arg(levels + 1);
    for (const QString &pattern : patterns) {
        const QString shape = pattern.trimmed();
        if (!shape.isEmpty() && shape != u"#" && formatCode(shape, 1).isEmpty())
            return ClassificationPage::tr("「%1」は記号の形として使えません。1、(1)、①、ア、A、Ⅰ、一、# のどれかを入れてください。")
                .arg(shape);
    }
    return {};
}

QString classificationProblem(const Plan &plan, RowId row, int field, const Value &value)
{
    const Classification *self = plan.find(Id<Classification>(row));
    const QString text = std::get<QString>(value);
    if (field == fieldIndex<&Classification::numbering>())
        return numberingProblem(text, levelNames(*self).size());
    if (field == fieldIndex<&Classification::levels>()) {
        Classification later = *self;
        later.levels = text;
        int deepest = 0;
        for (const Category *category : plan.parts<&Category::classification>(self->id))
            deepest = std::max(deepest, plan.level(*category));
        if (levelNames(later).size() < deepest)
            return ClassificationPage::tr("この分類には%1階層目の項目があります。階層の名称を%1つ以上にしてください。")
                .arg(deepest);
    }
    return {};
}

/// The blocks of the sheet go on naming the levels of a classification when those get other names.
void renameInBlocks(const Plan &plan, RowId row, int field, const Value &value, ChangeBuilder &change)
{
    if (field != fieldIndex<&Classification::levels>())
        return;
    const Classification *self = plan.find(Id<Classification>(row));
    Classification later = *self;
    later.levels = std::get<QString>(value);
    const QStringList before = levelNames(*self);
    const QStringList after = levelNames(later);
    for (const Block &block : plan.rows<Block>()) {
        if (block.kind != u"aims" && block.kind != u"placement")
            continue;
        QList<ShownLevels> shown = ShownLevels::ofKey(block.key);
        for (ShownLevels &levels : shown) {
            if (levels.classification != self->key)
                continue;
            for (QString &name : levels.levels)
                name = after.value(before.indexOf(name), name);
        }
        if (ShownLevels::toKey(shown) != ShownLevels::toKey(ShownLevels::ofKey(block.key)))
            change.set<&Block::key>(block.id, ShownLevels::toKey(shown));
    }
}

RowsShape classificationShape()
{
    RowsShape shape;
    shape.table = TableId::Classification;
    shape.columns = {fieldIndex<&Classification::title>(), fieldIndex<&Classification::levels>(),
                     fieldIndex<&Classification::numbering>()};
    shape.widths = {200, 0, 150};
    shape.addText = ClassificationPage::tr("＋分類");
    shape.rows = [](const Plan &plan, RowId parent) {
        return parent.isNull() ? idsOf(plan.ordered<Classification>()) : QList<RowId>();
    };
    shape.insert = [](const Plan &plan, RowId, RowId id, const QString &position, ChangeBuilder &change) {
        Classification row;
        row.id = Id<Classification>(id);
        row.position = position;
        row.key = freeKey(ClassificationPage::tr("分類"), [&](const QString &key) { return plan.classification(key) != nullptr; });
        row.title = ClassificationPage::tr("新しい分類");
        change.insert(row);
    };
    shape.problem = classificationProblem;
    shape.also = renameInBlocks;
    return shape;
}

RowsShape categoryShape(Id<Classification> classification)
{
    RowsShape shape;
    shape.table = TableId::Category;
    shape.columns = {fieldIndex<&Category::title>(), fieldIndex<&Category::code>(), fieldIndex<&Category::text>()};
    shape.widths = {300, 70, 0};
    shape.parent = fieldIndex<&Category::parent>();
    shape.addText = ClassificationPage::tr("＋項目");
    shape.rows = [classification](const Plan &plan, RowId parent) {
        return parent.isNull() ? idsOf(plan.roots(classification)) : idsOf(plan.parts<&Category::parent>(Id<Category>(parent)));
    };
    shape.insert = [classification](const Plan &plan, RowId parent, RowId id, const QString &position, ChangeBuilder &change) {
        Category row;
        row.id = Id<Category>(id);
        row.position = position;
        row.classification = classification;
        row.parent = Id<Category>(parent);
        row.code = nextCategoryCode(plan, classification, row.parent);
        row.title = ClassificationPage::tr("新しい項目");
        change.insert(row);
    };
    return shape;
}

RowsShape choiceShape(const QString &list)
{
    RowsShape shape;
    shape.table = TableId::Choice;
    shape.columns = {fieldIndex<&Choice::label>(), fieldIndex<&Choice::mark>(), fieldIndex<&Choice::begins>(),
                     fieldIndex<&Choice::ends>(), fieldIndex<&Choice::definition>()};
    shape.widths = {120, 56, 76, 76, 0};
    shape.addText = ChoicePage::tr("＋選択肢");
    shape.rows = [list](const Plan &plan, RowId parent) { return parent.isNull() ? idsOf(plan.choices(list)) : QList<RowId>(); };
    shape.insert = [list](const Plan &plan, RowId, RowId id, const QString &position, ChangeBuilder &change) {
        Choice row;
        row.id = Id<Choice>(id);
        row.position = position;
        row.list = list;
        row.key = freeKey(ChoicePage::tr("選択肢"), [&](const QString &key) { return plan.choice(row.list, key) != nullptr; });
        row.label = ChoicePage::tr("新しい選択肢");
        change.insert(row);
    };
    shape.problem = [](const Plan &plan, RowId row, int field, const Value &value) {
        const Choice *self = plan.find(Id<Choice>(row));
        for (const Choice *other : plan.choices(self->list)) {
            if (field == fieldIndex<&Choice::label>() && other != self && Value(other->label) == value)
                return ChoicePage::tr("「%1」は、この一覧に既にあります。").arg(other->label);
        }
        return QString();
    };
    return shape;
}
} // namespace

ClassificationPage::ClassificationPage(SettingsEdits *edits, QWidget *parent) :
    QWidget(parent), m_edits(edits), m_classifications(new SettingsRows(edits, classificationShape(), this)),
    m_categories(new SettingsRows(edits, categoryShape(current()), this)),
    m_renumber(new QPushButton(tr("この分類の記号と番号を付け直す"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::small);
    m_classifications->setMaximumHeight(190);
    column->addWidget(m_classifications);
    column->addWidget(
        hint(tr("階層の名称と記号の付け方は、上の階層から順に「/」で区切ります（例：基本方針/主な取組、(1)/①）。空は記号なし、"
                "# は数えるだけで印刷しません。階層より一つ多く書くと、最後は施策の番号の形です。"),
             this));
    column->addWidget(m_categories, 1);
    m_renumber->setAutoDefault(false);
    m_renumber->setToolTip(tr("今の並び順のとおりに、項目の記号と、項目ごとに付ける施策番号を付け直します。"));
    column->addWidget(m_renumber, 0, Qt::AlignLeft);
    connect(m_renumber, &QPushButton::clicked, this, [this] {
        m_edits->submit([classification = current()](const Plan &plan) { return renumbering(plan, classification); }, this,
                        [this](const Error &error) { m_categories->refuse(error); });
    });
    const auto follow = [this] {
        const Classification *classification = m_edits->plan().find(current());
        m_renumber->setEnabled(classification && !classification->numbering.isEmpty() && !m_edits->isReadOnly());
        m_categories->setEnabled(classification);
        m_categories->setShape(categoryShape(current()));
    };
    connect(m_classifications, &SettingsRows::currentRowChanged, this, follow);
    follow();
}

ChoicePage::ChoicePage(SettingsEdits *edits, QWidget *parent) :
    QWidget(parent), m_edits(edits), m_list(new QComboBox(this)), m_rows(new SettingsRows(edits, choiceShape({}), this))
{
    for (const TableInfo &table : allTables()) {
        for (const Field &field : table.fields) {
            if (field.kind == FieldKind::Choice && m_list->findData(QString::fromLatin1(field.list)) < 0)
                m_list->addItem(fieldLabel(field), QString::fromLatin1(field.list));
        }
    }
    m_list->setAccessibleName(tr("一覧"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::small);
    column->addWidget(m_list, 0, Qt::AlignLeft);
    column->addWidget(m_rows, 1);
    column->addWidget(hint(tr("選択肢のない一覧は、票にも入力欄にも現れません。記号は白黒の紙や狭い欄で使います。"), this));
    const auto showList = [this] { m_rows->setShape(choiceShape(m_list->currentData().toString())); };
    connect(m_list, &QComboBox::currentIndexChanged, this, showList);
    showList();
}

SettingsRows *makeDepartmentPage(SettingsEdits *edits, QWidget *parent)
{
    RowsShape shape;
    shape.table = TableId::Department;
    shape.columns = {fieldIndex<&Department::name>(), fieldIndex<&Department::yomi>(), fieldIndex<&Department::parent>(),
                     fieldIndex<&Department::valid_from>(), fieldIndex<&Department::valid_to>()};
    shape.widths = {190, 0, 140, 90, 90};
    shape.addText = ChoicePage::tr("＋部署");
    shape.rows = [](const Plan &plan, RowId above) { return above.isNull() ? idsOf(plan.ordered<Department>()) : QList<RowId>(); };
    shape.insert = [](const Plan &, RowId, RowId id, const QString &position, ChangeBuilder &change) {
        Department row;
        row.id = Id<Department>(id);
        row.position = position;
        row.name = ChoicePage::tr("新しい課");
        change.insert(row);
    };
    return new SettingsRows(edits, shape, parent);
}

SettingsRows *makeBodyPage(SettingsEdits *edits, QWidget *parent)
{
    RowsShape shape;
    shape.table = TableId::Body;
    shape.columns = {fieldIndex<&Body::name>(), fieldIndex<&Body::post>(), fieldIndex<&Body::role>()};
    shape.widths = {220, 150, 0};
    shape.parent = fieldIndex<&Body::parent>();
    shape.addText = ChoicePage::tr("＋組織");
    shape.rows = [](const Plan &plan, RowId above) {
        QList<RowId> ids;
        for (const Body *body : plan.ordered<Body>()) {
            if (body->parent.row == above)
                ids << body->id.row;
        }
        return ids;
    };
    shape.insert = [](const Plan &, RowId above, RowId id, const QString &position, ChangeBuilder &change) {
        Body row;
        row.id = Id<Body>(id);
        row.position = position;
        row.parent = Id<Body>(above);
        row.name = ChoicePage::tr("新しい組織");
        change.insert(row);
    };
    return new SettingsRows(edits, shape, parent);
}

} // namespace shisaku
