// SPDX-License-Identifier: GPL-3.0-or-later
// Measures copied from one plan and pasted into another of other shape, or into their own.
#include "models/change/prepare.h"
#include "models/clip/measure_clip.h"
#include "models/document/note_numbers.h"
#include "models/order/numbering.h"
#include "models/plan/measure_address.h"
#include "tests/support/rows.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

/// Makes one measure with everything on it, in a plan of its own.
class TestMeasureClip : public QObject {
    Q_OBJECT

    IdSource m_ids = randomIds();
    Plan m_from;
    Plan m_to;
    Id<Measure> m_measure;
    RowMaker m_maker{m_ids};

    template <typename T>
    Id<T> add(Plan &plan, T row)
    {
        row = m_maker.made(row);
        const auto prepared = prepare(plan, insertionOf(row));
        if (!prepared || !applyTo(plan, *prepared))
            qFatal("the row does not fit: %s", qPrintable(prepared ? QString() : prepared.error().message()));
        return row.id;
    }
    Id<Department> office(Plan &plan, const QString &name)
    {
        Department row;
        row.name = name;
        return add(plan, row);
    }
    Id<Category> category(Plan &plan, Id<Classification> of, const QString &title, Id<Category> parent = {})
    {
        Category row;
        row.classification = of;
        row.parent = parent;
        row.title = title;
        return add(plan, row);
    }
    Id<Classification> classification(Plan &plan, const QString &key, const QString &numbering = {})
    {
        Classification row;
        row.key = key;
        row.title = u"目指す姿"_s;
        row.levels = u"姿/分野"_s;
        row.numbering = numbering;
        return add(plan, row);
    }
    Id<Block> block(Plan &plan, const QString &key, const QString &label)
    {
        Block row;
        row.kind = u"text"_s;
        row.key = key;
        row.label = label;
        return add(plan, row);
    }
    void choice(Plan &plan, const QString &list, const QString &key)
    {
        Choice row;
        row.list = list;
        row.key = row.label = key;
        add(plan, row);
    }
    void term(Plan &plan, const QString &word, qint64 number)
    {
        GlossaryTerm row;
        row.word = word;
        row.number = number;
        row.definition = word + u"の説明"_s;
        add(plan, row);
    }
    void belong(Id<Category> to, bool home)
    {
        Membership row;
        row.measure = m_measure;
        row.category = to;
        row.home = home;
        add(m_from, row);
    }
    void write(Id<Block> in, const QString &text)
    {
        MeasureText row;
        row.measure = m_measure;
        row.block = in;
        row.text = text;
        add(m_from, row);
    }
    void charge(Id<Department> with)
    {
        Responsibility row;
        row.measure = m_measure;
        row.department = with;
        row.role = u"lead"_s;
        add(m_from, row);
    }
    MeasurePasting paste(Id<Measure> beside = {})
    {
        const auto clip = measureClipFromJson(toJson(clipOf(m_from, {m_measure})));
        if (!clip)
            qFatal("the clip cannot be read back");
        const MeasurePasting pasting = pasted(m_to, *clip, beside, m_ids);
        const auto prepared = prepare(m_to, pasting.change);
        if (!prepared || !applyTo(m_to, *prepared))
            qFatal("the measure does not fit: %s", qPrintable(prepared ? QString() : prepared.error().message()));
        return pasting;
    }
    QString textIn(Id<Measure> measure, Id<Block> in) const
    {
        for (const MeasureText *text : m_to.parts<&MeasureText::measure>(measure)) {
            if (text->block == in)
                return text->text;
        }
        return {};
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_from = Plan();
        m_to = Plan();
        PlanInfo info;
        info.title = u"元の計画"_s;
        add(m_from, info);
        choice(m_from, u"kind"_s, u"新規"_s);
        const auto aims = classification(m_from, u"aim"_s);
        const auto top = category(m_from, aims, u"暮らし"_s);
        const auto below = category(m_from, aims, u"窓口"_s, top);
        const auto odd = category(m_from, aims, u"観光"_s);
        Measure measure;
        measure.number = u"46"_s;
        measure.title = u"窓口の改善"_s;
        measure.kind = u"新規"_s;
        measure.state = u"完了"_s;
        m_measure = add(m_from, measure);
        belong(below, true);
        belong(odd, false);
        write(block(m_from, u"goal"_s, u"目標"_s), u"待ち時間［※1］を減らす。RPA［※7］とAI［※8］を使う。"_s);
        write(block(m_from, u"past"_s, u"これまで"_s), u"経緯"_s);
        Footnote note;
        note.owner = Owner(m_measure);
        note.mark = u"1"_s;
        note.word = u"待ち時間"_s;
        note.text = u"RPA[※7]で測った平均"_s;
        add(m_from, note);
        term(m_from, u"RPA"_s, 7);
        term(m_from, u"AI"_s, 8);
        charge(office(m_from, u"市民課"_s));
        charge(office(m_from, u"観光課"_s));
        Initiative row;
        row.measure = m_measure;
        row.title = u"導入"_s;
        const auto initiative = add(m_from, row);
        Phase phase;
        phase.initiative = initiative;
        phase.starts = PlanTime::fiscalYear(2024);
        phase.label = u"運用"_s;
        add(m_from, phase);
        Milestone stone;
        stone.initiative = initiative;
        stone.at = PlanTime::month(2024, 10);
        stone.label = u"開始"_s;
        add(m_from, stone);
        Indicator indicator;
        indicator.measure = m_measure;
        indicator.name = u"待ち時間"_s;
        const auto counted = add(m_from, indicator);
        IndicatorValue value;
        value.indicator = counted;
        value.role = u"target"_s;
        value.value = u"10"_s;
        add(m_from, value);
    }

