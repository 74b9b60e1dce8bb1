// SPDX-License-Identifier: GPL-3.0-or-later
// Codes and numbers: how they are written, which comes next, what an address names, and what note marks show.
#include "models/document/note_marks.h"
#include "models/document/note_numbers.h"
#include "models/order/numbering.h"
#include "models/order/shown_levels.h"
#include "models/plan/codes.h"
#include "models/plan/measure_address.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/small_plan.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestNumbering : public QObject {
    Q_OBJECT

private slots:
    void init();
    void codesAreWrittenByPatterns_data();
    void codesAreWrittenByPatterns();
    void codesAreReadBack();
    void aNewCategoryFollowsItsSiblings();
    void aMeasureIsAddressedThroughItsHome();
    void numbersRestartInEveryGroup();
    void withoutSuchARuleThePlanCounts();
    void anAddressMayBeWrittenInOtherSigns();
    void renumberingFollowsTheOrder();
    void marksFollowTheOrderOfTheTexts();
    void anchorsFindThePlansNotesAndTheGlossary();
    void noNumberOfTheSamplesIsOdd();
    void aNumberThatDoesNotFitItsHomeIsOdd();
    void bracketsAndDigitsOfEitherWidthAreOneMark();
    void termsAreNumberedInTheOrderOfTheTexts();
    void marksFollowWhatTheyName();
    void keysNameLevels();

private:
    template <typename T>
    Id<T> add(T row)
    {
        row = m_maker.made(row);
        applyTo(m_plan, insertionOf(row));
        return row.id;
    }
    Id<Category> addCategory(const QString &title, const QString &code, Id<Category> parent = {});
    Id<Measure> addMeasure(const QString &number, Id<Category> home);
    void setNumbering(const QString &numbering);
    Id<Passage> addPassage(const QString &text);
    Id<GlossaryTerm> addTerm(const QString &word, qint64 number);

    Plan m_plan;
    RowMaker m_maker;
    Id<Classification> m_tree;
    Id<Category> m_policy;
    Id<Category> m_first;
    Id<Category> m_second;
};

void TestNumbering::init()
{
    failOnWarnings();
    m_plan = Plan();
    m_maker = RowMaker();
    PlanInfo info;
    info.title = u"試験計画"_s;
    info.numbering = u"項目ごと"_s;
    add(info);
    Classification tree;
    tree.key = u"policy"_s;
    tree.title = u"方針"_s;
    tree.levels = u"方針/まとまり"_s;
    tree.numbering = u"(1)/#/①"_s;
    m_tree = add(tree);
    m_policy = addCategory(u"行政"_s, u"(1)"_s);
    m_first = addCategory(u"庁内"_s, {}, m_policy);
    m_second = addCategory(u"窓口"_s, {}, m_policy);
}

Id<Category> TestNumbering::addCategory(const QString &title, const QString &code, Id<Category> parent)
{
    Category category;
    category.classification = m_tree;
    category.parent = parent;
    category.title = title;
    category.code = code;
    return add(category);
}

Id<Measure> TestNumbering::addMeasure(const QString &number, Id<Category> home)
{
    Measure measure;
    measure.number = number;
    measure.title = u"取組"_s + number;
    const Id<Measure> id = add(measure);
    Membership membership;
    membership.measure = id;
    membership.category = home;
    membership.home = true;
    add(membership);
    return id;
}

void TestNumbering::setNumbering(const QString &numbering)
{
    m_plan.table(TableId::Classification).set(m_tree.row, fieldIndex<&Classification::numbering>(), numbering);
}

void TestNumbering::codesAreWrittenByPatterns_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<int>("n");
    QTest::addColumn<QString>("code");
    QTest::newRow("plain") << u"1"_s << 12 << u"12"_s;
    QTest::newRow("brackets") << u"(1)"_s << 3 << u"(3)"_s;
    QTest::newRow("circle") << u"①"_s << 20 << u"⑳"_s;
    QTest::newRow("large circle") << u"①"_s << 21 << u"㉑"_s;
    QTest::newRow("beyond circles") << u"①"_s << 51 << u"(51)"_s;
    QTest::newRow("kana") << u"ア"_s << 6 << u"カ"_s;
    QTest::newRow("roman") << u"Ⅰ"_s << 4 << u"Ⅳ"_s;
    QTest::newRow("kanji") << u"第一"_s << 21 << u"第二十一"_s;
    QTest::newRow("chapter") << u"第1章"_s << 2 << u"第2章"_s;
    QTest::newRow("letter") << u"A."_s << 3 << u"C."_s;
    QTest::newRow("counted only") << u"#"_s << 3 << QString();
    QTest::newRow("none") << QString() << 3 << QString();
}

