// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/effects_plan.h"

#include "tests/support/rows.h"
#include "tests/support/small_plan.h"

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
// The offices in official order; the years name them by these places.
const QStringList &officeNames()
{
    static const QStringList names{u"政策企画課"_s,   u"自治振興課"_s, u"縁結び定住課"_s,   u"総務課"_s,         u"情報政策課"_s,
                                   u"財政課"_s,       u"管財契約課"_s, u"市民税課"_s,       u"会計課"_s,         u"福祉推進課"_s,
                                   u"高齢者福祉課"_s, u"健康増進課"_s, u"保育幼稚園課"_s,   u"文化スポーツ課"_s, u"環境施設課"_s,
                                   u"農業振興課"_s,   u"森林政策課"_s, u"道路河川維持課"_s, u"建築住宅課"_s,     u"出納室"_s,
                                   u"教育政策課"_s,   u"学校教育課"_s, u"学校給食課"_s,     u"警防課"_s};
    return names;
}

struct Year {
    int year;
    int tasks;
    QString offices;
    QString before;
    QString after;
    QString saved;
    QString rate;
};

const QList<Year> &rpaYears()
{
    static const QList<Year> years{
        {2019, 4, u"環境施設課、道路河川維持課、出納室、教育政策課"_s, u"1410"_s, u"290"_s, u"1120"_s, u"79.4"_s},
        {2020, 23, u"縁結び定住課、財政課、管財契約課、福祉推進課、高齢者福祉課、健康増進課、環境施設課、道路河川維持課、警防課"_s,
         u"2337"_s, u"1293"_s, u"1044"_s, u"44.7"_s},
        {2021, 16,
         u"情報政策課、財政課、市民税課、会計課、福祉推進課、健康増進課、保育幼稚園課、森林政策課、道路河川維持課、出納室、警防課"_s,
         u"454"_s, u"251"_s, u"203"_s, u"44.7"_s},
        {2022, 24,
         u"政策企画課、自治振興課、縁結び定住課、総務課、情報政策課、財政課、管財契約課、文化スポーツ課、農業振興課、道路河川維持課、建築住宅課、教育政策課、学校教育課、学校給食課、警防課"_s,
         u"5936"_s, u"2085"_s, u"3851"_s, u"64.9"_s}};
    return years;
}

class Maker : public RowMaker {
public:
    using RowMaker::RowMaker;

    void addOffices()
    {
        for (const QString &name : officeNames()) {
            auto office = made<Department>();
            office.name = name;
            m_offices.insert(name, insert(office));
        }
    }

    void addRpa()
    {
        for (const Year &year : rpaYears()) {
            auto row = made<Effect>();
            row.tool = u"RPA"_s;
            row.as_of = PlanTime::fiscalYear(year.year);
            row.basis = u"年度実績"_s;
            row.task_count = year.tasks;
            row.hours_before = year.before;
            row.hours_after = year.after;
            row.printed_saved = year.saved;
            row.printed_rate = year.rate;
            row.printed_departments = year.offices.count(u'、') + 1;
            insert(row);
            for (const QString &name : year.offices.split(u'、')) {
                auto office = made<EffectDepartment>();
                office.effect = row.id;
                office.department = m_offices[name];
                insert(office);
            }
        }
        auto total = made<Effect>();
        total.tool = u"RPA"_s;
        total.scope = u"total"_s;
        total.basis = u"年度実績"_s;
        total.task_count = 67;
        total.hours_before = u"10137"_s;
        total.hours_after = u"3919"_s;
        total.printed_saved = u"6218"_s;
        total.printed_rate = u"61.3"_s;
        total.printed_departments = 24;
        insert(total);
        auto other = made<Effect>();
        other.tool = u"RPA"_s;
        other.as_of = PlanTime::fiscalYear(2023);
        other.basis = u"年間"_s;
        other.task_count = 88;
        other.printed_departments = 28;
        other.printed_saved = u"6841"_s;
        insert(other);
    }

    void addOcr()
    {
        int year = 2020;
        for (int offices : {11, 19, 37}) {
            auto row = made<Effect>();
            row.tool = u"AI-OCR"_s;
            row.as_of = PlanTime::fiscalYear(year++);
            row.basis = u"年度実績"_s;
            row.printed_departments = offices;
            insert(row);
        }
    }

    Id<CaseStudy> addCase(const QString &title, const QString &means, const QString &before, const QString &after,
                          const QString &per)
    {
        auto study = made<CaseStudy>();
        study.title = title;
        study.means = means;
        insert(study);
        auto value = made<CaseValue>();
        value.case_study = study.id;
        value.label = u"業務時間"_s;
        value.before = before;
        value.after = after;
        value.unit = u"時間"_s;
        value.per = per;
        insert(value);
        return study.id;
    }

    void addStep(Id<CaseStudy> study, const QString &side, const QString &label, const QString &text)
    {
        auto step = made<CaseStep>();
        step.case_study = study;
        step.side = side;
        step.label = label;
        step.text = text;
        insert(step);
    }

