// SPDX-License-Identifier: GPL-3.0-or-later
// However fast keys come and however slow the disk is, the same keys make the same plan, undone in the same steps.
#include "app/dialogs/scene_dialog.h"
#include "app/window/workspace.h"
#include "models/change/change_json.h"
#include "models/grid/survey_shape.h"
#include "models/item/scene_list.h"
#include "models/plan/rules.h"
#include "models/survey/survey_edit.h"
#include "tests/app/window_test.h"
#include "tests/safety/fault.h"
#include "tests/support/warnings.h"
#include "views/effects/effects_page.h"
#include "views/grid/grid_view.h"
#include "views/roadmap/roadmap_view.h"
#include "views/settings/chapter_page.h"
#include "views/settings/chapter_tree.h"
#include "views/settings/document_rows.h"
#include "views/settings/plan_settings.h"
#include "views/settings/settings_pages.h"
#include "views/sheet/sheet_form.h"
#include "views/sheet/sheet_form_schedule.h"

#include <QApplication>
#include <QClipboard>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// So long a key's change is on its way that the next ones overtake it.
constexpr std::chrono::milliseconds slowSync{60};

IdSource counted(quint64 first)
{
    return [next = std::make_shared<quint64>(first)] { return RowId{++*next}; };
}

/// The content of a plan, row by row; rows that `before` does not have are called by their names, as their ids are no content.
QStringList contentOf(const Plan &plan, const Plan &before)
{
    QStringList rows;
    QList<std::pair<QString, QString>> names;
    for (const TableInfo &table : allTables()) {
        const AnyRows &all = plan.table(table.id);
        for (qsizetype i = 0; i < all.size(); ++i) {
            const RowId id = all.idAt(i);
            if (!before.table(table.id).contains(id))
                names.append({id.toText(), u"<%1>"_s.arg(rowName(plan, table.id, id))});
            QList<FieldChange> fields;
            const FieldValues values = all.values(id);
            for (size_t field = 0; field < values.size(); ++field)
                fields.append({static_cast<int>(field), values[field]});
            rows << u"%1 %2 %3"_s.arg(QString::fromLatin1(table.name), id.toText(), fieldsToJson(table.id, fields));
        }
    }
    for (QString &row : rows) {
        for (const auto &[id, name] : std::as_const(names))
            row.replace(id, name);
    }
    rows.sort();
    return rows;
}

/// What keys have made of the plan.
struct Made {
    QStringList content;
    QStringList steps;
};
} // namespace

class TestQuickKeys : public WindowTest {
    Q_OBJECT

    enum class Disk { Quick, Slow };

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QWidget> m_dialog;
    int m_files = 0;

    PlanDocument &document() const { return *m_window->document(); }
    const Plan &plan() const { return document().plan(); }

    template <typename Row>
    Id<Row> rowWhere(const std::function<bool(const Row &)> &is) const
    {
        for (const Row *row : plan().ordered<Row>()) {
            if (is(*row))
                return row->id;
        }
        qFatal("no such row");
    }
    Id<Measure> measure(const QString &number) const
    {
        return rowWhere<Measure>([&](const Measure &row) { return row.number == number && row.series != u"added"; });
    }

