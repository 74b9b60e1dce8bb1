// SPDX-License-Identifier: GPL-3.0-or-later
// A plan with measures, 取組, offices and aims, and rounds of the survey over it, for the tests of progress.
#pragma once

#include "models/results/survey_counts.h"
#include "models/survey/survey_edit.h"
#include "tests/support/small_plan.h"

#include <QTemporaryDir>
#include <QTest>

namespace shisaku {

/// Measures 1 to 3 with 3, 2 and 1 取組; 1 and 2 serve the aim くらし, 3 the aim しごと; 企画課 leads 1 and 3, 市民課 leads 2.
struct SurveyPlan {
    QTemporaryDir folder;
    std::unique_ptr<PlanDocument> document;
    IdSource ids = randomIds();

    const Plan &plan() const { return document->plan(); }

    void open()
    {
        const QString path = folder.filePath(QStringLiteral("計画.dxplan"));
        QVERIFY(PlanDocument::create(path, content(), testEnvironment()));
        auto opened = PlanDocument::open(path, testEnvironment());
        QVERIFY(opened);
        document = std::move(*opened);
    }

    ChangeSet content() const
    {
        ChangeBuilder change(QStringLiteral("計画を作成"));
        const QStringList ranks = evenRanks(6);
        PlanInfo info;
        info.id = Id<PlanInfo>(ids());
        info.position = ranks[0];
        info.title = QStringLiteral("試験計画");
        change.insert(info);
        Classification aim;
        aim.id = Id<Classification>(ids());
        aim.position = ranks[0];
        aim.key = QStringLiteral("aim");
        aim.title = QStringLiteral("目指す姿");
        change.insert(aim);
        QList<Category> aims(2);
        QList<Department> offices(2);
        for (int i = 0; i < 2; ++i) {
            aims[i].id = Id<Category>(ids());
            aims[i].position = ranks[i];
            aims[i].classification = aim.id;
            aims[i].title = i == 0 ? QStringLiteral("くらし") : QStringLiteral("しごと");
            change.insert(aims[i]);
            offices[i].id = Id<Department>(ids());
            offices[i].position = ranks[i];
            offices[i].name = i == 0 ? QStringLiteral("企画課") : QStringLiteral("市民課");
            change.insert(offices[i]);
        }
        for (int i = 0; i < 3; ++i) {
            Measure measure;
            measure.id = Id<Measure>(ids());
            measure.position = ranks[i];
            measure.number = QString::number(i + 1);
            measure.title = QStringLiteral("施策名%1").arg(i + 1);
            change.insert(measure);
            Membership membership;
            membership.id = Id<Membership>(ids());
            membership.position = ranks[0];
            membership.measure = measure.id;
            membership.category = aims[i == 2 ? 1 : 0].id;
            membership.home = true;
            change.insert(membership);
            Responsibility lead;
            lead.id = Id<Responsibility>(ids());
            lead.position = ranks[0];
            lead.measure = measure.id;
            lead.department = offices[i == 1 ? 1 : 0].id;
            lead.role = QStringLiteral("lead");
            change.insert(lead);
            for (int j = 0; j < 3 - i; ++j) {
                Initiative initiative;
                initiative.id = Id<Initiative>(ids());
                initiative.position = ranks[j];
                initiative.measure = measure.id;
                initiative.title = QStringLiteral("取組%1-%2").arg(i + 1).arg(j + 1);
                change.insert(initiative);
            }
        }
        return std::move(change).build();
    }

    /// Makes a round as of the end of a fiscal year.
    Id<Survey> addSurvey(const QString &title, int fiscalYear, Id<Survey> like = {})
    {
        apply(newSurvey(plan(), {title, PlanTime::day(fiscalYear + 1, 3, 31), {}, like}, ids));
        for (const Survey &survey : plan().rows<Survey>()) {
            if (survey.title == title)
                return survey.id;
        }
        return {};
    }

    QList<const SurveyItem *> items(Id<Survey> survey) const { return plan().parts<&SurveyItem::survey>(survey); }

    /// Answers the items of a round in their order; an empty text leaves one unanswered.
    void answer(Id<Survey> survey, const QStringList &statuses)
    {
        QList<AnswerEdit> edits;
        const auto all = items(survey);
        for (qsizetype i = 0; i < statuses.size(); ++i)
            edits.append({all[i]->id, fieldIndex<&Answer::status>(), statuses[i]});
        apply(answerChange(plan(), edits, ids));
    }

    void apply(ChangeSet change)
    {
        const auto done = document->apply(std::move(change));
        if (!done)
            qFatal("%s", qPrintable(done.error().message()));
    }
};

} // namespace shisaku
