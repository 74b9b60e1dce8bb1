// SPDX-License-Identifier: GPL-3.0-or-later
// The commands around the presentation: save what is shown, a chart among it, as a scene; the list of scenes; begin.
#pragma once

#include "app/commands/command_set.h"
#include "app/services.h"
#include "models/scene/chart_scene.h"
#include "models/scene/list_view.h"
#include "models/scene/scene_view.h"
#include "views/look/look.h"

namespace shisaku {

class SceneDialog;

/// What the commands ask of the window. Document and services outlive them.
struct SceneContext {
    PlanDocument &document;
    const Services &services;
    QWidget *window;
    std::function<SceneView()> view;                  ///< What the roadmap shows.
    std::function<void(const SceneView &)> applyView; ///< Makes the roadmap show this.
    std::function<Id<Measure>()> measure;             ///< The one chosen.
    std::function<void(Id<Measure>)> showMeasure;
    std::function<const Look &()> look;
};

class SceneCommands : public CommandSet {
    Q_OBJECT

public:
    SceneCommands(SceneContext context, QObject *parent);

    void connectTo(const ActionCatalog &actions, const Flush &flush) override;

    /// Asks for a name and saves what the roadmap shows.
    void save();
    /// Saves a chart behind the other scenes, called by its own title.
    void addChart(const ChartScene &chart);
    void manage();
    void begin();

signals:
    /// A chart is to be seen on the page of the workspace that has it.
    void chartRequested(const shisaku::ChartScene &chart);
    /// The list of measures is to be seen so.
    void listRequested(const shisaku::MeasureListView &view);

private:
    SceneDialog &dialog();
    void add(const Scene &scene);
    void show(Id<Scene> scene);

    SceneContext m_context;
    SceneDialog *m_dialog = nullptr;
};

} // namespace shisaku
