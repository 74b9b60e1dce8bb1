// SPDX-License-Identifier: GPL-3.0-or-later
// What the program asks of the system, seen from outside by strace: everything is on the disk before it is called saved, and
// nothing but files is touched.
#include "models/exchange/plan_csv.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// One finished system call.
struct Call {
    QString name;
    QString text;   ///< Arguments and result, descriptors with their paths.
    QString target; ///< The path of the descriptor or of the last file named.
};

QString pathOf(const QString &text)
{
    static const QRegularExpression descriptor(u"^\\d+<([^>]*)>"_s);
    static const QRegularExpression named(u"\"([^\"]*)\""_s);
    if (const auto match = descriptor.match(text); match.hasMatch())
        return match.captured(1);
    QString last;
    for (auto match = named.globalMatch(text); match.hasNext();)
        last = match.next().captured(1);
    return last;
}

/// Reads what strace -f -y wrote; calls that another thread interrupted are put together where they ended.
QList<Call> callsOf(const QString &path)
{
    static const QRegularExpression whole(u"^(\\d+) +(\\w+)\\((.*)$"_s);
    static const QRegularExpression resumed(u"^(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)$"_s);
    const QString cut = u" <unfinished ...>"_s;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Call> calls;
    QHash<QString, QString> begun;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (const auto rest = resumed.match(line); rest.hasMatch()) {
            const QString text = begun.take(rest.captured(1)) + rest.captured(3);
            calls.append({rest.captured(2), text, pathOf(text)});
        } else if (const auto call = whole.match(line); call.hasMatch()) {
            QString text = call.captured(3);
            if (text.endsWith(cut))
                begun.insert(call.captured(1), text.chopped(cut.size()));
            else
                calls.append({call.captured(2), text, pathOf(text)});
        }
    }
    return calls;
}

bool isSync(const Call &call)
{
    return (call.name == u"fsync" || call.name == u"fdatasync") && call.text.endsWith(u"= 0"_s);
}

bool isWrite(const Call &call)
{
    return call.name.startsWith(u"write") || call.name.startsWith(u"pwrite") || call.name == u"ftruncate";
}

/// The place of the last call before `end` that fits; -1 if there is none.
template <typename Fits>
qsizetype lastBefore(const QList<Call> &calls, qsizetype end, Fits fits)
{
    while (--end >= 0 && !fits(calls[end]))
        ;
    return end;
}

QString folderOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

/// What is wrong with the files that get their names inside a folder: contents must be synced before, the folder after.
QStringList unsafeNames(const QList<Call> &calls, const QString &folder, int &named)
{
    static const QRegularExpression names(u"\"([^\"]*)\""_s);
    QStringList faults;
    QSet<QString> linked; // made without a name, synced by descriptor, then linked
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const bool link = calls[i].name == u"linkat";
        const QString to = calls[i].target;
        if ((!link && !calls[i].name.startsWith(u"rename")) || !calls[i].text.endsWith(u"= 0"_s) || !to.startsWith(folder))
            continue;
        ++named;
        const QString from = names.match(calls[i].text).captured(1);
        const QString descriptor = from.section(u'/', -1) + u'<';
        const auto last = [&](auto kind) {
            return lastBefore(calls, i, [&](const Call &call) {
                return kind(call) && (link ? call.text.startsWith(descriptor) : call.target == from);
            });
        };
        if (!linked.contains(from) && (last(isSync) < last(isWrite) || last(isSync) < 0))
            faults << u"named before it was synced: "_s + to;
        if (link)
            linked.insert(to);
        const bool folderSynced = std::any_of(calls.begin() + i, calls.end(),
                                              [&](const Call &call) { return isSync(call) && call.target == folderOf(to); });
        if (!folderSynced)
            faults << u"folder not synced after: "_s + to;
    }
    return faults;
}

