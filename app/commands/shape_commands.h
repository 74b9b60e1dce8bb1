// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that shape the open plan: its settings and its sheet template.
#pragma once

#include "app/services.h"

#include <QObject>

namespace shisaku {

class ActionCatalog;

/// Opens the dialogs for the plan that `document` gives, if any. `measure` is the one whose sheet the template is shown on;
/// `prepare` applies what is being typed elsewhere; false if the plan does not have it yet and nobody wants to wait.
struct ShapeContext {
    std::function<PlanDocument *()> document;
    std::function<Id<Measure>()> measure;
    std::function<bool()> prepare;
};

void connectShapeCommands(const ActionCatalog &actions, const ShapeContext &context, const Services &services, QWidget *window);

} // namespace shisaku
