// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/repair.h"

#include "models/file/backup.h"
#include "models/file/origin.h"
#include "models/plan/belonging.h"
#include "models/plan/rules.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace shisaku {

namespace {
struct RepairText {
    Q_DECLARE_TR_FUNCTIONS(Repair)
};

/// As much of a plan as can be read.
struct Read {
    std::unique_ptr<PlanFile> file;
    std::optional<PlanContent> content;
    QList<JournalEntry> journal;
    std::optional<Error> hindrance; ///< Why it cannot be read at the moment; no damage.

    bool isGood() const { return content && !content->fault && Digest::ofPlan(content->plan) == content->digest; }
    /// Whether its journal leads through that state.
    bool leadsThrough(const Origin &state) const
    {
        return state.seq > 0 && state.seq <= journal.size() && journal[state.seq - 1].entryId == state.lastEntry;
    }
};

Read readPlan(const QString &path, const Environment &environment)
{
    Read read;
    const auto note = [&read](const Error &error) {
        if (error.kind == ErrorKind::Failed || error.kind == ErrorKind::Locked)
            read.hindrance = error;
    };
    auto opened = PlanFile::open(path, PlanFile::Access::ReadOnly, environment.person, environment.now());
    if (!opened) {
        note(opened.error());
        return read;
    }
    read.file = std::move(*opened);
    if (auto journal = read.file->journal())
        read.journal = std::move(*journal);
    if (auto content = read.file->load())
        read.content = std::move(*content);
    else
        note(content.error());
    return read;
}

struct Copy {
    Backup backup;
    Origin state;
};

/// The copies of a plan, the newest state first: those of its journal, then those of the same origin, then the others.
QList<Copy> copiesByState(const QString &path, const Read &damaged)
{
    QList<Copy> copies;
    for (const Backup &backup : backupsOf(path)) {
        if (backup.replaced)
            continue; // another plan
        if (const auto state = originOf(backup.path))
            copies.append({backup, *state});
    }
    const auto known = originOf(path);
    const QString first = known ? known->firstEntry : copies.isEmpty() ? QString() : copies.first().state.firstEntry;
    const auto rank = [&](const Copy &copy) {
        return std::tuple(damaged.leadsThrough(copy.state), copy.state.firstEntry == first, copy.state.seq);
    };
    std::stable_sort(copies.begin(), copies.end(), [&](const Copy &a, const Copy &b) { return rank(a) > rank(b); });
    return copies;
}

/// What a good copy and the entries behind it tell; nothing if the copy is not good.
std::optional<Repair> repairFrom(const Copy &copy, const QString &path, const Read &damaged, const Environment &environment)
{
    Read read = readPlan(copy.backup.path, environment);
    if (!read.isGood())
        return std::nullopt;
    Repair repair;
    repair.source = Repair::Source::Backup;
    repair.backupAt = copy.backup.at;
    repair.plan = std::move(read.content->plan);
    const qint64 position = copy.state.seq;
    repair.journal = {{copy.backup.path, 0, position}};
    if (!damaged.leadsThrough(copy.state))
        return repair;
    const JournalEntry &last = damaged.journal.last();
    auto replayed = replayJournal(*damaged.file, last.digest, repair.plan, position);
    repair.journal.append({path, position, replayed ? last.seq : position});
    if (replayed) {
        repair.source = Repair::Source::Journal;
        repair.plan = std::move(*replayed);
    }
    return repair;
}
} // namespace

Result<Plan> replayJournal(PlanFile &file, const Digest &expected, const Plan &base, qint64 after)
{
    const auto changes = file.changesAfter(after);
    if (!changes)
        return changes.error();
    Plan plan = base;
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
    const Read damaged = readPlan(path, environment);
    if (damaged.hindrance)
        return *damaged.hindrance; // nothing older is put in the place of a plan that cannot be read at the moment
    const auto told = [&damaged](Repair repair) {
        if (damaged.content)
            repair.differences = differingPlaces(damaged.content->plan, repair.plan);
        return repair;
    };
    if (!damaged.journal.isEmpty()) {
        const JournalEntry &last = damaged.journal.last();
        if (auto replayed = replayJournal(*damaged.file, last.digest))
            return told({Repair::Source::Journal, {}, std::move(*replayed), {{path, 0, last.seq}}, {}});
    }
    for (const Copy &copy : copiesByState(path, damaged)) {
        if (auto repair = repairFrom(copy, path, damaged, environment))
            return told(std::move(*repair));
    }
    return Error{ErrorKind::Unreadable,
                 RepairText::tr("「%1」を組み立て直せる記録も控えも見つかりません。").arg(QFileInfo(path).fileName()),
                 RepairText::tr("ほかの場所にある写しを探してください。"),
                 {}};
}

Result<void> writeRepair(const Repair &repair, const QString &target)
{
    return rebuildPlan(repair.plan, repair.journal, target);
}

} // namespace shisaku
