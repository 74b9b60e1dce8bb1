// SPDX-License-Identifier: GPL-3.0-or-later
// After a reorganisation (機構改革) papers name the new offices; papers of earlier rounds of the survey keep the old ones.
#include "models/change/prepare.h"
#include "models/cycle/reorganisation.h"
#include "models/order/measure_search.h"
#include "models/plan/tenure.h"
#include "models/scene/filter_set.h"
#include "models/survey/survey_items.h"
#include "pdf_probe.h"
#include "tests/support/warnings.h"
#include "views/pages/paper_catalog.h"
#include "views/pages/pdf_writer.h"
#include "views/pages/progress_paper.h"

#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
const auto reformDay = PlanTime::day(2025, 4, 1);
}

/// A plan of four measures: 1 and 2 led by 情報政策課, 3 by 観光課, 4 by 商工振興課; a survey round before the reform and one
/// after.
class TestReorganised : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    IdSource m_ids = randomIds();
    Plan m_plan;
    QHash<QString, Id<Department>> m_offices;
    QList<Id<Measure>> m_measures;
    Id<Survey> m_before;
    Id<Survey> m_after;

    bool apply(const ChangeSet &change)
    {
        const auto prepared = prepare(m_plan, change);
        return prepared && applyTo(m_plan, *prepared);
    }
    template <typename T>
    Id<T> add(ChangeBuilder &change, T row, const QString &position)
    {
        row.id = Id<T>(m_ids());
        row.position = position;
        change.insert(row);
        return row.id;
    }
    Id<Survey> addRound(ChangeBuilder &change, const PlanTime &at, const QString &position)
    {
        Survey survey;
        survey.title = at.toJapanese() + u"の調査"_s;
        survey.as_of = at;
        const Id<Survey> id = add(change, survey, position);
        int n = 0;
        for (const Id<Measure> measure : std::as_const(m_measures)) {
            SurveyItem item;
            item.survey = id;
            item.measure = measure;
            const auto asked = add(change, item, u"V%1"_s.arg(++n));
            Answer answer;
            answer.survey_item = asked;
            answer.status = u"遅延"_s;
            answer.reason = u"1"_s;
            add(change, answer, u"V"_s);
        }
        return id;
    }
    void reorganise(const QList<OfficeMove> &moves, const QHash<Id<Measure>, qsizetype> &measures = {})
    {
        QVERIFY(apply(shisaku::reorganise(m_plan, {reformDay, moves, measures}, m_ids)));
    }
    QString printed(const PrintJob &job)
    {
        const QString path = m_folder.filePath(u"paper.pdf"_s);
        const auto written = writePdf(job, path);
        return written ? probe::pageTexts(path).join(QString()) : written.error().message();
    }
    /// A paper on a day; an unknown one is today.
    QString made(Paper paper, const PlanTime &day, PaperOptions options = {})
    {
        options.day = day;
        options.grouping = Grouping{Grouping::By::LeadDepartment, {}};
        const auto job = makePaper(paper, m_plan, options);
        return job ? printed(*job) : job.error().message();
    }
    QString sheet(int measure, const PlanTime &day = {})
    {
        PaperOptions options;
        options.measures = QList{m_measures[measure - 1]};
        return made(Paper::Sheets, day, options);
    }
    QString list() { return made(Paper::List, {}); }
    QString progress(Id<Survey> survey) { return printed(progressJob(m_plan, survey, {})); }
    /// 「情報政策課:1,2」 for each group by office.
    QStringList groups(const PlanTime &at = {}) const
    {
        QStringList texts;
        for (const GroupNode &group : buildTree(m_plan, {Grouping::By::LeadDepartment, {}}, {}, at).children) {
            QStringList numbers;
            for (const GroupNode &child : group.children)
                numbers << m_plan.find(child.measure)->number;
            texts << group.label + u':' + numbers.join(u',');
        }
        return texts;
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_plan = Plan();
        m_measures.clear();
        m_offices.clear();
        ChangeBuilder change(u"計画"_s);
        PlanInfo info;
        info.title = u"試験計画"_s;
        add(change, info, u"V"_s);
        Choice status;
        status.list = u"status"_s;
        status.key = status.label = u"順調"_s;
        add(change, status, u"V"_s);
        status.key = status.label = u"遅延"_s;
        add(change, status, u"W"_s);
        Choice reason;
        reason.list = u"reason"_s;
        reason.key = u"1"_s;
        reason.label = u"体制の不足"_s;
        add(change, reason, u"V"_s);
        Block block;
        block.kind = u"title"_s;
        add(change, block, u"A"_s);
        block.kind = u"lead"_s;
        block.label = u"所管課"_s;
        add(change, block, u"B"_s);
        const QStringList names{u"情報政策課"_s, u"観光課"_s, u"商工振興課"_s};
        for (qsizetype i = 0; i < names.size(); ++i) {
            Department office;
            office.name = names[i];
            m_offices.insert(names[i], add(change, office, u"V%1"_s.arg(i + 1)));
        }
        const QStringList leads{names[0], names[0], names[1], names[2]};
        for (qsizetype i = 0; i < leads.size(); ++i) {
            Measure measure;
            measure.number = QString::number(i + 1);
            measure.title = u"施策その%1"_s.arg(i + 1);
            m_measures << add(change, measure, u"V%1"_s.arg(i + 1));
            Responsibility lead;
            lead.measure = m_measures.last();
            lead.department = m_offices.value(leads[i]);
            lead.role = u"lead"_s;
            add(change, lead, u"V"_s);
        }
        m_before = addRound(change, PlanTime::day(2025, 3, 31), u"V"_s);
        m_after = addRound(change, PlanTime::day(2025, 4, 1), u"W"_s);
        QVERIFY(apply(std::move(change).build()));
        QCOMPARE(groups(), (QStringList{u"情報政策課:1,2"_s, u"観光課:3"_s, u"商工振興課:4"_s}));
    }

    void aRenamedOfficeHasItsNewNameEverywhereButInTheEarlierRound()
    {
        reorganise({{m_offices.value(u"情報政策課"_s), u"デジタル推進課"_s, u"でじたるすいしんか"_s}});
        QCOMPARE(groups(), (QStringList{u"デジタル推進課:1,2"_s, u"観光課:3"_s, u"商工振興課:4"_s}));
        for (const QString &paper : {sheet(1), list(), progress(m_after)}) {
            QVERIFY2(paper.contains(u"デジタル推進課"_s), qPrintable(paper));
            QVERIFY2(!paper.contains(u"情報政策課"_s), qPrintable(paper));
        }
        const QString earlier = progress(m_before);
        QVERIFY2(earlier.contains(u"情報政策課"_s) && !earlier.contains(u"デジタル推進課"_s), qPrintable(earlier));

        const auto found = [this](const QString &words) {
            MeasureSearch search;
            const MeasureFilter matches = search.filter(m_plan, words);
            return std::count_if(m_measures.begin(), m_measures.end(), [&](Id<Measure> id) { return matches(*m_plan.find(id)); });
        };
        QCOMPARE(found(u"でじたるすいしんか"_s), 2);
        QCOMPARE(found(u"情報政策課"_s), 0);
    }

    void aReorganisationAheadShowsOnItsDay()
    {
        const PlanTime ahead = PlanTime::day(2099, 4, 1);
        const auto old = m_offices.value(u"情報政策課"_s);
        QVERIFY(apply(shisaku::reorganise(m_plan, {ahead, {{old, u"未来課"_s, u"みらいか"_s}}, {}}, m_ids)));
        QCOMPARE(groups(), (QStringList{u"情報政策課:1,2"_s, u"観光課:3"_s, u"商工振興課:4"_s}));
        QVERIFY(sheet(1).contains(u"情報政策課"_s) && !sheet(1).contains(u"未来課"_s));
        QCOMPARE(groups(ahead), (QStringList{u"未来課:1,2"_s, u"観光課:3"_s, u"商工振興課:4"_s}));
        QVERIFY(sheet(1, ahead).contains(u"未来課"_s) && !sheet(1, ahead).contains(u"情報政策課"_s));
        QVERIFY(sheet(1, PlanTime::day(2099, 3, 31)).contains(u"情報政策課"_s));
        QCOMPARE(groups(), (QStringList{u"情報政策課:1,2"_s, u"観光課:3"_s, u"商工振興課:4"_s})); // no paper leaves its day behind
    }

    void everyPaperNamesTheOfficesOfItsDay_data()
    {
        QTest::addColumn<Paper>("paper");
        QTest::newRow("sheets") << Paper::Sheets;
        QTest::newRow("list") << Paper::List;
        QTest::newRow("roadmap") << Paper::Roadmap;
        QTest::newRow("budget, a request without a year") << Paper::Budget;
        QTest::newRow("progress, a round without a date") << Paper::Progress;
        QTest::newRow("book") << Paper::Book;
    }
    void everyPaperNamesTheOfficesOfItsDay()
    {
        QFETCH(Paper, paper);
        const auto old = m_offices.value(u"情報政策課"_s);
        const PlanTime ahead = PlanTime::day(2099, 4, 1);
        ChangeBuilder change(u"予定"_s);
        Initiative initiative;
        initiative.measure = m_measures.first();
        initiative.title = u"取組"_s;
        Phase phase;
        phase.initiative = add(change, initiative, u"V"_s);
        phase.starts = PlanTime::fiscalYear(2024);
        phase.ends = PlanTime::fiscalYear(2025);
        add(change, phase, u"V"_s);
        Milestone request;
        request.initiative = phase.initiative;
        request.label = u"予算要求"_s;
        add(change, request, u"V"_s);
        PaperOptions options;
        options.survey = addRound(change, PlanTime(), u"X"_s);
        QVERIFY(apply(std::move(change).build()));
        QVERIFY(apply(shisaku::reorganise(m_plan, {ahead, {{old, u"未来課"_s, u"みらいか"_s}}, {}}, m_ids)));
        const QString before = made(paper, PlanTime::day(2099, 3, 31), options);
        QVERIFY2(before.contains(u"情報政策課"_s) && !before.contains(u"未来課"_s), qPrintable(before));
        const QString after = made(paper, ahead, options);
        QVERIFY2(after.contains(u"未来課"_s), qPrintable(after));
        QVERIFY2(!after.contains(u"情報政策課"_s) || paper == Paper::Book, qPrintable(after)); // whose newest round has a date
    }

    void aSplitOfficeStandsWithTheMeasuresOfEachPart()
    {
        const auto old = m_offices.value(u"情報政策課"_s);
        reorganise({{old, u"デジタル推進課"_s, {}}, {old, u"情報システム課"_s, {}}}, {{m_measures[1], 1}});
        QCOMPARE(groups(), (QStringList{u"デジタル推進課:1"_s, u"情報システム課:2"_s, u"観光課:3"_s, u"商工振興課:4"_s}));
        QVERIFY(sheet(1).contains(u"デジタル推進課"_s) && !sheet(1).contains(u"情報システム課"_s));
        QVERIFY(sheet(2).contains(u"情報システム課"_s) && !sheet(2).contains(u"デジタル推進課"_s));
        const QString now = progress(m_after);
        QVERIFY(now.contains(u"デジタル推進課"_s) && now.contains(u"情報システム課"_s) && !now.contains(u"情報政策課"_s));
        QVERIFY(progress(m_before).contains(u"情報政策課"_s) && !progress(m_before).contains(u"情報システム課"_s));
    }

    void mergedOfficesStandAsOne()
    {
        reorganise({{m_offices.value(u"観光課"_s), u"産業観光課"_s, {}}, {m_offices.value(u"商工振興課"_s), u"産業観光課"_s, {}}});
        QCOMPARE(groups(), (QStringList{u"情報政策課:1,2"_s, u"産業観光課:3,4"_s}));
        const QString now = list();
        QVERIFY2(now.contains(u"産業観光課"_s) && !now.contains(u"商工振興課"_s), qPrintable(now));
        QVERIFY(progress(m_after).contains(u"産業観光課"_s) && !progress(m_after).contains(u"商工振興課"_s));
        const QString earlier = progress(m_before);
        QVERIFY(earlier.contains(u"商工振興課"_s) && !earlier.contains(u"産業観光課"_s));
    }

    void aMeasureHandedOverChangesItsOfficeOnTheDay()
    {
        // 情報政策課 stays and gives one measure to 観光課.
        const auto old = m_offices.value(u"情報政策課"_s);
        reorganise({{old, u"情報政策課"_s, {}}, {old, u"観光課"_s, {}}}, {{m_measures[1], 1}});
        QCOMPARE(groups(), (QStringList{u"情報政策課:1"_s, u"観光課:2,3"_s, u"商工振興課:4"_s}));
        QVERIFY(sheet(2).contains(u"観光課"_s) && !sheet(2).contains(u"情報政策課"_s));
        const auto office = [&](Id<Survey> survey) {
            return itemOffices(m_plan, *m_plan.parts<&SurveyItem::survey>(survey).at(1));
        };
        QCOMPARE(office(m_before), u"情報政策課"_s);
        QCOMPARE(office(m_after), u"観光課"_s);
    }

    void theFilterByOfficeOffersWhoAnswersNow()
    {
        reorganise({{m_offices.value(u"情報政策課"_s), u"デジタル推進課"_s, {}}});
        QStringList labels;
        for (const FilterOption &option : filterOptions(m_plan, FilterField::Office))
            labels << option.label;
        QVERIFY2(labels.contains(u"デジタル推進課"_s) && !labels.contains(u"情報政策課"_s), qPrintable(labels.join(u' ')));
    }
};

QTEST_MAIN(TestReorganised)
#include "tst_reorganised.moc"
