// SPDX-License-Identifier: GPL-3.0-or-later
// The Hatsukaichi sample, a plan without years, offices and indicators, comes in through the ordinary import and holds what
// the printed document says; the expected values were typed from the document, not taken from the data.
#include "models/check/check.h"
#include "tests/exchange/sample_test.h"
#include "tests/support/some.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestHatsukaichiSample : public SampleTest {
    Q_OBJECT

public:
    TestHatsukaichiSample() : SampleTest(u"hatsukaichi"_s) {}

private slots:
    void titlePageSaysWhenItWasMadeAndRevised();
    void treeHasItsFourLevels();
    void strategiesHoldTheirMeasures_data();
    void strategiesHoldTheirMeasures();
    void measuresReadAsPrinted_data();
    void measuresReadAsPrinted();
    void oneStrategyHasTwoDirections();
    void bracketsGroupMeasuresOfOneStrategy();
    void whatTheDocumentLacksIsNotThere();
    void sheetHasOnlyTheBlocksOfThisPlan();
    void bodiesAreNamedByPost();
    void lostPicturesKeepTheirCaptions();
    void glossaryKeepsPrintedReadings();
    void chaptersStandInOrder();
    void doubtsNameTheirSource();
    void itLacksNothingItNeverHad();

private:
    const Category *strategy(const QString &number) const;
    const GlossaryTerm *term(const QString &word) const;
};

/// The 施策 that "2-①" names: 基本方針 2, 施策 ①.
const Category *TestHatsukaichiSample::strategy(const QString &number) const
{
    for (const Category &category : m_plan.rows<Category>()) {
        const Category *policy = m_plan.find(category.parent);
        if (policy && m_plan.level(category) == 4 && policy->code + u'-' + category.code == number)
            return &category;
    }
    return nullptr;
}

const GlossaryTerm *TestHatsukaichiSample::term(const QString &word) const
{
    for (const GlossaryTerm &term : m_plan.rows<GlossaryTerm>()) {
        if (term.word == word)
            return &term;
    }
    return nullptr;
}

void TestHatsukaichiSample::titlePageSaysWhenItWasMadeAndRevised()
{
    const PlanInfo &info = m_plan.info();
    QCOMPARE(info.title, u"廿日市市DX（デジタル・トランスフォーメーション）推進計画"_s);
    QCOMPARE(info.municipality, u"廿日市市"_s);
    QCOMPARE(info.begins.toJapanese(), u"令和4年度"_s);
    QCOMPARE(info.ends.toJapanese(), u"令和7年度"_s);
    QCOMPARE(info.adopted.toJapanese(), u"令和4年4月"_s);
    QCOMPARE(info.revised.toJapanese(), u"令和6年4月"_s);
    QVERIFY(info.office.isEmpty());
}

void TestHatsukaichiSample::treeHasItsFourLevels()
{
    QCOMPARE(m_plan.rows<Classification>().size(), 1);
    const Classification *vision = m_plan.classification(u"vision");
    QVERIFY(vision);
    QCOMPARE(vision->levels, u"基本理念/目指す姿/基本方針/施策"_s);
    QMap<int, int> counts;
    for (const Category &category : m_plan.rows<Category>())
        ++counts[m_plan.level(category)];
    QCOMPARE(counts, (QMap<int, int>{{1, 1}, {2, 3}, {3, 3}, {4, 8}}));

    const auto roots = m_plan.roots(vision->id);
    QCOMPARE(roots.size(), 1);
    QCOMPARE(roots.first()->title, u"デジタルの力で豊かな暮らしとまちの未来を創造する"_s);
    QStringList policies;
    for (const Category *aim : m_plan.parts<&Category::parent>(roots.first()->id)) {
        const auto below = m_plan.parts<&Category::parent>(aim->id);
        QCOMPARE(below.size(), 1);
        QVERIFY(aim->title.endsWith(u"を目指します"_s));
        policies << below.first()->code + below.first()->title;
    }
    QCOMPARE(policies,
             (QStringList{u"1スマート市役所の実現"_s, u"2サステナブル・スマートシティの推進"_s, u"3DXを推進する環境整備"_s}));
}

void TestHatsukaichiSample::strategiesHoldTheirMeasures_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("measures");
    const auto row = [](const char *number, const char *title, int measures) {
        QTest::newRow(number) << QString::fromUtf8(number) << QString::fromUtf8(title) << measures;
    };
    row("1-①", "書かない・待たない・行かなくてもいい行政サービスの実現", 7);
    row("1-②", "効率的・効果的な市役所への改革", 6);
    row("2-①", "新たな価値を創造するまちづくりの推進", 9);
    row("2-②", "地域産業におけるデジタル化の推進", 3);
    row("3-①", "デジタルデバイドの解消", 2);
    row("3-②", "マイナンバーカードの普及・利活用", 2);
    row("3-③", "データの利活用の推進", 3);
    row("3-④", "DX推進拠点の整備", 2);
}

