// SPDX-License-Identifier: GPL-3.0-or-later
// While an input of text has the keyboard, Ctrl+Z is its own: it goes back by pauses, line breaks, pastes and commits.
#include "tests/support/warnings.h"
#include "views/look/text_entry.h"
#include "views/look/text_undo.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
enum Kind { Line, Lines, Plain };

void commit(QWidget *input, const QString &preedit, const QString &text)
{
    QInputMethodEvent composing(preedit, {});
    QApplication::sendEvent(input, &composing);
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(input, &event);
}
} // namespace

class TestTextUndo : public QObject {
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    QWidget *m_input = nullptr;
    QLineEdit *m_other = nullptr;
    TextUndo *m_undo = nullptr;
    int m_plans = 0; // how often the key came to the window's command

    void make(Kind kind, const QString &text = u"前"_s)
    {
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        if (kind == Line)
            m_input = new QLineEdit(text);
        else if (kind == Lines)
            m_input = new QTextEdit(text);
        else
            m_input = new QPlainTextEdit(text);
        m_other = new QLineEdit;
        column->addWidget(m_input);
        column->addWidget(m_other);
        auto *command = new QAction(m_window.get());
        command->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y),
                               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
        m_window->addAction(command);
        m_plans = 0;
        connect(command, &QAction::triggered, this, [this] { ++m_plans; });
        m_undo = TextUndo::of(m_input);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_input->setFocus();
        QTest::keyClick(m_input, Qt::Key_End, Qt::ControlModifier);
    }

    void pause() const
    {
        QTest::qWait(600); // a pause is made of time alone
    }
    void type(const QString &text) const // keyClicks() knows no Japanese
    {
        for (const QChar character : text)
            QTest::sendKeyEvent(QTest::Click, m_input, Qt::Key_unknown, QString(character), Qt::NoModifier);
    }
    void back() const { QTest::keyClick(m_input, Qt::Key_Z, Qt::ControlModifier); }
    void forth(bool shift = false) const
    {
        shift ? QTest::keyClick(m_input, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier)
              : QTest::keyClick(m_input, Qt::Key_Y, Qt::ControlModifier);
    }
    QString text() const { return m_undo->text(); }

