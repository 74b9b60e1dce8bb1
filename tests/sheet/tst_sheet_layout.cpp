// SPDX-License-Identifier: GPL-3.0-or-later
// How a sheet grows: smaller text first, then further pages, and never a lost word.
#include "models/change/change_set.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/rows.h"
#include "tests/support/warnings.h"
#include "views/look/look.h"
#include "views/pages/jobs.h"
#include "views/pages/pdf_writer.h"
#include "views/sheet/label_breaks.h"

#include <QFontMetricsF>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestSheetLayout : public QObject {
    Q_OBJECT

private slots:
    void init();
    void anOrdinarySheetIsOnePageOfFullSize();
    void aLongerSheetIsSetSmaller();
    void aLongSheetFlowsAndSaysSo();
    void manyRowsOfTheScheduleFlow();
    void aMarkWithoutANoteIsPrintedAsTyped();
    void aMarkInHalfWidthBracketsIsPrintedLikeAnyOther();
    void aSheetHasItsOwnWordsForAnItem();
    void aTabInsideATextKeepsItsSpace();
    void aMeasureWithoutOfficesShowsADash();
    void aMeasureWithoutAnythingIsPrinted();
    void aWorkingPrintNamesWhatIsUncertain();
    void labelsBreakBetweenWords_data();
    void labelsBreakBetweenWords();

private:
    const Measure &measure(const QString &number) const;
    void setText(const QString &number, const QString &block, const QString &text);
    QStringList printed(const QString &number, const SheetOptions &options = {});
    QString printedAsOne(const QString &number) { return printed(number).join(QString()); }

    Plan m_plan;
    QTemporaryDir m_folder;
    QString m_pdf;
};

void TestSheetLayout::init()
{
    failOnWarnings();
    m_plan = samplePlan();
    m_pdf = m_folder.filePath(u"sheet.pdf"_s);
}

const Measure &TestSheetLayout::measure(const QString &number) const
{
    for (const Measure &row : m_plan.rows<Measure>()) {
        if (row.number == number)
            return row;
    }
    qFatal("no such measure");
}

void TestSheetLayout::setText(const QString &number, const QString &block, const QString &text)
{
    for (const MeasureText *row : m_plan.parts<&MeasureText::measure>(measure(number).id)) {
        if (m_plan.find(row->block)->key != block)
            continue;
        m_plan.table(TableId::MeasureText).set(row->id.row, fieldIndex<&MeasureText::text>(), text);
        return;
    }
}

QStringList TestSheetLayout::printed(const QString &number, const SheetOptions &options)
{
    const auto written = writePdf(sheetsJob(m_plan, {measure(number).id}, options), m_pdf);
    return written ? probe::pageTexts(m_pdf) : QStringList();
}

void TestSheetLayout::anOrdinarySheetIsOnePageOfFullSize()
{
    const SheetPages pages(m_plan, {measure(u"13"_s).id});
    QCOMPARE(pages.count(), 1);
    QCOMPARE(pages.layout(0).bodyPoints(), 10.5);
}

void TestSheetLayout::aLongerSheetIsSetSmaller()
{
    setText(u"13"_s, u"overview"_s, u"市民の手続を簡単にする。"_s.repeated(42));
    const SheetPages pages(m_plan, {measure(u"13"_s).id});
    QCOMPARE(pages.count(), 1);
    QVERIFY(pages.layout(0).bodyPoints() < 10.5);
    QVERIFY(pages.layout(0).bodyPoints() >= 9);
}

void TestSheetLayout::aLongSheetFlowsAndSaysSo()
{
    QString text;
    for (int i = 1; i <= 200; ++i)
        text += u"○第%1項の取組\n"_s.arg(i);
    setText(u"13"_s, u"current"_s, text.trimmed());
    const QStringList pages = printed(u"13"_s);
    QVERIFY2(pages.size() >= 3, qPrintable(QString::number(pages.size())));
    for (const QString &page : pages.mid(1))
        QVERIFY(page.contains(probe::withoutSpaces(measure(u"13"_s).title + u"（つづき）"_s)));
    const QString all = pages.join(QString());
    for (int i = 1; i <= 200; ++i)
        QCOMPARE(all.count(u"○第%1項の取組"_s.arg(i)), 1);
    QVERIFY(pages.first().contains(u"○第1項"_s));
    QCOMPARE(all.count(u"情報システム改革"_s), 1);
    QCOMPARE(probe::overlaps(probe::words(m_pdf)), QStringList());
}

void TestSheetLayout::manyRowsOfTheScheduleFlow()
{
    ChangeBuilder change(u"rows"_s);
    for (int i = 1; i <= 60; ++i) {
        auto row = made<Initiative>(u"z%1z"_s.arg(i, 3, 10, QChar(u'0')));
        row.measure = measure(u"46"_s).id;
        row.title = u"取組第%1"_s.arg(i);
        change.insert(row);
        auto phase = made<Phase>(u"i"_s);
        phase.initiative = row.id;
        phase.label = u"工程その%1の長い表示文字をもつ帯"_s.arg(i);
        phase.starts = PlanTime::fiscalYear(2021 + i % 5);
        phase.ends = PlanTime::fiscalYear(2021 + i % 5);
        change.insert(phase);
    }
    QVERIFY(applyTo(m_plan, std::move(change).build()));
    const QStringList pages = printed(u"46"_s);
    QVERIFY(pages.size() >= 2);
    const QString all = pages.join(QString());
    for (int i = 1; i <= 60; ++i)
        QCOMPARE(all.count(u"工程その%1の長い表示文字をもつ帯"_s.arg(i)), 1);
    QVERIFY(pages.at(1).contains(u"スケジュール～令和2年度令和3年度"_s));
    QCOMPARE(probe::overlaps(probe::words(m_pdf)), QStringList());
}