void TestNumbering::codesAreWrittenByPatterns()
{
    QFETCH(QString, pattern);
    QFETCH(int, n);
    QTEST(formatCode(pattern, n), "code");
}

void TestNumbering::codesAreReadBack()
{
    for (const QString &pattern : {u"1"_s, u"(1)"_s, u"①"_s, u"ア"_s, u"第一章"_s}) {
        for (int n : {1, 9, 10, 11, 40})
            QCOMPARE(codeNumber(pattern, formatCode(pattern, n)), n);
    }
    QVERIFY(!codeNumber(u"(1)"_s, u"①"_s));
    QVERIFY(!codeNumber(u"#"_s, u"1"_s));
}

void TestNumbering::aNewCategoryFollowsItsSiblings()
{
    QCOMPARE(nextCategoryCode(m_plan, m_tree, {}), u"(2)"_s);
    QCOMPARE(nextCategoryCode(m_plan, m_tree, m_policy), QString());
    setNumbering(u"(1)/ア/①"_s);
    QCOMPARE(nextCategoryCode(m_plan, m_tree, m_policy), u"ア"_s);
}

void TestNumbering::aMeasureIsAddressedThroughItsHome()
{
    QCOMPARE(categoryAddress(m_plan, *m_plan.find(m_second)), u"1-2"_s);
    QCOMPARE(nextMeasureNumber(m_plan, m_second), u"1-2-①"_s);
    setNumbering(u"/1/①"_s); // the top level is no part of the numbers
    m_plan.table(TableId::Category).set(m_second.row, fieldIndex<&Category::code>(), u"7"_s);
    QCOMPARE(nextMeasureNumber(m_plan, m_second), u"7-①"_s);
}

void TestNumbering::numbersRestartInEveryGroup()
{
    addMeasure(u"1-1-①"_s, m_first);
    addMeasure(u"1-1-④"_s, m_first); // those between have ended and gone; their numbers stay unused
    QCOMPARE(nextMeasureNumber(m_plan, m_first), u"1-1-⑤"_s);
    QCOMPARE(nextMeasureNumber(m_plan, m_second), u"1-2-①"_s);
}

void TestNumbering::withoutSuchARuleThePlanCounts()
{
    m_plan.table(TableId::PlanInfo).set(m_plan.info().id.row, fieldIndex<&PlanInfo::numbering>(), u"連番"_s);
    addMeasure(u"61"_s, m_first);
    QCOMPARE(nextMeasureNumber(m_plan, m_second), u"62"_s);
    QCOMPARE(nextMeasureNumber(m_plan, {}), u"62"_s);
}

void TestNumbering::anAddressMayBeWrittenInOtherSigns()
{
    const auto first = addMeasure(u"1-1-①"_s, m_first);
    const auto second = addMeasure(u"1-1-②"_s, m_first);
    const auto bare = addMeasure(u"①"_s, m_second); // a plan may state the last part alone
    QCOMPARE(measuresByAddress(m_plan, u"1-1-②"_s), QList{second});
    QCOMPARE(measuresByAddress(m_plan, u"１－１－２"_s), QList{second});
    QCOMPARE(measuresByAddress(m_plan, u"(1)-1-1"_s), QList{first});
    QCOMPARE(measuresByAddress(m_plan, u"1-2-①"_s), QList{bare});
    QVERIFY(measuresByAddress(m_plan, u"1-3-①"_s).isEmpty());
}

