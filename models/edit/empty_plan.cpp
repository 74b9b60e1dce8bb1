// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/empty_plan.h"

#include "models/plan/rank.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct EmptyPlan {
    Q_DECLARE_TR_FUNCTIONS(EmptyPlan)
};

constexpr int shownYears = 5;

void addChoices(ChangeBuilder &change, const QString &list, const QStringList &keys, const QStringList &marks, const IdSource &ids)
{
    const QStringList ranks = evenRanks(keys.size());
    for (qsizetype i = 0; i < keys.size(); ++i) {
        Choice choice;
        choice.id = Id<Choice>(ids());
        choice.position = ranks[i];
        choice.list = list;
        choice.key = choice.label = keys[i];
        choice.mark = marks.value(i);
        change.insert(choice);
    }
}

Block block(const char *kind, const QString &key, const QString &label, const char *place = "full", const QString &group = {})
{
    Block block;
    block.kind = QString::fromLatin1(kind);
    block.key = key;
    block.label = label;
    block.place = QString::fromLatin1(place);
    block.group_label = group;
    return block;
}
} // namespace

ChangeSet emptyPlan(int fiscalYear, const IdSource &ids)
{
    ChangeBuilder change(EmptyPlan::tr("計画を作成"));
    PlanInfo info;
    info.id = Id<PlanInfo>(ids());
    info.position = rankBetween({}, {});
    info.title = EmptyPlan::tr("新しい計画");
    info.begins = info.first_year = PlanTime::fiscalYear(fiscalYear);
    info.ends = info.last_year = PlanTime::fiscalYear(fiscalYear + shownYears - 1);
    change.insert(info);

    addChoices(change, u"kind"_s, {EmptyPlan::tr("新規"), EmptyPlan::tr("継続"), EmptyPlan::tr("拡張")}, {u"○"_s, u"●"_s, u"◎"_s},
               ids);
    addChoices(change, u"horizon"_s, {EmptyPlan::tr("短期"), EmptyPlan::tr("中期"), EmptyPlan::tr("長期")}, {}, ids);

    Classification aims;
    aims.id = Id<Classification>(ids());
    aims.position = rankBetween({}, {});
    aims.key = u"aim"_s;
    aims.title = EmptyPlan::tr("目指す姿");
    aims.levels = EmptyPlan::tr("目指す姿");
    change.insert(aims);

    const QString goal = EmptyPlan::tr("目標");
    QList<Block> blocks{
        block("title", u"title"_s, {}),
        block("aims", u"aim"_s, EmptyPlan::tr("目指す姿")),
        block("text", u"overview"_s, EmptyPlan::tr("概要")),
        block("text", u"current"_s, EmptyPlan::tr("現状"), "left", goal),
        block("text", u"goal"_s, goal, "right", goal),
        block("lead", u"lead"_s, EmptyPlan::tr("所管課")),
        block("related", u"related"_s, EmptyPlan::tr("実施(関連)担当課")),
        block("bars", u"schedule"_s, EmptyPlan::tr("スケジュール")),
        block("indicators", u"indicators"_s, EmptyPlan::tr("指標")),
        block("footnotes", u"footnotes"_s, {}, "below"),
    };
    const QStringList ranks = evenRanks(blocks.size());
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        blocks[i].id = Id<Block>(ids());
        blocks[i].position = ranks[i];
        change.insert(blocks[i]);
    }
    return std::move(change).build();
}

} // namespace shisaku
