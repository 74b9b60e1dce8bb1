// SPDX-License-Identifier: GPL-3.0-or-later
// Whom files belong to: what was private stays so in every copy, and a folder for a group lets its second member work.
#include "models/edit/plan_document.h"
#include "models/file/backup.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace shisaku;
using namespace Qt::StringLiterals;

#ifdef Q_OS_UNIX
namespace {
constexpr int officeGroup = 54321; // numbers that nobody has
constexpr int firstOfficer = 60001;
constexpr int secondOfficer = 60002;

/// 「640」, as the system tells it.
QString modeOf(const QString &path)
{
    struct stat status {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? QString::number(status.st_mode & 07777, 8) : u"none"_s;
}

int groupOf(const QString &path)
{
    struct stat status {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? static_cast<int>(status.st_gid) : -1;
}

bool setMode(const QString &path, mode_t mode, int group)
{
    const QByteArray name = QFile::encodeName(path);
    return ::chown(name.constData(), static_cast<uid_t>(-1), static_cast<gid_t>(group)) == 0
           && ::chmod(name.constData(), mode) == 0;
}
} // namespace

class SharedFolder : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QString makeFolder()
    {
        const QString folder = m_folder.filePath(QString::number(++m_count));
        QDir().mkpath(folder);
        return folder;
    }

    QString makePlan()
    {
        const QString path = makeFolder() + u"/計画.dxplan"_s;
        const auto created = PlanDocument::create(path, smallPlan(randomIds()), testEnvironment());
        Q_ASSERT(created);
        return path;
    }

#ifdef SHISAKUCHO_PROGRAM
    struct Ran {
        int code;
        QString told;
    };
    /// Runs the program as an officer of the group, whose umask keeps the group from writing.
    Ran runAs(int officer, const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"HOME"_s, m_folder.path());
        process.setProcessEnvironment(environment);
        process.start(u"setpriv"_s,
                      QStringList{u"--reuid=%1"_s.arg(officer), u"--regid=%1"_s.arg(officer), u"--groups=%1"_s.arg(officeGroup),
                                  u"sh"_s, u"-c"_s, u"umask 022; exec \"$0\" \"$@\""_s, QStringLiteral(SHISAKUCHO_PROGRAM)}
                          + arguments);
        process.waitForFinished();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardError())};
    }

    Ran importAs(int officer, const QString &title, const QString &path)
    {
        const QString table = m_folder.filePath(u"plan.csv"_s);
        QFile file(table);
        if (!file.open(QIODevice::WriteOnly))
            return {-1, {}};
        file.write("id,title\r\n" + sqlite3(path, u"select id from plan"_s) + ',' + title.toUtf8() + "\r\n");
        file.close();
        return runAs(officer, {u"import"_s, table, u"--into"_s, path});
    }
#endif

