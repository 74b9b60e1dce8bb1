// SPDX-License-Identifier: GPL-3.0-or-later
// Readings of offices are proposed as a whole or not at all.
#include "models/plan/yomi_proposal.h"
#include "tests/support/samples.h"
#include "tests/support/some.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestYomiProposal : public QObject {
    Q_OBJECT

private slots:
    void aNameIsReadByTheWordsItIsMadeOf_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("yomi");
        QTest::newRow("two words") << u"情報政策課"_s << u"じょうほうせいさくか"_s;
        QTest::newRow("the longest word first") << u"上下水道局下水道課"_s << u"じょうげすいどうきょくげすいどうか"_s;
        QTest::newRow("a shorter one where the longest leads nowhere") << u"市民税務課"_s << u"しみんぜいむか"_s;
        QTest::newRow("kana") << u"空き家・デジタル推進室"_s << u"あきやでじたるすいしんしつ"_s;
        QTest::newRow("letters in either width") << u"ＤＸ推進課"_s << u"でぃーえっくすすいしんか"_s;
        QTest::newRow("a section") << u"総務課庶務係"_s << u"そうむかしょむがかり"_s;
        QTest::newRow("its sign alone") << u"係"_s << u"かかり"_s;
        QTest::newRow("an unknown part") << u"縁結び定住課"_s << QString();
        QTest::newRow("a place") << u"出雲市総務課"_s << QString();
        QTest::newRow("a sign that is read in two ways") << u"ヶ丘支所"_s << QString();
        QTest::newRow("figures") << u"総務課2"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void aNameIsReadByTheWordsItIsMadeOf()
    {
        QFETCH(QString, name);
        QFETCH(QString, yomi);
        QCOMPARE(proposedYomi(name), yomi);
    }

    void whatIsProposedForTheSamplesIsWhatTheirCitiesSay()
    {
        int read = 0;
        int all = 0;
        for (const QString &city : {u"izumo"_s, u"katagami"_s}) {
            const Plan plan = samplePlan(city);
            for (const Department &office : some(plan.rows<Department>())) {
                if (office.yomi.isEmpty())
                    continue;
                const QString proposed = proposedYomi(office.name);
                ++all;
                read += proposed.isEmpty() ? 0 : 1;
                if (!proposed.isEmpty())
                    QCOMPARE(proposed, office.yomi);
            }
        }
        QVERIFY2(read * 10 >= all * 9, qPrintable(u"%1 of %2"_s.arg(read).arg(all)));
    }
};

QTEST_GUILESS_MAIN(TestYomiProposal)
#include "tst_yomi_proposal.moc"
