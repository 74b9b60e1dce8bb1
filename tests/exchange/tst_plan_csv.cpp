// SPDX-License-Identifier: GPL-3.0-or-later
// A plan's tables as CSV: nothing is lost on the way, and what cannot be taken in is refused with its place.
#include "models/plan/rank.h"
#include "tests/exchange/csv_folder_test.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestPlanCsv : public CsvFolderTest {
    Q_OBJECT

private slots:
    void everyTextSurvivesTheRoundTrip_data();
    void everyTextSurvivesTheRoundTrip();
    void everyTableIsWrittenInOrder();
    void importingWhatIsThereChangesNothing();
    void knownRowsAreUpdatedNewOnesAddedAbsentOnesLeft();
    void columnsMayBeMissingAndInAnyOrder();
    void rowsWithoutPositionComeLast();
    void replaceRemovesAbsentRowsWithTheirParts();
    void replaceLeavesTablesWithoutFileAlone();
    void thePlanKeepsItsIdentity();
    void aSingleFileIsKnownByItsHeader();
    void cp932IsRead();
    void figuresAreReadAsOfficesWriteThem();
    void figuresAreReadWithTheUnitOfTheirIndicator();
    void writtenTwiceItIsTheSame();
    void whatNobodySeesIsNoHindrance();
    void whatCannotBeTakenInIsNamed_data();
    void whatCannotBeTakenInIsNamed();
    void whatIsOutsideItsRangeIsNamedWithRowAndColumn_data();
    void whatIsOutsideItsRangeIsNamedWithRowAndColumn();
    void whatThePlanHoldsOutsideItsRangeComesBack();
    void anUnknownFileIsRefused();
    void aFolderThatCannotBeWrittenIsNamed();
};

void TestPlanCsv::everyTextSurvivesTheRoundTrip_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("lines") << u"○一つ\n○二つ\n"_s;
    QTest::newRow("quotes") << u"「\"DX\"」, \"\""_s;
    QTest::newRow("formula") << u"=SUM(A1)"_s;
    QTest::newRow("apostrophe and formula") << u"'=SUM(A1)"_s;
    QTest::newRow("full width") << u"＝ＤＸ　①～－"_s;
    QTest::newRow("rare characters") << u"𠮷・髙・葛󠄀"_s;
    QTest::newRow("empty") << u""_s;
}

void TestPlanCsv::everyTextSurvivesTheRoundTrip()
{
    QFETCH(QString, text);
    Plan plan = smallPlan();
    Passage passage;
    passage.id = id<Passage>(40);
    passage.position = u"V"_s;
    passage.owner = Owner(id<Measure>(10));
    passage.heading = QString(text).replace(u'\n', u' ');
    passage.text = text;
    passage.level = 2;
    passage.in_book = false;
    Figure figure;
    figure.id = id<Figure>(50);
    figure.position = u"V"_s;
    figure.image = QByteArray("\x89PNG\r\n\x1A\n\0", 9);
    ChangeBuilder builder(u"文"_s);
    builder.insert(passage).insert(figure);
    QVERIFY(applyTo(plan, std::move(builder).build()));

    QVERIFY(exportTables(plan, m_folder->path()).ok());
    QVERIFY(same(imported(Plan()), plan));
}

void TestPlanCsv::everyTableIsWrittenInOrder()
{
    const auto written = exportTables(smallPlan(), m_folder->filePath(u"下/の階層"_s));
    QVERIFY(written.ok());
    QCOMPARE(written->size(), tableCount);
    QCOMPARE(read(u"下/の階層/measure.csv"_s),
             QByteArray(
                 "\xEF\xBB\xBF"
                 "id,position,number,series,group_title,title,short_title,kind,horizon,state,"
                 "state_at,state_reason,predecessor\r\n00000000000A,G,1,,,電子申請,,,,,,,\r\n00000000000B,V,2,,,窓口,,,,,,,\r\n"));
    QCOMPARE(read(u"下/の階層/phase.csv"_s), QByteArray("\xEF\xBB\xBF"
                                                        "id,position,initiative,starts,ends,label,style,certainty\r\n"
                                                        "00000000000Y,V,00000000000M,FY2022,..,運用,,\r\n"));
    QCOMPARE(read(u"下/の階層/body.csv"_s), QByteArray("\xEF\xBB\xBF"
                                                       "id,position,parent,name,post,role\r\n"));
}

