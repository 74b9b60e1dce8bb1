// SPDX-License-Identifier: GPL-3.0-or-later
// The check of spellings and wordings: real and made-up cases, right and wrong.
#include "tests/check/check_plan.h"
#include "tests/support/warnings.h"

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestCheckWords : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void lettersOfOtherScripts_data();
    void lettersOfOtherScripts();
    void spellings_data();
    void spellings();
    void itemsInSeveralWordings();
    void theSampleSpellsTheDivideInTwoWays();
};

void TestCheckWords::lettersOfOtherScripts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("right") << u"デジタルデバイド、Wi-Fi、一口にデータ一覧"_s << u""_s;
    QTest::newRow("Cyrillic in katakana") << u"デジタルデバйд対策"_s << u"デジタルデバйд | "_s;
    QTest::newRow("Cyrillic A") << u"АI-OCR"_s << u"АI | AI"_s; // the first letter is Cyrillic
    QTest::newRow("Greek in Latin") << u"IΟTの活用"_s << u"IΟT | IOT"_s;
    QTest::newRow("Greek on its own") << u"プラスα、μm"_s << u""_s;
    QTest::newRow("kanji one for a long vowel") << u"デ一タの利用"_s << u"デ一タ | データ"_s;
    QTest::newRow("kanji power for ka") << u"ア力ウント"_s << u"ア力ウント | アカウント"_s;
    QTest::newRow("counter") << u"各センター一カ所"_s << u""_s;
}

void TestCheckWords::lettersOfOtherScripts()
{
    QFETCH(QString, text);
    QFETCH(QString, found);
    CheckPlan maker;
    Passage passage;
    passage.text = text;
    maker.add(passage);
    QStringList lines;
    for (const Finding &finding : findingsOf(std::move(maker).plan())) {
        if (finding.rule == u"look-alike"_s)
            lines << finding.printed + u" | "_s + finding.computed;
    }
    QCOMPARE(lines.join(u','), found);
}

void TestCheckWords::spellings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QStringList>("found");
    const QStringList none;
    QTest::newRow("one spelling") << u"デジタルデバイド、デジタルデバイド"_s << u""_s << none;
    QTest::newRow("the divide") << u"デジタルデバインド、デジタルデバインド対策"_s << u"デジタルデバイド"_s
                                << QStringList{u"デジタルデバインド→デジタルデバイド"_s};
    QTest::newRow("diaeresis") << u"デジタルディバイド、デジタルデバイド、デジタルデバイド"_s << u""_s
                               << QStringList{u"デジタルディバイド→デジタルデバイド"_s};
    QTest::newRow("width") << u"ＤＸの推進。DXの推進。DX人材"_s << u""_s << QStringList{u"ＤＸ→DX"_s};
    QTest::newRow("half-width katakana") << u"スマートフォンとｽﾏｰﾄﾌｫﾝとスマートフォン"_s << u""_s
                                         << QStringList{u"ｽﾏｰﾄﾌｫﾝ→スマートフォン"_s};
    QTest::newRow("hyphen and case") << u"Wi-Fi、Wi-Fi、wifi"_s << u""_s << QStringList{u"wifi→Wi-Fi"_s};
    QTest::newRow("zero for O") << u"CDO、CDO、CD0"_s << u""_s << QStringList{u"CD0→CDO"_s};
    QTest::newRow("letters set apart") << u"AIとA IとAI"_s << u""_s << QStringList{u"A I→AI"_s};
    QTest::newRow("long vowel") << u"サーバー、サーバー、サーバ"_s << u""_s << QStringList{u"サーバ→サーバー"_s};
    QTest::newRow("other words")
        << u"サービスとサーバーとサイバー、マイナンバーとマイナポータル、プログラムとプログラミング、R4とR5"_s << u""_s << none;
    QTest::newRow("at the beginning of a sentence") << u"Data、data"_s << u""_s << none;
    QTest::newRow("names of several words") << u"LINE Pay、PayPay、au PAY"_s << u""_s << none;
    QTest::newRow("an address") << u"DX、https://www.dx.go.jp/dx.html"_s << u""_s << none;
}

void TestCheckWords::spellings()
{
    QFETCH(QString, text);
    QFETCH(QString, term);
    QFETCH(QStringList, found);
    CheckPlan maker;
    Passage passage;
    passage.text = text;
    maker.add(passage);
    if (!term.isEmpty()) {
        GlossaryTerm row;
        row.word = term;
        maker.add(row);
    }
    QStringList lines;
    for (const Finding &finding : findingsOf(std::move(maker).plan())) {
        if (finding.rule == u"spelling"_s)
            lines << finding.printed + u'→' + finding.computed;
    }
    QCOMPARE(lines, found);
}

void TestCheckWords::itemsInSeveralWordings()
{
    CheckPlan maker;
    Classification classification;
    classification.key = classification.title = u"目指す姿"_s;
    Category category;
    category.classification = maker.add(classification);
    category.title = u"担い手が確保されている"_s;
    maker.add(category);
    category.variants = u"担い手が確保されています\n担い手の確保"_s;
    maker.add(category);
    const Plan plan = std::move(maker).plan();
    QCOMPARE(
        linesOf(plan, u"wordings"_s),
        QStringList{u"分類項目『担い手が確保されている』 | 担い手が確保されています／担い手の確保 | 担い手が確保されている"_s});
    QCOMPARE(messageOf(plan, u"wordings"_s), u"同じ項目が3通りに書かれています。"_s);
}

void TestCheckWords::theSampleSpellsTheDivideInTwoWays()
{
    const QStringList lines = linesOf(samplePlan(u"izumo"_s), u"spelling"_s);
    QCOMPARE(lines.filter(u"デバインド | デジタルデバイド"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestCheckWords)
#include "tst_check_words.moc"