void TestSheetLayout::aMarkWithoutANoteIsPrintedAsTyped()
{
    setText(u"46"_s, u"overview"_s, u"注のない印［※99］はそのまま。"_s);
    QVERIFY(printedAsOne(u"46"_s).contains(u"注のない印［※99］はそのまま。"_s));
}

void TestSheetLayout::aMarkInHalfWidthBracketsIsPrintedLikeAnyOther()
{
    const QString before = printedAsOne(u"44"_s);
    QVERIFY(before.contains(u"シンクライアント※1"_s));
    for (const MeasureText *text : m_plan.parts<&MeasureText::measure>(measure(u"44"_s).id)) {
        QString typed = text->text;
        typed.replace(u'［', u'[').replace(u'］', u']');
        m_plan.table(TableId::MeasureText).set(text->id.row, fieldIndex<&MeasureText::text>(), typed);
    }
    QVERIFY(printedAsOne(u"44"_s) == before);
}

void TestSheetLayout::aSheetHasItsOwnWordsForAnItem()
{
    // In 出雲 two sheets of one aim word it in two ways, and so do sheets of one item of the 官民データ活用推進計画.
    QVERIFY(printedAsOne(u"26"_s).contains(u"頼ることのできる人や"_s));
    QVERIFY(printedAsOne(u"27"_s).contains(u"頼ることができる人や"_s));
    QVERIFY(printedAsOne(u"13"_s).contains(u"情報システム改革、BPR"_s));
    QVERIFY(printedAsOne(u"14"_s).contains(u"情報システム改革・BPR"_s));
    QVERIFY(!printedAsOne(u"14"_s).contains(u"［14"_s));
}

void TestSheetLayout::aTabInsideATextKeepsItsSpace()
{
    setText(u"46"_s, u"overview"_s, u"費用\t百万円"_s);
    QVERIFY(!printed(u"46"_s).isEmpty());
    QList<probe::Word> found;
    for (const probe::Word &word : probe::words(m_pdf)) {
        if (word.text == u"費用" || word.text == u"百万円")
            found << word;
    }
    QCOMPARE(found.size(), 2); // in the text layer they are two words
    // The font's own full-width space, which is narrower than its kanji in a proportional one; boxes are of glyphs' advances.
    const QFontMetricsF metrics(textFont(100));
    const double space = found[0].box.width() * metrics.horizontalAdvance(u'\u3000') / metrics.horizontalAdvance(u"費用"_s);
    const double gap = found[1].box.left() - found[0].box.right();
    QVERIFY2(gap > 0.9 * space && gap < 1.1 * space, qPrintable(u"%1 of %2"_s.arg(gap).arg(space)));
    QVERIFY(space > 0.5 * found[0].box.width() / 2); // to be seen as a gap
}

void TestSheetLayout::aMeasureWithoutOfficesShowsADash()
{
    for (const Responsibility *row : m_plan.parts<&Responsibility::measure>(measure(u"46"_s).id))
        m_plan.table(TableId::Responsibility).remove(row->id.row);
    QVERIFY(printedAsOne(u"46"_s).contains(u"所管課－実施(関連)担当課－"_s));
}

void TestSheetLayout::aMeasureWithoutAnythingIsPrinted()
{
    Measure row;
    row.id = Id<Measure>(RowId{77});
    row.position = u"zz"_s;
    row.number = u"99"_s;
    row.title = u"新しい施策"_s;
    QVERIFY(applyTo(m_plan, std::move(ChangeBuilder(u"new"_s).insert(row)).build()));
    QVERIFY(printedAsOne(u"99"_s).contains(u"99新しい施策"_s));
}

void TestSheetLayout::aWorkingPrintNamesWhatIsUncertain()
{
    SheetOptions options;
    options.workingMarks = true;
    options.head.mark = u"案"_s;
    const QString text = printed(u"13"_s, options).join(QString());
    QVERIFY(text.contains(u"要原典"_s));
    QVERIFY(text.contains(u"案"_s));
    QVERIFY(!printedAsOne(u"13"_s).contains(u"要原典"_s));
}

void TestSheetLayout::labelsBreakBetweenWords_data()
{
    QTest::addColumn<QStringList>("pieces");
    QTest::newRow("particles") << QStringList{u"ぴったり"_s, u"サービスの"_s, u"運用"_s};
    QTest::newRow("brackets") << QStringList{u"実施"_s, u"(関連)"_s, u"担当課"_s};
    QTest::newRow("numbers keep their units") << QStringList{u"バーコード "_s, u"R3.4月運用開始"_s};
    QTest::newRow("lists") << QStringList{u"証明書等"_s, u"発行手数料等"_s};
    QTest::newRow("long vowels") << QStringList{u"データ・"_s, u"サーバー"_s};
}

void TestSheetLayout::labelsBreakBetweenWords()
{
    QFETCH(QStringList, pieces);
    QCOMPARE(phrases(pieces.join(QString())), pieces);
}

QTEST_MAIN(TestSheetLayout)
#include "tst_sheet_layout.moc"