    void everythingOfTheMeasureComesAlong()
    {
        PlanInfo info;
        info.title = u"別の計画"_s;
        add(m_to, info);
        choice(m_to, u"kind"_s, u"新規"_s);
        const auto aims = classification(m_to, u"aim"_s);
        const auto top = category(m_to, aims, u"暮らし"_s);
        const auto below = category(m_to, aims, u"窓口"_s, top);
        category(m_to, aims, u"窓口"_s); // of the same name elsewhere in the tree
        const auto goal = block(m_to, u"goal"_s, u"めざす状態"_s);
        const auto citizens = office(m_to, u"市民課"_s);
        term(m_to, u"RPA"_s, 3);
        const MeasurePasting pasting = paste();
        QCOMPARE(pasting.change.title, u"施策『窓口の改善』を貼り付け"_s);
        QCOMPARE(missingInWords(pasting), u"目指す姿「観光」、用語「AI」、票の欄「これまで」、所管課「観光課」"_s);
        QCOMPARE(pasting.added.size(), 1);
        const Measure *made = m_to.find(pasting.added.first());
        QCOMPARE(made->number, u"1"_s);
        QCOMPARE(made->kind, u"新規"_s);
        QVERIFY(made->state.isEmpty());
        QCOMPARE(textIn(made->id, goal), u"待ち時間［※1］を減らす。RPA［※3］とAIを使う。"_s);
        QCOMPARE(sheetNotes(m_to, made->id).size(), 1);
        QCOMPARE(sheetNotes(m_to, made->id).first()->text, u"RPA［※3］で測った平均"_s);
        const auto memberships = m_to.parts<&Membership::measure>(made->id);
        QCOMPARE(memberships.size(), 1);
        QCOMPARE(memberships.first()->category, below);
        QVERIFY(memberships.first()->home);
        const auto duties = m_to.parts<&Responsibility::measure>(made->id);
        QCOMPARE(duties.size(), 1);
        QCOMPARE(duties.first()->department, citizens);
        const auto initiative = m_to.parts<&Initiative::measure>(made->id).value(0);
        QVERIFY(initiative);
        QCOMPARE(m_to.parts<&Phase::initiative>(initiative->id).size(), 1);
        QCOMPARE(m_to.parts<&Milestone::initiative>(initiative->id).size(), 1);
        const auto indicator = m_to.parts<&Indicator::measure>(made->id).value(0);
        QVERIFY(indicator);
        QCOMPARE(m_to.parts<&IndicatorValue::indicator>(indicator->id).size(), 1);
    }

    void notesOfThePlanAtLargeStayWithTheMeasureThatNamesThem()
    {
        for (const QString &word : {u"基幹系"_s, u"標準化"_s}) {
            Footnote note; // of no sheet
            note.mark = word;
            note.word = word;
            note.text = u"%1の説明"_s.arg(word);
            add(m_from, note);
        }
        write(block(m_from, u"more"_s, u"続き"_s), u"基幹系［※基幹系］の標準化［※標準化］。基幹系［※基幹系］と待ち時間［※1］。"_s);
        PlanInfo info;
        info.title = u"別の計画"_s;
        add(m_to, info);
        const auto more = block(m_to, u"more"_s, u"続き"_s);
        Footnote known;
        known.mark = u"2"_s;
        known.word = u"標準化"_s;
        known.text = u"ここでの説明"_s;
        add(m_to, known);
        const MeasurePasting pasting = paste();
        const Id<Measure> made = pasting.added.first();
        QCOMPARE(textIn(made, more), u"基幹系［※3］の標準化［※2］。基幹系［※3］と待ち時間［※1］。"_s);
        const auto notes = sheetNotes(m_to, made);
        QCOMPARE(notes.size(), 2); // its own, and the one this plan lacks
        QCOMPARE(notes.first()->text, u"基幹系の説明"_s);
        QVERIFY(!missingInWords(pasting).contains(u"基幹系"_s));
    }

