// SPDX-License-Identifier: GPL-3.0-or-later
// The plans opened lately, as the settings remember them.
#pragma once

#include <QStringList>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace shisaku {

/// Plans opened lately, newest first; files that are gone are left out.
QStringList recentPlans(const QSettings &settings);
/// The plan opened last, whether it is still there or not; empty if there was none.
QString lastPlan(const QSettings &settings);
/// Puts a plan first. One of the dated copies is looked at once and not remembered.
void rememberRecent(QSettings &settings, const QString &path);

} // namespace shisaku
