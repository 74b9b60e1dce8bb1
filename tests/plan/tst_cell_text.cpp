// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about text as rows of cells: what spreadsheets put on the clipboard and into CSV files.
#include "models/plan/cell_text.h"
#include "tests/support/warnings.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestCellText : public QObject {
    Q_OBJECT

    static QList<QStringList> cells(const QString &text, QChar separator = u'\t', CellQuotes quotes = CellQuotes::Lenient)
    {
        QList<QStringList> lines;
        for (const CellRecord &record : cellsOf(text, separator, quotes).records)
            lines << record.cells;
        return lines;
    }

private slots:
    void init() { failOnWarnings(); }

    void theClipboardIsTakenApartAsItWasCopied_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<QStringList>>("expected");
        using Lines = QList<QStringList>;
        QTest::newRow("line ends of Windows") << u"R7\t10\r\nR8\t20\r\n"_s << Lines{{u"R7"_s, u"10"_s}, {u"R8"_s, u"20"_s}};
        QTest::newRow("no line end") << u"R7\t10"_s << Lines{{u"R7"_s, u"10"_s}};
        QTest::newRow("CRLF in a quoted cell") << u"\"一行目\r\n二行目\"\t1\r\n"_s << Lines{{u"一行目\n二行目"_s, u"1"_s}};
        QTest::newRow("LF, tab and marks in a quoted cell") << u"\"一\n二\t\"\"三\"\"\"\n"_s << Lines{{u"一\n二\t\"三\""_s}};
        QTest::newRow("a mark that is never closed")
            << u"\"DX\t10\r\n推進\t20\r\n"_s << Lines{{u"\"DX"_s, u"10"_s}, {u"推進"_s, u"20"_s}};
        QTest::newRow("a mark closed inside the cell")
            << u"\"DX\"推進\t10\n次\t20\n"_s << Lines{{u"\"DX\"推進"_s, u"10"_s}, {u"次"_s, u"20"_s}};
        QTest::newRow("two cells that begin with a mark")
            << u"\"甲\t1\n\"乙\t2\n"_s << Lines{{u"\"甲"_s, u"1"_s}, {u"\"乙"_s, u"2"_s}};
        QTest::newRow("a mark behind the beginning") << u"15\"型\t\"二\n行\"\n"_s << Lines{{u"15\"型"_s, u"二\n行"_s}};
        QTest::newRow("empty lines stay") << u"\r\n\r\n遅延\r\n\r\n"_s << Lines{{u""_s}, {u""_s}, {u"遅延"_s}, {u""_s}};
        QTest::newRow("empty cells stay") << u"\t\n\t"_s << Lines{{u""_s, u""_s}, {u""_s, u""_s}};
        QTest::newRow("nothing") << u""_s << Lines{};
    }

    void theClipboardIsTakenApartAsItWasCopied()
    {
        QFETCH(QString, text);
        QTEST(cells(text), "expected");
    }

    void aFileSaysWhereAMarkIsBroken()
    {
        QVERIFY(!cellsOf(u"a,\"b\n\"\n"_s, u',', CellQuotes::Strict).brokenQuoteAt);
        QCOMPARE(cellsOf(u"a\nb,\"c\nd"_s, u',', CellQuotes::Strict).brokenQuoteAt, 2);
        QCOMPARE(cellsOf(u"a\n\"b\"c\n"_s, u',', CellQuotes::Strict).brokenQuoteAt, 2);
        QCOMPARE(cellsOf(u"a\nb\"c\n"_s, u',', CellQuotes::Strict).brokenQuoteAt, 2);
    }

    void everyRecordKnowsItsLineAndWhetherTheLastIsEnded()
    {
        const ReadCells read = cellsOf(u"a\n\"b\nc\"\n\nd"_s, u',', CellQuotes::Strict);
        QList<int> lines;
        for (const CellRecord &record : read.records)
            lines << record.line;
        QCOMPARE(lines, QList<int>({1, 2, 4, 5}));
        QVERIFY(!read.isEnded);
        QVERIFY(cellsOf(u"a\n"_s, u',', CellQuotes::Strict).isEnded);
    }
};

QTEST_GUILESS_MAIN(TestCellText)
#include "tst_cell_text.moc"
