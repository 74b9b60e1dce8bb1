// SPDX-License-Identifier: GPL-3.0-or-later
// Where exceptions of models/file end.
#pragma once

#include "models/file/database.h"

#include <type_traits>

namespace shisaku {

/// Runs work that may throw FileFailure and turns the failure into an error.
template <typename Work>
auto guarded(Work work) -> Result<decltype(work())>
{
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const FileFailure &failure) {
        return failure.error;
    }
}

} // namespace shisaku
