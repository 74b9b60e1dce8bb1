// SPDX-License-Identifier: GPL-3.0-or-later
// The list of scenes (場面) beside the window: named, put in order, added, removed, shown again.
#pragma once

#include "models/item/scene_list.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QListView;
class QPushButton;
QT_END_NAMESPACE

namespace shisaku {

/// A tool window: the commands of the window behind it (元に戻す, 発表) keep their keys.
class SceneDialog : public QWidget {
    Q_OBJECT

public:
    /// `measure` tells whose sheet can be added. The document outlives the dialog.
    SceneDialog(PlanDocument &document, std::function<Id<Measure>()> measure, QWidget *window);

    SceneList &list() const { return *m_list; }
    /// Selects a scene as soon as it is there.
    void select(Id<Scene> scene);

signals:
    /// The window is to look as the scene has it.
    void showRequested(shisaku::Id<shisaku::Scene> scene);
    void saveRequested();
    void presentRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QPushButton *addButton(const QString &text, const QString &hint, std::function<void()> pressed);
    void addScene(const QString &kind, Id<Measure> measure = {});
    void move(int steps);
    void removeCurrent();
    void showCurrent();
    void updateButtons();

    PlanDocument &m_document;
    std::function<Id<Measure>()> m_measure;
    SceneList *m_list;
    QListView *m_view;
    Id<Scene> m_wanted;
    QList<QPushButton *> m_forScene; // need a scene
    QList<QPushButton *> m_writing;  // need a plan that can be changed
    QPushButton *m_up;
    QPushButton *m_down;
};

} // namespace shisaku
