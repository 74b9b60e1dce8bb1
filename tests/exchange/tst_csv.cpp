// SPDX-License-Identifier: GPL-3.0-or-later
// CSV as such: what is written comes back, and what spreadsheets save is understood.
#include "deceptive_texts.h"
#include "models/exchange/csv.h"
#include "tests/support/warnings.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void everyCellComesBack_data();
    void everyCellComesBack();
    void everyMixtureOfSignsComesBack();
    void formulasAreNeutralised_data();
    void formulasAreNeutralised();
    void whatSpreadsheetsWouldRewriteIsGuarded_data();
    void whatSpreadsheetsWouldRewriteIsGuarded();
    void whatSpreadsheetsKeepIsWrittenAsItIs_data();
    void whatSpreadsheetsKeepIsWrittenAsItIs();
    void numbersGoOutAsNumbers_data();
    void numbersGoOutAsNumbers();
    void whatTheFirstReleaseWroteIsReadAsBefore();
    void separatorsOfSpreadsheetsStayInTheirCell();
    void writesBomAndCrlf();
    void readsWhatSpreadsheetsSave_data();
    void readsWhatSpreadsheetsSave();
    void namesTheLineOfABrokenQuote_data();
    void namesTheLineOfABrokenQuote();
    void refusesBytesOfNoEncoding();
    void refusesATextThatWasCut_data();
    void refusesATextThatWasCut();
    void takesCellsThatASpreadsheetLeftOutForEmpty();
    void leavesCharactersOfNamesAsTheyAre();
    void knowsTheLineOfEveryRecord();
};

void TestCsv::everyCellComesBack_data()
{
    QTest::addColumn<QString>("cell");
    const QStringList cells{u""_s,
                            u" "_s,
                            u"一行目\n二行目"_s,
                            u"引用\"符\""_s,
                            u"\""_s,
                            u"a,b"_s,
                            u"=1+1"_s,
                            u"+81"_s,
                            u"-5"_s,
                            u"@会議"_s,
                            u"\t字下げ"_s,
                            u"\r戻り"_s,
                            u"'=1"_s,
                            u"''-x"_s,
                            u"'普通"_s,
                            u"'"_s,
                            u"＝１＋１"_s,
                            u"ＤＸ・ｶﾅ"_s,
                            u"𠮷野家"_s,
                            u"末尾\n"_s,
                            u"。「」～－①髙"_s,
                            u"\n"_s,
                            u" 前後の空白 "_s,
                            u"a\"\nb,\"c"_s,
                            u"\"=x\""_s,
                            u"0012"_s,
                            u"1,000"_s,
                            u"R4.3"_s};
    for (const QString &cell : cells)
        QTest::newRow(cell.toUtf8().toPercentEncoding().constData()) << cell;
}

void TestCsv::everyCellComesBack()
{
    QFETCH(QString, cell);
    const auto read = readCsv(writeCsv({{u"id"_s, cell, u"後"_s}, {cell, u"x"_s, cell}}), u"t.csv"_s);
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().what));
    QCOMPARE(read->size(), 2);
    QCOMPARE(read->at(0).cells, (QStringList{u"id"_s, cell, u"後"_s}));
    QCOMPARE(read->at(1).cells, (QStringList{cell, u"x"_s, cell}));
}

void TestCsv::everyMixtureOfSignsComesBack()
{
    static constexpr QStringView signs = u"''''=+-@＝－0011257.,/:()%¥ EeTAPM年月日時令和元Rab１５；;\t\r\n\"";
    QRandomGenerator dice(20240401);
    for (int i = 0; i < 20'000; ++i) {
        QString cell;
        for (int length = dice.bounded(1, 9); length > 0; --length)
            cell += signs[dice.bounded(static_cast<int>(signs.size()))];
        cell.replace(QRegularExpression(u"\r+\n"_s), u"\n"_s); // a line end is one
        for (const QSet<qsizetype> &numberColumns : {QSet<qsizetype>(), QSet<qsizetype>{0}}) {
            const auto read = readCsv(writeCsv({{cell, u"x"_s}}, numberColumns), u"t.csv"_s);
            QVERIFY2(read && read->first().cells.first() == cell, qPrintable(cell));
        }
    }
}

