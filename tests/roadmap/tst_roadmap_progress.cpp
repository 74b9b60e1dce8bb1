// SPDX-License-Identifier: GPL-3.0-or-later
// The signs of progress on the roadmap: of 取組 and of measures, in their colours, and in no column where nobody was asked.
#include "models/item/roadmap_model.h"
#include "tests/support/rows.h"
#include "tests/support/survey_plan.h"
#include "tests/support/warnings.h"
#include "views/look/status_mark.h"
#include "views/roadmap/roadmap_progress.h"
#include "views/roadmap/roadmap_view.h"

#include <QPainter>

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

    void anAnswerToAMeasureAsAWholeStandsOnItsFirstRow()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(survey, {u"順調"_s, {}, u"順調"_s});
        const auto measures = plan().ordered<Measure>();
        ChangeBuilder change(u"施策への回答"_s);
        auto item = made<SurveyItem>(u"zz"_s);
        item.survey = survey;
        item.measure = measures[0]->id;
        item.label = u"施策の進み具合"_s;
        change.insert(item);
        auto answer = made<Answer>(u"zz"_s);
        answer.survey_item = item.id;
        answer.status = u"遅延"_s;
        change.insert(answer);
        m_plan->apply(std::move(change).build());
        const RoadmapProgress progress(plan());
        const auto initiatives = plan().parts<&Initiative::measure>(measures[0]->id);
        QCOMPARE(progress.placesOf(initiatives[0]->id, measures[0]->id), (QList<int>{0, 1}));
        QCOMPARE(progress.placesOf(initiatives[1]->id), QList<int>());
        QCOMPARE(progress.placesOf(measures[0]->id), (QList<int>{0, 1}));

        RoadmapModel model;
        RoadmapView view;
        view.setModel(&model);
        model.rebuild(plan());
        view.resize(900, 500);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(!inkOf(view, 1).isEmpty());
    }

    void allSignsHaveOneSizeAndStandOnOneLine()
    {
        RoadmapModel model;
        RoadmapView view;
        m_plan->answer(m_plan->addSurvey(u"第1回"_s, 2023), {u"順調"_s, u"遅延"_s});
        view.setModel(&model);
        model.rebuild(plan());
        view.resize(900, 500);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const int full = inkOf(view, 0).height();
        const int half = inkOf(view, 1).height();
        QVERIFY2(full > 0 && half > full * 0.75 && half < full * 1.4, qPrintable(u"%1 %2"_s.arg(full).arg(half)));

        QImage image(200, 60, QImage::Format_RGB32);
        const auto middleOf = [&image](const QString &mark) {
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setFont(textFont(20));
            drawMarked(painter, QRectF(10, 0, 180, 60), Qt::AlignLeft, mark);
            painter.end();
            QRect ink;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).lightness() < 128)
                        ink |= QRect(x, y, 1, 1);
                }
            }
            return ink.center().y();
        };
        QVERIFY(std::abs(middleOf(u"●"_s) - middleOf(u"◐"_s)) <= 2);
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

    /// Around the pixels in the colour of the status at a place.
    static QRect inkOf(RoadmapView &view, int place)
    {
        const QColor colour = statusColour(Look::of(Look::Medium::Light), place);
        const QImage image = view.viewport()->grab().toImage();
        QRect ink;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == colour)
                    ink |= QRect(x, y, 1, 1);
            }
        }
        return ink;
    }

    std::unique_ptr<SurveyPlan> m_plan;
};

QTEST_MAIN(TestRoadmapProgress)
#include "tst_roadmap_progress.moc"
