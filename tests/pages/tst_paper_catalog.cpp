// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the catalogue of papers: every paper of every sample has pages, or says what it lacks and what to do.
#include "models/edit/empty_plan.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "views/pages/paper_catalog.h"
#include "views/pages/pdf_writer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// The samples, a plan without content, and no plan at all.
QStringList plans()
{
    const QDir data(QStringLiteral(SOURCE_DIR "/data"));
    QStringList names{u"empty"_s, u"nothing"_s};
    for (const QString &folder : data.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (data.exists(folder + u"/plan.csv"_s)) // a folder of sheet templates is none
            names << folder;
    }
    return names;
}

Plan planNamed(const QString &name)
{
    if (name != u"empty" && name != u"nothing")
        return samplePlan(name);
    Plan plan;
    if (name == u"empty" && !applyTo(plan, emptyPlan(2026, randomIds())))
        qFatal("the empty plan cannot be made");
    return plan;
}
} // namespace

class TestPaperCatalog : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_shown; ///< What the last paper printed, without white space.

    /// Prints a paper, and takes its text; false if it lacks something.
    bool prints(Paper paper, const Plan &plan, const PaperOptions &options)
    {
        const QString path = m_folder.filePath(u"紙.pdf"_s);
        const auto job = makePaper(paper, plan, options);
        m_shown = job && writePdf(*job, path) ? probe::pageTexts(path).join(QString()) : QString();
        return !m_shown.isEmpty();
    }

