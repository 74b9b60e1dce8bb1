// SPDX-License-Identifier: GPL-3.0-or-later
// 計画書 and the glossary: contents that name the right pages, links that lead there, every measure and word in its place.
#include "models/document/note_numbers.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/rows.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"
#include "views/look/look.h"
#include "views/pages/book.h"
#include "views/pages/book_parts.h"
#include "views/pages/page_stack.h"
#include "views/pages/pdf_writer.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
Plan withTerms(const QList<std::pair<QString, QString>> &words)
{
    Plan plan;
    ChangeBuilder change(u"用語"_s);
    for (const auto &[word, yomi] : words) {
        auto term = made<GlossaryTerm>();
        term.word = word;
        term.yomi = yomi;
        change.insert(term);
    }
    applyTo(plan, std::move(change).build());
    return plan;
}
} // namespace

class TestBook : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void theBookOfEveryCityHoldsItsMeasuresAndItsContentsAreRight_data();
    void theBookOfEveryCityHoldsItsMeasuresAndItsContentsAreRight();
    void linksOfTheContentsLeadToTheirPages();
    void pagesKeepThePaperOfTheirPart();
    void aPlanWithoutAScheduleHasNoRoadmapInItsBook();
    void resultsIndicatorsAndProgressStandInTheBookOfAPlanThatHasThem();
    void theOrganisationIsToldOnceInItsChapter_data();
    void theOrganisationIsToldOnceInItsChapter();
    void tabsOfChaptersKeepTheirSpace();
    void contentsAndBookmarksFollowTheChosenOrder();
    void chaptersTellTheirNotesAndWhatLostPicturesShowed();
    void wordsStandUnderTheirIndexLetter();
    void theGlossaryHasOneHeadAPage();
    void marksOfASampleHaveThePrintedNumbers_data();
    void marksOfASampleHaveThePrintedNumbers();
    void marksInChaptersAreNumberedWhereTheyStand();
    void numberedWordsStandInTheOrderOfTheirNumbers();
    void notesOfTheSheetsCanBeNumberedThroughTheBook();
    void picturesStandInTheirChapterAndMissingOnesAreNamed();
    void linesOfAnItemHangBehindItsMark();

private:
    QString bookOf(const Plan &plan, const QString &name)
    {
        const QString path = m_folder.filePath(name + u".pdf"_s);
        return writePdf(bookJob(plan, {}), path) ? path : QString();
    }
    QTemporaryDir m_folder;
};

void TestBook::theBookOfEveryCityHoldsItsMeasuresAndItsContentsAreRight_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"izumo", "katagami", "hatsukaichi"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestBook::theBookOfEveryCityHoldsItsMeasuresAndItsContentsAreRight()
{
    QFETCH(QString, name);
    const Plan plan = samplePlan(name);
    const PrintJob job = bookJob(plan, {});
    const QString path = bookOf(plan, name);
    QVERIFY(!path.isEmpty());
    const QStringList pages = probe::pageTexts(path);
    QCOMPARE(pages.size(), job.pageCount);
    const QString all = pages.join(QString());
    for (const Measure &measure : plan.rows<Measure>())
        QVERIFY2(all.contains(probe::withoutSpaces(measure.title)), qPrintable(measure.title));
    // Each page behind the contents prints the number that the contents and the labels count with.
    for (int page = job.frontPages; page + 1 < job.pageCount; ++page)
        QVERIFY2(pages[page].contains(u"-%1-"_s.arg(page - job.frontPages + 1)), qPrintable(QString::number(page)));
    // What the contents say of the sheets is where the sheets are.
    for (const Bookmark &bookmark : job.bookmarks) {
        if (bookmark.title == u"個別施策票" || bookmark.title == u"用語説明")
            QVERIFY(pages.first(job.frontPages).join(QString()).contains(bookmark.title));
    }
}