void TestCsv::formulasAreNeutralised_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("equals") << u"=cmd"_s << QByteArray("'=cmd");
    QTest::newRow("plus") << u"+1"_s << QByteArray("'+1");
    QTest::newRow("minus before words") << u"-x"_s << QByteArray("'-x");
    QTest::newRow("minus before a sum") << u"-1+1"_s << QByteArray("'-1+1");
    QTest::newRow("apostrophe before a negative number") << u"'-1"_s << QByteArray("''-1");
    QTest::newRow("full-width equals") << u"＝１＋１"_s << QByteArray("'＝１＋１");
    QTest::newRow("a dash that stands for nothing") << u"－"_s << QByteArray("－");
    QTest::newRow("at") << u"@x"_s << QByteArray("'@x");
    QTest::newRow("tab") << u"\tx"_s << QByteArray("\"'\tx\"");
    QTest::newRow("apostrophe before a formula") << u"'=x"_s << QByteArray("''=x");
    QTest::newRow("apostrophe before words") << u"'x"_s << QByteArray("'x");
    QTest::newRow("words") << u"a=b"_s << QByteArray("a=b");
    QTest::newRow("with a comma") << u"=a,b"_s << QByteArray("\"'=a,b\"");
}

void TestCsv::formulasAreNeutralised()
{
    QFETCH(QString, cell);
    QFETCH(QByteArray, written);
    QCOMPARE(writeCsv({{cell}}), QByteArray("\xEF\xBB\xBF" + written + "\r\n"));
}

void TestCsv::whatSpreadsheetsWouldRewriteIsGuarded_data()
{
    QTest::addColumn<QString>("cell");
    for (const QString &cell : rewrittenTexts())
        QTest::newRow(qPrintable(cell)) << cell;
}

void TestCsv::whatSpreadsheetsWouldRewriteIsGuarded()
{
    QFETCH(QString, cell);
    for (const QString &stored : {cell, u'\'' + cell, u"''"_s + cell}) {
        const QByteArray written = writeCsv({{stored, u"x"_s}});
        QVERIFY2(written.contains("'" + stored.toUtf8()), written.constData());
        QCOMPARE(readCsv(written, u"t.csv"_s)->first().cells.first(), stored);
    }
}

void TestCsv::whatSpreadsheetsKeepIsWrittenAsItIs_data()
{
    QTest::addColumn<QString>("cell");
    for (const QString &cell : keptTexts())
        QTest::newRow(qPrintable(cell)) << cell;
}

void TestCsv::whatSpreadsheetsKeepIsWrittenAsItIs()
{
    QFETCH(QString, cell);
    QCOMPARE(writeCsv({{cell, u"x"_s}}), QByteArray("\xEF\xBB\xBF" + cell.toUtf8() + ",x\r\n"));
    QCOMPARE(readCsv(writeCsv({{u'\'' + cell}}), u"t.csv"_s)->first().cells.first(), u'\'' + cell);
}

void TestCsv::numbersGoOutAsNumbers_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("negative") << u"-3.5"_s << QByteArray("-3.5");
    QTest::newRow("zeros at the end") << u"100.0"_s << QByteArray("100.0");
    QTest::newRow("negative with zeros") << u"-0.50"_s << QByteArray("-0.50");
    QTest::newRow("as long as is shown") << u"12345678901"_s << QByteArray("12345678901");
    QTest::newRow("longer than is shown") << u"123456789012"_s << QByteArray("'123456789012");
    QTest::newRow("shown with a power") << u"0.000001"_s << QByteArray("'0.000001");
    QTest::newRow("no number at all") << u"=1+1"_s << QByteArray("'=1+1");
}

