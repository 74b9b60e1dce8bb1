// SPDX-License-Identifier: GPL-3.0-or-later
// The Katagami sample comes in through the ordinary import and holds what the printed document says; the expected values were
// typed from the document, not taken from the data.
#include "tests/exchange/sample_test.h"
#include "tests/support/some.h"

#include <QRegularExpression>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestKatagamiSample : public SampleTest {
    Q_OBJECT

public:
    TestKatagamiSample() : SampleTest(u"katagami"_s) {}

private slots:
    void countsAreThoseOfTheDocument();
    void policiesHoldGroupsAndMeasures();
    void numbersRestartInEachGroup();
    void headingsKeepTheirOtherWordings();
    void sheetIsThatOfTheDocument();
    void sheetsReadAsPrinted_data();
    void sheetsReadAsPrinted();
    void budgetRequestsPrecedeTheirYear();
    void everyYearOfEveryMeasureHasAWord();
    void twoMeasuresSetTheirIndicatorsLater();
    void censusIsThePrintedTable();
    void estimateStandsApart();
    void marksNameGlossaryTerms();
    void doubtsNameTheirPlace();

private:
    const Indicator *planIndicator(const QString &name) const;
    QString years(const Measure *measure) const;
    QString offices(const Measure *measure) const;
    QString indicators(const Measure *measure) const;
    const Category *home(const Measure *measure) const;
};

const Indicator *TestKatagamiSample::planIndicator(const QString &name) const
{
    for (const Indicator &indicator : m_plan.rows<Indicator>()) {
        if (indicator.measure.isNull() && indicator.name == name)
            return &indicator;
    }
    return nullptr;
}

/// The three year cells: "a/b | c | d"; a bar that is not one stated year of the plan shows as "?".
QString TestKatagamiSample::years(const Measure *measure) const
{
    const QStringList columns{u"FY2023"_s, u"FY2024"_s, u"FY2025"_s};
    QList<QStringList> cells(columns.size());
    for (const Initiative *row : m_plan.parts<&Initiative::measure>(measure->id)) {
        for (const Phase *phase : m_plan.parts<&Phase::initiative>(row->id)) {
            const auto column = columns.indexOf(phase->starts.toText());
            if (column < 0 || phase->ends != phase->starts || phase->certainty != u"stated"_s)
                return u"?"_s;
            cells[column] << phase->label;
        }
    }
    QStringList lines;
    for (const QStringList &cell : cells)
        lines << cell.join(u'/');
    return lines.join(u" | "_s);
}

QString TestKatagamiSample::offices(const Measure *measure) const
{
    QStringList names;
    for (const Responsibility *office : m_plan.parts<&Responsibility::measure>(measure->id)) {
        const Department *department = m_plan.find(office->department);
        names << (!office->printed.isEmpty() ? office->printed : department ? department->name : u'<' + office->actor + u'>');
    }
    return names.join(u"、"_s);
}

QString TestKatagamiSample::indicators(const Measure *measure) const
{
    QStringList names;
    for (const Indicator *indicator : m_plan.parts<&Indicator::measure>(measure->id))
        names << (indicator->state.isEmpty() ? indicator->name : u'<' + indicator->state + u'>');
    return names.join(u'/');
}

const Category *TestKatagamiSample::home(const Measure *measure) const
{
    const auto places = m_plan.parts<&Membership::measure>(measure->id);
    return places.size() == 1 && places.first()->home ? m_plan.find(places.first()->category) : nullptr;
}

