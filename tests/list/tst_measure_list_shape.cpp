// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the list of measures: what each cell shows, what may be typed there, where new rows come, and what a view keeps.
#include "models/change/prepare.h"
#include "models/grid/grid_changes.h"
#include "models/grid/measure_cells.h"
#include "models/grid/measure_list_order.h"
#include "models/grid/measure_list_shape.h"
#include "models/item/grid_model.h"
#include "tests/support/survey_plan.h"
#include "tests/support/warnings.h"

#include <QAbstractItemModelTester>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// Two offices lead and one party in words stands beside them; aims on two levels, two of them of one name.
struct ListPlan {
    Plan plan;
    IdSource ids = randomIds();
    QList<Id<Measure>> measures;
    Id<Classification> aims;
    QHash<QString, Id<Category>> aim;
    Id<Block> outline;

    ListPlan()
    {
        RowMaker maker(ids);
        PlanInfo info;
        info.title = u"試験計画"_s;
        maker.add(info);
        for (const auto &[list, key] :
             {std::pair(u"kind"_s, u"新規"_s), std::pair(u"kind"_s, u"継続"_s), std::pair(u"horizon"_s, u"短期"_s)}) {
            Choice choice;
            choice.list = list;
            choice.key = choice.label = key;
            maker.add(choice);
        }
        Block block;
        block.kind = u"text"_s;
        block.key = u"outline"_s;
        block.label = u"概要"_s;
        outline = maker.add(block);
        Classification classification;
        classification.key = u"aim"_s;
        classification.title = u"目指す姿"_s;
        classification.levels = u"分野/項目"_s;
        classification.numbering = u"1/(1)"_s;
        aims = maker.add(classification);
        const auto addAim = [&](const QString &code, const QString &title, const QString &parent = {}) {
            Category category;
            category.classification = aims;
            category.code = code;
            category.title = title;
            category.parent = aim.value(parent);
            aim.insert(parent.isEmpty() ? title : parent + u'/' + title, maker.add(category));
        };
        addAim(u"1"_s, u"くらし"_s);
        addAim(u"(1)"_s, u"手続き、相談がしやすい"_s, u"くらし"_s);
        addAim(u"(2)"_s, u"情報の発信"_s, u"くらし"_s);
        addAim(u"2"_s, u"しごと"_s);
        addAim(u"(1)"_s, u"働き方"_s, u"しごと"_s);
        addAim(u"(2)"_s, u"情報の発信"_s, u"しごと"_s);
        QHash<QString, Id<Department>> offices;
        for (const auto &[name, yomi] :
             {std::pair(u"企画課"_s, u"きかくか"_s), std::pair(u"情報政策課"_s, u"じょうほうせいさくか"_s),
              std::pair(u"市民課"_s, u"しみんか"_s)}) {
            Department office;
            office.name = name;
            office.yomi = yomi;
            offices.insert(name, maker.add(office));
        }
        for (int i = 1; i <= 3; ++i) {
            Measure measure;
            measure.number = QString::number(i);
            measure.title = u"施策の名前%1"_s.arg(i);
            measures << maker.add(measure);
        }
        const auto addDuty = [&](Id<Measure> measure, const QString &office, const QString &topic = {}, const PlanTime &to = {}) {
            Responsibility duty;
            duty.measure = measure;
            duty.role = u"lead"_s;
            duty.department = offices.value(office);
            duty.actor = offices.contains(office) ? QString() : office;
            duty.topic = topic;
            duty.to = to;
            maker.add(duty);
        };
        addDuty(measures[0], u"企画課"_s, {}, PlanTime::day(2020, 4, 1));
        addDuty(measures[0], u"情報政策課"_s, u"AI-OCR"_s);
        addDuty(measures[0], u"全庁"_s);
        addDuty(measures[1], u"企画課"_s);
        Membership membership;
        membership.measure = measures[0];
        membership.category = aim.value(u"くらし/手続き、相談がしやすい"_s);
        membership.home = true;
        maker.add(membership);
        plan = std::move(maker).plan();
    }
};
} // namespace

class TestMeasureListShape : public QObject {
    Q_OBJECT

    ListPlan m_list;

