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
    void twoItemsThatAreHardlyTwo_data();
    void twoItemsThatAreHardlyTwo();
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
    QTest::newRow("kanji at the end") << u"データセンタ一を、データセンターに"_s << u"データセンタ一 | データセンター"_s;
    QTest::newRow("kanji at the beginning") << u"口ボットとロボット、力メラ"_s << u"口ボット | ロボット"_s;
    QTest::newRow("kanji where no such word is") << u"データ一覧、デジタル力、オンライン口座、データー一枚"_s << u""_s;
    QTest::newRow("a dash for a long vowel") << u"サ－バとサーバ、デ―タ"_s << u"サ－バ | サーバ"_s;
    QTest::newRow("a hyphen for a long vowel") << u"データ、デ-タ"_s << u"デ-タ | データ"_s;
    QTest::newRow("dashes between words") << u"ロードマップ―データ編、オンライン-サービス"_s << u""_s;
    QTest::newRow("hiragana") << u"へルプデスク、ヘルプデスク、アプり、アプリ"_s
                              << u"へルプデスク | ヘルプデスク,アプり | アプリ"_s;
    QTest::newRow("a particle") << u"アプリへ、ヘルプデスクへ、アプリ"_s << u""_s;
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
    category.title = u"誰もが学べる"_s;
    maker.add(category);
    category.title = u"担い手が確保されている"_s;
    category.variants = u"担い手が確保されています\n担い手の確保"_s;
    maker.add(category);
    const Plan plan = std::move(maker).plan();
    QCOMPARE(
        linesOf(plan, u"wordings"_s),
        QStringList{u"分類項目『担い手が確保されている』 | 担い手が確保されています／担い手の確保 | 担い手が確保されている"_s});
    QCOMPARE(messageOf(plan, u"wordings"_s), u"同じ項目が3通りに書かれています。"_s);
}

void TestCheckWords::twoItemsThatAreHardlyTwo_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("right");
    QTest::newRow("another particle") << u"住民が必要なサービスを必要な時に簡単に利用できる"_s
                                      << u"住民が必要なサービスに必要な時に簡単に利用できる"_s << false;
    QTest::newRow("another ending") << u"多様な企業や人材が集まる仕組みができている"_s
                                    << u"多様な企業や人材が集まる仕組みができています"_s << false;
    QTest::newRow("another sign") << u"防災／防犯対策"_s << u"防災/防犯対策。"_s << false;
    QTest::newRow("two aims") << u"全ての子どもが充実した教育を受けることができる"_s << u"住民が健康な生活を送ることができる"_s
                              << true;
    QTest::newRow("short ones") << u"産業・観光"_s << u"産業・観光業"_s << true;
    QTest::newRow("another number") << u"令和5年度から始める重点の取組"_s << u"令和6年度から始める重点の取組"_s << true;
    QTest::newRow("of another kind") << u"行政手続のオンライン化"_s << u"各種手続のオンライン化"_s << true;
}

void TestCheckWords::twoItemsThatAreHardlyTwo()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(bool, right);
    CheckPlan maker;
    Classification classification;
    classification.key = classification.title = u"目指す姿"_s;
    Category category;
    category.classification = maker.add(classification);
    category.title = first;
    maker.add(category);
    category.title = second;
    maker.add(category);
    QCOMPARE(linesOf(std::move(maker).plan(), u"wordings"_s),
             right ? QStringList() : QStringList{u"分類項目『%1』 | %1 | %2"_s.arg(second, first)});
}

void TestCheckWords::theSampleSpellsTheDivideInTwoWays()
{
    const QStringList lines = linesOf(samplePlan(), u"spelling"_s);
    QCOMPARE(lines.filter(u"デバインド | デジタルデバイド"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestCheckWords)
#include "tst_check_words.moc"