void TestPlanCsv::importingWhatIsThereChangesNothing()
{
    const Plan plan = smallPlan();
    QVERIFY(exportTables(plan, m_folder->path()).ok());
    for (const ImportMode mode : {ImportMode::Merge, ImportMode::Replace}) {
        const auto change = importTables(plan, m_folder->path(), mode, counter());
        QVERIFY(change.ok());
        QVERIFY(change->isEmpty());
    }
}

void TestPlanCsv::knownRowsAreUpdatedNewOnesAddedAbsentOnesLeft()
{
    write(u"measure.csv"_s, "id,position,number,title\r\n00000000000A,G,1,オンライン申請\r\n,W,3,新しい施策\r\n");
    const Plan plan = smallPlan();
    const auto change = importTables(plan, m_folder->path(), ImportMode::Merge, counter(1000));
    QVERIFY(change.ok());
    QCOMPARE(change->title, u"『%1』を取り込み"_s.arg(QDir(m_folder->path()).dirName()));
    QCOMPARE(change->rows.size(), 2);
    QCOMPARE(change->rows[0].after->size(), 1); // only the title is touched

    const Plan result = imported(plan);
    QCOMPARE(result.find(id<Measure>(10))->title, u"オンライン申請"_s);
    QCOMPARE(result.find(id<Measure>(11))->title, u"窓口"_s);
    QCOMPARE(result.find(id<Measure>(1000))->title, u"新しい施策"_s);
    QCOMPARE(result.rows<Measure>().size(), 3);
}

void TestPlanCsv::columnsMayBeMissingAndInAnyOrder()
{
    write(u"measure.csv"_s, "title, number ,id,\r\n窓口改革,9,00000000000B,\r\n短い行\r\n");
    const Plan result = imported(smallPlan());
    QCOMPARE(result.find(id<Measure>(11))->title, u"窓口改革"_s);
    QCOMPARE(result.find(id<Measure>(11))->number, u"9"_s);
    QCOMPARE(result.find(id<Measure>(11))->position, u"V"_s);
    QCOMPARE(result.find(id<Measure>(1000))->title, u"短い行"_s);
    QVERIFY(result.find(id<Measure>(1000))->number.isEmpty());
}

void TestPlanCsv::rowsWithoutPositionComeLast()
{
    QByteArray rows = "id,position,title\r\n";
    for (int i = 0; i < 200; ++i)
        rows += ",," + QByteArray::number(i) + "\r\n";
    write(u"measure.csv"_s, rows);
    Plan result = imported(smallPlan());
    const auto order = result.ordered<Measure>();
    QCOMPARE(order.size(), 202);
    QCOMPARE(order[1]->title, u"窓口"_s);
    for (int i = 0; i < 200; ++i) {
        QCOMPARE(order[i + 2]->title, QString::number(i));
        QVERIFY(isRank(order[i + 2]->position));
    }
    write(u"measure.csv"_s, "id,position,title\r\n00000000000A,,先頭のまま\r\n");
    QCOMPARE(imported(smallPlan()).find(id<Measure>(10))->position, u"G"_s);
}

void TestPlanCsv::replaceRemovesAbsentRowsWithTheirParts()
{
    write(u"measure.csv"_s, "id,position,number,title\r\n00000000000B,V,2,窓口\r\n");
    const Plan plan = smallPlan();
    const auto change = importTables(plan, m_folder->path(), ImportMode::Replace, counter());
    QVERIFY(change.ok());
    QList<TableId> order;
    for (const RowChange &row : change->rows) {
        QVERIFY(row.isRemove());
        order << row.table;
    }
    QCOMPARE(order, (QList<TableId>{TableId::Phase, TableId::Initiative, TableId::Measure}));
    const Plan result = imported(plan, ImportMode::Replace);
    QCOMPARE(result.rows<Measure>().size(), 1);
    QCOMPARE(result.rows<Phase>().size(), 0);
}