/// The part that is watched: edits, copies, and says so.
int editAndCopy(const QString &folder)
{
    const QDir dir(folder);
    if (!PlanDocument::create(dir.filePath(u"new.dxplan"_s), smallPlan(randomIds()), testEnvironment()))
        return 1;
    auto opened = PlanDocument::open(dir.filePath(u"new.dxplan"_s), testEnvironment());
    QFile out;
    if (!opened || !out.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 1;
    for (int i = 0; i < 3; ++i) {
        if (!(*opened)->apply(retitle(firstMeasure(**opened), QString::number(i))))
            return 2;
        out.write("acknowledged\n");
    }
    if (!(*opened)->undoNow())
        return 2;
    out.write("acknowledged\n");
    return (*opened)->saveCopy(dir.filePath(u"copy.dxplan"_s)) ? 0 : 3;
}
} // namespace

class Durable : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// Runs a program under strace; an empty answer means that it cannot be watched here.
    std::optional<QList<Call>> watch(const QString &program, const QStringList &arguments, const QString &calls)
    {
        const QString log = m_folder.filePath(u"calls.txt"_s);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.path());
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"settings"_s));
        environment.insert(u"SHISAKUCHO_REPORT_PAINT"_s, u"1"_s);
        environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s); // leaks cannot be looked for in a program that is watched
        process.setProcessEnvironment(environment);
        process.start(u"strace"_s,
                      QStringList{u"-f"_s, u"-y"_s, u"-s"_s, u"300"_s, u"-o"_s, log, u"-e"_s, u"trace="_s + calls, program}
                          + arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
            qWarning("%s", process.readAllStandardError().constData());
            return std::nullopt;
        }
        return callsOf(log);
    }

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"strace"_s).isEmpty())
            QSKIP("strace is not installed");
        QProcess probe;
        probe.start(u"strace"_s, {u"-o"_s, u"/dev/null"_s, u"true"_s});
        if (!probe.waitForFinished() || probe.exitCode() != 0)
            QSKIP("this system does not let one program watch another (ptrace)");
    }
    void init() { failOnWarnings(); }

    void everyAcknowledgedEditIsOnTheDisk()
    {
        const auto calls = watch(QCoreApplication::applicationFilePath(), {u"--victim"_s, m_folder.path()},
                                 u"write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename,renameat,renameat2,linkat"_s);
        QVERIFY(calls);
        const QString plan = m_folder.filePath(u"new.dxplan"_s);
        const QString journal = plan + u"-journal"_s;
        int acknowledged = 0;
        qsizetype before = 0;
        for (qsizetype i = 0; i < calls->size(); ++i) {
            if (calls->at(i).name != u"write" || !calls->at(i).text.contains(u"acknowledged"_s))
                continue;
            ++acknowledged;
            const auto last = [&](const QString &path, auto kind) {
                return lastBefore(*calls, i, [&](const Call &call) { return kind(call) && call.target == path; });
            };
            const qsizetype written = last(plan, isWrite);
            const qsizetype journalSynced = last(journal, isSync);
            const qsizetype journalGone = last(journal, [](const Call &call) { return call.name == u"unlink"; });
            QVERIFY2(written > before, "an edit was acknowledged and not written");
            QVERIFY2(journalSynced > before && last(journal, isWrite) < journalSynced, "the journal was not synced");
            const qsizetype firstWrite = std::distance(
                calls->begin(), std::find_if(calls->begin() + before, calls->begin() + i,
                                             [&](const Call &call) { return isWrite(call) && call.target == plan; }));
            QVERIFY2(lastBefore(*calls, firstWrite, [&](const Call &call) { return isSync(call) && call.target == journal; })
                         > before,
                     "the plan was written before its journal was on the disk");
            QVERIFY2(last(plan, isSync) > written, "the plan was not synced");
            QVERIFY2(journalGone > last(plan, isSync), "the journal went before the plan was on the disk");
            QVERIFY2(last(m_folder.path(), isSync) > journalGone, "the journal could come back after a loss of power");
            before = i;
        }
        QCOMPARE(acknowledged, 4);
        int named = 0;
        QCOMPARE(unsafeNames(*calls, m_folder.path(), named), QStringList());
        QCOMPARE(named, 3); // the new plan, the dated copy of the sitting, the copy that was asked for
    }

