// SPDX-License-Identifier: GPL-3.0-or-later
// The saved scenes (場面) of the open plan in the order of the presentation.
#pragma once

#include "models/edit/unsaved_input.h"

#include <QAbstractListModel>

namespace shisaku {

/// Every change goes to the document and shows once it is in the file.
class SceneList : public QAbstractListModel {
    Q_OBJECT

public:
    /// The document must outlive the list.
    explicit SceneList(PlanDocument &document, QObject *parent = nullptr);

    Id<Scene> sceneAt(const QModelIndex &index) const { return m_scenes.value(index.row()); }
    QModelIndex indexOf(Id<Scene> scene) const;

    /// Asks for a new scene behind `after`, or behind all; its id and position are given here. Returns the id it will have.
    Id<Scene> add(Scene scene, Id<Scene> after = {});
    /// Asks to move a scene by places up (-) or down (+), at most to the end.
    void move(const QModelIndex &index, int steps);
    void remove(const QModelIndex &index);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Renames a scene; an empty name lets it be called by what it shows.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    static QList<Id<Scene>> scenesOf(const Plan &plan);
    static InputPlace placeOf(Id<Scene> scene) { return {Owner(scene), fieldIndex<&Scene::title>(), {}}; }
    void follow(const ChangeSet &change);
    void sync();

    PlanDocument &m_document;
    QList<Id<Scene>> m_scenes;
};

} // namespace shisaku