private slots:
    void initTestCase() { QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755))); }
    void init() { failOnWarnings(); }

    void copiesAreForWhomThePlanIs_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("folder");
        QTest::newRow("private") << 0600 << u"600"_s << u"700"_s;
        QTest::newRow("read by the group") << 0640 << u"640"_s << u"750"_s;
        QTest::newRow("written by the group") << 0660 << u"660"_s << u"770"_s;
        QTest::newRow("read by all") << 0664 << u"664"_s << u"775"_s;
    }
    void copiesAreForWhomThePlanIs()
    {
        QFETCH(int, mode);
        QFETCH(QString, file);
        QFETCH(QString, folder);
        const QString path = makePlan();
        const int group = ::geteuid() == 0 ? officeGroup : static_cast<int>(::getegid());
        QVERIFY(setMode(path, static_cast<mode_t>(mode), group));
        auto document = std::move(*PlanDocument::open(path, testEnvironment()));
        QCOMPARE(modeOf(FileLock::lockPath(path)), file);
        QCOMPARE(groupOf(FileLock::lockPath(path)), group);
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"改めた名"_s)));
        const QString copy = backupsOf(path).first().path;
        QCOMPARE(modeOf(backupFolder(path)), folder);
        QCOMPARE(groupOf(backupFolder(path)), group);
        QCOMPARE(modeOf(copy), file);
        QCOMPARE(groupOf(copy), group);
        const QString duplicate = QFileInfo(path).dir().filePath(u"写し.dxplan"_s);
        QVERIFY(document->saveCopy(duplicate));
        QCOMPARE(modeOf(duplicate), file);
        QCOMPARE(groupOf(duplicate), group);
    }

    void aFileThatIsReplacedKeepsItsReaders()
    {
        const QString path = makePlan();
        const QString other = makePlan();
        const int group = ::geteuid() == 0 ? officeGroup : static_cast<int>(::getegid());
        QVERIFY(setMode(other, 0640, group));
        QVERIFY((*PlanDocument::open(path, testEnvironment()))->saveCopy(other));
        QCOMPARE(modeOf(other), u"640"_s);
        QCOMPARE(groupOf(other), group);
        QVERIFY(setMode(path, 0600, group));
        QVERIFY(PlanDocument::create(path, smallPlan(randomIds()), testEnvironment()));
        QCOMPARE(modeOf(path), u"600"_s);
        QCOMPARE(groupOf(path), group);
    }

    void aCopyOfAProtectedPlanMayBeWritten()
    {
        const QString path = makePlan();
        QVERIFY(setMode(path, 0444, static_cast<int>(::getegid())));
        const QString copy = QFileInfo(path).dir().filePath(u"写し.dxplan"_s);
        QVERIFY((*PlanDocument::open(path, testEnvironment(), PlanFile::Access::ReadOnly))->saveCopy(copy));
        QCOMPARE(modeOf(copy), u"644"_s);
    }

    void theUmaskDecidesWhereTheFolderSaysNothing()
    {
        const mode_t before = ::umask(077);
        const QString path = makePlan();
        ::umask(before);
        QCOMPARE(modeOf(path), u"600"_s);
    }

#ifdef SHISAKUCHO_PROGRAM
    void theSecondColleagueWorksInTheFolderOfTheGroup()
    {
        QProcess probe;
        probe.start(u"setpriv"_s,
                    {u"--reuid=%1"_s.arg(firstOfficer), u"--clear-groups"_s, QStringLiteral(SHISAKUCHO_PROGRAM), u"--version"_s});
        if (::geteuid() != 0 || !probe.waitForFinished() || probe.exitCode() != 0)
            QSKIP("this system does not let root run the program as another person");
        const QString share = makeFolder();
        QVERIFY(setMode(share, 02775, officeGroup));
        const QString path = share + u"/計画.dxplan"_s;
        Ran ran = runAs(firstOfficer, {u"new"_s, u"--empty"_s, path});
        QVERIFY2(ran.code == 0, qPrintable(ran.told));
        QCOMPARE(modeOf(path), u"664"_s);
        QCOMPARE(groupOf(path), officeGroup);
        int expected = 0;
        for (const int officer : {secondOfficer, firstOfficer, secondOfficer}) {
            ran = importAs(officer, u"計画の名%1"_s.arg(++expected), path);
            QVERIFY2(ran.code == 0 && !ran.told.contains(u"控え"_s), qPrintable(ran.told)); // a missing copy would be told
            QCOMPARE(modeOf(path), u"664"_s);
        }
        QCOMPARE(sqlite3(path, u"select title from plan"_s), "計画の名3");
        QCOMPARE(modeOf(backupFolder(path)), u"2775"_s);
        for (const Backup &backup : backupsOf(path)) {
            QCOMPARE(modeOf(backup.path), u"664"_s);
            QCOMPARE(groupOf(backup.path), officeGroup);
        }
    }

    void aFolderForTheGroupAloneMakesFilesForTheGroupAlone()
    {
        if (::geteuid() != 0)
            QSKIP("only root gives a folder to another group");
        const QString share = makeFolder();
        QVERIFY(setMode(share, 02770, officeGroup));
        const QString path = share + u"/計画.dxplan"_s;
        QVERIFY(PlanDocument::create(path, smallPlan(randomIds()), testEnvironment()));
        QCOMPARE(modeOf(path), u"660"_s);
        QCOMPARE(groupOf(path), officeGroup);
    }
#endif
};
#else
class SharedFolder : public QObject {
    Q_OBJECT

private slots:
    void filesInheritWhatTheFolderAllows() { QSKIP("this system gives new files what their folder allows"); }
};
#endif

QTEST_GUILESS_MAIN(SharedFolder)
#include "tst_shared_folder.moc"