void TestHatsukaichiSample::strategiesHoldTheirMeasures()
{
    QFETCH(QString, number);
    QFETCH(QString, title);
    QFETCH(int, measures);
    const Category *category = strategy(number);
    QVERIFY(category);
    QCOMPARE(category->title, title);
    QVERIFY(!category->text.isEmpty());
    QStringList numbers;
    QStringList expected;
    for (const Membership *membership : m_plan.parts<&Membership::category>(category->id)) {
        numbers << m_plan.find(membership->measure)->number;
        expected << u"%1-%2"_s.arg(number).arg(numbers.size());
        QVERIFY(membership->home);
    }
    QCOMPARE(numbers, expected);
    QCOMPARE(numbers.size(), measures);
    QCOMPARE(m_plan.rows<Measure>().size(), 34);
}

void TestHatsukaichiSample::measuresReadAsPrinted_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QStringList>("words"); // what the document's sentence is about
    const auto row = [](const char *number, const char *group, const QStringList &words) {
        QTest::newRow(number) << QString::fromUtf8(number) << QString::fromUtf8(group) << words;
    };
    row("1-①-1", "", {u"スマート申請（オンライン申請）システム"_s, u"スマートフォン"_s});
    row("1-①-3", "", {u"遠隔相談"_s, u"総合健康福祉センター"_s, u"支所"_s});
    row("1-①-5", "", {u"市LINE公式アカウント"_s, u"道路"_s, u"アンケート"_s, u"予約"_s});
    row("1-①-6", "", {u"ぴったりサービス"_s, u"マイナポータル"_s, u"転出・転入"_s});
    row("1-②-4", "", {u"保育園"_s, u"QRコード"_s});
    row("2-①-3", "地域課題の解決", {u"スーパーシティ構想"_s, u"デジタル田園都市国家構想"_s});
    row("2-①-4", "交通", {u"MaaS"_s, u"民間の交通事業者"_s});
    row("2-①-7", "教育", {u"連絡帳"_s, u"検温"_s, u"欠席"_s});
    row("2-①-8", "環境", {u"ごみ分別アプリ"_s, u"母国語"_s});
    row("2-①-9", "移住・定住", {u"VR動画"_s, u"公園"_s});
    row("2-②-2", "", {u"観光DX"_s, u"AR"_s, u"観光消費額"_s});
    row("3-②-2", "", {u"健康保険証"_s, u"吉和診療所"_s, u"佐伯地区医師会"_s});
    row("3-③-2", "", {u"オープンデータポータルサイト"_s, u"広島広域都市圏"_s});
    row("3-③-3", "", {u"都市計画基礎調査情報"_s, u"県のプラットフォーム"_s});
    row("3-④-2", "", {u"DX推進拠点"_s, u"事業者"_s});
}

void TestHatsukaichiSample::measuresReadAsPrinted()
{
    QFETCH(QString, number);
    QFETCH(QString, group);
    QFETCH(QStringList, words);
    const Measure *found = measure(number);
    QVERIFY(found);
    QCOMPARE(found->group_title, group);
    const auto texts = m_plan.parts<&MeasureText::measure>(found->id);
    QCOMPARE(texts.size(), 1);
    QCOMPARE(m_plan.find(texts.first()->block)->key, u"content"_s);
    for (const QString &word : words)
        QVERIFY2((found->title + texts.first()->text).contains(word), qPrintable(word));
}

void TestHatsukaichiSample::oneStrategyHasTwoDirections()
{
    QStringList divided;
    for (const Category &category : m_plan.rows<Category>()) {
        if (m_plan.level(category) == 4 && category.text.contains(u'○'))
            divided << u"%1 %2"_s.arg(category.title).arg(category.text.count(u'○'));
    }
    QCOMPARE(divided, QStringList{strategy(u"2-①"_s)->title + u" 2"_s});
}

void TestHatsukaichiSample::bracketsGroupMeasuresOfOneStrategy()
{
    QMap<QString, int> groups;
    for (const Measure &measure : m_plan.rows<Measure>())
        ++groups[measure.group_title];
    QCOMPARE(groups.take(QString()), 34 - 9);
    QCOMPARE(groups,
             (QMap<QString, int>{{u"地域課題の解決"_s, 3}, {u"交通"_s, 2}, {u"教育"_s, 2}, {u"環境"_s, 1}, {u"移住・定住"_s, 1}}));
}

void TestHatsukaichiSample::whatTheDocumentLacksIsNotThere()
{
    for (const TableId table : {TableId::Choice, TableId::Department, TableId::Responsibility, TableId::Initiative, TableId::Phase,
                                TableId::Milestone, TableId::Indicator, TableId::IndicatorValue})
        QVERIFY2(m_plan.table(table).size() == 0, tableInfo(table).name);
    for (const Measure &measure : some(m_plan.rows<Measure>()))
        QVERIFY(measure.kind.isEmpty() && measure.horizon.isEmpty() && measure.state.isEmpty());
}

void TestHatsukaichiSample::sheetHasOnlyTheBlocksOfThisPlan()
{
    QStringList blocks;
    for (const Block *block : m_plan.ordered<Block>())
        blocks << block->kind + u' ' + block->label;
    QCOMPARE(blocks, (QStringList{u"title "_s, u"aims 取組方向"_s, u"text 主な取組"_s, u"placement 施策の体系における位置づけ"_s}));
}

