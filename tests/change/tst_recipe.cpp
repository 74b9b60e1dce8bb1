// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about recipes and about hand-made order: what they make whenever their turn comes.
#include "models/change/prepare.h"
#include "models/change/recipe.h"
#include "models/change/row_order.h"
#include "tests/support/warnings.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class Recipes : public QObject {
    Q_OBJECT

    static Measure named(const IdSource &ids, const QString &title, const QString &position = u"V"_s)
    {
        Measure measure;
        measure.id = Id<Measure>(ids());
        measure.position = position;
        measure.title = title;
        return measure;
    }
    static QStringList titles(const Plan &plan)
    {
        QStringList titles;
        for (const Measure *measure : plan.ordered<Measure>())
            titles << measure->title;
        return titles;
    }
    static void apply(Plan &plan, const ChangeSet &wanted)
    {
        const auto change = prepare(plan, wanted);
        QVERIFY(change.ok());
        QVERIFY(applyTo(plan, *change));
    }

private slots:
    void init() { failOnWarnings(); }

    void howeverOftenItIsTriedARecipeMakesTheSameRows()
    {
        int drawn = 0;
        const IdSource ids = [&] { return RowId{static_cast<quint64>(++drawn)}; };
        // The second row is only made where the plan is empty.
        const Recipe recipe = recipeWithIds(ids, [](const Plan &plan, const IdSource &made) {
            ChangeBuilder change(u"追加"_s);
            change.insert(named(made, u"甲"_s));
            if (plan.rows<Measure>().size() == 0)
                change.insert(named(made, u"乙"_s));
            return std::move(change).build();
        });
        const auto first = recipe(Plan());
        QCOMPARE(recipe(Plan())->rows, first->rows);
        QCOMPARE(drawn, 2);
        Plan later;
        QVERIFY(applyTo(later, *first));
        const auto again = recipe(later);
        QCOMPARE(again->rows.size(), 1);
        QCOMPARE(again->rows.first().row, first->rows.first().row);
        QCOMPARE(drawn, 2);
    }

    void aRecipeAboutARowThatHasGoneChangesNothing()
    {
        const Measure measure = named([] { return RowId{1}; }, u"甲"_s);
        const Recipe recipe = recipeFor(Owner(measure.id), [id = measure.id](const Plan &plan) {
            ChangeBuilder change(plan.find(id)->title);
            change.remove(id);
            return std::move(change).build();
        });
        Plan plan;
        QVERIFY(recipe(plan)->isEmpty());
        ChangeBuilder added(u"追加"_s);
        added.insert(measure);
        apply(plan, std::move(added).build());
        QCOMPARE(recipe(plan)->title, u"甲"_s);
        QCOMPARE(recipe(plan)->rows.size(), 1);
    }

    void aRowMovesAtMostToTheEndOfItsOrder_data()
    {
        QTest::addColumn<QStringList>("ranks");
        QTest::addColumn<int>("places");
        QTest::addColumn<QString>("order");
        const QStringList apart{u"B"_s, u"H"_s, u"M"_s, u"T"_s};
        const QStringList equal(4, u"V"_s);
        for (const QStringList &ranks : {apart, equal}) {
            for (const auto &[places, order] :
                 {std::pair(-1, "2134"), {-5, "2134"}, {1, "1324"}, {2, "1342"}, {9, "1342"}, {0, "1234"}})
                QTest::addRow("%s %d", qPrintable(ranks.join(u' ')), places) << ranks << places << QString::fromLatin1(order);
        }
    }
    void aRowMovesAtMostToTheEndOfItsOrder()
    {
        QFETCH(QStringList, ranks);
        QFETCH(int, places);
        QFETCH(QString, order);
        Plan plan;
        QList<RowId> rows;
        ChangeBuilder added(u"追加"_s);
        for (int i = 0; i < ranks.size(); ++i) {
            rows << RowId{static_cast<quint64>(i + 1)};
            added.insert(named([&] { return rows.last(); }, QString::number(i + 1), ranks[i]));
        }
        apply(plan, std::move(added).build());
        ChangeBuilder change(u"移動"_s);
        QCOMPARE(moveInOrder(plan.table(TableId::Measure), rows, rows[1], places, change), places != 0);
        apply(plan, std::move(change).build());
        QCOMPARE(titles(plan).join(QString()), order);
        ChangeBuilder none(u"移動"_s);
        QVERIFY(!moveInOrder(plan.table(TableId::Measure), rows, RowId{9}, 1, none));
        QVERIFY(none.isEmpty());
    }
};

QTEST_GUILESS_MAIN(Recipes)
#include "tst_recipe.moc"