    void settle() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(document().isSettled(), 60'000);
        for (int i = 0; i < 25; ++i) { // editors open and close, grids are laid out, keys that waited go on one by one
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QTRY_VERIFY_WITH_TIMEOUT(document().isSettled(), 60'000);
        }
    }
    /// A word is typed into whatever has the keyboard; 「Alt+Down」 is pressed; 「-Alt」 is let go of; 「=文字」 lies on the
    /// clipboard.
    void press(const QString &key) const
    {
        if (!QApplication::focusWidget()) // after a dialog that waited
            m_window->activateWindow();
        QTRY_VERIFY2(QApplication::focusWidget(), qPrintable(key));
        QWidget *focus = QApplication::focusWidget();
        if (key.startsWith(u'=')) {
            QApplication::clipboard()->setText(key.sliced(1));
        } else if (key.startsWith(u'-')) {
            QTest::keyRelease(focus, key == u"-Alt" ? Qt::Key_Alt : Qt::Key_Shift);
        } else if (key.startsWith(u'"')) {
            for (const QChar letter : key.sliced(1))
                QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
        } else {
            const QKeyCombination pressed = QKeySequence(key)[0];
            QTest::keyClick(focus, pressed.key(), pressed.keyboardModifiers());
        }
    }

    void open(const QString &place);
    void takeKeyboardTo(QAbstractItemView *view, const QModelIndex &cell) const
    {
        QVERIFY(cell.isValid());
        view->window()->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), view->window()); // a dialog counts as active with the window it belongs to
        view->setFocus();
        view->selectionModel()->setCurrentIndex(cell, QItemSelectionModel::ClearAndSelect); // whatever key the last row held down
        QVERIFY(view->hasFocus());
    }
    void takeKeyboardTo(RoadmapView *view, RowId row) const
    {
        auto *model = qobject_cast<RoadmapModel *>(view->model());
        for (size_t node = 1; node < model->tree().nodes.size(); ++node) {
            if (model->tree().nodes[node].row == row && !model->tree().nodes[node].repeat)
                return takeKeyboardTo(view, model->indexOf(static_cast<int>(node)));
        }
        QFAIL("not on the roadmap");
    }
    template <typename View>
    View *find(QWidget *in) const
    {
        for (View *view : in->findChildren<View *>()) {
            if (view->isVisible())
                return view;
        }
        return nullptr;
    }

    Made made(const QString &place, const QStringList &keys, Disk disk)
    {
        // The same ids in both runs, so that whatever is in order of ids is in the same order.
        m_services.environment.ids = counted(1'000'000);
        const QString path = makeSample(u"%1"_s.arg(++m_files));
        m_services.environment.ids = counted(5'000'000);
        m_window = openSample(path);
        (void)document().waitForVerification();
        open(place);
        settle();
        const Plan before = plan();
        const auto stepsBefore = document().history().done().size();
        fault::slow(disk == Disk::Slow ? slowSync : std::chrono::milliseconds{});
        bool overtaken = false;
        for (const QString &key : keys) {
            overtaken = overtaken || !document().isSettled();
            press(key);
            QCoreApplication::processEvents();
            if (disk == Disk::Quick)
                settle();
        }
        settle();
        fault::slow({});
        if (disk == Disk::Slow && !overtaken)
            qWarning("no key has overtaken a change");
        Made made{contentOf(plan(), before), {}};
        for (const HistoryStep &step : document().history().done().sliced(stepsBefore))
            made.steps << step.title;
        if (made.content == contentOf(before, before))
            qWarning("the keys change nothing");
        m_dialog.reset();
        m_window.reset();
        return made;
    }

public:
    TestQuickKeys() : WindowTest(QDate(2026, 4, 1)) {}

