// SPDX-License-Identifier: GPL-3.0-or-later
// A tree of aims comes from a spreadsheet or a text: by its columns, its indentation or its codes; deeper than the classification
// goes it is refused.
#include "models/grid/grid_changes.h"
#include "models/grid/pasted_levels.h"
#include "models/grid/settings_shapes.h"
#include "tests/support/rows.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
Classification classification(const QString &levels, const QString &numbering = {})
{
    Classification row = made<Classification>();
    row.key = u"aim"_s;
    row.title = u"目指す姿"_s;
    row.levels = levels;
    row.numbering = numbering;
    return row;
}

/// The lines as they were read: 「1 安心 (1) 説明」.
QStringList read(const QList<QStringList> &cells, const Classification &of)
{
    const auto levels = pastedLevels(cells, of);
    if (!levels)
        return {u"no levels"_s};
    if (!*levels)
        return {levels->error().message()};
    QStringList lines;
    for (const PastedCategory &category : **levels) {
        QString line = QString::number(category.level) + u' ' + category.title;
        for (const QString &more : {category.code, category.text})
            line += more.isEmpty() ? QString() : u'|' + more;
        lines << line;
    }
    return lines;
}
} // namespace

class TestPastedLevels : public QObject {
    Q_OBJECT

    static Plan planOf(const Classification &row)
    {
        Plan plan;
        applyTo(plan, insertionOf(row));
        return plan;
    }
    /// What stands in the grid: 「・安心 1」 with a dot for each level below the top.
    static QStringList shown(const Plan &plan, Id<Classification> of)
    {
        QStringList lines;
        const GridShape shape = categoryShape(of);
        for (const GridRow &row : shape.rows(plan))
            lines << QString(row.level, u'・') + cellText(plan, shape, {row, 0}) + u' ' + cellText(plan, shape, {row, 1});
        return lines;
    }
    static Result<ChangeSet> paste(const Plan &plan, Id<Classification> of, const QList<QStringList> &cells, RowId from = {})
    {
        static const IdSource ids = randomIds();
        return blockPasted(plan, categoryShape(of), {from, {0, 1, 2}, cells}, ids);
    }

private slots:
    void levelsAreRecognised_data()
    {
        QTest::addColumn<QString>("numbering");
        QTest::addColumn<QList<QStringList>>("cells");
        QTest::addColumn<QStringList>("expected");
        const QString none;
        QTest::newRow("a column a level") << none
                                          << QList<QStringList>{{u"安心"_s, {}}, {{}, u"健康"_s}, {{}, u"医療"_s}, {u"活力"_s}}
                                          << QStringList{u"1 安心"_s, u"2 健康"_s, u"2 医療"_s, u"1 活力"_s};
        QTest::newRow("merged cells, with texts")
            << none << QList<QStringList>{{u"安心"_s, u"健康"_s, u"診る"_s}, {{}, u"医療"_s, u"治す"_s}}
            << QStringList{u"1 安心"_s, u"2 健康|診る"_s, u"2 医療|治す"_s};
        QTest::newRow("every line repeats what it stands below")
            << none << QList<QStringList>{{u"安心"_s, u"健康"_s}, {u"安心"_s, u"医療"_s}, {u"活力"_s, u"商業"_s}}
            << QStringList{u"1 安心"_s, u"2 健康"_s, u"2 医療"_s, u"1 活力"_s, u"2 商業"_s};
        QTest::newRow("leading spaces") << none << QList<QStringList>{{u"安心"_s}, {u"　健康"_s}, {u"  医療"_s}, {u"活力"_s}}
                                        << QStringList{u"1 安心"_s, u"2 健康"_s, u"2 医療"_s, u"1 活力"_s};
        QTest::newRow("a tab in the cell, with texts")
            << none << QList<QStringList>{{u"安心"_s, {}, u"くらし"_s}, {u"\t健康"_s, u"い"_s, u"診る"_s}}
            << QStringList{u"1 安心|くらし"_s, u"2 健康|い|診る"_s};
        QTest::newRow("empty lines are no rows")
            << none << QList<QStringList>{{{}}, {u"安心"_s}, {u" "_s}, {u" 健康"_s}, {}} << QStringList{u"1 安心"_s, u"2 健康"_s};
        QTest::newRow("codes") << u"1/(1)"_s
                               << QList<QStringList>{{u"１　安心"_s}, {u"(1) 健康"_s}, {u"（２）医療"_s}, {u"2. 活力"_s}}
                               << QStringList{u"1 安心|1"_s, u"2 健康|(1)"_s, u"2 医療|(2)"_s, u"1 活力|2"_s};
        QTest::newRow("addresses") << u"1/1"_s
                                   << QList<QStringList>{{u"1 安心"_s}, {u"1-1 健康"_s}, {u"1－2 医療"_s}, {u"2 活力"_s}}
                                   << QStringList{u"1 安心|1"_s, u"2 健康|1"_s, u"2 医療|2"_s, u"1 活力|2"_s};
        QTest::newRow("joined codes") << u"(1)/①"_s << QList<QStringList>{{u"(1)安心"_s}, {u"(1)①健康"_s}, {u"②医療"_s}}
                                      << QStringList{u"1 安心|(1)"_s, u"2 健康|①"_s, u"2 医療|②"_s};
        QTest::newRow("codes in cells of their own")
            << u"1/ア"_s << QList<QStringList>{{u"1"_s, u"安心"_s, u"くらし"_s}, {u"ア"_s, u"健康"_s, {}}}
            << QStringList{u"1 安心|1|くらし"_s, u"2 健康|ア"_s};
        QTest::newRow("codes in a column a level") << u"1/(1)"_s << QList<QStringList>{{u"1 安心"_s, {}}, {{}, u"(1) 健康"_s}}
                                                   << QStringList{u"1 安心|1"_s, u"2 健康|(1)"_s};
        const QStringList plain{u"no levels"_s};
        QTest::newRow("a plain list") << none << QList<QStringList>{{u"安心"_s}, {u"活力"_s}} << plain;
        QTest::newRow("title, code and text")
            << u"1/(1)"_s << QList<QStringList>{{u"安心"_s, u"1"_s, u"くらし"_s}, {u"活力"_s, u"2"_s, {}}} << plain;
        QTest::newRow("figures that are no codes") << u"1/(1)"_s << QList<QStringList>{{u"1人1台"_s}, {u"24時間"_s}} << plain;
        QTest::newRow("nothing") << none << QList<QStringList>{} << plain;
    }
    void levelsAreRecognised()
    {
        QFETCH(QString, numbering);
        QFETCH(QList<QStringList>, cells);
        QFETCH(QStringList, expected);
        QCOMPARE(read(cells, classification(u"柱/取組"_s, numbering)), expected);
    }

