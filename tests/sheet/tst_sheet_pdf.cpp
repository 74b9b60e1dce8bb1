// SPDX-License-Identifier: GPL-3.0-or-later
// Every sheet of the Izumo plan as PDF, read back with pdftotext and qpdf: nothing is lost, changed or printed on top of
// something else.
#include "models/plan/category_wording.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"
#include "views/pages/jobs.h"
#include "views/pages/pdf_writer.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestSheetPdf : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void qpdfFindsNoFault();
    void everyMeasureBeginsAPage();
    void pagesSayExactlyWhatThePlanSays();
    void wordsDoNotOverlap();
    void nothingLeavesThePaper();
    void officeNamesStayInOneLine();
    void partiesAreNamedAsTheDocumentNamesThem();
    void readersFindTitleLanguageLabelsAndBookmarks();
    void allSheetsAreSmall();
    void aTermIsNotTakenForTheSheetsOwnNote();

private:
    QStringList printedTexts(const Measure &measure) const;
    QStringList officeNames(const Measure &measure, QStringView role) const;
    QString shown(const Measure &measure, QString text, QStringList *marks) const;

    Plan m_plan;
    QList<const Measure *> m_measures;
    QTemporaryDir m_folder;
    QString m_pdf;
    PrintJob m_job;
    QStringList m_pages;
};

void TestSheetPdf::initTestCase()
{
    m_plan = samplePlan();
    m_measures = m_plan.ordered<Measure>();
    m_measures.removeIf([this](const Measure *measure) { return !isWorkedOut(m_plan, *measure); });
    m_pdf = m_folder.filePath(u"sheets.pdf"_s);
    SheetOptions options;
    options.firstPage = 31;
    m_job = sheetsJob(m_plan, measuresWithSheets(m_plan), options);
    const auto written = writePdf(m_job, m_pdf);
    QVERIFY2(written.ok(), qPrintable(written.ok() ? QString() : written.error().message()));
    m_pages = probe::pageTexts(m_pdf);
}

void TestSheetPdf::qpdfFindsNoFault()
{
    int exitCode = -1;
    probe::outputOf(u"qpdf"_s, {u"--check"_s, m_pdf}, &exitCode);
    QCOMPARE(exitCode, 0);
}

void TestSheetPdf::everyMeasureBeginsAPage()
{
    QCOMPARE(m_pages.size(), m_job.pageCount);
    QCOMPARE(m_job.bookmarks.size(), m_measures.size());
    for (qsizetype i = 0; i < m_measures.size(); ++i) {
        const QString head = probe::withoutSpaces(m_plan.info().title + m_measures[i]->number + m_measures[i]->title);
        QVERIFY2(m_pages[m_job.bookmarks[i].page].startsWith(head), qPrintable(head));
    }
}

/// The text with ※n for anchors; notes are numbered in the order in which they are first named.
QString TestSheetPdf::shown(const Measure &measure, QString text, QStringList *marks) const
{
    QStringList known;
    for (const Footnote *note : m_plan.parts<&Footnote::owner>(measure.id))
        known << note->mark;
    for (qsizetype at = text.indexOf(u"［※"_s); at >= 0; at = text.indexOf(u"［※"_s, at + 1)) {
        const qsizetype end = text.indexOf(u'］', at);
        const QString mark = text.mid(at + 2, end - at - 2);
        if (!known.contains(mark))
            continue;
        if (!marks->contains(mark))
            *marks << mark;
        text.replace(at, end - at + 1, u"※%1"_s.arg(marks->indexOf(mark) + 1));
    }
    return text;
}

QStringList TestSheetPdf::officeNames(const Measure &measure, QStringView role) const
{
    QStringList names;
    for (const Responsibility *row : m_plan.parts<&Responsibility::measure>(measure.id)) {
        const Department *office = m_plan.find(row->department);
        if (row->role == role)
            names << (!row->printed.isEmpty() ? row->printed : office ? office->name : row->actor);
    }
    return names;
}

