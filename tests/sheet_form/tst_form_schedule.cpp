// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule in the form: year cells typed by real keys, and the same bars seen the other way; what a plan lacks is not asked.
#include "form_plan.h"
#include "models/plan/rank.h"
#include "tests/support/warnings.h"
#include "views/sheet/sheet_form.h"
#include "views/sheet/sheet_form_schedule.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class FormSchedule : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    FormPlan m_plan;
    std::unique_ptr<SheetForm> m_form;

    ScheduleField *schedule() const { return m_form->findChild<ScheduleField *>(); }
    GridView *grid() const { return schedule()->years(); }
    QModelIndex cell(int year) const { return grid()->model()->index(0, year - 2021 + 1); }
    QString labels() const
    {
        return m_plan.sqlite3(
            u"select group_concat(label || ' ' || starts || ' ' || ends, '; ') from (select p.* from phase p join "
            "initiative i on i.id=p.initiative join measure m on m.id=i.measure where m.number='13' order by "
            "p.starts, p.position)"_s);
    }
    bool shows(const QString &label) const
    {
        const auto all = m_form->findChildren<QLabel *>();
        return std::any_of(all.begin(), all.end(), [&](const QLabel *row) { return row->isVisible() && row->text() == label; });
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_plan = makeFormPlan(m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count)));
        for (const Block &block : m_plan.plan().rows<Block>()) {
            if (block.kind != u"bars")
                continue;
            ChangeBuilder change(u"年度別にする"_s);
            change.set<&Block::kind>(block.id, u"years"_s);
            QVERIFY(m_plan.document->apply(std::move(change).build()));
            break;
        }
        m_form = std::make_unique<SheetForm>(m_plan.document.get());
        m_form->resize(700, 900);
        m_form->setMeasure(m_plan.measure(u"13"_s));
        m_form->show();
        m_form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    }
    void cleanup()
    {
        m_form.reset();
        m_plan.document.reset();
    }

    void yearsShowTheBarsAsWords()
    {
        QVERIFY(grid()->isVisible());
        QVERIFY(!schedule()->bars()->isVisible());
        QCOMPARE(grid()->model()->headerData(2, Qt::Horizontal).toString(), u"令和4年度"_s);
        QCOMPARE(cell(2021).data().toString(), QString());
        QCOMPARE(cell(2022).data().toString(), u"運用"_s);
        QCOMPARE(cell(2023).data().toString(), u"運用\n▲公開（4月）"_s);
    }

    void twoLinesTypedInACellAreTwoBars()
    {
        grid()->setFocus();
        grid()->setCurrentIndex(cell(2021));
        QTest::keyClick(grid(), Qt::Key_F2);
        auto *editor = grid()->findChild<QPlainTextEdit *>();
        QVERIFY(editor);
        typeJapanese(editor, u"ちょうさ"_s, u"調査"_s);
        QTest::keyClick(editor, Qt::Key_Return, Qt::AltModifier);
        typeJapanese(editor, u"よさん"_s, u"R4当初予算要求"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        m_form->flush();
        QCOMPARE(labels(), u"調査 FY2021 FY2021; R4当初予算要求 FY2021 FY2021; 運用 FY2022 .."_s);
        QTRY_COMPARE(cell(2021).data().toString(), u"調査\nR4当初予算要求"_s);
        QVERIFY(m_plan.document->undoNow()); // one visit, one step
        QCOMPARE(labels(), u"運用 FY2022 .."_s);
    }

    void deleteEmptiesAYearAndKeepsTheRestOfTheBar()
    {
        grid()->setFocus();
        grid()->setCurrentIndex(cell(2022));
        QTest::keyClick(grid(), Qt::Key_Delete);
        m_form->flush();
        QCOMPARE(labels(), u"運用 FY2023 .."_s);
    }

    void tabGoesFromYearToYear()
    {
        grid()->setFocus();
        grid()->setCurrentIndex(cell(2022));
        QTest::keyClick(grid(), Qt::Key_F2);
        auto *editor = grid()->findChild<QPlainTextEdit *>();
        QVERIFY(editor);
        QTest::keyClick(editor, Qt::Key_Tab);
        QCOMPARE(grid()->currentIndex(), cell(2023));
    }

    void linesFromASpreadsheetGoInAsOneStepAndNoneIsDropped()
    {
        const auto titles = [this] {
            QStringList list;
            for (const Initiative *row : m_plan.plan().parts<&Initiative::measure>(m_plan.measure(u"13"_s)))
                list << row->title;
            return list;
        };
        const QStringList before = titles();
        grid()->setFocus();
        grid()->setCurrentIndex(grid()->model()->index(0, 0));
        QGuiApplication::clipboard()->setText(u"%1\t調査\n端末\t\t\"選定\n契約\"\n研修\t\t\t▲開始\n"_s.arg(before.first()));
        QTest::keySequence(grid(), QKeySequence::Paste);
        QTRY_COMPARE(titles(), (QStringList{before.first(), u"端末"_s, u"研修"_s}));
        QCOMPARE(cell(2021).data().toString(), u"調査"_s);
        QCOMPARE(grid()->model()->index(1, 2).data().toString(), u"選定\n契約"_s);
        QCOMPARE(grid()->model()->index(2, 3).data().toString(), u"▲開始"_s);
        QCOMPARE(m_plan.document->history().done().size(), 2); // the years of init(), the paste
        QVERIFY(m_plan.document->undoNow());
        QCOMPARE(titles(), before);
    }

    void anotherSpanOfYearsIsShownAtOnceAndTheCellStays()
    {
        grid()->setFocus();
        grid()->setCurrentIndex(cell(2023));
        ChangeBuilder change(u"計画期間を変更"_s);
        change.set<&PlanInfo::first_year>(m_plan.plan().info().id, PlanTime::fiscalYear(2022));
        change.set<&PlanInfo::last_year>(m_plan.plan().info().id, PlanTime::fiscalYear(2028));
        QVERIFY(m_plan.document->apply(std::move(change).build()));
        QTRY_COMPARE(grid()->model()->columnCount(), 8);
        QCOMPARE(grid()->model()->headerData(1, Qt::Horizontal).toString(), u"令和4年度"_s);
        QCOMPARE(grid()->currentIndex(), grid()->model()->index(0, 2));
        QCOMPARE(grid()->currentIndex().data().toString(), u"運用\n▲公開（4月）"_s);
    }

    void aRefusedTimeIsReachedFromTheYears()
    {
        const QModelIndex starts = schedule()->bars()->grid().index(1, 1);
        const InputPlace place = schedule()->bars()->grid().placeOf(starts);
        schedule()->bars()->model()->setData(starts, u"あした"_s);
        m_plan.document->unsaved().lead(place);
        QTRY_VERIFY(schedule()->bars()->hasFocus());
        QCOMPARE(schedule()->bars()->currentIndex(), starts);
        QVERIFY(!grid()->isVisible());
    }

    void theSameBarsAreEditedAsBars()
    {
        QTest::mouseClick(schedule()->switcher(), Qt::LeftButton);
        QVERIFY(!grid()->isVisible());
        GridView *bars = schedule()->bars();
        QVERIFY(bars->isVisible());
        const QModelIndex bar = bars->model()->index(1, 0);
        QCOMPARE(bar.data().toString(), u"運用"_s);
        bars->model()->setData(bar, u"本運用"_s);
        m_form->flush();
        QTest::mouseClick(schedule()->switcher(), Qt::LeftButton);
        QTRY_COMPARE(cell(2022).data().toString(), u"本運用"_s);
    }

    void aRowLeftWithEscapeIsGone()
    {
        const auto rows = [this] { return m_plan.plan().parts<&Initiative::measure>(m_plan.measure(u"13"_s)).size(); };
        const auto bars = [this] { return m_plan.plan().rows<Phase>().size(); };
        const auto leave = [](const QWidget *in) {
            QTRY_VERIFY(in->findChild<QLineEdit *>());
            QTest::keyClick(in->findChild<QLineEdit *>(), Qt::Key_Escape);
        };
        const auto before = rows();
        const auto barsBefore = bars();
        grid()->setFocus();
        grid()->addRecord();
        QTRY_COMPARE(rows(), before + 1);
        leave(grid()->viewport());
        QTRY_COMPARE(rows(), before);

        QTest::mouseClick(schedule()->switcher(), Qt::LeftButton);
        GridView *parts = schedule()->bars();
        parts->setFocus();
        parts->addRecord();
        QTRY_COMPARE(rows(), before + 1);
        leave(parts->viewport());
        QTRY_COMPARE(rows(), before);
        // A bar that is begun below a 取組 goes, too, and the 取組 stays.
        parts->setCurrentIndex(parts->model()->index(0, 0));
        parts->addRecord(1);
        QTRY_COMPARE(bars(), barsBefore + 1);
        leave(parts->viewport());
        QTRY_COMPARE(bars(), barsBefore);
        QCOMPARE(rows(), before);
    }

    void whatAPlanLacksIsNotAsked()
    {
        QVERIFY(shows(u"区分"_s));
        ChangeBuilder change(u"選択肢を削除"_s);
        for (const Measure &measure : m_plan.plan().rows<Measure>()) // a choice that was made would stay
            change.set<&Measure::kind>(measure.id, QString()).set<&Measure::horizon>(measure.id, QString());
        for (const Choice &choice : m_plan.plan().rows<Choice>())
            change.remove(choice.id);
        QVERIFY(m_plan.document->apply(std::move(change).build()));
        QVERIFY(!shows(u"区分"_s));
        QVERIFY(!shows(u"期間区分"_s));
        QVERIFY(!shows(tableLabel(TableId::Indicator))); // no block, and no measure has one
        QVERIFY(!shows(tableLabel(TableId::Footnote)));
    }
};

QTEST_MAIN(FormSchedule)
#include "tst_form_schedule.moc"
