// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of council papers across pages, as pdftotext finds their words.
#include "tests/pages/pdf_probe.h"
#include "tests/support/warnings.h"
#include "views/pages/council_pages.h"
#include "views/pages/pdf_writer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class CouncilTables : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void init() { failOnWarnings(); }

    void aSharedCellThatBeginsAgainOnAPageStaysInItsRow_data()
    {
        QTest::addColumn<int>("rows");
        for (int rows = 40; rows <= 52; ++rows) // of the first cell; somewhere among them one row alone goes over the page
            QTest::addRow("%d rows", rows) << rows;
    }
    void aSharedCellThatBeginsAgainOnAPageStaysInItsRow()
    {
        QFETCH(int, rows);
        CouncilTable table;
        table.mergeFirst = true;
        table.columns = {{u"分野"_s, 18}, {u"取組"_s, 0}};
        for (int i = 0; i < rows; ++i)
            table.rows.append({u"甲市民の暮らしを支える行政手続の見直しと電子化"_s, u"取組%1"_s.arg(i + 1)});
        table.rows.append({u"乙庁内"_s, u"終わり"_s});
        CouncilText text;
        text.addTable(table);
        const QString pdf = m_folder.filePath(u"表%1.pdf"_s.arg(rows));
        QVERIFY(writePdf(councilJob({}, text, {}), pdf));

        const QList<probe::Word> words = probe::words(pdf);
        const int pages = words.last().page + 1;
        const QStringList overlaps = probe::overlaps(words);
        QVERIFY2(overlaps.isEmpty(), qPrintable(overlaps.join(u'\n')));
        for (int page = 0; page < pages; ++page) {
            double headEnds = 0;
            double nextBegins = 10'000;
            QRectF shared;
            for (const probe::Word &word : words) {
                if (word.page != page)
                    continue;
                if (word.text == u"分野")
                    headEnds = word.box.bottom();
                else if (word.text == u"乙庁内")
                    nextBegins = word.box.top();
                else if (word.box.right() < 135 && word.box.top() > headEnds)
                    shared |= word.box;
            }
            QVERIFY(headEnds > 0);
            QVERIFY2(shared.isEmpty() || (shared.top() >= headEnds && shared.bottom() <= nextBegins),
                     qPrintable(u"%1: %2–%3, %4"_s.arg(page).arg(shared.top()).arg(shared.bottom()).arg(nextBegins)));
        }
    }
};

QTEST_MAIN(CouncilTables)
#include "tst_council_pages.moc"
