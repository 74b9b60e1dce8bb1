// SPDX-License-Identifier: GPL-3.0-or-later
// `check`: what was found, for programs and for people.
#pragma once

#include "models/check/finding.h"

#include <QJsonArray>

namespace shisaku {

/// One object a finding: rule, place, printed, computed, message; table and row; the reason of an accepted one as "accepted".
QJsonArray findingsJson(const QList<Finding> &findings);

/// The open findings by rule, then the accepted ones, then how many there are.
QString findingsText(const QList<Finding> &findings);

} // namespace shisaku
