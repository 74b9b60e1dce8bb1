// SPDX-License-Identifier: GPL-3.0-or-later
// The lock beside a plan that is open for writing: it names the person and the host, so that the next one knows whom to ask.
#pragma once

#include "models/plan/result.h"

#include <QDateTime>

#include <memory>

namespace shisaku {

/// Who works on a plan, as the journal and the lock write it.
struct Person {
    QString name;
    QString host;
};

/// What a lock file says.
struct LockHolder {
    Person person;
    qint64 pid = 0;
    QDateTime since;

    /// 「企画 花子さん（PC名 KIKAKU01）」
    QString toJapanese() const;
};

/// Holds the lock while it lives. The lock of a process of this host that is dead is taken over.
class FileLock {
public:
    enum class Others { Respect, TakeOver };

    /// Fails with ErrorKind::Locked when somebody holds the plan, with ReadOnly when no lock can be written.
    /// TakeOver is for when the officer has made sure that the holder is gone.
    static Result<std::unique_ptr<FileLock>> acquire(const QString &planPath, const Person &person, const QDateTime &now,
                                                     Others others = Others::Respect);
    /// Nobody has taken it over.
    bool isHeld() const;
    /// Who holds the plan; nothing if nobody does or the lock cannot be read.
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