void TestNumbering::renumberingFollowsTheOrder()
{
    const auto b = addMeasure(u"9"_s, m_first);
    const auto a = addMeasure(u"1"_s, m_first);
    const auto c = addMeasure(u""_s, m_second);
    setNumbering(u"(1)/ア/①"_s);
    QVERIFY(applyTo(m_plan, renumbering(m_plan, m_tree)));
    QCOMPARE(m_plan.find(m_second)->code, u"イ"_s);
    QCOMPARE(m_plan.find(b)->number, u"1-ア-①"_s);
    QCOMPARE(m_plan.find(a)->number, u"1-ア-②"_s);
    QCOMPARE(m_plan.find(c)->number, u"1-イ-①"_s);
    QVERIFY(renumbering(m_plan, m_tree).isEmpty());
}

void TestNumbering::marksFollowTheOrderOfTheTexts()
{
    QList<Id<Block>> blocks;
    for (const QString &key : {u"overview"_s, u"goal"_s}) {
        Block block;
        block.kind = u"text"_s;
        block.key = key;
        blocks << add(block);
    }
    const auto first = addMeasure(u"1-1-①"_s, m_first);
    const auto second = addMeasure(u"1-1-②"_s, m_first);
    const auto addText = [&](Id<Measure> measure, int block, const QString &text) {
        MeasureText row;
        row.measure = measure;
        row.block = blocks[block];
        row.text = text;
        return add(row);
    };
    const auto addNote = [&](Id<Measure> measure, const QString &mark) {
        Footnote note;
        note.owner = Owner(TableId::Measure, measure.row);
        note.mark = mark;
        note.text = u"注"_s + mark;
        return add(note);
    };
    const auto later = addText(first, 1, u"後の文［※a］"_s);
    addText(first, 0, u"前の文［※b］と［※b］"_s);
    addText(second, 0, u"別の票［※a］"_s);
    const auto noteA = addNote(first, u"a"_s);
    const auto noteB = addNote(first, u"b"_s);
    const auto other = addNote(second, u"a"_s);
    const auto ids = [](const QList<const Footnote *> &notes) {
        QList<Id<Footnote>> list;
        for (const Footnote *note : notes)
            list << note->id;
        return list;
    };
    QCOMPARE(ids(sheetNotes(m_plan, first)), (QList{noteB, noteA})); // by the order of the blocks, not of the rows
    QCOMPARE(ids(sheetNotes(m_plan, second)), QList{other});
    QCOMPARE(PlanNotes(m_plan).number(noteA), 2);
    QCOMPARE(PlanNotes(m_plan).number(other), 3);
    // Text that moves to the front takes its number along.
    m_plan.table(TableId::MeasureText).set(later.row, fieldIndex<&MeasureText::block>(), blocks[0].row);
    m_plan.table(TableId::MeasureText).set(later.row, fieldIndex<&MeasureText::text>(), u"前へ移した文［※a］"_s);
    QCOMPARE(ids(sheetNotes(m_plan, first)), (QList{noteA, noteB}));
    QCOMPARE(PlanNotes(m_plan).number(noteA), 1);
    QCOMPARE(PlanNotes(m_plan).number(other), 3);
}

void TestNumbering::anchorsFindThePlansNotesAndTheGlossary()
{
    GlossaryTerm term;
    term.word = u"クラウド"_s;
    term.number = 16;
    const auto cloud = add(term);
    Footnote note;
    note.mark = u"x"_s;
    const auto wide = add(note);
    QCOMPARE(termByNumber(m_plan, u"16"_s), m_plan.find(cloud));
    QVERIFY(!termByNumber(m_plan, u"1"_s));
    QVERIFY(!termByNumber(m_plan, u"x"_s));
    QCOMPARE(planNote(m_plan, u"x"_s), m_plan.find(wide));
    QCOMPARE(noteAnchors(u"クラウド［※16］とAI［※4］"_s).size(), 2);
    QCOMPARE(noteAnchors(u"クラウド［※16］"_s).first().mark, u"16"_s);
}

void TestNumbering::noNumberOfTheSamplesIsOdd()
{
    for (const QString &name : {u"izumo"_s, u"katagami"_s, u"hatsukaichi"_s}) {
        const Plan plan = samplePlan(name);
        QVERIFY(plan.rows<Measure>().size() > 0);
        for (const Measure &measure : some(plan.rows<Measure>()))
            QVERIFY2(numberProblem(plan, measure.id).isEmpty(), qPrintable(name + u": "_s + numberProblem(plan, measure.id)));
    }
}