void TestKatagamiSample::countsAreThoseOfTheDocument()
{
    QCOMPARE(m_plan.rows<Measure>().size(), 38);
    QCOMPARE(m_plan.rows<MeasureText>().size(), 2 * 38);
    QCOMPARE(m_plan.rows<Membership>().size(), 38);
    QCOMPARE(m_plan.rows<Initiative>().size(), 38);
    QCOMPARE(m_plan.rows<Phase>().size(), 3 * 38 + 8); // eight cells have two lines
    QCOMPARE(m_plan.rows<Department>().size(), 17);
    QCOMPARE(m_plan.rows<GlossaryTerm>().size(), 18);
    QCOMPARE(m_plan.rows<Figure>().size(), 3);
    // The document knows neither kinds nor 期間区分, no milestones, no 推進体制.
    QCOMPARE(m_plan.rows<Choice>().size(), 0);
    QCOMPARE(m_plan.rows<Milestone>().size(), 0);
    QCOMPARE(m_plan.rows<Body>().size(), 0);

    const PlanInfo &info = m_plan.info();
    QCOMPARE(info.title, u"潟上市DX推進計画"_s);
    QCOMPARE(info.begins.toText(), u"FY2023"_s);
    QCOMPARE(info.ends.toText(), u"FY2025"_s);
    QCOMPARE(info.adopted.toText(), u"2023-04"_s);
}

void TestKatagamiSample::policiesHoldGroupsAndMeasures()
{
    const Classification *policy = m_plan.classification(u"policy");
    QCOMPARE(policy->levels, u"基本方針/主な取組"_s);
    QStringList titles;
    QList<int> groups;
    QList<int> measures;
    for (const Category *root : m_plan.roots(policy->id)) {
        titles << root->code + root->title;
        const auto below = m_plan.parts<&Category::parent>(root->id);
        groups << static_cast<int>(below.size());
        measures << 0;
        for (const Category *group : below)
            measures.last() += static_cast<int>(m_plan.parts<&Membership::category>(group->id).size());
    }
    QCOMPARE(titles, (QStringList{u"(1)DX推進による持続可能な行政運営"_s, u"(2)DX推進による市民サービスの向上"_s,
                                  u"(3)DX推進による新たな価値の創出"_s}));
    QCOMPARE(groups, (QList<int>{7, 7, 5}));
    QCOMPARE(measures, (QList<int>{19, 12, 7}));
}

void TestKatagamiSample::numbersRestartInEachGroup()
{
    QStringList numbers;
    for (const Measure *measure : m_plan.ordered<Measure>())
        numbers << measure->number;
    QCOMPARE(numbers.mid(0, 3), (QStringList{u"1-1-①"_s, u"1-1-②"_s, u"1-1-③"_s}));
    QCOMPARE(numbers.mid(11, 4), (QStringList{u"1-1-⑫"_s, u"1-2-①"_s, u"1-2-②"_s, u"1-3-①"_s}));
    QCOMPARE(numbers.mid(18, 7), (QStringList{u"1-7-①"_s, u"2-1-①"_s, u"2-1-②"_s, u"2-1-③"_s, u"2-1-④"_s, u"2-1-⑤"_s, u"2-2-①"_s}));
    QCOMPARE(numbers.last(), u"3-5-①"_s);
    QCOMPARE(QSet<QString>(numbers.begin(), numbers.end()).size(), 38);
}

void TestKatagamiSample::headingsKeepTheirOtherWordings()
{
    QHash<QString, QString> variants;
    for (const Category &category : m_plan.rows<Category>()) {
        if (!category.variants.isEmpty())
            variants[category.title] = category.variants;
    }
    QCOMPARE(variants, (QHash<QString, QString>{{u"DX推進による新たな価値の創出"_s, u"DX推進による新たな価値の創造"_s},
                                                {u"オンライン会議の積極的活用"_s, u"オンライン会議の積極的な活用"_s},
                                                {u"セキュリティ対策の見直し"_s, u"セキュリティ対策"_s},
                                                {u"各種手続のオンライン化"_s, u"各種行政手続のオンライン化"_s}}));
}

void TestKatagamiSample::sheetIsThatOfTheDocument()
{
    QStringList blocks;
    for (const Block *block : m_plan.ordered<Block>())
        blocks << block->kind + u'=' + block->label;
    QCOMPARE(blocks, (QStringList{u"title=取組名"_s, u"aims=基本方針"_s, u"text=これまでの課題"_s, u"text=取組の概要"_s,
                                  u"years=スケジュール"_s, u"indicators=主な評価指標"_s, u"lead=主な担当課"_s}));
}