    void whatDoesNotFitIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QString>("numbering");
        QTest::addColumn<QList<QStringList>>("cells");
        QTest::addColumn<QString>("reason");
        QTest::newRow("spaces, too deep")
            << QString() << QList<QStringList>{{u"安心"_s}, {u" 健康"_s}, {u"  検診"_s}}
            << u"貼り付けの3行目：「検診」は3階層目に当たりますが、分類「目指す姿」の階層は2つです。"_s;
        QTest::newRow("columns, too deep") << QString() << QList<QStringList>{{u"安心"_s}, {{}, u"健康"_s}, {{}, {}, u"検診"_s}}
                                           << u"貼り付けの3行目：「検診」は3階層目"_s;
        QTest::newRow("codes, too deep") << u"1/(1)/①"_s << QList<QStringList>{{u"1 安心"_s}, {u"(1) 健康"_s}, {u"① 検診"_s}}
                                         << u"貼り付けの3行目：「検診」は3階層目"_s;
        QTest::newRow("between two levels") << QString() << QList<QStringList>{{u"安心"_s}, {u"    健康"_s}, {u"  医療"_s}}
                                            << u"貼り付けの3行目：「医療」の字下げが"_s;
        QTest::newRow("below nothing") << u"1/(1)"_s << QList<QStringList>{{u"(1) 健康"_s}, {u"1 安心"_s}}
                                       << u"貼り付けの1行目：「健康」の上に立つ項目がありません。"_s;
        QTest::newRow("more columns than there are")
            << QString() << QList<QStringList>{{u"安心"_s}, {{}, u"健康"_s, u"診る"_s, u"毎年"_s}}
            << u"貼り付けの2行目：説明の右の欄「毎年」"_s;
    }
    void whatDoesNotFitIsRefusedWithItsLine()
    {
        QFETCH(QString, numbering);
        QFETCH(QList<QStringList>, cells);
        QFETCH(QString, reason);
        const QStringList said = read(cells, classification(u"柱/取組"_s, numbering));
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.first().startsWith(reason), qPrintable(said.first()));
    }

    void pastedLevelsBecomeATreeBehindTheLastCategory()
    {
        const Classification of = classification(u"柱/取組"_s, u"1/(1)"_s);
        Plan plan = planOf(of);
        const auto first = paste(plan, of.id, {{u"安心"_s}, {u"　健康"_s}, {u"　医療"_s}, {u"活力"_s}});
        QVERIFY2(first, qPrintable(first ? QString() : first.error().message()));
        QCOMPARE(first->title, u"分類の項目4件を貼り付け"_s);
        QVERIFY(applyTo(plan, *first));
        QCOMPARE(shown(plan, of.id), (QStringList{u"安心 1"_s, u"・健康 (1)"_s, u"・医療 (2)"_s, u"活力 2"_s}));
        // From a row on they do so where they are more than the rows below it; what stands there stays.
        const auto more = paste(plan, of.id, {{u"環境"_s, {}}, {{}, u"緑"_s}}, categoryShape(of.id).rows(plan).last().id);
        QVERIFY(more && applyTo(plan, *more));
        QCOMPARE(shown(plan, of.id),
                 (QStringList{u"安心 1"_s, u"・健康 (1)"_s, u"・医療 (2)"_s, u"活力 2"_s, u"環境 3"_s, u"・緑 (1)"_s}));
    }

    void aSkippedLevelIsStated()
    {
        const Classification of = classification(u"柱/節/取組"_s);
        Plan plan = planOf(of);
        const auto change = paste(plan, of.id,
                                  {{u"安心"_s, u"健康"_s, u"検診"_s}, {u""_s, u""_s, u"相談"_s}, {u"活力"_s, u""_s, u"商業"_s}});
        QVERIFY(change && applyTo(plan, *change));
        QStringList levels;
        for (const Category *category : plan.ordered<Category>())
            levels << category->title + QString::number(plan.level(*category));
        levels.sort();
        QCOMPARE(levels, (QStringList{u"健康2"_s, u"商業3"_s, u"安心1"_s, u"検診3"_s, u"活力1"_s, u"相談3"_s}));
    }

    void linesWithoutLevelsAndLinesOverRowsArePastedAsEver()
    {
        const Classification of = classification(u"柱/取組"_s, u"1/(1)"_s);
        Plan plan = planOf(of);
        const auto list = paste(plan, of.id, {{u"安心"_s, {}, u"くらし"_s}, {u"活力"_s, u"B"_s}});
        QVERIFY(list && applyTo(plan, *list));
        QCOMPARE(shown(plan, of.id), (QStringList{u"安心 "_s, u"活力 B"_s}));
        const auto over = paste(plan, of.id, {{u"安全"_s}, {u"　活気"_s}, {u""_s}}, categoryShape(of.id).rows(plan).first().id);
        QVERIFY(over && applyTo(plan, *over));
        QCOMPARE(plan.rows<Category>().size(), 2);
        QVERIFY(!plan.ordered<Category>().first()->title.contains(u"安心"_s));
    }

    void aTreeThatIsRefusedChangesNothing()
    {
        const Classification of = classification(u"柱"_s);
        const Plan plan = planOf(of);
        const auto change = paste(plan, of.id, {{u"安心"_s}, {u"　健康"_s}});
        QVERIFY(!change);
        QCOMPARE(change.error().message(), u"貼り付けの2行目：「健康」は2階層目に当たりますが、分類「目指す姿」の階層は1つです。"
                                           u"階層の名称を2つ以上にしてから、貼り付け直してください。"_s);
    }
};

QTEST_GUILESS_MAIN(TestPastedLevels)
#include "tst_pasted_levels.moc"
