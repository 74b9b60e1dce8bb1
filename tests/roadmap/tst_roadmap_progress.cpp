// SPDX-License-Identifier: GPL-3.0-or-later
// The signs of progress on the roadmap: of 取組 and of measures, in their colours, and in no column where nobody was asked.
#include "models/item/roadmap_model.h"
#include "tests/progress/survey_plan.h"
#include "tests/support/warnings.h"
#include "views/look/status_mark.h"
#include "views/roadmap/roadmap_progress.h"
#include "views/roadmap/roadmap_view.h"

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestRoadmapProgress : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        m_plan = std::make_unique<SurveyPlan>();
        m_plan->open();
    }
    void cleanup() { m_plan.reset(); }

    void answersThatDoNotAgreeHaveASignOfTheirOwn()
    {
        QVERIFY(RoadmapProgress(plan()).isEmpty());
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(survey, {u"順調"_s, u"遅延"_s, u"順調"_s, u"課題"_s});
        const auto items = m_plan->items(survey);
        m_plan->apply(combineItems(plan(), {items[1]->id, items[2]->id}, {}, m_plan->ids));
        const RoadmapProgress progress(plan());
        const auto measures = plan().ordered<Measure>();
        QCOMPARE(progress.marksOf(measures[0]->id), u"●混"_s);
        QCOMPARE(progress.marksOf(measures[1]->id), u"○"_s);
        QCOMPARE(progress.marksOf(measures[2]->id), QString());
        const auto initiatives = plan().parts<&Initiative::measure>(measures[0]->id);
        QCOMPARE(progress.placesOf(initiatives[0]->id), QList<int>{0});
        QCOMPARE(progress.placesOf(initiatives[2]->id), QList<int>{3});
        QStringList legend;
        for (const ProgressSign &sign : progress.signs())
            legend << sign.mark + sign.label;
        QCOMPARE(legend, (QStringList{u"●予定どおり順調"_s, u"○課題があり、進捗していない"_s, u"混混在"_s}));
    }

    void theWindowShowsThemAsSoonAsTheyAreAnswered()
    {
        RoadmapModel model;
        RoadmapView view;
        QObject::connect(m_plan->document.get(), &PlanDocument::changed, &model, &RoadmapModel::follow);
        view.setModel(&model);
        model.rebuild(plan());
        view.resize(900, 500);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto shows = [&view](const QColor &colour) {
            const QImage image = view.viewport()->grab().toImage();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y) == colour)
                        return true;
                }
            }
            return false;
        };
        const QColor good = statusColour(Look::of(Look::Medium::Light), 0);
        QVERIFY(!shows(good));
        m_plan->answer(m_plan->addSurvey(u"第1回"_s, 2023), {u"順調"_s, u"順調"_s});
        QVERIFY(shows(good));
    }

private:
    const Plan &plan() const { return m_plan->plan(); }

    std::unique_ptr<SurveyPlan> m_plan;
};

QTEST_MAIN(TestRoadmapProgress)
#include "tst_roadmap_progress.moc"