void TestKatagamiSample::sheetsReadAsPrinted_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("years");
    QTest::addColumn<QString>("indicators");
    QTest::addColumn<QString>("offices");
    const auto sheet = [](const char *number, const QString &title, const QString &group, const QString &years,
                          const QString &indicators,
                          const QString &offices) { QTest::newRow(number) << title << group << years << indicators << offices; };
    sheet("1-1-②", u"文書管理システムの更改"_s, u"庁内業務のデジタル化（ペーパーレス化）"_s,
          u"導入及び運用計画の策定 | 業者選定/R7当初予算要求 | システム導入"_s, u"紙及び簿冊等の数量"_s, u"総務課"_s);
    sheet("1-1-⑦", u"預貯金・生命保険等取引調査業務の電子化"_s, u"庁内業務のデジタル化（ペーパーレス化）"_s,
          u"継続実施 | 継続実施 | 継続実施"_s, u"調査費用（手数料等）/申請から14日以内の決定件数"_s,
          u"税務課、社会福祉課、健康長寿課、子育て応援課、上下水道課"_s);
    sheet("1-1-⑧", u"予防接種業務のデジタル化"_s, u"庁内業務のデジタル化（ペーパーレス化）"_s,
          u"調査 | R7当初予算要求 | システム導入/運用開始"_s, u"紙及び簿冊等の数量/システム導入率（保護者、医療機関）"_s,
          u"健康長寿課、子育て応援課"_s);
    sheet("1-1-⑩", u"投票所受付事務のデジタル化"_s, u"庁内業務のデジタル化（ペーパーレス化）"_s, u"調査 | 検討 | 検討"_s,
          u"紙及び簿冊等の数量/削減した人員 等"_s, u"選挙管理委員会事務局"_s);
    sheet("1-1-⑪", u"監査・審査に係る各種資料のデジタル化"_s, u"庁内業務のデジタル化（ペーパーレス化）"_s,
          u"一部実施 | 実施 | 継続実施"_s, u"紙及び簿冊等の数量"_s, u"監査委員事務局"_s);
    sheet("1-1-⑫", u"議会関係事務のデジタル化"_s, u"庁内業務のデジタル化（ペーパーレス化）"_s,
          u"調査・検討 | 調査・検討 | 調査・検討"_s, u"<今後設定する>"_s, u"議会事務局"_s);
    sheet("1-2-①", u"BPRを踏まえたAI・RPA導入の検討"_s, u"AI・RPAの利用推進"_s, u"調査・検討 | 調査・検討 | 調査・検討"_s,
          u"業務時間"_s, u"<関係各課>"_s);
    sheet("1-6-①", u"セキュリティ対策の再構築"_s, u"セキュリティ対策の見直し"_s,
          u"調査・検討・実施/R6当初予算要求 | 継続実施 | 継続実施"_s, u"セキュリティ研修等の受講者数/情報漏洩件数"_s, u"総務課"_s);
    sheet("1-7-①", u"BPRの推進"_s, u"BPRの取組の推進"_s, u"調査・研究/R6当初予算要求 | 実施 | 継続実施"_s,
          u"削減した業務時間/AIやRPAの導入数"_s, u"企画政策課"_s);
    sheet("2-1-②", u"各種手続のオンライン化（介護関係）"_s, u"各種手続のオンライン化"_s,
          u"調査・検討 | R7当初予算要求 | 運用開始"_s, u"電子申請による手続件数の割合"_s, u"総務課、健康長寿課"_s);
    sheet("2-1-⑤", u"市税等Web口座振替受付サービスの導入"_s, u"各種手続のオンライン化"_s, u"運用開始 | 継続実施 | 継続実施"_s,
          u"Web口座振替受付による申込み件数"_s, u"税務課、健康長寿課、子育て応援課、都市建設課、上下水道課"_s);
    sheet("2-2-②", u"コンビニ収納サービス等の導入"_s, u"コンビニ交付、コンビニ収納サービス等の導入"_s,
          u"継続実施 | 継続実施 | 継続実施"_s, u"コンビニ収納件数、キャッシュレス決済件数"_s,
          u"税務課、子育て応援課、上下水道課 等"_s);
    sheet("2-3-①", u"キャッシュレス決済サービスの導入"_s, u"キャッシュレス決済サービスの導入"_s,
          u"調査・検討 | 調査・検討 | 調査・検討"_s, u"キャッシュレス決済件数"_s, u"税務課、市民課、会計課、地域づくり課 等"_s);
    sheet("2-7-①", u"市立小・中学校ホームページの更改"_s, u"学校関係業務のデジタル化"_s,
          u"システム導入/職員研修 | 運用開始 | 継続実施"_s, u"アクセス件数/紙の使用数量"_s, u"教育総務課"_s);
    sheet("3-1-②", u"マイタウンバス情報のオープンデータ化（GTFS-JP）"_s, u"オープンデータの推進"_s,
          u"継続実施 | 継続実施 | 継続実施"_s, u"マイタウンバスの利用者数"_s, u"地域づくり課"_s);
    sheet("3-4-②", u"高齢者等に対するデジタル活用支援"_s, u"デジタルデバイド対策"_s, u"検討 | 実施 | 継続実施"_s,
          u"取組に対する市民アンケート結果等"_s, u"企画政策課"_s);
}

