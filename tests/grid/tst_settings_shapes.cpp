// SPDX-License-Identifier: GPL-3.0-or-later
// The grids of the settings say what their rows begin with and what may not be entered; pasted lines become rows by the same rules.
#include "models/document/note_numbers.h"
#include "models/grid/document_shapes.h"
#include "models/grid/grid_changes.h"
#include "models/grid/settings_shapes.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/some.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestSettingsShapes : public QObject {
    Q_OBJECT

    Plan m_plan;
    const IdSource m_ids = randomIds();

    /// Why it was refused; empty if it was taken.
    QString take(const Result<ChangeSet> &change)
    {
        if (!change)
            return change.error().message();
        return applyTo(m_plan, *change) ? QString() : u"it does not fit the plan"_s;
    }
    QString type(const GridShape &shape, RowId row, int column, const QString &text)
    {
        return take(typedInto(m_plan, shape, {GridRow{row}, column}, text, m_ids));
    }
    RowId add(const GridShape &shape, RowId beside = {})
    {
        const RowId id = m_ids();
        return take(rowAdded(m_plan, shape, 0, id, beside, m_ids)).isEmpty() ? id : RowId();
    }
    QString paste(const GridShape &shape, const QList<QStringList> &cells)
    {
        QList<int> columns;
        for (int column = 0; column < shape.columns.size(); ++column)
            columns << column;
        return take(blockPasted(m_plan, shape, {{}, columns, cells}, m_ids));
    }
    QString chapters() const
    {
        QString text;
        for (const Passage *passage : m_plan.ordered<Passage>())
            text += passage->text;
        return text;
    }

