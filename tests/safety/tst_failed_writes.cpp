// SPDX-License-Identifier: GPL-3.0-or-later
// A failed write changes nothing and says why: every call of the system fails in turn, the disk is full, file or folder are
// read-only, gone, or held by another program.
#include "models/edit/submission_copy.h"
#include "models/exchange/plan_csv.h"
#include "models/file/database.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QCoreApplication>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include "tests/safety/fault.h"

#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool tells(const Error &error)
{
    return error.what.endsWith(u'。') && !error.remedy.isEmpty();
}

/// What the file holds if it opens and its digest is right.
std::optional<Digest> provedDigest(const QString &path)
{
    const auto opened = PlanDocument::open(path, testEnvironment(), PlanFile::Access::ReadOnly);
    return opened && (*opened)->waitForVerification() ? std::optional((*opened)->digest()) : std::nullopt;
}

#ifdef Q_OS_UNIX
/// Another person than root while it lives; root may write everything.
class Unprivileged {
public:
    Unprivileged() : m_wasRoot(geteuid() == 0)
    {
        constexpr uid_t nobody = 65534;
        m_done = !m_wasRoot || setresuid(nobody, nobody, 0) == 0;
    }
    ~Unprivileged()
    {
        if (m_wasRoot && m_done && setresuid(0, 0, 0) != 0)
            qFatal("cannot become root again");
    }
    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;
    bool done() const { return m_done; }

private:
    bool m_wasRoot;
    bool m_done;
};
#endif

/// A long text, which takes many pages.
ChangeSet noteOf(const PlanDocument &document, const QString &text)
{
    ChangeBuilder change(u"備考を変更"_s);
    change.set<&Initiative::remark>(document.plan().ordered<Initiative>().first()->id, text);
    return std::move(change).build();
}

/// Runs in a file system of its own that is too small for what is written.
int fillTinyDisk(const QString &folder)
{
    const QString path = folder + u"/計画.dxplan"_s;
    if (!PlanDocument::create(path, smallPlan(randomIds()), testEnvironment()))
        return 2;
    auto document = std::move(*PlanDocument::open(path, testEnvironment()));
    for (int i = 0; i < 1000; ++i) {
        const Digest before = document->digest();
        const auto applied = document->apply(noteOf(*document, QString(50'000, QChar(u'あ' + i % 20))));
        if (applied)
            continue;
        return applied.error().kind == ErrorKind::DiskFull && tells(applied.error()) && document->digest() == before
                       && provedDigest(path) == before
                   ? 0
                   : 3;
    }
    return 4;
}
} // namespace

class FailedWrites : public QObject {
    Q_OBJECT

    // Thousands of writes that fail: on a memory disk where there is one.
    QTemporaryDir m_folder{QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/failed-XXXXXX"_s
                                                                 : QDir::tempPath() + u"/failed-XXXXXX"_s};
    int m_count = 0;

    QString makePlan()
    {
        const QString path = m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count));
        const auto created = PlanDocument::create(path, smallPlan(randomIds()), testEnvironment());
        Q_ASSERT(created);
        return path;
    }

private slots:
    void init() { failOnWarnings(); }

#ifdef Q_OS_UNIX
    void everyCallOfEveryWorkMayFail_data();
    void everyCallOfEveryWorkMayFail();
    void everyCallOfAnExportMayFail_data();
    void everyCallOfAnExportMayFail();
    void aFullDiskIsToldAndLeavesEverythingAsItWas();
    void aTinyDiskThatFillsUpIsTold();
    void aReadOnlyFileOpensForReadingAndSaysSo();
    void aFolderThatBecomesReadOnlyIsTold();
    void aFolderThatIsGoneIsTold();
#endif

    void everySqliteFailureHasASentenceAndARemedy_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("busy") << 5 << ErrorKind::Locked;
        QTest::newRow("read-only file") << 8 << ErrorKind::ReadOnly;
        QTest::newRow("read-only folder") << 1544 << ErrorKind::ReadOnly;
        QTest::newRow("moved") << 1032 << ErrorKind::NotFound;
        QTest::newRow("disk") << 10 << ErrorKind::Failed;
        QTest::newRow("damaged") << 11 << ErrorKind::Unreadable;
        QTest::newRow("full") << 13 << ErrorKind::DiskFull;
        QTest::newRow("cannot open") << 14 << ErrorKind::NotFound;
        QTest::newRow("no database") << 26 << ErrorKind::Unreadable;
    }
    void everySqliteFailureHasASentenceAndARemedy()
    {
        QFETCH(int, code);
        QFETCH(ErrorKind, kind);
        const Error error = sqliteError(code, u"/共有/計画.dxplan"_s, u"detail"_s);
        QCOMPARE(error.kind, kind);
        QVERIFY(error.what.contains(u"計画.dxplan"_s) && error.what.endsWith(u'。'));
        QVERIFY(error.remedy.endsWith(u'。'));
    }

    void aFileHeldByAnotherProgramIsToldAndCanBeWrittenLater()
    {
        const QString path = makePlan();
        auto document = std::move(*PlanDocument::open(path, testEnvironment()));
        const Digest before = document->digest();
        QProcess holder;
        holder.start(u"sqlite3"_s, {path});
        QVERIFY(holder.waitForStarted());
        holder.write("begin exclusive;\nselect 'held';\n");
        QVERIFY(holder.waitForReadyRead());
        const auto failed = document->apply(retitle(firstMeasure(*document), u"甲"_s));
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Locked);
        QCOMPARE(document->digest(), before);
        holder.write("rollback;\n.quit\n");
        QVERIFY(holder.waitForFinished());
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"甲"_s)));
    }

    void aCopyToAPlaceThatIsNotThereIsRefused()
    {
        auto document = std::move(*PlanDocument::open(makePlan(), testEnvironment()));
        const auto failed = document->saveCopy(m_folder.filePath(u"無い/写し.dxplan"_s));
        QVERIFY(!failed);
        QVERIFY(!failed.error().what.isEmpty());
    }

    void creatingOverAnExistingPlanThatFailsLeavesItAlone()
    {
        const QString path = makePlan();
        ChangeBuilder broken(u"壊れた内容"_s);
        broken.insert(Measure());
        QVERIFY(!PlanDocument::create(path, std::move(broken).build(), testEnvironment()));
        QCOMPARE(sqlite3(path, u"select count(*) from measure"_s), QByteArray("3"));
        QCOMPARE(QDir(m_folder.path()).entryList({u"*.tmp"_s}, QDir::Files).size(), 0);
    }
};

