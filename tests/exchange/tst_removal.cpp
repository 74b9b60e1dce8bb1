// SPDX-License-Identifier: GPL-3.0-or-later
// What others say something by stays, whoever asks for it to go: a hand in the settings, or a file that leaves it out.
#include "csv_folder_test.h"
#include "models/change/prepare.h"
#include "tests/support/plans.h"

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// A plan in which everything is named by something else, and the rows by the names that the tests give them.
struct NamedPlan {
    QHash<QString, Owner> rows;
    Plan plan;
};

NamedPlan namedPlan()
{
    PlanMaker maker; // with the choices 新規 and 継続, of which the first is taken
    NamedPlan named;
    const auto add = [&](const QString &name, auto row) {
        const auto id = maker.add(row);
        named.rows.insert(name, Owner(id));
        return id;
    };
    Classification tree;
    tree.key = u"policy"_s;
    tree.title = u"政策体系"_s;
    const auto classification = add(u"分類"_s, tree);
    Category aim;
    aim.classification = classification;
    aim.title = u"基本方針"_s;
    const auto above = add(u"上の項目"_s, aim);
    aim.parent = above;
    aim.title = u"主な取組"_s;
    const auto below = add(u"下の項目"_s, aim);
    const auto measure = maker.measure(u"1"_s, u"電子申請"_s);
    named.rows.insert(u"施策"_s, Owner(measure));
    Membership member;
    member.measure = measure;
    member.category = below;
    add(u"分類付け"_s, member);
    Department office;
    office.name = u"情報政策課"_s;
    Responsibility duty;
    duty.measure = measure;
    duty.department = add(u"部署"_s, office);
    duty.role = u"lead"_s;
    add(u"担当"_s, duty);
    duty.topic = u"二つ目"_s;
    add(u"もう一つの担当"_s, duty);
    Body body;
    body.name = u"推進本部"_s;
    const auto headquarters = add(u"本部"_s, body);
    body.parent = headquarters;
    body.name = u"部会"_s;
    add(u"部会"_s, body);
    Block block;
    block.kind = u"text"_s;
    block.key = u"issues"_s;
    block.label = u"課題"_s;
    MeasureText text;
    text.measure = measure;
    text.block = add(u"欄"_s, block);
    text.text = u"窓口が混み合う。"_s;
    add(u"文章"_s, text);
    named.plan = std::move(maker).plan();
    for (const Choice &choice : named.plan.rows<Choice>())
        named.rows.insert(choice.label, Owner(choice.id));
    return named;
}

ChangeSet removal(const NamedPlan &named, const QStringList &names)
{
    ChangeBuilder change(u"削除"_s);
    for (const QString &name : names)
        change.remove(named.rows[name].table, named.rows[name].row);
    return std::move(change).build();
}
} // namespace

class TestRemoval : public CsvFolderTest {
    Q_OBJECT