void TestPlanCsv::replaceLeavesTablesWithoutFileAlone()
{
    write(u"phase.csv"_s, "id,position,initiative,label\r\n");
    const Plan result = imported(smallPlan(), ImportMode::Replace);
    QCOMPARE(result.rows<Phase>().size(), 0);
    QCOMPARE(result.rows<Initiative>().size(), 1);
    QCOMPARE(result.rows<Measure>().size(), 2);
    QCOMPARE(result.rows<PlanInfo>().size(), 1);
}

void TestPlanCsv::thePlanKeepsItsIdentity()
{
    write(u"plan.csv"_s, "id,position,title\r\n000000000ZZZ,V,次期DX計画\r\n");
    write(u"annotation.csv"_s, "id,table,row,kind,text\r\n,plan,000000000ZZZ,comment,確認\r\n");
    const Plan result = imported(smallPlan(), ImportMode::Replace);
    QCOMPARE(result.rows<PlanInfo>().size(), 1);
    QCOMPARE(result.info().id, id<PlanInfo>(900));
    QCOMPARE(result.info().title, u"次期DX計画"_s);
    QCOMPARE(result.annotations(RowId{900}).size(), 1);

    write(u"plan.csv"_s, "id,position,title\r\n");
    QFile::remove(path(u"annotation.csv"_s));
    QCOMPARE(imported(smallPlan(), ImportMode::Replace).info().title, u"DX計画"_s);
}

void TestPlanCsv::aSingleFileIsKnownByItsHeader()
{
    write(u"施策の一覧（修正）.csv"_s, "id,number,short_title\r\n00000000000A,1,申請\r\n");
    QCOMPARE(imported(smallPlan(), ImportMode::Merge, u"施策の一覧（修正）.csv"_s).find(id<Measure>(10))->short_title, u"申請"_s);

    write(u"謎.csv"_s, "id,position\r\n"); // any table has these
    const auto change = importTables(smallPlan(), path(u"謎.csv"_s), ImportMode::Merge, counter());
    QVERIFY(!change);
    QVERIFY(change.error().what.contains(u"謎.csv"_s));
}

void TestPlanCsv::cp932IsRead()
{
    write(u"measure.csv"_s, "id,title\r\n00000000000A,\x91\x8b\x8c\xfb\x87\x40\r\n");
    QCOMPARE(imported(smallPlan()).find(id<Measure>(10))->title, u"窓口①"_s);
}

void TestPlanCsv::writtenTwiceItIsTheSame()
{
    const Plan plan = smallPlan();
    QVERIFY(exportTables(plan, path(u"一度"_s)));
    QVERIFY(exportTables(imported(Plan(), ImportMode::Merge, u"一度"_s), path(u"二度"_s)));
    for (const QString &name : QDir(path(u"一度"_s)).entryList({u"*.csv"_s}))
        QCOMPARE(read(u"二度/"_s + name), read(u"一度/"_s + name));
}

void TestPlanCsv::figuresAreReadAsOfficesWriteThem()
{
    write(u"effect.csv"_s, "id,tool,hours_before,hours_after,printed_saved,printed_rate,task_count,printed_departments\r\n"
                           ",RPA,\"1,410\",14時間15分,\"▲ 1,234\",44.7%,５業務,4箇所\r\n"
                           ",RPA,1:30,－,(5),,未定,\r\n");
    const Plan plan = imported(smallPlan());
    const auto rows = plan.ordered<Effect>();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(QStringList({rows[0]->hours_before, rows[0]->hours_after, rows[0]->printed_saved, rows[0]->printed_rate}),
             QStringList({u"1410"_s, u"14.25"_s, u"-1234"_s, u"44.7"_s}));
    QCOMPARE(rows[0]->task_count, 5);
    QCOMPARE(rows[0]->printed_departments, 4);
    QCOMPARE(QStringList({rows[1]->hours_before, rows[1]->hours_after, rows[1]->printed_saved}),
             QStringList({u"1.5"_s, QString(), u"-5"_s}));
    QVERIFY(!rows[1]->task_count);
}

