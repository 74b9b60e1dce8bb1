// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/ending.h"

#include "app/dialogs/waiting.h"
#include "app/window/main_window.h"
#include "models/edit/unsaved_input.h"
#include "models/file/platform.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QInputMethod>
#include <QSaveFile>
#include <QSessionManager>
#include <QSocketNotifier>

#include <utility>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
QString freshNote(const QString &folder)
{
    return QDir(folder).filePath(u"unsaved.txt"_s);
}

QList<MainWindow *> windowsWithPlan()
{
    QList<MainWindow *> windows;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *window = qobject_cast<MainWindow *>(widget);
        if (window && window->document())
            windows << window;
    }
    return windows;
}

QStringList refusedTexts(const MainWindow &window)
{
    QStringList texts;
    for (const UnsavedInput::Entry &entry : window.document()->unsaved().refused())
        texts << entry.typed;
    return texts;
}
} // namespace

Ending::Ending(QString notes, std::function<bool(const QString &, const QString &)> confirm) :
    m_notes(std::move(notes)), m_confirm(std::move(confirm))
{}

void Ending::watch()
{
    connect(
        qApp, &QGuiApplication::commitDataRequest, this,
        [this](QSessionManager &manager) {
            const bool mayAsk = manager.allowsInteraction();
            if (isHeldBack(mayAsk))
                manager.cancel();
            if (mayAsk)
                manager.release();
        },
        Qt::DirectConnection);
    const int requests = watchForEnding();
    if (requests < 0)
        return;
    auto *notifier = new QSocketNotifier(requests, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false); // once is enough
        endNow();
    });
}

bool Ending::saveAll()
{
    if (QGuiApplication::inputMethod())
        QGuiApplication::inputMethod()->commit(); // what is being composed is typed
    if (QWidget *typing = QApplication::focusWidget())
        typing->clearFocus(); // an open cell hands over what was typed
    bool refused = false;
    for (MainWindow *window : windowsWithPlan()) {
        window->hurryInput();
        refused = refused || !refusedTexts(*window).isEmpty();
    }
    return !refused;
}

void Ending::keepRefused() const
{
    QString note;
    for (const MainWindow *window : windowsWithPlan()) {
        const QStringList texts = refusedTexts(*window);
        if (!texts.isEmpty())
            note += window->document()->path() + u"\n\n"_s + texts.join(u"\n\n"_s) + u"\n\n"_s;
    }
    QSaveFile file(freshNote(m_notes));
    if (note.isEmpty() || !QDir().mkpath(m_notes) || !file.open(QIODevice::WriteOnly))
        return;
    file.write(note.toUtf8());
    file.commit();
}

void Ending::endNow()
{
    if (!saveAll())
        keepRefused();
    QApplication::exit(0); // dialogs that wait for an answer, too
}

bool Ending::isHeldBack(bool mayAsk)
{
    if (saveAll())
        return false;
    if (mayAsk
        && !m_confirm(
            tr("保存できていない入力があります。\n\nパソコンの終了を続けると、その入力は計画に入りません。文は控えに書き出し、次に"
               "施策帖を開いたときにお知らせします。"),
            tr("終了を続ける")))
        return true;
    keepRefused();
    return false;
}

std::optional<QString> takeEndingNote(const QString &notes)
{
    const QFileInfo fresh(freshNote(notes));
    if (!fresh.exists())
        return std::nullopt;
    const QString kept = fresh.dir().filePath(u"unsaved-%1.txt"_s.arg(fresh.lastModified().toString(u"yyyyMMdd-HHmmss"_s)));
    QFile::remove(kept);
    if (!QFile::rename(fresh.filePath(), kept))
        return std::nullopt;
    return Ending::tr("前回終わるときに、計画に保存できなかった入力があります。その文は次の控えにあります：%1")
        .arg(QDir::toNativeSeparators(kept));
}

} // namespace shisaku
