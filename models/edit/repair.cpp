// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/repair.h"

#include "models/file/backup.h"
#include "models/plan/belonging.h"
#include "models/plan/rules.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace shisaku {

namespace {
struct RepairText {
    Q_DECLARE_TR_FUNCTIONS(Repair)
};

struct Read {
    std::unique_ptr<PlanFile> file;
    PlanContent content;
};

Result<Read> readPlan(const QString &path, const Environment &environment)
{
    auto opened = PlanFile::open(path, PlanFile::Access::ReadOnly, environment.person, environment.now());
    if (!opened)
        return opened.error();
    auto content = (*opened)->load();
    if (!content)
        return content.error();
    return Read{std::move(*opened), std::move(*content)};
}
} // namespace

Result<Plan> replayJournal(PlanFile &file, const Digest &expected)
{
    const auto changes = file.changesAfter(0);
    if (!changes)
        return changes.error();
    Plan plan;
    bool fits = true;
    for (const ChangeSet &change : *changes)
        fits = fits && applyTo(plan, change);
    if (!fits || Digest::ofPlan(plan) != expected)
        return Error{ErrorKind::Unreadable, RepairText::tr("変更の記録も壊れているため、記録からは組み立て直せません。"), {}, {}};
    return plan;
}

QStringList differingPlaces(const Plan &found, const Plan &proved)
{
    QStringList places;
    for (const RowChange &change : difference(found, proved).rows) {
        const Plan &holder = change.isRemove() ? found : proved;
        const Id<Measure> measure = measureOf(holder, change.table, change.row);
        QString place = rowName(holder, change.table, change.row);
        if (!measure.isNull() && change.table != TableId::Measure)
            place = RepairText::tr("%1の%2").arg(rowName(holder, TableId::Measure, measure.row), place);
        if (change.isInsert())
            place += RepairText::tr("（失われている）");
        else if (change.isRemove())
            place += RepairText::tr("（記録にない）");
        else
            for (const FieldChange &field : *change.after)
                place += RepairText::tr("：%1").arg(fieldLabel(tableInfo(change.table).fields[static_cast<size_t>(field.field)]));
        places << place;
    }
    return places;
}

Result<Repair> findRepair(const QString &path, const Environment &environment)
{
    Repair repair;
    auto damaged = readPlan(path, environment);
    if (damaged) {
        if (auto replayed = replayJournal(*damaged->file, damaged->content.digest)) {
            repair.plan = std::move(*replayed);
            repair.differences = differingPlaces(damaged->content.plan, repair.plan);
            return repair;
        }
    }
    for (const Backup &backup : backupsOf(path)) {
        if (backup.replaced)
            continue; // another plan
        const auto copy = readPlan(backup.path, environment);
        if (!copy || copy->content.fault || Digest::ofPlan(copy->content.plan) != copy->content.digest)
            continue;
        repair.source = Repair::Source::Backup;
        repair.backupAt = backup.at;
        repair.plan = copy->content.plan;
        if (damaged)
            repair.differences = differingPlaces(damaged->content.plan, repair.plan);
        return repair;
    }
    return Error{ErrorKind::Unreadable,
                 RepairText::tr("「%1」を組み立て直せる記録も控えも見つかりません。").arg(QFileInfo(path).fileName()),
                 RepairText::tr("ほかの場所にある写しを探してください。"),
                 {}};
}

Result<void> writeRepair(const Repair &repair, const QString &target, const Environment &environment)
{
    ChangeSet content = difference(Plan(), repair.plan);
    content.title = RepairText::tr("壊れた計画を修復");
    return PlanDocument::create(target, content, environment);
}

} // namespace shisaku
