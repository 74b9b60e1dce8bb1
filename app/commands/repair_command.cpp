// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/repair_command.h"

#include "app/dialogs/save_question.h"
#include "app/dialogs/waiting.h"
#include "models/edit/repair.h"
#include "models/plan/era.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct RepairCommand {
    Q_DECLARE_TR_FUNCTIONS(RepairCommand)
};

QString sentenceFor(const Repair &repair)
{
    const QString source = repair.source == Repair::Source::Journal
                               ? RepairCommand::tr("変更の記録から組み立て直しました。")
                               : RepairCommand::tr("%1の控えから組み立て直しました。").arg(eraMoment(repair.backupAt));
    if (repair.differences.isEmpty())
        return source;
    return source + RepairCommand::tr("壊れた計画と違う所：%1。").arg(repair.differences.join(RepairCommand::tr("、")));
}
} // namespace

Result<RepairedPlan> repairWithDialogs(const Services &services, QWidget *window)
{
    const Error cancelled{ErrorKind::Cancelled, {}, {}, {}};
    const QString damaged = services.dialogs.openFile(window, RepairCommand::tr("壊れた計画を選ぶ"),
                                                      RepairCommand::tr("計画 (*.dxplan)"));
    if (damaged.isEmpty())
        return cancelled;
    const auto repair = findRepair(damaged, services.environment);
    if (!repair)
        return repair.error();
    const QString suggested = QFileInfo(damaged).completeBaseName() + RepairCommand::tr("（修復）.dxplan");
    const QString target = askWhere(services.dialogs, window,
                                    {RepairCommand::tr("修復した計画の保存先"), suggested, {FileKind::Plan}, 1, {damaged}});
    if (target.isEmpty())
        return cancelled;
    const auto written = workAside(window, RepairCommand::tr("修復した計画を保存しています…"),
                                   [&] { return writeRepair(*repair, target); });
    if (!written)
        return written.error();
    return RepairedPlan{target, sentenceFor(*repair)};
}

} // namespace shisaku
