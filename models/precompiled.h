// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every source of models/ includes, parsed once; sources still include what they use (the asan preset builds without it).
#pragma once

#include "models/plan/plan.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>