    /// Writes the tables of some rows without these, and nothing else.
    void leaveOut(const NamedPlan &named, const QStringList &names)
    {
        QTemporaryDir whole;
        QVERIFY(exportTables(named.plan, whole.path()));
        for (const QString &name : names) {
            const QString file = QString::fromLatin1(tableInfo(named.rows[name].table).name) + u".csv"_s;
            if (QFile::exists(path(file)))
                continue;
            QFile source(whole.filePath(file));
            QVERIFY(source.open(QIODevice::ReadOnly));
            QByteArray kept;
            for (const QByteArray &line : source.readAll().split('\n')) {
                const bool goes = std::any_of(names.begin(), names.end(), [&](const QString &other) {
                    const QByteArray id = named.rows[other].row.toText().toLatin1();
                    return line.startsWith(id) || line.startsWith('\'' + id); // guarded from spreadsheets where it is all digits
                });
                if (!goes && !line.isEmpty())
                    kept += line + '\n';
            }
            write(file, kept);
        }
    }

private slots:
    void whatOthersNameStays_data()
    {
        QTest::addColumn<QStringList>("removed");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QStringList &removed, const QString &why) {
            QTest::newRow(name) << removed << why;
        };
        row("a classification with categories", {u"分類"_s},
            u"分類『政策体系』には項目が2件あります。先に項目を削除してください。"_s);
        row("a category with measures", {u"下の項目"_s},
            u"分類項目『主な取組』には施策が1件属しています。先に施策の分類を変えてください。"_s);
        row("a category with others below it", {u"上の項目"_s},
            u"分類項目『基本方針』の下に項目が1件あります。先に移すか削除してください。"_s);
        row("a choice that was made", {u"新規"_s}, u"選択肢『新規』は1件で使われています。先にそれらを選び直してください。"_s);
        row("an office in charge, counted once a measure", {u"部署"_s},
            u"部署『情報政策課』は施策1件の担当です。なくなった部署には、削除せずに終わりの日を入れてください。"_s);
        row("a body with others below it", {u"本部"_s},
            u"推進体制『推進本部』の下に組織が1つあります。先に移すか削除してください。"_s);
        row("a block with texts", {u"欄"_s},
            u"票の欄『課題』には施策1件の文章があります。先に文章を移すか、票の様式の画面で、文章とともに欄を除いてください。"_s);
    }
    void whatOthersNameStays()
    {
        QFETCH(QStringList, removed);
        QFETCH(QString, why);
        const NamedPlan named = namedPlan();
        const auto byHand = prepare(named.plan, removal(named, removed));
        QVERIFY(!byHand);
        QCOMPARE(byHand.error().message(), why);
        leaveOut(named, removed);
        const bool tree = removed == QStringList{u"上の項目"_s} || removed == QStringList{u"本部"_s};
        const auto byFile = importTables(named.plan, m_folder->path(), ImportMode::Replace, counter(1000));
        QVERIFY(!byFile);
        // A file that leaves out the top of a tree names a row that it does not have.
        QVERIFY2(byFile.error().message() == why || (tree && byFile.error().what.contains(u"がありません"_s)),
                 qPrintable(byFile.error().message()));
    }

    void whatGoesTogetherMayGo_data()
    {
        QTest::addColumn<QStringList>("removed");
        QTest::addColumn<QStringList>("gone");
        const auto row = [](const char *name, const QStringList &removed, const QStringList &gone) {
            QTest::newRow(name) << removed << gone;
        };
        row("a choice that nobody made", {u"継続"_s}, {u"継続"_s});
        row("a category whose measure leaves it", {u"分類付け"_s, u"下の項目"_s}, {u"分類付け"_s, u"下の項目"_s});
        row("the same the other way round", {u"下の項目"_s, u"分類付け"_s}, {u"分類付け"_s, u"下の項目"_s});
        row("a category and its measure, and all that is theirs", {u"下の項目"_s, u"施策"_s},
            {u"下の項目"_s, u"施策"_s, u"分類付け"_s, u"担当"_s, u"文章"_s});
        row("an office and its measure", {u"部署"_s, u"施策"_s}, {u"部署"_s, u"施策"_s, u"担当"_s, u"もう一つの担当"_s});
        row("a choice and its measure", {u"新規"_s, u"施策"_s}, {u"新規"_s, u"施策"_s});
        row("a tree from its leaves on", {u"分類付け"_s, u"下の項目"_s, u"上の項目"_s, u"分類"_s},
            {u"分類"_s, u"上の項目"_s, u"下の項目"_s});
        row("all bodies", {u"本部"_s, u"部会"_s}, {u"本部"_s, u"部会"_s});
        row("a block with its texts", {u"文章"_s, u"欄"_s}, {u"文章"_s, u"欄"_s});
        row("a measure", {u"施策"_s}, {u"施策"_s, u"分類付け"_s, u"担当"_s, u"もう一つの担当"_s, u"文章"_s});
    }
    void whatGoesTogetherMayGo()
    {
        QFETCH(QStringList, removed);
        QFETCH(QStringList, gone);
        const NamedPlan named = namedPlan();
        const auto byHand = prepare(named.plan, removal(named, removed));
        QVERIFY2(byHand, qPrintable(byHand ? QString() : byHand.error().message()));
        leaveOut(named, removed);
        const auto byFile = importTables(named.plan, m_folder->path(), ImportMode::Replace, counter(1000));
        QVERIFY2(byFile, qPrintable(byFile ? QString() : byFile.error().message()));
        QVERIFY(prepare(named.plan, *byFile));
        for (const ChangeSet &change : {*byHand, *byFile}) {
            Plan later = named.plan;
            QVERIFY(applyTo(later, change));
            for (const QString &name : std::as_const(gone))
                QVERIFY2(!later.table(named.rows[name].table).contains(named.rows[name].row), qPrintable(name));
            QVERIFY(applyTo(later, inverse(change)));
            QVERIFY(same(later, named.plan));
        }
    }

    void aListMayBeReplacedByOneWithTheSameValues()
    {
        const NamedPlan named = namedPlan();
        write(u"choice.csv"_s, "list,key,label\r\nkind,新規,新しく始めるもの\r\n"); // other rows, for they have no ids
        const auto change = importTables(named.plan, m_folder->path(), ImportMode::Replace, counter(1000));
        QVERIFY2(change, qPrintable(change ? QString() : change.error().message()));
        const auto prepared = prepare(named.plan, *change);
        QVERIFY(prepared);
        Plan later = named.plan;
        QVERIFY(applyTo(later, *prepared));
        QCOMPARE(later.rows<Choice>().size(), 1);
        QCOMPARE(later.choiceLabel(u"kind", u"新規"_s), u"新しく始めるもの"_s);
    }

    void aBlockWithEmptyTextsMayGo()
    {
        NamedPlan named = namedPlan();
        ChangeBuilder emptied(u"空に"_s);
        emptied.set<&MeasureText::text>(Id<MeasureText>(named.rows[u"文章"_s].row), QString());
        QVERIFY(applyTo(named.plan, *prepare(named.plan, std::move(emptied).build())));
        QVERIFY(prepare(named.plan, removal(named, {u"欄"_s})));
    }

    void whatIsTakenBackMayGo()
    {
        const NamedPlan named = namedPlan();
        ChangeSet back = removal(named, {u"部署"_s});
        back.restores = true;
        QVERIFY(prepare(named.plan, back));
    }
};

QTEST_GUILESS_MAIN(TestRemoval)
#include "tst_removal.moc"
