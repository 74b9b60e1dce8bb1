// SPDX-License-Identifier: GPL-3.0-or-later
// The open plan: the one place through which it changes, and the one signal that says so.
#pragma once

#include "models/change/recipe.h"
#include "models/edit/history.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <chrono>
#include <functional>
#include <future>
#include <mutex>
#include <variant>

namespace shisaku {

class UnsavedInput;

/// What a document takes from outside, so that tests can set it.
struct Environment {
    std::function<QDateTime()> now;
    Person person;
    IdSource ids;

    /// The system's clock, user and host, and random ids.
    static Environment ofSystem();
};

/// One visit of a field or one drag: changes of the same group are undone as one step. Null joins nothing.
using UndoGroup = quint64;
UndoGroup newUndoGroup();

/// A plan in memory with its file. Every change goes prepare → file (one transaction) → memory → changed().
///
/// The file lives in a thread of its own, so that a slow disk never holds up typing: submit() returns at once, the plan
/// changes when the write is done. Changes are written one after another, in the order in which they were submitted.
class PlanDocument : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<void> &)>;

    /// Opens for editing; falls back to reading only, with readOnlyReason(), when the plan is locked or may not be written.
    static Result<std::unique_ptr<PlanDocument>> open(const QString &path, const Environment &environment,
                                                      PlanFile::Access access = PlanFile::Access::ReadWrite);
    /// Writes a new plan file whose content is `initial`; undo never crosses it. See PlanFile::create().
    static Result<void> create(const QString &path, const ChangeSet &initial, const Environment &environment);

    ~PlanDocument() override;

    const Plan &plan() const { return m_plan; }
    const QString &path() const { return m_path; }
    const History &history() const { return m_history; }
    const QList<Edition> &editions() const { return m_editions; }
    const Digest &digest() const { return m_digest; }
    qint64 sequence() const { return m_seq; }
    const Environment &environment() const { return m_environment; }
    bool isReadOnly() const { return m_readOnlyReason.has_value(); }
    const std::optional<Error> &readOnlyReason() const { return m_readOnlyReason; }
    /// Everything typed and everything submitted is in the file.
    bool isSaved() const;
    /// Everything submitted is written or refused.
    bool isSettled() const { return m_queue.isEmpty(); }
    /// What was typed and is not in the file; every editor hands its input in there.
    UnsavedInput &unsaved() const { return *m_unsaved; }

    /// Asks for a change, which is made when everything submitted before is written or refused: at once where nothing is on its
    /// way. `done` is told the outcome in this thread, a refusal perhaps before this returns; without it a failure is told by
    /// failed().
    void submit(Recipe recipe, UndoGroup group = 0, Done done = {});
    /// `done` for as long as `receiver` is there; after that a failure is told by failed().
    Done toldTo(QObject *receiver, Done done);
    /// The same, waiting for the outcome; for imports and tests.
    Result<void> apply(Recipe recipe, UndoGroup group = 0);
    /// A change that depends on nothing in the plan; for tests, which know what the plan holds.
    Result<void> apply(ChangeSet change, UndoGroup group = 0);
    /// A big change that can be followed and cancelled; `progress` must outlive `done`.
    void submit(Recipe recipe, Progress &progress, Done done);
    /// Waits until everything submitted is written or refused. The error is the first among what was still waiting; whoever
    /// submitted it is told as well. On a slow disk this takes long; a window waits by whenSaved() and savedChanged() instead.
    Result<void> flush();
    /// Calls `then`, in this thread, as soon as isSettled(): at once if it is. Forgotten with `receiver`.
    void whenSaved(QObject *receiver, std::function<void()> then);

    void undo(Done done = {});
    void redo(Done done = {});
    /// The same, waiting.
    Result<void> undoNow();
    Result<void> redoNow();

    /// Names the state (版) that the plan has when everything submitted before is written.
    void nameEdition(const QString &name, const QString &note, Done done);
    /// The same, waiting.
    Result<void> nameEdition(const QString &name, const QString &note);
    /// The plan as it was right after journal entry `seq`.
    Result<Plan> planAt(qint64 seq);
    /// A complete copy of the file under another name, where placeForPlan() allows it, after everything submitted before and once
    /// its content is proved; this document stays with its own.
    void saveCopy(const QString &path, Done done);
    /// The same, waiting.
    Result<void> saveCopy(const QString &path);
    /// A dated copy of the present state, before what changes much at once. Before the first change of every day, and of this
    /// sitting, one is made by itself.
    void keepBackup(Done done);

    /// Waits for the check of the content digest that runs after opening; failure means the plan became read-only.
    Result<void> waitForVerification();
    /// Waits for it no longer than that; whether it is through.
    bool isVerifiedWithin(std::chrono::milliseconds time) const;
    /// The plan for whatever leaves the program: papers, pictures, copies, tables, reports, other plans. Waits until its content is
    /// proved; what is damaged does not go out.
    Result<const Plan *> provedPlan();

    /// Something to be told once to whoever edits: that the folder cannot be forced to the disk.
    const std::optional<Error> &folderNotice() const { return m_folderNotice; }