void TestBook::linksOfTheContentsLeadToTheirPages()
{
    const Plan plan = samplePlan();
    const PrintJob job = bookJob(plan, {});
    const QString path = bookOf(plan, u"links"_s);
    int exitCode = -1;
    probe::outputOf(u"qpdf"_s, {u"--check"_s, path}, &exitCode);
    QCOMPARE(exitCode, 0);
    QVERIFY(job.links.size() > 61);
    const QStringList pages = probe::pageTexts(path);
    for (const PageLink &link : some(job.links)) {
        QVERIFY(link.target >= job.frontPages && link.target < job.pageCount);
        QVERIFY(link.page < job.frontPages);
    }
    // The link of a measure leads to the page that begins with its sheet.
    int sheets = 0;
    for (const Bookmark &bookmark : job.bookmarks) {
        if (bookmark.level == 1 && bookmark.title.startsWith(u"46　"_s)) {
            ++sheets;
            QVERIFY(pages[bookmark.page].contains(probe::withoutSpaces(bookmark.title.mid(3))));
            QVERIFY(std::any_of(job.links.begin(), job.links.end(),
                                [&](const PageLink &link) { return link.target == bookmark.page; }));
        }
    }
    QCOMPARE(sheets, 1);
    QCOMPARE(QString::fromUtf8(probe::outputOf(u"qpdf"_s, {u"--show-npages"_s, path})).trimmed().toInt(), job.pageCount);
}

void TestBook::pagesKeepThePaperOfTheirPart()
{
    const Plan plan = samplePlan();
    const QString path = bookOf(plan, u"papers"_s);
    const QString info = QString::fromUtf8(probe::outputOf(u"pdfinfo"_s, {u"-l"_s, u"500"_s, path}));
    QVERIFY(info.contains(u"(A4)"_s));
    QVERIFY(info.contains(u"(A3)"_s));
}

void TestBook::aPlanWithoutAScheduleHasNoRoadmapInItsBook()
{
    QVERIFY(bookParts(samplePlan()).contains(Paper::Roadmap));
    QVERIFY(!bookParts(samplePlan(u"hatsukaichi"_s)).contains(Paper::Roadmap));
}

void TestBook::resultsIndicatorsAndProgressStandInTheBookOfAPlanThatHasThem()
{
    const QList<Paper> reports{Paper::Bodies, Paper::Indicators, Paper::Effects, Paper::Progress};
    const Plan izumo = samplePlan();
    for (const Paper part : reports)
        QVERIFY(bookParts(izumo).contains(part));
    const QString all = probe::pageTexts(bookOf(izumo, u"reports"_s)).join(QString());
    for (const Body &body : izumo.rows<Body>())
        QVERIFY2(all.contains(probe::withoutSpaces(body.name)), qPrintable(body.name));
    for (const Indicator &indicator : izumo.rows<Indicator>())
        QVERIFY2(all.contains(probe::withoutSpaces(indicator.name).first(4)), qPrintable(indicator.name));
    QVERIFY(all.contains(u"10,137"_s)); // hours before RPA, all years: from the document
    QVERIFY(all.contains(u"78.1"_s));   // 予定どおり順調 of 105, in the paper of March 2024

    const Plan katagami = samplePlan(u"katagami"_s);
    QVERIFY(!bookParts(katagami).contains(Paper::Effects));
    QVERIFY(!bookParts(katagami).contains(Paper::Progress));
    QVERIFY(!bookParts(katagami).contains(Paper::Bodies));
    const QString census = probe::pageTexts(bookOf(katagami, u"census"_s)).join(QString());
    // From the document's table, and the estimate and the sources of its text.
    for (const QString &cell : {u"昭和55年"_s, u"7,553人"_s, u"22,517人"_s, u"2,818人"_s, u"8.6"_s, u"46.5％"_s, u"推計）"_s,
                                u"総人口は国勢調査、生産年齢人口比率は潟上市人口ビジョン（令和3年2月改訂）"_s})
        QVERIFY2(census.contains(cell), qPrintable(cell));
    for (const Paper part : reports)
        QCOMPARE(bookParts(samplePlan(u"hatsukaichi"_s)).contains(part), part == Paper::Bodies);
}

void TestBook::theOrganisationIsToldOnceInItsChapter_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("izumo") << u"izumo"_s;
    QTest::newRow("hatsukaichi") << u"hatsukaichi"_s;
}

