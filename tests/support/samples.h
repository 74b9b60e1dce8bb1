// SPDX-License-Identifier: GPL-3.0-or-later
// The samples that come with the program, by the names of their folders in data/, through the ordinary import; and plan files.
#pragma once

#include "tests/support/small_plan.h"

namespace shisaku {

ChangeSet sampleContent(const QString &city = QStringLiteral("izumo"));
Plan samplePlan(const QString &city = QStringLiteral("izumo"));

/// Makes a plan file of the content and gives its path.
QString planFileOf(const ChangeSet &content, const QString &path, const Environment &environment = testEnvironment());
/// The same, opened.
std::unique_ptr<PlanDocument> documentOf(const ChangeSet &content, const QString &path,
                                         const Environment &environment = testEnvironment());

} // namespace shisaku
