// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for the disk without a window that stands still: nothing to see where it is quick, then what is waited for.
#pragma once

#include "models/change/recipe.h"
#include "models/plan/result.h"

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace shisaku {

class PlanDocument;

/// Waits until everything submitted is in the file. Events go on; what the officer does with keys and mouse waits, for half a
/// second at most, then a dialog 「保存しています…」 comes up whose button `giveUp` ends the waiting, not the saving. False if it
/// was pressed or the program ends; a refusal is not told here.
bool waitUntilSaved(PlanDocument &document, QWidget *window, const QString &giveUp);

/// The same to the end, without a dialog: somebody else is ending the program.
void finishSaving(PlanDocument &document);

/// Submits a recipe and waits for its outcome in the same way. Whoever gives up waiting is told ErrorKind::Cancelled; the change
/// is on its way all the same.
Result<void> applyWaiting(PlanDocument &document, Recipe recipe, quint64 group, QWidget *window);

/// Does `work` in a thread of its own and waits for it in the same way; `sentence` says what is waited for, to the end. What `work`
/// refers to must not be changed meanwhile from this thread.
Result<void> workAside(QWidget *window, const QString &sentence, const std::function<Result<void>()> &work);

} // namespace shisaku
