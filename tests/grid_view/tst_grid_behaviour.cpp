// SPDX-License-Identifier: GPL-3.0-or-later
// Every grid of the program behaves like a spreadsheet: each behaviour, tried by keys and mouse in each grid where it stands.
#include "app/window/workspace.h"
#include "models/survey/survey_edit.h"
#include "tests/app/window_test.h"
#include "tests/grid_view/grid_trial.h"
#include "views/effects/effects_page.h"
#include "views/grid/grid_view.h"
#include "views/settings/plan_settings.h"
#include "views/sheet/sheet_form_schedule.h"

#include <QListWidget>
#include <QTabBar>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// A grid that is not found is not tried.
const QStringList grids{u"measures"_s,       u"figure"_s,         u"body"_s,           u"indicator-value"_s, u"indicator"_s,
                        u"survey"_s,         u"effect"_s,         u"case-step"_s,      u"case-value"_s,      u"case"_s,
                        u"project"_s,        u"budget"_s,         u"measure-effect"_s, u"schedule-bars"_s,   u"footnote"_s,
                        u"form-indicator"_s, u"schedule-years"_s, u"classification"_s, u"category"_s,        u"choice"_s,
                        u"department"_s,     u"glossary"_s,       u"related_plan"_s};
} // namespace

class GridBehaviour : public WindowTest {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    QList<GridTrial> m_trials;

    PlanDocument &document() const { return *m_window->document(); }

    void tryPage(QWidget *page)
    {
        QTRY_VERIFY(document().isSettled());
        QCoreApplication::processEvents();
        for (GridView *view : page->findChildren<GridView *>()) {
            const QString key = view->grid().shape().key;
            if (view->isVisible()
                && std::none_of(m_trials.begin(), m_trials.end(), [&](const GridTrial &trial) { return trial.grid == key; }))
                m_trials << tryBehaviours(view, document());
        }
    }
    void tryWorkspace()
    {
        auto *workspace = m_window->findChild<Workspace *>();
        for (const QString &id : {u"list"_s, u"chapters"_s, u"bodies"_s, u"indicators"_s, u"survey"_s}) {
            workspace->show(id);
            tryPage(workspace->page(id));
        }
        workspace->show(u"effects"_s);
        auto *effects = qobject_cast<EffectsPage *>(workspace->page(u"effects"_s));
        for (int tab = 0; tab < effects->tabs()->count(); ++tab) {
            effects->tabs()->setCurrentIndex(tab);
            tryPage(effects);
        }
        workspace->show(u"roadmap"_s);
    }
    void tryForm()
    {
        tryPage(m_window.get());
        for (auto *schedule : m_window->findChildren<ScheduleField *>())
            schedule->show(schedule->shown() == ScheduleField::Shown::Years ? ScheduleField::Shown::Bars
                                                                            : ScheduleField::Shown::Years);
        tryPage(m_window.get());
    }
    void trySettings()
    {
        PlanSettings settings(&document(), m_window.get());
        settings.show();
        QVERIFY(QTest::qWaitForWindowExposed(&settings));
        for (int page = 0; page < settings.contents()->count(); ++page) {
            settings.contents()->setCurrentRow(page);
            tryPage(&settings);
        }
    }
    /// One line a behaviour, one column a grid.
    void printTable() const
    {
        const auto line = [](const QStringList &cells) { qInfo().noquote() << u"| "_s + cells.join(u" | "_s) + u" |"_s; };
        QStringList heads{u"behaviour"_s};
        for (const GridTrial &trial : m_trials)
            heads << trial.grid;
        line(heads);
        const QStringList names = behaviours();
        for (int i = 0; i < names.size(); ++i) {
            QStringList cells{names[i]};
            for (const GridTrial &trial : m_trials)
                cells << trial.verdicts[i];
            line(cells);
        }
    }

public:
    GridBehaviour() : WindowTest(QDate(2026, 4, 1)) {}

private slots:
    void initTestCase()
    {
        prepare();
        hearWarnings();
    }

    void everyGridBehavesLikeASpreadsheet()
    {
        m_window = openSample(makeSample(u"grids"_s), {1600, 1000});
        QVERIFY(m_window);
        const Survey *round = newestSurvey(document().plan()); // published as totals alone; here it gets items
        QVERIFY(round);
        document().submit(recipeWithIds(document().environment().ids, [id = round->id](const Plan &plan, const IdSource &ids) {
            return fillFromPlan(plan, id, ids);
        }));
        tryWorkspace();
        tryForm();
        trySettings();
        printTable();

        QStringList tried;
        QStringList wrong;
        for (const GridTrial &trial : std::as_const(m_trials)) {
            tried << trial.grid;
            wrong << trial.wrong;
        }
        for (const QString &sentence : std::as_const(wrong))
            qInfo().noquote() << sentence;
        QVERIFY2(wrong.isEmpty(), qPrintable(QString::number(wrong.size())));
        for (const QString &grid : grids)
            QVERIFY2(tried.contains(grid), qPrintable(grid));
        m_window.reset();
    }
};

QTEST_MAIN(GridBehaviour)
#include "tst_grid_behaviour.moc"
