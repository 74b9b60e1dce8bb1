// SPDX-License-Identifier: GPL-3.0-or-later
// A signal that ends the program loses nothing that is typed: a second process types in a window and is told to end.
#include "app/window/ending.h"
#include "app/window/notice_bar.h"
#include "app/window/startup.h"
#include "models/file/file_lock.h"
#include "tests/app/window_test.h"
#include "tests/support/sqlite3.h"
#include "tests/support/warnings.h"
#include "views/sheet/sheet_form.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QTextStream>
#include <QTimer>

#include <csignal>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
QLineEdit *fieldNamed(const MainWindow &window, const QString &name)
{
    for (QLineEdit *input : window.findChild<SheetForm *>()->findChildren<QLineEdit *>()) {
        if (input->accessibleName() == name)
            return input;
    }
    qFatal("no field %s", qPrintable(name));
}

/// Whether a process has said what it does on a signal. Systems without /proc do not tell.
bool hearsOf(qint64 process, int signal)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return !QFile::exists(u"/proc/self/status"_s);
    static const QRegularExpression caught(u"SigCgt:\\s*([0-9a-f]+)"_s);
    const quint64 heard = caught.match(QString::fromLatin1(status.readAll())).captured(1).toULongLong(nullptr, 16);
    return heard & (quint64(1) << (signal - 1));
}

/// The victim: types into a window, says so, and works on until it is told to end. `how`: 「typing」 without a pause, 「refused」 a
/// text that the plan does not take, 「dialog」 with a question on the screen.
class Victim : public WindowTest {
public:
    Victim() : WindowTest(QDate(2026, 4, 1)) { prepare(); }

    int run(const QString &path, const QString &notes, const QString &how)
    {
        auto window = openSample(path);
        Ending ending(notes, [](const QString &, const QString &) { return true; });
        ending.watch();
        QLineEdit *field = fieldNamed(*window, how == u"refused" ? u"状態の時期"_s : u"施策名"_s);
        field->setFocus();
        field->end(false);
        QTest::keyClicks(field, how == u"refused" ? u"R5.13"_s : u"typed"_s);
        if (how == u"refused")
            QTest::keyClick(field, Qt::Key_Return);
        QTimer::singleShot(0, qApp, [&] {
            QTextStream(stdout) << "typed\n" << Qt::flush;
            if (how == u"dialog")
                QDialog(window.get()).exec();
        });
        return QApplication::exec();
    }
};
} // namespace

class TestEnding : public WindowTest {
    Q_OBJECT

    QString titleInFile(const QString &path) const
    {
        return QString::fromUtf8(sqlite3(path, u"select title from measure where series='original' and number='1'"_s));
    }

    void endWith(int signal, const QString &path, const QString &notes, const QString &how)
    {
        QProcess victim;
        victim.start(QCoreApplication::applicationFilePath(), {u"--victim"_s, path, notes, how});
        QVERIFY(victim.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(victim.waitForReadyRead(100) || victim.bytesAvailable() > 0, 30'000);
        QCOMPARE(::kill(static_cast<pid_t>(victim.processId()), signal), 0);
        QVERIFY(victim.waitForFinished(30'000));
        QCOMPARE(victim.exitStatus(), QProcess::NormalExit);
        QCOMPARE(victim.exitCode(), 0);
        QVERIFY(!QFile::exists(FileLock::lockPath(path)));
    }

public:
    TestEnding() : WindowTest(QDate(2026, 4, 1)) {}

private slots:
    void initTestCase() { prepare(); }
    void init() { failOnWarnings(); }

    void whatIsBeingTypedIsInTheFile_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QString>("how");
        QTest::newRow("SIGTERM") << int(SIGTERM) << u"typing"_s;
        QTest::newRow("SIGHUP") << int(SIGHUP) << u"typing"_s;
        QTest::newRow("SIGINT") << int(SIGINT) << u"typing"_s;
        QTest::newRow("SIGTERM, with a dialog open") << int(SIGTERM) << u"dialog"_s;
    }
    void whatIsBeingTypedIsInTheFile()
    {
        QFETCH(int, signal);
        QFETCH(QString, how);
        const QString path = makeSample(QString::fromLatin1(QTest::currentDataTag()));
        const QString notes = m_folder.filePath(u"notes"_s);
        endWith(signal, path, notes, how);
        QVERIFY(titleInFile(path).endsWith(u"typed"_s));
        QVERIFY(!takeEndingNote(notes));
    }

    void whatWasRefusedIsKeptAndToldAtTheNextStart()
    {
        const QString path = makeSample(u"refused"_s);
        const QString notes = m_folder.filePath(u"notes"_s);
        endWith(SIGTERM, path, notes, u"refused"_s);
        const QList<MainWindow *> windows = openAtStart(m_services, {path}, notes);
        QCOMPARE(windows.size(), 1);
        const QString told = windows.first()->findChild<NoticeBar *>()->text();
        const QStringList kept = QDir(notes).entryList({u"unsaved-*.txt"_s});
        QCOMPARE(kept.size(), 1);
        QVERIFY2(told.contains(kept.first()), qPrintable(told));
        QFile note(QDir(notes).filePath(kept.first()));
        QVERIFY(note.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(note.readAll());
        QVERIFY2(text.contains(path) && text.contains(u"R5.13"_s), qPrintable(text));
        QVERIFY(!takeEndingNote(notes)); // told once
        windows.first()->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

#ifdef SHISAKUCHO_PROGRAM
    void theProgramItselfEndsInOrder()
    {
        const QString path = makeSample(u"program"_s);
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"data"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.path());
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(SHISAKUCHO_PROGRAM), {path});
        QVERIFY(program.waitForStarted());
        const QString settings = m_folder.filePath(u"config/shisakucho/shisakucho.ini"_s); // the window is up
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(settings) && QFile::exists(FileLock::lockPath(path)), 20'000);
        QTRY_VERIFY(hearsOf(program.processId(), SIGTERM)); // once its windows are open
        QCOMPARE(::kill(static_cast<pid_t>(program.processId()), SIGTERM), 0);
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(!QFile::exists(FileLock::lockPath(path)));
    }
#endif
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == u"--victim")
        return Victim().run(words.value(2), words.value(3), words.value(4));
    TestEnding test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ending.moc"
