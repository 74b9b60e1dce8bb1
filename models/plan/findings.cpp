// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/findings.h"

#include "models/plan/rules.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Findings {
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

class Check {
public:
    explicit Check(const Plan &plan) : m_plan(plan) {}

    QList<Finding> run()
    {
        numbers();
        for (const Measure *measure : m_plan.ordered<Measure>())
            measureIsComplete(*measure);
        for (const Measure *measure : m_plan.ordered<Measure>())
            marksMeetNotes(*measure);
        for (const Measure *measure : m_plan.ordered<Measure>())
            periodsLieInThePlan(*measure);
        for (const Indicator *indicator : m_plan.ordered<Indicator>())
            indicatorIsComplete(*indicator);
        return std::move(m_findings);
    }

private:
    template <typename T>
    void add(const char *rule, Id<T> id, const QString &place, const QString &message, const QString &printed = {})
    {
        m_findings.append({QString::fromLatin1(rule), tableOf<T>, id.row, place, printed, {}, message});
    }

    QString name(const Measure &measure) const { return rowName(m_plan, TableId::Measure, measure.id.row); }

    void numbers()
    {
        QHash<QString, int> seen;
        for (const Measure *measure : m_plan.ordered<Measure>()) {
            const QString key = measure->series + u'/' + measure->number;
            if (!measure->number.isEmpty() && ++seen[key] == 2)
                add("duplicate-number", measure->id, name(*measure),
                    Findings::tr("番号「%1」の施策が二つ以上あります。").arg(measure->number), measure->number);
        }
    }

    bool uses(const char *blockKind) const
    {
        const auto &blocks = m_plan.rows<Block>();
        return std::any_of(blocks.begin(), blocks.end(),
                           [blockKind](const Block &block) { return block.kind == QLatin1StringView(blockKind); });
    }

    void measureIsComplete(const Measure &measure)
    {
        const auto offices = m_plan.parts<&Responsibility::measure>(measure.id);
        const bool lead = std::any_of(offices.begin(), offices.end(),
                                      [](const Responsibility *office) { return office->role == u"lead"; });
        if (!lead && uses("lead"))
            add("measure-without-lead", measure.id, name(measure), Findings::tr("所管課がありません。"));
        if (uses("bars")) {
            const auto initiatives = m_plan.parts<&Initiative::measure>(measure.id);
            if (initiatives.isEmpty())
                add("measure-without-schedule", measure.id, name(measure), Findings::tr("スケジュールに取組がありません。"));
            for (const Initiative *initiative : initiatives) {
                if (m_plan.parts<&Phase::initiative>(initiative->id).isEmpty()
                    && m_plan.parts<&Milestone::initiative>(initiative->id).isEmpty())
                    add("initiative-without-schedule", initiative->id, name(measure),
                        Findings::tr("取組「%1」に、矢印も節目もありません。").arg(initiative->title));
            }
        }
        if (m_plan.rows<Category>().size() > 0 && m_plan.parts<&Membership::measure>(measure.id).isEmpty())
            add("measure-without-aim", measure.id, name(measure), Findings::tr("どの分類にも属していません。"));
    }

    void marksMeetNotes(const Measure &measure)
    {
        static const QRegularExpression anchor(u"［※([^］]+)］"_s);
        QSet<QString> used;
        for (const MeasureText *text : m_plan.parts<&MeasureText::measure>(measure.id)) {
            for (auto match = anchor.globalMatch(text->text); match.hasNext();)
                used.insert(match.next().captured(1));
        }
        QSet<QString> defined;
        for (RowId id : m_plan.rows<Footnote>().referring(fieldIndex<&Footnote::owner>(), measure.id.row)) {
            const Footnote *note = m_plan.find(Id<Footnote>(id));
            defined.insert(note->mark);
            if (!used.contains(note->mark))
                add("footnote-without-mark", note->id, name(measure),
                    Findings::tr("注記※%1を指す印が、票の文章にありません。").arg(note->mark));
        }
        for (const QString &mark : used) {
            if (!defined.contains(mark))
                add("mark-without-footnote", measure.id, name(measure), Findings::tr("印※%1に当たる注記がありません。").arg(mark));
        }
    }

    void periodsLieInThePlan(const Measure &measure)
    {
        const PlanInfo &info = m_plan.info();
        if (!info.ends.isDated())
            return;
        for (const Initiative *initiative : m_plan.parts<&Initiative::measure>(measure.id)) {
            for (const Phase *phase : m_plan.parts<&Phase::initiative>(initiative->id)) {
                if (phase->starts.isDated() && phase->starts.firstMonth() >= info.ends.endMonth() && !phase->ends.isOpen())
                    add("phase-outside-plan", phase->id, name(measure),
                        Findings::tr("工程「%1」が、計画の終期より後に始まります。").arg(phase->label), phase->starts.toJapanese());
            }
        }
    }

    void indicatorIsComplete(const Indicator &indicator)
    {
        const Measure *measure = m_plan.find(indicator.measure);
        const QString place = measure ? name(*measure) : rowName(m_plan, TableId::Indicator, indicator.id.row);
        if (indicator.state.isEmpty() && m_plan.parts<&IndicatorValue::indicator>(indicator.id).isEmpty())
            add("indicator-without-value", indicator.id, place, Findings::tr("指標「%1」に値がありません。").arg(indicator.name));
    }

    const Plan &m_plan;
    QList<Finding> m_findings;
};
} // namespace

QList<Finding> findingsOf(const Plan &plan)
{
    return Check(plan).run();
}

} // namespace shisaku
