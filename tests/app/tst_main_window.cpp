// SPDX-License-Identifier: GPL-3.0-or-later
// Whole tasks through the window, with real keys: read, find, change, take back, close and come back.
#include "app/dialogs/backup_dialog.h"
#include "app/dialogs/scene_dialog.h"
#include "app/window/filter_bar.h"
#include "app/window/notice_bar.h"
#include "app/window/outline_pane.h"
#include "app/window/roadmap_pane.h"
#include "app/window/windows.h"
#include "app/window/workspace.h"
#include "models/edit/plan_opening.h"
#include "models/plan/measure_address.h"
#include "models/plan/series.h"
#include "models/scene/chart_scene.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"
#include "views/effects/chart_panel.h"
#include "views/effects/effects_page.h"
#include "views/present/presentation.h"
#include "views/roadmap/roadmap_view.h"
#include "views/sheet/sheet_form.h"
#include "views/sheet/sheet_preview.h"
#include "window_test.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPointer>
#include <QSignalSpy>
#include <QSplitter>
#include <QStatusBar>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QPushButton>
#include <QTabBar>
#include <QTreeView>
#include <QTreeWidget>

using namespace shisaku;
using namespace Qt::StringLiterals;

class MainWindows : public WindowTest {
    Q_OBJECT

