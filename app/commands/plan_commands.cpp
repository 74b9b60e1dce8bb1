// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/plan_commands.h"

#include "app/dialogs/backup_dialog.h"
#include "app/dialogs/leaving.h"
#include "app/dialogs/save_question.h"
#include "app/dialogs/unsaved_question.h"
#include "app/dialogs/waiting.h"
#include "models/edit/submission_copy.h"
#include "models/plan/era.h"
#include "models/plan/plan_time.h"

#include <QDir>
#include <QFileInfo>
#include <QWidget>

namespace shisaku {

using namespace Qt::StringLiterals;

PlanCommands::PlanCommands(PlanDocument &document, const Services &services, QWidget *window) :
    CommandSet(window), m_document(document), m_services(services), m_window(window)
{}

void PlanCommands::connectTo(const ActionCatalog &actions, const Flush &flush)
{
    on(actions, flush, Command::SaveState, &PlanCommands::sayWhetherSaved);
    on(actions, flush, Command::SaveCopy, &PlanCommands::saveCopy);
    on(actions, flush, Command::NameEdition, &PlanCommands::nameEdition);
    on(actions, flush, Command::SubmissionCopy, &PlanCommands::saveSubmissionCopy);
    on(actions, flush, Command::Backups, &PlanCommands::lookIntoBackups);
}

void PlanCommands::sayWhetherSaved()
{
    UnsavedInput &unsaved = m_document.unsaved();
    unsaved.retry();
    if (!waitUntilSaved(m_document, m_window, tr("待つのをやめる")))
        return;
    if (unsaved.count() > 0) {
        emit failed(sentenceAboutUnsaved(m_document));
        unsaved.lead(unsaved.refused().first().place);
    } else if (unsaved.isTyping()) {
        emit told(tr("入力中の文字があります。確定すると保存されます。"));
    } else {
        emit told(tr("保存済みです。入力した内容は、その都度ファイルに保存されています。"));
    }
}

void PlanCommands::lookIntoBackups()
{
    BackupDialog dialog(m_document, m_window);
    connect(&dialog, &BackupDialog::openRequested, this, &PlanCommands::openRequested);
    dialog.exec();
}

void PlanCommands::nameEdition()
{
    if (!goesOnWithoutUnsaved(m_document, m_services.dialogs, m_window))
        return;
    const QDate today = m_services.today();
    const QString suggested = tr("%1改訂").arg(PlanTime::month(today.year(), today.month()).toJapanese());
    const QString name = m_services.dialogs.askText(m_window, tr("版として名前を付ける"), tr("今の内容に付ける版の名前"),
                                                    suggested);
    if (name.isEmpty())
        return;
    const auto done = [this, name](const Result<void> &named) {
        named ? emit told(tr("今の内容を「%1」としました。").arg(name)) : emit failed(named.error());
    };
    m_document.nameEdition(name, {}, m_document.toldTo(this, done));
}

QString PlanCommands::askForFile(const QString &title, const QString &addition) const
{
    const QFileInfo info(m_document.path());
    const QString suggested = info.dir().filePath(info.completeBaseName() + addition + u".dxplan"_s);
    return askWhere(m_services.dialogs, m_window, {title, suggested, {FileKind::Plan}, 1, {m_document.path()}});
}

void PlanCommands::saveCopy()
{
    if (!goesOnWithoutUnsaved(m_document, m_services.dialogs, m_window))
        return;
    const QString path = askForFile(tr("名前を付けて保存（複製）"), tr("の複製"));
    if (path.isEmpty())
        return;
    const auto done = [this, path](const Result<void> &saved) { saved ? goOnWith(path) : emit failed(saved.error()); };
    m_document.saveCopy(path, m_document.toldTo(this, done));
}

void PlanCommands::goOnWith(const QString &path)
{
    const QString copy = QFileInfo(path).fileName();
    emit told(tr("「%1」に複製しました。").arg(copy));
    const QString question = tr("「%1」に複製しました。この後は、どちらに入力しますか。").arg(copy);
    const QString original = QFileInfo(m_document.path()).fileName();
    constexpr int theCopy = 1;
    if (m_services.dialogs.choose(m_window, question, {tr("元の「%1」").arg(original), tr("複製した「%1」").arg(copy)}) == theCopy)
        emit moveRequested(path);
}

void PlanCommands::saveSubmissionCopy()
{
    if (!goesOnWithoutUnsaved(m_document, m_services.dialogs, m_window))
        return;
    const QString path = askForFile(tr("提出用コピーを作る"), tr("（提出用）"));
    if (path.isEmpty())
        return;
    const auto proved = planToLeave(m_document, m_window, Leaving::Content);
    if (!proved) {
        emit failed(proved.error());
        return;
    }
    const auto saved = workAside(m_window, tr("提出用コピーを作っています…"),
                                 [&] { return writeSubmissionCopy(**proved, path, m_services.environment); });
    saved ? emit told(
        tr("「%1」を作りました。変更の記録、氏名、注釈、画像に付随する情報は入っていません。").arg(QFileInfo(path).fileName()))
          : emit failed(saved.error());
}

} // namespace shisaku
