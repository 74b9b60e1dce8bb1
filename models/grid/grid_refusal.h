// SPDX-License-Identifier: GPL-3.0-or-later
// How a cell says that it does not take what was entered.
#pragma once

#include "models/plan/result.h"

namespace shisaku {

inline Error refusal(const QString &what, const QString &remedy)
{
    return {ErrorKind::Invalid, what, remedy, {}};
}

} // namespace shisaku
