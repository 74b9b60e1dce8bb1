// SPDX-License-Identifier: GPL-3.0-or-later
// One plan in one window: outline, roadmap, sheet. It assembles; what things mean stands in the models.
#pragma once

#include "app/commands/action_catalog.h"
#include "app/commands/papers.h"
#include "app/services.h"
#include "models/item/roadmap_model.h"
#include "models/scene/scene_view.h"

#include <QMainWindow>

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace shisaku {

class CommandSet;
class FileCommands;
class GroupingMenu;
class NoticeBar;
class OutlinePane;
class PlanFilter;
class PlanOpening;
class RoadmapPane;
class RoadmapView;
class SheetPane;
class UndoCommands;
class UnsavedGuide;
class WelcomePage;
class Workspace;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const Services &services);
    ~MainWindow() override;

    /// Waits for a plan and shows it in this window, which must not have one yet.
    Result<void> openPlan(PlanOpening &opening);
    PlanDocument *document() const { return m_document.get(); }

    ActionCatalog &actions() const { return *m_actions; }
    /// The program ends: hands over what is being typed, waits until the file has it or has refused it, and remembers the window.
    void hurryInput();
    /// Shows an error, or something to know, in the line above the workspace.
    void tell(const Error &error);
    /// Whether the window may be closed; asks where that would lose input.
    bool agreesToLeave();

signals:
    /// The first picture of the plan is on the screen; the form follows.
    void firstPainted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void assemble();
    void connectActions();
    void connectViews();
    /// Opens a plan in a window of its own, or tells why it cannot be; an empty path means none.
    bool open(const QString &path);
    /// The same, and goes.
    void moveTo(const QString &path);
    /// Lets commands of the plan be given, and hears what they say.
    void offer(const QList<CommandSet *> &sets);
    void followPlan(const ChangeSet &change);
    void showMeasure(Id<Measure> measure);
    /// Chooses them where several can be: in outline and roadmap.
    void chooseMeasures(const QList<Id<Measure>> &measures);
    /// Those chosen in the list of measures, where the officer works in it; else in the outline: one by one, or with those of
    /// groups.
    QList<Id<Measure>> chosenMeasures(bool ofGroups) const;
    void setGrouping(const Grouping &grouping);
    const Look &look() const;
    void applyLook();
    SceneView shownView() const;
    void applyView(const SceneView &view);
    void updateActions();
    void rememberState();
    void restoreState();
    void restoreFolds();

    void say(const QString &sentence);
    /// The paper of the plan, or of the current measure alone.
    void print(Paper paper, bool ofMeasure, PaperOptions options);
    /// Waits until the content of the plan is proved; says why if it is not.
    bool mayLeave(Leaving what);
    /// Sends what is being typed anywhere in the window.
    void flushInput();
    /// The same, and waits until the plan has it; false if the officer gave up waiting by the button `giveUp`.
    bool saveInput(const QString &giveUp);

    Services m_services;
    std::unique_ptr<PlanDocument> m_document;
    Id<Measure> m_measure;

    ActionCatalog *m_actions;
    RoadmapModel *m_roadmapModel;
    FileCommands *m_files;
    PlanFilter *m_filter;
    UndoCommands *m_undo = nullptr;
    WelcomePage *m_welcome;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    OutlinePane *m_outline;
    RoadmapView *m_roadmap;
    Workspace *m_workspace;
    RoadmapPane *m_roadmapPane;
    SheetPane *m_sheet;
    NoticeBar *m_notice;
    UnsavedGuide *m_unsaved;
    GroupingMenu *m_groupings;
    bool m_painted = false;
};

} // namespace shisaku
