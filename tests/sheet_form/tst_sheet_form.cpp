// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the measure form: typing reaches the file, a visit is one step, refusals say why, the form follows the plan.
#include "form_plan.h"
#include "tests/support/rows.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"
#include "views/sheet/sheet_form.h"
#include "views/sheet/sheet_form_schedule.h"
#include "views/sheet/sheet_form_text.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QElapsedTimer>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace shisaku;
using namespace Qt::StringLiterals;

class SheetForms : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    FormPlan m_plan;
    std::unique_ptr<SheetForm> m_form;

    template <typename Input>
    Input *field(const QString &name) const
    {
        for (Input *input : m_form->findChildren<Input *>()) {
            if (input->accessibleName() == name)
                return input;
        }
        qFatal("no field %s", qPrintable(name));
    }
    QTextEdit *text(const QString &label) const { return field<QTextEdit>(label); }
    QLineEdit *line(const QString &label) const { return field<QLineEdit>(label); }
    GridView *schedule() const { return m_form->findChild<ScheduleField *>()->bars(); }

    QString shownErrors() const
    {
        QStringList shown;
        for (const QLabel *label : m_form->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"ください"_s))
                shown << label->text();
        }
        return shown.join(u'\n');
    }

    QString overviewInFile() const
    {
        return m_plan.sqlite3(u"select t.text from measure_text t join block b on b.id=t.block join measure m on m.id=t.measure "
                              "where b.label='概要' and m.number='13'"_s);
    }
    const Measure &measure() const { return *m_plan.plan().find(m_plan.measure(u"13"_s)); }

