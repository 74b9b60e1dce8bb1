// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/plans.h"

#include <QRandomGenerator>

namespace shisaku {

using namespace Qt::StringLiterals;

PlanMaker::PlanMaker()
{
    PlanInfo info;
    info.title = u"試験計画"_s;
    info.first_year = PlanTime::fiscalYear(2021);
    info.last_year = PlanTime::fiscalYear(2025);
    add(info);
    for (const QString &kind : {u"新規"_s, u"継続"_s}) {
        Choice choice;
        choice.list = u"kind"_s;
        choice.key = kind;
        choice.label = kind;
        add(choice);
    }
}

Id<Measure> PlanMaker::measure(const QString &number, const QString &title, const QString &kind)
{
    Measure measure;
    measure.number = number;
    measure.title = title;
    measure.kind = kind;
    return add(measure);
}

Id<Initiative> PlanMaker::initiative(Id<Measure> measure, const QString &title)
{
    Initiative initiative;
    initiative.measure = measure;
    initiative.title = title;
    return add(initiative);
}

Id<Phase> PlanMaker::phase(Id<Initiative> initiative, const QString &starts, const QString &ends, const QString &label,
                           const QString &certainty)
{
    Phase phase;
    phase.initiative = initiative;
    phase.starts = *PlanTime::fromText(starts);
    phase.ends = *PlanTime::fromText(ends);
    phase.label = label;
    phase.certainty = certainty;
    return add(phase);
}

Id<Milestone> PlanMaker::milestone(Id<Initiative> initiative, const QString &at, const QString &label)
{
    Milestone milestone;
    milestone.initiative = initiative;
    milestone.at = *PlanTime::fromText(at);
    milestone.label = label;
    milestone.symbol = u"▲"_s;
    milestone.certainty = u"stated"_s;
    return add(milestone);
}

Plan densePlan(int measures, quint32 seed)
{
    QRandomGenerator random(seed);
    PlanMaker maker;
    const QString words =
        u"電子申請サービスの拡充に向けた調査・研究（国の動向を踏まえる）及びAI-OCRの導入、運用開始2024年度までに100％達成"_s;
    const auto text = [&](int longest) { return words.sliced(random.bounded(30), random.bounded(1, longest)); };
    const auto time = [&]() -> QString {
        const int year = random.bounded(2018, 2029);
        switch (random.bounded(6)) {
        case 0:
            return {};
        case 1:
            return u".."_s;
        case 2:
            return u"%1-%2"_s.arg(year).arg(random.bounded(1, 13), 2, 10, '0'_L1);
        case 3:
            return u"%1H%2"_s.arg(year).arg(random.bounded(1, 3));
        default:
            return u"FY%1"_s.arg(year);
        }
    };
    for (int i = 0; i < measures; ++i) {
        const auto measure = maker.measure(QString::number(i + 1), text(25), i % 2 ? u"新規"_s : u"継続"_s);
        for (int row = random.bounded(4); row > 0; --row) {
            const auto initiative = maker.initiative(measure, text(20));
            for (int bars = random.bounded(8); bars > 0; --bars)
                maker.phase(initiative, time(), time(), text(25), random.bounded(2) ? u"stated"_s : u"column"_s);
            for (int marks = random.bounded(4); marks > 0; --marks)
                maker.milestone(initiative, time(), text(20));
        }
    }
    return std::move(maker).plan();
}

} // namespace shisaku
