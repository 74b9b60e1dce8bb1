// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include "app/commands/clipboard_commands.h"
#include "app/commands/command_set.h"
#include "app/commands/file_commands.h"
#include "app/commands/help_dialogs.h"
#include "app/commands/roadmap_commands.h"
#include "app/commands/shape_commands.h"
#include "app/commands/undo_commands.h"
#include "app/dialogs/leaving.h"
#include "app/dialogs/unsaved_question.h"
#include "app/dialogs/waiting.h"
#include "app/recent_plans.h"
#include "app/window/file_drops.h"
#include "app/window/grid_amounts.h"
#include "app/window/grouping_menu.h"
#include "app/window/list_page.h"
#include "app/window/notice_bar.h"
#include "app/window/outline_pane.h"
#include "app/window/roadmap_pane.h"
#include "app/window/sheet_pane.h"
#include "app/window/unsaved_guide.h"
#include "app/window/welcome_page.h"
#include "app/window/windows.h"
#include "app/window/workspace.h"
#include "models/change/row_order.h"
#include "models/edit/unsaved_input.h"
#include "models/file/backup.h"
#include "views/list/measure_list_page.h"
#include "views/roadmap/roadmap_view.h"
#include "views/sheet/phase_editor.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int tellMs = 6000;
constexpr int outlineWidth = 280;
constexpr int sheetWidth = 440;
} // namespace

MainWindow::MainWindow(const Services &services) : m_services(services)
{
    m_services.dialogs.isShown = [](const QString &path) { return windowOf(path) != nullptr; };
    assemble();
    connectActions();
    connectViews();
    restoreState();
    updateActions();
}

MainWindow::~MainWindow()
{
    qDeleteAll(findChildren<CommandSet *>(Qt::FindDirectChildrenOnly)); // what they still wait for they would tell to nobody
    if (m_document) { // it writes what is still on its way as it ends, when nothing is left to show it
        m_document->unsaved().blockSignals(true);
        m_document->disconnect(this);
    }
    delete takeCentralWidget(); // the views look at the plan to their end, so they end first
}

void MainWindow::assemble()
{
    m_actions = new ActionCatalog(this);
    m_roadmapModel = new RoadmapModel(this);
    m_filter = new PlanFilter(this);
    m_outline = new OutlinePane(*m_filter);
    m_roadmap = new RoadmapView;
    m_roadmap->setModel(m_roadmapModel);
    m_roadmap->setToday(m_services.today());
    m_roadmap->setIds(m_services.environment.ids);
    m_roadmap->setAccessibleName(tr("工程表"));
    m_roadmapPane = new RoadmapPane(m_roadmap, *m_filter);
    m_workspace = new Workspace;
    m_workspace->addPage(u"roadmap"_s, tr("工程表"), [this] { return m_roadmapPane; });
    m_sheet = new SheetPane;
    m_notice = new NoticeBar;
    m_welcome = new WelcomePage(*m_actions);

    m_splitter = new QSplitter;
    m_splitter->addWidget(m_outline);
    m_splitter->addWidget(m_workspace);
    m_splitter->addWidget(m_sheet);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({outlineWidth, 700, sheetWidth});

    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_notice);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_splitter);
    column->addWidget(m_stack, 1);
    setCentralWidget(middle);

    const auto menus = m_actions->fillMenuBar(menuBar());
    new ClipboardCommands(*m_actions, menus[MenuId::Edit], this);
    m_groupings = new GroupingMenu(this);
    menus[MenuId::View]->insertMenu(m_actions->action(Command::DetailMeasures), m_groupings);
    m_actions->fillToolBar(addToolBar(tr("ツールバー")));
    m_unsaved = new UnsavedGuide(this);
    statusBar()->addPermanentWidget(new GridAmounts(this));
    statusBar()->addPermanentWidget(m_unsaved);

    m_actions->action(Command::ShowOutline)->setChecked(true);
    m_actions->action(Command::ShowSheet)->setChecked(true);
    m_files = new FileCommands(*m_actions, m_services, this);
    m_files->offerRecent(*menus[MenuId::File], m_actions->action(Command::SaveState));
    setWindowTitle(tr("施策帖"));
    resize(1440, 860);
}

