// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/scene_list.h"

#include "models/change/recipe.h"
#include "models/change/row_order.h"
#include "models/item/tool_tip.h"
#include "models/plan/rules.h"
#include "models/scene/scene_view.h"

#include <algorithm>

namespace shisaku {

namespace {
QList<RowId> rowsOf(const QList<Id<Scene>> &scenes)
{
    QList<RowId> rows;
    for (Id<Scene> scene : scenes)
        rows << scene.row;
    return rows;
}
/// A view of the list of measures is for working; no slide is made of it.
bool isPassedOver(const Scene &scene)
{
    return scene.kind == QLatin1StringView("list");
}
} // namespace

SceneList::SceneList(PlanDocument &document, QObject *parent) :
    QAbstractListModel(parent), m_document(document), m_scenes(scenesOf(document.plan()))
{
    connect(&document, &PlanDocument::changed, this, &SceneList::follow);
    connect(&document.unsaved(), &UnsavedInput::changed, this, [this](const InputPlace &place) {
        if (const QModelIndex at = indexOf(Id<Scene>(place.row.row)); place.row.table == TableId::Scene && at.isValid())
            emit dataChanged(at, at);
    });
}

QList<Id<Scene>> SceneList::scenesOf(const Plan &plan)
{
    QList<Id<Scene>> scenes;
    for (const Scene *scene : plan.ordered<Scene>())
        scenes << scene->id;
    return scenes;
}

QModelIndex SceneList::indexOf(Id<Scene> scene) const
{
    const auto row = m_scenes.indexOf(scene);
    return row < 0 ? QModelIndex() : index(static_cast<int>(row));
}

Id<Scene> SceneList::add(Scene scene, Id<Scene> after)
{
    scene.id = Id<Scene>(m_document.environment().ids());
    m_document.submit([scene, after](const Plan &plan) -> Result<ChangeSet> {
        ChangeBuilder change(tr("場面『%1』を追加").arg(sceneTitle(plan, scene)));
        Scene added = scene;
        added.position = placeBehind(plan.table(TableId::Scene), rowsOf(scenesOf(plan)), after.row, scene.id.row, change);
        change.insert(added);
        return std::move(change).build();
    });
    return scene.id;
}

void SceneList::move(const QModelIndex &index, int steps)
{
    if (!index.isValid())
        return;
    const RowId scene = sceneAt(index).row;
    m_document.submit(recipeFor({TableId::Scene, scene}, [scene, steps](const Plan &plan) -> Result<ChangeSet> {
        ChangeBuilder change(tr("%1を移動").arg(rowName(plan, TableId::Scene, scene)));
        moveInOrder(plan.table(TableId::Scene), rowsOf(scenesOf(plan)), scene, steps, change);
        return std::move(change).build();
    }));
}

void SceneList::remove(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const Id<Scene> scene = sceneAt(index);
    m_document.submit(recipeFor(Owner(scene), [scene](const Plan &plan) -> Result<ChangeSet> {
        ChangeBuilder change(tr("%1を削除").arg(rowName(plan, TableId::Scene, scene.row)));
        change.remove(scene);
        return std::move(change).build();
    }));
}

void SceneList::follow(const ChangeSet &change)
{
    bool ordered = false;
    for (const RowChange &row : change.rows) {
        if (row.table != TableId::Scene)
            continue;
        const bool moved = row.isInsert() || row.isRemove()
                           || std::any_of(row.after->begin(), row.after->end(),
                                          [](const FieldChange &field) { return field.field == fieldIndex<&Scene::position>(); });
        if (moved)
            ordered = true;
        else if (const QModelIndex at = indexOf(Id<Scene>(row.row)); at.isValid())
            emit dataChanged(at, at);
    }
    if (ordered)
        sync();
}

void SceneList::sync()
{
    const QList<Id<Scene>> target = scenesOf(m_document.plan());
    for (int row = static_cast<int>(m_scenes.size()) - 1; row >= 0; --row) {
        if (target.contains(m_scenes[row]))
            continue;
        beginRemoveRows({}, row, row);
        m_scenes.removeAt(row);
        endRemoveRows();
    }
    for (int place = 0; place < target.size(); ++place) {
        const auto from = static_cast<int>(m_scenes.indexOf(target[place]));
        if (from < 0) {
            beginInsertRows({}, place, place);
            m_scenes.insert(place, target[place]);
            endInsertRows();
        } else if (from != place) {
            beginMoveRows({}, from, from, {}, place);
            m_scenes.move(from, place);
            endMoveRows();
        }
    }
}

int SceneList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_scenes.size());
}

QVariant SceneList::data(const QModelIndex &index, int role) const
{
    const Scene *scene = index.isValid() ? m_document.plan().find(sceneAt(index)) : nullptr;
    if (!scene)
        return {};
    const Plan &plan = m_document.plan();
    const QString kind = keywordLabel(fieldOf<&Scene::kind>(), scene->kind);
    const UnsavedInput::Entry *refused = m_document.unsaved().refused(placeOf(scene->id));
    switch (role) {
    case Qt::DisplayRole:
        if (!refused && isPassedOver(*scene))
            return tr("%1（%2）").arg(sceneTitle(plan, *scene), kind);
        [[fallthrough]];
    case Qt::EditRole:
        return refused ? refused->typed : sceneTitle(plan, *scene);
    case Qt::ToolTipRole: {
        const QString shown = scene->kind == QLatin1StringView("roadmap") ? SceneView::fromText(scene->view).inWords(plan)
                                                                          : QString();
        if (isPassedOver(*scene))
            return toolTipOf(tr("%1：発表では映しません。").arg(kind));
        return toolTipOf(shown.isEmpty() ? kind : tr("%1：%2").arg(kind, shown));
    }
    case Qt::AccessibleTextRole:
        return tr("%1、%2").arg(sceneTitle(plan, *scene), kind);
    default:
        return {};
    }
}

bool SceneList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Scene *scene = index.isValid() && role == Qt::EditRole ? m_document.plan().find(sceneAt(index)) : nullptr;
    const QString title = value.toString().trimmed();
    if (!scene || title == sceneTitle(m_document.plan(), *scene))
        return false;
    const auto recipe = [id = scene->id, title](const Plan &) -> Result<ChangeSet> {
        ChangeBuilder change(tr("場面の名前を『%1』に変更").arg(title));
        change.set<&Scene::title>(id, title);
        return std::move(change).build();
    };
    m_document.unsaved().submit(placeOf(scene->id), title, recipe, 0, [document = &m_document](const Result<void> &result) {
        if (!result)
            emit document->failed(result.error());
    });
    return true;
}

Qt::ItemFlags SceneList::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (index.isValid() && !m_document.isReadOnly())
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace shisaku