void TestCsv::numbersGoOutAsNumbers()
{
    QFETCH(QString, number);
    QFETCH(QByteArray, written);
    const QByteArray file = writeCsv({{u"a"_s, number}}, {1});
    QCOMPARE(file, QByteArray("\xEF\xBB\xBF"
                              "a,"
                              + written + "\r\n"));
    QCOMPARE(readCsv(file, u"t.csv"_s)->first().cells.last(), number);
}

void TestCsv::whatTheFirstReleaseWroteIsReadAsBefore()
{
    const auto read = readCsv("'=SUM(A1),'-3.5,'+81,''=x,'普通,'\tx,07,(1),－,＝１\r\n", u"t.csv"_s);
    QVERIFY(read.ok());
    QCOMPARE(read->first().cells, (QStringList{u"=SUM(A1)"_s, u"-3.5"_s, u"+81"_s, u"'=x"_s, u"'普通"_s, u"\tx"_s, u"07"_s,
                                               u"(1)"_s, u"－"_s, u"＝１"_s}));
}

void TestCsv::separatorsOfSpreadsheetsStayInTheirCell()
{
    QCOMPARE(writeCsv({{u"a;b"_s, u"a\tb"_s, u"c"_s}}), QByteArray("\xEF\xBB\xBF"
                                                                   "\"a;b\",\"a\tb\",c\r\n"));
}

void TestCsv::writesBomAndCrlf()
{
    QCOMPARE(writeCsv({{u"a"_s, u"b"_s}, {u"改\n行"_s, u"\""_s}}), QByteArray("\xEF\xBB\xBF"
                                                                              "a,b\r\n\"改\n行\",\"\"\"\"\r\n"));
}

void TestCsv::readsWhatSpreadsheetsSave_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("second");
    const QStringList expected{u"令和"_s, u"①～"_s};
    QTest::newRow("UTF-8 with BOM") << QByteArray("\xEF\xBB\xBF"
                                                  "a,b\r\n令和,①～\r\n")
                                    << expected;
    QTest::newRow("UTF-8 without BOM") << QByteArray("a,b\n令和,①～") << expected;
    QTest::newRow("UTF-16 little endian") << QByteArray("\xFF\xFE"
                                                        "a\0,\0b\0\n\0\xE4\x4E\x8C\x54,\0\x60\x24\x5E\xFF",
                                                        20)
                                          << expected;
    QTest::newRow("CP932") << QByteArray("a,b\r\n\x97\xDF\x98\x61,\x87\x40\x81\x60\r\n") << expected;
    QTest::newRow("old Mac line ends") << QByteArray("a,b\r令和,①～\r") << expected;
    QTest::newRow("empty lines") << QByteArray("a,b\r\n\r\n,\r\n令和,①～\r\n,,\r\n\r\n") << expected;
    QTest::newRow("everything quoted") << QByteArray("\"a\",\"b\"\r\n\"令和\",\"①～\"\r\n") << expected;
    QTest::newRow("CRLF inside a cell") << QByteArray("a,b\r\n\"1\r\n2\",x\r\n") << QStringList{u"1\n2"_s, u"x"_s};
    QTest::newRow("CR CRLF inside a cell") << QByteArray("a,b\r\n\"1\r\r\n2\",x\r\n") << QStringList{u"1\n2"_s, u"x"_s};
    QTest::newRow("decomposed kana") << QByteArray("a,b\r\nか\xE3\x82\x99,x\r\n") << QStringList{u"が"_s, u"x"_s};
    QTest::newRow("empty last cell") << QByteArray("a,b\r\nx,") << QStringList{u"x"_s, u""_s};
}

void TestCsv::readsWhatSpreadsheetsSave()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, second);
    const auto read = readCsv(bytes, u"t.csv"_s);
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().what));
    QCOMPARE(read->size(), 2);
    QCOMPARE(read->at(0).cells, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(read->at(1).cells, second);
}

