// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/file_lock.h"

#include "models/file/platform.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Lock {
    Q_DECLARE_TR_FUNCTIONS(Lock)
};

std::optional<LockHolder> readHolder(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.read(4096)).object();
    LockHolder holder;
    holder.person.name = object.value("person"_L1).toString();
    holder.person.host = object.value("host"_L1).toString();
    holder.pid = object.value("pid"_L1).toInteger();
    holder.since = QDateTime::fromString(object.value("since"_L1).toString(), Qt::ISODate);
    return holder;
}

bool isDead(const LockHolder &holder, const Person &me)
{
    return holder.person.host == me.host && !processIsAlive(holder.pid);
}
} // namespace

QString LockHolder::toJapanese() const
{
    const QString who = person.name.isEmpty() ? Lock::tr("別の利用者") : Lock::tr("%1さん").arg(person.name);
    return person.host.isEmpty() ? who : Lock::tr("%1（PC名 %2）").arg(who, person.host);
}

QString FileLock::lockPath(const QString &planPath)
{
    const QFileInfo info(planPath);
    return info.absoluteDir().filePath(u".~lock."_s + info.fileName());
}

std::optional<LockHolder> FileLock::holder(const QString &planPath)
{
    return readHolder(lockPath(planPath));
}

Result<std::unique_ptr<FileLock>> FileLock::acquire(const QString &planPath, const Person &person, const QDateTime &now,
                                                    Others others)
{
    const QString path = lockPath(planPath);
    const QJsonObject object{{u"person"_s, person.name},
                             {u"host"_s, person.host},
                             {u"pid"_s, QCoreApplication::applicationPid()},
                             {u"since"_s, now.toString(Qt::ISODate)}};
    const QByteArray content = QJsonDocument(object).toJson(QJsonDocument::Compact);
    for (int attempt = 0; attempt < 2; ++attempt) {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            takeAccess(path, planPath); // the next one must be able to read whom to ask
            if (file.write(content) == content.size() && file.flush())
                return std::unique_ptr<FileLock>(new FileLock(path, content));
            file.remove();
            break;
        }
        const auto holder = readHolder(path);
        if (!holder)
            break;
        if (others == Others::Respect && !isDead(*holder, person)) {
            return Error{ErrorKind::Locked,
                         Lock::tr("「%1」は%2が開いています。").arg(QFileInfo(planPath).fileName(), holder->toJapanese()),
                         Lock::tr("閲覧だけにするか、閉じてもらってから開き直してください。"), path};
        }
        QFile::remove(path);
    }
    return Error{ErrorKind::ReadOnly, Lock::tr("「%1」のあるフォルダーに書き込めません。").arg(QFileInfo(planPath).fileName()),
                 Lock::tr("閲覧だけで開くか、書き込めるフォルダーに複製してから開いてください。"), path};
}

FileLock::FileLock(QString path, QByteArray content) : m_path(std::move(path)), m_content(std::move(content)) {}

bool FileLock::isHeld() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) && file.read(4096) == m_content;
}

FileLock::~FileLock()
{
    if (isHeld())
        QFile::remove(m_path);
}

} // namespace shisaku
