// SPDX-License-Identifier: GPL-3.0-or-later
// What an input says that holds something the plan did not take: Ctrl+Z takes that back before anything of the plan.
#pragma once

#include <QString>

namespace shisaku {

/// Implemented beside QWidget.
class RefusedInput {
public:
    RefusedInput() = default;
    RefusedInput(const RefusedInput &) = delete;
    RefusedInput &operator=(const RefusedInput &) = delete;
    virtual ~RefusedInput() = default;

    /// Whether it shows, in red, what the plan does not have.
    virtual bool holdsRefused() const = 0;
    /// What it says there; for a note of what could not be saved.
    virtual QString refusedText() const = 0;
    /// Gives that up and shows what the plan has.
    virtual void takeBackRefused() = 0;
};

} // namespace shisaku