private slots:
    void initTestCase() { prepare(); }
    void init() { failOnWarnings(); }
    void cleanup()
    {
        fault::slow({});
        m_dialog.reset();
        m_window.reset();
    }

    void quickKeysAndASlowDiskMakeTheSamePlan_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QStringList>("keys");
        const auto keys = [](const char *name, const QString &place, const QStringList &pressed) {
            QTest::addRow("%s", name) << place << pressed;
        };
        keys("a bar is moved twice", u"bar"_s, {u"Alt+Right"_s, u"-Alt"_s, u"Alt+Right"_s, u"-Alt"_s});
        keys("a bar is stretched twice", u"bar"_s, {u"Shift+Right"_s, u"-Shift"_s, u"Shift+Right"_s, u"-Shift"_s});
        keys("a bar is moved and stretched", u"bar"_s, {u"Alt+Left"_s, u"-Alt"_s, u"Shift+Right"_s, u"-Shift"_s});
        keys("a row of the roadmap goes down", u"initiative"_s, {u"Alt+Down"_s, u"-Alt"_s, u"Alt+Down"_s, u"-Alt"_s});
        keys("a row of the roadmap goes down and up", u"initiative"_s,
             {u"Alt+Down"_s, u"-Alt"_s, u"Alt+Up"_s, u"-Alt"_s, u"Alt+Down"_s, u"-Alt"_s});
        keys("a measure of the roadmap goes down", u"measure"_s, {u"Alt+Down"_s, u"-Alt"_s, u"Alt+Down"_s, u"-Alt"_s});
        keys("bars are drawn", u"initiative"_s, {u"Insert"_s, u"\"AB"_s, u"Return"_s, u"Insert"_s, u"\"CD"_s, u"Return"_s});
        keys("a bar is named twice", u"bar"_s, {u"F2"_s, u"\"AB"_s, u"Return"_s, u"F2"_s, u"\"CD"_s, u"Return"_s});
        keys("a bar is pasted twice", u"bar"_s, {u"Ctrl+C"_s, u"Ctrl+V"_s, u"Ctrl+V"_s});
        keys("a bar is removed", u"bar"_s, {u"Alt+Right"_s, u"-Alt"_s, u"Delete"_s});
        keys("a record goes down", u"records"_s, {u"Alt+Down"_s, u"Alt+Down"_s});
        keys("a record goes down and up", u"records"_s, {u"Alt+Down"_s, u"Alt+Up"_s, u"Alt+Down"_s});
        keys("records are typed", u"records"_s,
             {u"Tab"_s, u"\"11"_s, u"Return"_s, u"\"12"_s, u"Return"_s, u"Up"_s, u"F2"_s, u"\"3"_s, u"Return"_s});
        keys("a record is added and typed", u"records"_s,
             {u"Ctrl++"_s, u"\"R8"_s, u"Tab"_s, u"\"7"_s, u"Return"_s, u"Ctrl++"_s, u"\"R9"_s, u"Return"_s});
        keys("records are pasted twice", u"records"_s,
             {u"=R8\t1\nR9\t2\nR10\t3\nR11\t4\nR12\t5\nR13\t6\nR14\t7"_s, u"Ctrl+V"_s, u"Ctrl+V"_s});
        keys("a cell is copied down and cleared", u"records"_s,
             {u"Tab"_s, u"\"11"_s, u"Return"_s, u"Ctrl+D"_s, u"Down"_s, u"Ctrl+D"_s, u"Delete"_s, u"Up"_s, u"Up"_s, u"Delete"_s});
        keys("a record is removed", u"records"_s, {u"Alt+Down"_s, u"Ctrl+-"_s});
        keys("a row of years goes down", u"years"_s, {u"Alt+Down"_s, u"Alt+Down"_s});
        keys("cells of years are typed", u"years"_s,
             {u"\"AB"_s, u"Return"_s, u"\"CD"_s, u"Return"_s, u"Up"_s, u"F2"_s, u"End"_s, u"\"E"_s, u"Return"_s});
        keys("a row of years is added and typed", u"add years"_s, {u"Space"_s, u"\"AB"_s, u"Return"_s});
        keys("a row of bars goes down", u"bars"_s, {u"Alt+Down"_s, u"Alt+Down"_s});
        keys("a row of bars is added and typed", u"add bars"_s, {u"Space"_s, u"\"AB"_s, u"Return"_s});
        keys("a row of bars is removed", u"bars"_s, {u"Alt+Down"_s, u"Ctrl+Delete"_s});
        keys("a term goes down", u"terms"_s, {u"Alt+Down"_s, u"Alt+Down"_s});
        keys("a term is added and typed", u"terms"_s, {u"Insert"_s, u"\"AB"_s, u"Return"_s, u"Insert"_s, u"\"CD"_s, u"Return"_s});
        keys("an office goes down", u"offices"_s, {u"Alt+Down"_s, u"Alt+Down"_s, u"Alt+Up"_s});
        keys("an aim changes its level", u"aims"_s, {u"Alt+Right"_s, u"Alt+Left"_s, u"Alt+Down"_s});
        keys("a chapter goes down", u"chapters"_s, {u"Alt+Down"_s, u"Alt+Down"_s});
        keys("a chapter is added and typed", u"chapters"_s, {u"Insert"_s, u"\"AB"_s, u"Return"_s});
        keys("items are answered", u"survey"_s, {u"1"_s, u"Down"_s, u"2"_s, u"Down"_s, u"1"_s, u"Up"_s, u"3"_s});
        keys("an item is answered twice", u"survey"_s, {u"1"_s, u"2"_s, u"Delete"_s, u"2"_s});
        keys("a scene goes down", u"scenes"_s, {u"Alt+Down"_s, u"Alt+Down"_s});
        keys("a scene is named twice", u"scenes"_s, {u"F2"_s, u"\"AB"_s, u"Return"_s, u"F2"_s, u"\"CD"_s, u"Return"_s});
        keys("a change is taken back and made again", u"bar"_s, {u"Alt+Right"_s, u"-Alt"_s, u"Ctrl+Z"_s, u"Ctrl+Y"_s});
        keys("changes are taken back", u"bar"_s,
             {u"Alt+Right"_s, u"-Alt"_s, u"Alt+Right"_s, u"-Alt"_s, u"Shift+Right"_s, u"-Shift"_s, u"Ctrl+Z"_s, u"Ctrl+Z"_s,
              u"Alt+Right"_s, u"-Alt"_s});
    }
    void quickKeysAndASlowDiskMakeTheSamePlan()
    {
        QFETCH(QString, place);
        QFETCH(QStringList, keys);
        const Made quick = made(place, keys, Disk::Quick);
        const Made slow = made(place, keys, Disk::Slow);
        QVERIFY(!quick.steps.isEmpty());
        QCOMPARE(slow.steps, quick.steps);
        QCOMPARE(slow.content, quick.content);
    }

    void askedTwiceARowGoesOnce()
    {
        m_window = openSample(makeSample(u"gone"_s));
        (void)document().waitForVerification();
        open(u"terms"_s);
        const auto before = plan().rows<GlossaryTerm>().size();
        fault::slow(slowSync);
        press(u"Ctrl+Delete"_s);
        press(u"Ctrl+Delete"_s);
        press(u"Alt+Down"_s);
        settle();
        QCOMPARE(plan().rows<GlossaryTerm>().size(), before - 1);
    }

    void whatWasTypedForARowThatDoesNotComeGoesNowhereElse()
    {
        m_window = openSample(makeSample(u"refused"_s));
        (void)document().waitForVerification();
        open(u"terms"_s);
        const QStringList before = contentOf(plan(), plan());
        fault::slow(slowSync);
        fault::arm(1, ENOSPC, fault::Lasting::Always);
        press(u"Insert"_s);
        press(u"\"AB"_s);
        press(u"Return"_s);
        settle();
        fault::disarm();
        QCOMPARE(contentOf(plan(), plan()), before);
        fault::slow({});
        press(u"Alt+Down"_s); // and keys mean the grid again
        settle();
        QVERIFY(contentOf(plan(), plan()) != before);
    }
};

