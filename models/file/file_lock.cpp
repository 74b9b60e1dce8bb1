// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/file_lock.h"

#include "models/file/publish.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>
#include <QUuid>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Lock {
    Q_DECLARE_TR_FUNCTIONS(Lock)
};

LockHolder holderOf(const SmallFile &lock)
{
    const QJsonObject object = QJsonDocument::fromJson(lock.text).object();
    LockHolder holder;
    holder.person.name = object.value("person"_L1).toString();
    holder.person.host = object.value("host"_L1).toString();
    holder.process.pid = object.value("pid"_L1).toInteger();
    holder.process.started = object.value("started"_L1).toString();
    holder.process.space = object.value("space"_L1).toString();
    holder.since = QDateTime::fromString(object.value("since"_L1).toString(), Qt::ISODate);
    holder.id = object.value("id"_L1).toString();
    return holder;
}

QByteArray contentOf(const Person &person, const QDateTime &now)
{
    const ProcessMark process = ownProcess();
    const QJsonObject object{{u"person"_s, person.name},
                             {u"host"_s, person.host},
                             {u"pid"_s, process.pid},
                             {u"started"_s, process.started},
                             {u"space"_s, process.space},
                             {u"since"_s, now.toString(Qt::ISODate)},
                             {u"id"_s, QUuid::createUuid().toString(QUuid::Id128)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool isUnwritten(const SmallFile &lock)
{
    return lock.state == SmallFile::State::Read && lock.text.isEmpty();
}

/// A lock is written at once after it is made, which is waited for. One that stays empty was left by who died between the two, or
/// lost its content with the power; should he wake up after all, he sees before his next change that it is not his any more.
SmallFile readLock(const QString &path)
{
    constexpr int patience = 10; // of 100 ms each
    SmallFile lock = readSmallFile(path);
    for (int waited = 0; waited < patience && isUnwritten(lock); ++waited) {
        QThread::msleep(100);
        lock = readSmallFile(path);
    }
    return lock;
}

/// Removes the lock that was judged; false when another one stands there by now, which stays.
bool removeLock(const QString &path, const FileStamp &judged)
{
    // Looked at under a name that nobody else uses: between a look and a removal in its place somebody could have come.
    const QString aside = freeNameBeside(path);
    if (!replaceFile(path, aside))
        return !stampOf(path).exists();
    if (stampOf(aside) == judged)
        return QFile::remove(aside);
    if (!stampOf(path).exists())
        replaceFile(aside, path);
    return false;
}

Error heldBy(const LockHolder &holder, const Person &me, const QString &planPath, const QString &lockPath)
{
    // What is Dead is not told; what cannot be proved may be what a loss of power or another container left.
    const bool unproved = holder.person.host == me.host && stateOf(holder.process) == ProcessState::Unknown;
    return {ErrorKind::Locked, Lock::tr("「%1」は%2が開いています。").arg(QFileInfo(planPath).fileName(), holder.toJapanese()),
            unproved ? Lock::tr("もう開いていないことを確かめられるときは、「ファイル」の「編集を引き継ぐ」で続けてください。")
                     : Lock::tr("閲覧だけにするか、閉じてもらってから開き直してください。"),
            lockPath};
}
} // namespace

QString LockHolder::toJapanese() const
{
    const QString who = person.name.isEmpty() ? Lock::tr("別の利用者") : Lock::tr("%1さん").arg(person.name);
    return person.host.isEmpty() ? who : Lock::tr("%1（PC名 %2）").arg(who, person.host);
}

QString FileLock::lockPath(const QString &planPath)
{
    const QFileInfo info(realPath(planPath));
    return info.absoluteDir().filePath(u".~lock."_s + info.fileName());
}

std::optional<LockHolder> FileLock::holder(const QString &planPath)
{
    const QString path = lockPath(planPath);
    return stampOf(path).exists() ? std::optional(holderOf(readSmallFile(path))) : std::nullopt;
}

Result<std::unique_ptr<FileLock>> FileLock::acquire(const QString &planPath, const Person &person, const QDateTime &now,
                                                    Others others)
{
    const QString path = lockPath(planPath);
    const QByteArray content = contentOf(person, now);
    for (int attempt = 0; attempt < 3; ++attempt) {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            takeAccess(path, planPath); // the next one must be able to read whom to ask
            if (file.write(content) == content.size() && file.flush())
                return std::unique_ptr<FileLock>(new FileLock(path, content));
            file.close();
            QFile::remove(path); // not file.remove(), which leaves a file that could not be written to its end
            break;
        }
        const FileStamp judged = stampOf(path);
        const SmallFile lock = readLock(path);
        if (lock.state == SmallFile::State::Absent && judged.exists())
            continue; // just gone
        if (lock.state == SmallFile::State::Absent)
            break;
        if (lock.state == SmallFile::State::NoFile)
            return Error{ErrorKind::ReadOnly,
                         Lock::tr("「%1」を編集している印「%2」が、ファイルではありません。")
                             .arg(QFileInfo(planPath).fileName(), QFileInfo(path).fileName()),
                         Lock::tr("閲覧だけで開くか、その名前のものを取り除いてから開き直してください。"), path};
        const LockHolder holder = holderOf(lock);
        const bool dead = isUnwritten(lock) || (holder.person.host == person.host && stateOf(holder.process) == ProcessState::Dead);
        const bool asked = others == Others::TakeOver && attempt == 0; // about this one, not about whoever comes next
        if (!asked && !dead)
            return heldBy(holder, person, planPath, path);
        (void)removeLock(path, judged); // another one that came meanwhile is judged in the next round
    }
    return Error{ErrorKind::ReadOnly, Lock::tr("「%1」のあるフォルダーに書き込めません。").arg(QFileInfo(planPath).fileName()),
                 Lock::tr("閲覧だけで開くか、書き込めるフォルダーに複製してから開いてください。"), path};
}

FileLock::FileLock(QString path, QByteArray content) : m_path(std::move(path)), m_content(std::move(content)) {}

bool FileLock::isHeld() const
{
    const SmallFile lock = readSmallFile(m_path);
    return lock.state == SmallFile::State::Failed || (lock.state == SmallFile::State::Read && lock.text == m_content);
}

FileLock::~FileLock()
{
    if (isHeld())
        QFile::remove(m_path);
}

} // namespace shisaku