    const Plan &plan() const { return m_list.plan; }
    RowId row(int place) const { return m_list.measures[place].row; }
    GridShape shape() const { return measureListShape(plan(), m_columns); }
    QStringList m_columns;

    int column(const QString &key) const { return static_cast<int>(shownColumns(plan(), m_columns).indexOf(key)); }
    QString shown(int place, const QString &key) const { return cellText(plan(), shape(), {{row(place)}, column(key)}); }
    std::optional<Error> take(const Result<ChangeSet> &wanted)
    {
        if (!wanted)
            return wanted.error();
        const auto change = prepare(plan(), *wanted);
        if (!change)
            return change.error();
        if (!applyTo(m_list.plan, *change))
            qFatal("the change does not fit");
        return {};
    }
    std::optional<Error> type(int place, const QString &key, const QString &text)
    {
        return take(typedInto(plan(), shape(), {{row(place)}, column(key)}, text, m_list.ids));
    }
    QList<const Membership *> memberships(int place) const { return plan().parts<&Membership::measure>(m_list.measures[place]); }
    QList<const Responsibility *> duties(int place) const { return plan().parts<&Responsibility::measure>(m_list.measures[place]); }
    /// The measures a view shows, in its order.
    QList<Id<Measure>> inView(const MeasureListView &view) const
    {
        const GridShape list = measureListShape(plan(), view.columns);
        QList<Id<Measure>> measures;
        for (const GridRow &one : ordered(plan(), list, list.rows(plan()), orderOf(view, shownColumns(plan(), view.columns))))
            measures << Id<Measure>(one.id);
        return measures;
    }
    QStringList titles() const
    {
        QStringList list;
        for (const Measure *measure : plan().ordered<Measure>())
            list << measure->title;
        return list;
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_list = ListPlan();
        m_columns.clear();
    }

    void everySampleIsListedAndItsCellsCanBeTypedAgain_data();
    void everySampleIsListedAndItsCellsCanBeTypedAgain();

    void aimsAreTypedByTitleByCodeOrByBoth()
    {
        QCOMPARE(shown(0, u"class:aim"_s), u"(1) 手続き、相談がしやすい"_s);
        const Id<Membership> before = memberships(0).first()->id;
        QVERIFY(!type(0, u"class:aim"_s, u"働き方、(1) 手続き、相談がしやすい"_s)); // a title may hold what divides titles
        QCOMPARE(shown(0, u"class:aim"_s), u"(1) 働き方、(1) 手続き、相談がしやすい"_s);
        QCOMPARE(memberships(0).size(), 2);
        QCOMPARE(memberships(0).first()->id, before); // what stays keeps its row
        QVERIFY(!memberships(0).first()->home);       // and the first one named is the home
        QVERIFY(memberships(0).last()->home);
        QVERIFY(!type(1, u"class:aim"_s, u"１ー（２）"_s)); // the address, as one types it
        QCOMPARE(memberships(1).first()->category, m_list.aim.value(u"くらし/情報の発信"_s));
        QVERIFY(!type(1, u"class:aim"_s, u"くらし\n２－１"_s));
        QCOMPARE(shown(1, u"class:aim"_s), u"1 くらし、(1) 働き方"_s);
        QVERIFY(!type(1, u"class:aim"_s, {}));
        QVERIFY(memberships(1).isEmpty());
    }

    void anAimThatIsNotThereOrNotAloneIsRefusedWithWhatCouldBeMeant()
    {
        const auto unknown = type(0, u"class:aim"_s, u"働き"_s);
        QVERIFY(unknown);
        QVERIFY2(unknown->what.contains(u"「働き」"_s) && unknown->remedy.contains(u"2-1 働き方"_s),
                 qPrintable(unknown->message()));
        const auto twice = type(0, u"class:aim"_s, u"くらし、情報の発信"_s);
        QVERIFY(twice);
        QVERIFY2(twice->what.contains(u"「情報の発信」"_s), qPrintable(twice->message()));
        QVERIFY2(twice->remedy.contains(u"1-2 情報の発信"_s) && twice->remedy.contains(u"2-2 情報の発信"_s),
                 qPrintable(twice->message()));
        QCOMPARE(shown(0, u"class:aim"_s), u"(1) 手続き、相談がしやすい"_s); // nothing of it was taken
        QVERIFY(!type(0, u"class:aim"_s, u"2-2 情報の発信"_s));
        QVERIFY(!type(0, u"class:aim"_s, u"(2) 情報の発信、くらし"_s)); // as it is shown it means the one it has
        QCOMPARE(memberships(0).first()->category, m_list.aim.value(u"しごと/情報の発信"_s));
        QCOMPARE(memberships(0).size(), 2);
    }

