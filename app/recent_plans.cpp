// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recent_plans.h"

#include "models/file/backup.h"
#include "models/file/platform.h"

#include <QFileInfo>
#include <QSettings>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype recentLimit = 8;
const QString recentKey = u"recent"_s;
} // namespace

QStringList recentPlans(const QSettings &settings)
{
    QStringList paths = settings.value(recentKey).toStringList();
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return paths;
}

QString lastPlan(const QSettings &settings)
{
    return settings.value(recentKey).toStringList().value(0);
}

void rememberRecent(QSettings &settings, const QString &path)
{
    if (backupAt(path))
        return; // the next start is for the plan itself
    const QString absolute = absolutePath(path);
    const QStringList known = settings.value(recentKey).toStringList();
    QStringList paths = known;
    paths.removeAll(absolute);
    paths.prepend(absolute);
    paths = paths.first(std::min(paths.size(), recentLimit));
    if (paths != known) // settings are written to the disk before anything is painted
        settings.setValue(recentKey, paths);
}

} // namespace shisaku