void TestBook::theOrganisationIsToldOnceInItsChapter()
{
    QFETCH(QString, name);
    const Plan plan = samplePlan(name);
    PaperOptions whole;
    whole.parts = bookParts(plan);
    const auto headed = [](const PrintJob &job) {
        QList<Bookmark> found;
        for (const Bookmark &bookmark : job.bookmarks) {
            if (bookmark.title.contains(u"推進体制"_s))
                found << bookmark;
        }
        return found;
    };
    const PrintJob job = bookJob(plan, whole);
    const QString path = m_folder.filePath(u"once.pdf"_s);
    QVERIFY(writePdf(job, path));
    const QStringList pages = probe::pageTexts(path);
    QCOMPARE(pages.first(job.frontPages).join(QString()).count(u"推進体制"_s), 1); // in the contents
    QCOMPARE(headed(job).size(), 1);
    // Everybody stands on the page of the chapter, or on the next one.
    const QString told = pages.mid(headed(job).first().page, 2).join(QString());
    for (const Body &body : plan.rows<Body>())
        QVERIFY2(told.contains(probe::withoutSpaces(body.name)), qPrintable(body.name));

    // A book without the chapters has them on a page of their own, one without the part has the words only.
    PaperOptions alone = whole;
    alone.parts.removeAll(Paper::Chapters);
    QCOMPARE(headed(bookJob(plan, alone)).size(), 1);
    QCOMPARE(headed(bookJob(plan, alone)).first().title, u"推進体制"_s);
    PaperOptions words = whole;
    words.parts.removeAll(Paper::Bodies);
    QCOMPARE(headed(bookJob(plan, words)).size(), 1);
}

void TestBook::tabsOfChaptersKeepTheirSpace()
{
    Plan plan;
    ChangeBuilder change(u"本文"_s);
    auto passage = made<Passage>();
    passage.heading = u"費用"_s;
    passage.text = u"令和六年\t百万円"_s;
    passage.in_book = true;
    change.insert(passage);
    applyTo(plan, std::move(change).build());
    const QString path = m_folder.filePath(u"tab.pdf"_s);
    QVERIFY(writePdf(chaptersJob(plan, {}), path));
    QList<QRectF> boxes;
    for (const probe::Word &word : probe::words(path)) {
        if (word.text == u"令和六年" || word.text == u"百万円")
            boxes << word.box;
    }
    QCOMPARE(boxes.size(), 2);
    const QFontMetricsF metrics(textFont(100)); // whose full-width space may be narrower than its kanji
    const double space = boxes[0].width() * metrics.horizontalAdvance(u'\u3000') / metrics.horizontalAdvance(u"令和六年"_s);
    const double gap = boxes[1].left() - boxes[0].right();
    QVERIFY2(gap > 0.9 * space && gap < 1.1 * space, qPrintable(u"%1 of %2"_s.arg(gap).arg(space)));
    QVERIFY(space > 0.5 * boxes[0].width() / 4); // to be seen as a gap
}

void TestBook::contentsAndBookmarksFollowTheChosenOrder()
{
    const Plan plan = samplePlan();
    PaperOptions options;
    options.parts = {Paper::Glossary, Paper::Effects, Paper::Contents, Paper::List, Paper::Cover};
    const PrintJob job = bookJob(plan, options);
    QStringList tops;
    int page = -1;
    for (const Bookmark &bookmark : job.bookmarks) {
        QVERIFY(bookmark.page >= page);
        page = bookmark.page;
        if (bookmark.level == 0)
            tops << bookmark.title;
    }
    QCOMPARE(tops.size(), 5);
    QCOMPARE(tops.mid(2), (QStringList{u"用語説明"_s, u"実績"_s, u"施策一覧表"_s}));
    const QString path = m_folder.filePath(u"order.pdf"_s);
    QVERIFY(writePdf(job, path));
    const QString contents = probe::pageTexts(path).first(job.frontPages).join(QString());
    QVERIFY(contents.indexOf(u"用語説明1"_s) >= 0);
    QVERIFY(contents.indexOf(u"用語説明"_s) < contents.indexOf(u"実績"_s));
    QVERIFY(contents.indexOf(u"実績"_s) < contents.indexOf(u"施策一覧表"_s));
    QVERIFY(!contents.contains(u"個別施策票"_s));
}

void TestBook::chaptersTellTheirNotesAndWhatLostPicturesShowed()
{
    const QString text = probe::pageTexts(bookOf(samplePlan(u"hatsukaichi"_s), u"notes"_s)).join(QString());
    for (const QString &expected :
         {u"OODAループ※1の枠組み"_s, u"※1OODAループ：ウーダループ。"_s, u"○離れて暮らす家族の健康を見守る。"_s,
          u"出典：「スマートシティガイドブック」別冊"_s, u"【えーあいチャットぼっと】"_s})
        QVERIFY2(text.contains(expected), qPrintable(expected));
}

