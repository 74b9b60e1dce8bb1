// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/file_commands.h"

#include "app/commands/action_catalog.h"
#include "app/commands/repair_command.h"
#include "app/dialogs/new_plan_dialog.h"
#include "app/dialogs/save_question.h"
#include "app/dialogs/waiting.h"
#include "app/recent_plans.h"
#include "app/samples.h"
#include "models/file/backup.h"
#include "models/item/tool_tip.h"
#include "views/look/menu_text.h"

#include <QApplication>
#include <QMenu>
#include <QWidget>

namespace shisaku {

using namespace Qt::StringLiterals;

FileCommands::FileCommands(const ActionCatalog &actions, const Services &services, QWidget *window) :
    QObject(window), m_services(services), m_window(window)
{
    actions.on(Command::NewPlan, this, [this] { askForNewPlan(); });
    actions.on(Command::OpenPlan, this, [this] { emit openRequested(m_services.dialogs.openPlan(m_window)); });
    actions.on(Command::RepairPlan, this, [this] { repair(); });
    actions.on(Command::CloseWindow, this, [this] { m_window->close(); });
    actions.on(Command::Quit, this, [] { QApplication::closeAllWindows(); });
}

void FileCommands::offerRecent(QMenu &menu, QAction *before)
{
    auto *recent = new QMenu(tr("最近使った計画(&F)"), &menu);
    recent->setToolTipsVisible(true);
    menu.insertMenu(before, recent);
    connect(recent, &QMenu::aboutToShow, this, [this, recent] {
        recent->clear();
        for (const QString &path : recentPlans(*m_services.settings)) {
            QAction *action = recent->addAction(withoutKey(planName(path)), this, [this, path] { emit openRequested(path); });
            action->setToolTip(toolTipOf(path));
        }
        if (recent->isEmpty())
            recent->addAction(tr("最近使った計画はありません"))->setEnabled(false);
    });
}

void FileCommands::askForNewPlan()
{
    QString path;
    NewPlanDialog dialog(
        m_services,
        [this, &path](NewPlanDialog &asked) -> Result<bool> {
            const auto made = writeNewPlan(&asked, asked.content(), asked.title(), asked.read());
            if (!made)
                return made.error();
            path = *made;
            return !path.isEmpty();
        },
        m_window);
    if (dialog.exec() == QDialog::Accepted)
        emit openRequested(path);
}

Result<QString> FileCommands::writeNewPlan(QWidget *parent, const ChangeSet &content, const QString &name, const QStringList &read)
{
    const QString path = askWhere(
        m_services.dialogs, parent,
        {tr("新しい計画の保存先"), withEnding(fileNameOf(name), FileKind::Plan), {FileKind::Plan}, 1, read});
    if (path.isEmpty())
        return path;
    const auto created = PlanDocument::create(path, content, m_services.environment);
    return created ? Result<QString>(path) : Result<QString>(created.error());
}

void FileCommands::newPlan(const ChangeSet &content, const QString &suggestedName)
{
    const auto made = writeNewPlan(m_window, content, suggestedName);
    made ? emit openRequested(*made) : emit failed(made.error());
}

void FileCommands::newFromSample(const QString &name)
{
    const auto content = samplePlan(name, m_services.environment.ids);
    content ? newPlan(*content, name) : emit failed(content.error());
}

void FileCommands::repair()
{
    const auto repaired = repairWithDialogs(m_services, m_window);
    if (repaired) {
        emit openRequested(repaired->path);
        emit told(repaired->sentence);
    } else if (repaired.error().kind != ErrorKind::Cancelled) {
        emit failed(repaired.error());
    }
}

} // namespace shisaku
