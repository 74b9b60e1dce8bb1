// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about 施策一覧表 as an officer has arranged it: what it shows is what is printed, in that order, and nothing of it is
// cut.
#include "models/grid/grid_changes.h"
#include "models/grid/measure_list_shape.h"
#include "models/plan/series.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/warnings.h"
#include "views/pages/measure_list_paper.h"
#include "views/pages/paper_catalog.h"
#include "views/pages/pdf_writer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestMeasureListPaper : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static QList<Id<Measure>> all(const Plan &plan)
    {
        QList<Id<Measure>> list;
        for (const Measure *measure : plan.ordered<Measure>())
            list << measure->id;
        return list;
    }
    QString written(const PrintJob &job, const QString &name) const
    {
        const QString path = m_folder.filePath(name + u".pdf"_s);
        if (const auto done = writePdf(job, path); !done)
            qFatal("%s", qPrintable(done.error().message()));
        if (const QString folder = qEnvironmentVariable("SHISAKUCHO_PICTURES"); !folder.isEmpty())
            QFile::copy(path, folder + u'/' + name + u".pdf"_s);
        return path;
    }

private slots:
    void init() { failOnWarnings(); }

    void everySampleIsPrintedWithAllItsColumns_data()
    {
        QTest::addColumn<QString>("city");
        for (const char *city : {"izumo", "hatsukaichi", "katagami"})
            QTest::newRow(city) << QString::fromLatin1(city);
    }
    void everySampleIsPrintedWithAllItsColumns()
    {
        QFETCH(const QString, city);
        const Plan plan = samplePlan(city);
        QStringList columns;
        for (const ListedColumn &listed : listedColumns(plan))
            columns << listed.key;
        for (const bool usual : {true, false}) {
            const ArrangedList list{usual ? shownColumns(plan, {}) : columns, all(plan)};
            const PrintJob job = measureListJob(plan, list, {});
            const QString path = written(job, u"list-%1-%2"_s.arg(city, usual ? u"usual"_s : u"all"_s));
            const QStringList pages = probe::pageTexts(path);
            QString text;
            for (const QString &page : pages) {
                QVERIFY2(page.contains(u"番号"_s), qPrintable(page.left(80))); // the head stands on every page
                text += page;
            }
            QCOMPARE(probe::overlaps(probe::words(path)), QStringList());
            const GridShape shape = measureListShape(plan, list.columns);
            for (const Id<Measure> measure : list.measures) {
                const QString title = probe::withoutSpaces(plan.find(measure)->title);
                QVERIFY2(text.contains(title) || !usual, qPrintable(title));
            }
        }
    }

    void theOrderAndTheChoiceArePrinted()
    {
        const Plan plan = samplePlan();
        QList<Id<Measure>> measures = all(plan).mid(4, 5);
        std::reverse(measures.begin(), measures.end());
        PaperOptions options;
        options.columns = {u"number"_s, u"title"_s, u"lead"_s};
        options.measures = measures;
        const auto job = makePaper(Paper::List, plan, options);
        QVERIFY(job);
        const QString text = probe::pageTexts(written(*job, u"chosen"_s)).join(QString());
        qsizetype before = -1;
        for (const Id<Measure> measure : std::as_const(measures)) {
            const auto place = text.indexOf(probe::withoutSpaces(plan.find(measure)->title));
            QVERIFY(place > before);
            before = place;
        }
        QVERIFY2(text.contains(u"番号施策名所管課"_s), qPrintable(text.left(120)));
        QVERIFY2(text.contains(u"5施策（全"_s), qPrintable(text.left(120)));
        QVERIFY(!text.contains(probe::withoutSpaces(plan.ordered<Measure>().first()->title)));
    }

    void itIsOfferedAcrossInBothSizesAndInItsUsualForm()
    {
        const Plan plan = samplePlan();
        PaperOptions options;
        options.columns = shownColumns(plan, {});
        options.measures = all(plan);
        const PaperEntry &paper = paperEntry(Paper::List);
        const QList<PaperWay> ways = paper.ways(plan, options);
        QCOMPARE(ways.size(), 3);
        const auto first = makePaper(Paper::List, plan, ways.first().options);
        QVERIFY(first);
        QCOMPARE(first->paper.orientation, QPageLayout::Landscape);
        QCOMPARE(first->paper.size, sizeFor(plan, {options.columns, *options.measures}));
        const auto usual = makePaper(Paper::List, plan, ways.last().options);
        QVERIFY(usual);
        QCOMPARE(usual->paper.orientation, QPageLayout::Portrait);
        QVERIFY(paper.ways(plan, {}).isEmpty()); // the command line and the book know nothing of it
        QCOMPARE(sizeFor(plan, {{u"kind"_s, u"lead"_s}, all(plan)}), QPageSize::A4);
    }

    void aTextLongerThanAPageGoesOnOnTheNext()
    {
        Plan plan = samplePlan();
        const Measure *first = plan.ordered<Measure>().first();
        QStringList columns;
        for (const ListedColumn &listed : listedColumns(plan)) {
            if (listed.key.startsWith(u"text:"_s) && columns.isEmpty())
                columns << listed.key;
        }
        QVERIFY(!columns.isEmpty());
        QStringList lines;
        for (int i = 1; i <= 150; ++i)
            lines << u"第%1行"_s.arg(i);
        const GridShape shape = measureListShape(plan, columns);
        const auto change = typedInto(plan, shape, {{first->id.row}, 2}, lines.join(u'\n'), randomIds());
        QVERIFY(change && applyTo(plan, *change));
        const PrintJob job = measureListJob(plan, {columns, {first->id}}, {});
        QVERIFY(job.pageCount > 1);
        const QString text = probe::pageTexts(written(job, u"long"_s)).join(QString());
        for (const QString &line : std::as_const(lines))
            QVERIFY2(text.contains(line), qPrintable(line));
    }
};

QTEST_MAIN(TestMeasureListPaper)
#include "tst_measure_list_paper.moc"
