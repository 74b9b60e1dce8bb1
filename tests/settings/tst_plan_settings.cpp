// SPDX-License-Identifier: GPL-3.0-or-later
// What shapes a plan is changed by hand, one ChangeSet each, and taken back; what would break the plan is refused in words.
#include "models/document/note_numbers.h"
#include "models/exchange/plan_csv.h"
#include "models/order/numbering.h"
#include "models/plan/codes.h"
#include "tests/support/grids.h"
#include "tests/support/pictures.h"
#include "tests/support/samples.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"
#include "views/settings/document_rows.h"
#include "views/settings/plan_settings.h"
#include "views/settings/settings_pages.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestPlanSettings : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<PlanSettings> m_settings;

    const Plan &plan() const { return m_document->plan(); }
    QStringList labels(QStringView list) const
    {
        QStringList found;
        for (const Choice *choice : plan().choices(list))
            found << choice->label;
        return found;
    }
    void settle()
    {
        for (int round = 0; round < 3; ++round) { // the editor closes, the change is sent, the table is filled
            QCoreApplication::processEvents();
            (void)m_document->flush();
        }
    }
    /// Types over the current cell and ends with Enter.
    void type(GridPanel *rows, const QString &text)
    {
        typeInto(*rows->grid(), text);
        settle();
    }
    static void choose(GridPanel *rows, const QString &text, int column = 0)
    {
        const QModelIndex cell = cellSaying(*rows->grid(), text, column);
        QVERIFY2(cell.isValid(), qPrintable(text));
        rows->grid()->goTo(cell);
        QVERIFY(rows->grid()->hasFocus());
    }
    static QStringList column(const GridPanel *rows, int column)
    {
        QStringList texts;
        for (int row = 0; row < rows->model()->recordCount(); ++row)
            texts << rows->model()->index(row, column).data().toString();
        return texts;
    }
    /// As if the lines came from a spreadsheet.
    void paste(GridPanel *rows, const QString &lines)
    {
        QApplication::clipboard()->setText(lines);
        rows->grid()->setFocus();
        QVERIFY(rows->grid()->hasFocus());
        QTest::keyClick(rows->grid(), Qt::Key_V, Qt::ControlModifier);
        settle();
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_document = documentOf(sampleContent(), m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count)));
        m_settings = std::make_unique<PlanSettings>(m_document.get());
        m_settings->show();
        m_settings->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_settings.get()));
    }
    void cleanup()
    {
        m_settings.reset();
        m_document.reset();
    }

    void aTermIsAddedWithTheNextNumberExplainedAndTakenBack()
    {
        GridPanel *rows = m_settings->glossaryPage()->rows();
        m_settings->contents()->setCurrentRow(4);
        QVERIFY(rows->isVisible());
        const auto before = plan().rows<GlossaryTerm>().size();
        QCOMPARE(rows->model()->recordCount(), before);
        qint64 last = 0;
        for (const GlossaryTerm &term : plan().rows<GlossaryTerm>())
            last = std::max(last, term.number.value_or(0));
        rows->grid()->setFocus();
        QTest::keyClick(rows->grid(), Qt::Key_Insert);
        settle();
        QCOMPARE(plan().rows<GlossaryTerm>().size(), before + 1);
        QTRY_VERIFY(openLine(*rows->grid())); // the name is typed at once
        typeOver(openLine(*rows->grid()), u"生成AI"_s, Qt::Key_Return);
        settle();
        const auto terms = plan().ordered<GlossaryTerm>();
        const auto made = std::find_if(terms.begin(), terms.end(),
                                       [](const GlossaryTerm *term) { return term->word == u"生成AI"; });
        QVERIFY(made != terms.end());
        QCOMPARE((*made)->number.value_or(0), last + 1);
        for (int step = 0; step < 2; ++step) {
            QTest::mouseClick(m_settings->undoButton(), Qt::LeftButton);
            settle();
        }
        QCOMPARE(plan().rows<GlossaryTerm>().size(), before);
    }

    void aRowLeftWithEscapeIsGone()
    {
        GridPanel *rows = m_settings->glossaryPage()->rows();
        m_settings->contents()->setCurrentRow(4);
        const auto before = plan().rows<GlossaryTerm>().size();
        rows->grid()->setFocus();
        QTest::keyClick(rows->grid(), Qt::Key_Insert);
        settle();
        QCOMPARE(plan().rows<GlossaryTerm>().size(), before + 1);
        QTRY_VERIFY(openLine(*rows->grid()));
        QTest::keyClicks(openLine(*rows->grid()), u"AI"_s); // typed, but never taken
        QTest::keyClick(openLine(*rows->grid()), Qt::Key_Escape);
        settle();
        QCOMPARE(plan().rows<GlossaryTerm>().size(), before);
        QCOMPARE(rows->model()->recordCount(), before);
        // One that says something stays when an editor in it is left.
        rows->grid()->setFocus();
        QTest::keyClick(rows->grid(), Qt::Key_F2);
        QTRY_VERIFY(openLine(*rows->grid()));
        QTest::keyClick(openLine(*rows->grid()), Qt::Key_Escape);
        settle();
        QCOMPARE(plan().rows<GlossaryTerm>().size(), before);
    }

    void marksFollowATermThatIsRenumberedOrGoes()
    {
        const auto chapters = [this] {
            QString text;
            for (const Passage *passage : plan().ordered<Passage>())
                text += passage->text;
            return text;
        };
        GridPanel *rows = m_settings->glossaryPage()->rows();
        m_settings->contents()->setCurrentRow(4);
        const GlossaryTerm *second = termByNumber(plan(), u"2"_s);
        const QString third = termByNumber(plan(), u"3"_s)->word;
        QVERIFY(chapters().contains(u"［※2］"_s) && chapters().contains(u"［※3］"_s));
        choose(rows, second->word, 2);
        type(rows, u"3"_s);
        QVERIFY2(rows->refusal().contains(u"番号3は、用語「%1」"_s.arg(third)), qPrintable(rows->refusal()));
        choose(rows, second->word, 2); // Enter has gone on to the next row
        type(rows, u"99"_s);
        QVERIFY(chapters().contains(u"［※99］"_s) && !chapters().contains(u"［※2］"_s));
        choose(rows, third);
        QTest::keyClick(rows->grid(), Qt::Key_Minus, Qt::ControlModifier);
        settle();
        QVERIFY(!termByNumber(plan(), u"3"_s));
        QVERIFY(!chapters().contains(u"［※3］"_s));
        // The numbers are put in order again by one button.
        QPushButton *renumber = m_settings->glossaryPage()->renumber();
        QVERIFY(renumber->isEnabled());
        QTest::mouseClick(renumber, Qt::LeftButton);
        settle();
        QVERIFY(!renumber->isEnabled());
        QVERIFY(chapters().contains(u"［※2］"_s) && !chapters().contains(u"［※99］"_s));
        for (int step = 0; step < 3; ++step) {
            QTest::mouseClick(m_settings->undoButton(), Qt::LeftButton);
            settle();
        }
        QVERIFY(chapters().contains(u"［※2］"_s) && chapters().contains(u"［※3］"_s));
    }

    void aPlanOrLawBesideThisOneIsAdded()
    {
        GridPanel *rows = m_settings->relatedPlanPage();
        m_settings->contents()->setCurrentRow(5);
        QVERIFY(rows->isVisible());
        const auto before = plan().rows<RelatedPlan>().size();
        QCOMPARE(rows->model()->recordCount(), before);
        rows->grid()->setFocus();
        QTest::keyClick(rows->grid(), Qt::Key_Insert);
        settle();
        QCOMPARE(plan().rows<RelatedPlan>().size(), before + 1);
    }

    void theTitlePageIsEditedAndTakenBack()
    {
        auto *title = qobject_cast<QLineEdit *>(m_settings->planPage()->input(fieldIndex<&PlanInfo::title>()));
        const QString before = plan().info().title;
        typeOver(title, u"DX"_s, Qt::Key_Tab);
        settle();
        QCOMPARE(plan().info().title, u"DX"_s);
        QTest::mouseClick(m_settings->undoButton(), Qt::LeftButton);
        settle();
        QCOMPARE(plan().info().title, before);
        QCOMPARE(title->text(), before);
        QTest::mouseClick(m_settings->redoButton(), Qt::LeftButton);
        settle();
        QCOMPARE(plan().info().title, u"DX"_s);
    }

    void yearsAreTypedAsOfficersWriteThem()
    {
        auto *last = qobject_cast<QLineEdit *>(m_settings->planPage()->input(fieldIndex<&PlanInfo::last_year>()));
        typeOver(last, u"令和9年度"_s, Qt::Key_Tab);
        settle();
        QCOMPARE(plan().info().last_year, PlanTime::fiscalYear(2027));
        QCOMPARE(last->text(), u"R9"_s);
        typeOver(last, u"いつか"_s, Qt::Key_Tab);
        settle();
        QVERIFY(m_settings->planPage()->refusal().contains(u"時期として読めません"_s));
        QCOMPARE(plan().info().last_year, PlanTime::fiscalYear(2027));
    }

    void whatIsRefusedIsStillThereWhenTheSettingsAreOpenedAgain()
    {
        auto *last = qobject_cast<QLineEdit *>(m_settings->planPage()->input(fieldIndex<&PlanInfo::last_year>()));
        typeOver(last, u"いつか"_s, Qt::Key_Tab);
        settle();
        GridPanel *rows = m_settings->departmentPage()->rows();
        m_settings->contents()->setCurrentRow(3);
        const Id<Department> office = plan().ordered<Department>().first()->id;
        choose(rows, plan().find(office)->name, 3);
        type(rows, u"あした"_s);
        QCOMPARE(m_document->unsaved().count(), 2);
        QCOMPARE(cellSaying(*rows->grid(), plan().find(office)->name, 3).data().toString(), u"あした"_s);

        m_settings->done(0);
        m_settings = std::make_unique<PlanSettings>(m_document.get());
        m_settings->show();
        m_settings->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_settings.get()));
        last = qobject_cast<QLineEdit *>(m_settings->planPage()->input(fieldIndex<&PlanInfo::last_year>()));
        QCOMPARE(last->text(), u"いつか"_s);
        QVERIFY(m_settings->planPage()->refusal().contains(u"時期として読めません"_s));
        rows = m_settings->departmentPage()->rows();
        rows->showRecord(office.row);
        QCOMPARE(cellSaying(*rows->grid(), plan().find(office)->name, 3).data().toString(), u"あした"_s);
        QVERIFY(rows->refusal().contains(u"「あした」は時期として読めません"_s));
        m_settings->contents()->setCurrentRow(3);
        choose(rows, plan().find(office)->name, 3);
        type(rows, u"R5.4"_s);
        QCOMPARE(plan().find(office)->valid_from, PlanTime::month(2023, 4));
        QCOMPARE(rows->refusal(), QString());
        QCOMPARE(m_document->unsaved().count(), 1);
    }

    void anOpenCellIsTakenWhenTheSettingsClose()
    {
        GridPanel *rows = m_settings->departmentPage()->rows();
        m_settings->contents()->setCurrentRow(3);
        const Id<Department> office = plan().ordered<Department>().first()->id;
        choose(rows, plan().find(office)->name);
        QTest::keyClick(rows->grid(), Qt::Key_F2);
        QLineEdit *editor = openLine(*rows->grid());
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, u"DX"_s);
        QVERIFY(m_document->unsaved().isTyping());
        m_settings->done(0);
        m_settings.reset();
        (void)m_document->flush();
        QCOMPARE(plan().find(office)->name, u"DX"_s);
        QVERIFY(m_document->isSaved());
    }

    void aRowIsShownWhereItIsEdited()
    {
        const auto shows = [this](const Owner &place, GridPanel *rows) {
            return m_settings->showRow(place) && rows->isVisible() && rows->grid()->currentRecord() == place.row;
        };
        for (const Category *item : some(plan().ordered<Category>()))
            QVERIFY2(shows(Owner(item->id), m_settings->classificationPage()->categories()), qPrintable(item->title));
        QVERIFY(shows(Owner(plan().ordered<GlossaryTerm>().last()->id), m_settings->glossaryPage()->rows()));
        QVERIFY(shows(Owner(plan().ordered<Department>().last()->id), m_settings->departmentPage()->rows()));
        QVERIFY(shows(Owner(plan().ordered<RelatedPlan>().last()->id), m_settings->relatedPlanPage()));
        QVERIFY(shows(Owner(plan().choices(u"status").last()->id), m_settings->choicePage()->rows()));
        QVERIFY(m_settings->showRow(Owner(plan().info().id)));
        QVERIFY(!m_settings->showRow(Owner(plan().ordered<Measure>().first()->id))); // a form of its own
    }

    void nothingBeforeTheSettingsIsTakenBackFromHere() { QVERIFY(!m_settings->undoButton()->isEnabled()); }

    void choicesAreAddedNamedMovedAndRemovedByKeys()
    {
        m_settings->contents()->setCurrentRow(2);
        GridPanel *rows = m_settings->choicePage()->rows();
        choose(rows, u"継続"_s);
        QTest::keyClick(rows->grid(), Qt::Key_Insert);
        settle();
        QTRY_VERIFY(openLine(*rows->grid()));
        typeOver(openLine(*rows->grid()), u"統合"_s, Qt::Key_Return);
        settle();
        QCOMPARE(labels(u"kind"), (QStringList{u"新規"_s, u"継続"_s, u"統合"_s, u"拡張"_s}));
        choose(rows, u"統合"_s);
        QTest::keyClick(rows->grid(), Qt::Key_Up, Qt::AltModifier);
        settle();
        QCOMPARE(labels(u"kind"), (QStringList{u"新規"_s, u"統合"_s, u"継続"_s, u"拡張"_s}));
        QTest::keyClick(rows->grid(), Qt::Key_Delete, Qt::ControlModifier);
        settle();
        QCOMPARE(labels(u"kind"), (QStringList{u"新規"_s, u"継続"_s, u"拡張"_s}));
    }

    void aRenamedChoiceKeepsItsMeasures()
    {
        m_settings->contents()->setCurrentRow(2);
        GridPanel *rows = m_settings->choicePage()->rows();
        choose(rows, u"拡張"_s);
        type(rows, u"拡充"_s);
        QCOMPARE(labels(u"kind").last(), u"拡充"_s);
        for (const Measure &measure : plan().rows<Measure>())
            QVERIFY(measure.kind.isEmpty() || plan().choice(u"kind", measure.kind));
    }

    void aChoiceInUseStaysAndTheReasonIsSaid()
    {
        m_settings->contents()->setCurrentRow(2);
        GridPanel *rows = m_settings->choicePage()->rows();
        choose(rows, u"継続"_s);
        QTest::keyClick(rows->grid(), Qt::Key_Delete, Qt::ControlModifier);
        settle();
        QVERIFY2(rows->refusal().contains(u"件で使われています"_s), qPrintable(rows->refusal()));
        QCOMPARE(labels(u"kind").size(), 3);
        // A file that leaves it out is told the same.
        QTemporaryDir folder;
        QVERIFY(exportTables(plan(), folder.path()));
        QFile choices(folder.filePath(u"choice.csv"_s));
        QVERIFY(choices.open(QIODevice::ReadOnly));
        QFile less(m_folder.filePath(u"choice.csv"_s));
        QVERIFY(less.open(QIODevice::WriteOnly));
        for (const QByteArray &line : choices.readAll().split('\n')) {
            if (!line.contains(u",kind,継続,"_s.toUtf8()))
                less.write(line + '\n');
        }
        less.close();
        const auto change = importTables(plan(), less.fileName(), ImportMode::Replace, randomIds());
        QVERIFY(!change);
        QCOMPARE(change.error().message(), rows->refusal());
    }

    void everyListOfThePlanIsOffered()
    {
        const QComboBox *list = m_settings->choicePage()->list();
        for (const QString &key : {u"kind"_s, u"horizon"_s, u"status"_s, u"reason"_s})
            QVERIFY2(list->findData(key) >= 0, qPrintable(key));
    }

    void categoriesGetCodesAndGoDeeper()
    {
        m_settings->contents()->setCurrentRow(1);
        GridPanel *top = m_settings->classificationPage()->classifications();
        choose(top, u"取組分野"_s, 2);
        type(top, u"1/(1)"_s);
        QCOMPARE(plan().classification(u"field")->numbering, u"1/(1)"_s);
        choose(top, u"取組分野"_s); // Enter has gone on to the next one
        GridPanel *rows = m_settings->classificationPage()->categories();
        const auto roots = [&] { return plan().roots(plan().classification(u"field")->id); };
        const auto before = roots().size();
        choose(rows, roots().last()->title);
        QTest::keyClick(rows->grid(), Qt::Key_Insert);
        settle();
        QTRY_VERIFY(openLine(*rows->grid()));
        typeOver(openLine(*rows->grid()), u"新しい分野"_s, Qt::Key_Return);
        settle();
        QCOMPARE(roots().size(), before + 1);
        const Category *added = roots().last();
        QCOMPARE(added->code, formatCode(u"1"_s, codeNumber(u"1"_s, roots()[before - 1]->code).value_or(0) + 1));
        const Id<Category> id = added->id;
        choose(rows, u"新しい分野"_s);
        QTest::keyClick(rows->grid(), Qt::Key_Right, Qt::AltModifier);
        settle();
        QCOMPARE(plan().find(id)->parent, roots().last()->id);
        QCOMPARE(plan().level(*plan().find(id)), 2);
        QTest::keyClick(rows->grid(), Qt::Key_Left, Qt::AltModifier);
        settle();
        QVERIFY(plan().find(id)->parent.isNull());
        QTest::keyClick(rows->grid(), Qt::Key_Delete, Qt::ControlModifier);
        settle();
        QCOMPARE(roots().size(), before);
    }

    void aWrongPatternIsRefused()
    {
        m_settings->contents()->setCurrentRow(1);
        GridPanel *top = m_settings->classificationPage()->classifications();
        choose(top, u"取組分野"_s, 2);
        type(top, u"番号"_s);
        QVERIFY2(top->refusal().contains(u"記号の形として使えません"_s), qPrintable(top->refusal()));
        choose(top, u"取組分野"_s, 2);
        type(top, u"1/(1)/①/ア"_s);
        QVERIFY2(top->refusal().contains(u"3個まで"_s), qPrintable(top->refusal()));
        QCOMPARE(plan().classification(u"field")->numbering, QString());
    }

    void aUsedCategoryAndItsClassificationStay()
    {
        m_settings->contents()->setCurrentRow(1);
        GridPanel *top = m_settings->classificationPage()->classifications();
        choose(top, u"取組分野"_s);
        QTest::keyClick(top->grid(), Qt::Key_Delete, Qt::ControlModifier);
        settle();
        QVERIFY(top->refusal().contains(u"項目が"_s));
        QVERIFY(plan().classification(u"field"));
    }

    void theSheetGoesOnNamingARenamedClassification()
    {
        m_settings->contents()->setCurrentRow(1);
        GridPanel *top = m_settings->classificationPage()->classifications();
        choose(top, u"取組分野"_s);
        type(top, u"取組の分野"_s);
        QCOMPARE(plan().classification(u"field")->title, u"取組の分野"_s);
        QStringList keys;
        for (const Block *block : plan().ordered<Block>()) {
            if (block->kind == u"placement")
                keys << block->key;
        }
        QCOMPARE(keys, QStringList{u"field,data_plan"_s});
    }

    void theSheetGoesOnNamingARenamedLevel()
    {
        Block wanted = *plan().ordered<Block>().last();
        ChangeBuilder change(u"位置づけの階層"_s);
        change.set<&Block::key>(wanted.id, u"field:取組内容"_s);
        QVERIFY(m_document->apply(std::move(change).build()));
        m_settings->contents()->setCurrentRow(1);
        GridPanel *top = m_settings->classificationPage()->classifications();
        choose(top, u"取組分野"_s, 1);
        type(top, u"分野/内容"_s);
        QCOMPARE(plan().classification(u"field")->levels, u"分野/内容"_s);
        QCOMPARE(plan().find(wanted.id)->key, u"field:内容"_s);
    }

    void departmentsMoveInTheirOrderAndStayWhileTheyAreInCharge()
    {
        m_settings->contents()->setCurrentRow(3);
        GridPanel *rows = m_settings->departmentPage()->rows();
        const auto names = [&] {
            QStringList list;
            for (const Department *department : plan().ordered<Department>())
                list << department->name;
            return list;
        };
        const QStringList before = names();
        choose(rows, before[1]);
        QTest::keyClick(rows->grid(), Qt::Key_Up, Qt::AltModifier);
        settle();
        QCOMPARE(names().first(), before[1]);
        choose(rows, u"情報政策課"_s);
        QTest::keyClick(rows->grid(), Qt::Key_Delete, Qt::ControlModifier);
        settle();
        QVERIFY2(rows->refusal().contains(u"終わりの日"_s), qPrintable(rows->refusal()));
        QVERIFY2(rows->refusal().contains(u"施策28件の担当"_s), qPrintable(rows->refusal())); // each once, though 29 rows name it
        QTest::keyClick(m_settings.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(names(), before); // the button shows that it is pressed first
    }

    void sixtyOfficesComeFromASpreadsheetAndGetTheirReadings()
    {
        m_settings->contents()->setCurrentRow(3);
        GridPanel *rows = m_settings->departmentPage()->rows();
        QPushButton *readings = m_settings->departmentPage()->readings();
        QVERIFY(!readings->isEnabled()); // all have one
        const auto before = plan().rows<Department>().size();
        QString lines = u"まちの総務部\tまちのそうむぶ\n"_s;
        for (int i = 1; i < 60; ++i)
            lines += u"まちの総務課%1\t%2\tまちの総務部\n"_s.arg(QString(i, u'っ'), i > 2 ? u"よみ"_s : QString());
        rows->grid()->goTo(rows->model()->index(rows->model()->recordCount() - 1, 0));
        QTest::keyClick(rows->grid(), Qt::Key_Insert);
        settle();
        QTRY_VERIFY(openLine(*rows->grid()));
        QTest::keyClick(openLine(*rows->grid()), Qt::Key_Return);
        settle();
        rows->grid()->goTo(rows->model()->index(rows->model()->recordCount() - 1, 0));
        paste(rows, lines);
        QCOMPARE(plan().rows<Department>().size(), before + 60);
        QCOMPARE(column(rows, 2).last(), u"まちの総務部"_s);
        QVERIFY(readings->isEnabled());
        QVERIFY2(readings->text().contains(u"2件"_s), qPrintable(readings->text()));
        const auto labels = rows->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"2件の部署によみがありません"_s);
        }));
        keepPicture(*m_settings, u"settings-offices"_s);
        QTest::mouseClick(readings, Qt::LeftButton);
        settle();
        QCOMPARE(column(rows, 1).sliced(before, 4),
                 (QStringList{u"まちのそうむぶ"_s, u"まちのそうむかっ"_s, u"まちのそうむかっっ"_s, u"よみ"_s}));
        QCOMPARE(m_document->history().undoable()->title, u"部署2件のよみを提案で入力"_s);
        QVERIFY(!readings->isEnabled());
        QTest::mouseClick(m_settings->undoButton(), Qt::LeftButton);
        settle();
        QCOMPARE(column(rows, 1).sliced(before, 4), (QStringList{u"まちのそうむぶ"_s, {}, {}, u"よみ"_s}));
        QTest::mouseClick(m_settings->undoButton(), Qt::LeftButton); // the block is one step
        settle();
        QCOMPARE(plan().rows<Department>().size(), before + 1);
    }

    void aTreeOfAimsIsPastedIntoAnEmptyClassification()
    {
        m_settings->contents()->setCurrentRow(1);
        GridPanel *top = m_settings->classificationPage()->classifications();
        choose(top, u"取組分野"_s);
        QTest::keyClick(top->grid(), Qt::Key_Insert);
        settle();
        QTRY_VERIFY(openLine(*top->grid()));
        typeOver(openLine(*top->grid()), u"柱立て"_s, Qt::Key_Tab);
        settle();
        type(top, u"柱/節"_s);
        choose(top, u"柱立て"_s);
        GridPanel *rows = m_settings->classificationPage()->categories();
        QCOMPARE(rows->model()->recordCount(), 0);
        paste(rows, u"安心\n　健康\n　　検診\n"_s);
        QVERIFY2(rows->refusal().contains(u"貼り付けの3行目：「検診」は3階層目"_s), qPrintable(rows->refusal()));
        QCOMPARE(rows->model()->recordCount(), 0);
        keepPicture(*m_settings, u"settings-aims-refused"_s);
        paste(rows, u"安心\t\n\t健康\n\t医療\n活力\t\n"_s);
        QCOMPARE(column(rows, 0), (QStringList{u"安心"_s, u"健康"_s, u"医療"_s, u"活力"_s}));
        QCOMPARE(rows->model()->index(2, 0).data(GridModel::LevelRole).toInt(), 1);
        QCOMPARE(rows->refusal(), QString());
        keepPicture(*m_settings, u"settings-aims"_s);
        QTest::mouseClick(m_settings->undoButton(), Qt::LeftButton);
        settle();
        QCOMPARE(rows->model()->recordCount(), 0);
    }

    void termsComeFromASpreadsheetWithTheNextNumbers()
    {
        m_settings->contents()->setCurrentRow(4);
        GridPanel *rows = m_settings->glossaryPage()->rows();
        const int before = rows->model()->recordCount();
        const qint64 last = plan().ordered<GlossaryTerm>().last()->number.value_or(0);
        rows->grid()->goTo(rows->model()->index(before - 1, 0));
        const QString kept = plan().ordered<GlossaryTerm>().last()->word;
        paste(rows, kept + u"\tよみ\nRPA2\tあーるぴーえー\nOCR2\tおーしーあーる\n"_s);
        QCOMPARE(column(rows, 0).sliced(before - 1), (QStringList{kept, u"RPA2"_s, u"OCR2"_s}));
        QCOMPARE(plan().ordered<GlossaryTerm>().last()->number.value_or(0), last + 2);
        keepPicture(*m_settings, u"settings-terms"_s);
    }
};

QTEST_MAIN(TestPlanSettings)
#include "tst_plan_settings.moc"