void TestBook::wordsStandUnderTheirIndexLetter()
{
    const Plan plan = withTerms({{u"電子申請"_s, u"でんししんせい"_s},
                                 {u"ＡＩ"_s, {}},
                                 {u"オープンデータ"_s, {}},
                                 {u"RPA"_s, u"あーるぴーえー"_s},
                                 {u"窓口"_s, u"まどぐち"_s},
                                 {u"5G"_s, {}},
                                 {u"外字"_s, {}},
                                 {u"アプリ"_s, {}}});
    QStringList found;
    for (const GlossarySection &section : glossarySections(plan, GlossaryOrder::Reading)) {
        QStringList words;
        for (const GlossaryTerm *term : section.terms)
            words << term->word;
        found << section.letter + u':' + words.join(u'/');
    }
    QCOMPARE(found, (QStringList{u"0–9:5G"_s, u"A:ＡＩ"_s, u"R:RPA"_s, u"あ:アプリ/オープンデータ"_s, u"た:電子申請"_s,
                                 u"ま:窓口"_s, u"その他:外字"_s}));
}

void TestBook::theGlossaryHasOneHeadAPage()
{
    const Plan plan = samplePlan(u"hatsukaichi"_s);
    const PrintJob job = glossaryJob(plan, usualOrder(plan), {});
    const QString path = m_folder.filePath(u"glossary.pdf"_s);
    QVERIFY(writePdf(job, path));
    const QStringList pages = probe::pageTexts(path);
    for (const QString &page : pages)
        QCOMPARE(page.count(u"用語説明"_s), page == pages.first() ? 2 : 1); // the title, and the head 用語｜説明
    QVERIFY2(pages.first().contains(u"用語説明AAI【えーあい】"_s), qPrintable(pages.first()));
    QStringList letters;
    for (const Bookmark &bookmark : job.bookmarks)
        letters << bookmark.title;
    QCOMPARE(letters, (QStringList{u"A"_s, u"C"_s, u"D"_s, u"M"_s, u"R"_s, u"あ"_s, u"か"_s, u"さ"_s, u"た"_s, u"ま"_s}));
}

void TestBook::marksOfASampleHaveThePrintedNumbers_data()
{
    theBookOfEveryCityHoldsItsMeasuresAndItsContentsAreRight_data();
}

void TestBook::marksOfASampleHaveThePrintedNumbers()
{
    QFETCH(QString, name);
    const Plan plan = samplePlan(name);
    const PlanNotes notes(plan);
    for (const GlossaryTerm &term : some(plan.rows<GlossaryTerm>()))
        QCOMPARE(notes.number(term.id), term.number.value_or(0));
}

void TestBook::marksInChaptersAreNumberedWhereTheyStand()
{
    Plan plan = samplePlan(u"hatsukaichi"_s);
    // Another chapter before the one with the note names a note of its own, with whatever mark.
    auto passage = made<Passage>(u"0"_s);
    passage.heading = u"はじめに"_s;
    passage.text = u"最初の印［※b］。"_s;
    auto note = made<Footnote>();
    note.owner = Owner(passage.id);
    note.mark = u"b"_s;
    note.text = u"先の注。"_s;
    ChangeBuilder change(u"本文"_s);
    change.insert(passage);
    change.insert(note);
    QVERIFY(applyTo(plan, std::move(change).build()));
    const QString path = m_folder.filePath(u"chapters.pdf"_s);
    QVERIFY(writePdf(chaptersJob(plan, {}), path));
    const QString text = probe::pageTexts(path).join(QString());
    for (const QString &expected :
         {u"最初の印※1。"_s, u"※1先の注。"_s, u"OODAループ※2の枠組み"_s, u"※2OODAループ：ウーダループ。"_s})
        QVERIFY2(text.contains(expected), qPrintable(expected));
}

void TestBook::numberedWordsStandInTheOrderOfTheirNumbers()
{
    const Plan plan = samplePlan(u"katagami"_s);
    const GlossaryOrder order = usualOrder(plan);
    const auto sections = glossarySections(plan, order);
    qsizetype count = 0;
    qint64 last = 0;
    for (const GlossarySection &section : sections) {
        for (const GlossaryTerm *term : section.terms) {
            if (order == GlossaryOrder::Number && term->number) {
                QVERIFY(*term->number >= last);
                last = *term->number;
            }
            ++count;
        }
    }
    QCOMPARE(count, plan.rows<GlossaryTerm>().size());
}