void TestQuickKeys::open(const QString &place)
{
    auto *roadmap = m_window->findChild<RoadmapView *>();
    auto *form = m_window->findChild<SheetForm *>();
    auto *workspace = m_window->findChild<Workspace *>();
    const auto crowded = rowWhere<Measure>(
        [&](const Measure &row) { return plan().parts<&Initiative::measure>(row.id).size() > 3; });
    if (place == u"bar") {
        const Id<Phase> bar = rowWhere<Phase>([](const Phase &row) { return row.starts.isDated() && row.ends.isDated(); });
        takeKeyboardTo(roadmap, bar.row);
    } else if (place == u"initiative") {
        takeKeyboardTo(roadmap, plan().parts<&Initiative::measure>(crowded).first()->id.row);
    } else if (place == u"measure") {
        takeKeyboardTo(roadmap, measure(u"2"_s).row);
    } else if (place == u"records") {
        auto *page = qobject_cast<EffectsPage *>(workspace->page(u"effects"_s));
        workspace->show(u"effects"_s);
        auto *grid = find<GridView>(page);
        QVERIFY(grid);
        takeKeyboardTo(grid, grid->model()->index(0, 0));
    } else if (place.endsWith(u"years") || place.endsWith(u"bars")) {
        emit form->measureRequested(crowded);
        auto *field = form->findChild<ScheduleField *>();
        QVERIFY(field);
        field->show(place.endsWith(u"years") ? ScheduleField::Shown::Years : ScheduleField::Shown::Bars);
        auto *grid = find<GridView>(field);
        QVERIFY(grid);
        takeKeyboardTo(grid, grid->model()->index(0, 0));
        if (place.startsWith(u"add")) {
            for (QPushButton *button : field->findChildren<QPushButton *>()) {
                if (button->isVisible() && button->text().startsWith(u"＋取組"))
                    button->setFocus();
            }
            QVERIFY(!grid->hasFocus());
        }
    } else if (place == u"terms" || place == u"offices" || place == u"aims") {
        auto settings = std::make_unique<PlanSettings>(&document(), m_window.get());
        settings->show();
        GridPanel *shown = place == u"terms"     ? settings->glossaryPage()->rows()
                           : place == u"offices" ? settings->departmentPage()->rows()
                                                 : settings->classificationPage()->categories();
        for (int i = 0; i < settings->contents()->count() && !shown->isVisible(); ++i)
            settings->contents()->setCurrentRow(i);
        QVERIFY(shown->isVisible());
        takeKeyboardTo(shown->grid(), shown->model()->index(1, 0));
        m_dialog = std::move(settings);
    } else if (place == u"chapters") {
        auto *page = qobject_cast<ChapterPage *>(workspace->page(u"chapters"_s));
        workspace->show(u"chapters"_s);
        takeKeyboardTo(page->tree(), page->tree()->model()->index(0, 0, page->tree()->model()->index(0, 0)));
    } else if (place == u"survey") {
        const Id<Survey> round = plan().ordered<Survey>().first()->id;
        QVERIFY(document().apply([&](const Plan &now) { return fillFromPlan(now, round, document().environment().ids); }));
        QWidget *page = workspace->page(u"survey"_s);
        workspace->show(u"survey"_s);
        auto *grid = find<GridView>(page);
        QVERIFY(grid);
        takeKeyboardTo(grid, grid->model()->index(0, surveyColumn(grid->grid().shape(), SurveyColumn::Status)));
    } else if (place == u"scenes") {
        auto dialog = std::make_unique<SceneDialog>(
            document(), [] { return Id<Measure>(); }, m_window.get());
        for (const QString &title : {u"一"_s, u"二"_s, u"三"_s}) {
            Scene scene;
            scene.title = title;
            scene.kind = u"roadmap"_s;
            dialog->list().add(scene);
        }
        settle();
        dialog->show();
        auto *list = dialog->findChild<QListView *>();
        takeKeyboardTo(list, list->model()->index(0, 0));
        m_dialog = std::move(dialog);
    } else {
        QFAIL(qPrintable(place));
    }
}

QTEST_MAIN(TestQuickKeys)
#include "tst_quick_keys.moc"
