// SPDX-License-Identifier: GPL-3.0-or-later
// A report of a crash, kept on this computer: version, signal and the places in the program, and nothing of any plan.
#pragma once

#include <QString>

#include <optional>

namespace shisaku {

class PlanDocument;

/// From now on a crash leaves its report in `folder`, which is made if need be.
void installCrashReport(const QString &folder);

/// The report of the last crash, if nobody was told of it yet; it is put aside under the date and its new path returned.
std::optional<QString> takeCrashReport(const QString &folder);

/// What to say at the start after a crash: what was saved is there, the last seconds may be missing, and what was saved last.
QString sentenceAfterCrash(const PlanDocument &document, const QString &report);

} // namespace shisaku