void TestPlanCsv::figuresAreReadWithTheUnitOfTheirIndicator()
{
    QVERIFY(QDir().mkpath(path(u"新"_s)));
    write(u"新/indicator.csv"_s, "id,name,unit\r\n00000000010A,利用者,人\r\n00000000010B,利用率,％\r\n00000000010C,事業費,千円\r\n");
    write(u"新/indicator_value.csv"_s, "id,indicator,role,value\r\n,00000000010A,actual,\"1,200人\"\r\n,00000000010B,actual,44.7%\r\n");
    const Plan plan = imported(smallPlan(), ImportMode::Merge, u"新"_s);
    QStringList values;
    for (const IndicatorValue *value : plan.ordered<IndicatorValue>())
        values << value->value;
    values.sort();
    QCOMPARE(values, QStringList({u"1200"_s, u"44.7"_s}));
    // 1,200 persons are no 1,200 thousand yen.
    write(u"indicator_value.csv"_s, "id,indicator,role,value\r\n,00000000010C,actual,\"1,200人\"\r\n");
    const auto refused = importTables(plan, path(u"indicator_value.csv"_s), ImportMode::Merge, randomIds());
    QVERIFY(!refused);
    QVERIFY2(refused.error().what.contains(u"2行目、列「value」"_s), qPrintable(refused.error().what));
}

void TestPlanCsv::whatNobodySeesIsNoHindrance()
{
    write(u"measure.csv"_s, "id,title,state_reason,state_at\r\n00000000000A,\"一\v二\",\"三\f四\xe2\x80\xa8五\tー\",\"R5\v\"\r\n");
    write(u"passage.csv"_s, "id,owner,heading,level\r\n,measure:00000000000A\v,\xe2\x80\xae趣旨, 2\v\r\n");
    const auto change = importTables(smallPlan(), m_folder->path(), ImportMode::Merge, counter(1000));
    QVERIFY2(change, qPrintable(change ? QString() : change.error().message()));
    Plan plan = smallPlan();
    QVERIFY(applyTo(plan, *change));
    const Measure &measure = *plan.find(id<Measure>(10));
    QCOMPARE(measure.title, u"一 二"_s);
    QCOMPARE(measure.state_reason, u"三\n四\n五\tー"_s);
    QCOMPARE(measure.state_at, PlanTime::fiscalYear(2023));
    QCOMPARE(plan.rows<Passage>().begin()->heading, u"趣旨"_s);
    QCOMPARE(plan.rows<Passage>().begin()->level, 2);
}

