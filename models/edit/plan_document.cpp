// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/plan_document.h"

#include "models/change/prepare.h"
#include "models/edit/unsaved_input.h"
#include "models/file/backup_keeping.h"
#include "models/file/destination.h"
#include "models/file/platform.h"
#include "models/plan/usable_text.h"

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

UndoGroup newUndoGroup()
{
    static UndoGroup last = 0;
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

PlanDocument::PlanDocument(QString path, Environment environment) :
    m_path(absolutePath(path)), m_environment(std::move(environment)), m_unsaved(std::make_unique<UnsavedInput>(this))
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

void PlanDocument::setReadOnly(const Error &reason)
{
    m_readOnlyReason = reason;
    emit becameReadOnly();
}

void PlanDocument::submit(Recipe recipe, UndoGroup group, Done done)
{
    enqueue({{}, JournalEntry::Kind::Do, group, nullptr, std::move(done), std::move(recipe)});
}

PlanDocument::Done PlanDocument::toldTo(QObject *receiver, Done done)
{
    return [this, receiver = QPointer(receiver), done = std::move(done)](const Result<void> &result) {
        if (receiver)
            done(result);
        else if (!result)
            emit failed(result.error());
    };
}

void PlanDocument::submit(Recipe recipe, Progress &progress, Done done)
{
    enqueue({{}, JournalEntry::Kind::Do, 0, &progress, std::move(done), std::move(recipe)});
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
        if (m_queue.first().work) {
            startWork([work = m_queue.first().work] { return Outcome(work()); });
            return;
        }
        if (m_readOnlyReason) {
            finish(m_queue.takeFirst(), *m_readOnlyReason);
            continue;
        }
        if (!makeReady(m_queue.first()))
            continue; // refused, or being read
        const auto prepared = prepare(m_plan, m_queue.first().wanted);
        if (!prepared) {
            finish(m_queue.takeFirst(), prepared.error());
        } else if (prepared->isEmpty() && !takesStepBack(m_queue.first())) {
            finish(m_queue.takeFirst(), {});
        } else {
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

bool PlanDocument::makeReady(Task &task)
{
    if (std::exchange(task.isReady, true))
        return true;
    if (task.recipe) {
        auto made = task.recipe(m_plan);
        if (!made) {
            finish(m_queue.takeFirst(), made.error());
            return false;
        }
        task.wanted = std::move(*made);
    }
    if (task.kind == JournalEntry::Kind::Do)
        return true;
    const HistoryStep *step = task.kind == JournalEntry::Kind::Undo ? m_history.undoable() : m_history.redoable();
    if (!step)
        return true;
    task.wanted.title = step->title;
    startWork([this, id = step->step] { return Outcome(m_file->changesOfStep(id)); });
    return false;
}

void PlanDocument::applyStep(const Result<QList<ChangeSet>> &changes)
{
    Task &task = m_queue.first();
    if (!changes)
        return finish(m_queue.takeFirst(), changes.error());
    ChangeSet change = merged(*changes);
    if (task.kind == JournalEntry::Kind::Undo)
        change = inverse(change);
    change.title = task.wanted.title;
    change.restores = true;
    task.wanted = std::move(change);
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
    else if (task.group != 0 && task.group == m_lastUndoGroup && m_history.undoable() && m_history.undoable()->step == m_lastStep)
        entry.step = m_lastStep;
    startWork([this, change, entry, progress = task.progress] {
        keepBackupOfDay(entry.at);
        return Outcome(Written{m_damage ? Result<JournalEntry>(*m_damage) : m_file->write(change, entry, progress), change});
    });
}

void PlanDocument::startWork(std::function<Outcome()> work)
{
    m_writing = true;
    postToFileThread([this, work = std::move(work)] {
        Outcome outcome = work();
        {
            const std::lock_guard lock(m_mutex);
            m_outcome = std::move(outcome);
        }
        QMetaObject::invokeMethod(
            this, [this] { collect(); }, Qt::QueuedConnection);
    });
}

void PlanDocument::keepBackupOfDay(const QDateTime &now)
{
    if (m_backupDay == now.date() || m_damage)
        return;
    m_backupDay = now.date(); // once a day, whether it can be done or not
    if (const auto kept = shisaku::keepBackup(*m_file, m_path, now); !kept) {
        Error error = kept.error();
        error.remedy.prepend(tr("変更はそのまま保存されます。"));
        QMetaObject::invokeMethod(
            this, [this, error] { emit backupFailed(error); }, Qt::QueuedConnection);
        return;
    }
    postToFileThread([this] { thinBackups(*m_file, m_path); }); // behind the change, which does not wait for it
}

void PlanDocument::keepBackup(Done done)
{
    const auto work = [this, now = m_environment.now()] {
        const auto kept = shisaku::keepBackup(*m_file, m_path, now);
        if (kept)
            m_backupDay = now.date();
        return kept;
    };
    enqueue({{}, JournalEntry::Kind::Do, 0, nullptr, std::move(done), {}, work});
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
    m_writing = false;
    if (const auto *written = std::get_if<Written>(&*outcome))
        applyWritten(*written);
    else if (const auto *step = std::get_if<Result<QList<ChangeSet>>>(&*outcome))
        applyStep(*step);
    else
        finish(m_queue.takeFirst(), std::get<Result<void>>(*outcome));
    startNext();
}

void PlanDocument::applyWritten(const Written &written)
{
    const Task task = m_queue.takeFirst(); // before anybody is told: a listener may flush or submit
    if (!written.entry)
        return finish(task, written.entry.error());
    const JournalEntry &entry = *written.entry;
    const bool fits = applyTo(m_plan, written.change);
    Q_ASSERT(fits);
    Q_UNUSED(fits)
    m_seq = entry.seq;
    m_digest = entry.digest;
    m_history.record(entry);
    m_lastUndoGroup = task.group;
    m_lastStep = entry.step;
    emit changed(written.change);
    emit historyChanged();
    finish(task, {});
}

void PlanDocument::finish(const Task &task, const Result<void> &result)
{
    if (!result) {
        if (m_firstFailure && !*m_firstFailure)
            *m_firstFailure = result.error();
        if (!task.done)
            emit failed(result.error());
    }
    if (task.done)
        task.done(result);
    if (m_queue.isEmpty())
        emit savedChanged(true);
    while (m_queue.isEmpty() && !m_whenSaved.isEmpty()) {
        const auto [receiver, then] = m_whenSaved.takeFirst();
        if (receiver)
            then();
    }
}

void PlanDocument::whenSaved(QObject *receiver, std::function<void()> then)
{
    if (isSettled())
        return then();
    m_whenSaved.append({receiver, std::move(then)});
}

bool PlanDocument::isSaved() const
{
    return m_queue.isEmpty() && m_unsaved->isEmpty();
}

Result<void> PlanDocument::flush()
{
    std::optional<Error> failure;
    std::optional<Error> *const outer = std::exchange(m_firstFailure, &failure); // who is told of one may flush for himself
    while (!m_queue.isEmpty()) {
        if (m_writing) {
            inFileThread([] { return true; });
            collect();
        } else {
            startNext();
        }
    }
    m_firstFailure = outer;
    if (outer && !*outer)
        *outer = failure;
    return failure ? Result<void>(*failure) : Result<void>();
}

Result<void> PlanDocument::waitFor(const std::function<void(Done)> &submitTask)
{
    std::optional<Result<void>> outcome;
    submitTask([&outcome](const Result<void> &result) { outcome = result; });
    (void)flush();
    return *outcome;
}

Result<void> PlanDocument::apply(Recipe recipe, UndoGroup group)
{
    return waitFor([&](Done done) { submit(std::move(recipe), group, std::move(done)); });
}

Result<void> PlanDocument::apply(ChangeSet change, UndoGroup group)
{
    return apply([change = std::move(change)](const Plan &) { return Result<ChangeSet>(change); }, group);
}

Result<void> PlanDocument::undoNow()
{
    return waitFor([this](Done done) { undo(std::move(done)); });
}

Result<void> PlanDocument::redoNow()
{
    return waitFor([this](Done done) { redo(std::move(done)); });
}

void PlanDocument::nameEdition(const QString &name, const QString &note, Done done)
{
    const Edition wanted{0, usableText(name, TextLines::One), usableText(note, TextLines::Several)};
    // While it is worked on nothing else is written: the last entry is the one that is meant.
    const auto work = [this, wanted, now = m_environment.now()] {
        keepBackupOfDay(now);
        return m_file->nameEdition({m_seq, wanted.name, wanted.note});
    };
    const auto named = [this, wanted, done = std::move(done)](const Result<void> &result) {
        if (result) {
            m_editions.removeIf([this](const Edition &known) { return known.seq == m_seq; });
            m_editions.append({m_seq, wanted.name, wanted.note});
        }
        if (done)
            done(result);
    };
    enqueue({{}, JournalEntry::Kind::Do, 0, nullptr, named, {}, work});
}

Result<void> PlanDocument::nameEdition(const QString &name, const QString &note)
{
    return waitFor([&](Done done) { nameEdition(name, note, std::move(done)); });
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

void PlanDocument::saveCopy(const QString &path, Done done)
{
    const auto work = [this, path, person = m_environment.person, now = m_environment.now()]() -> Result<void> {
        if (m_damage) // else proved: the check was posted before
            return *m_damage;
        const auto place = placeForPlan(path, person, now);
        return place ? m_file->copyTo(place->path) : Result<void>(place.error());
    };
    enqueue({{}, JournalEntry::Kind::Do, 0, nullptr, std::move(done), {}, work});
}

Result<void> PlanDocument::saveCopy(const QString &path)
{
    return waitFor([&](Done done) { saveCopy(path, std::move(done)); });
}

} // namespace shisaku
