// SPDX-License-Identifier: GPL-3.0-or-later
// A plan with measures, 取組, offices and aims, and rounds of the survey over it, for the tests of progress.
#pragma once

#include "models/results/survey_counts.h"
#include "models/survey/survey_edit.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"

#include <QTemporaryDir>
#include <QTest>

namespace shisaku {

/// Measures 1 to 3 with 3, 2 and 1 取組; 1 and 2 serve the aim くらし, 3 the aim しごと; 企画課 leads 1 and 3, 市民課 leads 2.
struct SurveyPlan {
    QTemporaryDir folder;
    std::unique_ptr<PlanDocument> document;
    IdSource ids = randomIds();

    const Plan &plan() const { return document->plan(); }

    void open() { document = documentOf(content(), folder.filePath(QStringLiteral("計画.dxplan"))); }

    ChangeSet content() const
    {
        RowMaker maker(ids);
        PlanInfo info;
        info.title = QStringLiteral("試験計画");
        maker.add(info);
        Classification aim;
        aim.key = QStringLiteral("aim");
        aim.title = QStringLiteral("目指す姿");
        const auto aims = maker.add(aim);
        QList<Id<Category>> aimsInOrder;
        for (const QString &title : {QStringLiteral("くらし"), QStringLiteral("しごと")}) {
            Category category;
            category.classification = aims;
            category.title = title;
            aimsInOrder << maker.add(category);
        }
        QList<Id<Department>> offices;
        for (const QString &name : {QStringLiteral("企画課"), QStringLiteral("市民課")}) {
            Department office;
            office.name = name;
            offices << maker.add(office);
        }
        for (int i = 0; i < 3; ++i) {
            Measure row;
            row.number = QString::number(i + 1);
            row.title = QStringLiteral("施策名%1").arg(i + 1);
            const auto measure = maker.add(row);
            Membership membership;
            membership.measure = measure;
            membership.category = aimsInOrder[i == 2 ? 1 : 0];
            membership.home = true;
            maker.add(membership);
            Responsibility lead;
            lead.measure = measure;
            lead.department = offices[i == 1 ? 1 : 0];
            lead.role = QStringLiteral("lead");
            maker.add(lead);
            for (int j = 0; j < 3 - i; ++j) {
                Initiative initiative;
                initiative.measure = measure;
                initiative.title = QStringLiteral("取組%1-%2").arg(i + 1).arg(j + 1);
                maker.add(initiative);
            }
        }
        return std::move(maker).change();
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