void TestPlanCsv::whatCannotBeTakenInIsNamed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("said");
    const auto row = [](const char *name, const QString &file, const QByteArray &content, const QStringList &said) {
        QTest::newRow(name) << file << content << said;
    };
    row("unknown column", u"measure.csv"_s, "id,title,予算\r\n", {u"1行目"_s, u"予算"_s, u"short_title"_s});
    row("column given twice", u"measure.csv"_s, "id,title,title\r\n", {u"1行目"_s, u"title"_s});
    row("value without heading", u"measure.csv"_s, "id,title\r\n,a,b\r\n", {u"2行目"_s, u"列「3」"_s, u"b"_s});
    row("malformed id", u"measure.csv"_s, "id,title\r\n12,a\r\n", {u"2行目"_s, u"列「id」"_s, u"12"_s});
    row("same id twice", u"measure.csv"_s, "id,title\r\n00000000000A,a\r\n\r\n00000000000A,b\r\n",
        {u"4行目"_s, u"2行目"_s, u"列「id」"_s});
    row("id of another table", u"measure.csv"_s, "id,title\r\n00000000000M,a\r\n", {u"2行目"_s, u"列「id」"_s, u"取組"_s});
    row("malformed time", u"phase.csv"_s, "id,starts\r\n00000000000Y,来年\r\n",
        {u"2行目"_s, u"列「starts」"_s, u"来年"_s, u"令和5年4月"_s});
    row("day without a year", u"phase.csv"_s, "id,starts\r\n00000000000Y,21-Aug\r\n",
        {u"2行目"_s, u"列「starts」"_s, u"21-Aug"_s, u"年がありません"_s});
    row("span", u"phase.csv"_s, "id,starts\r\n00000000000Y,R6～R8\r\n",
        {u"2行目"_s, u"列「starts」"_s, u"期間"_s, u"開始と終了"_s});
    row("quarter", u"phase.csv"_s, "id,starts\r\n00000000000Y,第1四半期\r\n", {u"2行目"_s, u"列「starts」"_s, u"四半期"_s});
    row("impossible day", u"phase.csv"_s, "id,starts\r\n00000000000Y,2022-02-30\r\n", {u"2行目"_s, u"列「starts」"_s});
    row("malformed flag", u"passage.csv"_s, "id,heading,in_book\r\n,趣旨,5\r\n", {u"2行目"_s, u"列「in_book」"_s});
    row("malformed number", u"passage.csv"_s, "id,heading,level\r\n,趣旨,いち\r\n", {u"2行目"_s, u"列「level」"_s});
    row("comma that parts no thousands", u"effect.csv"_s, "id,hours_before\r\n,\"1,410\"\r\n,\"1,5\"\r\n",
        {u"3行目"_s, u"列「hours_before」"_s, u"「1,5」は数として読めません。"_s});
    row("unit of another field", u"effect.csv"_s, "id,hours_before\r\n,1200人\r\n",
        {u"2行目"_s, u"列「hours_before」"_s, u"「時間」"_s});
    row("malformed owner", u"footnote.csv"_s, "id,owner,text\r\n,施策1,x\r\n", {u"2行目"_s, u"列「owner」"_s});
    row("link that leads nowhere", u"initiative.csv"_s, "id,measure,title\r\n,00000000000Z,x\r\n",
        {u"2行目"_s, u"列「measure」"_s, u"00000000000Z"_s, u"measure.csv"_s});
    row("owner that is not there", u"footnote.csv"_s, "id,owner,text\r\n,measure:00000000000Z,x\r\n", {u"2行目"_s, u"対象"_s});
    row("empty title", u"measure.csv"_s, "id,title\r\n00000000000A,\r\n", {u"2行目"_s, u"施策名"_s});
    row("unknown keyword", u"phase.csv"_s, "id,certainty\r\n00000000000Y,多分\r\n", {u"2行目"_s, u"多分"_s});
    row("ends before it starts", u"phase.csv"_s, "id,starts,ends\r\n00000000000Y,FY2024,FY2023\r\n", {u"2行目"_s});
    row("position that is no rank", u"measure.csv"_s, "id,position,title\r\n,10,x\r\n", {u"2行目"_s, u"並び順"_s});
    row("second plan row", u"plan.csv"_s, "id,title\r\n,a\r\n,b\r\n", {u"3行目"_s});
    row("broken quotes", u"measure.csv"_s, "id,title\r\n,\"a\r\n", {u"2行目"_s});
    row("no header", u"measure.csv"_s, "\r\n", {u"1行目"_s});
}

void TestPlanCsv::whatCannotBeTakenInIsNamed()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QStringList, said);
    write(file, content);
    const auto change = importTables(smallPlan(), m_folder->path(), ImportMode::Merge, counter(1000));
    QVERIFY(!change);
    const Error error = change.error();
    for (const QString &word : said + QStringList{file})
        QVERIFY2(error.message().contains(word), qPrintable(error.message()));
    QVERIFY(error.what.endsWith(u'。') && error.remedy.endsWith(u'。'));
}

