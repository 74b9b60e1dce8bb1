// SPDX-License-Identifier: GPL-3.0-or-later
// An acknowledged edit survives SIGKILL at any moment: a second process edits and says what is saved, and is killed.
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QThread>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// The victim: edits for ever, undoing now and then, and prints the sequence number of every acknowledged entry.
int editForever(const QString &path)
{
    auto opened = PlanDocument::open(path, testEnvironment(u"犠牲"_s));
    if (!opened || (*opened)->isReadOnly())
        return 1;
    PlanDocument &document = **opened;
    QTextStream out(stdout);
    out << "ready\n" << Qt::flush;
    for (int i = 0;; ++i) {
        ChangeBuilder change(u"二か所を変更"_s);
        const QString text = QString::number(i);
        for (const Measure *measure : document.plan().ordered<Measure>())
            change.set<&Measure::short_title>(measure->id, text);
        const Result<void> result = i % 7 == 6 ? document.undoNow() : document.apply(std::move(change).build());
        if (!result)
            return 2;
        out << document.sequence() << '\n' << Qt::flush;
    }
}
} // namespace

class Kill : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void noAcknowledgedEditIsLostAndNoneIsHalfDone()
    {
        const int kills = qEnvironmentVariableIsSet("SHISAKUCHO_LONG") ? 1000 : 60;
        QTemporaryDir folder; // on a disk: a memory disk would prove nothing
        const QString path = folder.filePath(u"計画.dxplan"_s);
        QVERIFY(PlanDocument::create(path, smallPlan(randomIds()), testEnvironment()));
        QRandomGenerator random(42);
        int hotJournals = 0;
        qint64 acknowledged = 1;
        for (int i = 0; i < kills; ++i) {
            QProcess victim;
            victim.start(QCoreApplication::applicationFilePath(), {u"--victim"_s, path});
            QVERIFY(victim.waitForReadyRead(10'000));
            QThread::usleep(500 + random.bounded(250'000u));
            victim.kill();
            QVERIFY(victim.waitForFinished(10'000));
            QVERIFY2(victim.exitStatus() == QProcess::CrashExit, victim.readAllStandardError());
            const QByteArrayList lines = victim.readAllStandardOutput().trimmed().split('\n');
            if (lines.last() != "ready")
                acknowledged = lines.last().toLongLong();
            hotJournals += QFile::exists(path + u"-journal"_s) ? 1 : 0;

            const auto opened = PlanDocument::open(path, testEnvironment());
            QVERIFY2(opened.ok(), qPrintable(u"kill %1"_s.arg(i)));
            QVERIFY((*opened)->waitForVerification());
            QVERIFY2((*opened)->sequence() >= acknowledged, qPrintable(u"kill %1: lost an edit"_s.arg(i)));
            QVERIFY2((*opened)->sequence() <= acknowledged + 1, qPrintable(u"kill %1"_s.arg(i)));
            QSet<QString> titles;
            for (const Measure &measure : (*opened)->plan().rows<Measure>())
                titles.insert(measure.short_title);
            QVERIFY2(titles.size() == 1, qPrintable(u"kill %1: half of a change"_s.arg(i)));
        }
        qInfo("%d kills, %lld entries, a hot journal was left %d times", kills, static_cast<long long>(acknowledged), hotJournals);
        QVERIFY(acknowledged > kills);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--victim")
        return editForever(arguments.value(2));
    Kill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_kill.moc"