    void officesThatAreStillNamedKeepWhatElseIsStated()
    {
        QCOMPARE(shown(0, u"lead"_s), u"情報政策課、全庁"_s); // not who led it before
        QVERIFY(!type(0, u"lead"_s, u"全庁、市民課、じょうほうせいさくか"_s));
        QCOMPARE(duties(0).size(), 4);
        QCOMPARE(shown(0, u"lead"_s), u"全庁、市民課、情報政策課"_s);
        int topics = 0;
        int former = 0;
        for (const Responsibility *duty : duties(0)) {
            topics += duty->topic == u"AI-OCR"_s ? 1 : 0;
            former += duty->to.isDated() ? 1 : 0;
        }
        QCOMPARE(topics, 1);
        QCOMPARE(former, 1);
        QCOMPARE(column(u"related"_s), -1); // nobody is named there yet, so it is not among the usual columns
        m_columns = {u"lead"_s, u"related"_s};
        QVERIFY(!type(1, u"related"_s, u"全庁；企画課"_s)); // a party of another measure is known
        QCOMPARE(shown(1, u"related"_s), u"全庁、企画課"_s);
        QCOMPARE(shown(1, u"lead"_s), u"企画課"_s);
        const auto refused = type(1, u"lead"_s, u"企画課、海底都市課"_s);
        QVERIFY(refused);
        QVERIFY2(refused->what.contains(u"海底都市課"_s), qPrintable(refused->message()));
        QCOMPARE(shown(1, u"lead"_s), u"企画課"_s);
    }

    void anEndingNeedsItsTime()
    {
        QCOMPARE(shown(0, u"state"_s), u"継続"_s);
        const auto refused = type(0, u"state"_s, u"完了"_s);
        QVERIFY(refused);
        QVERIFY2(refused->remedy.contains(u"令和7年3月完了"_s), qPrintable(refused->message()));
        QVERIFY(!type(0, u"state"_s, u"R7.3 完了"_s));
        QCOMPARE(shown(0, u"state"_s), u"令和7年3月完了"_s);
        QVERIFY(!type(0, u"state"_s, u"廃止"_s)); // the time stays
        QCOMPARE(shown(0, u"state"_s), u"令和7年3月廃止"_s);
        QVERIFY(!type(0, u"state"_s, u"令和8年3月、施策2に統合"_s));
        QCOMPARE(shown(0, u"state"_s), u"令和8年3月、施策2に統合"_s);
        QCOMPARE(plan().find(m_list.measures[1])->predecessor, m_list.measures[0]);
        QVERIFY(!type(0, u"state"_s, u"継続"_s));
        QVERIFY(plan().find(m_list.measures[0])->state_at.isUnknown());
        QVERIFY(plan().find(m_list.measures[1])->predecessor.isNull());
        QVERIFY(type(0, u"state"_s, u"そのうち"_s));
    }

    void aTextOfTheSheetIsACellOfItsOwn()
    {
        QCOMPARE(column(u"text:outline"_s), -1); // not before it is chosen
        m_columns = {u"text:outline"_s};
        QCOMPARE(shownColumns(plan(), m_columns), (QStringList{u"number"_s, u"title"_s, u"text:outline"_s}));
        QVERIFY(!type(0, u"text:outline"_s, u"一行目\n二行目"_s));
        QCOMPARE(plan().parts<&MeasureText::measure>(m_list.measures[0]).first()->text, u"一行目\n二行目"_s);
        QCOMPARE(plan().parts<&MeasureText::measure>(m_list.measures[0]).first()->block, m_list.outline);
        QVERIFY(!type(1, u"text:outline"_s, {}));
        QVERIFY(plan().parts<&MeasureText::measure>(m_list.measures[1]).isEmpty());
    }

