// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the workspace beside the roadmap: the list of measures, results, indicators, survey, check.
#pragma once

#include "app/dialogs/leaving.h"
#include "app/services.h"
#include "views/pages/paper_catalog.h"

class QAction;

namespace shisaku {

class SceneCommands;
class Workspace;

/// What a page may ask of the window around it. The document and the services outlive every page.
struct PageContext {
    PlanDocument &document;
    const Services &services;
    std::function<void(Id<Measure>)> showMeasure; ///< Chooses a measure in outline, roadmap and form.
    std::function<Id<Measure>()> chosenMeasure;
    std::function<void(const Error &)> tell;                        ///< Shows an error in the line above the workspace.
    SceneCommands *scenes;                                          ///< Takes the charts that are to be presented.
    std::function<bool(Leaving)> mayLeave;                          ///< Whether something may go out of the program; tells why not.
    std::function<void(const QList<Id<Measure>> &)> chooseMeasures; ///< Chooses several in outline and roadmap.
    std::function<void()> enterMeasure;                             ///< Goes on to the form of the measure that is chosen.
    QList<QAction *> measureCommands;                               ///< Offered where measures are listed.
    std::function<void(Paper, const PaperOptions &)> print;         ///< The list as it is shown.
};

/// Adds the pages that there are, in their order; each is made when it is first shown.
void addPages(Workspace &workspace, const PageContext &context);

} // namespace shisaku
