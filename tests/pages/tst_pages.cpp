// SPDX-License-Identifier: GPL-3.0-or-later
// Print jobs on paper, as pictures and in the list: files are replaced whole or not at all, and say what the plan says.
#include "models/plan/series.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"
#include "views/pages/book.h"
#include "views/pages/jobs.h"
#include "views/pages/missing_glyphs.h"
#include "views/pages/page_pictures.h"
#include "views/pages/page_stack.h"
#include "views/pages/pdf_writer.h"
#include "views/pages/print_preview.h"
#include "views/pages/printer_output.h"

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PrintJob textJob(const QString &text, int pages = 1)
{
    PrintJob job;
    job.title = u"試し"_s;
    job.pageCount = pages;
    job.paint = [text](QPainter &painter, int) {
        painter.setFont(paper::scaled(textFont(10.5)));
        painter.drawText(QPointF(paper::mm(30), paper::mm(30)), text);
    };
    return job;
}
} // namespace

class TestPages : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void aCancelledExportLeavesTheOldFile();
    void aMissingFolderIsToldInJapanese();
    void anEmptyJobIsRefused();
    void bookmarksFormATree();
    void onePageIsOnePicture();
    void severalPagesAreNumberedPictures();
    void picturesAreVectorsInSvg();
    void charactersBeyondTheFontAreListed();
    void theRoadmapListsThemWhereverTheyStand();
    void theSampleHasAGlyphForEverything();
    void theListNamesEveryMeasureOnce();
    void theGroupedListHasItsGroupsAsBookmarks();
    void theRoadmapIsAJobOfLandscapePages();
    void thePreviewShowsThePagesAndSavesThem();
    void thePreviewTurnsPages();
    void thePrinterGetsThePagesAskedFor();

private:
    QTemporaryDir m_folder;
};

void TestPages::aCancelledExportLeavesTheOldFile()
{
    const QString path = m_folder.filePath(u"old.pdf"_s);
    QVERIFY(writePdf(textJob(u"前の版"_s), path).ok());
    const QByteArray before = contentOf(path);
    const auto stopped = writePdf(textJob(u"次の版"_s, 5), path, [](int done, int count) { return done < count / 2; });
    QVERIFY(!stopped.ok());
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QCOMPARE(contentOf(path), before);
    QCOMPARE(QDir(m_folder.path()).entryList({u"old*"_s}, QDir::Files), QStringList{u"old.pdf"_s});
}

void TestPages::aMissingFolderIsToldInJapanese()
{
    const auto failed = writePdf(textJob(u"文"_s), m_folder.filePath(u"none/out.pdf"_s));
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().kind, ErrorKind::NotFound);
    QVERIFY(failed.error().what.contains(u"フォルダー"_s));
}

void TestPages::anEmptyJobIsRefused()
{
    QVERIFY(!writePdf(textJob(u"文"_s, 0), m_folder.filePath(u"empty.pdf"_s)).ok());
    QVERIFY(!QFile::exists(m_folder.filePath(u"empty.pdf"_s)));
}

void TestPages::bookmarksFormATree()
{
    PrintJob job = textJob(u"文"_s, 4);
    job.bookmarks = {{u"章"_s, 0, 0}, {u"節"_s, 1, 1}, {u"項"_s, 1, 2}, {u"次の節"_s, 2, 1}, {u"次の章"_s, 3, 0}};
    const QString path = m_folder.filePath(u"tree.pdf"_s);
    QVERIFY(writePdf(job, path).ok());
    int exitCode = -1;
    probe::outputOf(u"qpdf"_s, {u"--check"_s, path}, &exitCode);
    QCOMPARE(exitCode, 0);
    const auto json = QJsonDocument::fromJson(probe::outputOf(u"qpdf"_s, {u"--json=2"_s, u"--json-key=outlines"_s, path})).object();
    const QJsonArray top = json[u"outlines"_s].toArray();
    QCOMPARE(top.size(), 2);
    QCOMPARE(top[0].toObject()[u"title"_s].toString(), u"章"_s);
    const QJsonArray sections = top[0].toObject()[u"kids"_s].toArray();
    QCOMPARE(sections.size(), 2);
    QCOMPARE(sections[0].toObject()[u"kids"_s].toArray()[0].toObject()[u"title"_s].toString(), u"項"_s);
    QCOMPARE(sections[1].toObject()[u"destpageposfrom1"_s].toInt(), 3);
}

void TestPages::onePageIsOnePicture()
{
    const auto written = writePictures(textJob(u"一頁"_s), m_folder.filePath(u"one.png"_s));
    QVERIFY(written.ok());
    QCOMPARE(*written, QStringList{m_folder.filePath(u"one.png"_s)});
    const QImage image(written->first());
    QCOMPARE(image.size(), (QSizeF(210, 297) / 25.4 * pictureDpi).toSize());
}