    void whereNumbersRestartTheMeasureIsNumberedAtItsAimOrBesideAnother()
    {
        PlanInfo info;
        info.title = u"項目ごとの計画"_s;
        info.numbering = u"項目ごと"_s;
        info.adopted = PlanTime::month(2023, 4);
        add(m_to, info);
        const auto aims = classification(m_to, u"policy"_s, u"1/①"_s);
        const auto only = category(m_to, aims, u"基盤"_s);
        m_to.table(TableId::Category).set(only.row, fieldIndex<&Category::code>(), u"1"_s);
        Measure measure;
        measure.number = u"1-1"_s;
        measure.title = u"先の施策"_s;
        const auto beside = add(m_to, measure);
        Membership home;
        home.measure = beside;
        home.category = only;
        home.home = true;
        add(m_to, home);
        const Measure *made = m_to.find(paste(beside).added.first());
        QCOMPARE(homeOf(m_to, made->id), only);
        QCOMPARE(made->number, u"1-2"_s);
        QCOMPARE(made->series, u"added"_s); // into an adopted plan
        QCOMPARE(measuresByAddress(m_to, u"1-2"_s), QList<Id<Measure>>{made->id});
        const auto aim = category(m_to, aims, u"窓口"_s);
        m_to.table(TableId::Category).set(aim.row, fieldIndex<&Category::code>(), u"2"_s);
        const Measure *second = m_to.find(paste(beside).added.first());
        QCOMPARE(homeOf(m_to, second->id), aim);
        QCOMPARE(second->number, u"2-1"_s);
    }

    void aCopyInTheSamePlanIsAMeasureOfItsOwn()
    {
        m_to = m_from;
        const MeasurePasting pasting = paste();
        QVERIFY(pasting.missing.isEmpty());
        QCOMPARE(m_to.rows<Measure>().size(), 2);
        QCOMPARE(m_to.find(pasting.added.first())->number, u"47"_s);
        QCOMPARE(m_to.rows<Phase>().size(), 2);
        QCOMPARE(m_to.rows<Department>().size(), m_from.rows<Department>().size());
    }

    void twoDocumentsAreIndependentAndOneUndoTakesThePastingBack()
    {
        QTemporaryDir folder;
        const auto open = [&](const QString &name) {
            const QString path = folder.filePath(name);
            const auto created = PlanDocument::create(path, smallPlan(m_ids), testEnvironment());
            return created ? PlanDocument::open(path, testEnvironment()) : Result<std::unique_ptr<PlanDocument>>(created.error());
        };
        auto first = open(u"一.dxplan"_s);
        auto second = open(u"二.dxplan"_s);
        QVERIFY(first && second);
        PlanDocument &to = **second;
        const auto all = (*first)->plan().ordered<Measure>();
        const MeasurePasting pasting = pasted(to.plan(), clipOf((*first)->plan(), {all[0]->id, all[2]->id}), {}, m_ids);
        QCOMPARE(pasting.change.title, u"施策『施策名1』ほか1件を貼り付け"_s);
        QVERIFY(to.apply(pasting.change));
        QCOMPARE(to.plan().rows<Measure>().size(), 5);
        QCOMPARE(to.plan().ordered<Measure>().last()->number, u"5"_s);
        QCOMPARE(to.plan().rows<Phase>().size(), 5);
        QCOMPARE((*first)->plan().rows<Measure>().size(), 3);
        QVERIFY(to.undoNow());
        QCOMPARE(to.plan().rows<Measure>().size(), 3);
        QCOMPARE(to.plan().rows<Phase>().size(), 3);
    }

    void whatIsNoClipIsNotTaken()
    {
        QVERIFY(!measureClipFromJson({}));
        QVERIFY(!measureClipFromJson("{\"version\":1,\"measures\":[\"NOBODY\"],\"tables\":{}}"));
        QByteArray cut = toJson(clipOf(m_from, {m_measure}));
        cut.chop(1);
        QVERIFY(!measureClipFromJson(cut));
        QCOMPARE(toTable(clipOf(m_from, {m_measure})),
                 u"番号\t施策名\t区分\t期間区分\t所管課\n46\t窓口の改善\t新規\t\t市民課、観光課\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestMeasureClip)
#include "tst_measure_clip.moc"