    void aNewRowIsAMeasureBelowTheOneWhereItIsMade()
    {
        const RowId id = m_list.ids();
        QVERIFY(!take(rowAdded(plan(), shape(), 0, id, row(0), m_list.ids)));
        QCOMPARE(titles(), (QStringList{u"施策の名前1"_s, u"新しい施策"_s, u"施策の名前2"_s, u"施策の名前3"_s}));
        QCOMPARE(plan().find(Id<Measure>(id))->number, u"4"_s);
        QVERIFY(!take(rowAdded(plan(), shape(), 0, m_list.ids(), {}, m_list.ids)));
        QCOMPARE(plan().ordered<Measure>().last()->number, u"5"_s);
    }

    void aNewRowIsNumberedInTheHomeOfTheOneWhereItIsMade()
    {
        const Id<PlanInfo> info = plan().info().id;
        ChangeBuilder numbering(u"番号"_s);
        numbering.set<&PlanInfo::numbering>(info, u"項目ごと"_s);
        QVERIFY(!take(std::move(numbering).build()));
        QVERIFY(!type(0, u"number"_s, u"1-1-1"_s));
        const Id<Measure> id(m_list.ids());
        QVERIFY(!take(rowAdded(plan(), shape(), 0, id.row, row(0), m_list.ids)));
        QCOMPARE(plan().find(id)->number, u"1-1-2"_s);
        QCOMPARE(plan().parts<&Membership::measure>(id).first()->category, memberships(0).first()->category);
    }

    void linesPastedBeyondTheEndBecomeMeasures()
    {
        m_columns = {u"kind"_s, u"class:aim"_s, u"lead"_s};
        const QList<QStringList> cells{{u"3"_s, u"改めた名前"_s, u"新規"_s, u"くらし"_s, u"市民課"_s},
                                       {u"11"_s, u"十一番"_s, u"継続"_s, u"働き方"_s, u"企画課、市民課"_s},
                                       {u"12"_s, u"十二番"_s, QString(), QString(), QString()},
                                       {QString(), QString(), QString(), QString(), QString()}};
        QVERIFY(!take(blockPasted(plan(), shape(), {row(2), {0, 1, 2, 3, 4}, cells}, m_list.ids)));
        QCOMPARE(titles(), (QStringList{u"施策の名前1"_s, u"施策の名前2"_s, u"改めた名前"_s, u"十一番"_s, u"十二番"_s}));
        const Measure *added = plan().ordered<Measure>()[3];
        QCOMPARE(added->number, u"11"_s);
        QCOMPARE(cellText(plan(), shape(), {{added->id.row}, column(u"lead"_s)}), u"企画課、市民課"_s);
        QCOMPARE(cellText(plan(), shape(), {{added->id.row}, column(u"class:aim"_s)}), u"(1) 働き方"_s);
        const PastedBlock odd{{}, {0, 1, column(u"kind"_s)}, {{u"20"_s, u"名前"_s, u"別"_s}}};
        const auto refused = take(blockPasted(plan(), shape(), odd, m_list.ids));
        QVERIFY(refused);
        QVERIFY2(refused->what.contains(u"貼り付けの1行目「区分」"_s), qPrintable(refused->message()));
        QCOMPARE(titles().size(), 5); // all or nothing
    }

    void severalMeasuresTakeOneTextTogether()
    {
        m_columns = {u"kind"_s, u"horizon"_s, u"class:aim"_s, u"lead"_s, u"state"_s};
        const auto typeAll = [this](const QString &key, const QString &text) {
            QList<GridAddress> cells;
            for (int place = 0; place < 3; ++place)
                cells << GridAddress{{row(place)}, column(key)};
            return take(typedIntoAll(plan(), shape(), cells, text, m_list.ids));
        };
        const QList<std::pair<QString, QString>> texts{{u"kind"_s, u"継続"_s},
                                                       {u"horizon"_s, u"短期"_s},
                                                       {u"lead"_s, u"市民課、全庁"_s},
                                                       {u"class:aim"_s, u"(1) 働き方"_s},
                                                       {u"state"_s, u"令和7年3月完了"_s}};
        for (const auto &[key, text] : texts) {
            const auto refused = typeAll(key, text);
            QVERIFY2(!refused, refused ? qPrintable(refused->message()) : "");
            for (int place = 0; place < 3; ++place)
                QCOMPARE(shown(place, key), text);
        }
        QVERIFY(typeAll(u"kind"_s, u"別"_s));
        QCOMPARE(shown(0, u"kind"_s), u"継続"_s);
    }