void TestPages::severalPagesAreNumberedPictures()
{
    const auto written = writePictures(textJob(u"十二頁"_s, 12), m_folder.filePath(u"many.svg"_s));
    QVERIFY(written.ok());
    QCOMPARE(written->size(), 12);
    QCOMPARE(QFileInfo(written->first()).fileName(), u"many-01.svg"_s);
    QCOMPARE(QFileInfo(written->last()).fileName(), u"many-12.svg"_s);
}

void TestPages::picturesAreVectorsInSvg()
{
    const QString path = m_folder.filePath(u"text.svg"_s);
    QVERIFY(writePictures(textJob(u"文字のまま"_s), path).ok());
    const QString svg = QString::fromUtf8(contentOf(path));
    QVERIFY(svg.contains(u"width=\"210."_s) && svg.contains(u"height=\"297"_s));
    static const QRegularExpression tags(u"<[^>]*>"_s);
    QVERIFY(probe::withoutSpaces(QString(svg).remove(tags)).contains(u"文字のまま"_s));
}

void TestPages::charactersBeyondTheFontAreListed()
{
    const auto missing = charactersWithoutGlyph(textJob(u"𠮷野家と出雲"_s, 2));
    QCOMPARE(missing.size(), 2);
    QCOMPARE(missing[0].character, u"𠮷"_s);
    QCOMPARE(missing[1].page, 1);
    QVERIFY(missingGlyphsMessage(missing).contains(u"「𠮷」（U+20BB7、1頁"_s));
}

void TestPages::theRoadmapListsThemWhereverTheyStand()
{
    const Plan sample = samplePlan();
    RoadmapPageOptions options;
    options.grouping = Grouping::offered(sample).first();
    QVERIFY(charactersWithoutGlyph(roadmapJob(sample, options)).isEmpty());
    const auto isListed = [&]<auto Member>(RowId row)
    {
        Plan plan = sample;
        const TableId table = tableOf<typename fields::MemberOf<decltype(Member)>::Row>;
        return plan.table(table).set(row, fieldIndex<Member>(), u"𠮷"_s)
               && !charactersWithoutGlyph(roadmapJob(plan, options)).isEmpty();
    };
    const Measure *measure = sample.ordered<Measure>().first();
    const Initiative *initiative = sample.parts<&Initiative::measure>(measure->id).first();
    const Membership *membership = sample.parts<&Membership::measure>(measure->id).first();
    QVERIFY(isListed.template operator()<&PlanInfo::title>(sample.info().id.row));
    QVERIFY(isListed.template operator()<&Choice::label>(sample.choice(u"kind", measure->kind)->id.row));
    QVERIFY(isListed.template operator()<&Category::title>(membership->category.row));
    QVERIFY(isListed.template operator()<&Measure::short_title>(measure->id.row));
    QVERIFY(isListed.template operator()<&Initiative::title>(initiative->id.row));
    QVERIFY(isListed.template operator()<&Phase::label>(sample.parts<&Phase::initiative>(initiative->id).first()->id.row));
    QVERIFY(isListed.template operator()<&Milestone::label>(sample.rows<Milestone>().begin()->id.row));
    options.head.mark = u"𠮷"_s;
    QVERIFY(!charactersWithoutGlyph(roadmapJob(sample, options)).isEmpty());
}

void TestPages::theSampleHasAGlyphForEverything()
{
    const Plan plan = samplePlan();
    const auto missing = charactersWithoutGlyph(sheetsJob(plan, measuresWithSheets(plan)));
    QVERIFY2(missing.isEmpty(), qPrintable(missingGlyphsMessage(missing)));
    PaperOptions book;
    book.parts = bookParts(plan);
    const auto inBook = charactersWithoutGlyph(bookJob(plan, book));
    QVERIFY2(inBook.isEmpty(), qPrintable(missingGlyphsMessage(inBook)));
}

void TestPages::theListNamesEveryMeasureOnce()
{
    const Plan plan = samplePlan();
    const QString path = m_folder.filePath(u"list.pdf"_s);
    ListOptions options;
    options.head.documentNumber = u"資料22"_s;
    QVERIFY(writePdf(listJob(plan, {}, options), path).ok());
    const QStringList pages = probe::pageTexts(path);
    QString all;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        QVERIFY(pages[i].contains(u"番号施策名区分期間区分所管課"_s));
        QVERIFY(pages[i].endsWith(u"-%1-"_s.arg(i + 1)));
        all += pages[i];
    }
    QVERIFY(pages.first().startsWith(u"資料22"_s));
    for (const Measure *measure : plan.ordered<Measure>()) {
        const QString row = shownNumber(*measure, false) + measure->title + plan.choiceLabel(u"kind", measure->kind)
                            + plan.choiceLabel(u"horizon", measure->horizon);
        QCOMPARE(all.count(probe::withoutSpaces(row)), 1);
    }
    QCOMPARE(probe::overlaps(probe::words(path)), QStringList());
}