    void addCases()
    {
        const auto nursery = addCase(u"保育所AI入所選考システム"_s, u"AI"_s, u"252"_s, u"42"_s, u"年"_s);
        addStep(nursery, u"before"_s, u"手順①"_s, u"申込情報を紙に出力"_s);
        addStep(nursery, u"after"_s, u"手順①"_s, u"データで出力"_s);
        const auto water = addCase(u"上水道開閉栓業務ほか"_s, u"RPA"_s, u"528"_s, u"88"_s, u"年"_s);
        for (const QString &work : {u"開栓指示数入力"_s, u"閉栓指示数入力"_s, u"口座振替依頼書入力"_s})
            addStep(water, u"task"_s, {}, work);
        addCase(u"講師謝金や旅費の支払"_s, u"Excelマクロ、RPA"_s, u"10"_s, u"1"_s, u"月"_s);
        auto counts = made<CaseStudy>();
        counts.title = u"乳幼児・子ども医療費助成"_s;
        counts.means = u"電子申請"_s;
        insert(counts);
        addCount(counts.id, u"窓口申請"_s, u"3384"_s, u"77"_s, false);
        addCount(counts.id, u"電子申請"_s, u"1023"_s, u"23"_s, false);
        addCount(counts.id, u"計"_s, u"4407"_s, {}, true);
    }

    void addCount(Id<CaseStudy> study, const QString &label, const QString &count, const QString &share, bool total)
    {
        auto value = made<CaseValue>();
        value.case_study = study;
        value.label = label;
        value.after = count;
        value.unit = u"件"_s;
        value.printed_share = share;
        value.total = total;
        insert(value);
    }

    void addProjects()
    {
        addProject(u"DX支援業務"_s, u"防災情報を発報する業務"_s, {}, 2021, 2021, {});
        addProject(u"DX支援業務"_s, u"上水道の開閉栓に係る業務"_s, {}, 2021, 2022, {});
        addProject(u"官民連携"_s, u"道路パトロールのDX化"_s, u"実証実験中"_s, 0, 0, u"道路河川維持課"_s);
    }

    void addProject(const QString &kind, const QString &title, const QString &state, int begins, int ends, const QString &office)
    {
        auto project = made<Project>();
        project.kind = kind;
        project.title = title;
        project.state = state;
        if (begins) {
            project.begins = PlanTime::fiscalYear(begins);
            project.ends = PlanTime::fiscalYear(ends);
        }
        insert(project);
        if (office.isEmpty())
            return;
        auto row = made<ProjectDepartment>();
        row.project = project.id;
        row.department = m_offices[office];
        insert(row);
    }

    Id<Indicator> addIndicator(Id<Measure> measure, const QString &group, const QString &name, const QString &unit,
                               const QString &state = {})
    {
        auto indicator = made<Indicator>();
        indicator.measure = measure;
        indicator.group = group;
        indicator.name = name;
        indicator.unit = unit;
        indicator.state = state;
        return insert(indicator);
    }

    void addValue(Id<Indicator> indicator, PlanTime asOf, const QString &role, const QString &number, const QString &qualifier = {})
    {
        auto value = made<IndicatorValue>();
        value.indicator = indicator;
        value.as_of = asOf;
        value.role = role;
        value.value = number;
        value.qualifier = qualifier;
        insert(value);
    }

    void addIndicators(Id<Measure> first, Id<Measure> second)
    {
        const auto card = addIndicator(first, {}, u"マイナンバーカード取得率"_s, u"％"_s);
        addValue(card, PlanTime::month(2021, 11), u"baseline"_s, u"38"_s);
        addValue(card, PlanTime::month(2023, 3), u"target"_s, u"100"_s);
        const auto held = addIndicator(first, {}, u"マイナンバーカード保有率"_s, u"％"_s);
        addValue(held, PlanTime::month(2022, 4), u"actual"_s, u"41.4"_s);
        addValue(held, PlanTime::month(2024, 10), u"actual"_s, u"79.1"_s);
        const auto cities = addIndicator(second, {}, u"二酸化炭素の排出量"_s, u"千t"_s);
        addValue(cities, PlanTime::fiscalYear(2013), u"baseline"_s, u"1465"_s);
        addValue(cities, PlanTime::fiscalYear(2030), u"target"_s, u"791"_s, u"約"_s);
        addIndicator(second, {}, u"利用者数"_s, u"人"_s, u"今後設定する"_s);
        QStringList old{u"30.9"_s, u"34.2"_s, u"37.6"_s};
        const auto young = addIndicator({}, u"年齢3区分別人口"_s, u"年少人口"_s, u"人"_s);
        const auto aged = addIndicator({}, u"年齢3区分別人口"_s, u"老年人口"_s, u"人"_s);
        const auto share = addIndicator({}, u"年齢3区分別人口"_s, u"高齢化率"_s, u"％"_s);
        for (int i = 0; i < 3; ++i) {
            const PlanTime census = PlanTime::calendarYear(2010 + 5 * i);
            addValue(young, census, u"actual"_s, QString::number(3800 - 400 * i));
            addValue(aged, census, u"actual"_s, QString::number(10700 + 600 * i));
            addValue(share, census, u"actual"_s, old[i]);
        }
    }

private:
    QHash<QString, Id<Department>> m_offices;
};
} // namespace

ChangeSet effectsPlan(const IdSource &ids)
{
    ChangeSet base = smallPlan(ids, 2);
    Plan small;
    applyTo(small, base);
    const auto measures = small.ordered<Measure>();
    Maker maker(ids);
    maker.addOffices();
    maker.addRpa();
    maker.addOcr();
    maker.addCases();
    maker.addProjects();
    maker.addIndicators(measures[0]->id, measures[1]->id);
    ChangeBuilder change(u"実績を登録"_s);
    change.set<&PlanInfo::begins>(small.info().id, PlanTime::fiscalYear(2021));
    change.set<&PlanInfo::ends>(small.info().id, PlanTime::fiscalYear(2025));
    return merged({base, std::move(maker).change(), std::move(change).build()});
}

Plan planWithEffects()
{
    Plan plan;
    if (!applyTo(plan, effectsPlan(randomIds())))
        qFatal("the plan of the tests does not fit");
    return plan;
}

} // namespace shisaku