void TestKatagamiSample::sheetsReadAsPrinted()
{
    const Measure *found = measure(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(found);
    QTEST(found->title, "title");
    QVERIFY(home(found));
    QTEST(home(found)->title, "group");
    QTEST(years(found), "years");
    QTEST(indicators(found), "indicators");
    QTEST(offices(found), "offices");
}

void TestKatagamiSample::budgetRequestsPrecedeTheirYear()
{
    static const QRegularExpression request(u"^R([0-9])当初予算要求$"_s);
    int requests = 0;
    for (const Phase &phase : m_plan.rows<Phase>()) {
        const auto match = request.match(phase.label);
        if (!match.hasMatch())
            continue;
        ++requests;
        QCOMPARE(phase.starts.year(), 2018 + match.captured(1).toInt() - 1);
    }
    QCOMPARE(requests, 8);
}

void TestKatagamiSample::everyYearOfEveryMeasureHasAWord()
{
    for (const Measure &measure : some(m_plan.rows<Measure>())) {
        const QStringList cells = years(&measure).split(u" | "_s);
        QCOMPARE(cells.size(), 3);
        for (const QString &cell : cells)
            QVERIFY2(!cell.isEmpty(), qPrintable(measure.number));
        QCOMPARE(m_plan.parts<&Initiative::measure>(measure.id).size(), 1);
    }
}

void TestKatagamiSample::twoMeasuresSetTheirIndicatorsLater()
{
    QStringList later;
    int named = 0;
    for (const Measure *measure : m_plan.ordered<Measure>()) {
        for (const Indicator *indicator : m_plan.parts<&Indicator::measure>(measure->id)) {
            QVERIFY(m_plan.parts<&IndicatorValue::indicator>(indicator->id).isEmpty()); // the document states no values
            if (indicator->state == u"今後設定する"_s)
                later << measure->number;
            else
                ++named;
        }
    }
    QCOMPARE(later, (QStringList{u"1-1-⑫"_s, u"1-4-①"_s}));
    QCOMPARE(named, 47);
}

void TestKatagamiSample::censusIsThePrintedTable()
{
    const auto row = [this](const QString &name) {
        const Indicator *indicator = planIndicator(name);
        QStringList cells;
        for (const IndicatorValue *value : m_plan.parts<&IndicatorValue::indicator>(indicator->id))
            cells << value->as_of.toText() + u'=' + value->printed;
        return indicator->group + u' ' + indicator->unit + u' ' + indicator->source + u' ' + cells.join(u' ');
    };
    QCOMPARE(row(u"年少人口"_s),
             u"年齢3区分別人口 人 国勢調査 1980=7,553 1985=7,274 1990=6,366 1995=5,583 2000=5,194 2005=4,926 2010=4,247 "
             "2015=3,720 2020=3,272"_s);
    QCOMPARE(row(u"生産年齢人口"_s),
             u"年齢3区分別人口 人 国勢調査 1980=22,517 1985=22,734 1990=22,838 1995=23,475 2000=23,599 2005=22,854 "
             "2010=21,285 2015=18,997 2020=17,095"_s);
    QCOMPARE(row(u"老年人口"_s),
             u"年齢3区分別人口 人 国勢調査 1980=2,818 1985=3,474 1990=4,261 1995=5,602 2000=6,918 2005=8,034 2010=8,909 "
             "2015=10,340 2020=11,218"_s);
    QCOMPARE(row(u"高齢化率"_s),
             u"年齢3区分別人口 ％ 国勢調査 1980=8.6% 1985=10.4% 1990=12.7% 1995=16.2% 2000=19.4% 2005=22.4% 2010=25.9% "
             "2015=31.3% 2020=35.5%"_s);
    for (const IndicatorValue &value : m_plan.rows<IndicatorValue>()) {
        QString digits = value.printed;
        digits.remove(QRegularExpression(u"[^0-9.]"_s));
        QCOMPARE(value.value, digits);
    }
}

void TestKatagamiSample::estimateStandsApart()
{
    const Indicator *share = planIndicator(u"生産年齢人口比率"_s);
    const auto values = m_plan.parts<&IndicatorValue::indicator>(share->id);
    QCOMPARE(values.size(), 1);
    QCOMPARE(values.first()->role, u"estimate"_s);
    QCOMPARE(values.first()->as_of.toText(), u"2045"_s);
    QCOMPARE(values.first()->value, u"46.5"_s);
    QCOMPARE(m_plan.parts<&IndicatorValue::indicator>(planIndicator(u"総人口"_s)->id).first()->value, u"35814"_s);
}

void TestKatagamiSample::marksNameGlossaryTerms()
{
    QHash<qint64, QString> words;
    for (const GlossaryTerm &term : m_plan.rows<GlossaryTerm>()) {
        QVERIFY(!term.yomi.isEmpty() && !term.definition.isEmpty());
        words[*term.number] = term.word;
    }
    static const QRegularExpression anchor(u"［※([0-9]+)］"_s);
    QList<qint64> marks;
    const auto collect = [&marks](const QString &text) {
        for (auto found = anchor.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            marks << match.captured(1).toLongLong();
        }
    };
    for (const Passage *passage : m_plan.ordered<Passage>())
        collect(passage->text);
    for (const MeasureText *text : m_plan.ordered<MeasureText>())
        collect(text->text);
    QCOMPARE(marks, (QList<qint64>{1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18})); // no text carries ※10
    for (const qint64 mark : marks)
        QVERIFY(words.contains(mark));
    QCOMPARE(words[3], u"IoE"_s); // the text says IoT
    QCOMPARE(words[12], u"デジタル田園都市国家構想"_s);
}

void TestKatagamiSample::doubtsNameTheirPlace()
{
    for (const Annotation &annotation : some(m_plan.rows<Annotation>())) {
        QVERIFY(!annotation.text.isEmpty());
        QVERIFY2(annotation.source.startsWith(u"潟上市DX推進計画（令和5年4月）"_s), qPrintable(annotation.source));
        const auto table = tableByName(annotation.table);
        QVERIFY(m_plan.table(*table).contains(annotation.row));
        QVERIFY2(annotation.field.isEmpty() || fieldIndex(*table, annotation.field) >= 0, qPrintable(annotation.field));
    }
    for (const Figure &figure : some(m_plan.rows<Figure>())) {
        QVERIFY(figure.image.isEmpty());
        QCOMPARE(m_plan.annotations(figure.id.row, u"要原典確認").size(), 1);
    }
}

QTEST_GUILESS_MAIN(TestKatagamiSample)
#include "tst_katagami_sample.moc"