#ifdef Q_OS_UNIX
void FailedWrites::everyCallOfEveryWorkMayFail_data()
{
    QTest::addColumn<QString>("work");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("lasting");
    for (const char *work : {"edit", "undo", "redo", "import", "edition", "copy", "submission", "create"}) {
        QTest::addRow("%s, full disk", work) << QString::fromLatin1(work) << ENOSPC << true;
        QTest::addRow("%s, disturbance", work) << QString::fromLatin1(work) << EIO << false;
    }
}

void FailedWrites::everyCallOfEveryWorkMayFail()
{
    QFETCH(QString, work);
    QFETCH(int, error);
    QFETCH(bool, lasting);
    const QString path = makePlan();
    const QString target = m_folder.filePath(u"写し%1.dxplan"_s.arg(m_count));
    QVERIFY(PlanDocument::create(target, smallPlan(randomIds(), 1), testEnvironment()));
    auto document = std::move(*PlanDocument::open(path, testEnvironment()));
    QVERIFY(document->apply(retitle(firstMeasure(*document), u"一"_s))); // the copy of this sitting is made
    QVERIFY(document->apply(retitle(firstMeasure(*document), u"二"_s)));
    if (work == u"redo")
        QVERIFY(document->undoNow());
    const QString table = m_folder.filePath(u"measure%1.csv"_s.arg(m_count));
    QFile file(table);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("id,number,title\n" + firstMeasure(*document).row.toText().toLatin1() + ",1,取り込み\n,99,新しい施策\n");
    file.close();
    const ChangeSet replacement = smallPlan(randomIds(), 2);

    int edits = 0;
    const QHash<QString, std::function<Result<void>()>> works{
        {u"edit"_s, [&] { return document->apply(retitle(firstMeasure(*document), QString::number(++edits))); }},
        {u"undo"_s, [&] { return document->undoNow(); }},
        {u"redo"_s, [&] { return document->redoNow(); }},
        {u"import"_s,
         [&]() -> Result<void> {
             const auto change = importTables(document->plan(), table, ImportMode::Merge, randomIds());
             return change ? document->apply(*change) : Result<void>(change.error());
         }},
        {u"edition"_s, [&] { return document->nameEdition(u"令和6年4月改訂"_s, {}); }},
        {u"copy"_s, [&] { return document->saveCopy(target); }},
        {u"submission"_s, [&] { return writeSubmissionCopy(document->plan(), target, testEnvironment()); }},
        {u"create"_s, [&] { return PlanDocument::create(target, replacement, testEnvironment()); }},
    };
    int refusals = 0;
    // The short form leaves some calls out where a work makes many that are alike.
    const int stride = qEnvironmentVariableIsSet("SHISAKUCHO_LONG") ? 1 : 5;
    for (int tries = 1;; tries += tries < 28 ? 1 : stride) {
        QVERIFY2(tries < 500, "the work never ends");
        const QByteArray where = QByteArray::number(tries);
        const Digest before = document->digest();
        const qint64 seq = document->sequence();
        const auto otherBefore = provedDigest(target);
        fault::arm(tries, error, lasting ? fault::Lasting::Always : fault::Lasting::Once);
        const Result<void> result = works[work]();
        const bool hit = fault::disarm() >= tries;
        (void)document->planAt(seq); // who holds the plan takes back what is left of a transaction when it next looks
        const auto inFile = provedDigest(path);
        QVERIFY2(inFile && *inFile == document->digest(), where);
        QCOMPARE(Digest::ofPlan(document->plan()), document->digest());
        if (result && !hit)
            break;
        const auto other = provedDigest(target);
        QVERIFY2(other, where);
        if (!result) {
            ++refusals;
            QVERIFY2(tells(result.error()), qPrintable(result.error().message()));
            QVERIFY2(document->digest() == before && document->sequence() == seq, where);
            QVERIFY2(other == otherBefore || result.error().what.contains(u"確かめられません"_s), where);
        } else if (work == u"undo") {
            QVERIFY(document->redoNow()); // what failed was of no consequence: again from where it began
        } else if (work == u"redo") {
            QVERIFY(document->undoNow());
        }
        if (lasting)
            QCOMPARE(QDir(m_folder.path()).entryList({u"*.tmp"_s, u"*-journal"_s}, QDir::Files), QStringList());
    }
    QVERIFY(refusals > 0);
    QVERIFY(document->apply(retitle(firstMeasure(*document), u"その後"_s)));
    qInfo("%d calls failed in turn and were told", refusals);
    for (const QString &left : QDir(m_folder.path()).entryList({u"*.tmp"_s, u"*-journal"_s}, QDir::Files))
        QFile::remove(m_folder.filePath(left)); // removing them failed
}

