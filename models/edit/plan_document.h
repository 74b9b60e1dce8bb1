// SPDX-License-Identifier: GPL-3.0-or-later
// The open plan: the one place through which it changes, and the one signal that says so.
#pragma once

#include "models/edit/history.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <mutex>

namespace shisaku {

/// What a document takes from outside, so that tests can set it.
struct Environment {
    std::function<QDateTime()> now;
    Person person;
    IdSource ids;

    /// The system's clock, user and host, and random ids.
    static Environment ofSystem();
};

/// A visit of one field or one drag: changes that carry the same visit are undone as one step. Null joins nothing.
using Visit = quint64;
Visit newVisit();

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
    /// Everything submitted is in the file.
    bool isSaved() const { return m_queue.isEmpty(); }

    /// Asks for a change. `done` is called later, in this thread, with the outcome; without it a failure is told by failed().
    void submit(ChangeSet change, Visit visit = 0, Done done = {});
    /// The same, waiting for the outcome; for commands, imports and tests.
    Result<void> apply(ChangeSet change, Visit visit = 0);
    /// A big change that can be followed and cancelled; `progress` must outlive `done`.
    void submit(ChangeSet change, Progress &progress, Done done);
    /// Waits until everything submitted is written. The error is the first failure on the way, if any.
    Result<void> flush();

    void undo(Done done = {});
    void redo(Done done = {});
    /// The same, waiting.
    Result<void> undoNow();
    Result<void> redoNow();

    /// Names the present state (版).
    Result<void> nameEdition(const QString &name, const QString &note);
    /// The plan as it was right after journal entry `seq`.
    Result<Plan> planAt(qint64 seq);
    /// A complete copy of the file under another name, where placeForPlan() allows it; this document stays with its own.
    Result<void> saveCopy(const QString &path);

    /// Waits for the check of the content digest that runs after opening; failure means the plan became read-only.
    Result<void> waitForVerification();

signals:
    /// The plan has changed in exactly this way; the change is in the file already.
    void changed(const shisaku::ChangeSet &change);
    void historyChanged();
    /// isSaved() became true or false.
    void savedChanged(bool saved);
    /// A change nobody waits for was refused or could not be written; the plan is as before.
    void failed(const shisaku::Error &error);
    /// The plan may not be changed any more, see readOnlyReason().
    void becameReadOnly();
    /// Files beside the plan hold changes that it does not have; see conflictingCopies(). Told once, after opening.
    void copiesFound(const QStringList &paths);
    /// No dated copy could be made before the first change of this sitting; the change itself is not affected.
    void backupFailed(const shisaku::Error &error);

private:
    friend class PlanOpening;

    /// What the file's thread hands over when it has opened and read the file.
    struct Opened {
        PlanContent content;
        std::optional<Error> readOnlyReason;
    };
    struct Task {
        ChangeSet wanted;
        JournalEntry::Kind kind = JournalEntry::Kind::Do;
        Visit visit = 0;
        Progress *progress = nullptr;
        Done done;
    };
    struct Outcome {
        Result<JournalEntry> entry;
        ChangeSet change;
    };

    PlanDocument(QString path, Environment environment);

    /// In the file's thread.
    Result<Opened> openFile(PlanFile::Access access, Progress &progress);
    void begin(Opened opened);
    void enqueue(Task task);
    void startNext();
    void startWrite(const Task &task, const ChangeSet &change);
    bool takesStepBack(const Task &task) const;
    Result<ChangeSet> wantedChange(Task &task);
    void collect();
    void finish(const Task &task, const Result<void> &result);
    Result<void> waitFor(const std::function<void(Done)> &submitTask);
    void setReadOnly(const Error &reason);
    void verify();
    void lookForCopies();
    void keepBackup(const QDateTime &now);

    /// Runs work in the file's thread and waits for it.
    template <typename Work>
    auto inFileThread(Work work) -> decltype(work());
    /// Runs work in the file's thread, later.
    void postToFileThread(std::function<void()> work);

    QString m_path;
    Environment m_environment;
    Plan m_plan;
    History m_history;
    QList<Edition> m_editions;
    Digest m_digest;
    qint64 m_seq = 0;
    std::optional<Error> m_readOnlyReason;

    QList<Task> m_queue; // the first one is being written
    bool m_writing = false;
    Visit m_lastVisit = 0;
    qint64 m_lastStep = 0;
    std::optional<Error> m_firstFailure; // since the last flush()

    QThread m_thread;
    QObject m_fileContext;            // lives in m_thread
    std::unique_ptr<PlanFile> m_file; // used in m_thread only
    bool m_backedUp = false;          // used in m_thread only
    std::optional<Error> m_damage;    // used in m_thread only; found by the check after opening, forbids writing
    std::mutex m_mutex;
    std::optional<Outcome> m_outcome; // handed over from the file's thread; guarded by m_mutex
};

} // namespace shisaku