    static QString shownTitle(const MainWindow &window)
    {
        const auto *form = window.findChild<SheetForm *>();
        const Measure *measure = window.document()->plan().find(form->measure());
        return measure ? measure->number : QString();
    }

public:
    MainWindows() : WindowTest(QDate(2023, 10, 5)) {}

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        failOnWarnings();
        m_questions.clear();
        m_answer = true;
    }

    void whatIsSelectedInOnePlaceIsSelectedEverywhere()
    {
        const auto window = openSample(makeSample(u"selection"_s));
        auto *tree = window->findChild<OutlinePane *>()->findChild<QTreeView *>();
        QCOMPARE(shownTitle(*window), u"1"_s);
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(shownTitle(*window), u"2"_s);
        auto *roadmap = window->findChild<RoadmapView *>();
        QCOMPARE(window->document()->plan().find(roadmap->currentMeasure())->number, u"2"_s);
        QCOMPARE(window->findChild<SheetPreview *>()->measure(), roadmap->currentMeasure());

        const Measure *last = window->document()->plan().ordered<Measure>()[60]; // behind it come the added ones, without bars
        roadmap->setCurrentMeasure(last->id);
        QCOMPARE(shownTitle(*window), last->number);
        QVERIFY(tree->currentIndex().data().toString().startsWith(shownNumber(*last, false)));
    }

    void aRightClickOnABarOffersWhatCanBeDoneToIt()
    {
        const QString path = makeSample(u"menu"_s);
        const auto window = openSample(path);
        auto *roadmap = window->findChild<RoadmapView *>();
        const auto *model = qobject_cast<const RoadmapModel *>(roadmap->model());
        const Plan &plan = window->document()->plan();
        QModelIndex bar;
        for (int node = 1; !bar.isValid() && node < static_cast<int>(model->tree().nodes.size()); ++node) {
            if (model->tree().at(node).kind == RoadmapNode::Kind::Phase)
                bar = model->indexOf(node);
        }
        const Id<Phase> phase(model->tree().at(RoadmapModel::nodeOf(bar)).row);
        roadmap->scrollTo(bar);
        const QPoint at = roadmap->visualRect(bar).center();
        QStringList offered;
        QTimer::singleShot(0, this, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            keepPicture(*menu, u"menu"_s);
            QAction *removal = nullptr;
            for (QAction *action : menu->actions()) {
                if (action->isEnabled() && !action->isSeparator())
                    offered << action->text().remove(u'&');
                if (action->shortcut() == QKeySequence(Qt::Key_Delete))
                    removal = action;
            }
            menu->setActiveAction(removal);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        QContextMenuEvent click(QContextMenuEvent::Mouse, at, roadmap->viewport()->mapToGlobal(at));
        QApplication::sendEvent(roadmap->viewport(), &click);
        QVERIFY2(offered.contains(u"切り取り(T)"_s) && offered.contains(u"複製する(M)"_s), qPrintable(offered.join(u' ')));
        QTRY_VERIFY(!plan.find(phase));
        QTRY_VERIFY(window->actions().action(Command::Undo)->isEnabled());
        window->activateWindow(); // the menu had the keyboard
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(plan.find(phase));
    }

    void fullWidthSearchFindsHalfWidthText()
    {
        const auto window = openSample(makeSample(u"search"_s));
        QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *query = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(query);
        commit(query, u"ＲＰＡ"_s);
        const auto *pane = window->findChild<OutlinePane *>();
        QTRY_VERIFY(pane->model().measureCount() < 67);
        QVERIFY(pane->model().measureCount() >= 1);
        const auto *model = qobject_cast<const RoadmapModel *>(window->findChild<RoadmapView *>()->model());
        int shown = 0;
        for (const Measure &measure : window->document()->plan().rows<Measure>())
            shown += model->homeOf(measure.id) >= 0 ? 1 : 0;
        QCOMPARE(shown, pane->model().measureCount());
        QTest::keyClick(query, Qt::Key_Escape);
        QTRY_COMPARE(pane->model().measureCount(), 67);
    }

    void conditionsAreChosenShownAsChipsAndClearedWithOneKey()
    {
        const auto window = openSample(makeSample(u"filter"_s));
        auto *pane = window->findChild<RoadmapPane *>();
        const auto *outline = window->findChild<OutlinePane *>();
        QTest::keyClick(window.get(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"所管課で絞り込む"_s);
        FilterChip *kind = nullptr;
        for (FilterChip *chip : pane->findChildren<FilterChip *>()) {
            if (chip->button()->text() == u"区分")
                kind = chip;
        }
        QVERIFY(kind);
        QVERIFY(kind->cross()->isHidden());
        QMenu *menu = kind->button()->menu();
        QTimer::singleShot(100, menu, [menu] {
            menu->setActiveAction(menu->actions().value(1)); // 継続
            QTest::keyClick(menu, Qt::Key_Return);
            menu->close();
        });
        kind->button()->setFocus();
        QTest::keyClick(kind->button(), Qt::Key_Space);
        QCOMPARE(kind->button()->text(), u"区分：継続"_s);
        QVERIFY(!kind->cross()->isHidden());
        QCOMPARE(outline->model().measureCount(), 17);
        QStringList texts;
        for (const QLabel *label : pane->findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.contains(u"61施策（ほかに追加6）のうち17施策"_s));
        keepPicture(*window, u"filter"_s);

        QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *query = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        commit(query, u"どの施策にもない語"_s);
        QTRY_VERIFY(pane->isEmptyResult());
        QVERIFY(!window->findChild<RoadmapView *>()->isVisible());
        keepPicture(*window, u"filter-empty"_s);
        const QList<QPushButton *> buttons = pane->findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 1);
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QVERIFY(!pane->isEmptyResult());
        QVERIFY(query->text().isEmpty());
        QCOMPARE(outline->model().measureCount(), 67);

        window->findChild<PlanFilter *>()->setKey(FilterField::Kind, u"新規"_s, true);
        QCOMPARE(outline->model().measureCount(), 28);
        kind->button()->setFocus();
        QTest::keyClick(kind->button(), Qt::Key_Delete);
        QCOMPARE(outline->model().measureCount(), 67);
        for (const bool escape : {true, false}) {
            window->findChild<PlanFilter *>()->setKey(FilterField::Kind, u"新規"_s, true);
            kind->button()->setFocus();
            if (escape)
                QTest::keyClick(kind->button(), Qt::Key_Escape);
            else
                QTest::keyClick(window.get(), Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
            QCOMPARE(outline->model().measureCount(), 67);
        }
    }

    void fFivePresentsAndEscapeComesBack()
    {
        const auto window = openSample(makeSample(u"present"_s));
        QTest::keyClick(window.get(), Qt::Key_F5);
        const QPointer<Presentation> shown = window->findChild<Presentation *>();
        QVERIFY(shown);
        QVERIFY(shown->isFullScreen());
        QVERIFY(shown->deck().count() > 10); // the title and the roadmap as the window shows it
        QTest::keyClick(shown, Qt::Key_4);
        QTest::keyClick(shown, Qt::Key_6);
        QTest::keyClick(shown, Qt::Key_Return);
        QCOMPARE(window->document()->plan().find(shown->measure())->number, u"46"_s);
        QTest::keyClick(shown, Qt::Key_Delete); // nothing of the plan can be changed from here
        QTest::keyClick(shown, Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(shown, Qt::Key_Escape);
        QTest::keyClick(shown, Qt::Key_Escape);
        QTRY_VERIFY(!shown);
        QVERIFY(!window->document()->history().undoable());
    }

    void theWindowClosesWhileItPresents()
    {
        const QString path = makeSample(u"closing"_s);
        auto window = openSample(path);
        QTest::keyClick(window.get(), Qt::Key_F5);
        const QPointer<Presentation> shown = window->findChild<Presentation *>();
        QVERIFY(shown);
        window.reset();
        QVERIFY(!shown);
    }

    void whatIsShownIsSavedAsASceneAndPresentedInOrder()
    {
        const QString path = makeSample(u"scenes"_s);
        const auto window = openSample(path);
        const auto *outline = window->findChild<OutlinePane *>();
        auto *filter = window->findChild<PlanFilter *>();
        filter->setKey(FilterField::Kind, u"継続"_s, true);
        QTest::keyClick(window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(sqlite3(path, u"select count(*) from scene"_s), QByteArray("1"));
        QVERIFY(QString::fromUtf8(sqlite3(path, u"select title from scene"_s)).contains(u"区分：継続"_s));
        filter->clear();

        QTest::keyClick(window.get(), Qt::Key_F5, Qt::ShiftModifier);
        auto *dialog = window->findChild<SceneDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QTRY_COMPARE(dialog->list().rowCount(), 1);
        const auto press = [dialog](const QString &text) {
            for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                if (button->text() == text)
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        };
        press(u"表題を追加"_s);
        QTRY_COMPARE(dialog->list().rowCount(), 2);
        press(u"今の施策の票を追加"_s);
        QTRY_COMPARE(dialog->list().rowCount(), 3);
        auto *view = dialog->findChild<QListView *>();
        QCOMPARE(view->currentIndex().row(), 2);
        view->setCurrentIndex(dialog->list().index(1));
        press(u"上へ"_s);
        const auto kinds = [&] {
            return QString::fromUtf8(sqlite3(path, u"select group_concat(kind) from (select kind from scene order by position)"_s));
        };
        QTRY_COMPARE(kinds(), u"title,roadmap,sheet"_s);
        keepPicture(*dialog, u"scenes"_s);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_F2);
        auto *name = view->findChild<QLineEdit *>();
        QVERIFY(name);
        name->clear();
        commit(name, u"開会"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(QString::fromUtf8(sqlite3(path, u"select title from scene where kind='title'"_s)), u"開会"_s);
        QTRY_VERIFY(window->document()->isSaved()); // the file comes before the memory

        view->setCurrentIndex(dialog->list().index(1));
        press(u"画面に表示"_s);
        QCOMPARE(outline->model().measureCount(), 17);
        filter->clear();
        press(u"発表を始める"_s);
        const QPointer<Presentation> shown = window->findChild<Presentation *>();
        QVERIFY(shown);
        QCOMPARE(shown->deck().title(0), u"開会"_s);
        QVERIFY(shown->deck().title(shown->deck().count() - 1).startsWith(u"個別施策票 1 "_s));
        shown->close();

        press(u"削除"_s);
        QTRY_COMPARE(kinds(), u"title,sheet"_s);
        window->actions().action(Command::Undo)->trigger();
        QTRY_COMPARE(kinds(), u"title,roadmap,sheet"_s);
        QTRY_COMPARE(dialog->list().rowCount(), 3);
    }

    void aSceneOfAChartBringsThatChartBackToTheScreen()
    {
        const auto window = openSample(makeSample(u"chart-scene"_s));
        const Plan &plan = window->document()->plan();
        const Id<Indicator> indicator = plan.ordered<Indicator>().at(7)->id;
        const QString cases = caseCharts(plan).last().title;
        const QList<ChartScene> charts{{ChartScene::Kind::Offices, u"AI-OCR"_s, {}, {}},
                                       {ChartScene::Kind::Hours, u"RPA"_s, {}, {1}},
                                       {ChartScene::Kind::Cases, cases, {}, {}},
                                       {ChartScene::Kind::Indicator, {}, indicator, {}}};
        window->actions().action(Command::ManageScenes)->trigger();
        auto *dialog = window->findChild<SceneDialog *>();
        for (const ChartScene &chart : charts) {
            Scene scene;
            scene.kind = u"chart"_s;
            scene.view = chart.toText();
            const int before = dialog->list().rowCount();
            dialog->list().add(scene);
            QTRY_COMPARE(dialog->list().rowCount(), before + 1);
        }
        auto *view = dialog->findChild<QListView *>();
        for (int row = 0; row < charts.size(); ++row) {
            view->setCurrentIndex(dialog->list().index(row));
            emit view->activated(view->currentIndex());
            const ChartView *shown = nullptr;
            for (const ChartView *each : window->findChildren<ChartView *>())
                shown = each->isVisible() ? each : shown;
            QVERIFY(shown);
            QCOMPARE(shown->data().title, charts[row].data(plan).title);
            QCOMPARE(shown->hidden(), charts[row].hidden);
        }
    }

    void aChartIsAddedAsASceneAndPresentedAndSavedAsAFile()
    {
        const QString path = makeSample(u"charts"_s);
        const auto window = openSample(path);
        auto *workspace = window->findChild<Workspace *>();
        workspace->show(u"effects"_s);
        auto *charts = static_cast<EffectsPage *>(workspace->page(u"effects"_s))->findChild<ChartPanel *>();
        QVERIFY(charts && charts->isVisible());
        charts->tabs()->setCurrentIndex(1);
        for (QPushButton *button : charts->findChildren<QPushButton *>()) {
            if (button->text() == u"場面に追加")
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(QString::fromUtf8(sqlite3(path, u"select kind from scene"_s)), u"chart"_s);
        QTRY_VERIFY(window->document()->isSaved());
        QVERIFY(window->statusBar()->currentMessage().contains(u"RPAによる削減時間の累計"_s));
        QTest::keyClick(window.get(), Qt::Key_F5);
        const QPointer<Presentation> shown = window->findChild<Presentation *>();
        QVERIFY(shown);
        QCOMPARE(shown->deck().count(), 1);
        QCOMPARE(shown->deck().title(0), u"RPAによる削減時間の累計"_s);
        QTest::keyClick(shown, Qt::Key_Escape);
        QTRY_VERIFY(!shown);
        window->actions().action(Command::Undo)->trigger();
        QTRY_COMPARE(sqlite3(path, u"select count(*) from scene"_s), QByteArray("0"));

        for (const QString &suffix : {u"pdf"_s, u"png"_s, u"svg"_s}) {
            m_fileToSave = m_folder.filePath(u"chart"_s); // the ending is added
            for (QAction *action : charts->view()->actions()) {
                if (action->text() == u"図を%1に保存…"_s.arg(suffix.toUpper()))
                    action->trigger();
            }
        }
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-raw"_s, m_folder.filePath(u"chart.pdf"_s), u"-"_s});
        reader.waitForFinished();
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        for (const QString &expected : {u"RPAによる削減時間の累計"_s, u"6,218"_s, u"R4"_s})
            QVERIFY2(text.contains(expected), qPrintable(text));
        reader.start(u"pdfimages"_s, {u"-list"_s, m_folder.filePath(u"chart.pdf"_s)});
        reader.waitForFinished();
        QVERIFY(reader.readAllStandardOutput().count('\n') <= 2); // vectors only
        QVERIFY(QImage(m_folder.filePath(u"chart.png"_s)).width() > 1200);
        QFile svg(m_folder.filePath(u"chart.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly) && svg.readAll().contains("6,218"));
        m_fileToSave.clear();
    }

    void whatWasFoldedStaysFoldedWhenTheGroupingComesBack()
    {
        const auto window = openSample(makeSample(u"folding"_s));
        auto *outline = window->findChild<OutlinePane *>();
        auto *tree = outline->findChild<QTreeView *>();
        const Grouping first = outline->grouping();
        const QModelIndex group = tree->model()->index(1, 0);
        const QString name = group.data().toString();
        QVERIFY(tree->isExpanded(group));
        tree->setCurrentIndex(group);
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Left);
        QVERIFY(!tree->isExpanded(group));
        outline->setGrouping(Grouping::fromText(u"kind"_s));
        outline->setGrouping(first);
        QCOMPARE(tree->model()->index(1, 0).data().toString(), name);
        QVERIFY(!tree->isExpanded(tree->model()->index(1, 0)));
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
    }

    void anEditIsSavedAtOnceAndCtrlZTakesItBack()
    {
        const QString path = makeSample(u"edit"_s);
        const auto window = openSample(path);
        QLineEdit *title = nullptr;
        for (QLineEdit *field : window->findChild<SheetForm *>()->findChildren<QLineEdit *>()) {
            if (field->text() == u"電子申請（ぴったりサービス（国））")
                title = field;
        }
        QVERIFY(title);
        title->setFocus();
        title->setCursorPosition(static_cast<int>(title->text().size()));
        commit(title, u"の拡大"_s);
        QTRY_COMPARE(QString::fromUtf8(sqlite3(path, u"select title from measure where number='1' and series='original'"_s)),
                     u"電子申請（ぴったりサービス（国））の拡大"_s);
        window->findChild<OutlinePane *>()->findChild<QTreeView *>()->setFocus(); // in the field the key is the field's
        QTRY_VERIFY(window->actions().action(Command::Undo)->text().contains(u"施策1"_s));
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(QString::fromUtf8(sqlite3(path, u"select title from measure where number='1' and series='original'"_s)),
                     u"電子申請（ぴったりサービス（国））"_s);
        QTRY_COMPARE(title->text(), u"電子申請（ぴったりサービス（国））"_s);
        QVERIFY(m_questions.isEmpty());
    }

    void ctrlSAnswersThatEverythingIsSaved()
    {
        const auto window = openSample(makeSample(u"saved"_s));
        QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(window->statusBar()->currentMessage().contains(u"保存済み"_s));
    }

    void undoAsksBeforeItGoesBehindThePresentSitting()
    {
        const QString path = makeSample(u"sitting"_s);
        {
            const auto window = openSample(path);
            window->actions().action(Command::AddMeasure)->trigger();
            QTRY_COMPARE(shownTitle(*window), u"7"_s);
        }
        const auto window = openSample(path);
        m_answer = false;
        window->actions().action(Command::Undo)->trigger();
        QCOMPARE(m_questions.size(), 1);
        QVERIFY(m_questions.first().contains(u"追加施策7を追加"_s));
        QVERIFY(m_questions.first().contains(u"企画 花子"_s));
        QCOMPARE(window->document()->plan().rows<Measure>().size(), 68);
        m_answer = true;
        window->actions().action(Command::Undo)->trigger();
        QTRY_COMPARE(window->document()->plan().rows<Measure>().size(), 67);
    }

    void removingAMeasureShowsAnotherAndCanBeTakenBack()
    {
        const auto window = openSample(makeSample(u"remove"_s));
        window->actions().action(Command::RemoveMeasure)->trigger();
        QTRY_COMPARE(window->document()->plan().rows<Measure>().size(), 66);
        QTRY_COMPARE(shownTitle(*window), u"2"_s);
        window->actions().action(Command::Undo)->trigger();
        QTRY_COMPARE(window->document()->plan().rows<Measure>().size(), 67);
    }

    void theSecondWindowOnAPlanReadsOnlyAndSaysWhoHasIt()
    {
        const QString path = makeSample(u"locked"_s);
        const auto first = openSample(path);
        const auto second = openSample(path);
        QVERIFY(second->document()->isReadOnly());
        QVERIFY(second->findChild<NoticeBar *>()->text().contains(u"企画 花子"_s));
        QVERIFY(!second->actions().action(Command::AddMeasure)->isEnabled());
        QVERIFY(!second->actions().action(Command::Undo)->isEnabled());
    }

    void groupingChangesOutlineAndRoadmapTogether()
    {
        const auto window = openSample(makeSample(u"grouping"_s));
        const auto *pane = window->findChild<OutlinePane *>();
        auto *combo = pane->findChild<QComboBox *>();
        QVERIFY(combo->count() >= 5);
        combo->setFocus();
        const int office = combo->findText(u"所管課別"_s);
        QVERIFY(office >= 0);
        while (combo->currentIndex() < office)
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(pane->grouping(), (Grouping{Grouping::By::LeadDepartment, {}}));
        QCOMPARE(qobject_cast<const RoadmapModel *>(window->findChild<RoadmapView *>()->model())->grouping(), pane->grouping());
    }

    void whatIsShownIsCopiedAsAPicture()
    {
        const auto window = openSample(makeSample(u"picture"_s));
        auto *view = window->findChild<RoadmapView *>();
        const auto copied = [&] {
            window->actions().action(Command::CopyPicture)->trigger();
            const QMimeData *data = QApplication::clipboard()->mimeData();
            return std::pair(data->imageData().value<QImage>(), QString::fromUtf8(data->data(u"image/svg+xml"_s)));
        };
        const auto [image, drawing] = copied();
        QVERIFY(drawing.contains(u"ワクチン"_s));
        view->setFolded(view->model()->index(0, 0), true);
        const auto [foldedImage, foldedDrawing] = copied();
        QVERIFY(!foldedDrawing.contains(u"ワクチン"_s));
        QVERIFY(foldedImage.height() < image.height());
        view->setZoom(-6); // so far out one bar a measure is left
        QVERIFY(copied().first.height() < foldedImage.height());
    }

    void aCopyIsWrittenUnderAnotherName()
    {
        const auto window = openSample(makeSample(u"copy"_s));
        m_fileToSave = m_folder.filePath(u"写し"_s);
        window->actions().action(Command::SaveCopy)->trigger();
        QTRY_VERIFY(window->document()->isSettled());
        QCOMPARE(sqlite3(m_fileToSave + u".dxplan"_s, u"select count(*) from measure"_s), QByteArray("67"));
    }

    void oneMeasureIsTakenBackFromADatedCopy()
    {
        const QString path = makeSample(u"backup"_s);
        const auto window = openSample(path);
        PlanDocument &document = *window->document();
        const QString title = document.plan().ordered<Measure>().first()->title;
        ChangeBuilder change(u"二つの施策を変更"_s);
        change.set<&Measure::title>(document.plan().ordered<Measure>()[0]->id, u"変わった名"_s);
        change.set<&Measure::title>(document.plan().ordered<Measure>()[1]->id, u"変えたままの名"_s);
        QVERIFY(document.apply(std::move(change).build()));

        BackupDialog dialog(document);
        dialog.show();
        auto *differences = dialog.findChild<QTreeWidget *>();
        QCOMPARE(differences->topLevelItemCount(), 2);
        QCOMPARE(differences->topLevelItem(0)->text(0), u"施策1"_s);
        QCOMPARE(differences->topLevelItem(0)->text(1), u"施策名"_s);
        differences->topLevelItem(0)->setSelected(true);
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text().startsWith(u"選んだ施策"_s))
                button->click();
        }
        QCOMPARE(document.plan().ordered<Measure>()[0]->title, title);
        QCOMPARE(document.plan().ordered<Measure>()[1]->title, u"変えたままの名"_s);
        QCOMPARE(differences->topLevelItemCount(), 1);
        QVERIFY(document.undoNow());
        QCOMPARE(document.plan().ordered<Measure>()[0]->title, u"変わった名"_s);
    }

    void theWindowComesBackAsItWasLeft()
    {
        const QString path = makeSample(u"state"_s);
        {
            const auto window = openSample(path);
            window->actions().action(Command::ShowOutline)->setChecked(false);
            window->actions().action(Command::DetailMeasures)->trigger();
            window->actions().action(Command::DarkLook)->setChecked(true);
            window->close();
        }
        {
            const auto window = openSample(path);
            QVERIFY(window->findChild<OutlinePane *>()->isHidden());
            QCOMPARE(window->findChild<RoadmapView *>()->detail(), RoadmapDetail::Measures);
            QVERIFY(QApplication::palette().color(QPalette::Base).lightness() < 100);
            window->actions().action(Command::ShowOutline)->setChecked(true);
            window->actions().action(Command::DetailInitiatives)->trigger();
            window->actions().action(Command::DarkLook)->setChecked(false);
            window->close();
        }
        QVERIFY(QApplication::palette().color(QPalette::Base).lightness() > 200);
    }

    void everyCommandHasAJapaneseTextAndNoKeyTwice()
    {
        const auto window = openSample(makeSample(u"catalog"_s));
        QSet<QString> keys;
        for (QAction *action : window->actions().findChildren<QAction *>())
            QVERIFY(!action->text().isEmpty());
        static const QRegularExpression english(u"[A-Za-z]{3,}"_s);
        for (QAction *menu : window->menuBar()->actions()) {
            for (QAction *action : menu->menu()->actions()) {
                QVERIFY2(!action->text().contains(english), qPrintable(action->text()));
                for (const QKeySequence &key : action->shortcuts()) {
                    QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                    keys.insert(key.toString());
                }
            }
        }
        QVERIFY(keys.size() > 15);
    }

    void aFileThatIsNoPlanIsToldInTheWindow()
    {
        QFile file(m_folder.filePath(u"文書.dxplan"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no plan");
        file.close();
        MainWindow window(m_services);
        PlanOpening opening(file.fileName(), m_services.environment);
        const auto opened = window.openPlan(opening);
        QVERIFY(!opened);
        window.tell(opened.error());
        QVERIFY(window.findChild<NoticeBar *>()->text().contains(u"施策帖の計画ではありません"_s));
    }
};

QTEST_MAIN(MainWindows)
#include "tst_main_window.moc"
