// SPDX-License-Identifier: GPL-3.0-or-later
// Whether typing is ever held up by a slow disk: the longest pause of the event loop while edits are written.
#include "tests/bench/bench.h"

#include "views/sheet/sheet_form.h"

#include <QApplication>
#include <QKeyEvent>
#include <QProcess>
#include <QTextEdit>
#include <QTextStream>
#include <QTimer>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int edits = 30;
constexpr int betweenEditsMs = 50;
constexpr int restMs = 600; // longer than the pause after which the form applies what was typed

/// Ticks every millisecond and remembers the longest time without a tick.
class Heartbeat : public QObject {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { longest = std::max(longest, beat()); });
        m_since.start();
        m_timer.start(1);
    }
    double longest = 0;

private:
    double beat()
    {
        const double gap = millisecondsSince(m_since);
        m_since.restart();
        return gap;
    }
    QTimer m_timer;
    QElapsedTimer m_since;
};

void wait(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

void waitUntilSaved(const PlanDocument &document)
{
    while (!document.isSaved())
        wait(1);
}

double submitEdits(PlanDocument &document, int count)
{
    const Id<Measure> measure = document.plan().ordered<Measure>().first()->id;
    Heartbeat heartbeat;
    for (int i = 0; i < count; ++i) {
        document.submit([measure, i](const Plan &) -> Result<ChangeSet> {
            ChangeBuilder change(u"施策名を変更"_s);
            change.set<&Measure::title>(measure, u"入力%1"_s.arg(i));
            return std::move(change).build();
        });
        wait(betweenEditsMs);
    }
    waitUntilSaved(document);
    return heartbeat.longest;
}

/// Types into the texts of a measure, in turns, as fast as a person who leaves each field after a word.
double typeIntoForm(PlanDocument &document, int count)
{
    SheetForm form(&document);
    form.setMeasure(document.plan().ordered<Measure>().first()->id);
    form.show();
    form.activateWindow();
    wait(300);
    const auto editors = form.findChildren<QTextEdit *>();
    if (editors.size() < 2)
        qFatal("the form has %lld texts", qlonglong(editors.size()));
    const qint64 before = document.sequence();
    Heartbeat heartbeat;
    for (int i = 0; i < count; ++i) {
        QTextEdit *editor = editors[i % 2];
        editor->setFocus();
        for (const QChar letter : u"入力"_s) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, letter);
            QApplication::sendEvent(editor, &press);
            wait(betweenEditsMs / 2);
        }
    }
    wait(restMs);
    waitUntilSaved(document);
    if (document.sequence() - before < count)
        qFatal("the form made %lld edits of %d", document.sequence() - before, count);
    return heartbeat.longest;
}

double waitingEdit(PlanDocument &document)
{
    ChangeBuilder change(u"施策名を変更"_s);
    change.set<&Measure::title>(document.plan().ordered<Measure>().last()->id, u"待つ入力"_s);
    QElapsedTimer timer;
    timer.start();
    (void)document.apply(std::move(change).build());
    return millisecondsSince(timer);
}
} // namespace

int typeWithSlowDisk(const QString &way, const QString &plan, int count)
{
    const auto document = openPlan(plan);
    if (!document->waitForVerification())
        return 1;
    const double longest = way == u"form" ? typeIntoForm(*document, count) : submitEdits(*document, count);
    QTextStream(stdout) << longest << ' ' << waitingEdit(*document) << '\n';
    return 0;
}

void typingFigures(Bench &bench)
{
#ifdef SLOW_FSYNC_LIBRARY
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(SLOW_FSYNC_LIBRARY));
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    for (const QString &way : {u"submit"_s, u"form"_s}) {
        const QString what = u"longest pause, %1 (fsync +30 ms)"_s.arg(way == u"form" ? u"typing in the form"_s
                                                                                      : u"edits submitted"_s);
        QProcess typing;
        typing.setProcessEnvironment(environment);
        typing.start(QCoreApplication::applicationFilePath(),
                     {u"--slow-disk"_s, way, bench.copyOf(bench.samplePlan()), QString::number(bench.runs(edits))});
        typing.waitForFinished(60'000);
        const QStringList said = QString::fromUtf8(typing.readAllStandardOutput()).trimmed().split(u' ');
        if (typing.exitCode() != 0 || said.size() != 2) {
            bench.skipped(what, QString::fromUtf8(typing.readAllStandardError()).trimmed());
            continue;
        }
        bench.row(what, milliseconds(said[0].toDouble()), u"an edit that waits "_s + milliseconds(said[1].toDouble()),
                  limitVerdict(said[0].toDouble(), 50, u"ms"_s));
    }
#else
    bench.skipped(u"longest pause while typing"_s, u"needs a preloaded library (Linux)"_s);
#endif
}

} // namespace shisaku
