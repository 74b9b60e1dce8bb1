// SPDX-License-Identifier: GPL-3.0-or-later
// An acknowledged edit survives SIGKILL at any moment: a second process edits, undoes, imports, copies and exports, says what
// is done, and is killed.
#include "models/exchange/plan_csv.h"
#include "models/exchange/table_csv.h"
#include "models/file/backup.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QThread>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
enum Work { Edit, Undo, Import, Copy, Export };

/// What the victim writes to, in one folder on a disk: a memory disk would prove nothing.
struct Places {
    explicit Places(const QString &folder) : m_folder(folder) {}

    QString plan() const { return m_folder.filePath(u"計画.dxplan"_s); }
    QString copy() const { return m_folder.filePath(u"写し.dxplan"_s); }
    QString incoming() const { return m_folder.filePath(u"measure.csv"_s); }
    QString tables() const { return m_folder.filePath(u"表"_s); }

private:
    QDir m_folder;
};

/// The change under test touches every measure, so that half of it can be told from all of it.
ChangeSet renamedEverywhere(const Plan &plan, const QString &text)
{
    ChangeBuilder change(u"すべての略称を変更"_s);
    for (const Measure *measure : plan.ordered<Measure>())
        change.set<&Measure::short_title>(measure->id, text);
    return std::move(change).build();
}

Result<ChangeSet> importedEverywhere(const Plan &plan, const QString &text, const QString &path)
{
    QList<QStringList> records{{u"id"_s, u"short_title"_s}};
    for (const Measure *measure : plan.ordered<Measure>())
        records << QStringList{measure->id.toText(), text};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{};
    file.write(writeCsv(records));
    file.close();
    return importTables(plan, path, ImportMode::Merge, randomIds());
}

/// Why a work failed; empty if it was done.
template <typename T>
QString faultOf(const Result<T> &result)
{
    return result ? QString() : result.error().message() + u" "_s + result.error().detail;
}

QString doWork(Work work, PlanDocument &document, const Places &places, const QString &text)
{
    switch (work) {
    case Undo:
        return faultOf(document.undoNow());
    case Import: {
        const auto change = importedEverywhere(document.plan(), text, places.incoming());
        return change ? faultOf(document.apply(*change)) : faultOf(change);
    }
    case Copy:
        return faultOf(document.saveCopy(places.copy()));
    case Export:
        return faultOf(exportTables(document.plan(), places.tables()));
    default:
        return faultOf(document.apply(renamedEverywhere(document.plan(), text)));
    }
}

/// The victim: works for ever and prints the sequence number behind everything that is acknowledged.
int workForever(const QString &folder)
{
    const Places places(folder);
    auto opened = PlanDocument::open(places.plan(), testEnvironment(u"犠牲"_s));
    if (!opened || (*opened)->isReadOnly()) {
        QTextStream(stderr) << (opened ? u"read-only"_s : opened.error().message()) << '\n';
        return 1;
    }
    QTextStream out(stdout);
    out << "ready\n" << Qt::flush;
    static constexpr Work round[] = {Edit, Import, Edit, Undo, Copy, Edit, Export, Edit, Edit, Undo};
    for (int i = 0;; ++i) {
        const Work work = round[i % std::size(round)];
        if (const QString fault = doWork(work, **opened, places, QString::number(i)); !fault.isEmpty()) {
            QTextStream(stderr) << "work " << work << " failed: " << fault << '\n';
            return 2;
        }
        out << (*opened)->sequence() << '\n' << Qt::flush;
    }
}

/// A plan file is whole: it opens, its digest is right, and no change is in it by half.
QString faultOf(const QString &path, qint64 atLeast, qint64 atMost, PlanFile::Access access = PlanFile::Access::ReadWrite)
{
    const auto opened = PlanDocument::open(path, testEnvironment(), access);
    if (!opened)
        return u"cannot be opened: "_s + opened.error().message();
    if (const auto verified = (*opened)->waitForVerification(); !verified)
        return verified.error().message();
    QSet<QString> titles;
    for (const Measure &measure : (*opened)->plan().rows<Measure>())
        titles.insert(measure.short_title);
    if (titles.size() != 1)
        return u"half of a change"_s;
    if ((*opened)->sequence() < atLeast)
        return u"an acknowledged edit is lost"_s;
    return (*opened)->sequence() > atMost ? u"an edit nobody made"_s : QString();
}

