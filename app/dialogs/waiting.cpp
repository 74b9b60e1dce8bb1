// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/waiting.h"

#include "models/edit/plan_document.h"

#include <QEventLoop>
#include <QProgressDialog>
#include <QTimer>

#include <chrono>

namespace shisaku {

using namespace std::chrono_literals;

namespace {
constexpr auto patience = 500ms; ///< A dialog that comes and goes within a moment is more bother than the wait.
constexpr int minimumWidth = 360;

struct Waiting {
    Q_DECLARE_TR_FUNCTIONS(Waiting)
};

/// `loop` is quit from outside when the wait is over.
bool wait(QEventLoop &loop, QWidget *window, const QString &sentence, const QString &giveUp, const std::function<bool()> &isOver)
{
    if (isOver())
        return true;
    QTimer moment;
    moment.setSingleShot(true);
    QObject::connect(&moment, &QTimer::timeout, &loop, &QEventLoop::quit);
    moment.start(patience);
    loop.exec(QEventLoop::ExcludeUserInputEvents); // they come when it is known what they act upon
    moment.stop();
    if (isOver())
        return true;
    QProgressDialog dialog(sentence, giveUp, 0, 0, window && window->isVisible() ? window : nullptr);
    if (giveUp.isEmpty())
        dialog.setCancelButton(nullptr);
    dialog.setWindowTitle(Waiting::tr("施策帖"));
    dialog.setWindowFlags(Qt::Dialog | Qt::CustomizeWindowHint | Qt::WindowTitleHint);
    dialog.setMinimumWidth(minimumWidth);
    dialog.setWindowModality(Qt::ApplicationModal);
    dialog.setMinimumDuration(0);
    dialog.setAutoClose(false);
    QObject::connect(&dialog, &QProgressDialog::canceled, &loop, &QEventLoop::quit);
    dialog.show();
    loop.exec();
    return isOver();
}

void quitWhenSaved(QEventLoop &loop, const PlanDocument &document)
{
    QObject::connect(&document, &PlanDocument::savedChanged, &loop, [&loop](bool saved) {
        if (saved)
            loop.quit();
    });
}
} // namespace

void finishSaving(PlanDocument &document)
{
    QEventLoop loop;
    quitWhenSaved(loop, document);
    if (!document.isSettled())
        loop.exec(QEventLoop::ExcludeUserInputEvents);
}

bool waitUntilSaved(PlanDocument &document, QWidget *window, const QString &giveUp)
{
    QEventLoop loop;
    quitWhenSaved(loop, document);
    return wait(loop, window, Waiting::tr("変更をファイルに保存しています…"), giveUp, [&document] { return document.isSettled(); });
}

Result<void> applyWaiting(PlanDocument &document, Recipe recipe, quint64 group, QWidget *window)
{
    const Error cancelled{ErrorKind::Cancelled,
                          Waiting::tr("保存が終わるのを待たずに戻りました。"),
                          Waiting::tr("右下に「保存済み」と表示されるまでお待ちください。"),
                          {}};
    const auto outcome = std::make_shared<Result<void>>(cancelled);
    document.submit(std::move(recipe), group, [outcome](const Result<void> &result) { *outcome = result; });
    (void)waitUntilSaved(document, window, Waiting::tr("待たずに戻る"));
    return *outcome;
}

Result<void> workAside(QWidget *window, const QString &sentence, const std::function<Result<void>()> &work)
{
    Result<void> result;
    const std::unique_ptr<QThread> thread(QThread::create([&] { result = work(); }));
    QEventLoop loop;
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    (void)wait(loop, window, sentence, {}, [&thread] { return thread->isFinished(); });
    thread->wait(); // the program may be ending: what is begun is done
    return result;
}

} // namespace shisaku
