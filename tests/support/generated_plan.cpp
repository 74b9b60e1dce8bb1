// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/generated_plan.h"

#include "models/edit/empty_plan.h"
#include "models/plan/rank.h"

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int firstYear = 2022;
constexpr int offices = 40;
constexpr int measuresPerAim = 10;
constexpr int aimsPerParent = 8;

/// Identities spread like random ones (splitmix64 of a counter), the same at every run.
class RepeatableIds {
public:
    RowId operator()()
    {
        quint64 bits = ++m_count * 0x9e3779b97f4a7c15;
        bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
        return {((bits ^ (bits >> 31)) & ((quint64(1) << 60) - 1)) | 1};
    }

private:
    quint64 m_count = 0;
};

class Generator {
public:
    explicit Generator(int measures) :
        m_measures(measures), m_ids(RepeatableIds()), m_ranks(evenRanks(measures)), m_parts(evenRanks(3)), m_change(u"計画を作成"_s)
    {}

    ChangeSet run()
    {
        ChangeSet plan = emptyPlan(firstYear, m_ids);
        for (const RowChange &row : std::as_const(plan.rows)) {
            if (row.table == TableId::Classification)
                m_classification = Id<Classification>(row.row);
            else if (row.table == TableId::Block)
                m_blocks << row.row;
        }
        addOffices();
        addAims();
        for (int i = 0; i < m_measures; ++i)
            addMeasure(i);
        plan.rows += std::move(m_change).build().rows;
        return plan;
    }

private:
    void addOffices()
    {
        const QStringList ranks = evenRanks(offices);
        for (int i = 0; i < offices; ++i) {
            Department office;
            office.id = Id<Department>(m_ids());
            office.position = ranks[i];
            office.name = u"第%1業務推進課"_s.arg(i + 1);
            office.yomi = u"だい%1ぎょうむすいしんか"_s.arg(i + 1);
            m_change.insert(office);
            m_offices << office.id;
        }
    }

    Id<Category> addAim(Id<Category> parent, int level, const QString &position, int number)
    {
        static const QStringList titles{u"誰もが手続きを迷わず終えられるまち%1"_s, u"窓口に来なくてよい仕組み%1"_s,
                                        u"場所と時間を選ばない手続き%1"_s};
        Category aim;
        aim.id = Id<Category>(m_ids());
        aim.position = position;
        aim.classification = m_classification;
        aim.parent = parent;
        aim.level = level;
        aim.title = titles[level - 1].arg(number);
        m_change.insert(aim);
        return aim.id;
    }

    void addAims()
    {
        const int lowest = std::max(2, m_measures / measuresPerAim);
        const QStringList ranks = evenRanks(lowest);
        Id<Category> top;
        Id<Category> middle;
        for (int i = 0; i < lowest; ++i) {
            if (i % (aimsPerParent * aimsPerParent) == 0)
                top = addAim({}, 1, ranks[i], i + 1);
            if (i % aimsPerParent == 0)
                middle = addAim(top, 2, ranks[i], i + 1);
            m_aims << addAim(middle, 3, ranks[i], i + 1);
        }
    }

    void addMeasure(int i)
    {
        static const QStringList kinds{u"新規"_s, u"継続"_s, u"拡張"_s};
        static const QStringList horizons{u"短期"_s, u"中期"_s, u"長期"_s};
        Measure measure;
        measure.id = Id<Measure>(m_ids());
        measure.position = m_ranks[i];
        measure.number = QString::number(i + 1);
        measure.title = u"手続き第%1号のオンライン化と窓口業務の見直し"_s.arg(i + 1);
        measure.short_title = i % 2 == 0 ? u"第%1号のオンライン化"_s.arg(i + 1) : QString();
        measure.kind = kinds[i % 3];
        measure.horizon = horizons[i % 7 % 3];
        m_change.insert(measure);
        addTexts(measure.id, i);
        addPlaces(measure.id, i);
        for (int n = 0; n < 3; ++n)
            addInitiative(measure.id, i, n);
    }

    void addTexts(Id<Measure> measure, int i)
    {
        static const QStringList texts{
            u"第%1号の手続きを、来庁せずにスマートフォンから行えるようにする。入力の誤りを減らし、職員の確認の手間も省く。"_s,
            u"年間約%1件を窓口と郵送で受け付けている。\n○申請書の転記に時間がかかる。\n○開庁時間の外では受け付けられない。"_s,
            u"受付の過半数をオンラインとし、処理にかかる時間を%1時間短縮する。\n○全件を電子で保管する。"_s,
        };
        for (int n = 0; n < texts.size(); ++n) {
            MeasureText text;
            text.id = Id<MeasureText>(m_ids());
            text.position = m_parts[n];
            text.measure = measure;
            text.block = Id<Block>(m_blocks[2 + n]); // 概要, 現状, 目標 in the empty plan's template
            text.text = texts[n].arg(i + 1);
            m_change.insert(text);
        }
    }

    void addPlaces(Id<Measure> measure, int i)
    {
        for (int n = 0; n < 3; ++n) {
            Responsibility office;
            office.id = Id<Responsibility>(m_ids());
            office.position = m_parts[n];
            office.measure = measure;
            office.department = m_offices[(i + n * 7) % offices];
            office.role = n == 0 ? u"lead"_s : u"related"_s;
            m_change.insert(office);
        }
        const int places = i % 10 == 0 ? 2 : 1;
        for (int n = 0; n < places; ++n) {
            Membership membership;
            membership.id = Id<Membership>(m_ids());
            membership.position = m_parts[n];
            membership.measure = measure;
            membership.category = m_aims[(i / measuresPerAim + n) % m_aims.size()];
            membership.home = n == 0;
            m_change.insert(membership);
        }
    }

    void addInitiative(Id<Measure> measure, int i, int n)
    {
        static const QStringList titles{u"利用者の声を聴く調査と設計"_s, u"受付システムの整備"_s, u"周知と利用の支援"_s};
        static const QStringList labels{u"検討・試行"_s, u"対象を広げて本運用"_s};
        Initiative initiative;
        initiative.id = Id<Initiative>(m_ids());
        initiative.position = m_parts[n];
        initiative.measure = measure;
        initiative.title = titles[n];
        m_change.insert(initiative);
        const int begins = firstYear + (i + n) % 3;
        for (int p = 0; p < labels.size(); ++p) {
            Phase phase;
            phase.id = Id<Phase>(m_ids());
            phase.position = m_parts[p];
            phase.initiative = initiative.id;
            phase.starts = PlanTime::fiscalYear(begins + p);
            phase.ends = p == 0 ? PlanTime::fiscalYear(begins) : i % 4 == 0 ? PlanTime::open() : PlanTime::fiscalYear(begins + 2);
            phase.label = labels[p];
            m_change.insert(phase);
        }
        if (n != 1)
            return;
        Milestone milestone;
        milestone.id = Id<Milestone>(m_ids());
        milestone.position = m_parts[2];
        milestone.initiative = initiative.id;
        milestone.at = PlanTime::month(begins + 1, 4 + (i + n) % 9);
        milestone.label = u"公開"_s;
        m_change.insert(milestone);
    }

    int m_measures;
    IdSource m_ids;
    QStringList m_ranks;
    QStringList m_parts;
    ChangeBuilder m_change;
    Id<Classification> m_classification;
    QList<RowId> m_blocks;
    QList<Id<Department>> m_offices;
    QList<Id<Category>> m_aims;
};
} // namespace

ChangeSet generatedPlan(int measures)
{
    return Generator(measures).run();
}

} // namespace shisaku
