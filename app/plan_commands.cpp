// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan_commands.h"

#include "app/backup_dialog.h"
#include "app/menu_text.h"
#include "app/save_question.h"
#include "app/windows.h"
#include "models/edit/submission_copy.h"

#include <QDir>
#include <QFileInfo>
#include <QWidget>

namespace shisaku {

using namespace Qt::StringLiterals;

PlanCommands::PlanCommands(PlanDocument &document, const Services &services, QWidget *window) :
    CommandSet(window), m_document(document), m_services(services), m_window(window)
{}

void PlanCommands::connectTo(const ActionCatalog &actions, const std::function<void()> &flush)
{
    on(actions, flush, Command::SaveState, &PlanCommands::sayWhetherSaved);
    on(actions, flush, Command::SaveCopy, &PlanCommands::saveCopy);
    on(actions, flush, Command::NameEdition, &PlanCommands::nameEdition);
    on(actions, flush, Command::SubmissionCopy, &PlanCommands::saveSubmissionCopy);
    on(actions, flush, Command::Backups, &PlanCommands::lookIntoBackups);
    on(actions, flush, Command::Undo, &PlanCommands::undo);
    on(actions, flush, Command::Redo, &PlanCommands::redo);
}

void PlanCommands::undo()
{
    const HistoryStep *step = m_document.history().undoable();
    if (!step)
        return;
    if (step->earlierSitting) {
        const QString who = step->person.name.isEmpty() ? tr("記録なし") : step->person.name;
        const QString question = tr("今回開く前の変更を元に戻します。\n\n%1\n%2　%3")
                                     .arg(step->title, step->at.toString(u"yyyy年M月d日 H:mm"_s), who);
        if (!m_services.dialogs.confirm(m_window, question, tr("元に戻す")))
            return;
    }
    const QString title = step->title;
    m_document.undo([this, title](const Result<void> &result) {
        result ? emit told(tr("元に戻しました：%1").arg(title)) : emit failed(result.error());
    });
}

void PlanCommands::redo()
{
    const HistoryStep *step = m_document.history().redoable();
    if (!step)
        return;
    const QString title = step->title;
    m_document.redo([this, title](const Result<void> &result) {
        result ? emit told(tr("やり直しました：%1").arg(title)) : emit failed(result.error());
    });
}

void PlanCommands::offerHistory(const ActionCatalog &actions) const
{
    const bool editable = !m_document.isReadOnly();
    const auto offer = [&](Command command, const HistoryStep *step, const QString &text, const QString &nothing) {
        if (editable)
            actions.allow(command, step ? QString() : nothing);
        actions.action(command)->setText(step ? text + withoutKey(tr("：%1").arg(step->title)) : text);
    };
    offer(Command::Undo, m_document.history().undoable(), tr("元に戻す(&U)"), tr("元に戻す変更はありません。"));
    offer(Command::Redo, m_document.history().redoable(), tr("やり直す(&R)"), tr("やり直す変更はありません。"));
}

void PlanCommands::sayWhetherSaved()
{
    const auto flushed = m_document.flush();
    flushed ? emit told(tr("保存済みです。入力した内容は、その都度ファイルに保存されています。")) : emit failed(flushed.error());
}

void PlanCommands::lookIntoBackups()
{
    BackupDialog dialog(m_document, m_window);
    connect(&dialog, &BackupDialog::openRequested, this, &PlanCommands::openRequested);
    dialog.exec();
}

void PlanCommands::nameEdition()
{
    const QString suggested = m_services.today().toString(u"yyyy年M月"_s) + tr("改訂");
    const QString name = m_services.dialogs.askText(m_window, tr("版として名前を付ける"), tr("今の内容に付ける版の名前"),
                                                    suggested);
    if (name.isEmpty())
        return;
    const auto named = m_document.nameEdition(name, {});
    named ? emit told(tr("今の内容を「%1」としました。").arg(name)) : emit failed(named.error());
}

QString PlanCommands::askForFile(const QString &title, const QString &addition) const
{
    const QFileInfo info(m_document.path());
    const QString suggested = info.dir().filePath(info.completeBaseName() + addition + u".dxplan"_s);
    return askWhere(m_services.dialogs, m_window, {title, suggested, {FileKind::Plan}, 1, {m_document.path()}});
}

void PlanCommands::saveCopy()
{
    const QString path = askForFile(tr("名前を付けて保存（複製）"), tr("の複製"));
    if (path.isEmpty())
        return;
    if (const auto saved = m_document.saveCopy(path); !saved) {
        emit failed(saved.error());
        return;
    }
    const QString copy = QFileInfo(path).fileName();
    emit told(tr("「%1」に複製しました。").arg(copy));
    const QString question = tr("「%1」に複製しました。この後は、どちらに入力しますか。").arg(copy);
    const QString original = QFileInfo(m_document.path()).fileName();
    if (m_services.dialogs.choose(m_window, question, {tr("元の「%1」").arg(original), tr("複製した「%1」").arg(copy)}) == 0)
        return;
    if (const auto opened = openWindow(m_services, path); !opened)
        emit failed(opened.error());
    else
        m_window->close();
}

void PlanCommands::saveSubmissionCopy()
{
    const QString path = askForFile(tr("提出用コピーを作る"), tr("（提出用）"));
    if (path.isEmpty())
        return;
    const auto saved = writeSubmissionCopy(m_document.plan(), path, m_services.environment);
    saved ? emit told(tr("「%1」を作りました。変更の記録、氏名、注釈は入っていません。").arg(QFileInfo(path).fileName()))
          : emit failed(saved.error());
}

} // namespace shisaku
