// SPDX-License-Identifier: GPL-3.0-or-later
// What is said and asked about input that is not in the file.
#pragma once

#include "app/services.h"
#include "models/edit/unsaved_input.h"

namespace shisaku {

/// Tries once more to write what is not in the file, and asks whether to go on with the plan as it is where that fails.
bool goesOnWithoutUnsaved(PlanDocument &document, const Dialogs &dialogs, QWidget *window);

/// How many inputs are not in the file after one more try; nothing if the officer would not wait for it by the button `giveUp`.
std::optional<int> unsavedAfterRetry(PlanDocument &document, QWidget *window, const QString &giveUp);

/// What was typed where, and why the file does not have it.
QString sentenceAbout(const Plan &plan, const UnsavedInput::Entry &entry);
/// The same of all that are not in the file, one line each; of many the first.
QString listOfUnsaved(const PlanDocument &document);
/// How many inputs are not in the file, and why the first is not. There must be one.
Error sentenceAboutUnsaved(const PlanDocument &document);

} // namespace shisaku