void MainWindow::connectActions()
{
    m_actions->setGate([this](Leaving what) { return mayLeave(what); });
    connect(m_files, &FileCommands::told, m_notice, qOverload<const QString &>(&NoticeBar::tell));
    connect(m_files, &FileCommands::failed, this, &MainWindow::tell);
    connect(m_unsaved, &UnsavedGuide::told, this, &MainWindow::tell);
    connect(m_files, &FileCommands::openRequested, this, &MainWindow::open);
    connect(new FileDrops(this), &FileDrops::dropped, this, &MainWindow::open);
    connectPapers(*m_actions, this, [this](Paper paper, bool ofMeasure) { print(paper, ofMeasure, {}); });
    connectShapeCommands(
        *m_actions, {[this] { return m_document.get(); }, [this] { return m_measure; }, [this] { return saveInput(tr("やめる")); }},
        m_services, this);

    connectRoadmapCommands(*m_actions, *m_roadmap, *m_roadmapModel);

    const auto on = [this](Command command, auto slot) { m_actions->on(command, this, slot); };
    on(Command::Find, [this] {
        m_actions->action(Command::ShowOutline)->setChecked(true);
        m_outline->focusSearch();
    });
    on(Command::Filter, [this] {
        m_workspace->show(u"roadmap"_s);
        m_roadmapPane->filterBar().takeFocus();
    });
    on(Command::ClearFilter, [this] { m_filter->clear(); });
    m_outline->offerCommands(*m_actions);
    on(Command::Shortcuts, [this] { showShortcuts(*m_actions, this); });
    on(Command::About, [this] { showAbout(this); });
    connect(m_actions->action(Command::ShowOutline), &QAction::toggled, m_outline, &QWidget::setVisible);
    connect(m_actions->action(Command::ShowSheet), &QAction::toggled, m_sheet, &QWidget::setVisible);
    connect(m_actions->action(Command::DarkLook), &QAction::toggled, this, &MainWindow::applyLook);
    connect(m_actions->action(Command::FullScreen), &QAction::toggled, this, [this](bool full) {
        setWindowState(full ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    });
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::open);
    connect(m_welcome, &WelcomePage::sampleRequested, m_files, &FileCommands::newFromSample);
    m_welcome->setRecent(recentPlans(*m_services.settings));
}

void MainWindow::connectViews()
{
    connect(m_outline, &OutlinePane::currentMeasureChanged, this, &MainWindow::showMeasure);
    connect(m_outline, &OutlinePane::measuresChosen, this, [this](const QList<Id<Measure>> &measures) {
        if (MeasureListPage *list = measures.size() > 1 ? shownList(*m_workspace) : nullptr)
            list->setChosenMeasures(measures);
    });
    connect(m_outline, &OutlinePane::measureEntered, m_sheet, &SheetPane::takeFocus);
    connect(m_roadmap, &RoadmapView::currentMeasureChanged, this, &MainWindow::showMeasure);
    connect(m_sheet, &SheetPane::measureRequested, this, &MainWindow::showMeasure);
    connect(this, &MainWindow::firstPainted, m_sheet, &SheetPane::fill, Qt::QueuedConnection); // the roadmap comes first
    connect(m_filter, &PlanFilter::matchesChanged, this, [this] { m_roadmapModel->setFilter(m_filter->filter()); });
    connect(&m_roadmapPane->filterBar(), &FilterBar::searchRequested, m_actions->action(Command::Find), &QAction::trigger);
    connect(m_roadmap, &RoadmapView::refused, this, &MainWindow::tell);
    connect(m_outline, &OutlinePane::groupingChanged, this, &MainWindow::setGrouping);
    connect(m_groupings, &GroupingMenu::chosen, this, &MainWindow::setGrouping);
    connect(m_roadmap, &RoadmapView::editRequested, this, [this](TableId table, RowId row) {
        if (table == TableId::Phase || table == TableId::Milestone)
            PhaseEditor(m_document.get(), table, row, this).exec();
    });
    connect(m_roadmap, &RoadmapView::changeRequested, this,
            [this](const Recipe &recipe, UndoGroup group) { m_document->submit(recipe, group); });
    connect(m_roadmap, &RoadmapView::labelTyped, this, [this](const InputPlace &place, const QString &label, const Recipe &recipe) {
        m_document->unsaved().submit(place, label, recipe);
    });
    connect(m_roadmap, &RoadmapView::labelTyping, this, [this](QWidget *editor) { m_document->unsaved().setTyping(editor, true); });
}

void MainWindow::tell(const Error &error)
{
    m_notice->tell(error);
}

void MainWindow::followPlan(const ChangeSet &change)
{
    m_roadmapModel->follow(change);
    m_outline->follow(change);
    m_filter->follow(change);
    m_roadmapPane->filterBar().follow(change);
    if (!m_document->plan().find(m_measure))
        showMeasure(Id<Measure>(rowInPlaceOf(m_document->plan().table(TableId::Measure), change, m_measure.row)));
}

