// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/plan_document.h"

#include "models/edit/plan_opening.h"
#include "models/edit/prepare.h"
#include "models/edit/repair.h"
#include "models/file/backup.h"
#include "models/file/other_copies.h"

#include <QCoreApplication>
#include <QDir>
#include <QSysInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

Environment Environment::ofSystem()
{
    QString user = qEnvironmentVariable("USERNAME");
    if (user.isEmpty())
        user = qEnvironmentVariable("USER");
    return {[] { return QDateTime::currentDateTime(); }, {user, QSysInfo::machineHostName()}, randomIds()};
}

Visit newVisit()
{
    static Visit last = 0;
    return ++last;
}

template <typename Work>
auto PlanDocument::inFileThread(Work work) -> decltype(work())
{
    std::optional<decltype(work())> result;
    QMetaObject::invokeMethod(
        &m_fileContext, [&] { result.emplace(work()); }, Qt::BlockingQueuedConnection);
    return std::move(*result);
}

void PlanDocument::postToFileThread(std::function<void()> work)
{
    QMetaObject::invokeMethod(&m_fileContext, std::move(work), Qt::QueuedConnection);
}

PlanDocument::PlanDocument(QString path, Environment environment) : m_path(std::move(path)), m_environment(std::move(environment))
{
    m_thread.setObjectName(u"plan file"_s);
    m_fileContext.moveToThread(&m_thread);
    m_thread.start();
}

