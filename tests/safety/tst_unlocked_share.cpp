// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs and a share on which locks on bytes reach nobody: who reads takes nothing back that somebody is writing, and who
// was asleep while another one took over writes nothing any more.
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <csignal>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// Touches many pages, so that half of it can be told from all of it.
ChangeSet renamedEverywhere(const Plan &plan, const QString &text)
{
    ChangeBuilder change(u"すべての略称を変更"_s);
    for (const Measure *measure : plan.ordered<Measure>())
        change.set<&Measure::short_title>(measure->id, text);
    return std::move(change).build();
}

/// Edits for ever and prints the sequence number of every acknowledged entry; ends when it is refused.
int editForever(const QString &path)
{
    const auto opened = PlanDocument::open(path, testEnvironment(u"書く人"_s));
    QTextStream out(stdout);
    if (!opened || (*opened)->isReadOnly()) {
        out << "refused " << (opened ? (*opened)->readOnlyReason()->message() : opened.error().message()) << '\n' << Qt::flush;
        return 1;
    }
    out << "ready\n" << Qt::flush;
    for (int i = 0;; ++i) {
        const auto done = (*opened)->apply(renamedEverywhere((*opened)->plan(), QString::number(i)));
        if (!done) {
            out << "refused " << done.error().message() << '\n' << Qt::flush;
            return 2;
        }
        out << (*opened)->sequence() << '\n' << Qt::flush;
    }
}

/// Takes over, and has not typed anything yet.
int takeOver(const QString &path)
{
    const auto opened = PlanDocument::open(path, testEnvironment(u"引き継ぐ人"_s), PlanFile::Access::TakeOver);
    if (!opened || (*opened)->isReadOnly())
        return 1;
    QTextStream(stdout) << "seen " << (*opened)->sequence() << '\n';
    return 0;
}

/// Reads as often as it is told and prints what it found.
int readOften(const QString &path, int times)
{
    QTextStream out(stdout);
    for (int i = 0; i < times; ++i) {
        const auto opened = PlanDocument::open(path, testEnvironment(u"読む人"_s), PlanFile::Access::ReadOnly);
        if (!opened) {
            out << "error " << static_cast<int>(opened.error().kind) << ' ' << opened.error().message() << '\n' << Qt::flush;
            continue;
        }
        const auto sound = (*opened)->waitForVerification();
        if (sound)
            out << (*opened)->sequence() << '\n' << Qt::flush;
        else
            out << "unsound " << sound.error().message() << '\n' << Qt::flush;
    }
    return 0;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether a process stands still.
bool isStopped(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return text.mid(text.lastIndexOf(')') + 2).startsWith('T');
}
} // namespace

class UnlockedShare : public QObject {
    Q_OBJECT

    enum class Locks { Reach, Nobody };

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_stopAt;
    QString m_written; // looks as if somebody wrote it all the time

    QString plan() const { return m_folder->filePath(u"計画.dxplan"_s); }
    QString journal() const { return plan() + u"-journal"_s; }
    QString flag() const { return m_folder->filePath(u"stop"_s); }
    QString temporary() const { return m_folder->filePath(u"tmp"_s); }

