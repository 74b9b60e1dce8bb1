// SPDX-License-Identifier: GPL-3.0-or-later
// 施策一覧: every measure a row of one grid, with columns to choose, views to save, and the commands of measures.
#pragma once

#include "models/grid/measure_list_shape.h"
#include "models/scene/list_view.h"
#include "views/grid/grid_panel.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
QT_END_NAMESPACE

namespace shisaku {

class SceneList;

class MeasureListPage : public QWidget {
    Q_OBJECT

public:
    /// The document must outlive the page.
    explicit MeasureListPage(PlanDocument *document, QWidget *parent = nullptr);

    GridView *grid() const { return m_panel->grid(); }
    GridPanel *panel() const { return m_panel; }
    /// How the list is looked at now.
    MeasureListView view() const;
    void setView(const MeasureListView &view);
    /// The columns shown, by their keys.
    const QStringList &columns() const { return m_columns; }
    /// The measures shown, in the order shown.
    QList<Id<Measure>> shownMeasures() const;

    /// Those in whose rows cells are chosen.
    QList<Id<Measure>> chosenMeasures() const;
    void setCurrentMeasure(Id<Measure> measure);
    /// Chooses whole rows; those that are not shown are left out.
    void setChosenMeasures(const QList<Id<Measure>> &measures);
    /// Goes to the cell of an input; false if the list does not hold it.
    bool goTo(const InputPlace &place);
    /// Hands over what is being typed, and tells what is chosen.
    void flush();
    /// Offers commands of measures in the context menu, too.
    void offerCommands(const QList<QAction *> &commands) { m_commands = commands; }

signals:
    /// Where the list is current; the rest of the window follows.
    void measureChosen(shisaku::Id<shisaku::Measure> measure);
    void measuresChosen(const QList<shisaku::Id<shisaku::Measure>> &measures);
    /// The officer goes on from a measure to its form.
    void measureEntered();
    void failed(const shisaku::Error &error);
    void printRequested();

private:
    GridModel *model() const { return m_panel->model(); }
    void makeTools();
    void fillColumns(QMenu *menu);
    void fillViews(QMenu *menu);
    void showColumns(const QStringList &columns);
    void saveView();
    void renameView(Id<Scene> scene);
    void removeView(Id<Scene> scene);
    QList<const Scene *> views() const;
    void follow(const ChangeSet &change);
    void tellChosen();

    PlanDocument *m_document;
    GridPanel *m_panel;
    SceneList *m_scenes;
    QStringList m_columns;
    QList<ListedColumn> m_listed; ///< All that the plan offered when the grid was made.
    Id<Survey> m_survey;          ///< Whose answers are counted.
    QList<QAction *> m_commands;
    QTimer m_settle; ///< Moving through the list shows the measure once it rests.
    bool m_following = false;
};

} // namespace shisaku
