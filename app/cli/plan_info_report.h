// SPDX-License-Identifier: GPL-3.0-or-later
// `info`: what a plan holds, in numbers.
#pragma once

#include "models/edit/plan_document.h"

#include <QJsonObject>

namespace shisaku {

/// Counts per table, per choice value, and per level of each classification; schema, editions, digest, health.
QJsonObject planInfo(PlanDocument &document);

/// The same for people.
QString planInfoText(const QJsonObject &info);

} // namespace shisaku
