// SPDX-License-Identifier: GPL-3.0-or-later
// With a disk that takes a second for every fsync the window lives on: another measure is shown at once, closing says what it waits
// for and can be given up, and nothing is lost.
#include "tests/app/window_test.h"
#include "tests/safety/fault.h"
#include "tests/support/sqlite3.h"
#include "tests/support/warnings.h"
#include "views/sheet/sheet_form.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QProgressDialog>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
constexpr int fsyncMs = 1000;

/// Ticks as long as it lives; the longest time in which the window's events stood still.
class Ticker {
public:
    explicit Ticker(std::function<void()> atEachTick = {})
    {
        m_since.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this, atEachTick] {
            m_longest = std::max(m_longest, m_since.restart());
            if (atEachTick)
                atEachTick();
        });
        m_timer.start(20);
    }
    qint64 longestMs() const { return std::max(m_longest, m_since.elapsed()); }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

QProgressDialog *waitingDialog()
{
    return qobject_cast<QProgressDialog *>(QApplication::activeModalWidget());
}
} // namespace

class TestSlowDisk : public WindowTest {
    Q_OBJECT

    QString m_path;
    std::unique_ptr<MainWindow> m_window;

    QLineEdit *field(const QString &name) const
    {
        for (QLineEdit *input : m_window->findChild<SheetForm *>()->findChildren<QLineEdit *>()) {
            if (input->accessibleName() == name)
                return input;
        }
        qFatal("no field %s", qPrintable(name));
    }
    QString titleInFile(const QString &number) const
    {
        return QString::fromUtf8(
            sqlite3(m_path, u"select title from measure where series='original' and number='%1'"_s.arg(number)));
    }
    void showMeasure(const QString &number) const
    {
        for (const Measure &measure : m_window->document()->plan().rows<Measure>()) {
            if (measure.number == number && measure.series != u"added")
                emit m_window->findChild<SheetForm *>()->measureRequested(measure.id);
        }
    }
    void type(const QString &text) const
    {
        QLineEdit *title = field(u"施策名"_s);
        title->setFocus();
        title->end(false);
        QTest::keyClicks(title, text);
    }

public:
    TestSlowDisk() : WindowTest(QDate(2026, 4, 1)) {}

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        failOnWarnings();
        m_path = makeSample(QString::fromLatin1(QTest::currentTestFunction()));
        m_window = openSample(m_path);
        QVERIFY(m_window->document()->waitForVerification());
        showMeasure(u"2"_s);
        fault::slow(std::chrono::milliseconds(fsyncMs));
    }
    void cleanup()
    {
        fault::slow({});
        m_window.reset();
    }

    void anotherMeasureIsShownAtOnceAndClosingTellsWhatItWaitsFor()
    {
        bool told = false;
        const Ticker ticker([&] { told = told || waitingDialog(); });
        type(u"AB"_s);
        showMeasure(u"3"_s);
        QCOMPARE(field(u"番号"_s)->text(), u"3"_s);
        QVERIFY(!m_window->document()->isSaved());
        showMeasure(u"2"_s);
        QVERIFY2(field(u"施策名"_s)->text().endsWith(u"AB"_s), "what is on its way is shown to whoever comes back");
        type(u"C"_s);
        showMeasure(u"3"_s);
        type(u"D"_s);
        QVERIFY(m_window->close());
        QVERIFY(told);
        QVERIFY2(ticker.longestMs() < fsyncMs, qPrintable(u"the window stood still for %1 ms"_s.arg(ticker.longestMs())));
        QVERIFY(titleInFile(u"2"_s).endsWith(u"ABC"_s));
        QVERIFY(titleInFile(u"3"_s).endsWith(u'D'));
    }

    void closingCanBeGivenUpAndNothingIsLost()
    {
        const Ticker ticker([] {
            if (QProgressDialog *dialog = waitingDialog())
                QTest::mouseClick(dialog->findChild<QPushButton *>(), Qt::LeftButton);
        });
        type(u"AB"_s);
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QVERIFY(!m_window->document()->isSaved());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->isSaved(), 60'000);
        QVERIFY2(ticker.longestMs() < fsyncMs, qPrintable(u"the window stood still for %1 ms"_s.arg(ticker.longestMs())));
        QVERIFY(titleInFile(u"2"_s).endsWith(u"AB"_s));
    }

    void undoAndACopyWaitForWhatIsOnItsWayWithoutStandingStill()
    {
        const QString before = titleInFile(u"2"_s);
        const Ticker ticker;
        type(u"AB"_s);
        m_window->findChild<SheetForm *>()->flush();
        QVERIFY(!m_window->document()->isSaved());
        m_window->setFocus();
        QVERIFY2(m_window->actions().action(Command::Undo)->isEnabled(), "what is on its way can be taken back");
        m_fileToSave = m_folder.filePath(u"複製.dxplan"_s);
        m_window->actions().action(Command::SaveCopy)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_fileToSave), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->isSaved(), 60'000);
        m_window->actions().action(Command::Undo)->trigger();
        QVERIFY(!m_window->document()->isSaved());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->isSaved(), 60'000); // before it is looked into the file, which stands still
        QVERIFY2(ticker.longestMs() < fsyncMs, qPrintable(u"the window stood still for %1 ms"_s.arg(ticker.longestMs())));
        QCOMPARE(titleInFile(u"2"_s), before);
    }
};

QTEST_MAIN(TestSlowDisk)
#include "tst_slow_disk.moc"