void TestNumbering::aNumberThatDoesNotFitItsHomeIsOdd()
{
    const auto first = addMeasure(u"1-1-①"_s, m_first);
    const auto second = addMeasure(u"1-1-②"_s, m_first);
    QVERIFY(numberProblem(m_plan, second).isEmpty());
    const auto renumber = [&](const QString &number) {
        m_plan.table(TableId::Measure).set(second.row, fieldIndex<&Measure::number>(), number);
        return numberProblem(m_plan, second);
    };
    QVERIFY(renumber(u"1-1-①"_s).contains(u"にも付いています"_s));
    QVERIFY(renumber(u"１－１－１"_s).contains(u"にも付いています"_s)); // written otherwise, the same
    QVERIFY(renumber(u"9-1-②"_s).contains(u"分類の番号に続く形になっていません"_s));
    QVERIFY(renumber(QString()).contains(u"番号が空です"_s));
    QVERIFY(!numberProblem(m_plan, first).contains(u"空"_s));
}

void TestNumbering::bracketsAndDigitsOfEitherWidthAreOneMark()
{
    const auto cloud = addTerm(u"クラウド"_s, 16);
    for (const QString &mark : {u"［※16］"_s, u"[※16]"_s, u"[※１６]"_s, u"［※16]"_s, u"[※ 16 ]"_s, u"[※用語16]"_s}) {
        const auto chapter = addPassage(u"クラウド"_s + mark + u"を使う"_s);
        QCOMPARE(withNumbers(m_plan, PlanNotes(m_plan), Owner(chapter), m_plan.find(chapter)->text), u"クラウド※16を使う"_s);
    }
    for (const QString &text : {u"※16"_s, u"[16]"_s, u"[※]"_s, u"[※16"_s})
        QVERIFY2(noteAnchors(text).isEmpty(), qPrintable(text));
    // A note's own mark is the same however wide it was typed, and marks in brackets of ASCII follow what they name.
    const auto chapter = addPassage(u"OODA[※a]とクラウド[※16]"_s);
    Footnote note;
    note.owner = Owner(chapter);
    note.mark = u"ａ"_s;
    const auto own = add(note);
    QCOMPARE(namedBy(m_plan, notesInOrder(m_plan, Owner(chapter), {}), u"a"_s), own.row);
    ChangeBuilder change(u"印"_s);
    renameMarks(m_plan, {{cloud.row, u"17"_s}}, change);
    QVERIFY(applyTo(m_plan, std::move(change).build()));
    QCOMPARE(m_plan.find(chapter)->text, u"OODA[※a]とクラウド［※17］"_s);
}

Id<Passage> TestNumbering::addPassage(const QString &text)
{
    Passage passage;
    passage.text = text;
    return add(passage);
}

Id<GlossaryTerm> TestNumbering::addTerm(const QString &word, qint64 number)
{
    GlossaryTerm term;
    term.word = word;
    term.number = number;
    return add(term);
}

