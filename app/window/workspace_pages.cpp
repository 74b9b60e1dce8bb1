// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/workspace_pages.h"

#include "app/commands/chart_files.h"
#include "app/commands/scene_commands.h"
#include "app/dialogs/unsaved_question.h"
#include "app/window/list_page.h"
#include "app/window/workspace.h"
#include "models/edit/plan_follower.h"
#include "models/plan/belonging.h"
#include "views/check/check_page.h"
#include "views/effects/effects_page.h"
#include "views/effects/indicators_page.h"
#include "views/pages/body_view.h"
#include "views/pages/tree_view.h"
#include "views/progress/survey_page.h"
#include "views/settings/chapter_page.h"
#include "views/settings/figure_panel.h"
#include "views/settings/plan_settings.h"
#include "views/settings/settings_pages.h"

#include <QCoreApplication>
#include <QLayout>
#include <QSplitter>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Pages {
    Q_DECLARE_TR_FUNCTIONS(WorkspacePages)
};

QWidget *makeTree(Workspace &workspace, const PageContext &context)
{
    auto *tree = new TreeView(context.document.plan());
    tree->setCurrentMeasure(context.chosenMeasure());
    QObject::connect(tree, &TreeView::currentMeasureChanged, tree, context.showMeasure);
    QObject::connect(&workspace, &Workspace::measureChosen, tree, &TreeView::setCurrentMeasure);
    auto *follower = new PlanFollower(&context.document, tree);
    follower->setTables(TreeView::shownTables());
    follower->whileShown(tree);
    QObject::connect(follower, &PlanFollower::changed, tree, &TreeView::follow);
    return tree;
}

QWidget *makeChapters(Workspace &workspace, const PageContext &context)
{
    auto *page = new ChapterPage(&context.document);
    page->picture()->setChooser(context.services.dialogs.openFile);
    QObject::connect(page, &ChapterPage::failed, page, context.tell);
    QObject::connect(&workspace, &Workspace::flushAsked, page, &ChapterPage::flush);
    return page;
}

/// The drawing above the table it is drawn from.
QWidget *makeBodies(Workspace &workspace, const PageContext &context)
{
    auto *page = new QSplitter(Qt::Vertical);
    auto *drawing = new BodyView(context.document.plan());
    auto *rows = makeBodyPage(&context.document);
    rows->layout()->setContentsMargins(space::medium, space::small, space::medium, space::medium);
    page->addWidget(drawing);
    page->addWidget(rows);
    page->setChildrenCollapsible(false);
    page->setStretchFactor(0, 1);
    page->setSizes({480, 240});
    auto *follower = new PlanFollower(&context.document, drawing);
    follower->setTables({TableId::Body});
    follower->whileShown(drawing);
    QObject::connect(follower, &PlanFollower::changed, drawing, &BodyView::follow);
    QObject::connect(drawing, &BodyView::currentBodyChanged, rows->grid(),
                     [rows](Id<Body> body) { rows->grid()->setCurrentRecord(body.row); });
    QObject::connect(&workspace, &Workspace::flushAsked, rows, &GridPanel::flush);
    QObject::connect(rows->grid(), &GridView::currentRecordChanged, drawing,
                     [drawing](RowId body) { drawing->setCurrentBody(Id<Body>(body)); });
    rows->grid()->setCurrentRecord(rows->model()->recordAt(0));
    return page;
}

/// What a page with charts asks for: a chart as a scene, a chart as a file.
template <typename Page>
void connectCharts(Page *page, const PageContext &context)
{
    QObject::connect(page, &Page::sceneRequested, context.scenes, &SceneCommands::addChart);
    QObject::connect(page, &Page::refused, page, context.tell);
    QObject::connect(page, &Page::fileRequested, page, [page, context](const ChartView *view, const QString &suffix) {
        if (!goesOnWithoutUnsaved(context.document, context.services.dialogs, page->window())
            || !context.mayLeave(Leaving::Pictures))
            return;
        if (const auto saved = saveChart(*view, suffix, context.services.dialogs, page->window()); !saved)
            context.tell(saved.error());
    });
}