void FailedWrites::everyCallOfAnExportMayFail_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("lasting");
    QTest::newRow("full disk") << ENOSPC << true;
    QTest::newRow("disturbance") << EIO << false;
}

void FailedWrites::everyCallOfAnExportMayFail()
{
    QFETCH(int, error);
    QFETCH(bool, lasting);
    const QString path = makePlan();
    const QString folder = m_folder.filePath(u"表%1"_s.arg(m_count));
    auto document = std::move(*PlanDocument::open(path, testEnvironment()));
    QVERIFY(exportTables(document->plan(), folder));
    QHash<QString, QByteArray> old;
    for (const QString &name : QDir(folder).entryList(QDir::Files))
        old.insert(name, contentOf(folder + u'/' + name));
    QVERIFY(document->apply(retitle(firstMeasure(*document), u"新しい名"_s)));
    for (int tries = 1;; tries += tries < 10 ? 1 : 17) {
        fault::arm(tries, error, lasting ? fault::Lasting::Always : fault::Lasting::Once);
        const auto result = exportTables(document->plan(), folder);
        const bool hit = fault::disarm() >= tries;
        QVERIFY(result || tells(result.error()));
        for (auto file = old.begin(); file != old.end(); ++file) {
            const QByteArray now = contentOf(folder + u'/' + file.key());
            if (file.key() == u"measure.csv")
                QVERIFY(now == *file || now.contains("新しい名"));
            else
                QCOMPARE(now, *file);
        }
        if (!hit)
            break;
        QVERIFY2(tries < 2000, "the export never ends");
    }
}