    void start(QProcess &process, const QString &program, const QStringList &arguments, Locks locks = Locks::Nobody) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_PRELOAD"_s, QStringLiteral(NO_LOCKS));
        if (locks == Locks::Reach)
            environment.insert(u"LOCKS_REACH"_s, u"1"_s);
        environment.insert(m_stopAt, m_stopAt == u"STOP_AT_OPEN" ? FileLock::lockPath(plan()) : plan());
        environment.insert(u"STOP_FLAG"_s, flag());
        environment.insert(u"WRITTEN_AT_OPEN"_s, m_written);
        environment.insert(u"TMPDIR"_s, temporary());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
    }
    void startSelf(QProcess &process, const QStringList &arguments, Locks locks = Locks::Nobody) const
    {
        start(process, QCoreApplication::applicationFilePath(), arguments, locks);
    }

    QByteArray read() const
    {
        QProcess reader;
        startSelf(reader, {u"--reader"_s, plan(), u"1"_s});
        return reader.waitForFinished(30'000) ? reader.readAllStandardOutput().trimmed() : "no answer";
    }

    void raiseFlag() const
    {
        QFile stop(flag());
        const bool raised = stop.open(QIODevice::WriteOnly);
        QVERIFY(raised);
    }

    /// Lets a writer begin a change and stops it when half of it is in the file. Returns the last acknowledged entry.
    qint64 stopHalfway(QProcess &writer) const
    {
        startSelf(writer, {u"--writer"_s, plan()});
        if (!writer.waitForReadyRead(10'000))
            return -1;
        raiseFlag();
        const bool stopped = QTest::qWaitFor([&] { return isStopped(writer.processId()); }, 10'000);
        if (!stopped || !QFile::exists(journal()))
            return -1;
        while (writer.waitForReadyRead(50)) // what it said before
            ;
        const QByteArrayList lines = writer.readAllStandardOutput().trimmed().split('\n');
        return lines.last() == "ready" ? 1 : lines.last().toLongLong();
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>(QDir::currentPath() + u"/share-XXXXXX"_s); // on a disk
        m_stopAt = u"STOP_AT_SYNC"_s;
        m_written.clear();
        QVERIFY(QDir().mkpath(temporary()));
        QVERIFY(PlanDocument::create(plan(), smallPlan(randomIds(), 60), testEnvironment()));
    }

    void nothingIsLostWhileOneWritesAndOthersRead()
    {
        QProcess writer;
        startSelf(writer, {u"--writer"_s, plan()});
        QVERIFY(writer.waitForReadyRead(10'000));
        QProcess reader;
        startSelf(reader, {u"--reader"_s, plan(), u"60"_s});
        QVERIFY(reader.waitForFinished(60'000));
        writer.kill();
        QVERIFY(writer.waitForFinished());
        const QByteArray written = writer.readAllStandardOutput();
        QVERIFY2(!written.contains("refused"), written.right(500).constData());
        const qint64 acknowledged = written.trimmed().split('\n').last().toLongLong();
        int found = 0;
        const QByteArrayList answers = reader.readAllStandardOutput().trimmed().split('\n');
        for (const QByteArray &answer : answers) {
            QVERIFY2(!answer.startsWith("unsound"), answer.constData());
            found += answer.startsWith("error") ? 0 : 1;
        }
        qInfo("%lld entries, %d of %lld readings", static_cast<long long>(acknowledged), found,
              static_cast<long long>(answers.size()));
        QVERIFY(found > 0);
        const auto after = PlanDocument::open(plan(), testEnvironment());
        QVERIFY(after && (*after)->waitForVerification());
        QVERIFY2((*after)->sequence() >= acknowledged, "an acknowledged edit is lost");
    }

    void aReaderSeesWhatWasBeforeAndLeavesFileAndJournalAlone()
    {
        QProcess writer;
        const qint64 before = stopHalfway(writer);
        QVERIFY(before > 0);
        const QByteArray file = contentOf(plan());
        const QByteArray left = contentOf(journal());
        QCOMPARE(read(), QByteArray::number(before));
        QCOMPARE(contentOf(plan()), file);
        QCOMPARE(contentOf(journal()), left);
        QVERIFY(QDir(temporary()).isEmpty()); // nothing of the plan stays behind

        QCOMPARE(::kill(static_cast<pid_t>(writer.processId()), SIGCONT), 0);
        QVERIFY(writer.waitForReadyRead(10'000));
        QVERIFY2(!writer.readAllStandardOutput().contains("refused"), "the writer was disturbed");
        writer.kill();
        QVERIFY(writer.waitForFinished());
        const auto after = PlanDocument::open(plan(), testEnvironment());
        QVERIFY(after && (*after)->waitForVerification());
        QVERIFY((*after)->sequence() > before);
    }

    void whatADeadWriterLeftIsTakenBackByTheNextWriterOnly()
    {
        QProcess writer;
        const qint64 before = stopHalfway(writer);
        QVERIFY(before > 0);
        writer.kill();
        QVERIFY(writer.waitForFinished());
        const QByteArray left = contentOf(journal());
        QCOMPARE(read(), QByteArray::number(before));
        QCOMPARE(contentOf(journal()), left);
        {
            const auto next = PlanDocument::open(plan(), testEnvironment());
            QVERIFY(next && !(*next)->isReadOnly());
            QCOMPARE((*next)->sequence(), before);
            QVERIFY((*next)->waitForVerification());
        }
        QVERIFY(!QFile::exists(journal()));
    }

    void whatCannotBeProvedIsRefused()
    {
        QProcess writer;
        QVERIFY(stopHalfway(writer) > 0);
        // A share that hands out the new pages and not yet the journal they belong to.
        const QByteArray left = contentOf(journal());
        QFile cut(journal());
        QVERIFY(cut.open(QIODevice::ReadWrite) && cut.resize(left.size() / 3));
        cut.close();
        const QByteArray found = read();
        QVERIFY2(found.startsWith("error") || found.startsWith("unsound"), found.constData());
        m_written = journal();
        const QByteArray answer = read();
        QCOMPARE(answer.split(' ').value(0), QByteArray("error"));
        QCOMPARE(answer.split(' ').value(1).toInt(), static_cast<int>(ErrorKind::Unreadable));
        QVERIFY2(answer.contains("書き込まれている最中"), answer.constData());
        QVERIFY(QDir(temporary()).isEmpty());
        writer.kill();
        QVERIFY(writer.waitForFinished());
    }

#ifdef SHISAKUCHO_PROGRAM
    void theCommandLineTellsWhatItReadByItsStatus()
    {
        QProcess writer;
        QVERIFY(stopHalfway(writer) > 0);
        const auto info = [&] {
            QProcess program;
            start(program, QStringLiteral(SHISAKUCHO_PROGRAM), {u"info"_s, plan()});
            return program.waitForFinished(30'000) ? program.exitCode() : -1;
        };
        QCOMPARE(info(), 0);
        QFile cut(journal());
        QVERIFY(cut.open(QIODevice::ReadWrite) && cut.resize(cut.size() / 3));
        cut.close();
        QCOMPARE(info(), 3);
        writer.kill();
        QVERIFY(writer.waitForFinished());
    }
#endif

    void aHolderThatWasAsleepOverwritesNothing_data()
    {
        QTest::addColumn<bool>("reach");
        QTest::newRow("locks reach") << true;
        QTest::newRow("locks reach nobody") << false;
    }
    void aHolderThatWasAsleepOverwritesNothing()
    {
        QFETCH(bool, reach);
        const Locks locks = reach ? Locks::Reach : Locks::Nobody;
        m_stopAt = u"STOP_AT_OPEN"_s;
        QProcess sleeper;
        startSelf(sleeper, {u"--writer"_s, plan()}, locks);
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += sleeper.readAllStandardOutput()).contains("\n4\n"), 10'000);
        raiseFlag();
        // It has the lock that names it in its hand, and has not read it yet.
        QTRY_VERIFY_WITH_TIMEOUT(isStopped(sleeper.processId()), 10'000);
        QVERIFY(!QFile::exists(journal()));

        QProcess successor;
        startSelf(successor, {u"--successor"_s, plan()}, locks);
        QVERIFY(successor.waitForFinished(30'000));
        const QByteArray taken = successor.readAllStandardOutput().trimmed();
        QVERIFY2(successor.exitCode() == 0, taken.constData());
        QCOMPARE(::kill(static_cast<pid_t>(sleeper.processId()), SIGCONT), 0);
        QVERIFY(sleeper.waitForFinished(10'000));
        QVERIFY2(sleeper.readAllStandardOutput().trimmed().split('\n').last().startsWith("refused"), "it went on");
        const auto after = PlanDocument::open(plan(), testEnvironment());
        QVERIFY(after && !(*after)->isReadOnly() && (*after)->waitForVerification());
        QCOMPARE("seen " + QByteArray::number((*after)->sequence()), taken.split('\n').last());
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--writer")
        return editForever(arguments.value(2));
    if (arguments.value(1) == u"--successor")
        return takeOver(arguments.value(2));
    if (arguments.value(1) == u"--reader")
        return readOften(arguments.value(2), arguments.value(3).toInt());
    UnlockedShare test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_unlocked_share.moc"
