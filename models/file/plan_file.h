// SPDX-License-Identifier: GPL-3.0-or-later
// One plan as one SQLite file: creating, refusing, loading it, and writing ChangeSets with their journal.
#pragma once

#include "models/change/change_set.h"
#include "models/change/digest.h"
#include "models/file/file_lock.h"
#include "models/file/progress.h"

namespace shisaku {

class Database;
class PrivateCopy;
class SizeLimit;

/// The largest file that is opened, in bytes: cells are read whole, and what is larger would fill the memory. Writing stops
/// before it.
inline constexpr qint64 largestPlan = 1024LL * 1024 * 1024;

/// The head of a journal entry; its row changes are read when they are needed.
struct JournalEntry {
    enum class Kind { Do, Undo, Redo };

    qint64 seq = 0;
    QString entryId;
    QDateTime at;
    Person person;
    Kind kind = Kind::Do;
    qint64 undoes = 0; ///< For Undo and Redo: the step concerned.
    qint64 step = 0;   ///< Seq of the first entry of the group that is undone as one.
    QString title;
    Digest digest; ///< Of the content after the entry.
};

/// A name on a journal position (版): 「令和4年3月策定」.
struct Edition {
    qint64 seq = 0;
    QString name;
    QString note;
};

/// Everything that is read when a plan is opened.
struct PlanContent {
    Plan plan;
    QList<JournalEntry> journal;
    QList<Edition> editions;
    qint64 floor = 0;           ///< Undo never goes back to or before this entry.
    std::optional<Error> fault; ///< Why nothing but a repair may work with it.
    Digest digest;              ///< As the last entry states it; compare with Digest::ofPlan().
};

/// The open file. Lives in one thread. Nothing it does throws; every failure leaves the file as it was. Who only reads never
/// writes beside it either: where a writer's journal lies, a private copy is read, and what changed meanwhile is read again.
class PlanFile {
public:
    enum class Access {
        ReadWrite,
        ReadOnly,
        TakeOver, ///< ReadWrite, although somebody's lock says otherwise; call writeTakeOver() after load().
    };

    /// Makes a new plan file whose first entry is `initial`; the floor is set behind it. Written beside, then renamed; what lies
    /// there is replaced only then, and only as placeForPlan() allows.
    static Result<void> create(const QString &path, const ChangeSet &initial, const JournalEntry &entry);

    /// Opens a plan after looking at it: exists, size, magic, application id, version, schema. ReadWrite takes the lock and
    /// fails with ErrorKind::Locked or ReadOnly where only reading is possible. Nothing is known of the rows before load().
    /// `largest` is the size in bytes that writing does not exceed.
    static Result<std::unique_ptr<PlanFile>> open(const QString &path, Access access, const Person &person, const QDateTime &now,
                                                  qint64 largest = largestPlan);

    ~PlanFile();
    PlanFile(const PlanFile &) = delete;
    PlanFile &operator=(const PlanFile &) = delete;

    /// Reads everything, and fails where the structure of the file is not sound. `progress` counts rows, without a total; it
    /// may cancel.
    Result<PlanContent> load(Progress *progress = nullptr);

    /// Writes rows and journal in one transaction. `entry` lacks seq and digest; the entry as written is returned. A step of
    /// 0 begins a step of its own. Fails with ErrorKind::Locked when the file was changed by somebody else since, with DiskFull
    /// when it would become larger than what is opened again; what is taken back may use the last sixteenth of that.
    Result<JournalEntry> write(const ChangeSet &change, JournalEntry entry, Progress *progress = nullptr);

    /// Makes a take-over final, by an entry that changes nothing: the former holder, if it was only suspended, finds another last
    /// entry than its own when it wakes.
    Result<JournalEntry> writeTakeOver(const Person &person, const QDateTime &now);

    /// The heads of all journal entries, oldest first, without a look at the rows.
    Result<QList<JournalEntry>> journal();
    /// What a step did, entry by entry, oldest first.
    Result<QList<ChangeSet>> changesOfStep(qint64 step);
    /// The entries behind `seq`, oldest first.
    Result<QList<ChangeSet>> changesAfter(qint64 seq);

    Result<void> nameEdition(const Edition &edition);

    /// What whoever writes is told once: that the folder cannot be forced to the disk. Nothing where it can.
    std::optional<Error> folderNotice() const;

    /// A complete, compact copy, written beside and renamed, for those who may use this file.
    Result<void> copyTo(const QString &path);

private:
    PlanFile(QString path, std::unique_ptr<Database> database, std::unique_ptr<FileLock> lock, qint64 largest);

    /// What tells a reader that somebody wrote meanwhile.
    struct Moment {
        FileStamp stamp;
        qint64 version = 0;
    };
    Result<void> beginReading();
    void openToRead();
    bool isSteadySince(const Moment &moment, bool lastTry);
    template <typename Work>
    auto read(Work work) -> Result<decltype(work())>;
    /// Throws unless the lock is ours; before anything else, for even reading plays a journal back where one may write.
    void failUnlessHeld() const;
    /// Throws unless the file is as we left it; inside a transaction.
    void failUnlessOurs();
    /// Whether a write that was reported as failed is in the file all the same.
    bool isWritten(const QString &sql, qint64 seq, const QString &expected);
    void writeJournal(const ChangeSet &change, const JournalEntry &entry, const Digest &parent, SizeLimit &limit);
    QList<ChangeSet> readChanges(const QString &condition, qint64 value);

    QString m_path;                   // links followed
    std::unique_ptr<FileLock> m_lock; // nothing for who only reads
    std::unique_ptr<PrivateCopy> m_copy;
    bool m_settled = false; // the private copy may be relied on
    std::unique_ptr<Database> m_database;
    qint64 m_largest;
    qint64 m_version = 0; // of the database, when it was last known to be ours
    qint64 m_seq = 0;
    Digest m_digest;
};

} // namespace shisaku
