// SPDX-License-Identifier: GPL-3.0-or-later
// Files of every version that was ever released stay readable; newer ones are refused with the name of the release that reads
// them. tests/zoo holds a file per version for ever.
#include "models/edit/repair.h"
#include "models/exchange/plan_csv.h"
#include "models/file/migration.h"
#include "models/file/schema.h"
#include "tests/support/rows.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
const QString zoo = QStringLiteral(SOURCE_DIR "/tests/zoo");

/// The plan of the zoo: made once per version, by the program of that version.
int makeExhibit(const QString &path)
{
    const auto created = PlanDocument::create(path, smallPlan(randomIds()), testEnvironment());
    auto opened = PlanDocument::open(path, testEnvironment());
    if (!created || !opened)
        return 1;
    PlanDocument &document = **opened;
    const Id<Measure> first = firstMeasure(document);
    ChangeBuilder added(u"施策99を追加"_s);
    auto measure = made<Measure>(rankBetween(document.plan().ordered<Measure>().last()->position, {}));
    measure.number = u"99"_s;
    measure.title = u"𠮷野窓口の見直し"_s;
    added.insert(measure);
    ChangeBuilder removed(u"施策2を削除"_s);
    removed.remove(document.plan().ordered<Measure>()[1]->id);
    const bool done = document.apply(retitle(first, u"改めた名"_s)) && document.nameEdition(u"令和6年4月改訂"_s, u"議会に提出"_s)
                      && document.apply(std::move(added).build()) && document.apply(std::move(removed).build())
                      && document.undoNow() && document.redoNow() && document.undoNow();
    return done ? 0 : 2;
}
} // namespace

class Versions : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QString nextPath() { return m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count)); }
    QString makePlan()
    {
        const QString path = nextPath();
        const int made = makeExhibit(path);
        Q_ASSERT(made == 0);
        return path;
    }

private slots:
    void init() { failOnWarnings(); }

    void everyFileOfTheZooIsReadReplayedAndUndone_data()
    {
        QTest::addColumn<QString>("exhibit");
        for (const QString &name : QDir(zoo).entryList({u"*.dxplan"_s}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyFileOfTheZooIsReadReplayedAndUndone()
    {
        QFETCH(QString, exhibit);
        const QString path = nextPath();
        QVERIFY(QFile::copy(zoo + u'/' + exhibit, path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        auto opened = PlanDocument::open(path, testEnvironment());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message()));
        PlanDocument &document = **opened;
        QVERIFY(document.waitForVerification());
        QVERIFY(!document.isReadOnly());
        QCOMPARE(document.plan().rows<Measure>().size(), 4);
        QCOMPARE(document.editions().size(), 1);
        {
            const auto file = PlanFile::open(path, PlanFile::Access::ReadOnly, {}, QDateTime());
            QVERIFY(file && (*file)->load());
            QVERIFY(replayJournal(**file, document.digest()));
        }
        while (document.history().undoable())
            QVERIFY(document.undoNow());
        QCOMPARE(document.plan().rows<Measure>().size(), 3);
        QCOMPARE(document.plan().ordered<Measure>().first()->title, u"施策名1"_s);
        QCOMPARE(Digest::ofPlan(document.plan()), document.digest());
        QVERIFY(document.apply(retitle(firstMeasure(document), u"今日の変更"_s)));
        QVERIFY(exportTables(document.plan(), m_folder.filePath(u"表"_s)));
    }

    void theZooHoldsAFileOfEveryVersion()
    {
        for (int version = 1; version <= schemaVersion; ++version)
            QVERIFY2(QFile::exists(zoo + u"/version-%1.dxplan"_s.arg(version)), "run tst_versions --make FILE with this version");
    }

    void aNewerFileIsRefusedWithTheReleaseThatReadsIt_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("expected");
        QTest::newRow("stated") << u"update format set oldest_reader = '2.4.1'"_s << u"施策帖を 2.4.1 以降の版に更新"_s;
        QTest::newRow("not stated") << u"drop table format"_s << u"施策帖を新しい版に更新"_s;
        QTest::newRow("not a release") << u"update format set oldest_reader = '<b>今すぐ example.com から</b>'"_s
                                       << u"施策帖を新しい版に更新"_s;
    }
    void aNewerFileIsRefusedWithTheReleaseThatReadsIt()
    {
        QFETCH(QString, sql);
        QFETCH(QString, expected);
        const QString path = makePlan();
        QVERIFY(changedBySqlite3(path, sql + u"; pragma user_version = %1"_s.arg(schemaVersion + 1)));
        const auto opened = PlanDocument::open(path, testEnvironment());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Unreadable);
        QVERIFY2(opened.error().remedy.contains(expected), qPrintable(opened.error().remedy));
    }

    void anOlderFileIsBroughtUpIntoANewOne()
    {
        // A version 0 that never was: some columns and tables less, and editions without a note.
        const QString path = makePlan();
        Digest before;
        {
            before = (*PlanDocument::open(path, testEnvironment(), PlanFile::Access::ReadOnly))->digest();
        }
        const QString sql =
            u"alter table plan drop column subtitle; alter table measure drop column short_title; drop table budget;"
            "drop table format; update edition set note = ''; pragma user_version = 0"_s;
        QVERIFY(changedBySqlite3(path, sql));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray old = file.readAll();
        QVERIFY(!PlanDocument::open(path, testEnvironment())); // no step leads from there

        const Migration steps[] = {{0, {u"UPDATE edition SET note = '以前の形式から'"_s}}};
        QVERIFY(canMigrate(0, steps));
        QVERIFY(!canMigrate(0));
        const QString made = nextPath();
        migrate(path, made, 0, steps);
        auto opened = PlanDocument::open(made, testEnvironment());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message()));
        QVERIFY((*opened)->waitForVerification());
        QCOMPARE((*opened)->digest(), before);
        QCOMPARE((*opened)->editions().first().note, u"以前の形式から"_s);
        QVERIFY((*opened)->undoNow());
        file.seek(0);
        QCOMPARE(file.readAll(), old);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--make")
        return makeExhibit(arguments.value(2));
    Versions test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_versions.moc"