    void theNumberOfAnAddedMeasureIsItsOwn()
    {
        ChangeBuilder added(u"追加"_s);
        added.set<&Measure::series>(m_list.measures[2], u"added"_s);
        QVERIFY(!take(std::move(added).build()));
        QCOMPARE(shown(2, u"number"_s), u"追加3"_s);
        QVERIFY(!type(2, u"number"_s, u"追加7"_s));
        QCOMPARE(plan().find(m_list.measures[2])->number, u"7"_s);
        QCOMPARE(shown(2, u"number"_s), u"追加7"_s);
    }

    void whereAMeasureWasMergedIsToldWhenThatOneGetsAnotherNumber()
    {
        QTemporaryDir folder;
        QVERIFY(!type(0, u"state"_s, u"令和7年3月、施策2に統合"_s));
        const auto document = documentOf(difference(Plan(), plan()), folder.filePath(u"計画.dxplan"_s));
        GridModel model(document.get(), shape());
        const int state = column(u"state"_s);
        QString seen = model.index(0, state).data().toString();
        QVERIFY2(seen.contains(u"施策2"_s), qPrintable(seen));
        QSet<int> told;
        connect(&model, &QAbstractItemModel::dataChanged, this, [&](const QModelIndex &from, const QModelIndex &to) {
            for (int at = from.row(); at <= to.row(); ++at)
                told.insert(at);
            seen = told.contains(0) ? model.index(0, state).data().toString() : seen;
        });
        QVERIFY(model.setData(model.index(1, column(u"number"_s)), u"8"_s));
        QVERIFY(document->flush());
        QVERIFY2(seen.contains(u"施策8"_s), qPrintable(seen));
        QCOMPARE(told, (QSet<int>{0, 1})); // and of no other
    }

    void columnsAreTheSameHoweverUsualTheyAre()
    {
        const QList<ListedColumn> before = listedColumns(plan());
        QCOMPARE(shownColumns(plan(), {}).contains(u"related"_s), false);
        m_columns = {u"related"_s};
        QVERIFY(!type(0, u"related"_s, u"市民課"_s));
        m_columns.clear();
        QVERIFY(shownColumns(plan(), {}).contains(u"related"_s));
        QCOMPARE(listedColumns(plan()), before);
        ChangeBuilder renamed(u"分類の名称"_s);
        renamed.set<&Classification::title>(m_list.aims, u"政策の柱"_s);
        QVERIFY(!take(std::move(renamed).build()));
        QVERIFY(listedColumns(plan()) != before);
    }

    void whatOnlyTheListHoldsIsToldFromWhatTheFormHoldsToo()
    {
        for (const GridCell &cell : {stateCell(), partiesCell(u"lead"_s), partiesCell(u"related"_s)})
            QVERIFY2(isOnlyInList(cell.part), qPrintable(cell.part));
        for (const GridCell &cell : {categoriesCell(m_list.aims), blockTextCell(m_list.outline), GridCell()})
            QVERIFY2(!isOnlyInList(cell.part), qPrintable(cell.part));
    }

    void officesAreSortedAsTheCityListsThem()
    {
        QVERIFY(!type(2, u"lead"_s, u"市民課"_s));
        MeasureListView view;
        view.sortedBy = u"lead"_s;
        QCOMPARE(inView(view), (QList{m_list.measures[1], m_list.measures[0], m_list.measures[2]}));
        view.descending = true;
        QCOMPARE(inView(view), (QList{m_list.measures[2], m_list.measures[0], m_list.measures[1]}));
        view.kept.insert(u"lead"_s, {u"企画課"_s, u"市民課"_s});
        QCOMPARE(inView(view), (QList{m_list.measures[2], m_list.measures[1]}));
    }