#ifdef SHISAKUCHO_PROGRAM
    void aLeftJournalIsGoneForGoodBeforeTheNewPlanHasItsName()
    {
        const QString plan = m_folder.filePath(u"again.dxplan"_s);
        QFile journal(plan + u"-journal"_s);
        QVERIFY(journal.open(QIODevice::WriteOnly) && journal.write("left by a file of that name") > 0);
        journal.close();
        const auto calls = watch(QStringLiteral(SHISAKUCHO_PROGRAM), {u"new"_s, u"--empty"_s, plan},
                                 u"fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat"_s);
        QVERIFY(calls);
        const auto renamed = [&](const Call &call, const QString &part) {
            return call.name.startsWith(u"rename") && call.text.contains(part);
        };
        const qsizetype named = lastBefore(
            *calls, calls->size(), [&](const Call &call) { return call.name.startsWith(u"rename") && call.target == plan; });
        QVERIFY(named > 0);
        const qsizetype gone = lastBefore(*calls, named,
                                          [&](const Call &call) { return renamed(call, u'"' + journal.fileName() + u'"'); });
        QVERIFY2(gone >= 0, "the journal was still there when the new plan got its name");
        const qsizetype synced = lastBefore(*calls, named,
                                            [&](const Call &call) { return isSync(call) && call.target == folderOf(plan); });
        QVERIFY2(synced > gone, "a loss of power could bring the journal back beside the new plan");
    }

    void everyExportIsOnTheDiskBeforeItHasItsName_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("tables") << QStringList{u"data"_s, u"--to"_s, u"tables"_s};
        QTest::newRow("list") << QStringList{u"list"_s, u"--to"_s, u"list.pdf"_s};
        QTest::newRow("pictures") << QStringList{u"sheets"_s, u"--to"_s, u"sheets.png"_s};
    }
    void everyExportIsOnTheDiskBeforeItHasItsName()
    {
        QFETCH(QStringList, options);
        const QString plan = m_folder.filePath(u"plan.dxplan"_s);
        QVERIFY(PlanDocument::create(plan, smallPlan(randomIds()), testEnvironment()));
        options.last() = m_folder.filePath(options.last());
        const QStringList arguments = QStringList{u"export"_s, plan, u"--as"_s} + options;
        QVERIFY(QProcess::execute(QStringLiteral(SHISAKUCHO_PROGRAM), arguments) == 0); // an older export is replaced
        const auto calls = watch(QStringLiteral(SHISAKUCHO_PROGRAM), arguments,
                                 u"write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,linkat"_s);
        QVERIFY(calls);
        int named = 0;
        QCOMPARE(unsafeNames(*calls, m_folder.path(), named), QStringList());
        QVERIFY(named > 0);
    }

    void noJobReachesForTheNetworkOrAnotherProgram_data()
    {
        const QString plan = m_folder.filePath(u"job.dxplan"_s);
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("new") << QStringList{u"new"_s, u"--empty"_s, plan};
        QTest::newRow("info") << QStringList{u"info"_s, plan};
        QTest::newRow("export") << QStringList{u"export"_s, plan, u"--as"_s, u"data"_s, u"--to"_s, m_folder.filePath(u"out"_s)};
        QTest::newRow("print") << QStringList{u"export"_s, m_folder.filePath(u"new.dxplan"_s), u"--as"_s, u"roadmap"_s,
                                              u"--to"_s,   m_folder.filePath(u"roadmap.pdf"_s)};
        QTest::newRow("import") << QStringList{u"import"_s, m_folder.filePath(u"out"_s), u"--into"_s, plan};
        QTest::newRow("check") << QStringList{u"check"_s, plan};
        QTest::newRow("window") << QStringList{m_folder.filePath(u"new.dxplan"_s)};
    }
    void noJobReachesForTheNetworkOrAnotherProgram()
    {
        QFETCH(QStringList, arguments);
        const auto calls = watch(QStringLiteral(SHISAKUCHO_PROGRAM), arguments, u"socket,connect,execve,execveat"_s);
        QVERIFY(calls);
        int programs = 0;
        for (const Call &call : *calls) {
            QVERIFY2(!call.text.contains(u"AF_INET"_s), qPrintable(call.text));
            programs += call.name.startsWith(u"execve") && call.text.endsWith(u"= 0"_s) ? 1 : 0;
        }
        QCOMPARE(programs, 1); // itself
    }
#endif
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--victim")
        return editAndCopy(arguments.value(2));
    Durable test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_durable.moc"
