// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the workspace beside the roadmap: results, indicators, survey, check.
#pragma once

#include "app/dialogs/leaving.h"
#include "app/services.h"

namespace shisaku {

class SceneCommands;
class Workspace;

/// What a page may ask of the window around it. The document and the services outlive every page.
struct PageContext {
    PlanDocument &document;
    const Services &services;
    std::function<void(Id<Measure>)> showMeasure; ///< Chooses a measure in outline, roadmap and form.
    std::function<Id<Measure>()> chosenMeasure;
    std::function<void(const Error &)> tell; ///< Shows an error in the line above the workspace.
    SceneCommands *scenes;                   ///< Takes the charts that are to be presented.
    std::function<bool(Leaving)> mayLeave;   ///< Whether something may go out of the program; tells why not.
};

/// Adds the pages that there are, in their order; each is made when it is first shown.
void addPages(Workspace &workspace, const PageContext &context);

} // namespace shisaku
