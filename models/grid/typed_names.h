// SPDX-License-Identifier: GPL-3.0-or-later
// Several names in one cell: how they are divided, read one by one, and written again.
#pragma once

#include "models/plan/result.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace shisaku {

/// Whether a sign parts names: 「、」, commas, semicolons, line ends, tabs.
bool dividesNames(QChar sign);
/// Where the last of several names begins, which is the one being typed.
qsizetype lastNameBegins(const QString &typed);
/// 「申請の電子化、窓口」
QString namesTogether(const QStringList &names);

/// Takes a typed list apart and gives each name to `isName`, then to `read`. A name may hold the sign that divides names: the
/// longest one that is known counts.
Result<void> forEachName(const QString &typed, const std::function<bool(const QString &)> &isName,
                         const std::function<Result<void>(const QString &)> &read);

} // namespace shisaku