QWidget *makeEffects(Workspace &workspace, const PageContext &context)
{
    auto *page = new EffectsPage(&context.document);
    QObject::connect(&workspace, &Workspace::flushAsked, page, &EffectsPage::flush);
    connectCharts(page, context);
    return page;
}

QWidget *makeIndicators(Workspace &workspace, const PageContext &context)
{
    auto *page = new IndicatorsPage(&context.document);
    QObject::connect(&workspace, &Workspace::flushAsked, page, &IndicatorsPage::flush);
    connectCharts(page, context);
    QObject::connect(page, &IndicatorsPage::measureChosen, page, context.showMeasure);
    return page;
}

void showChart(Workspace &workspace, const PageContext &context, const ChartScene &chart)
{
    const QString id = chart.kind == ChartScene::Kind::Indicator ? u"indicators"_s : u"effects"_s;
    workspace.show(id);
    bool found = false;
    if (auto *effects = qobject_cast<EffectsPage *>(workspace.page(id)))
        found = effects->showChart(chart);
    else if (auto *indicators = qobject_cast<IndicatorsPage *>(workspace.page(id)))
        found = indicators->showChart(chart);
    if (!found)
        context.tell({ErrorKind::NotFound,
                      Pages::tr("この場面の図は、もうありません。"),
                      Pages::tr("元の実績や指標が削除されています。要らなければ、場面を削除してください。"),
                      {}});
}

QWidget *makeSurvey(Workspace &workspace, const PageContext &context)
{
    auto *page = new SurveyPage(&context.document, context.services.today());
    QObject::connect(page, &SurveyPage::measureChosen, page, context.showMeasure);
    QObject::connect(page, &SurveyPage::failed, page, context.tell);
    QObject::connect(page, &SurveyPage::printRequested, page, [context](Id<Survey> survey) {
        PaperOptions options;
        options.survey = survey;
        context.print(Paper::Progress, options);
    });
    QObject::connect(&workspace, &Workspace::flushAsked, page, &SurveyPage::flush);
    page->setCurrentMeasure(context.chosenMeasure());
    QObject::connect(&workspace, &Workspace::measureChosen, page, &SurveyPage::setCurrentMeasure);
    return page;
}

/// The page on which rows of a table are edited; empty if they are edited in the form of a measure or in the settings.
QString pageOf(TableId table)
{
    if (table == TableId::Passage || table == TableId::Figure || table == TableId::PassageItem)
        return u"chapters"_s;
    if (table == TableId::Body)
        return u"bodies"_s;
    if (table == TableId::Indicator || table == TableId::IndicatorValue)
        return u"indicators"_s;
    if (table >= TableId::Effect && table <= TableId::Budget)
        return u"effects"_s;
    return table >= TableId::Survey && table <= TableId::SurveyTotal ? u"survey"_s : QString();
}

/// The passage that a row of the chapters is, or belongs to.
Id<Passage> passageOf(const Plan &plan, const Owner &place)
{
    if (const Figure *figure = plan.find(Id<Figure>(place.row)); place.table == TableId::Figure && figure)
        return figure->owner.table == TableId::Passage ? Id<Passage>(figure->owner.row) : Id<Passage>();
    if (const PassageItem *item = plan.find(Id<PassageItem>(place.row)); place.table == TableId::PassageItem && item)
        return item->passage;
    return Id<Passage>(place.row);
}

/// The round that a row of the survey is, or belongs to.
Id<Survey> surveyOf(const Plan &plan, const Owner &place)
{
    if (const SurveyTotal *total = plan.find(Id<SurveyTotal>(place.row)); place.table == TableId::SurveyTotal && total)
        return total->survey;
    if (const SurveyItem *item = plan.find(Id<SurveyItem>(place.row)); place.table == TableId::SurveyItem && item)
        return item->survey;
    return place.table == TableId::Survey ? Id<Survey>(place.row) : Id<Survey>();
}

