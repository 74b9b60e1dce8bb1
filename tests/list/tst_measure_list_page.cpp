// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the page 施策一覧, by real keys and clicks: measures are typed, pasted, added, removed, sorted, saved as views.
#include "tests/support/pictures.h"
#include "tests/support/survey_plan.h"
#include "tests/support/warnings.h"
#include "views/list/measure_list_page.h"
#include "views/look/window_style.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>

using namespace shisaku;
using namespace Qt::StringLiterals;

class MeasureListPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MeasureListPage> m_page;

    const Plan &plan() const { return m_document->plan(); }
    GridView *grid() const { return m_page->grid(); }
    GridModel &model() const { return grid()->grid(); }
    int column(const QString &key) const { return static_cast<int>(m_page->columns().indexOf(key)); }
    QModelIndex at(int row, const QString &key) const { return model().index(row, column(key)); }
    QString cell(int row, const QString &key) const { return at(row, key).data().toString(); }
    const Measure *measureAt(int row) const { return plan().find(Id<Measure>(model().recordAt(row))); }
    QStringList numbers() const
    {
        QStringList list;
        for (const Id<Measure> measure : m_page->shownMeasures())
            list << plan().find(measure)->number;
        return list;
    }
    void flush() const { QVERIFY(m_document->flush()); }
    void open(const ChangeSet &content)
    {
        m_page.reset();
        m_document.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_document = documentOf(content, m_folder->filePath(u"計画.dxplan"_s));
        m_page = std::make_unique<MeasureListPage>(m_document.get());
        m_page->resize(1280, 640);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        grid()->setFocus();
    }
    void choose(const QModelIndex &first, const QModelIndex &last) const
    {
        grid()->setFocus();
        grid()->selectionModel()->setCurrentIndex(first, QItemSelectionModel::ClearAndSelect);
        grid()->selectionModel()->select(QItemSelection(first, last), QItemSelectionModel::ClearAndSelect);
    }
    void choose(const QModelIndex &cell) const { choose(cell, cell); }
    static void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void paste(const QString &text) const
    {
        QApplication::clipboard()->setText(text);
        press(Qt::Key_V, Qt::ControlModifier);
        flush();
    }
    QMenu *menuOf(const QString &text) const
    {
        for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
            if (button->text() == text) {
                emit button->menu()->aboutToShow();
                return button->menu();
            }
        }
        qFatal("there is no such menu");
    }
    static QAction *actionOf(const QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    /// Answers the question for a name that comes next.
    void answer(const QString &name)
    {
        QTimer::singleShot(0, m_page.get(), [name] {
            QTRY_VERIFY(qobject_cast<QInputDialog *>(QApplication::activeModalWidget()));
            auto *dialog = qobject_cast<QInputDialog *>(QApplication::activeModalWidget());
            dialog->setTextValue(name);
            dialog->accept();
        });
    }
    void clickHead(const QString &key) const
    {
        const QHeaderView *head = grid()->horizontalHeader();
        const QPoint at(head->sectionViewportPosition(column(key)) + 12, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
    }

private slots:
    void init()
    {
        failOnWarnings();
        open(sampleContent());
    }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void everySampleCanBeLookedAt_data();
    void everySampleCanBeLookedAt();

    void aTitleIsTypedOver()
    {
        choose(at(1, u"title"_s));
        type(u"改めた名前"_s);
        press(Qt::Key_Return);
        flush();
        QCOMPARE(measureAt(1)->title, u"改めた名前"_s);
        QCOMPARE(grid()->currentIndex(), at(2, u"title"_s));
        m_document->undo();
        flush();
        QVERIFY(measureAt(1)->title != u"改めた名前"_s);
    }

    void severalMeasuresTakeTheTextOfOneEditor()
    {
        QStringList before;
        for (int row = 0; row < 4; ++row)
            before << cell(row, u"lead"_s);
        for (int row = 0; row < 3; ++row)
            QVERIFY(before[row] != u"市民課"_s);
        choose(at(0, u"lead"_s), at(2, u"lead"_s));
        press(Qt::Key_F2);
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"市民課"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        flush();
        for (int row = 0; row < 3; ++row)
            QCOMPARE(cell(row, u"lead"_s), u"市民課"_s);
        QCOMPARE(cell(3, u"lead"_s), before[3]);
        m_document->undo(); // one step
        flush();
        for (int row = 0; row < 4; ++row)
            QCOMPARE(cell(row, u"lead"_s), before[row]);
    }

    void oneCopiedCellFillsAllThatIsChosenAndControlDFillsDown()
    {
        choose(at(0, u"state"_s));
        type(u"R7.3完了"_s);
        press(Qt::Key_Return);
        flush();
        for (const QString &key : {u"kind"_s, u"horizon"_s, u"class:aim"_s, u"state"_s}) {
            int source = 0; // one that is not as the first of those that are filled
            while (cell(source, key) == cell(1, key) && source + 1 < model().recordCount())
                source = source == 0 ? 5 : source + 1;
            const QString copied = cell(source, key);
            QVERIFY2(copied != cell(1, key), qPrintable(key));
            choose(at(source, key));
            press(Qt::Key_C, Qt::ControlModifier);
            choose(at(1, key), at(4, key));
            press(Qt::Key_V, Qt::ControlModifier);
            flush();
            for (int row = 1; row < 5; ++row)
                QCOMPARE(cell(row, key), copied);
        }
        int top = 5;
        while (top + 3 < model().recordCount() && cell(top, u"kind"_s) == cell(top + 2, u"kind"_s))
            ++top;
        QVERIFY(cell(top, u"kind"_s) != cell(top + 2, u"kind"_s));
        choose(at(top, u"kind"_s), at(top + 2, u"kind"_s));
        press(Qt::Key_D, Qt::ControlModifier);
        flush();
        QCOMPARE(cell(top + 2, u"kind"_s), cell(top, u"kind"_s));
    }

    void aNewMeasureStandsBelowTheOneWhereTheOfficerIs()
    {
        const auto count = model().recordCount();
        choose(at(3, u"title"_s));
        press(Qt::Key_Plus, Qt::ControlModifier);
        QTRY_COMPARE(model().recordCount(), count + 1);
        flush();
        QCOMPARE(cell(4, u"title"_s), u"新しい施策"_s);
        QTRY_COMPARE(grid()->currentIndex().row(), 4);
        press(Qt::Key_Tab);
        type(u"名前"_s);
        press(Qt::Key_Return);
        flush();
        QCOMPARE(cell(4, u"title"_s), u"名前"_s);
        QCOMPARE(plan().ordered<Measure>()[4]->title, u"名前"_s);
    }

    void chosenMeasuresAreRemovedInOneStep()
    {
        const auto count = model().recordCount();
        choose(at(count - 1, u"number"_s));
        paste(cell(count - 1, u"number"_s) + u"\n301\n302\n"_s);
        QCOMPARE(model().recordCount(), count + 2);
        choose(at(count, u"title"_s), at(count + 1, u"title"_s));
        press(Qt::Key_Minus, Qt::ControlModifier);
        flush();
        QCOMPARE(model().recordCount(), count);
        m_document->undo();
        flush();
        QCOMPARE(model().recordCount(), count + 2);
    }

    void aTableFromASpreadsheetBecomesMeasures()
    {
        const auto count = model().recordCount();
        m_page->setView(MeasureListView{{u"kind"_s, u"lead"_s, u"class:aim"_s}, {}, false, {}});
        const QString aim = cell(0, u"class:aim"_s);
        choose(at(model().recordCount() - 1, u"number"_s));
        const QString last = cell(model().recordCount() - 1, u"number"_s);
        paste(u"%1\t改めた\t新規\t市民課\t%2\r\n201\t窓口の予約\t新規\t市民課、情報政策課\t%2\r\n202\t電子契約\t継続\t\t\r\n"_s.arg(
            last, aim));
        QVERIFY2(m_page->panel()->refusal().isEmpty(), qPrintable(m_page->panel()->refusal()));
        QCOMPARE(model().recordCount(), count + 2);
        QCOMPARE(cell(count - 1, u"title"_s), u"改めた"_s);
        QCOMPARE(measureAt(count)->number, u"201"_s);
        QCOMPARE(cell(count, u"lead"_s), u"市民課、情報政策課"_s);
        QCOMPARE(cell(count, u"class:aim"_s), aim);
        QCOMPARE(measureAt(count + 1)->title, u"電子契約"_s);
        choose(at(0, u"title"_s));
        paste(u"よい名前\n別の名前\t海底の区分\n"_s);
        QVERIFY2(m_page->panel()->refusal().contains(u"2行目「区分」"_s), qPrintable(m_page->panel()->refusal()));
        QVERIFY(measureAt(0)->title != u"よい名前"_s); // all or nothing
        m_document->undo();
        flush();
        QCOMPARE(model().recordCount(), count); // the table was one step
    }

    void aClickOnTheHeadSortsAndTheListSaysSo()
    {
        const QStringList inPlan = numbers();
        clickHead(u"title"_s);
        QVERIFY(numbers() != inPlan);
        QVERIFY(model().order().isSorted());
        choose(at(2, u"title"_s));
        press(Qt::Key_Up, Qt::AltModifier);
        QVERIFY2(m_page->panel()->refusal().contains(u"並べ替え"_s), qPrintable(m_page->panel()->refusal()));
        clickHead(u"title"_s);
        clickHead(u"title"_s);
        QCOMPARE(numbers(), inPlan);
        const Id<Measure> moved = measureAt(2)->id;
        choose(at(2, u"title"_s));
        press(Qt::Key_Up, Qt::AltModifier);
        flush();
        QCOMPARE(measureAt(1)->id, moved);
    }

    void columnsAreChosenAndViewsAreSaved()
    {
        QVERIFY(!m_page->columns().join(u' ').contains(u"text:"_s));
        QStringList titles;
        for (const QAction *action : menuOf(u"列"_s)->actions())
            titles << action->text();
        QVERIFY2(titles.contains(u"所管課"_s) && titles.contains(u"目指す姿"_s), qPrintable(titles.join(u' ')));
        QVERIFY(!actionOf(menuOf(u"列"_s), u"番号"_s)->isEnabled());
        actionOf(menuOf(u"列"_s), u"所管課"_s)->trigger();
        QCOMPARE(column(u"lead"_s), -1);
        actionOf(menuOf(u"列"_s), u"所管課"_s)->trigger();
        QVERIFY(column(u"lead"_s) > column(u"horizon"_s) && column(u"lead"_s) < column(u"state"_s)); // where it was
        clickHead(u"lead"_s);
        MeasureListView wanted = m_page->view();
        wanted.columns = {u"number"_s, u"title"_s, u"kind"_s, u"lead"_s};
        wanted.kept.insert(u"kind"_s, {u"新規"_s});
        m_page->setView(wanted);
        const QStringList shown = numbers();
        QVERIFY(!shown.isEmpty() && shown.size() < plan().rows<Measure>().size());

        answer(u"新規だけ"_s);
        actionOf(menuOf(u"表示"_s), u"今の表示を保存…"_s)->trigger();
        flush();
        const Scene *scene = plan().ordered<Scene>().last();
        QCOMPARE(scene->kind, u"list"_s);
        QCOMPARE(MeasureListView::fromText(scene->view), wanted);
        QVERIFY(actionOf(menuOf(u"表示"_s), u"新規だけ"_s)->isChecked());

        actionOf(menuOf(u"表示"_s), u"すべての施策（計画の順）"_s)->trigger();
        QCOMPARE(model().recordCount(), plan().rows<Measure>().size());
        actionOf(menuOf(u"表示"_s), u"新規だけ"_s)->trigger();
        QCOMPARE(numbers(), shown);

        answer(u"新しい施策だけ"_s);
        QMenu *views = menuOf(u"表示"_s);
        actionOf(views, u"名前を変更"_s)->menu()->actions().first()->trigger();
        flush();
        QVERIFY(actionOf(menuOf(u"表示"_s), u"新しい施策だけ"_s));
        actionOf(menuOf(u"表示"_s), u"保存した表示を削除"_s)->menu()->actions().first()->trigger();
        flush();
        QVERIFY(!actionOf(menuOf(u"表示"_s), u"新しい施策だけ"_s));
    }

    void whatIsFilteredAwayIsNotPastedInto()
    {
        MeasureListView filtered = m_page->view();
        filtered.columns << u"short"_s;
        const QString kind = cell(0, u"kind"_s);
        filtered.kept.insert(u"kind"_s, {kind});
        m_page->setView(filtered);
        const int shown = model().recordCount();
        QVERIFY(shown > 2 && shown < plan().rows<Measure>().size());
        choose(at(0, u"short"_s), at(shown - 1, u"short"_s));
        paste(u"略称"_s);
        int named = 0;
        for (const Measure &measure : plan().rows<Measure>()) {
            named += measure.short_title == u"略称" ? 1 : 0;
            QVERIFY(measure.short_title != u"略称" || plan().choiceLabel(u"kind", measure.kind) == kind);
        }
        QCOMPARE(named, shown);
    }

    void theChosenMeasuresAreToldOnceTheListRests()
    {
        QSignalSpy chosen(m_page.get(), &MeasureListPage::measureChosen);
        QSignalSpy several(m_page.get(), &MeasureListPage::measuresChosen);
        choose(at(2, u"title"_s));
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(several.size(), 1);
        QCOMPARE(chosen.last().first().value<Id<Measure>>(), measureAt(2)->id);
        QCOMPARE(several.last().first().value<QList<Id<Measure>>>(), (QList{measureAt(2)->id, measureAt(3)->id, measureAt(4)->id}));
        choose(at(6, u"title"_s));
        m_page->flush(); // a command waits for it
        QCOMPARE(chosen.last().first().value<Id<Measure>>(), measureAt(6)->id);
        const auto told = chosen.size();
        m_page->setCurrentMeasure(measureAt(9)->id);
        QCOMPARE(grid()->currentRecord(), measureAt(9)->id.row);
        m_page->flush();
        QCOMPARE(chosen.size(), told); // who was told does not tell
        m_page->setChosenMeasures({measureAt(4)->id, measureAt(8)->id});
        QCOMPARE(m_page->chosenMeasures(), (QList{measureAt(4)->id, measureAt(8)->id}));
    }

    void theMenuOfTheListOffersTheCommandsOfMeasures()
    {
        QAction ending(u"施策を終了…"_s);
        m_page->offerCommands({&ending});
        QMenu menu;
        emit grid()->menuAsked(&menu);
        QVERIFY(menu.actions().contains(&ending));
    }

    void anEndingWithoutATimeStaysInItsCellAndSaysWhy()
    {
        choose(at(0, u"state"_s));
        type(u"完了"_s);
        press(Qt::Key_Return);
        flush();
        QVERIFY2(m_page->panel()->refusal().contains(u"終わった時期"_s), qPrintable(m_page->panel()->refusal()));
        QCOMPARE(cell(0, u"state"_s), u"完了"_s);
        QVERIFY(measureAt(0)->state.isEmpty());
        choose(at(0, u"state"_s));
        type(u"R7.3完了"_s);
        press(Qt::Key_Return);
        flush();
        QCOMPARE(cell(0, u"state"_s), u"令和7年3月完了"_s);
        QVERIFY(m_page->panel()->refusal().isEmpty());
    }

    void aNewClassificationIsANewColumnAndTheOfficerStaysWhereTheyAre()
    {
        choose(at(5, u"title"_s));
        const RowId current = grid()->currentRecord();
        auto classification = made<Classification>(u"zz"_s);
        classification.key = u"law"_s;
        classification.title = u"根拠"_s;
        QVERIFY(m_document->apply(insertionOf(classification)).ok());
        QCoreApplication::processEvents();
        QVERIFY(actionOf(menuOf(u"列"_s), u"根拠"_s));
        QCOMPARE(grid()->currentRecord(), current);
        actionOf(menuOf(u"列"_s), u"根拠"_s)->trigger();
        QVERIFY(column(u"class:law"_s) > 0);
        QCOMPARE(grid()->currentRecord(), current);
    }

    void anEmptyPlanSaysWhatTheListIsFor()
    {
        RowMaker maker(randomIds());
        PlanInfo info;
        info.title = u"新しい計画"_s;
        maker.add(info);
        open(std::move(maker).change());
        QPushButton *add = nullptr;
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->text() == u"最初の施策を追加する"_s && button->isVisible())
                add = button;
        }
        QVERIFY(add);
        QTest::mouseClick(add, Qt::LeftButton);
        flush();
        QTRY_COMPARE(model().recordCount(), 1);
        QCOMPARE(measureAt(0)->number, u"1"_s);
    }
};

void MeasureListPageTest::everySampleCanBeLookedAt_data()
{
    QTest::addColumn<QString>("city");
    for (const char *city : {"izumo", "hatsukaichi", "katagami"})
        QTest::newRow(city) << QString::fromLatin1(city);
}

void MeasureListPageTest::everySampleCanBeLookedAt()
{
    QFETCH(const QString, city);
    open(sampleContent(city));
    QStringList all;
    for (const ListedColumn &listed : listedColumns(plan()))
        all << listed.key;
    QCOMPARE(model().recordCount(), plan().rows<Measure>().size());
    keepPicture(*m_page, u"list-"_s + city);
    m_page->setView({all, {}, false, {}});
    QCOMPARE(model().columnCount(), all.size());
    choose(at(2, all.last()));
    QCoreApplication::processEvents();
    keepPicture(*m_page, u"list-all-"_s + city);
    for (int row = 0; row < model().recordCount(); ++row)
        QVERIFY(!cell(row, u"title"_s).isEmpty());
}

QTEST_MAIN(MeasureListPageTest)
#include "tst_measure_list_page.moc"
