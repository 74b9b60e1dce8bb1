// SPDX-License-Identifier: GPL-3.0-or-later
// What spreadsheets, other encodings and new plans do to an import, and what of it counts as nothing.
#include "models/edit/empty_plan.h"
#include "tests/exchange/csv_folder_test.h"
#include "tests/support/rows.h"

#include <QSet>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestSpreadsheetCsv : public CsvFolderTest {
    Q_OBJECT

private slots:
    void whatIsStoredOutlivesSpreadsheetsAndTheFirstRelease();
    void whatExcelCannotSaveInItsOwnEncodingStays();
    void numbersOfATableAreWrittenAsNumbers();
    void timesOfSpreadsheetsAreRead();
    void aCellThatGuardsMakeTooLongIsTold();
    void theFormOfANewPlanGivesWayToAnImportedOne();
    void whatAPlanHasBegunStaysBesideTheImported();
};

void TestSpreadsheetCsv::whatIsStoredOutlivesSpreadsheetsAndTheFirstRelease()
{
    Plan plan = smallPlan();
    Indicator indicator;
    indicator.id = id<Indicator>(60);
    indicator.position = u"V"_s;
    indicator.name = u"'07"_s; // typed with its apostrophe
    IndicatorValue value;
    value.id = id<IndicatorValue>(70);
    value.position = u"V"_s;
    value.indicator = indicator.id;
    value.role = u"actual"_s;
    value.value = u"100.0"_s;
    ChangeBuilder builder(u"準備"_s);
    builder.insert(indicator).insert(value);
    QVERIFY(applyTo(plan, std::move(builder).build()));

    write(u"indicator.csv"_s, "id,name\r\n00000000001W,'07\r\n");        // as the first release wrote it
    write(u"indicator_value.csv"_s, "id,value\r\n000000000026,100\r\n"); // as a spreadsheet saves it
    QVERIFY(same(imported(plan), plan));
    write(u"indicator.csv"_s, "id,name\r\n00000000001W,'08\r\n");
    write(u"indicator_value.csv"_s, "id,value\r\n000000000026,100.00\r\n");
    const Plan result = imported(plan);
    QCOMPARE(result.find(indicator.id)->name, u"08"_s);
    QCOMPARE(result.find(value.id)->value, u"100.00"_s); // nobody but a person adds zeros
}

void TestSpreadsheetCsv::whatExcelCannotSaveInItsOwnEncodingStays()
{
    Plan plan = smallPlan();
    ChangeBuilder builder(u"名"_s);
    builder.set<&Measure::title>(id<Measure>(10), u"𠮷田〜葛󠄀城線?の①髙"_s);
    builder.set<&Measure::title>(id<Measure>(11), u"窓口"_s);
    QVERIFY(applyTo(plan, std::move(builder).build()));
    for (const char *marks : {"??", "?"}) { // for a character of two halves
        write(u"measure.csv"_s, QByteArray("id,title\r\n00000000000A,") + marks + "\x93\x63?\x8a\x8b" + marks
                                    + "\x8f\xe9\x90\xfc?\x82\xcc\x87\x40\xfb\xfc\r\n");
        QVERIFY(same(imported(plan), plan));
    }
    // A question mark that a person put is meant.
    write(u"measure.csv"_s, "id,title\r\n00000000000A,𠮷田〜葛󠄀城線?の①?\r\n00000000000B,窓?\r\n");
    QCOMPARE(imported(plan).find(id<Measure>(10))->title, u"𠮷田〜葛󠄀城線?の①?"_s);
    QCOMPARE(imported(plan).find(id<Measure>(11))->title, u"窓?"_s);
}

void TestSpreadsheetCsv::numbersOfATableAreWrittenAsNumbers()
{
    Plan plan = smallPlan();
    Indicator indicator;
    indicator.id = id<Indicator>(60);
    indicator.position = u"07"_s;
    indicator.name = u"(1)"_s;
    IndicatorValue value;
    value.id = id<IndicatorValue>(70);
    value.position = u"V"_s;
    value.indicator = indicator.id;
    value.as_of = PlanTime::month(2020, 10);
    value.role = u"actual"_s;
    value.value = u"-3.50"_s;
    value.printed = u"-3.50"_s;
    ChangeBuilder builder(u"準備"_s);
    builder.insert(indicator).insert(value);
    QVERIFY(applyTo(plan, std::move(builder).build()));
    QVERIFY(exportTables(plan, m_folder->path()));
    QVERIFY2(read(u"indicator.csv"_s).contains("00000000001W,'07,,,'(1),"), read(u"indicator.csv"_s).constData());
    QVERIFY2(read(u"indicator_value.csv"_s).contains("000000000026,V,00000000001W,'2020-10,actual,-3.50,,'-3.50"),
             read(u"indicator_value.csv"_s).constData());
}