/// Every exported table is there as a whole: the old one or the new one.
QString faultOfTables(const QString &folder)
{
    if (!QDir(folder).exists(u"measure.csv"_s))
        return {};
    QFile file(folder + u"/measure.csv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString();
    const auto records = readCsv(file.readAll(), u"measure.csv"_s);
    if (!records)
        return records.error().message();
    const auto table = readTable(TableId::Measure, u"measure.csv"_s, *records, {});
    if (!table || table->rows.size() != 3)
        return u"a table is cut"_s;
    return {};
}
} // namespace

class Kill : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void noAcknowledgedWorkIsLostAndNoneIsHalfDone()
    {
        const int kills = qEnvironmentVariableIsSet("SHISAKUCHO_LONG") ? 1000 : 60;
        QTemporaryDir folder;
        const Places places(folder.path());
        QVERIFY(PlanDocument::create(places.plan(), smallPlan(randomIds()), testEnvironment()));
        QRandomGenerator random(42);
        int hotJournals = 0;
        int unfinishedFiles = 0;
        qint64 before = 1; // where the file stood when the victim began
        for (int i = 0; i < kills; ++i) {
            QProcess victim;
            victim.start(QCoreApplication::applicationFilePath(), {u"--victim"_s, folder.path()});
            QVERIFY(victim.waitForReadyRead(10'000));
            QThread::usleep(500 + random.bounded(250'000u));
            victim.kill();
            QVERIFY(victim.waitForFinished(10'000));
            QVERIFY2(victim.exitStatus() == QProcess::CrashExit, victim.readAllStandardError());
            const QByteArrayList lines = victim.readAllStandardOutput().trimmed().split('\n');
            const qint64 acknowledged = lines.last() == "ready" ? before : lines.last().toLongLong();
            hotJournals += QFile::exists(places.plan() + u"-journal"_s) ? 1 : 0;

            // One more than was acknowledged may be there: written, and killed before it could say so.
            const auto access = i % 2 == 0 ? PlanFile::Access::ReadWrite : PlanFile::Access::ReadOnly;
            const QString fault = faultOf(places.plan(), acknowledged, acknowledged + 1, access);
            QVERIFY2(fault.isEmpty(), qPrintable(u"kill %1: %2"_s.arg(i).arg(fault)));
            before = (*PlanDocument::open(places.plan(), testEnvironment(), PlanFile::Access::ReadOnly))->sequence();

            QStringList copies;
            for (const Backup &backup : backupsOf(places.plan()))
                copies << backup.path;
            if (QFile::exists(places.copy()))
                copies << places.copy();
            for (const QString &copy : std::as_const(copies)) {
                const QString copyFault = faultOf(copy, 1, before);
                QVERIFY2(copyFault.isEmpty(), qPrintable(u"kill %1: %2: %3"_s.arg(i).arg(copy, copyFault)));
            }
            const QString tableFault = faultOfTables(places.tables());
            QVERIFY2(tableFault.isEmpty(), qPrintable(u"kill %1: %2"_s.arg(i).arg(tableFault)));
        }
        for (const QString &name : QDir(folder.path()).entryList(QDir::Files))
            unfinishedFiles += name.endsWith(u".tmp"_s) ? 1 : 0;
        qInfo("%d kills, %lld entries, a hot journal was left %d times, an unfinished copy %d times", kills,
              static_cast<long long>(before), hotJournals, unfinishedFiles);
        QVERIFY(before > kills / 4);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--victim")
        return workForever(arguments.value(2));
    Kill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_kill.moc"