void TestNumbering::termsAreNumberedInTheOrderOfTheTexts()
{
    const QList<Id<GlossaryTerm>> terms{addTerm(u"ICT"_s, 1), addTerm(u"SNS"_s, 2), addTerm(u"誰も指さない語"_s, 3),
                                        addTerm(u"RPA"_s, 4)};
    const auto numbers = [&] {
        const PlanNotes notes(m_plan);
        QList<qint64> list;
        for (const Id<GlossaryTerm> term : terms)
            list << notes.number(term);
        return list;
    };
    QCOMPARE(numbers(), (QList<qint64>{1, 2, 3, 4})); // no text says anything of an order
    const auto first = addPassage(u"ICT［※1］とSNS［※2］"_s);
    const auto second = addPassage(u"RPA［※4］とICT［※1］"_s);
    QCOMPARE(numbers(), (QList<qint64>{1, 2, 3, 4}));
    QVERIFY(renumberedTerms(m_plan).isEmpty());
    // The chapters change places: RPA comes first, the word nobody names stays behind SNS.
    m_plan.table(TableId::Passage).set(second.row, fieldIndex<&Passage::position>(), u"0"_s);
    QCOMPARE(numbers(), (QList<qint64>{2, 3, 4, 1}));
    const auto printed = [&](Id<Passage> id) { return withNumbers(m_plan, PlanNotes(m_plan), Owner(id), m_plan.find(id)->text); };
    QCOMPARE(printed(second), u"RPA※1とICT※2"_s);
    QCOMPARE(printed(first), u"ICT※2とSNS※3"_s);
    // On demand the rows and the marks take these numbers over; nothing looks different on paper.
    QVERIFY(applyTo(m_plan, renumberedTerms(m_plan)));
    QCOMPARE(m_plan.find(second)->text, u"RPA［※1］とICT［※2］"_s);
    QCOMPARE(*m_plan.find(terms[0])->number, 2);
    QCOMPARE(printed(first), u"ICT※2とSNS※3"_s);
    QVERIFY(renumberedTerms(m_plan).isEmpty());
    // A footnote of a chapter is ※1 itself; terms say what they are.
    Footnote note;
    note.owner = Owner(first);
    note.mark = u"注"_s;
    add(note);
    m_plan.table(TableId::Passage).set(first.row, fieldIndex<&Passage::text>(), u"OODA［※注］、SNS［※3］、［※99］"_s);
    QCOMPARE(printed(first), u"OODA※1、SNS※用語3、［※99］"_s);
}

void TestNumbering::marksFollowWhatTheyName()
{
    const auto ict = addTerm(u"ICT"_s, 1);
    const auto sns = addTerm(u"SNS"_s, 2);
    Block block;
    block.kind = u"text"_s;
    const auto place = add(block);
    const auto measure = addMeasure(u"1-1-①"_s, m_first);
    MeasureText text;
    text.measure = measure;
    text.block = place;
    text.text = u"申請［※1］とSNS［※2］"_s;
    const auto sheet = add(text);
    Footnote note; // the sheet's own ※1 is no term
    note.owner = Owner(measure);
    note.mark = u"1"_s;
    const auto own = add(note);
    const auto chapter = addPassage(u"ICT［※1］とSNS［※2］"_s);
    const auto follow = [&](const QHash<RowId, QString> &names) {
        ChangeBuilder change(u"印"_s);
        renameMarks(m_plan, names, change);
        QVERIFY(applyTo(m_plan, std::move(change).build()));
    };
    follow({{ict.row, u"2"_s}, {sns.row, u"1"_s}}); // they change numbers with each other
    QCOMPARE(m_plan.find(chapter)->text, u"ICT［※2］とSNS［※1］"_s);
    QCOMPARE(m_plan.find(sheet)->text, u"申請［※1］とSNS［※用語1］"_s); // ※1 is the sheet's own
    for (const auto &[term, number] : {std::pair(ict, 2), std::pair(sns, 1)})
        m_plan.table(TableId::GlossaryTerm).set(term.row, fieldIndex<&GlossaryTerm::number>(), qint64(number));
    QCOMPARE(namedBy(m_plan, sheetNotes(m_plan, measure), u"用語1"_s), sns.row);
    follow({{own.row, QString()}});
    QCOMPARE(m_plan.find(sheet)->text, u"申請とSNS［※用語1］"_s);
    QCOMPARE(m_plan.find(chapter)->text, u"ICT［※2］とSNS［※1］"_s);
}

void TestNumbering::keysNameLevels()
{
    const auto shown = ShownLevels::ofKey(u"policy:方針/まとまり, field"_s);
    QCOMPARE(shown, (QList<ShownLevels>{{u"policy"_s, {u"方針"_s, u"まとまり"_s}}, {u"field"_s, {}}}));
    QCOMPARE(ShownLevels::toKey(shown), u"policy:方針/まとまり,field"_s);
    const auto measure = addMeasure(u"1-1-①"_s, m_first);
    QCOMPARE(categoriesOnLevel(m_plan, measure, m_tree, 1), QList{m_plan.find(m_policy)});
    QCOMPARE(categoriesOnLevel(m_plan, measure, m_tree, 2), QList{m_plan.find(m_first)});
}

QTEST_GUILESS_MAIN(TestNumbering)
#include "tst_numbering.moc"