signals:
    /// The plan has changed in exactly this way; the change is in the file already.
    void changed(const shisaku::ChangeSet &change);
    void historyChanged();
    /// The last of what was submitted is done with (true), or something is on its way again (false).
    void savedChanged(bool saved);
    /// A change nobody waits for was refused or could not be written; the plan is as before.
    void failed(const shisaku::Error &error);
    /// The plan may not be changed any more, see readOnlyReason().
    void becameReadOnly();
    /// Files beside the plan hold changes that it does not have; see conflictingCopies(). Told once, after opening.
    void copiesFound(const QStringList &paths);
    /// No dated copy could be made before the first change of a day; the change itself is not affected.
    void backupFailed(const shisaku::Error &error);

private:
    friend class PlanOpening;

    /// What the file's thread hands over when it has opened and read the file.
    struct Opened {
        PlanContent content;
        std::optional<Error> readOnlyReason;
        std::optional<Error> folderNotice;
    };
    struct Task {
        ChangeSet wanted;
        JournalEntry::Kind kind = JournalEntry::Kind::Do;
        UndoGroup group = 0;
        Progress *progress = nullptr;
        Done done;
        Recipe recipe = {};                      ///< Makes `wanted`.
        std::function<Result<void>()> work = {}; ///< Done with the file, in its thread, instead of a change.
        bool isReady = false;                    ///< `wanted` is what it shall be.
    };
    struct Written {
        Result<JournalEntry> entry;
        ChangeSet change;
    };
    /// What the file's thread has done: a change, the reading of a step, or other work.
    using Outcome = std::variant<Written, Result<QList<ChangeSet>>, Result<void>>;

    PlanDocument(QString path, Environment environment);

    /// In the file's thread.
    Result<Opened> openFile(PlanFile::Access access, Progress &progress);
    void begin(Opened opened);
    void enqueue(Task task);
    void startNext();
    void startWrite(const Task &task, const ChangeSet &change);
    bool takesStepBack(const Task &task) const;
    bool makeReady(Task &task);
    void applyStep(const Result<QList<ChangeSet>> &changes);
    void applyWritten(const Written &written);
    void collect();
    void finish(const Task &task, const Result<void> &result);
    Result<void> waitFor(const std::function<void(Done)> &submitTask);
    void setReadOnly(const Error &reason);
    void verify();
    void lookForCopies();
    /// In the file's thread.
    void keepBackupOfDay(const QDateTime &now);

    /// Runs work in the file's thread and waits for it.
    template <typename Work>
    auto inFileThread(Work work) -> decltype(work());
    /// Runs work in the file's thread, later.
    void postToFileThread(std::function<void()> work);
    /// Lets the first of the queue be worked on there; collect() takes what comes of it.
    void startWork(std::function<Outcome()> work);

    QString m_path;
    Environment m_environment;
    Plan m_plan;
    History m_history;
    QList<Edition> m_editions;
    Digest m_digest;
    qint64 m_seq = 0;
    std::optional<Error> m_readOnlyReason;

    QList<Task> m_queue; // the first one is being written
    QList<std::pair<QPointer<QObject>, std::function<void()>>> m_whenSaved;
    bool m_writing = false;
    UndoGroup m_lastUndoGroup = 0;
    qint64 m_lastStep = 0;
    std::optional<Error> *m_firstFailure = nullptr; // of the flush() that is waiting
    std::unique_ptr<UnsavedInput> m_unsaved;

    QThread m_thread;
    QObject m_fileContext;                // lives in m_thread
    std::unique_ptr<PlanFile> m_file;     // used in m_thread only
    std::unique_ptr<FileLock> m_copyLock; // of a dated copy that is looked at: open copies are not thinned
    QDate m_backupDay;                    // used in m_thread only; of the last copy that was made or tried
    std::optional<Error> m_damage;        // used in m_thread only; found by the check after opening, forbids writing
    std::mutex m_mutex;
    std::optional<Outcome> m_outcome; // handed over from the file's thread; guarded by m_mutex
    std::future<void> m_verified;     // ready when the check after opening is through
    std::optional<Error> m_folderNotice;
};

} // namespace shisaku