PlanDocument::~PlanDocument()
{
    (void)flush();
    QMetaObject::invokeMethod(
        &m_fileContext, [this] { m_file.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Result<std::unique_ptr<PlanDocument>> PlanDocument::open(const QString &path, const Environment &environment,
                                                         PlanFile::Access access)
{
    return PlanOpening(path, environment, access).take();
}

Result<PlanDocument::Opened> PlanDocument::openFile(PlanFile::Access access, Progress &progress)
{
    Opened opened;
    m_path = realPath(m_path); // a link and what it leads to are one plan
    const auto openAs = [this](PlanFile::Access as) {
        return PlanFile::open(m_path, as, m_environment.person, m_environment.now());
    };
    auto file = openAs(access);
    if (!file && access != PlanFile::Access::ReadOnly
        && (file.error().kind == ErrorKind::Locked || file.error().kind == ErrorKind::ReadOnly)) {
        opened.readOnlyReason = file.error();
        file = openAs(PlanFile::Access::ReadOnly);
    }
    if (!file)
        return file.error();
    if (access == PlanFile::Access::ReadOnly)
        opened.readOnlyReason = Error{ErrorKind::ReadOnly, tr("閲覧だけで開いています。"), {}, {}};
    m_file = std::move(*file);
    auto loaded = m_file->load(&progress);
    if (!loaded)
        return loaded.error();
    if (loaded->fault)
        return *loaded->fault;
    opened.content = std::move(*loaded);
    if (access == PlanFile::Access::TakeOver && !opened.readOnlyReason) {
        const auto taken = m_file->writeTakeOver(m_environment.person, m_environment.now());
        if (!taken)
            return taken.error();
        opened.content.journal.append(*taken);
    }
    return opened;
}

void PlanDocument::begin(Opened opened)
{
    PlanContent &content = opened.content;
    m_readOnlyReason = std::move(opened.readOnlyReason);
    m_plan = std::move(content.plan);
    m_editions = content.editions;
    m_digest = content.digest;
    m_seq = content.journal.isEmpty() ? 0 : content.journal.last().seq;
    m_history.load(content.journal, content.floor);
    verify();
    // Later, when there is somebody to be told.
    QMetaObject::invokeMethod(
        this, [this] { lookForCopies(); }, Qt::QueuedConnection);
}

void PlanDocument::lookForCopies()
{
    postToFileThread([this] {
        const QStringList copies = conflictingCopies(m_path);
        if (!copies.isEmpty())
            QMetaObject::invokeMethod(this, [this, copies] { emit copiesFound(copies); });
    });
}

Result<void> PlanDocument::create(const QString &path, const ChangeSet &initial, const Environment &environment)
{
    const auto prepared = prepare(Plan(), initial);
    if (!prepared)
        return prepared.error();
    JournalEntry entry;
    entry.at = environment.now();
    entry.person = environment.person;
    entry.title = initial.title;
    return PlanFile::create(path, *prepared, entry);
}

void PlanDocument::verify()
{
    // The plan changes only after a write, and writes are posted behind this check: until it is done, everybody only reads.
    postToFileThread([this, expected = m_digest] {
        if (Digest::ofPlan(m_plan) == expected)
            return;
        QString what = tr("計画の内容が、最後に保存されたときの記録と合いません。");
        if (const auto proved = replayJournal(*m_file, expected))
            what += tr("合わない所：%1。").arg(differingPlaces(m_plan, *proved).join(tr("、")));
        m_damage = Error{ErrorKind::Unreadable, what, tr("「壊れた計画を修復」で、正しい内容の新しいファイルを作ってください。"),
                         u"digest"_s};
        QMetaObject::invokeMethod(this, [this, damage = *m_damage] { setReadOnly(damage); });
    });
}

Result<void> PlanDocument::waitForVerification()
{
    inFileThread([] { return true; }); // the check was posted first
    QCoreApplication::sendPostedEvents(this);
    return m_readOnlyReason && m_readOnlyReason->kind == ErrorKind::Unreadable ? Result<void>(*m_readOnlyReason) : Result<void>();
}

void PlanDocument::setReadOnly(const Error &reason)
{
    m_readOnlyReason = reason;
    emit becameReadOnly();
}

void PlanDocument::submit(ChangeSet change, Visit visit, Done done)
{
    enqueue({std::move(change), JournalEntry::Kind::Do, visit, nullptr, std::move(done)});
}

void PlanDocument::submit(ChangeSet change, Progress &progress, Done done)
{
    enqueue({std::move(change), JournalEntry::Kind::Do, 0, &progress, std::move(done)});
}

void PlanDocument::undo(Done done)
{
    enqueue({{}, JournalEntry::Kind::Undo, 0, nullptr, std::move(done)});
}

void PlanDocument::redo(Done done)
{
    enqueue({{}, JournalEntry::Kind::Redo, 0, nullptr, std::move(done)});
}

void PlanDocument::enqueue(Task task)
{
    m_queue.append(std::move(task));
    if (m_queue.size() == 1)
        emit savedChanged(false);
    startNext();
}

void PlanDocument::startNext()
{
    // A refused task makes room for the next one; whoever is told of it may submit more.
    while (!m_writing && !m_queue.isEmpty()) {
        if (m_readOnlyReason) {
            finish(m_queue.takeFirst(), *m_readOnlyReason);
            continue;
        }
        const auto wanted = wantedChange(m_queue.first());
        if (!wanted) {
            finish(m_queue.takeFirst(), wanted.error());
            continue;
        }
        const auto prepared = prepare(m_plan, *wanted);
        if (!prepared) {
            finish(m_queue.takeFirst(), prepared.error());
        } else if (prepared->isEmpty() && !takesStepBack(m_queue.first())) {
            finish(m_queue.takeFirst(), {});
        } else {
            m_writing = true;
            startWrite(m_queue.first(), *prepared);
        }
    }
}

bool PlanDocument::takesStepBack(const Task &task) const
{
    // A step whose entries cancel each other is journalled as undone like any other, or it would bar the way for ever.
    return (task.kind == JournalEntry::Kind::Undo && m_history.undoable())
           || (task.kind == JournalEntry::Kind::Redo && m_history.redoable());
}

Result<ChangeSet> PlanDocument::wantedChange(Task &task)
{
    if (task.kind == JournalEntry::Kind::Do)
        return task.wanted;
    const bool undoing = task.kind == JournalEntry::Kind::Undo;
    const HistoryStep *step = undoing ? m_history.undoable() : m_history.redoable();
    if (!step)
        return ChangeSet();
    const auto changes = inFileThread([this, id = step->step] { return m_file->changesOfStep(id); });
    if (!changes)
        return changes.error();
    ChangeSet change = merged(*changes);
    if (undoing)
        change = inverse(change);
    change.title = step->title;
    return change;
}

void PlanDocument::startWrite(const Task &task, const ChangeSet &change)
{
    JournalEntry entry;
    entry.at = m_environment.now();
    entry.person = m_environment.person;
    entry.kind = task.kind;
    entry.title = change.title;
    if (task.kind == JournalEntry::Kind::Undo)
        entry.undoes = m_history.undoable()->step;
    else if (task.kind == JournalEntry::Kind::Redo)
        entry.undoes = m_history.redoable()->step;
    else if (task.visit != 0 && task.visit == m_lastVisit && m_history.undoable() && m_history.undoable()->step == m_lastStep)
        entry.step = m_lastStep;
    postToFileThread([this, change, entry, progress = task.progress] {
        keepBackup(entry.at);
        Outcome outcome{m_damage ? Result<JournalEntry>(*m_damage) : m_file->write(change, entry, progress), change};
        {
            const std::lock_guard lock(m_mutex);
            m_outcome = std::move(outcome);
        }
        QMetaObject::invokeMethod(
            this, [this] { collect(); }, Qt::QueuedConnection);
    });
}

void PlanDocument::keepBackup(const QDateTime &now)
{
    if (m_backedUp || m_damage)
        return;
    m_backedUp = true; // once a sitting, whether it can be done or not
    const QString folder = backupFolder(m_path);
    const auto copied = QDir().mkpath(folder) ? m_file->copyTo(backupPath(m_path, now)) : Result<void>(Error{});
    if (!copied) {
        const Error error{ErrorKind::ReadOnly, tr("控えを「%1」に作れませんでした。").arg(folder),
                          tr("入力はそのまま保存されます。フォルダーの権限と空きを確かめてください。"), copied.error().what};
        QMetaObject::invokeMethod(
            this, [this, error] { emit backupFailed(error); }, Qt::QueuedConnection);
        return;
    }
    for (const Backup &backup : superfluousBackups(backupsOf(m_path), now))
        QFile::remove(backup.path);
    for (const QString &path : unfinishedBackups(m_path))
        QFile::remove(path);
}

void PlanDocument::collect()
{
    std::optional<Outcome> outcome;
    {
        const std::lock_guard lock(m_mutex);
        outcome.swap(m_outcome);
    }
    if (!outcome)
        return; // flush() has been here
    // Taken out before anybody is told: a listener may flush or submit.
    m_writing = false;
    const Task task = m_queue.takeFirst();
    if (!outcome->entry) {
        finish(task, outcome->entry.error());
    } else {
        const JournalEntry &entry = *outcome->entry;
        const bool fits = applyTo(m_plan, outcome->change);
        Q_ASSERT(fits);
        Q_UNUSED(fits)
        m_seq = entry.seq;
        m_digest = entry.digest;
        m_history.record(entry);
        m_lastVisit = task.visit;
        m_lastStep = entry.step;
        emit changed(outcome->change);
        emit historyChanged();
        finish(task, {});
    }
    startNext();
}

void PlanDocument::finish(const Task &task, const Result<void> &result)
{
    if (!result) {
        if (!m_firstFailure)
            m_firstFailure = result.error();
        if (!task.done)
            emit failed(result.error());
    }
    if (task.done)
        task.done(result);
    if (m_queue.isEmpty())
        emit savedChanged(true);
}

Result<void> PlanDocument::flush()
{
    while (!m_queue.isEmpty()) {
        if (m_writing) {
            inFileThread([] { return true; });
            collect();
        } else {
            startNext();
        }
    }
    std::optional<Error> failure;
    failure.swap(m_firstFailure);
    return failure ? Result<void>(*failure) : Result<void>();
}

Result<void> PlanDocument::waitFor(const std::function<void(Done)> &submitTask)
{
    std::optional<Result<void>> outcome;
    submitTask([&outcome](const Result<void> &result) { outcome = result; });
    (void)flush();
    return *outcome;
}

Result<void> PlanDocument::apply(ChangeSet change, Visit visit)
{
    return waitFor([&](Done done) { submit(std::move(change), visit, std::move(done)); });
}

Result<void> PlanDocument::undoNow()
{
    return waitFor([this](Done done) { undo(std::move(done)); });
}

Result<void> PlanDocument::redoNow()
{
    return waitFor([this](Done done) { redo(std::move(done)); });
}

Result<void> PlanDocument::nameEdition(const QString &name, const QString &note)
{
    if (const auto flushed = flush(); !flushed)
        return flushed;
    const Edition edition{m_seq, name, note};
    const auto named = inFileThread([&] { return m_file->nameEdition(edition); });
    if (named) {
        m_editions.removeIf([this](const Edition &known) { return known.seq == m_seq; });
        m_editions.append(edition);
    }
    return named;
}

Result<Plan> PlanDocument::planAt(qint64 seq)
{
    const auto changes = inFileThread([&] { return m_file->changesAfter(seq); });
    if (!changes)
        return changes.error();
    Plan plan = m_plan;
    for (auto change = changes->crbegin(); change != changes->crend(); ++change) {
        if (!applyTo(plan, inverse(*change)))
            return Error{
                ErrorKind::Unreadable, tr("以前の状態を組み立てられませんでした。"), tr("控えのファイルと比べてください。"), {}};
    }
    return plan;
}

Result<void> PlanDocument::saveCopy(const QString &path)
{
    if (const auto flushed = flush(); !flushed)
        return flushed;
    return inFileThread([&] { return m_file->copyTo(path); });
}

} // namespace shisaku