private slots:
    void init()
    {
        failOnWarnings();
        m_plan = makeFormPlan(m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count)));
        m_form = std::make_unique<SheetForm>(m_plan.document.get());
        m_form->resize(480, 900);
        m_form->setMeasure(m_plan.measure(u"13"_s));
        m_form->show();
        m_form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    }
    void cleanup()
    {
        m_form.reset();
        m_plan = {};
    }

    void typingIsInTheFileAfterAPause()
    {
        text(u"概要"_s)->setFocus();
        QTest::keyClicks(text(u"概要"_s), u"AI wo tsukau"_s);
        QCOMPARE(overviewInFile(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(overviewInFile(), u"AI wo tsukau"_s, 2000);
    }

    void theFirstKeySaysThatThereIsSomethingToUndo()
    {
        QSignalSpy typed(m_form.get(), &SheetForm::typed);
        text(u"概要"_s)->setFocus();
        QCOMPARE(typed.count(), 0);
        QTest::keyClicks(text(u"概要"_s), u"AI"_s);
        QCOMPARE(typed.count(), 1); // one until it is handed over
    }

    void whatTheInputMethodCommitsIsInTheFileAtOnce()
    {
        text(u"概要"_s)->setFocus();
        typeJapanese(text(u"概要"_s), u"がいよう"_s, u"概要の文"_s);
        QCoreApplication::processEvents();
        (void)m_plan.document->flush();
        QCOMPARE(overviewInFile(), u"概要の文"_s);
    }

    void aTextThatWasNeverThereIsNotMadeEmpty()
    {
        const auto &blocks = m_plan.plan().rows<Block>();
        for (const Block &block : blocks) {
            const TextSource source = blockText(*m_plan.document, block.id);
            if (!source.read(measure().id).isEmpty())
                continue;
            const auto change = source.change(measure().id, {})(m_plan.plan());
            QVERIFY(change && change->isEmpty());
        }
    }

    void aVisitOfAFieldIsOneStep()
    {
        QTextEdit *overview = text(u"概要"_s);
        overview->setFocus();
        typeJapanese(overview, u"いち"_s, u"一"_s);
        QCoreApplication::processEvents();
        typeJapanese(overview, u"に"_s, u"二"_s);
        QTRY_COMPARE(overviewInFile(), u"一二"_s);
        QCOMPARE(m_plan.document->history().done().size(), 1);
        QCOMPARE(m_plan.document->history().undoable()->title, u"施策13の概要を変更"_s);
        QVERIFY(m_plan.document->undoNow());
        QCOMPARE(overview->toPlainText(), QString());
        QVERIFY(m_plan.document->redoNow());
        QCOMPARE(overview->toPlainText(), u"一二"_s);
    }

    void anOddNumberIsToldWhenItIsEntered()
    {
        const auto told = [this] {
            QStringList lines;
            for (const QLabel *label : m_form->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().startsWith(u"番号"_s) && label->text().endsWith(u"。"_s))
                    lines << label->text();
            }
            return lines.join(u'\n');
        };
        QCOMPARE(told(), QString());
        const auto enter = [this](const QString &number) {
            line(u"番号"_s)->setFocus();
            line(u"番号"_s)->selectAll();
            QTest::keyClick(line(u"番号"_s), Qt::Key_Delete);
            QTest::keyClicks(line(u"番号"_s), number);
            QTest::keyClick(line(u"番号"_s), Qt::Key_Return);
            (void)m_plan.document->flush();
        };
        QString other;
        for (const Measure &each : m_plan.plan().rows<Measure>())
            other = each.id == m_plan.measure(u"13"_s) ? other : each.number;
        QVERIFY(!other.isEmpty());
        enter(other);
        QTRY_VERIFY(told().contains(u"にも付いています。"_s));
        enter(QString());
        QTRY_COMPARE(told(), u"番号が空です。ほかの施策には番号があります。"_s);
        enter(u"13a"_s);
        QTRY_COMPARE(told(), u"番号「13a」が、ほかの施策と違って半角の整数ではありません。"_s);
        enter(u"13"_s);
        QTRY_COMPARE(told(), QString());
    }

    void aCellInQuotationMarksComesBackFromTheClipboard()
    {
        GridView *grid = schedule();
        const QPersistentModelIndex cell = grid->model()->index(0, 0);
        const auto enter = [&](const QString &text) {
            grid->model()->setData(cell, text);
            (void)m_plan.document->flush();
        };
        grid->setCurrentIndex(cell);
        for (const QString &text : {u"\"DX\""_s, u"\"DX\"推進"_s, u"推進"_s}) {
            enter(text);
            static_cast<EditTarget *>(grid)->perform(ClipboardAction::Copy);
            enter(u"別の名"_s);
            static_cast<EditTarget *>(grid)->perform(ClipboardAction::Paste);
            (void)m_plan.document->flush();
            QCOMPARE(cell.data().toString(), text);
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), u"推進"_s); // in a line of text, no line end is wanted
    }

    void enterLeadsIntoTheTitleWithNothingChosen()
    {
        const QString title = measure().title;
        m_form->takeFocus();
        QCOMPARE(QGuiApplication::focusObject(), line(u"施策名"_s));
        QTest::keyClicks(line(u"施策名"_s), u"a"_s);
        m_form->flush();
        (void)m_plan.document->flush();
        QCOMPARE(measure().number, u"13"_s);
        QCOMPARE(measure().title, title + u'a');
    }

    void twoVisitsAreTwoSteps()
    {
        for (const char *word : {"a", "b"}) {
            line(u"略称"_s)->setFocus();
            QTest::keyClicks(line(u"略称"_s), QString::fromLatin1(word));
            line(u"番号"_s)->setFocus();
        }
        QTRY_COMPARE(m_plan.document->history().done().size(), 2);
        QVERIFY(m_plan.document->undoNow());
        QCOMPARE(line(u"略称"_s)->text(), u"a"_s);
    }

    void leavingAFieldAppliesIt()
    {
        line(u"施策名"_s)->setFocus();
        line(u"施策名"_s)->selectAll();
        QTest::keyClicks(line(u"施策名"_s), u"DX"_s);
        QTest::keyClick(line(u"施策名"_s), Qt::Key_Tab);
        (void)m_plan.document->flush();
        QCOMPARE(measure().title, u"DX"_s);
    }

    void anotherMeasureTakesNothingOfWhatWasTypedBefore()
    {
        text(u"目標"_s)->setFocus();
        QTest::keyClicks(text(u"目標"_s), u"X"_s);
        m_form->setMeasure(m_plan.measure(u"14"_s));
        QCOMPARE(text(u"目標"_s)->toPlainText(), u"目標の文"_s);
        (void)m_plan.document->flush();
        QCOMPARE(m_plan.sqlite3(u"select text from measure_text order by text"_s), u"目標の文\n目標の文X"_s);
    }

    void escapeBringsBackTheTextOfTheBeginning()
    {
        QLineEdit *title = line(u"施策名"_s);
        title->setFocus();
        QTest::keyClicks(title, u"zzz"_s);
        QTest::keyClick(title, Qt::Key_Return);
        (void)m_plan.document->flush();
        QVERIFY(measure().title.contains(u"zzz"_s));
        QTest::keyClick(title, Qt::Key_Escape);
        (void)m_plan.document->flush();
        QCOMPARE(measure().title, u"施策名13"_s);
        QCOMPARE(title->text(), u"施策名13"_s);
        m_form->flush();
        QVERIFY(m_plan.document->undoNow());
        QVERIFY(!m_plan.document->history().undoable()); // the visit, though it came to nothing, does not block undo
    }

    void keysBelongToTheInputMethodWhileComposing()
    {
        QLineEdit *title = line(u"施策名"_s);
        title->setFocus();
        QTest::keyClicks(title, u"q"_s);
        compose(title, u"へんかん"_s);
        QTest::keyClick(title, Qt::Key_Escape);
        QTest::keyClick(title, Qt::Key_Return);
        QVERIFY(!QTest::qWaitFor([&] { return measure().title != u"施策名13"; }, 700)); // longer than the pause that applies
        QCOMPARE(measure().title, u"施策名13"_s);                                       // neither applied nor restored
        QVERIFY(title->text().contains(u'q'));
    }

    void aChangeFromElsewhereWaitsForTheComposition()
    {
        QLineEdit *title = line(u"施策名"_s);
        title->setFocus();
        compose(title, u"か"_s);
        ChangeBuilder change(u"施策名を変更"_s);
        change.set<&Measure::title>(measure().id, u"別の名"_s);
        QVERIFY(m_plan.document->apply(std::move(change).build()));
        QCOMPARE(title->text(), u"施策名13"_s);
    }

    void aRefusedTextStaysAndTheReasonStandsBelow()
    {
        QSignalSpy refused(m_form.get(), &SheetForm::refused);
        QLineEdit *title = line(u"施策名"_s);
        title->setFocus();
        title->selectAll();
        QTest::keyClick(title, Qt::Key_Delete);
        QTest::keyClick(title, Qt::Key_Return);
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY2(shownErrors().contains(u"施策13の「施策名」が空です。"_s), qPrintable(shownErrors()));
        QCOMPARE(title->text(), QString());
        QCOMPARE(measure().title, u"施策名13"_s);
        QTest::keyClicks(title, u"ok"_s);
        QTest::keyClick(title, Qt::Key_Return);
        QTRY_COMPARE(shownErrors(), QString());
        QCOMPARE(measure().title, u"ok"_s);
    }

    void aRefusedTextSurvivesAVisitToAnotherMeasure()
    {
        QLineEdit *at = line(u"状態の時期"_s);
        at->setFocus();
        QTest::keyClicks(at, u"R5.13"_s);
        m_form->setMeasure(m_plan.measure(u"14"_s)); // no Enter: what is typed is handed over
        QCOMPARE(at->text(), QString());
        QCOMPARE(shownErrors(), QString());
        QCOMPARE(m_plan.document->unsaved().count(), 1);
        QTest::keyClicks(at, u"R6.13"_s);
        m_form->setMeasure(m_plan.measure(u"13"_s));
        QCOMPARE(at->text(), u"R5.13"_s);
        QVERIFY(shownErrors().contains(u"「R5.13」は時期として読めません。"_s));
        QCOMPARE(m_plan.document->unsaved().count(), 2);
        at->selectAll();
        QTest::keyClicks(at, u"R5.12"_s);
        QTest::keyClick(at, Qt::Key_Return);
        QTRY_COMPARE(measure().state_at, PlanTime::month(2023, 12));
        QCOMPARE(shownErrors(), QString());
        QCOMPARE(m_plan.document->unsaved().count(), 1);
    }

    void escGivesARefusedTextUpAndShowsThePlans()
    {
        QLineEdit *title = line(u"施策名"_s);
        title->setFocus();
        title->selectAll();
        QTest::keyClick(title, Qt::Key_Delete);
        m_form->setMeasure(m_plan.measure(u"14"_s));
        m_form->setMeasure(m_plan.measure(u"13"_s));
        QCOMPARE(title->text(), QString());
        title->setFocus();
        QTest::keyClick(title, Qt::Key_Escape);
        QCOMPARE(title->text(), u"施策名13"_s);
        QCOMPARE(shownErrors(), QString());
        QVERIFY(m_plan.document->unsaved().isEmpty());
    }

    void aRefusedCellSurvivesAVisitToAnotherMeasure()
    {
        GridView *grid = schedule();
        const auto starts = [grid] { return grid->model()->index(1, 1); };
        QVERIFY(!grid->model()->setData(starts(), u"あした"_s));
        m_form->setMeasure(m_plan.measure(u"14"_s));
        QVERIFY(starts().data().toString() != u"あした"_s);
        QCOMPARE(shownErrors(), QString());
        m_form->setMeasure(m_plan.measure(u"13"_s));
        QCOMPARE(starts().data().toString(), u"あした"_s);
        QVERIFY(!starts().data(GridModel::RefusedRole).toString().isEmpty());
        QVERIFY(shownErrors().contains(u"「あした」は時期として読めません。"_s));
    }

    void aRefusedChoiceStaysPicked()
    {
        const Choice *other = m_plan.plan().choices(u"kind").last();
        const auto isPicked = [&] { return field<QRadioButton>(u"区分：%1"_s.arg(other->label))->isChecked(); };
        QVERIFY(!isPicked());
        const InputPlace place{Owner(measure().id), fieldIndex<&Measure::kind>(), {}};
        m_plan.document->unsaved().submit(place, other->key, [](const Plan &) {
            return Result<ChangeSet>(Error{ErrorKind::Failed, u"書けません。"_s, u"待ってください。"_s, {}});
        });
        QVERIFY(isPicked());
        QVERIFY(shownErrors().contains(u"書けません。"_s));
        m_form->setMeasure(m_plan.measure(u"14"_s));
        QVERIFY(!isPicked());
        QCOMPARE(shownErrors(), QString());
        m_form->setMeasure(m_plan.measure(u"13"_s));
        QVERIFY(isPicked());
        QVERIFY(shownErrors().contains(u"書けません。"_s));
        QVERIFY(measure().kind != other->key);
    }

    void typingWithoutAPauseIsInTheFileAllTheSame()
    {
        QTextEdit *overview = text(u"概要"_s);
        overview->setFocus();
        QElapsedTimer timer;
        timer.start();
        while (overviewInFile().isEmpty() && timer.elapsed() < 6000)
            QTest::keyClick(overview, Qt::Key_A, Qt::NoModifier, 50); // faster than any pause
        QVERIFY(!overviewInFile().isEmpty());
        QVERIFY(overview->toPlainText().startsWith(overviewInFile()));
    }

    void aFormIsLedToAnInput()
    {
        m_form->setMeasure(m_plan.measure(u"13"_s));
        m_plan.document->unsaved().lead({Owner(measure().id), fieldIndex<&Measure::state_at>(), {}});
        QTRY_VERIFY(line(u"状態の時期"_s)->hasFocus());
    }

    void aWrongTimeIsRefusedWithASentence()
    {
        QLineEdit *at = line(u"状態の時期"_s);
        at->setFocus();
        QTest::keyClicks(at, u"R5.13"_s);
        QTest::keyClick(at, Qt::Key_Return);
        QTRY_VERIFY(shownErrors().contains(u"「R5.13」は時期として読めません。"_s));
        QCOMPARE(at->text(), u"R5.13"_s);
        at->clear();
        typeJapanese(at, u"れいわ"_s, u"令和５年４月"_s);
        QTRY_COMPARE(measure().state_at, PlanTime::month(2023, 4));
        QTRY_COMPARE(at->text(), u"R5.4"_s);
        QCOMPARE(shownErrors(), QString());
    }

    void theCursorStaysWhenTheTextChangesElsewhere()
    {
        QTextEdit *goal = text(u"目標"_s);
        goal->setFocus();
        QTextCursor cursor = goal->textCursor();
        cursor.setPosition(2);
        goal->setTextCursor(cursor);
        ChangeBuilder change(u"施策13の目標を変更"_s);
        change.set<&MeasureText::text>(m_plan.plan().parts<&MeasureText::measure>(measure().id).first()->id, u"目標の文章"_s);
        QVERIFY(m_plan.document->apply(std::move(change).build()));
        QCOMPARE(goal->toPlainText(), u"目標の文章"_s);
        QCOMPARE(goal->textCursor().position(), 2);
    }

    void noCharacterIsChangedByEditing()
    {
        QTextEdit *goal = text(u"目標"_s);
        goal->setFocus();
        const QString odd = u"○ＡＢ\u00a0Ｃ　～〜\n　※１ 𠮷 “a”"_s;
        goal->selectAll();
        typeJapanese(goal, {}, odd);
        QTRY_COMPARE(m_plan.plan().parts<&MeasureText::measure>(measure().id).first()->text, odd);
    }

    void whatAWordProcessorPutsBetweenLinesIsPastedAsLinesAndShownAsThePlanHasIt()
    {
        QGuiApplication::clipboard()->setText(u"一\v二\f三\u2028四\u0007五\u202e六"_s);
        QTextEdit *goal = text(u"目標"_s);
        goal->setFocus();
        goal->selectAll();
        QTest::keySequence(goal, QKeySequence::Paste);
        QLineEdit *title = line(u"施策名"_s);
        title->setFocus();
        title->selectAll();
        QTest::keySequence(title, QKeySequence::Paste);
        line(u"番号"_s)->setFocus();
        QTRY_COMPARE(measure().title, u"一 二 三 四 五六"_s);
        QCOMPARE(m_plan.plan().parts<&MeasureText::measure>(measure().id).first()->text, u"一\n二\n三\n四 五六"_s);
        QCOMPARE(title->text(), u"一 二 三 四 五六"_s);
        QCOMPARE(goal->toPlainText(), u"一\n二\n三\n四 五六"_s);
        QCOMPARE(shownErrors(), QString());
    }

    void theChoicesOfThePlanAreRadioButtons()
    {
        auto *kind = field<QRadioButton>(u"区分：新規"_s);
        QVERIFY(kind->isChecked());
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Right);
        QTRY_COMPARE(measure().kind, u"継続"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTRY_COMPARE(measure().kind, u"拡張"_s);
        QCOMPARE(m_plan.document->history().done().size(), 1);
        QVERIFY(m_plan.document->undoNow());
        QVERIFY(field<QRadioButton>(u"区分：新規"_s)->isChecked());
    }

    void thePredecessorIsPickedFromTheOtherMeasures()
    {
        auto *list = field<QComboBox>(u"前身の施策"_s);
        list->setFocus();
        QCOMPARE(list->count(), 2); // none, and the other measure
        QTest::keyClick(list, Qt::Key_Down);
        QTRY_COMPARE(measure().predecessor, m_plan.measure(u"14"_s));
        QVERIFY(list->currentText().startsWith(u"14"_s));
        line(u"番号"_s)->setFocus();
        QVERIFY(m_plan.document->undoNow());
        QCOMPARE(list->currentText(), u"（なし）"_s);
    }

    void tabGoesThroughTheFieldsInTheOrderOfTheSheet()
    {
        line(u"番号"_s)->setFocus();
        QStringList names{u"番号"_s};
        for (int i = 0; i < 60 && names.size() < 12; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const QString name = QApplication::focusWidget()->accessibleName();
            if (name != names.last()) // in a grid from cell to cell, then out of it
                names << name;
        }
        QCOMPARE(names, (QStringList{u"番号"_s, u"施策名"_s, u"略称"_s, u"まとまりの名称"_s, u"区分：新規"_s, u"期間区分：短期"_s,
                                     u"目指す姿を選ぶ"_s, u"概要"_s, u"目標"_s, u"所管課"_s, u"スケジュール"_s,
                                     u"選んでいる行の下に取組を追加します（Ctrl++、Insert）。"_s}));
    }

    void aCellIsOverwrittenByTypingAndEnterGoesDown()
    {
        GridView *grid = schedule();
        grid->setFocus();
        grid->setCurrentIndex(grid->model()->index(1, 0));
        QTest::keyClick(grid, 'n');
        QWidget *editor = grid->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"ew"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(m_plan.document->flush());
        QCOMPARE(m_plan.sqlite3(u"select count(*) from phase where label='new'"_s), u"1"_s);
        QTRY_COMPARE(grid->currentIndex().row(), 2);
        QCOMPARE(m_plan.document->history().undoable()->title, u"工程『運用』の表示文字を変更"_s);
    }

    void aTimeInTheGridIsReadAndAWrongOneStaysMarked()
    {
        GridView *grid = schedule();
        const QModelIndex starts = grid->model()->index(1, 1);
        QVERIFY(grid->model()->setData(starts, u"令和５年４月"_s));
        (void)m_plan.document->flush();
        QCOMPARE(starts.data().toString(), u"R5.4"_s);
        QVERIFY(!grid->model()->setData(starts, u"あした"_s));
        QCOMPARE(starts.data().toString(), u"あした"_s);
        QVERIFY(shownErrors().contains(u"「あした」は時期として読めません。"_s));
        QVERIFY(grid->model()->setData(starts, u"R5.4"_s));
        QCOMPARE(shownErrors(), QString());
    }

    void aNewRowAndItsFirstTextAreOneStep()
    {
        GridView *grid = schedule();
        grid->setFocus();
        grid->addRecord();
        QTRY_VERIFY(grid->viewport()->findChild<QLineEdit *>());
        auto *editor = grid->viewport()->findChild<QLineEdit *>();
        editor->selectAll();
        QTest::keyClicks(editor, u"RPA"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(m_plan.plan().parts<&Initiative::measure>(measure().id).last()->title, u"RPA"_s);
        QCOMPARE(m_plan.document->history().done().size(), 1);
        QVERIFY(m_plan.document->undoNow());
        QCOMPARE(m_plan.plan().parts<&Initiative::measure>(measure().id).size(), 1);
    }

    void doubtsAreMarkedBesideTheField()
    {
        const auto marked = [this] {
            QStringList names;
            for (const DoubtMark *mark : m_form->findChildren<DoubtMark *>()) {
                if (mark->isVisible())
                    names << mark->accessibleName();
            }
            return names;
        };
        QCOMPARE(marked(), QStringList());
        auto note = made<Annotation>();
        note.table = u"measure"_s;
        note.row = measure().id.row;
        note.field = u"kind"_s;
        note.kind = u"要原典確認"_s;
        note.text = u"二つに●がある。"_s;
        note.source = u"票13"_s;
        QVERIFY(m_plan.document->apply(insertionOf(note)));
        QCOMPARE(marked(), QStringList{u"要原典確認：二つに●がある。\n出典：票13"_s});
    }

    void aReadOnlyPlanShowsWhyAndTakesNothing()
    {
        auto opened = PlanDocument::open(m_plan.path, m_plan.document->environment(), PlanFile::Access::ReadOnly);
        QVERIFY(opened);
        SheetForm form(opened->get());
        form.setMeasure(m_plan.measure(u"13"_s));
        form.show();
        for (const QLineEdit *input : some(form.findChildren<QLineEdit *>()))
            QVERIFY(input->isReadOnly() || !input->isVisible());
        for (const QTextEdit *input : form.findChildren<QTextEdit *>())
            QVERIFY(input->isReadOnly());
        bool told = false;
        for (const QLabel *label : form.findChildren<QLabel *>())
            told = told || (label->isVisible() && label->text() == opened->get()->readOnlyReason()->message());
        QVERIFY(told);
    }

    void theFormSurvivesTheRemovalOfItsMeasure()
    {
        ChangeBuilder change(u"施策13を削除"_s);
        change.remove(measure().id);
        QVERIFY(m_plan.document->apply(std::move(change).build()));
        QVERIFY(m_form->measure().isNull());
    }
};

QTEST_MAIN(SheetForms)
#include "tst_sheet_form.moc"
