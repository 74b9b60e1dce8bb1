// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_progress.h"

#include "models/results/survey_counts.h"
#include "models/survey/survey_mixed.h"

#include <QCoreApplication>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapProgress)
};

void insert(QList<int> &places, int place)
{
    const auto at = std::lower_bound(places.begin(), places.end(), place);
    if (at == places.end() || *at != place)
        places.insert(at, place);
}
} // namespace

RoadmapProgress::RoadmapProgress(const Plan &plan)
{
    const Survey *survey = newestAnsweredSurvey(plan);
    if (!survey)
        return;
    QHash<QString, int> places;
    for (const Choice *status : plan.choices(u"status")) {
        places.insert(status->key, static_cast<int>(m_statuses.size()));
        m_statuses << ProgressSign{statusMark(plan, status->key), status->label};
    }
    const auto mixed = static_cast<int>(m_statuses.size());
    m_statuses << ProgressSign{mixedMark(), mixedLabel()};
    if (survey->as_of.isDated())
        m_asOf = Texts::tr("%1現在").arg(survey->as_of.toJapanese());
    for (const SurveyItem *item : plan.parts<&SurveyItem::survey>(survey->id)) {
        const QString status = statusOf(plan, item->id);
        const int place = isMixedKey(status) ? mixed : places.value(status, -1);
        if (place < 0)
            continue;
        insert(m_used, place);
        const auto initiatives = initiativesOf(plan, *item);
        for (const Initiative *initiative : initiatives)
            insert(m_ofInitiative[initiative->id], place);
        for (const Measure *measure : measuresOf(plan, *item)) {
            insert(m_ofMeasure[measure->id], place);
            if (initiatives.isEmpty())
                insert(m_ofWhole[measure->id], place);
        }
    }
}

RoadmapProgress::Places RoadmapProgress::placesOf(Id<Initiative> initiative, Id<Measure> whole) const
{
    Places places = m_ofInitiative.value(initiative);
    for (const int place : m_ofWhole.value(whole))
        insert(places, place);
    return places;
}

QString RoadmapProgress::marksOf(Id<Measure> measure) const
{
    QString marks;
    for (int place : placesOf(measure))
        marks += m_statuses[place].mark;
    return marks;
}

int RoadmapProgress::mostMarks() const
{
    qsizetype most = 0;
    for (const Places &places : m_ofMeasure)
        most = std::max(most, places.size());
    return static_cast<int>(most);
}

QList<ProgressSign> RoadmapProgress::signs() const
{
    QList<ProgressSign> signs;
    for (int place : m_used)
        signs << m_statuses[place];
    return signs;
}

} // namespace shisaku
