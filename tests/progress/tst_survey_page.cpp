// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the page 進捗調査, by real keys and clicks: a round is made, answered by 1/2/3, filtered, undone, added up.
#include "models/grid/survey_shape.h"
#include "tests/support/pictures.h"
#include "tests/support/survey_plan.h"
#include "tests/support/warnings.h"
#include "views/progress/survey_dialog.h"
#include "views/progress/survey_page.h"
#include "views/progress/survey_result.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

using namespace shisaku;
using namespace Qt::StringLiterals;

class SurveyPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SurveyPlan> m_plan;
    std::unique_ptr<SurveyPage> m_page;

    const Plan &plan() const { return m_plan->plan(); }
    GridView *grid() const { return m_page->grid(); }
    QAbstractItemModel *model() const { return grid()->model(); }
    void show()
    {
        m_page = std::make_unique<SurveyPage>(m_plan->document.get(), QDate(2024, 5, 10));
        m_page->resize(1200, 640);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void flush() const { QVERIFY(m_plan->document->flush()); }
    void choose(const QModelIndex &first, const QModelIndex &last) const
    {
        grid()->setFocus();
        grid()->selectionModel()->setCurrentIndex(first, QItemSelectionModel::ClearAndSelect);
        grid()->selectionModel()->select(QItemSelection(first, last), QItemSelectionModel::ClearAndSelect);
    }
    void paste(const QString &text) const
    {
        QApplication::clipboard()->setText(text);
        QTest::keyClick(grid(), Qt::Key_V, Qt::ControlModifier);
        flush();
    }
    bool tellsOfAnEarlierRound() const { return surveyColumn(grid()->grid().shape(), SurveyColumn::Previous) >= 0; }
    QModelIndex at(int row, int column) const { return model()->index(row, surveyColumn(grid()->grid().shape(), column)); }
    QString cell(int row, int column) const { return at(row, column).data().toString(); }
    QStringList statuses() const
    {
        QStringList list;
        for (int row = 0; row < model()->rowCount(); ++row)
            list << cell(row, SurveyColumn::Status);
        return list;
    }
    bool says(const QString &text) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](QLabel *label) { return label->isVisible() && label->text() == text; });
    }
    /// 表示する項目, with the keyboard in it.
    QComboBox *filter() const
    {
        for (QComboBox *box : m_page->findChildren<QComboBox *>()) {
            if (box->accessibleName() == u"表示する項目"_s) {
                box->setFocus();
                return box;
            }
        }
        qFatal("there is no list of what is shown");
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }
    /// Does what the menu 「項目の編集」 offers.
    void trigger(const QString &begin) const
    {
        for (QToolButton *tools : m_page->findChildren<QToolButton *>()) {
            if (tools->text() != u"項目の編集"_s)
                continue;
            emit tools->menu()->aboutToShow();
            for (QAction *action : tools->menu()->actions()) {
                if (action->text().startsWith(begin) && action->isEnabled())
                    return action->trigger();
            }
        }
        QFAIL(qPrintable(begin));
    }
    /// Does something in the dialog that opens next.
    template <typename Work>
    void inDialog(Work work)
    {
        QTimer::singleShot(0, m_page.get(), [work] {
            QTRY_VERIFY(QApplication::activeModalWidget());
            work(qobject_cast<QDialog *>(QApplication::activeModalWidget()));
        });
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_plan = std::make_unique<SurveyPlan>();
        m_plan->open();
    }
    void cleanup()
    {
        m_page.reset();
        m_plan.reset();
    }

    void anEmptyPageOffersTheFirstSurvey()
    {
        show();
        QPushButton *make = button(u"最初の調査を作る"_s);
        QVERIFY(make);
        inDialog([](QDialog *dialog) {
            QStringList proposed;
            for (QLineEdit *input : dialog->findChildren<QLineEdit *>())
                proposed << input->text();
            QVERIFY(proposed.contains(u"進捗調査（令和5年度末）"_s));
            QVERIFY(proposed.contains(u"令和6年3月31日"_s));
            dialog->accept();
        });
        QTest::mouseClick(make, Qt::LeftButton);
        flush();
        QCOMPARE(model()->rowCount(), 6);
        QVERIFY(says(u"6件中 0件 回答済み"_s));
        QVERIFY(says(u"令和6年3月31日現在"_s));
        QVERIFY(!tellsOfAnEarlierRound());
    }

    void aDateThatCannotBeReadIsRefused()
    {
        show();
        SurveyDialog dialog(plan(), QDate(2024, 3, 31));
        QCOMPARE(dialog.survey().asOf, PlanTime::day(2023, 3, 31));
        for (QLineEdit *input : dialog.findChildren<QLineEdit *>()) {
            if (input->accessibleName() == u"調査時点"_s)
                input->setText(u"先月"_s);
        }
        for (QPushButton *each : dialog.findChildren<QPushButton *>()) {
            if (each->text() == u"調査を作る"_s)
                QVERIFY(!each->isEnabled());
        }
    }

    void digitsAnswerAndEnterGoesOn()
    {
        m_plan->addSurvey(u"第1回"_s, 2023);
        show();
        grid()->setFocus();
        for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) {
            QTest::keyClick(grid(), key);
            QTest::keyClick(grid(), Qt::Key_Return);
        }
        QTest::keyClick(grid(), Qt::Key_1);
        flush();
        QCOMPARE(statuses(), QStringList({u"順調"_s, u"遅延"_s, u"課題"_s, u"順調"_s, QString(), QString()}));
        QVERIFY(says(u"6件中 4件 回答済み"_s));
        QTest::keyClick(grid(), Qt::Key_Delete);
        flush();
        QCOMPARE(statuses()[3], QString());
    }

    void manySelectedItemsAreSetAtOnceAndTakenBackAtOnce()
    {
        m_plan->addSurvey(u"第1回"_s, 2023);
        show();
        grid()->setFocus();
        grid()->setCurrentIndex(at(1, SurveyColumn::Status));
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(grid(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(grid(), Qt::Key_1);
        flush();
        QCOMPARE(statuses().count(u"順調"_s), 4);
        QVERIFY(m_plan->document->undoNow());
        QCOMPARE(statuses().count(u"順調"_s), 0);
    }

    void aReasonIsChosenByItsLetter()
    {
        m_plan->addSurvey(u"第1回"_s, 2023);
        show();
        grid()->setFocus();
        grid()->setCurrentIndex(at(0, SurveyColumn::Reason));
        QTest::keyClick(grid(), Qt::Key_B);
        flush();
        QCOMPARE(cell(0, SurveyColumn::Reason), u"B"_s);
        QTest::keyClick(grid(), Qt::Key_3);
        flush();
        QCOMPARE(cell(0, SurveyColumn::Reason), u"C"_s);
        QCOMPARE(cell(0, SurveyColumn::Status), QString());
    }

    void textIsTypedAndEnterStoresItAndGoesOn()
    {
        m_plan->addSurvey(u"第1回"_s, 2023);
        show();
        grid()->setFocus();
        grid()->setCurrentIndex(at(0, SurveyColumn::Countermeasure));
        QTest::keyClick(grid(), Qt::Key_1); // text, not a status
        auto *editor = grid()->findChild<QPlainTextEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"0 ken"_s);
        QTest::keyClick(editor, Qt::Key_Return, Qt::AltModifier);
        QTest::keyClicks(editor, u"next"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        flush();
        QCOMPARE(cell(0, SurveyColumn::Countermeasure), u"10 ken\nnext"_s);
        QTRY_COMPARE(grid()->currentIndex(), at(1, SurveyColumn::Countermeasure));
        QCOMPARE(cell(0, SurveyColumn::Status), QString());
    }

    void cellsAreCopiedAndPasted()
    {
        m_plan->addSurvey(u"第1回"_s, 2023);
        show();
        grid()->setFocus();
        QApplication::clipboard()->setText(u"順調\r\n遅延\r\n課題\tA\t早期に検討\r\n"_s);
        grid()->setCurrentIndex(at(0, SurveyColumn::Status));
        QTest::keyClick(grid(), Qt::Key_V, Qt::ControlModifier);
        flush();
        QCOMPARE(statuses().first(3), QStringList({u"順調"_s, u"遅延"_s, u"課題"_s}));
        QCOMPARE(cell(2, SurveyColumn::Countermeasure), u"早期に検討"_s);
        grid()->selectionModel()->select(QItemSelection(at(0, SurveyColumn::Status), at(1, SurveyColumn::Status)),
                                         QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(grid(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"順調\n遅延\n"_s);
        QCOMPARE(m_plan->document->history().done().size(), 2);
    }

    void answersThatDoNotAgreeAreReadWholeAndGoBackWithTheirColumn()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(survey, {u"順調"_s, u"遅延"_s, u"順調"_s});
        const auto items = m_plan->items(survey);
        m_plan->apply(combineItems(m_plan->plan(), {items[0]->id, items[1]->id}, {}, m_plan->ids));
        show();
        keepPicture(*m_page, u"survey-page"_s);
        const QString mixed = u"混在（順調1・遅延1）"_s;
        QCOMPARE(cell(0, SurveyColumn::Status), mixed);
        QVERIFY(grid()->fontMetrics().horizontalAdvance(mixed) < grid()->columnWidth(at(0, SurveyColumn::Status).column()));
        grid()->setFocus();
        grid()->selectionModel()->select(QItemSelection(at(0, SurveyColumn::Status), at(1, SurveyColumn::Status)),
                                         QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(grid(), Qt::Key_C, Qt::ControlModifier);
        QApplication::clipboard()->setText(QApplication::clipboard()->text().replace(u"\n順調"_s, u"\n課題"_s));
        QTest::keyClick(grid(), Qt::Key_V, Qt::ControlModifier);
        flush();
        QCOMPARE(statuses().first(2), (QStringList{mixed, u"課題"_s}));
    }

    void theFilterLeavesWhatIsUnanswered()
    {
        m_plan->answer(m_plan->addSurvey(u"第1回"_s, 2023), {u"順調"_s, u"順調"_s});
        show();
        QTest::keyClick(filter(), Qt::Key_Down);
        QCOMPARE(model()->rowCount(), 4);
        QVERIFY(says(u"6件中 2件 回答済み"_s));
    }

    void whatIsAnsweredStaysUntilTheFilterIsChosenAgain()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        show();
        QTest::keyClick(filter(), Qt::Key_Down); // 未回答だけ
        QCOMPARE(model()->rowCount(), 6);
        choose(at(0, SurveyColumn::Status), at(0, SurveyColumn::Status));
        QTest::keyClick(grid(), Qt::Key_3);
        flush();
        QCOMPARE(model()->rowCount(), 6);
        m_plan->apply(addFreeItem(plan(), survey, m_plan->items(survey)[0]->id, {}, u"計画外の取組"_s, m_plan->ids));
        QCOMPARE(model()->rowCount(), 7); // what is new is not hidden before it is seen
        QCOMPARE(cell(1, SurveyColumn::Item), u"計画外の取組"_s);
        QTest::keyClick(filter(), Qt::Key_Down); // 課題がある取組だけ
        QCOMPARE(model()->rowCount(), 1);
        QTest::keyClick(filter(), Qt::Key_Up);
        QCOMPARE(model()->rowCount(), 6);
        QTest::keyClick(filter(), Qt::Key_Up);
        QCOMPARE(model()->rowCount(), 7);
    }

    void itemsAreCombinedAndLeftOutFromTheMenu()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        show();
        grid()->selectionModel()->select(QItemSelection(model()->index(0, 0), model()->index(2, 0)),
                                         QItemSelectionModel::ClearAndSelect);
        inDialog([](QDialog *dialog) {
            dialog->findChild<QLineEdit *>()->setText(u"三つまとめて"_s);
            dialog->accept();
        });
        trigger(u"選んだ3項目を一つにまとめる"_s);
        flush();
        QCOMPARE(cell(0, SurveyColumn::Item), u"三つまとめて"_s);
        QCOMPARE(model()->rowCount(), 4);
        grid()->setCurrentIndex(at(0, SurveyColumn::Status));
        trigger(u"取組ごとに分ける"_s);
        flush();
        QCOMPARE(model()->rowCount(), 6);
        grid()->setCurrentIndex(at(5, SurveyColumn::Status));
        trigger(u"調査から外す"_s);
        flush();
        QCOMPARE(initiativesLeftOut(plan(), survey).size(), 1);
        trigger(u"調査にない取組を追加（1件）"_s);
        flush();
        QCOMPARE(model()->rowCount(), 6);
    }

    void publishedTotalsWithoutItemsAreShownAsSuch()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        QList<Id<SurveyItem>> all;
        for (const SurveyItem *item : m_plan->items(survey))
            all << item->id;
        m_plan->apply(leaveOutItems(plan(), all));
        m_plan->apply(totalChange(plan(), survey, u"順調"_s, {}, fieldIndex<&SurveyTotal::count>(), qint64(82), m_plan->ids));
        show();
        QVERIFY(says(u"公表された集計です。項目ごとの回答はありません。"_s));
        QVERIFY(!grid()->isVisible());
        auto *bar = m_page->findChild<ResultBar *>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->accessibleName(), u"予定どおり順調 82件"_s); // nothing is known of the others, nor of what it is a share
        m_plan->apply(totalChange(plan(), survey, {}, {}, fieldIndex<&SurveyTotal::count>(), qint64(105), m_plan->ids));
        flush();
        QTRY_COMPARE(bar->accessibleName(), u"予定どおり順調 82件（78.1％）"_s);
        QTest::mouseClick(button(u"計画の取組を調査項目にする"_s), Qt::LeftButton);
        flush();
        QCOMPARE(model()->rowCount(), 6);
        QVERIFY(grid()->isVisible());
    }

    void thePageFollowsTheRounds()
    {
        const Id<Survey> first = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(first, {u"順調"_s});
        show();
        QCOMPARE(m_page->survey(), first);
        const Id<Survey> second = m_plan->addSurvey(u"第2回"_s, 2024, first);
        QCOMPARE(m_page->survey(), second);
        QVERIFY(tellsOfAnEarlierRound());
        QCOMPARE(cell(0, SurveyColumn::Previous), u"順調"_s);
        QVERIFY(m_plan->document->undoNow());
        QCOMPARE(m_page->survey(), first);
        m_plan->apply(removeSurvey(plan(), first));
        QVERIFY(button(u"最初の調査を作る"_s));
    }

    void fiveLinesOfWhichOneIsFilledAreFiveAnswers()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(survey, {u"順調"_s});
        show();
        choose(at(0, SurveyColumn::Status), at(4, SurveyColumn::Status));
        paste(u"\r\n\r\n遅延\r\n\r\n\r\n"_s);
        QCOMPARE(statuses(), QStringList({QString(), QString(), u"遅延"_s, QString(), QString(), QString()}));
        paste(u"課題\r\n"_s); // one cell, however, fills what is chosen
        QCOMPARE(statuses(), QStringList({u"課題"_s, u"課題"_s, u"課題"_s, u"課題"_s, u"課題"_s, QString()}));
    }

    void aSignThatIsTypedIsUnderstoodOrAskedAbout()
    {
        m_plan->addSurvey(u"第1回"_s, 2023);
        show();
        choose(at(0, SurveyColumn::Status), at(0, SurveyColumn::Status));
        QTest::sendKeyEvent(QTest::Click, grid(), Qt::Key_unknown, u"●"_s, Qt::NoModifier);
        QTRY_COMPARE(statuses().first(), u"順調"_s);
        choose(at(1, SurveyColumn::Status), at(1, SurveyColumn::Status));
        QTest::sendKeyEvent(QTest::Click, grid(), Qt::Key_unknown, u"○"_s, Qt::NoModifier);
        const auto refused = [this] { return at(1, SurveyColumn::Status).data(GridModel::RefusedRole).toString(); };
        QTRY_VERIFY2(refused().contains(u"「課題」か「順調」か"_s), qPrintable(refused()));
        QCOMPARE(cell(1, SurveyColumn::Status), u"○"_s); // kept where it was typed, until it is answered
        QVERIFY(says(refused()));
        QTest::keyClick(grid(), Qt::Key_1);
        QTRY_COMPARE(cell(1, SurveyColumn::Status), u"順調"_s);
        QTRY_COMPARE(refused(), QString());
    }

    void whatWasRefusedIsFoundThoughItsItemIsHidden()
    {
        m_plan->addSurvey(u"第1回"_s, 2023);
        show();
        model()->setData(at(4, SurveyColumn::Status), u"絶好調"_s);
        const auto kept = m_plan->document->unsaved().refused();
        QCOMPARE(kept.size(), 1);
        QTest::keyClick(filter(), Qt::Key_End); // 課題がある取組だけ
        QCOMPARE(model()->rowCount(), 0);
        m_plan->document->unsaved().lead(kept.first().place);
        QTRY_COMPARE(grid()->currentIndex(), at(4, SurveyColumn::Status));
        QTRY_VERIFY(grid()->hasFocus());
        QCOMPARE(model()->rowCount(), 6);
        QCOMPARE(filter()->currentText(), u"すべての項目"_s);
    }

    void anAnswerIsCopiedDownOverWhatIsChosen()
    {
        m_plan->answer(m_plan->addSurvey(u"第1回"_s, 2023), {u"順調"_s});
        show();
        choose(at(0, SurveyColumn::Status), at(2, SurveyColumn::Status));
        QTest::keyClick(grid(), Qt::Key_D, Qt::ControlModifier);
        flush();
        QCOMPARE(statuses(), QStringList({u"順調"_s, u"順調"_s, u"順調"_s, QString(), QString(), QString()}));
        QVERIFY(m_plan->document->undoNow());
        QCOMPARE(statuses().count(u"順調"_s), 1);
    }

    void whatIsDoneFromTheMenuIsAStepOfItsOwn()
    {
        m_plan->addSurvey(u"第1回"_s, 2023);
        show();
        choose(at(0, SurveyColumn::Comment), at(0, SurveyColumn::Comment));
        QTest::keyClicks(grid(), u"A"_s);
        auto *editor = grid()->findChild<QPlainTextEdit *>();
        QVERIFY(editor);
        QTest::keyClick(editor, Qt::Key_Return);
        flush();
        choose(at(1, SurveyColumn::Item), at(2, SurveyColumn::Item));
        trigger(u"選んだ項目を「順調」にする"_s);
        flush();
        QCOMPARE(statuses().count(u"順調"_s), 2);
        QVERIFY(m_plan->document->undoNow());
        QCOMPARE(statuses().count(u"順調"_s), 0);
        QCOMPARE(cell(0, SurveyColumn::Comment), u"A"_s);
    }

    void rowsAreNeitherAddedNorRemovedInTheGrid()
    {
        m_plan->addSurvey(u"第1回"_s, 2023);
        show();
        grid()->setFocus();
        const auto before = m_plan->document->sequence();
        QTest::keyClick(grid(), Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(grid(), Qt::Key_Minus, Qt::ControlModifier);
        QTest::keyClick(grid(), Qt::Key_Down, Qt::AltModifier);
        flush();
        QCOMPARE(m_plan->document->sequence(), before);
    }

    void withoutAnEarlierRoundItsColumnIsNeitherCopiedNorPastedInto()
    {
        m_plan->answer(m_plan->addSurvey(u"第1回"_s, 2023), {u"順調"_s, u"遅延"_s});
        show();
        QVERIFY(!tellsOfAnEarlierRound());
        choose(at(0, SurveyColumn::Number), at(1, SurveyColumn::Comment));
        QTest::keyClick(grid(), Qt::Key_C, Qt::ControlModifier);
        const QString copied = QApplication::clipboard()->text();
        QCOMPARE(copied, u"1\t取組1-1\t企画課\t順調\t\t\t\n1\t取組1-2\t企画課\t遅延\t\t\t\n"_s);
        paste(u"1\t取組1-1\t企画課\t課題\tA\t\tコメント1\n1\t取組1-2\t企画課\t順調\t\t対応2\tコメント2\n"_s);
        QCOMPARE(statuses().mid(0, 2), QStringList({u"課題"_s, u"順調"_s}));
        QCOMPARE(cell(0, SurveyColumn::Countermeasure) + u'/' + cell(0, SurveyColumn::Comment), u"/コメント1"_s);
        QCOMPARE(cell(1, SurveyColumn::Countermeasure) + u'/' + cell(1, SurveyColumn::Comment), u"対応2/コメント2"_s);
    }

    void theCurrentItemTellsItsMeasure()
    {
        m_plan->addSurvey(u"第1回"_s, 2023);
        show();
        QSignalSpy chosen(m_page.get(), &SurveyPage::measureChosen);
        grid()->setCurrentIndex(at(3, SurveyColumn::Status));
        QTRY_VERIFY(!chosen.isEmpty());
        QCOMPARE(plan().find(chosen.last().first().value<Id<Measure>>())->number, u"2"_s);
    }

    void aReadOnlyPlanTakesNoAnswers()
    {
        m_plan->addSurvey(u"第1回"_s, 2023);
        const QString path = m_plan->document->path();
        auto second = PlanDocument::open(path, testEnvironment(u"別の人"_s, u"KIKAKU02"_s));
        QVERIFY(second);
        QVERIFY((*second)->isReadOnly());
        SurveyPage page(second->get(), QDate(2024, 5, 10));
        const GridModel &shown = page.grid()->grid();
        QVERIFY(!(shown.index(0, surveyColumn(shown.shape(), SurveyColumn::Status)).flags() & Qt::ItemIsEditable));
    }
};

QTEST_MAIN(SurveyPageTest)
#include "tst_survey_page.moc"
