// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/cycle_commands.h"

#include "app/commands/papers.h"
#include "app/dialogs/budget_dialog.h"
#include "app/dialogs/next_plan_dialog.h"
#include "app/dialogs/reorganisation_dialog.h"
#include "app/dialogs/save_question.h"
#include "app/dialogs/unsaved_question.h"
#include "app/dialogs/waiting.h"
#include "app/dialogs/year_switch_dialog.h"
#include "models/change/recipe.h"
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

void CycleCommands::apply(const Recipe &recipe, const QString &sentence)
{
    const auto tried = recipe(m_document.plan());
    const QString title = tried ? tried->title : QString();
    const auto done = [this, sentence](const Result<void> &result) { result ? emit told(sentence) : emit failed(result.error()); };
    m_document.keepBackup(m_document.toldTo(this, [this, recipe, title, done](const Result<void> &kept) {
        if (!kept) {
            emit failed(kept.error());
            return;
        }
        m_document.unsaved().submit({{}, -1, title}, title, recipe, 0, m_document.toldTo(this, done));
    }));
}

void CycleCommands::switchYear()
{
    YearSwitchDialog dialog(m_document.plan(), m_services.environment.ids, m_services.today(), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto make = [wanted = dialog.wanted()](const Plan &plan, const IdSource &ids) {
        return shisaku::switchYear(plan, wanted, ids).change;
    };
    apply(recipeWithIds(m_services.environment.ids, make), tr("年度を切り替えました。「元に戻す」で一度に戻せます。"));
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
    const auto make = [wanted](const Plan &plan, const IdSource &ids) { return shisaku::reorganise(plan, wanted, ids); };
    apply(recipeWithIds(m_services.environment.ids, make),
          ahead
              ? tr("機構改革を記録しました。新しい課は%1から示します。「元に戻す」で一度に戻せます。").arg(wanted.date.toJapanese())
              : tr("機構改革を反映しました。「元に戻す」で一度に戻せます。"));
}

void CycleCommands::makeNextPlan()
{
    if (!goesOnWithoutUnsaved(m_document, m_services.dialogs, m_window))
        return;
    QString path;
    NextPlanDialog dialog(
        m_document.plan(),
        [this, &path](NextPlanDialog &asked) -> Result<bool> {
            const NextPlan wanted = asked.wanted();
            const auto content = nextPlan(m_document.plan(), wanted, m_services.environment.ids);
            if (!content)
                return content.error();
            path = askWhere(m_services.dialogs, &asked,
                            {tr("次期計画の保存先"), withEnding(fileNameOf(wanted.title), FileKind::Plan), {FileKind::Plan}});
            if (path.isEmpty())
                return false;
            const auto created = workAside(&asked, tr("計画のファイルを作っています…"),
                                           [&] { return PlanDocument::create(path, *content, m_services.environment); });
            return created ? Result<bool>(true) : Result<bool>(created.error());
        },
        m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const NextPlan wanted = dialog.wanted();
    apply([title = wanted.title](const Plan &plan) { return nameSuccessor(plan, title); },
          tr("次期計画「%1」を作りました。").arg(wanted.title));
    emit openRequested(path);
}

void CycleCommands::showBudgetRequests()
{
    if (!m_budget) {
        m_budget = new BudgetDialog(m_document, m_services, m_window);
        m_budget->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_budget, &BudgetDialog::measureRequested, this, &CycleCommands::measureRequested);
        connect(m_budget, &BudgetDialog::printRequested, this, [this](const QString &year) {
            PaperOptions options;
            options.budgetYear = year;
            if (const auto shown = showPaper(Paper::Budget, m_document.plan(), options, m_services, m_budget); !shown)
                emit failed(shown.error());
        });
        connect(m_budget, &BudgetDialog::failed, this, &CycleCommands::failed);
    }
    m_budget->show();
    m_budget->raise();
    m_budget->activateWindow();
}

} // namespace shisaku
