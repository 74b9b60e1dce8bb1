// SPDX-License-Identifier: GPL-3.0-or-later
// The commands around the presentation: save what is shown as a scene, the list of scenes, begin.
#pragma once

#include "app/services.h"
#include "models/item/scene_view.h"
#include "views/present/slide_set.h"

#include <QObject>

namespace shisaku {

class ActionCatalog;
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

class SceneCommands : public QObject {
    Q_OBJECT

public:
    SceneCommands(SceneContext context, QObject *parent);

    /// Takes over its commands of the catalogue. `flush` hands over what is still being typed.
    void connectTo(const ActionCatalog &actions, const std::function<void()> &flush);
    /// Who draws scenes of the kind 「グラフ」.
    void setSlideMaker(SlideMaker maker) { m_maker = std::move(maker); }

    /// Asks for a name and saves what the roadmap shows.
    void save();
    void manage();
    void begin();

signals:
    void told(const QString &sentence);

private:
    SceneDialog &dialog();
    void show(Id<Scene> scene);

    SceneContext m_context;
    SlideMaker m_maker;
    SceneDialog *m_dialog = nullptr;
};

} // namespace shisaku
