// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan_commands.h"

#include "app/action_catalog.h"
#include "app/backup_dialog.h"
#include "app/ending_dialog.h"
#include "app/measure_clipboard.h"
#include "models/edit/submission_copy.h"
#include "models/item/numbering.h"
#include "models/plan/rank.h"
#include "models/plan/rules.h"
#include "models/plan/series.h"

#include <QDir>
#include <QFileInfo>
#include <QWidget>

namespace shisaku {

using namespace Qt::StringLiterals;

PlanCommands::PlanCommands(PlanDocument &document, const Services &services, QWidget *window) :
    QObject(window), m_document(document), m_services(services), m_window(window)
{}

void PlanCommands::connectTo(const ActionCatalog &actions, const std::function<void()> &flush)
{
    const auto on = [&](Command command, void (PlanCommands::*slot)()) {
        actions.on(command, this, [this, flush, slot] {
            flush();
            (this->*slot)();
        });
    };
    on(Command::SaveState, &PlanCommands::sayWhetherSaved);
    on(Command::SaveCopy, &PlanCommands::saveCopy);
    on(Command::NameEdition, &PlanCommands::nameEdition);
    on(Command::SubmissionCopy, &PlanCommands::saveSubmissionCopy);
    on(Command::Backups, &PlanCommands::lookIntoBackups);
    on(Command::Undo, &PlanCommands::undo);
    on(Command::Redo, &PlanCommands::redo);
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

QString PlanCommands::undoText() const
{
    const HistoryStep *step = m_document.history().undoable();
    return step ? tr("元に戻す(&U)：%1").arg(step->title) : tr("元に戻す(&U)");
}

QString PlanCommands::redoText() const
{
    const HistoryStep *step = m_document.history().redoable();
    return step ? tr("やり直す(&R)：%1").arg(step->title) : tr("やり直す(&R)");
}

void PlanCommands::addMeasure(Id<Measure> beside, const std::function<void(Id<Measure>)> &added)
{
    const Plan &plan = m_document.plan();
    // Where numbers restart in every category, a new measure needs a home to be numbered in.
    const bool numberedAtHome = plan.info().numbering == u"項目ごと";
    const Id<Category> home = numberedAtHome ? homeOf(plan, beside) : Id<Category>();
    Measure measure = newMeasure(plan, home);
    measure.id = Id<Measure>(m_services.environment.ids());
    measure.title = tr("新しい施策");
    ChangeBuilder change((isAdded(measure) ? tr("追加施策%1を追加") : tr("施策%1を追加")).arg(measure.number));
    change.insert(measure);
    if (!home.isNull()) {
        Membership membership;
        membership.id = Id<Membership>(m_services.environment.ids());
        membership.position = rankBetween({}, {});
        membership.measure = measure.id;
        membership.category = home;
        membership.home = true;
        change.insert(membership);
    }
    m_document.submit(std::move(change).build(), 0, [this, added, id = measure.id](const Result<void> &result) {
        result ? added(id) : emit failed(result.error());
    });
}

void PlanCommands::removeMeasure(Id<Measure> measure)
{
    const QString name = rowName(m_document.plan(), TableId::Measure, measure.row);
    ChangeBuilder change(tr("%1を削除").arg(name));
    change.remove(measure);
    m_document.submit(std::move(change).build(), 0, [this, name](const Result<void> &result) {
        result ? emit told(tr("%1を削除しました。「元に戻す」で取り消せます。").arg(name)) : emit failed(result.error());
    });
}

void PlanCommands::endMeasure(Id<Measure> measure)
{
    if (!m_document.plan().find(measure))
        return;
    EndingDialog dialog(m_document.plan(), measure, m_services.today(), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const ChangeSet change = dialog.change();
    m_document.submit(change, 0, [this, title = change.title](const Result<void> &result) {
        result ? emit told(tr("記録しました：%1。「元に戻す」で取り消せます。").arg(title)) : emit failed(result.error());
    });
}

void PlanCommands::copyMeasures(const QList<Id<Measure>> &measures)
{
    const MeasureClip clip = clipOf(m_document.plan(), measures);
    if (clip.isEmpty())
        return;
    copyToClipboard(clip);
    emit told(tr("施策%1件をコピーしました。別の計画の目次にも貼り付けられます。").arg(clip.measures.size()));
}

void PlanCommands::pasteMeasures(Id<Measure> beside, const std::function<void(Id<Measure>)> &added)
{
    const auto clip = copiedMeasures();
    if (!clip || clip->isEmpty()) {
        emit told(tr("クリップボードに施策がありません。目次で施策を選び、コピーしてから貼り付けてください。"));
        return;
    }
    const MeasurePasting pasting = pasted(m_document.plan(), *clip, beside, m_services.environment.ids);
    m_document.submit(pasting.change, 0, [this, added, pasting](const Result<void> &result) {
        if (!result) {
            emit failed(result.error());
            return;
        }
        added(pasting.added.first());
        if (pasting.missing.isEmpty())
            emit told(tr("%1ました。「元に戻す」で取り消せます。").arg(pasting.change.title));
        else
            emit noticed(tr("%1ました。この計画にないため、次のものは付けていません：%2。")
                             .arg(pasting.change.title, missingInWords(pasting)));
    });
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
    const QString path = m_services.dialogs.saveFile(m_window, title, suggested, tr("計画 (*.dxplan)"));
    return path.isEmpty() || path.endsWith(u".dxplan"_s) ? path : path + u".dxplan"_s;
}

void PlanCommands::saveCopy()
{
    const QString path = askForFile(tr("名前を付けて保存（複製）"), tr("の複製"));
    if (path.isEmpty())
        return;
    const auto saved = m_document.saveCopy(path);
    saved ? emit told(tr("「%1」に複製しました。").arg(QFileInfo(path).fileName())) : emit failed(saved.error());
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
