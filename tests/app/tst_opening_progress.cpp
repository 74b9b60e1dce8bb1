// SPDX-License-Identifier: GPL-3.0-or-later
// A short wait for a plan is not told; a long one says how far it is until the window is put together.
#include "app/window/opening_progress.h"
#include "tests/support/warnings.h"
#include "window_test.h"

#include <QApplication>
#include <QProgressDialog>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace shisaku;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// The dialog that is shown; null without one.
QProgressDialog *dialog()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<QProgressDialog *>(window); found && found->isVisible())
            return found;
    }
    return nullptr;
}

/// A button a person could press.
bool canBeEnded(const QProgressDialog &dialog)
{
    const auto buttons = dialog.findChildren<QPushButton *>();
    return std::any_of(buttons.begin(), buttons.end(), [](const QPushButton *button) { return button->isVisible(); });
}
} // namespace

class OpeningProgressTest : public WindowTest {
    Q_OBJECT

    QString m_path;

public:
    OpeningProgressTest() : WindowTest(QDate(2023, 10, 5)) {}

private slots:
    void initTestCase()
    {
        prepare();
        m_path = makeSample(u"出雲"_s);
    }
    void init() { failOnWarnings(); }

    void aShortWaitIsNotTold()
    {
        QWidget window;
        PlanOpening opening(m_path, m_services.environment);
        OpeningProgress progress(&window, 60s);
        QVERIFY(progress.waitFor(opening));
        QVERIFY(!dialog());
    }

    void aLongWaitSaysWhatIsDoneUntilTheWindowIsThere()
    {
        QWidget window;
        PlanOpening opening(m_path, m_services.environment);
        {
            OpeningProgress progress(&window, 0ms);
            QStringList told;
            QTimer watcher; // sees the dialog as a person does: while the program waits
            connect(&watcher, &QTimer::timeout, this, [&] {
                if (const QProgressDialog *shown = dialog())
                    told << shown->labelText();
            });
            watcher.start(0ms);
            const auto opened = progress.waitFor(opening);
            QVERIFY(opened);
            QVERIFY(!told.isEmpty());
            QVERIFY2(told.last().startsWith(u"計画の画面を組み立てています…\n"_s), qPrintable(told.last()));
            QVERIFY(dialog());
            QVERIFY(!canBeEnded(*dialog())); // the file is read; there is nothing left to give up
        }
        QVERIFY(!dialog());
    }
};

QTEST_MAIN(OpeningProgressTest)
#include "tst_opening_progress.moc"