void FailedWrites::aFullDiskIsToldAndLeavesEverythingAsItWas()
{
    const QString path = makePlan();
    auto document = std::move(*PlanDocument::open(path, testEnvironment()));
    QVERIFY(document->apply(retitle(firstMeasure(*document), u"前"_s))); // the copy of this sitting is made
    const Digest before = document->digest();
    const qint64 seq = document->sequence();

    rlimit old;
    getrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tight{static_cast<rlim_t>(QFileInfo(path).size()), old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    const auto failed = document->apply(noteOf(*document, QString(100'000, u'長')));
    setrlimit(RLIMIT_FSIZE, &old);

    QVERIFY(!failed);
    QVERIFY(tells(failed.error()));
    QCOMPARE(document->digest(), before);
    QCOMPARE(document->sequence(), seq);
    QCOMPARE(Digest::ofPlan(document->plan()), before);
    QCOMPARE(sqlite3(path, u"pragma integrity_check"_s), QByteArray("ok"));
    QVERIFY(document->apply(retitle(firstMeasure(*document), u"後"_s)));
    QVERIFY(document->undoNow());
    QCOMPARE(document->digest(), before);
}

void FailedWrites::aTinyDiskThatFillsUpIsTold()
{
    QProcess probe;
    probe.start(u"unshare"_s, {u"-Urm"_s, u"mount"_s, u"-t"_s, u"tmpfs"_s, u"none"_s, m_folder.path()});
    if (!probe.waitForFinished() || probe.exitCode() != 0)
        QSKIP("this system does not let a program make a file system of its own (unshare -Urm)");
    const QString disk = m_folder.filePath(u"disk"_s);
    QVERIFY(QDir().mkpath(disk));
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(u"unshare"_s,
                  {u"-Urm"_s, u"sh"_s, u"-c"_s, u"mount -t tmpfs -o size=2m none \"$1\" && exec \"$0\" --tiny-disk \"$1\""_s,
                   QCoreApplication::applicationFilePath(), disk});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void FailedWrites::aReadOnlyFileOpensForReadingAndSaysSo()
{
    const QString path = makePlan();
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7777)));
    const Unprivileged person;
    if (!person.done())
        QSKIP("this system does not let root act as another person");
    const auto opened = PlanDocument::open(path, testEnvironment());
    QVERIFY(opened);
    QVERIFY((*opened)->isReadOnly());
    QVERIFY((*opened)->readOnlyReason()->what.contains(u"読み取り専用"_s));
    QVERIFY(!(*opened)->apply(retitle(firstMeasure(**opened), u"不可"_s)));
}

void FailedWrites::aFolderThatBecomesReadOnlyIsTold()
{
    QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7777)));
    const Unprivileged person;
    if (!person.done())
        QSKIP("this system does not let root act as another person");
    const QString folder = m_folder.filePath(u"読むだけ"_s);
    QVERIFY(QDir().mkpath(folder));
    const QString path = folder + u"/計画.dxplan"_s;
    QVERIFY(PlanDocument::create(path, smallPlan(randomIds()), testEnvironment()));
    auto document = std::move(*PlanDocument::open(path, testEnvironment()));
    QVERIFY(!document->isReadOnly());
    const Digest before = document->digest();
    QVERIFY(QFile::setPermissions(folder, QFile::Permissions(0x5555)));
    const auto failed = document->apply(retitle(firstMeasure(*document), u"甲"_s));
    const auto exported = exportTables(document->plan(), folder);
    const auto copied = document->saveCopy(folder + u"/写し.dxplan"_s);
    const auto proved = provedDigest(path);
    QVERIFY(QFile::setPermissions(folder, QFile::Permissions(0x7777)));
    QVERIFY(!failed && !exported && !copied);
    QVERIFY(tells(failed.error()) && tells(exported.error()) && tells(copied.error()));
    QCOMPARE(document->digest(), before);
    QCOMPARE(proved, std::optional(before));
}

void FailedWrites::aFolderThatIsGoneIsTold()
{
    const QString folder = m_folder.filePath(u"共有"_s);
    const QString away = m_folder.filePath(u"どこか"_s);
    QVERIFY(QDir().mkpath(folder));
    const QString path = folder + u"/計画.dxplan"_s;
    QVERIFY(PlanDocument::create(path, smallPlan(randomIds()), testEnvironment()));
    auto document = std::move(*PlanDocument::open(path, testEnvironment()));
    QVERIFY(document->apply(retitle(firstMeasure(*document), u"一"_s)));
    const Digest before = document->digest();
    QVERIFY(QDir().rename(folder, away));
    for (int i = 0; i < 2; ++i) {
        const auto failed = i == 0 ? document->apply(retitle(firstMeasure(*document), u"二"_s)) : document->undoNow();
        QVERIFY(!failed);
        QVERIFY(tells(failed.error()));
        QCOMPARE(document->digest(), before);
    }
    QVERIFY(!document->saveCopy(folder + u"/写し.dxplan"_s));
    QVERIFY(QDir().rename(away, folder));
    QVERIFY(document->apply(retitle(firstMeasure(*document), u"三"_s)));
}
#endif

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--tiny-disk")
        return fillTinyDisk(arguments.value(2));
    FailedWrites test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_failed_writes.moc"