void TestPages::theGroupedListHasItsGroupsAsBookmarks()
{
    const Plan plan = samplePlan();
    const PrintJob job = listJob(plan, Grouping::fromText(u"aim"_s));
    const QString path = m_folder.filePath(u"grouped.pdf"_s);
    QVERIFY(writePdf(job, path).ok());
    const QStringList pages = probe::pageTexts(path);
    QVERIFY(job.bookmarks.size() >= 40);
    for (const Bookmark &bookmark : some(job.bookmarks))
        QVERIFY2(pages[bookmark.page].contains(probe::withoutSpaces(bookmark.title)), qPrintable(bookmark.title));
    QVERIFY(pages.join(QString()).contains(u"(13)AI（人工知能）による業務効率化"_s));
    int exitCode = -1;
    probe::outputOf(u"qpdf"_s, {u"--check"_s, path}, &exitCode);
    QCOMPARE(exitCode, 0);
}

void TestPages::theRoadmapIsAJobOfLandscapePages()
{
    const Plan plan = samplePlan();
    const QString path = m_folder.filePath(u"roadmap.pdf"_s);
    QVERIFY(writePdf(roadmapJob(plan, {}), path).ok());
    QVERIFY(probe::outputOf(u"pdfinfo"_s, {path}).contains("1190.55 x 841.89")
            || probe::outputOf(u"pdfinfo"_s, {path}).contains("A3"));
    const QString all = probe::pageTexts(path).join(QString());
    for (const Measure *measure : plan.ordered<Measure>())
        QVERIFY2(all.contains(probe::withoutSpaces(measure->shownTitle())) == isWorkedOut(plan, *measure),
                 qPrintable(measure->shownTitle()));
}

void TestPages::thePreviewShowsThePagesAndSavesThem()
{
    const Plan plan = samplePlan();
    const QList<Id<Measure>> measures = measuresWithSheets(plan).first(3);
    QString path = m_folder.filePath(u"saved.pdf"_s);
    QString suggested;
    PrintPreview preview(sheetsJob(plan, measures), [&](QWidget *, const QString &name, int) { return suggested = name, path; });
    preview.show();
    const QImage picture = preview.grab().toImage();
    const auto *pages = preview.findChild<PageStack *>();
    QCOMPARE(pages->currentPage(), 0);
    int dark = 0;
    for (int y = 0; y < picture.height(); y += 2) {
        for (int x = 0; x < picture.width(); x += 2)
            dark += picture.pixelColor(x, y).lightness() < 90;
    }
    QVERIFY2(dark > 500, qPrintable(QString::number(dark)));
    preview.save();
    QVERIFY(suggested.endsWith(u"個別施策票.pdf"_s));
    QCOMPARE(probe::pageTexts(path).size(), 3);
    // The same as pictures, one a page.
    for (const QString &kind : {u"png"_s, u"svg"_s}) {
        path = m_folder.filePath(u"saved."_s + kind);
        preview.save();
        for (int page = 1; page <= 3; ++page)
            QVERIFY(QFileInfo(m_folder.filePath(u"saved-0%1.%2"_s.arg(page).arg(kind))).size() > 10000);
    }
}

void TestPages::thePreviewTurnsPages()
{
    PrintPreview preview(textJob(u"頁"_s, 20), {});
    preview.show();
    auto *pages = preview.findChild<PageStack *>();
    QTest::keyClick(pages, Qt::Key_PageDown);
    QTest::keyClick(pages, Qt::Key_PageDown);
    QCOMPARE(pages->currentPage(), 2);
    QTest::keyClick(pages, Qt::Key_End);
    QCOMPARE(pages->currentPage(), 19);
    pages->setFit(PageStack::Fit::Width);
    QCOMPARE(pages->currentPage(), 19);
    QTest::keyClick(pages, Qt::Key_Home);
    QCOMPARE(pages->currentPage(), 0);
}

void TestPages::thePrinterGetsThePagesAskedFor()
{
    QPrinter printer(QPrinter::HighResolution);
    const QString path = m_folder.filePath(u"printed.pdf"_s);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    PrintJob job = textJob(u"紙の上"_s, 5);
    printer.setPageLayout(job.paper.pageLayout());
    printer.setFullPage(true);
    printer.setPrintRange(QPrinter::PageRange);
    printer.setFromTo(2, 4);
    QVERIFY(printPages(job, printer).ok());
    QCOMPARE(probe::pageTexts(path), (QStringList{u"紙の上"_s, u"紙の上"_s, u"紙の上"_s}));
    const auto words = probe::words(path);
    QVERIFY2(std::abs(words.first().box.left() - 30 / 25.4 * 72) < 1.5, qPrintable(QString::number(words.first().box.left())));
}

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