private slots:
    void init() { failOnWarnings(); }

    void everyPaperStandsInItOnce()
    {
        QSet<QString> keys;
        QSet<Paper> papers;
        for (const PaperEntry &entry : allPapers()) {
            keys << QString::fromLatin1(entry.key);
            papers << entry.paper;
            QVERIFY(entry.alone || entry.inBook);
            QVERIFY((entry.remedy != nullptr) == (entry.holds != nullptr)); // what can be missing has a remedy
            QCOMPARE(&paperEntry(entry.paper), &entry);
            QCOMPARE(paperByKey(QString::fromLatin1(entry.key)), &entry);
        }
        QCOMPARE(keys.size(), static_cast<qsizetype>(allPapers().size()));
        QCOMPARE(papers.size(), static_cast<qsizetype>(Paper::Book) + 1);
        QVERIFY(!paperByKey(u"poem"_s));
    }

    void aPaperHasPagesOrSaysWhatItLacks_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : plans())
            QTest::newRow(qPrintable(name)) << name;
    }
    void aPaperHasPagesOrSaysWhatItLacks()
    {
        QFETCH(QString, name);
        const Plan plan = planNamed(name);
        int made = 0;
        for (const PaperEntry &entry : allPapers()) {
            const auto missing = entry.lacks(plan);
            const auto job = makePaper(entry.paper, plan);
            QCOMPARE(job.ok(), !missing);
            if (missing) {
                QVERIFY2(missing->what.contains(entry.shownTitle()) && missing->what.endsWith(u'。'), entry.key);
                QVERIFY2(missing->remedy.endsWith(u"ください。"_s), entry.key);
                QCOMPARE(job.error().message(), missing->message());
                continue;
            }
            ++made;
            QVERIFY2(job->pageCount > 0, entry.key);
            QVERIFY2(entry.sizes.isEmpty() || job->paperOf(0).size == entry.sizes.first(), entry.key);
        }
        QVERIFY(made > 3); // cover, contents, colophon; guide, budget, book

        QList<Paper> parts;
        for (const PaperEntry &entry : allPapers()) {
            if (entry.inBook && !entry.lacks(plan))
                parts << entry.paper;
        }
        QCOMPARE(bookParts(plan), parts);
    }

    void whatAPaperHonoursIsSeenOnIt_data()
    {
        QTest::addColumn<Paper>("paper");
        for (const PaperEntry &entry : allPapers()) {
            if (entry.alone)
                QTest::newRow(entry.key) << entry.paper;
        }
    }
    void whatAPaperHonoursIsSeenOnIt()
    {
        QFETCH(Paper, paper);
        const PaperEntry &entry = paperEntry(paper);
        const Plan plan = samplePlan();
        QVERIFY(prints(paper, plan, {}));
        const QString usual = m_shown;

        const auto shows = [&](PaperOption option, const PaperOptions &options, const QString &word) {
            if (!prints(paper, plan, options))
                return false;
            // What is not honoured is refused before it comes so far, see the command line; a paper may print it all the same.
            return !entry.honours.testFlag(option) || (word.isEmpty() ? m_shown != usual : m_shown.contains(word));
        };
        PaperOptions options;
        options.head.mark = u"素案"_s;
        QVERIFY(shows(PaperOption::Mark, options, u"素案"_s));
        options = {};
        options.head.documentNumber = u"資料77"_s;
        QVERIFY(shows(PaperOption::Number, options, u"資料77"_s));
        options = {};
        options.head.date = u"令和7年1月9日"_s;
        QVERIFY(shows(PaperOption::Date, options, options.head.date));
        options = {};
        options.head.meeting = u"第9回推進会議"_s;
        QVERIFY(shows(PaperOption::Meeting, options, options.head.meeting));
        options = {};
        options.firstPage = 41;
        QVERIFY(shows(PaperOption::FirstPage, options, u"-41-"_s));
        options = {};
        options.measures = QList{plan.ordered<Measure>().at(12)->id};
        QVERIFY(shows(PaperOption::Measures, options, {}));
        options = {};
        options.grouping = Grouping::fromText(u"field"_s);
        QVERIFY(shows(PaperOption::Grouping, options, {}));
        QVERIFY(shows(PaperOption::Classification, options, {}));
        options = {};
        options.onePage = true;
        options.detail = RoadmapDetail::Measures;
        QVERIFY(shows(PaperOption::OnePage, options, {}));
        options = {};
        options.parts = {Paper::Bodies};
        QVERIFY(shows(PaperOption::Parts, options, {}));
        options = {};
        options.notesThroughPlan = true;
        QVERIFY(shows(PaperOption::NotesThrough, options, {}));
        for (const QPageSize::PageSizeId size : entry.sizes) {
            options = {};
            options.size = size;
            const auto job = makePaper(paper, plan, options);
            QVERIFY(job && job->paperOf(0).size == size);
        }
    }

    void everyWayIsAPaperOfItsOwn_data()
    {
        QTest::addColumn<Paper>("paper");
        for (const PaperEntry &entry : allPapers()) {
            if (entry.ways)
                QTest::newRow(entry.key) << entry.paper;
        }
    }
    void everyWayIsAPaperOfItsOwn()
    {
        QFETCH(Paper, paper);
        const Plan plan = samplePlan();
        PaperOptions options;
        options.columns = {u"number"_s, u"title"_s}; // of the list, which has one way where nobody has arranged it
        const QList<PaperWay> ways = paperEntry(paper).ways(plan, options);
        QVERIFY(ways.size() > 1);
        QSet<QString> labels;
        for (const PaperWay &way : ways) {
            const auto job = makePaper(paper, plan, way.options);
            QVERIFY(job && job->pageCount > 0);
            QVERIFY2(way.options.about.isEmpty() || job->title.endsWith(way.options.about), qPrintable(job->title));
            labels << way.label;
        }
        QCOMPARE(labels.size(), ways.size());
    }

    void aTextTooLongForAnyPaperIsNamed()
    {
        Plan plan = samplePlan();
        const Measure *measure = plan.ordered<Measure>().first();
        QVERIFY(plan.table(TableId::Measure).set(measure->id.row, fieldIndex<&Measure::title>(), QString(2000, u'長')));
        for (const PaperEntry &entry : allPapers()) {
            const auto job = makePaper(entry.paper, plan);
            QVERIFY(!job && job.error().kind == ErrorKind::Invalid);
            QVERIFY2(job.error().what.contains(u"長すぎて"_s), qPrintable(job.error().what));
        }
    }

    void aPaperSpeaksOfTheDayInItsHead()
    {
        const QDate today(2026, 4, 1);
        PaperHead head;
        QCOMPARE(dayOfPaper(head, today), PlanTime::day(2026, 4, 1));
        head.date = u"令和6年11月1日"_s;
        QCOMPARE(dayOfPaper(head, today), PlanTime::day(2024, 11, 1));
        head.date = u"近日"_s;
        QCOMPARE(dayOfPaper(head, today), PlanTime::day(2026, 4, 1));
    }
};

QTEST_MAIN(TestPaperCatalog)
#include "tst_paper_catalog.moc"