void TestHatsukaichiSample::bodiesAreNamedByPost()
{
    QStringList bodies;
    for (const Body *body : m_plan.ordered<Body>()) {
        const Body *parent = m_plan.find(body->parent);
        bodies << u"%1 < %2: %3"_s.arg(body->name, parent ? parent->name : QString(), body->post);
    }
    QCOMPARE(bodies, (QStringList{u"DX推進会議 < : 市幹部"_s, u"DX統括（CDO） < : DXを所管する副市長"_s,
                                  u"幹部 < DX統括（CDO）: 他の副市長、部局長"_s, u"事務局 < DX統括（CDO）: "_s,
                                  u"DX推進プロジェクトチーム < 事務局: 関係する部署の職員"_s}));
}

void TestHatsukaichiSample::lostPicturesKeepTheirCaptions()
{
    QStringList captions;
    for (const Figure *figure : m_plan.ordered<Figure>()) {
        captions << figure->number + figure->caption;
        QVERIFY(figure->image.isEmpty());
        QVERIFY2(!m_plan.annotations(figure->id.row, u"要原典確認").isEmpty(), qPrintable(figure->caption));
    }
    QCOMPARE(captions, (QStringList{u"スマートシティが実現する未来イメージ図 ～防災～"_s,
                                    u"スマートシティが実現する未来イメージ図 ～健康・医療～"_s, u"図1DX推進計画と各計画との関係"_s,
                                    u"図2体系図"_s, u"図3基本方針"_s, u"図5DX推進体制"_s})); // no 図4 is printed
}

void TestHatsukaichiSample::glossaryKeepsPrintedReadings()
{
    QStringList words;
    for (const GlossaryTerm *term : m_plan.ordered<GlossaryTerm>()) {
        words << term->word;
        QVERIFY(!term->number);
        QVERIFY(!term->definition.isEmpty());
    }
    QCOMPARE(words, (QStringList{u"AI"_s, u"AIチャットボット"_s, u"AR"_s, u"CDO"_s, u"DX"_s, u"MaaS"_s, u"RPA"_s,
                                 u"オープンデータ"_s, u"キャッシュレス"_s, u"スマートシティ"_s, u"デジタルデバイド"_s,
                                 u"テレワーク"_s, u"マイナポータル"_s, u"マイナンバー"_s, u"マイナンバーカード"_s}));
    QCOMPARE(term(u"MaaS"_s)->yomi, u"まーす"_s);
    QCOMPARE(term(u"RPA"_s)->yomi, u"あーるぴーえー"_s);
    QVERIFY(term(u"テレワーク"_s)->yomi.isEmpty()); // none is printed for words in kana
}

void TestHatsukaichiSample::chaptersStandInOrder()
{
    QMap<qint64, int> levels;
    QStringList chapters;
    for (const Passage *passage : m_plan.ordered<Passage>()) {
        ++levels[passage->level.value_or(0)];
        if (passage->level == 1)
            chapters << passage->heading;
    }
    QCOMPARE(levels, (QMap<qint64, int>{{1, 5}, {2, 12}, {3, 4}}));
    QCOMPARE(chapters, (QStringList{u"第1章 策定にあたって"_s, u"第2章 基本理念と目指す姿"_s, u"第3章 DX推進に向けた取組"_s,
                                    u"第4章 DXの推進方策"_s, u"用語集"_s}));
    QCOMPARE(m_plan.rows<RelatedPlan>().size(), 5);
    QCOMPARE(m_plan.ordered<RelatedPlan>().first()->title, u"第6次廿日市市総合計画後期基本計画"_s);

    QCOMPARE(m_plan.rows<Footnote>().size(), 1);
    const Footnote &ooda = *m_plan.rows<Footnote>().begin();
    QCOMPARE(ooda.owner.table, TableId::Passage);
    QVERIFY(m_plan.find(Id<Passage>(ooda.owner.row))->text.contains(u"OODAループ［※1］"_s));
}

void TestHatsukaichiSample::doubtsNameTheirSource()
{
    QVERIFY(m_plan.rows<Annotation>().size() > 0);
    for (const Annotation &annotation : m_plan.rows<Annotation>()) {
        QCOMPARE(annotation.kind, u"要原典確認"_s);
        QVERIFY(!annotation.text.isEmpty() && annotation.source.startsWith(u"廿日市市DX推進計画"_s));
        const auto table = tableByName(annotation.table);
        QVERIFY2(annotation.field.isEmpty() || fieldIndex(*table, annotation.field) >= 0, qPrintable(annotation.field));
    }
}

void TestHatsukaichiSample::itLacksNothingItNeverHad()
{
    QStringList findings;
    for (const Finding &finding : findingsOf(m_plan))
        findings << finding.rule + u' ' + finding.message;
    QCOMPARE(findings, QStringList{u"figure-number 図3の次が図5で、図4がありません。"_s}); // the number the document skips
}

QTEST_GUILESS_MAIN(TestHatsukaichiSample)
#include "tst_hatsukaichi_sample.moc"