void TestPlanCsv::whatIsOutsideItsRangeIsNamedWithRowAndColumn_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("said");
    const auto row = [](const char *name, const QString &file, const QByteArray &content, const QStringList &said) {
        QTest::newRow(name) << file << content << said;
    };
    row("whole number", u"block.csv"_s, "id,kind,height\r\n,text,80\r\n,text,1000000000\r\n",
        {u"3行目"_s, u"列「height」"_s, u"「高さ(mm)」"_s, u"0～400の整数"_s});
    row("beyond 64 bits", u"block.csv"_s, "id,kind,height\r\n,text,9223372036854775808\r\n",
        {u"2行目"_s, u"列「height」"_s, u"0～400の整数"_s});
    row("negative", u"passage.csv"_s, "id,heading,level\r\n,趣旨,-1\r\n", {u"2行目"_s, u"列「level」"_s, u"1～9の整数"_s});
    row("decimal", u"effect.csv"_s, "id,hours_before\r\n,1000000000.5\r\n",
        {u"2行目"_s, u"列「hours_before」"_s, u"0～999,999,999の数"_s});
    row("decimal of 15 digits", u"effect.csv"_s, "id,printed_saved\r\n,999999999999999\r\n",
        {u"2行目"_s, u"列「printed_saved」"_s, u"-999,999,999～999,999,999の数"_s});
    row("title", u"measure.csv"_s, "id,title\r\n," + QByteArray(1001, 'x') + "\r\n",
        {u"2行目"_s, u"列「title」"_s, u"1,000文字まで"_s, u"1,001文字"_s});
    row("number", u"measure.csv"_s, "id,number,title\r\n," + QByteArray(101, '1') + ",x\r\n",
        {u"2行目"_s, u"列「number」"_s, u"100文字まで"_s});
    row("passage", u"passage.csv"_s, "id,heading,text\r\n,趣旨," + QByteArray(100'001, 'x') + "\r\n",
        {u"2行目"_s, u"列「text」"_s, u"100,000文字まで"_s});
    row("years shown", u"plan.csv"_s, "id,title,first_year,last_year\r\n,a,FY1900,FY2999\r\n",
        {u"2行目"_s, u"列「first_year」"_s, u"100年"_s});
}

void TestPlanCsv::whatIsOutsideItsRangeIsNamedWithRowAndColumn()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QStringList, said);
    write(file, content);
    const auto change = importTables(smallPlan(), m_folder->path(), ImportMode::Merge, counter(1000));
    QVERIFY(!change);
    for (const QString &word : said + QStringList{file})
        QVERIFY2(change.error().message().contains(word), qPrintable(change.error().message()));
    QVERIFY(change.error().what.endsWith(u'。') && change.error().remedy.endsWith(u'。'));
    QVERIFY(change.error().message().size() < 200);
}

void TestPlanCsv::whatThePlanHoldsOutsideItsRangeComesBack()
{
    Plan plan = smallPlan();
    QVERIFY(plan.table(TableId::Measure).set(RowId{10}, fieldIndex<&Measure::title>(), QString(200'000, u'長')));
    QVERIFY(exportTables(plan, m_folder->path()));
    const auto change = importTables(plan, m_folder->path(), ImportMode::Replace, counter(1000));
    QVERIFY2(change.ok(), change.ok() ? "" : qPrintable(change.error().what));
    QVERIFY(change->isEmpty());
}

void TestPlanCsv::anUnknownFileIsRefused()
{
    write(u"measures.csv"_s, "id,title\r\n");
    auto change = importTables(smallPlan(), m_folder->path(), ImportMode::Merge, counter());
    QVERIFY(!change);
    QVERIFY(change.error().what.contains(u"measures.csv"_s));

    QFile::remove(path(u"measures.csv"_s));
    write(u"読んでください.txt"_s, "text");
    change = importTables(smallPlan(), m_folder->path(), ImportMode::Merge, counter());
    QVERIFY(!change);
    QCOMPARE(change.error().kind, ErrorKind::NotFound);
    change = importTables(smallPlan(), path(u"ない"_s), ImportMode::Merge, counter());
    QVERIFY(!change);
    QCOMPARE(change.error().kind, ErrorKind::NotFound);
}

void TestPlanCsv::aFolderThatCannotBeWrittenIsNamed()
{
    write(u"ファイル"_s, "x");
    const auto written = exportTables(smallPlan(), path(u"ファイル/中"_s));
    QVERIFY(!written);
    QVERIFY(written.error().what.contains(u"ファイル"_s));
}

QTEST_GUILESS_MAIN(TestPlanCsv)
#include "tst_plan_csv.moc"