private slots:
    void init() { m_plan = samplePlan(); }

    void newRowsBeginWithANameAndAKeyNobodyHas()
    {
        const Id<Classification> first(add(classificationShape()));
        const Id<Classification> second(add(classificationShape())); // a pointer to a row holds until its table changes
        QCOMPARE(m_plan.find(first)->title, u"新しい分類"_s);
        QVERIFY(m_plan.find(second)->key != m_plan.find(first)->key);
        const auto *choice = m_plan.find(Id<Choice>(add(choiceShape(u"kind"_s))));
        QCOMPARE(choice->list, u"kind"_s);
        QVERIFY(m_plan.choice(u"kind", choice->key) == choice);
        QCOMPARE(m_plan.find(Id<Department>(add(departmentShape())))->name, u"新しい課"_s);
        QCOMPARE(m_plan.find(Id<RelatedPlan>(add(relatedPlanShape())))->title, u"新しい計画・法令"_s);
    }

    void aCategoryGetsItsClassificationAndTheNextCode()
    {
        const Id<Classification> field = m_plan.classification(u"field")->id;
        QCOMPARE(type(classificationShape(), field.row, 2, u"1/(1)"_s), QString());
        const GridShape shape = categoryShape(field);
        const Id<Category> last = m_plan.roots(field).last()->id;
        const auto *added = m_plan.find(Id<Category>(add(shape, last.row)));
        QVERIFY(added && added->parent == m_plan.find(last)->parent && added->classification == field);
        QVERIFY(!added->code.isEmpty());
        QCOMPARE(m_plan.roots(field).last(), added);
    }

    void aFigureBelongsToItsPassage()
    {
        m_plan = samplePlan(u"hatsukaichi"_s);
        for (const Figure &figure : some(m_plan.rows<Figure>()))
            QVERIFY(figureShape(Id<Passage>(figure.owner.row)).rows(m_plan).contains(GridRow{figure.id.row}));
        const Id<Passage> passage = m_plan.ordered<Passage>().last()->id;
        QCOMPARE(m_plan.find(Id<Figure>(add(figureShape(passage))))->owner, Owner(passage));
        QVERIFY(figureShape({}).rows(m_plan).isEmpty());
        QVERIFY(!figureShape({}).canAdd);
    }

    void aClassificationKeepsTheLevelsItsCategoriesNeed()
    {
        const GridShape shape = classificationShape();
        int refused = 0;
        for (const Classification *row : some(m_plan.ordered<Classification>())) {
            int deepest = 0;
            for (const Category *category : m_plan.parts<&Category::classification>(row->id))
                deepest = std::max(deepest, m_plan.level(*category));
            if (deepest < 2)
                continue;
            QVERIFY(type(shape, row->id.row, 1, u"一つだけ"_s).contains(u"階層の名称を%1つ以上に"_s.arg(deepest)));
            ++refused;
        }
        QVERIFY(refused > 0);
    }

    void aCategoryGoesNoDeeperThanTheLevelsThatHaveNames()
    {
        m_plan = Plan();
        auto aims = made<Classification>();
        aims.key = aims.title = u"目指す姿"_s;
        aims.levels = u"分野/項目"_s;
        QVERIFY(applyTo(m_plan, insertionOf(aims)));
        const GridShape shape = categoryShape(aims.id);
        const RowId first = add(shape);
        const RowId second = add(shape, first);
        const RowId third = add(shape, second);
        const auto nest = [&](RowId row, int steps) { return take(rowNested(m_plan, shape, {row}, steps)); };
        QCOMPARE(nest(third, 1), QString());
        QVERIFY(nest(second, 1).contains(u"分類「目指す姿」の階層は2つです"_s)); // what is part of it would stand on the third
        QCOMPARE(nest(third, -1), QString());
        QCOMPARE(nest(second, 1), QString());
        QCOMPARE(nest(third, 1), QString());
        QVERIFY(nest(third, 1).contains(u"分類「目指す姿」の階層は2つです"_s));
        QCOMPARE(shape.rows(m_plan), (QList<GridRow>{{first, 0, 0}, {second, 0, 1}, {third, 0, 1}}));
        QCOMPARE(type(classificationShape(), aims.id.row, 1, u"分野/項目/細目"_s), QString());
        QCOMPARE(nest(third, 1), QString());
    }

    void aNumberingIsAPatternALevel()
    {
        const GridShape shape = classificationShape();
        const RowId field = m_plan.classification(u"field")->id.row;
        QVERIFY(type(shape, field, 2, u"番号"_s).contains(u"「番号」は記号の形として使えません"_s));
        QVERIFY(type(shape, field, 2, u"1/(1)/①/ア"_s).contains(u"3個まで"_s));
        QCOMPARE(type(shape, field, 2, u"#/第1/①"_s), QString());
        QCOMPARE(m_plan.classification(u"field")->numbering, u"#/第1/①"_s);
    }

    void theSheetGoesOnNamingARenamedLevel()
    {
        const Id<Block> block = m_plan.ordered<Block>().last()->id;
        ChangeBuilder change(u"位置づけの階層"_s);
        change.set<&Block::kind>(block, u"placement"_s);
        change.set<&Block::key>(block, u"field:取組内容"_s);
        QVERIFY(applyTo(m_plan, std::move(change).build()));
        QCOMPARE(type(classificationShape(), m_plan.classification(u"field")->id.row, 1, u"分野/内容"_s), QString());
        QCOMPARE(m_plan.find(block)->key, u"field:内容"_s);
    }

    void noLabelStandsTwiceInAList()
    {
        const GridShape shape = choiceShape(u"kind"_s);
        const auto kinds = m_plan.choices(u"kind");
        QVERIFY(type(shape, kinds[1]->id.row, 0, kinds[0]->label).contains(u"既にあります"_s));
        QCOMPARE(type(shape, kinds[1]->id.row, 0, kinds[1]->label), QString());
        QVERIFY(paste(shape, {{u"統合"_s}, {u"統合"_s}}).startsWith(u"貼り付けの2行目「表示名」"_s));
        QCOMPARE(paste(shape, {{u"統合"_s, u"統"_s}, {u"見直し"_s, u"見"_s}}), QString());
        QCOMPARE(m_plan.choices(u"kind").last()->label, u"見直し"_s);
    }

    void aNumberOfATermIsItsOwnAndMarksFollowIt()
    {
        const GridShape shape = glossaryShape();
        const RowId second = termByNumber(m_plan, u"2"_s)->id.row;
        const QString third = termByNumber(m_plan, u"3"_s)->word;
        QVERIFY(type(shape, second, 2, u"3"_s).contains(u"番号3は、用語「%1」で使われています"_s.arg(third)));
        QCOMPARE(type(shape, second, 2, u"99"_s), QString());
        QVERIFY(chapters().contains(u"［※99］"_s) && !chapters().contains(u"［※2］"_s));
    }

    void marksGoWithSeveralTermsAtOnce()
    {
        const RowId second = termByNumber(m_plan, u"2"_s)->id.row;
        const RowId third = termByNumber(m_plan, u"3"_s)->id.row;
        QVERIFY(chapters().contains(u"［※2］"_s) && chapters().contains(u"［※3］"_s));
        QVERIFY(applyTo(m_plan, *rowsRemoved(m_plan, glossaryShape(), {{second}, {third}})));
        QVERIFY(!chapters().contains(u"［※2］"_s) && !chapters().contains(u"［※3］"_s));
    }

    void pastedTermsGoOnWithTheNumbers()
    {
        qint64 last = 0;
        for (const GlossaryTerm &term : some(m_plan.rows<GlossaryTerm>()))
            last = std::max(last, term.number.value_or(0));
        const GridShape shape = glossaryShape();
        QCOMPARE(take(blockPasted(m_plan, shape,
                                  {{}, {0, 1, 3}, {{u"API"_s, u"えーぴーあい"_s, u"つなぐ口。"_s}, {u"BPR"_s, {}, u"見直し。"_s}}},
                                  m_ids)),
                 QString());
        const auto terms = m_plan.ordered<GlossaryTerm>();
        const GlossaryTerm &api = *terms[terms.size() - 2];
        QCOMPARE(std::tuple(api.word, api.yomi, *api.number, api.definition),
                 std::tuple(u"API"_s, u"えーぴーあい"_s, last + 1, u"つなぐ口。"_s));
        QCOMPARE(*terms.last()->number, last + 2);
    }

    void sixtyOfficesArePastedWithTheOfficesAboveThem()
    {
        m_plan = Plan();
        QList<QStringList> cells;
        for (int part = 1; part <= 6; ++part) {
            cells << QStringList{u"第%1部"_s.arg(part), u"だい%1ぶ"_s.arg(part)};
            for (int office = 1; office <= 9; ++office)
                cells << QStringList{u"第%1部%2課"_s.arg(part).arg(office), {}, u"第%1部"_s.arg(part), u"R5.4"_s};
        }
        QCOMPARE(paste(departmentShape(), cells), QString());
        const auto offices = m_plan.ordered<Department>();
        QCOMPARE(offices.size(), 60);
        QCOMPARE(m_plan.find(offices.last()->parent)->name, u"第6部"_s);
        QCOMPARE(offices.last()->valid_from, PlanTime::month(2023, 4));
        const QString refused = paste(departmentShape(), {{u"新課"_s, {}, u"無い部"_s}});
        QVERIFY2(refused.startsWith(u"貼り付けの1行目「上位の部署」："_s), qPrintable(refused));
        QCOMPARE(m_plan.rows<Department>().size(), 60);
    }

    void emptyReadingsAreFilledWithProposalsOnly()
    {
        m_plan = Plan();
        QCOMPARE(paste(departmentShape(), {{u"総務課"_s}, {u"財政課"_s}, {u"税務課"_s, u"ぜーむ"_s}, {u"縁結び課"_s}}), QString());
        QCOMPARE(officesToRead(m_plan).size(), 2);
        const ChangeSet change = readingsProposed(m_plan);
        QCOMPARE(change.title, u"部署2件のよみを提案で入力"_s);
        QVERIFY(applyTo(m_plan, change));
        QStringList readings;
        for (const Department *office : m_plan.ordered<Department>())
            readings << office->yomi;
        QCOMPARE(readings, (QStringList{u"そうむか"_s, u"ざいせいか"_s, u"ぜーむ"_s, QString()}));
        QVERIFY(officesToRead(m_plan).isEmpty());
    }

    void bodiesStandBelowEachOther()
    {
        const GridShape shape = bodyShape();
        m_plan = Plan();
        const RowId top = add(shape);
        const RowId part = add(shape, top);
        QVERIFY(applyTo(m_plan, *rowNested(m_plan, shape, {part}, 1)));
        QCOMPARE(m_plan.find(Id<Body>(part))->parent.row, top);
        QCOMPARE(shape.rows(m_plan), (QList<GridRow>{{top, 0, 0}, {part, 0, 1}}));
    }
};

QTEST_GUILESS_MAIN(TestSettingsShapes)
#include "tst_settings_shapes.moc"
