// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cycle_commands.h"

#include "app/budget_dialog.h"
#include "app/next_plan_dialog.h"
#include "app/reorganisation_dialog.h"
#include "app/unsaved_guide.h"
#include "app/year_switch_dialog.h"
#include "models/edit/unsaved_input.h"
#include "models/plan/tenure.h"

namespace shisaku {

using namespace Qt::StringLiterals;

CycleCommands::CycleCommands(PlanDocument &document, const Services &services, QWidget *window) :
    CommandSet(window), m_document(document), m_services(services), m_window(window)
{}

void CycleCommands::connectTo(const ActionCatalog &actions, const Flush &flush)
{
    on(actions, flush, Command::SwitchYear, &CycleCommands::switchYear);
    on(actions, flush, Command::Reorganise, &CycleCommands::reorganise);
    on(actions, flush, Command::NextPlan, &CycleCommands::makeNextPlan);
    on(actions, flush, Command::BudgetRequests, &CycleCommands::showBudgetRequests);
}

void CycleCommands::apply(const ChangeSet &change, const QString &sentence)
{
    m_document.keepBackup([this, change, sentence](const Result<void> &kept) {
        if (!kept) {
            emit failed(kept.error());
            return;
        }
        m_document.unsaved().submit(
            {{}, -1, change.title}, change.title, [change](const Plan &) { return change; }, 0,
            [this, sentence](const Result<void> &result) { result ? emit told(sentence) : emit failed(result.error()); });
    });
}

void CycleCommands::switchYear()
{
    YearSwitchDialog dialog(m_document.plan(), m_services.environment.ids, m_services.today(), m_window);
    if (dialog.exec() == QDialog::Accepted)
        apply(dialog.change(), tr("年度を切り替えました。「元に戻す」で一度に戻せます。"));
}

void CycleCommands::reorganise()
{
    // An order takes effect on the first of April, and is entered in the months before or after.
    const QDate today = m_services.today();
    const int year = today.month() > 9 ? today.year() + 1 : today.year();
    ReorganisationDialog dialog(m_document.plan(), QDate(year, 4, 1), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const Reorganisation wanted = dialog.wanted();
    const bool ahead = !hasPassed(wanted.date, PlanTime::day(today.year(), today.month(), today.day()));
    apply(shisaku::reorganise(m_document.plan(), wanted, m_services.environment.ids),
          ahead
              ? tr("機構改革を記録しました。新しい課は%1から示します。「元に戻す」で一度に戻せます。").arg(wanted.date.toJapanese())
              : tr("機構改革を反映しました。「元に戻す」で一度に戻せます。"));
}

void CycleCommands::makeNextPlan()
{
    if (!goesOnWithoutUnsaved(m_document, m_services.dialogs, m_window))
        return;
    NextPlanDialog dialog(m_document.plan(), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const NextPlan wanted = dialog.wanted();
    const auto content = nextPlan(m_document.plan(), wanted, m_services.environment.ids);
    if (!content) {
        emit failed(content.error());
        return;
    }
    QString path = m_services.dialogs.saveFile(m_window, tr("次期計画の保存先"), wanted.title + u".dxplan"_s,
                                               tr("計画 (*.dxplan)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(u".dxplan"_s))
        path += u".dxplan"_s;
    const auto created = workAside(m_window, tr("計画のファイルを作っています…"),
                                   [&] { return PlanDocument::create(path, *content, m_services.environment); });
    if (!created) {
        emit failed(created.error());
        return;
    }
    apply(nameSuccessor(m_document.plan(), wanted.title), tr("次期計画「%1」を作りました。").arg(wanted.title));
    emit openRequested(path);
}

void CycleCommands::showBudgetRequests()
{
    if (!m_budget) {
        m_budget = new BudgetDialog(m_document, m_services, m_window);
        m_budget->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_budget, &BudgetDialog::measureRequested, this, &CycleCommands::measureRequested);
        connect(m_budget, &BudgetDialog::failed, this, &CycleCommands::failed);
    }
    m_budget->show();
    m_budget->raise();
    m_budget->activateWindow();
}

} // namespace shisaku