void TestSpreadsheetCsv::timesOfSpreadsheetsAreRead()
{
    write(u"phase.csv"_s, "id,starts,ends\r\n00000000000Y,2022/4/1 0:00,令和5(2023)年度\r\n");
    Plan result = imported(smallPlan());
    QCOMPARE(result.find(id<Phase>(30))->starts, PlanTime::day(2022, 4, 1));
    QCOMPARE(result.find(id<Phase>(30))->ends, PlanTime::fiscalYear(2023));
    write(u"phase.csv"_s, "id,starts,ends\r\n00000000000Y,Oct-20,'2021-03\r\n");
    result = imported(smallPlan());
    QCOMPARE(result.find(id<Phase>(30))->starts, PlanTime::month(2020, 10));
    QCOMPARE(result.find(id<Phase>(30))->ends, PlanTime::month(2021, 3));
}

void TestSpreadsheetCsv::aCellThatGuardsMakeTooLongIsTold()
{
    Plan plan = smallPlan();
    Footnote note;
    note.id = id<Footnote>(40);
    note.position = u"V"_s;
    note.owner = Owner(id<Measure>(10));
    note.text = u"="_s + QString(32'766, u'あ');
    QVERIFY(applyTo(plan, insertionOf(note)));
    QCOMPARE(cellsTooLongForSpreadsheets(plan).size(), 1);
    QVERIFY(plan.table(TableId::Footnote).set(RowId{40}, fieldIndex<&Footnote::text>(), QString(32'767, u'あ')));
    QVERIFY(cellsTooLongForSpreadsheets(plan).isEmpty());
}

void TestSpreadsheetCsv::theFormOfANewPlanGivesWayToAnImportedOne()
{
    Plan fresh;
    QVERIFY(applyTo(fresh, emptyPlan(2024, counter(500'000))));
    Plan city;
    const QString folder = QStringLiteral(SOURCE_DIR "/data/katagami");
    const auto sample = importTables(city, folder, ImportMode::Merge, counter());
    QVERIFY(sample && applyTo(city, *sample));
    const auto change = importTables(fresh, folder, ImportMode::Merge, counter());
    QVERIFY2(change, qPrintable(change ? QString() : change.error().message()));
    Plan filled = fresh;
    QVERIFY(applyTo(filled, *change));
    for (const TableId table : {TableId::Block, TableId::Classification, TableId::Choice}) {
        for (qsizetype i = 0; i < city.table(table).size(); ++i)
            QVERIFY(filled.table(table).contains(city.table(table).idAt(i)));
    }
    QCOMPARE(filled.rows<Block>().size(), city.rows<Block>().size());
    QCOMPARE(filled.rows<Classification>().size(), city.rows<Classification>().size());
    QSet<QString> keys;
    for (const Choice &choice : filled.rows<Choice>()) {
        const QString key = choice.list + u' ' + choice.key;
        QVERIFY2(!keys.contains(key), qPrintable(key));
        keys << key;
    }
    // A list that the files do not speak of is still needed.
    write(u"choice.csv"_s, "id,list,key,label\r\n,status,順調,順調\r\n");
    QCOMPARE(imported(fresh).rows<Choice>().size(), fresh.rows<Choice>().size() + 1);
}

void TestSpreadsheetCsv::whatAPlanHasBegunStaysBesideTheImported()
{
    Plan plan;
    QVERIFY(applyTo(plan, emptyPlan(2024, counter(500'000))));
    const qsizetype blocks = plan.rows<Block>().size();
    // A block more for a form that the file knows,
    const QByteArray known = plan.ordered<Block>().first()->id.row.toText().toLatin1();
    write(u"block.csv"_s, "id,kind,key,label\r\n" + known + ",title,title,\r\n,text,extra,備考\r\n");
    QCOMPARE(imported(plan).rows<Block>().size(), blocks + 1);
    // or for a plan that has a measure.
    ChangeBuilder builder(u"施策"_s);
    builder.insert(measure(10, u"G"_s, u"1"_s, u"電子申請"_s));
    QVERIFY(applyTo(plan, std::move(builder).build()));
    write(u"block.csv"_s, "id,kind,key,label\r\n,text,extra,備考\r\n");
    QCOMPARE(imported(plan).rows<Block>().size(), blocks + 1);
}

QTEST_GUILESS_MAIN(TestSpreadsheetCsv)
#include "tst_spreadsheet_csv.moc"