void MainWindow::showMeasure(Id<Measure> measure)
{
    if (measure.isNull() || measure == m_measure)
        return;
    m_sheet->flush();
    m_measure = measure;
    m_outline->setCurrentMeasure(measure);
    m_roadmap->setCurrentMeasure(measure);
    m_sheet->setMeasure(measure);
    emit m_workspace->measureChosen(measure);
    updateActions();
}

void MainWindow::chooseMeasures(const QList<Id<Measure>> &measures)
{
    m_outline->setSelectedMeasures(measures);
    m_roadmap->setSelectedMeasures(measures);
}

QList<Id<Measure>> MainWindow::chosenMeasures(bool ofGroups) const
{
    const MeasureListPage *list = shownList(*m_workspace);
    if (list && list->isAncestorOf(focusWidget()))
        return list->chosenMeasures();
    return ofGroups ? m_outline->selectedMeasures() : m_outline->chosenMeasures();
}

void MainWindow::setGrouping(const Grouping &grouping)
{
    if (m_outline->grouping() != grouping)
        m_outline->setGrouping(grouping);
    if (m_roadmapModel->grouping() != grouping)
        m_roadmapModel->setGrouping(grouping);
    m_groupings->setCurrent(grouping);
}

void MainWindow::updateActions()
{
    const bool open = m_document != nullptr;
    const bool editable = open && !m_document->isReadOnly();
    m_roadmap->setEditable(editable);
    m_actions->offer(open, editable, !m_measure.isNull());
    if (!open)
        return;
    m_undo->offer();
    offerPapers(*m_actions, m_document->plan());
    const auto copy = m_document->isReadOnly() ? backupAt(m_document->path()) : std::nullopt;
    const QString name = copy ? tr("%1（閲覧のみ）").arg(copy->toJapanese()) : QFileInfo(m_document->path()).completeBaseName();
    setWindowTitle(tr("%1 ― %2 ― 施策帖").arg(name, m_document->plan().info().title));
}

void MainWindow::say(const QString &sentence)
{
    statusBar()->showMessage(sentence, tellMs);
}

void MainWindow::flushInput()
{
    m_sheet->flush();
    emit m_workspace->flushAsked();
}

bool MainWindow::saveInput(const QString &giveUp)
{
    flushInput();
    return !m_document || waitUntilSaved(*m_document, this, giveUp);
}

void MainWindow::hurryInput()
{
    flushInput();
    if (m_document)
        finishSaving(*m_document);
    rememberState();
}

void MainWindow::print(Paper paper, bool ofMeasure, PaperOptions options)
{
    flushInput();
    if (!goesOnWithoutUnsaved(*m_document, m_services.dialogs, this))
        return;
    options.grouping = m_outline->grouping();
    if (ofMeasure) {
        const QList<Id<Measure>> chosen = chosenMeasures(false);
        options.measures = chosen.contains(m_measure) ? chosen : QList{m_measure};
    }
    if (const MeasureListPage *list = paper == Paper::List ? shownList(*m_workspace) : nullptr)
        arrangePaper(*list, options);
    if (const auto shown = showPaper(paper, m_document->plan(), options, m_services, this); !shown)
        tell(shown.error());
}

bool MainWindow::mayLeave(Leaving what)
{
    const auto proved = m_document ? planToLeave(*m_document, this, what) : Result<const Plan *>(nullptr);
    if (!proved && proved.error().kind != ErrorKind::Cancelled)
        tell(proved.error());
    return proved.ok();
}

const Look &MainWindow::look() const
{
    return Look::of(m_actions->action(Command::DarkLook)->isChecked() ? Look::Medium::Dark : Look::Medium::Light);
}

void MainWindow::applyLook()
{
    QApplication::setPalette(windowPalette(look()));
    m_actions->setLook(look());
    m_roadmap->setLook(look());
}

bool MainWindow::agreesToLeave()
{
    if (QWidget *typing = m_workspace->focusWidget())
        typing->clearFocus(); // an open cell hands over what was typed
    flushInput();
    return m_unsaved->agreesToLeave(m_services.dialogs);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(agreesToLeave());
    if (event->isAccepted())
        rememberState();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    // The parts of the window are painted in the same pass as the window itself, so all are on the screen when this is heard.
    if (m_document && !m_painted) {
        m_painted = true;
        QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
    }
}

} // namespace shisaku