void TestBook::notesOfTheSheetsCanBeNumberedThroughTheBook()
{
    const Plan plan = samplePlan();
    const auto last = u"※%1"_s.arg(plan.rows<Footnote>().size());
    for (const bool through : {false, true}) {
        PaperOptions options;
        options.parts = {Paper::Sheets};
        options.notesThroughPlan = through;
        const QString path = m_folder.filePath(u"注.pdf"_s);
        QVERIFY(writePdf(bookJob(plan, options), path));
        const QString text = probe::pageTexts(path).join(QString());
        QCOMPARE(text.count(last) > 0, through);
        QCOMPARE(text.count(last), through ? 2 : 0); // the mark, and the note
    }
}

void TestBook::picturesStandInTheirChapterAndMissingOnesAreNamed()
{
    Plan plan = samplePlan(u"hatsukaichi"_s);
    const QString missing = u"（原図なし）"_s;
    PaperOptions options;
    options.parts = {Paper::Chapters};
    const QString path = m_folder.filePath(u"図.pdf"_s);
    QVERIFY(writePdf(bookJob(plan, options), path));
    const auto without = probe::pageTexts(path).join(QString()).count(missing);
    QCOMPARE(without, plan.rows<Figure>().size());

    QByteArray png;
    QBuffer buffer(&png);
    QImage image(3000, 1500, QImage::Format_RGB32); // wider than the page
    image.fill(Qt::darkCyan);
    QVERIFY(image.save(&buffer, "PNG"));
    const QByteArray svg("<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'>"
                         "<rect width='300' height='200' fill='#eee'/><text x='20' y='60'>base</text></svg>");
    ChangeBuilder change(u"図"_s);
    for (const Figure &figure : plan.rows<Figure>()) {
        if (figure.number == u"図1" || figure.number == u"図2")
            change.set<&Figure::image>(figure.id, figure.number == u"図1" ? png : svg);
    }
    QVERIFY(applyTo(plan, std::move(change).build()));
    for (const Look::Medium medium : {Look::Medium::Paper, Look::Medium::GreyPaper}) {
        options.look = &Look::of(medium);
        QVERIFY(writePdf(bookJob(plan, options), path));
        const QStringList pages = probe::pageTexts(path);
        QCOMPARE(pages.join(QString()).count(missing), without - 2);
        qsizetype page = 0;
        while (page < pages.size() && !pages[page].contains(u"図1DX推進計画と各計画との関係"_s))
            ++page;
        const QStringList images = QString::fromUtf8(probe::outputOf(u"pdfimages"_s, {u"-list"_s, path})).split(u'\n').mid(2);
        QVERIFY(!images.isEmpty());
        const QStringList first = images.first().simplified().split(u' ');
        QCOMPARE(first[0].toInt(), page + 1);
        QCOMPARE(first[3].toInt(), 3000);
        QVERIFY(first[12].toInt() >= 450); // dots per inch: no wider than the text
        const auto drawn = std::count_if(images.begin(), images.end(),
                                         [](const QString &line) { return line.contains(u"image"_s); });
        QCOMPARE(drawn, medium == Look::Medium::Paper ? 1 : 2); // a drawing stays one, unless its colours have to go
    }
}

void TestBook::linesOfAnItemHangBehindItsMark()
{
    PaperOptions options;
    options.parts = {Paper::Chapters};
    const QString path = m_folder.filePath(u"箇条書き.pdf"_s);
    QVERIFY(writePdf(bookJob(samplePlan(u"katagami"_s), options), path));
    const auto words = probe::words(path);
    const auto item = std::find_if(words.begin(), words.end(),
                                   [](const auto &word) { return word.text.startsWith(u"○公的給付"_s); });
    QVERIFY(item != words.end());
    QVERIFY(item + 1 != words.end());
    QVERIFY((item + 1)->box.top() > item->box.bottom() - 2); // its second line
    QVERIFY((item + 1)->box.left() > item->box.left() + 8);
}

QTEST_MAIN(TestBook)
#include "tst_book.moc"
