// SPDX-License-Identifier: GPL-3.0-or-later
// How a window takes up its plan: waiting for it, making what works on it, and showing it in every part.
#include "app/window/main_window.h"

#include "app/commands/cycle_commands.h"
#include "app/commands/measure_commands.h"
#include "app/commands/plan_commands.h"
#include "app/commands/scene_commands.h"
#include "app/commands/undo_commands.h"
#include "app/window/filter_bar.h"
#include "app/window/grid_widths.h"
#include "app/window/grouping_menu.h"
#include "app/window/notice_bar.h"
#include "app/window/opening_progress.h"
#include "app/window/outline_pane.h"
#include "app/window/roadmap_pane.h"
#include "app/window/sharing.h"
#include "app/window/sheet_pane.h"
#include "app/window/unsaved_guide.h"
#include "app/window/windows.h"
#include "app/window/workspace.h"
#include "app/window/workspace_pages.h"
#include "models/plan/belonging.h"
#include "views/roadmap/roadmap_view.h"

#include <QSplitter>
#include <QStackedWidget>

namespace shisaku {

using namespace Qt::StringLiterals;

Result<void> MainWindow::openPlan(PlanOpening &opening)
{
    Q_ASSERT(!m_document);
    OpeningProgress progress(this); // stays until the window is put together
    auto opened = progress.waitFor(opening);
    if (!opened)
        return opened.error();
    m_document = std::move(*opened);
    keepWidths(this, widthsInSettings(m_services.settings, m_document->plan().info().id));
    m_undo = new UndoCommands({*m_document, m_services, this, m_sheet, [this] { return m_measure; }});
    auto *scenes = new SceneCommands({*m_document, m_services, this, [this] { return shownView(); },
                                      [this](const SceneView &view) { applyView(view); }, [this] { return m_measure; },
                                      [this](Id<Measure> measure) { showMeasure(measure); },
                                      [this]() -> const Look & { return look(); }},
                                     this);
    offer({m_undo, new PlanCommands(*m_document, m_services, this), scenes, new CycleCommands(*m_document, m_services, this),
           new MeasureCommands({*m_document, m_services, this, [this] { return m_measure; },
                                [this] { return chosenMeasures(true); }, [this] { return chosenMeasures(false); }})});
    addPages(*m_workspace, {*m_document,
                            m_services,
                            [this](Id<Measure> measure) { showMeasure(measure); },
                            [this] { return m_measure; },
                            [this](const Error &error) { tell(error); },
                            scenes,
                            [this](Leaving what) { return mayLeave(what); },
                            [this](const QList<Id<Measure>> &measures) { chooseMeasures(measures); },
                            [this] { m_sheet->takeFocus(); },
                            {m_actions->action(Command::EndMeasure), m_actions->action(Command::CopyMeasures),
                             m_actions->action(Command::PasteMeasures), m_actions->action(Command::PrintSheet)},
                            [this](Paper paper, const PaperOptions &options) {
                                if (mayLeave(Leaving::Content))
                                    print(paper, false, options);
                            }});
    m_workspace->show(m_services.settings->value(u"window/page"_s).toString());
    connect(m_document.get(), &PlanDocument::changed, this, &MainWindow::followPlan);
    connect(m_document.get(), &PlanDocument::historyChanged, this, &MainWindow::updateActions); // behind every change
    connect(m_document.get(), &PlanDocument::savedChanged, m_undo, qOverload<>(&UndoCommands::offer));
    connect(m_document.get(), &PlanDocument::savedChanged, m_roadmap, [this](bool saved) {
        if (saved)
            m_roadmap->changesAnswered();
    });
    connect(m_document.get(), &PlanDocument::failed, this, &MainWindow::tell);
    m_unsaved->setDocument(*m_document);
    connect(&m_document->unsaved(), &UnsavedInput::placeAsked, this, [this](const InputPlace &place) {
        // Where the list is worked in, it shows the place itself.
        if (m_workspace->current() != u"list" && !measureOf(m_document->plan(), place.row.table, place.row.row).isNull())
            m_actions->action(Command::ShowSheet)->setChecked(true);
    });
    connect(m_document.get(), &PlanDocument::backupFailed, this, &MainWindow::tell);
    connect(m_document.get(), &PlanDocument::becameReadOnly, this, [this] {
        m_notice->tell(*m_document->readOnlyReason());
        updateActions();
    });
    m_filter->setPlan(m_document->plan());
    m_roadmapPane->filterBar().offerFields();
    m_outline->setPlan(m_document->plan());
    m_roadmapModel->setGrouping(m_outline->grouping()); // before the plan, so that one tree is built
    m_roadmapModel->rebuild(m_document->plan());
    restoreFolds();
    m_sheet->setDocument(*m_document);
    m_groupings->offer(m_document->plan());
    setGrouping(m_outline->grouping());
    m_stack->setCurrentWidget(m_splitter);
    if (const auto measures = m_document->plan().ordered<Measure>(); !measures.isEmpty())
        showMeasure(measures.first()->id);
    if (m_document->folderNotice())
        m_notice->tell(*m_document->folderNotice());
    if (m_document->isReadOnly())
        m_notice->tell(*m_document->readOnlyReason());
    followSharing(*this, m_services);
    updateActions();
    update();
    return {};
}

bool MainWindow::open(const QString &path)
{
    const auto opened = path.isEmpty() ? Result<MainWindow *>(nullptr) : openWindow(m_services, path);
    if (!opened)
        tell(opened.error());
    return opened.ok();
}

void MainWindow::moveTo(const QString &path)
{
    if (open(path))
        close();
}

void MainWindow::offer(const QList<CommandSet *> &sets)
{
    for (CommandSet *commands : sets) {
        commands->connectTo(*m_actions, [this] { return saveInput(tr("やめる")); });
        connect(commands, &CommandSet::told, this, &MainWindow::say);
        connect(commands, &CommandSet::noticed, m_notice, qOverload<const QString &>(&NoticeBar::tell));
        connect(commands, &CommandSet::failed, this, &MainWindow::tell);
        connect(commands, &CommandSet::openRequested, this, &MainWindow::open);
        connect(commands, &CommandSet::moveRequested, this, &MainWindow::moveTo);
        connect(commands, &CommandSet::measureRequested, this, &MainWindow::showMeasure);
        connect(commands, &CommandSet::nameAsked, m_sheet, &SheetPane::editTitle);
    }
}

} // namespace shisaku