QStringList TestSheetPdf::printedTexts(const Measure &measure) const
{
    QStringList texts{measure.title};
    QStringList marks;
    for (const Block *block : m_plan.ordered<Block>()) {
        for (const MeasureText *text : m_plan.parts<&MeasureText::measure>(measure.id)) {
            if (text->block == block->id)
                texts << shown(measure, text->text, &marks);
        }
    }
    for (const Footnote *note : m_plan.parts<&Footnote::owner>(measure.id))
        texts << note->text;
    for (const Membership *row : m_plan.parts<&Membership::measure>(measure.id)) {
        const Category *category = m_plan.find(row->category);
        const QString key = m_plan.find(category->classification)->key;
        if (key == u"aim") {
            texts << (category->text.isEmpty() ? wordingOn(measure, *category) : category->text);
            if (measure.number == u"6")
                texts.last().replace(u"パーソナライズ"_s, u"パーソナライズ※1"_s); // the document has the mark in the aim
        } else {
            for (; category; category = m_plan.find(category->parent))
                texts << category->code + wordingOn(measure, *category);
        }
    }
    for (const Responsibility *row : m_plan.parts<&Responsibility::measure>(measure.id))
        texts << row->topic;
    texts << officeNames(measure, u"lead") << officeNames(measure, u"related");
    for (const Initiative *initiative : m_plan.parts<&Initiative::measure>(measure.id)) {
        texts << initiative->title << initiative->remark;
        for (const Phase *phase : m_plan.parts<&Phase::initiative>(initiative->id))
            texts << phase->label;
        for (const Milestone *milestone : m_plan.parts<&Milestone::initiative>(initiative->id))
            texts << milestone->label;
    }
    texts.removeAll(QString());
    return texts;
}