/// Brings the row of a place into view on its page, and its measure in the form.
void showPlace(Workspace &workspace, const PageContext &context, const Owner &place)
{
    const Plan &plan = context.document.plan();
    if (const Id<Measure> measure = measureOf(plan, place.table, place.row); !measure.isNull())
        context.showMeasure(measure);
    const QString id = pageOf(place.table);
    workspace.show(id);
    if (auto *effects = qobject_cast<EffectsPage *>(workspace.page(id)))
        effects->showRow(place);
    else if (auto *indicators = qobject_cast<IndicatorsPage *>(workspace.page(id)))
        indicators->showRow(place);
    else if (auto *chapters = qobject_cast<ChapterPage *>(workspace.page(id)))
        chapters->setCurrent(passageOf(plan, place));
    else if (auto *survey = qobject_cast<SurveyPage *>(workspace.page(id)); survey && !surveyOf(plan, place).isNull())
        survey->setSurvey(surveyOf(plan, place));
}

/// The same, and opens the settings for what is edited there.
void openPlace(Workspace &workspace, const PageContext &context, const Owner &place)
{
    if (place.isNull())
        return;
    showPlace(workspace, context, place);
    if (!pageOf(place.table).isEmpty() || !measureOf(context.document.plan(), place.table, place.row).isNull())
        return;
    PlanSettings settings(&context.document, workspace.window());
    if (settings.showRow(place))
        settings.exec();
}

QWidget *makeCheck(Workspace &workspace, const PageContext &context)
{
    auto *page = new CheckPage(&context.document);
    QObject::connect(page, &CheckPage::refused, page, context.tell);
    QObject::connect(page, &CheckPage::placeChosen, &workspace,
                     [&workspace, context](const Owner &place) { showPlace(workspace, context, place); });
    QObject::connect(page, &CheckPage::placeOpened, &workspace,
                     [&workspace, context](const Owner &place) { openPlace(workspace, context, place); });
    return page;
}
} // namespace

void addPages(Workspace &workspace, const PageContext &context)
{
    QObject::connect(context.scenes, &SceneCommands::chartRequested, &workspace,
                     [&workspace, context](const ChartScene &chart) { showChart(workspace, context, chart); });
    QObject::connect(context.scenes, &SceneCommands::listRequested, &workspace,
                     [&workspace](const MeasureListView &view) { showListView(workspace, view); });
    QObject::connect(&context.document.unsaved(), &UnsavedInput::placeAsked, &workspace,
                     [&workspace, context](const InputPlace &place) {
                         openPlace(workspace, context, place.row);
                         if (isOfList(place))
                             workspace.show(u"list"_s);
                     });
    workspace.addPage(u"list"_s, Pages::tr("施策一覧"), [&workspace, context] { return makeList(workspace, context); });
    workspace.addPage(u"tree"_s, Pages::tr("体系図"), [&workspace, context] { return makeTree(workspace, context); });
    workspace.addPage(u"chapters"_s, Pages::tr("本文"), [&workspace, context] { return makeChapters(workspace, context); });
    workspace.addPage(u"bodies"_s, Pages::tr("推進体制"), [&workspace, context] { return makeBodies(workspace, context); });
    workspace.addPage(u"effects"_s, Pages::tr("実績"), [&workspace, context] { return makeEffects(workspace, context); });
    workspace.addPage(u"indicators"_s, Pages::tr("指標"), [&workspace, context] { return makeIndicators(workspace, context); });
    workspace.addPage(u"survey"_s, Pages::tr("進捗調査"), [&workspace, context] { return makeSurvey(workspace, context); });
    workspace.addPage(u"check"_s, Pages::tr("点検"), [&workspace, context] { return makeCheck(workspace, context); });
}

} // namespace shisaku