    void aViewIsKeptAsTextAndHoldsWhereColumnsHaveGone()
    {
        MeasureListView view;
        view.columns = {u"number"_s, u"title"_s, u"lead"_s, u"text:outline"_s};
        view.sortedBy = u"text:outline"_s;
        view.descending = true;
        view.kept.insert(u"lead"_s, {u"企画課"_s, QString()});
        QCOMPARE(MeasureListView::fromText(view.toText()), view);
        const QStringList columns = shownColumns(plan(), view.columns);
        QCOMPARE(viewOf(columns, orderOf(view, columns)), view);
        QCOMPARE(MeasureListView::fromText(u"いたずら"_s), MeasureListView());
        ChangeBuilder gone(u"欄を削除"_s);
        gone.remove(m_list.outline);
        QVERIFY(!take(std::move(gone).build()));
        QCOMPARE(shownColumns(plan(), view.columns), (QStringList{u"number"_s, u"title"_s, u"lead"_s}));
        QCOMPARE(inView(view), (QList{m_list.measures[1], m_list.measures[2]})); // in the plan's order
    }

    void progressIsListedOnceSomethingIsAnswered()
    {
        SurveyPlan survey;
        survey.open();
        const Id<Survey> round = survey.addSurvey(u"令和5年度末"_s, 2023);
        QVERIFY(!shownColumns(survey.plan(), {}).contains(u"progress"_s));
        survey.answer(round, {u"順調"_s, u"遅延"_s});
        const QStringList columns = shownColumns(survey.plan(), {});
        QVERIFY(columns.contains(u"progress"_s));
        const GridShape list = measureListShape(survey.plan());
        const Measure *first = survey.plan().ordered<Measure>().first();
        const auto text = [&](const QString &key) {
            return cellText(survey.plan(), list, {{first->id.row}, static_cast<int>(columns.indexOf(key))});
        };
        QCOMPARE(text(u"progress"_s), u"順調1・遅延1・未回答1"_s);
        QCOMPARE(text(u"initiatives"_s), u"3"_s);
    }
};

void TestMeasureListShape::everySampleIsListedAndItsCellsCanBeTypedAgain_data()
{
    QTest::addColumn<QString>("city");
    for (const char *city : {"izumo", "hatsukaichi", "katagami"})
        QTest::newRow(city) << QString::fromLatin1(city);
}

void TestMeasureListShape::everySampleIsListedAndItsCellsCanBeTypedAgain()
{
    QFETCH(const QString, city);
    QTemporaryDir folder;
    const auto document = documentOf(sampleContent(city), folder.filePath(u"計画.dxplan"_s));
    QStringList columns;
    for (const ListedColumn &listed : listedColumns(document->plan()))
        columns << listed.key;
    GridModel model(document.get(), measureListShape(document->plan(), columns));
    QAbstractItemModelTester tester(&model);
    const auto measures = document->plan().ordered<Measure>();
    QCOMPARE(model.recordCount(), measures.size());
    QVERIFY(model.recordCount() > 10);
    int filled = 0;
    for (int row = 0; row < model.recordCount(); ++row) {
        QCOMPARE(model.recordAt(row), measures[row]->id.row);
        for (int column = 0; column < model.columnCount(); ++column) {
            const GridAddress cell{model.rowAt(row), column};
            if (!model.flags(model.index(row, column)).testFlag(Qt::ItemIsEditable))
                continue;
            filled += cellText(document->plan(), model.shape(), cell).isEmpty() ? 0 : 1;
            const Plan &plan = document->plan();
            for (const QString &typed : {cellInput(plan, model.shape(), cell), cellText(plan, model.shape(), cell)}) {
                const auto change = typedInto(plan, model.shape(), cell, typed, randomIds());
                QVERIFY2(change, change ? "" : qPrintable(columns[column] + u": "_s + change.error().message()));
                const auto prepared = prepare(plan, *change);
                QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().message()));
                QVERIFY2(prepared->isEmpty(), qPrintable(u"%1 %2: %3"_s.arg(measures[row]->number, columns[column], typed)));
            }
        }
    }
    QVERIFY(filled > 100);
}

QTEST_GUILESS_MAIN(TestMeasureListShape)
#include "tst_measure_list_shape.moc"
