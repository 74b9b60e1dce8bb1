// SPDX-License-Identifier: GPL-3.0-or-later
// The lock beside a plan that is open for writing: it names the person and the host, so that the next one knows whom to ask.
#pragma once

#include "models/file/platform.h"
#include "models/plan/result.h"

#include <QDateTime>

#include <memory>

namespace shisaku {

/// Who works on a plan, as the journal and the lock write it.
struct Person {
    QString name;
    QString host;

    bool operator==(const Person &other) const = default;
};

/// What a lock file says; a lock that cannot be read names nobody.
struct LockHolder {
    Person person;
    ProcessMark process;
    QDateTime since;
    QString id; ///< Of this lock.

    /// 「企画 花子さん（PC名 KIKAKU01）」
    QString toJapanese() const;
    bool operator==(const LockHolder &other) const = default;
};

/// Holds the lock while it lives. The lock of a process that is proved dead, or that died before it wrote it, is taken over;
/// whatever else stands in its place is left to the officer. A plan and links to it have one lock, beside the plan itself.
class FileLock {
public:
    enum class Others { Respect, TakeOver };

    /// Fails with ErrorKind::Locked when somebody holds the plan or may hold it, with ReadOnly when no lock can be written.
    /// TakeOver is for when the officer has made sure that the holder is gone.
    static Result<std::unique_ptr<FileLock>> acquire(const QString &planPath, const Person &person, const QDateTime &now,
                                                     Others others = Others::Respect);
    /// Nobody has taken it over. While the folder cannot be reached, nobody is known to have.
    bool isHeld() const;
    /// Who holds the plan; nothing if there is no lock.
    static std::optional<LockHolder> holder(const QString &planPath);
    static QString lockPath(const QString &planPath);

    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

private:
    FileLock(QString path, QByteArray content);

    QString m_path;
    QByteArray m_content; // a lock that says something else by now is no longer ours to remove
};

} // namespace shisaku
