// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/scene_commands.h"

#include "app/dialogs/leaving.h"
#include "app/dialogs/scene_dialog.h"
#include "app/dialogs/unsaved_question.h"
#include "views/present/presentation.h"

namespace shisaku {

using namespace Qt::StringLiterals;

SceneCommands::SceneCommands(SceneContext context, QObject *parent) : CommandSet(parent), m_context(std::move(context)) {}

void SceneCommands::connectTo(const ActionCatalog &actions, const Flush &flush)
{
    actions.on(Command::SaveScene, this, [this] { save(); });
    actions.on(Command::ManageScenes, this, [this] { manage(); });
    actions.on(Command::Present, this, [this, flush] {
        if (flush())
            begin();
    });
}

SceneDialog &SceneCommands::dialog()
{
    if (!m_dialog) {
        m_dialog = new SceneDialog(m_context.document, m_context.measure, m_context.window);
        connect(m_dialog, &SceneDialog::saveRequested, this, &SceneCommands::save);
        connect(m_dialog, &SceneDialog::presentRequested, this, &SceneCommands::begin);
        connect(m_dialog, &SceneDialog::showRequested, this, &SceneCommands::show);
    }
    return *m_dialog;
}

void SceneCommands::save()
{
    const SceneView view = m_context.view();
    const QString suggested = view.inWords(m_context.document.plan());
    Scene scene;
    scene.title = m_context.services.dialogs.askText(m_context.window, tr("場面として保存"), tr("場面の名前"), suggested).trimmed();
    if (scene.title.isEmpty())
        return;
    scene.kind = u"roadmap"_s;
    scene.view = view.toText();
    add(scene);
}

void SceneCommands::addChart(const ChartScene &chart)
{
    if (m_context.document.isReadOnly())
        return emit told(tr("閲覧のみで開いているため、場面を追加できません。"));
    Scene scene;
    scene.kind = u"chart"_s;
    scene.view = chart.toText();
    add(scene);
}

void SceneCommands::add(const Scene &scene)
{
    dialog().select(dialog().list().add(scene));
    emit told(tr("場面『%1』を保存しました。発表（F5）で映ります。").arg(sceneTitle(m_context.document.plan(), scene)));
}

void SceneCommands::manage()
{
    dialog().show();
    dialog().raise();
    dialog().activateWindow();
}

void SceneCommands::show(Id<Scene> id)
{
    const Scene *scene = m_context.document.plan().find(id);
    if (!scene)
        return;
    if (scene->kind == "roadmap"_L1)
        m_context.applyView(SceneView::fromText(scene->view));
    else if (scene->kind == "list"_L1)
        emit listRequested(MeasureListView::fromText(scene->view));
    else if (const auto chart = ChartScene::fromText(scene->view); scene->kind == "chart"_L1 && chart)
        emit chartRequested(*chart);
    else if (!scene->measure.isNull())
        m_context.showMeasure(scene->measure);
}

void SceneCommands::begin()
{
    if (!goesOnWithoutUnsaved(m_context.document, m_context.services.dialogs, m_context.window))
        return;
    const auto plan = planToLeave(m_context.document, m_context.window, Leaving::Pictures);
    if (!plan)
        return emit failed(plan.error());
    present(**plan, {m_context.view(), m_context.services.today(), &m_context.look()}, *m_context.window);
}

} // namespace shisaku