private slots:
    void init() { failOnWarnings(); }
    void cleanup() { m_window.reset(); }

    void itGoesBackByPausesAndForthAgain_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("line") << int(Line);
        QTest::newRow("text") << int(Lines);
        QTest::newRow("plain text") << int(Plain);
    }
    void itGoesBackByPausesAndForthAgain()
    {
        QFETCH(int, kind);
        make(Kind(kind));
        QTest::keyClicks(m_input, u"abc def"_s);
        pause();
        QTest::keyClicks(m_input, u"ghi"_s);
        back();
        QCOMPARE(text(), u"前abc def"_s);
        back();
        QCOMPARE(text(), u"前"_s);
        QCOMPARE(m_plans, 0);
        back();
        QCOMPARE(m_plans, 1); // nothing more of its own
        QCOMPARE(text(), u"前"_s);
        forth();
        QCOMPARE(text(), u"前abc def"_s);
        forth(true);
        QCOMPARE(text(), u"前abc defghi"_s);
        QCOMPARE(m_plans, 1);
        forth();
        QCOMPARE(m_plans, 2);
        back();
        QTest::keyClicks(m_input, u"x"_s); // what follows is gone
        pause();
        forth();
        QCOMPARE(m_plans, 3);
        QCOMPARE(text(), u"前abc defx"_s); // and the cursor was at the end of what was brought back
    }

    void aLineBreakIsAPlaceToGoBackTo()
    {
        make(Lines);
        type(u"一"_s);
        QTest::keyClick(m_input, Qt::Key_Return);
        type(u"二"_s);
        QCOMPARE(text(), u"前一\n二"_s);
        back();
        QCOMPARE(text(), u"前一"_s);
        back();
        QCOMPARE(text(), u"前"_s);
    }

    void aPasteGoesByItself_data() { itGoesBackByPausesAndForthAgain_data(); }
    void aPasteGoesByItself()
    {
        QFETCH(int, kind);
        make(Kind(kind));
        QTest::keyClicks(m_input, u"ab"_s);
        QGuiApplication::clipboard()->setText(u"貼り付け"_s);
        QTest::keySequence(m_input, QKeySequence::Paste);
        QTest::keyClicks(m_input, u"cd"_s);
        QCOMPARE(text(), u"前ab貼り付けcd"_s);
        back();
        QCOMPARE(text(), u"前ab貼り付け"_s);
        back();
        QCOMPARE(text(), u"前ab"_s);
        back();
        QCOMPARE(text(), u"前"_s);
    }

    void aDeletedSelectionComesBackByItself()
    {
        make(Lines, u"一二三"_s);
        QTest::keyClicks(m_input, u"x"_s);
        QTest::keySequence(m_input, QKeySequence::SelectAll);
        QTest::keyClick(m_input, Qt::Key_Delete);
        QCOMPARE(text(), QString());
        back();
        QCOMPARE(text(), u"一二三x"_s);
    }

    void eachCommitOfTheInputMethodIsAState_data() { itGoesBackByPausesAndForthAgain_data(); }
    void eachCommitOfTheInputMethodIsAState()
    {
        QFETCH(int, kind);
        make(Kind(kind));
        commit(m_input, u"がいよう"_s, u"概要"_s);
        commit(m_input, u"ぶん"_s, u"文面"_s);
        commit(m_input, u"こう"_s, u"甲"_s); // of a single character, too
        commit(m_input, u"おつ"_s, u"乙"_s);
        for (const QString &state : {u"前概要文面甲"_s, u"前概要文面"_s, u"前概要"_s, u"前"_s}) {
            back();
            QCOMPARE(text(), state);
        }
    }

    void whileComposingTheKeysBelongToTheInputMethod_data() { itGoesBackByPausesAndForthAgain_data(); }
    void whileComposingTheKeysBelongToTheInputMethod()
    {
        QFETCH(int, kind);
        make(Kind(kind));
        QTest::keyClicks(m_input, u"ab"_s);
        QInputMethodEvent composing(u"かな"_s, {});
        QApplication::sendEvent(m_input, &composing);
        back();
        QCOMPARE(text(), u"前ab"_s);
        QCOMPARE(m_plans, 0);
    }

    void aVisitBeginsWhenTheKeyboardComesFromElsewhere()
    {
        make(Line);
        QTest::keyClicks(m_input, u"abc"_s);
        m_other->setFocus();
        m_input->setFocus();
        back();
        QCOMPARE(m_plans, 1); // the visit before is one step of the plan's
        QCOMPARE(text(), u"前abc"_s);
        QTest::keyClicks(m_input, u"d"_s);
        m_other->setFocus(Qt::MenuBarFocusReason); // a look into the menu ends no visit
        m_input->setFocus(Qt::MenuBarFocusReason);
        back();
        QCOMPARE(text(), u"前abc"_s);
    }

    void anEmptySearchLeavesTheKeyToThePlan()
    {
        make(Line, {});
        m_undo->setSearch();
        QTest::keyClicks(m_input, u"ab"_s);
        QTest::keyClick(m_input, Qt::Key_Backspace);
        QTest::keyClick(m_input, Qt::Key_Backspace);
        back();
        QCOMPARE(m_plans, 1);
        QCOMPARE(text(), QString());
        QTest::keyClicks(m_input, u"cd"_s);
        back();
        QCOMPARE(m_plans, 1);
        QCOMPARE(text(), QString());
    }

    void whatIsShownInPlaceOfWhatWasTypedIsNoStateOfItsOwn()
    {
        make(Lines);
        type(u"か"_s);
        type(QString(QChar(0x3099))); // the mark alone
        m_undo->show(u"前が"_s);                           // what the plan made of it
        back();
        QCOMPARE(text(), u"前"_s);
        forth();
        QCOMPARE(text(), u"前が"_s);
    }

    void aRefusedTextIsTheFirstThingTakenBack()
    {
        make(Line, u"あした"_s);
        m_undo->beginAfter(u"R5"_s);
        back();
        QCOMPARE(text(), u"R5"_s);
        QCOMPARE(m_plans, 0);
    }

    void whatIsBroughtBackIsDueAtOnce()
    {
        make(Lines);
        auto *entry = new TextEntry(qobject_cast<QTextEdit *>(m_input));
        QStringList saved;
        connect(entry, &TextEntry::due, this, [&] { saved << entry->commit(); });
        QTest::keyClicks(m_input, u"ab"_s);
        QTRY_COMPARE(saved, QStringList{u"前ab"_s});
        back();
        QCOMPARE(saved.last(), u"前"_s);
        forth();
        QCOMPARE(saved.last(), u"前ab"_s);
    }

    void aReadOnlyTextLeavesTheKeyToThePlan()
    {
        make(Lines);
        qobject_cast<QTextEdit *>(m_input)->setReadOnly(true);
        back();
        QCOMPARE(m_plans, 1);
    }
};

QTEST_MAIN(TestTextUndo)
#include "tst_text_undo.moc"