void TestCsv::namesTheLineOfABrokenQuote_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("line");
    QTest::newRow("never closed") << QByteArray("a\r\nb\r\n\"c\r\nd\r\n") << u"3行目"_s;
    QTest::newRow("in the middle of a cell") << QByteArray("a\r\nb\"c\r\n") << u"2行目"_s;
    QTest::newRow("text behind the closing one") << QByteArray("a\n\"x\ny\"z\n") << u"3行目"_s;
}

void TestCsv::namesTheLineOfABrokenQuote()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, line);
    const auto read = readCsv(bytes, u"名簿.csv"_s);
    QVERIFY(!read);
    QVERIFY2(read.error().what.contains(line), qPrintable(read.error().what));
    QVERIFY(read.error().what.contains(u"名簿.csv"_s));
    QVERIFY(!read.error().remedy.isEmpty());
}

void TestCsv::refusesBytesOfNoEncoding()
{
    const auto read = readCsv(QByteArray("a\r\n\xFF\xFF\x80\x00\xFD", 8), u"t.csv"_s);
    QVERIFY(!read);
    QVERIFY(read.error().message().contains(u"文字コード"_s));
    QVERIFY(!readCsv(QByteArray("\xEF\xBB\xBF"
                                "a\r\n\x97\xDF\r\n"),
                     u"t.csv"_s));
}

void TestCsv::refusesATextThatWasCut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("behind a cell") << QByteArray("id,番号,名\r\n1,2,三\r\n4,5");
    QTest::newRow("behind a comma") << QByteArray("id,番号,名\r\n1,2,三\r\n4,");
    QTest::newRow("inside quotes") << QByteArray("id,番号,名\r\n1,2,三\r\n4,5,\"六");
    QTest::newRow("inside a character") << QByteArray("\xEF\xBB\xBFid,番号,名\r\n1,2,三").chopped(1);
    QTest::newRow("inside a character without BOM") << QByteArray("id,番号,名\r\n1,2,三").chopped(1);
    QTest::newRow("inside a unit of UTF-16") << QByteArray("\xFF\xFE"
                                                           "a\0\n\0\xE4\x4E\x8C\x54",
                                                           10)
                                                    .chopped(1);
    QTest::newRow("inside a character of CP932") << QByteArray("a,b\r\n\x97\xDF\x98\x61,\x87\x40\x81\x60").chopped(1);
}

void TestCsv::refusesATextThatWasCut()
{
    QFETCH(QByteArray, bytes);
    const auto read = readCsv(bytes, u"名簿.csv"_s);
    QVERIFY(!read);
    QVERIFY(read.error().what.contains(u"名簿.csv"_s));
    QVERIFY(!read.error().remedy.isEmpty());
}

void TestCsv::takesCellsThatASpreadsheetLeftOutForEmpty()
{
    const auto read = readCsv("id,番号,名\r\n1\r\n4,5\r\n", u"t.csv"_s);
    QVERIFY(read.ok());
    QCOMPARE(read->at(1).cells, (QStringList{u"1"_s}));
    QCOMPARE(read->at(2).cells, (QStringList{u"4"_s, u"5"_s}));
    QVERIFY(readCsv("id,番号,,\r\n4,5", u"t.csv"_s)); // a heading may trail off too
}

void TestCsv::leavesCharactersOfNamesAsTheyAre()
{
    const QString names = u"\uFA10\uFA12\uFA22\uFA19 \uF9DC \uF929 \u212B\u2126"_s;
    const auto read = readCsv(writeCsv({{u"id"_s}, {names}}), u"t.csv"_s);
    QVERIFY(read.ok());
    QCOMPARE(read->at(1).cells.first(), names);
}

void TestCsv::knowsTheLineOfEveryRecord()
{
    const auto read = readCsv("a\r\n\"1\n2\n3\"\r\n\r\nb\r\n", u"t.csv"_s);
    QVERIFY(read.ok());
    QCOMPARE(read->size(), 3);
    QCOMPARE(read->at(0).line, 1);
    QCOMPARE(read->at(1).line, 2);
    QCOMPARE(read->at(2).line, 6);
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