void TestSheetPdf::pagesSayExactlyWhatThePlanSays()
{
    // What the form itself says, and signs between the plan's texts.
    QStringList form{u"（つづき）"_s, u"時期は推定を含む"_s, u"終期の記載なし"_s, u"年度の記載なし"_s, u"（年度の記載なし）"_s};
    for (const QString &text : {m_plan.info().title, u"～令和2年度令和3年度令和4年度令和5年度令和6年度令和7年度令和8年度～"_s})
        form << text;
    for (const Block *block : m_plan.ordered<Block>())
        form << block->label << block->group_label;
    for (const Choice *kind : m_plan.choices(u"kind"))
        form << kind->label;
    for (const Classification &row : m_plan.rows<Classification>())
        form << row.title << row.levels.split(u'/');
    for (QString &text : form)
        text = probe::withoutSpaces(text);
    form.removeAll(QString());
    static const QRegularExpression signs(u"[●▲△◆★、・＝－※\\-\\d]"_s);

    for (qsizetype i = 0; i < m_measures.size(); ++i) {
        const int end = i + 1 < m_measures.size() ? m_job.bookmarks[i + 1].page : m_job.pageCount;
        QString rest = m_pages.mid(m_job.bookmarks[i].page, end - m_job.bookmarks[i].page).join(QString());
        QStringList texts = printedTexts(*m_measures[i]);
        for (QString &text : texts) {
            text = probe::withoutSpaces(text).replace(u'₂', u'2'); // drawn as a digit that is small and lowered
            QVERIFY2(rest.contains(text), qPrintable(u"施策%1: %2\nin %3"_s.arg(m_measures[i]->number, text, rest)));
        }
        // And nothing else: when all of it is taken away, only the form is left.
        texts += form;
        std::sort(texts.begin(), texts.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
        for (const QString &text : texts)
            rest.replace(text, u"|"_s);
        rest.remove(signs).remove(u'|');
        QVERIFY2(rest.isEmpty(), qPrintable(u"施策%1: %2"_s.arg(m_measures[i]->number, rest)));
    }
}

void TestSheetPdf::wordsDoNotOverlap()
{
    const QStringList found = probe::overlaps(probe::words(m_pdf));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestSheetPdf::nothingLeavesThePaper()
{
    const QRectF printable = QRectF(0, 0, 595, 842).adjusted(25 / 25.4 * 72 - 1, 14, -15 / 25.4 * 72 + 1, -14);
    for (const probe::Word &word : some(probe::words(m_pdf)))
        QVERIFY2(printable.contains(word.box), qPrintable(word.text));
}

void TestSheetPdf::officeNamesStayInOneLine()
{
    const QString lines = QString::fromUtf8(probe::outputOf(u"pdftotext"_s, {u"-raw"_s, m_pdf, u"-"_s}));
    for (const Measure *measure : some(m_measures)) {
        for (const QString &name : officeNames(*measure, u"lead") + officeNames(*measure, u"related"))
            QVERIFY2(lines.contains(name), qPrintable(name));
    }
}

void TestSheetPdf::partiesAreNamedAsTheDocumentNamesThem()
{
    const auto page = [this](const QString &number) {
        const auto at = std::find_if(m_measures.begin(), m_measures.end(),
                                     [&](const Measure *measure) { return measure->number == number; });
        return m_pages[m_job.bookmarks[at - m_measures.begin()].page];
    };
    for (const QString &party : {u"庁内関係課、"_s, u"警察（免許証）、"_s, u"民間事業者（電気、ガス、金融機関等）"_s})
        QVERIFY2(page(u"11"_s).contains(party), qPrintable(party));
    QVERIFY(!page(u"11"_s).contains(u"免許証＝"_s));
    QCOMPARE(page(u"57"_s).count(u"全庁及び全市"_s), 1);
    QVERIFY(page(u"13"_s).contains(u"AI-総合案内＝広報課・情報政策課"_s));
}

void TestSheetPdf::readersFindTitleLanguageLabelsAndBookmarks()
{
    const QJsonObject all = probe::objects(m_pdf);
    const QJsonObject trailer = all[u"trailer"_s].toObject()[u"value"_s].toObject();
    const QJsonObject root = probe::object(all, trailer[u"/Root"_s].toString());
    QCOMPARE(root[u"/Lang"_s].toString(), u"u:ja"_s);
    QCOMPARE(root[u"/ViewerPreferences"_s].toObject()[u"/DisplayDocTitle"_s].toBool(), true);
    const QJsonArray labels = root[u"/PageLabels"_s].toObject()[u"/Nums"_s].toArray();
    QCOMPARE(labels.at(1).toObject()[u"/St"_s].toInt(), 31);
    const QJsonObject info = probe::object(all, trailer[u"/Info"_s].toString());
    QCOMPARE(info[u"/Title"_s].toString(), u"u:"_s + m_plan.info().title + u" 個別施策票"_s);

    QJsonObject item = probe::object(all, probe::object(all, root[u"/Outlines"_s].toString())[u"/First"_s].toString());
    for (const Measure *measure : m_measures) {
        QCOMPARE(item[u"/Title"_s].toString(), u"u:%1　%2"_s.arg(measure->number, measure->title));
        item = probe::object(all, item[u"/Next"_s].toString());
    }
    QVERIFY(item.isEmpty());
    QVERIFY(m_pages.first().endsWith(u"-31-"_s));
}

void TestSheetPdf::allSheetsAreSmall()
{
    QVERIFY2(QFileInfo(m_pdf).size() <= 600'000, qPrintable(QString::number(QFileInfo(m_pdf).size())));
}

void TestSheetPdf::aTermIsNotTakenForTheSheetsOwnNote()
{
    Plan plan = m_plan;
    const QString word = plan.ordered<GlossaryTerm>().first()->word;
    ChangeBuilder change(u"本文"_s);
    QList<Id<Measure>> measures; // one with notes of its own, one without
    for (const bool noted : {true, false}) {
        const auto measure = std::find_if(m_measures.begin(), m_measures.end(), [&](const Measure *candidate) {
            return noted != m_plan.parts<&Footnote::owner>(candidate->id).isEmpty()
                   && !m_plan.parts<&MeasureText::measure>(candidate->id).isEmpty();
        });
        measures << (*measure)->id;
        const MeasureText *text = m_plan.parts<&MeasureText::measure>((*measure)->id).first();
        change.set<&MeasureText::text>(text->id, text->text + u"また、%1［※%2］も"_s.arg(word).arg(noted ? 9 : 1));
    }
    const ChangeSet words = std::move(change).build();
    QVERIFY(applyTo(plan, words));
    const QString path = m_folder.filePath(u"term.pdf"_s);
    QVERIFY(writePdf(sheetsJob(plan, measures, {}), path));
    const QStringList pages = probe::pageTexts(path);
    QCOMPARE(pages.size(), 2);
    QVERIFY2(pages[0].contains(word + u"※用語9も"_s), qPrintable(pages[0]));
    QVERIFY2(pages[1].contains(word + u"※1も"_s), qPrintable(pages[1])); // nothing else is called ※1 there
}

QTEST_MAIN(TestSheetPdf)
#include "tst_sheet_pdf.moc"
