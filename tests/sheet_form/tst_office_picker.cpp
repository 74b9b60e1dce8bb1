// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about picking offices: by kanji, by reading, full-width, in order, by keyboard alone.
#include "form_plan.h"
#include "tests/support/warnings.h"
#include "views/sheet/office_picker.h"
#include "views/sheet/sheet_form_tag.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class OfficePickers : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    FormPlan m_plan;
    std::unique_ptr<QWidget> m_window;
    OfficePicker *m_picker = nullptr;

    QLineEdit *line() const { return qobject_cast<QLineEdit *>(m_picker->firstInput()); }
    QStringList leads() const { return m_plan.offices(u"lead"_s); }
    QStringList tags() const
    {
        QStringList names;
        for (const OfficeTag *tag : m_picker->tags())
            names << tag->text();
        return names;
    }
    void add(const QString &name)
    {
        line()->setFocus();
        typeJapanese(line(), {}, name);
        QTRY_VERIFY(m_picker->proposals()->isVisible());
        QTest::keyClick(line(), Qt::Key_Return);
        (void)m_plan.document->flush();
        QTRY_VERIFY(tags().contains(leads().last()));
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_plan = makeFormPlan(m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count)));
        m_window = std::make_unique<QWidget>();
        m_window->resize(400, 400);
        m_picker = new OfficePicker(m_plan.document.get(), u"lead"_s, m_window.get());
        m_picker->resize(400, 100);
        m_picker->setMeasure(m_plan.measure(u"13"_s));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_plan = {};
    }

    void anOfficeIsFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("office");
        QTest::newRow("kanji") << u"情報"_s << u"情報政策課"_s;
        QTest::newRow("reading") << u"じょう"_s << u"情報政策課"_s;
        QTest::newRow("katakana") << u"セイサクキ"_s << u"政策企画課"_s;
        QTest::newRow("half-width katakana") << u"ｾｲｻｸｷ"_s << u"政策企画課"_s;
        QTest::newRow("beginning first") << u"政策"_s << u"政策企画課"_s;
        QTest::newRow("middle") << u"企画"_s << u"政策企画課"_s;
        QTest::newRow("half-width for full-width") << u"ict"_s << u"ＩＣＴ推進室"_s;
    }
    void anOfficeIsFound()
    {
        QFETCH(QString, typed);
        QFETCH(QString, office);
        line()->setFocus();
        typeJapanese(line(), {}, typed);
        QTRY_VERIFY(m_picker->proposals()->isVisible());
        QTest::keyClick(line(), Qt::Key_Return);
        QTRY_COMPARE(leads(), QStringList{office});
        QTRY_COMPARE(tags(), QStringList{office});
        QVERIFY(!m_picker->proposals()->isVisible());
        QCOMPARE(
            m_plan.sqlite3(u"select d.name from responsibility r join department d on d.id=r.department where r.role='lead'"_s),
            office);
    }

    void theReadingProposesWhileItIsComposed()
    {
        line()->setFocus();
        compose(line(), u"じょうほ"_s);
        QTRY_VERIFY(m_picker->proposals()->isVisible());
        QVERIFY(m_picker->proposals()->item(0)->text().startsWith(u"情報政策課"_s));
        QTest::keyClick(line(), Qt::Key_Return); // belongs to the input method
        QVERIFY(!QTest::qWaitFor([&] { return !leads().isEmpty(); }, 50));
    }

    void withNothingTypedCtrlZIsThePlans()
    {
        QAction undo;
        undo.setShortcut(QKeySequence::Undo);
        m_window->addAction(&undo);
        int asked = 0;
        connect(&undo, &QAction::triggered, this, [&asked] { ++asked; });
        add(u"防災安全課"_s);
        QTest::keyClick(line(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(asked, 1);
        QVERIFY(line()->text().isEmpty());
        typeJapanese(line(), {}, u"情報"_s);
        QTest::keyClick(line(), Qt::Key_Z, Qt::ControlModifier); // what is being typed is the line's
        QCOMPARE(asked, 1);
    }

    void aPartyThatIsNoOfficeIsAddedInWords()
    {
        add(u"全庁"_s);
        QCOMPARE(leads(), QStringList{u"全庁"_s});
        QVERIFY(m_plan.plan().rows<Responsibility>().begin()->department.isNull());
    }

    void tagsAreReorderedAndRemovedByKeyboard()
    {
        add(u"情報"_s);
        add(u"政策企画課"_s);
        QTRY_COMPARE(tags(), (QStringList{u"情報政策課"_s, u"政策企画課"_s}));
        line()->setFocus();
        QTest::keyClick(line(), Qt::Key_Left);
        QTRY_COMPARE(QApplication::focusWidget(), m_picker->tags()[1]);
        QTest::keyClick(m_picker->tags()[1], Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(leads(), (QStringList{u"政策企画課"_s, u"情報政策課"_s}));
        QTRY_COMPARE(tags(), leads());
        QTRY_COMPARE(QApplication::focusWidget(), m_picker->tags()[0]);
        QTest::keyClick(m_picker->tags()[0], Qt::Key_Delete);
        QTRY_COMPARE(leads(), QStringList{u"情報政策課"_s});
        QVERIFY(m_plan.document->undoNow());
        QTRY_COMPARE(tags(), (QStringList{u"政策企画課"_s, u"情報政策課"_s}));
    }

    void anOfficeThatHandedOverStandsBelowAndIsNotProposed()
    {
        add(u"情報"_s);
        QVERIFY(!m_picker->former()->isVisible());
        const Responsibility duty = *m_plan.plan().rows<Responsibility>().begin();
        ChangeBuilder reform(u"機構改革"_s);
        reform.set<&Responsibility::to>(duty.id, PlanTime::day(2025, 4, 1));
        reform.set<&Department::valid_to>(duty.department, PlanTime::day(2025, 4, 1));
        QVERIFY(m_plan.document->apply(std::move(reform).build()));
        QTRY_COMPARE(tags(), QStringList());
        QVERIFY(m_picker->former()->isVisible());
        QVERIFY(m_picker->former()->text().contains(u"情報政策課</a>（終了 R7.4.1）"_s));
        line()->setFocus();
        typeJapanese(line(), {}, u"情報政策課"_s);
        QTRY_VERIFY(m_picker->proposals()->isVisible());
        QCOMPARE(m_picker->proposals()->count(), 1); // as a party that is no office
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(m_plan.document->undoNow());
        QTRY_COMPARE(tags(), QStringList{u"情報政策課"_s});
        QVERIFY(!m_picker->former()->isVisible());
    }

    void anOfficeThatWillHandOverIsStillInChargeAndTheOtherIsToldOf()
    {
        add(u"情報"_s);
        const Responsibility duty = *m_plan.plan().rows<Responsibility>().begin();
        Responsibility next = duty;
        next.id = Id<Responsibility>(m_plan.document->environment().ids());
        next.position = u"z"_s;
        next.department = {};
        next.actor = u"未来課"_s;
        next.from = PlanTime::day(2099, 4, 1);
        ChangeBuilder reform(u"機構改革"_s);
        reform.set<&Responsibility::to>(duty.id, next.from);
        reform.set<&Department::valid_to>(duty.department, next.from);
        reform.insert(next);
        QVERIFY(m_plan.document->apply(std::move(reform).build()));
        QTRY_VERIFY(m_picker->former()->isVisible());
        QCOMPARE(tags(), QStringList{u"情報政策課"_s});
        QVERIFY2(m_picker->former()->text().contains(u"これからの担当："_s), qPrintable(m_picker->former()->text()));
        QVERIFY(!m_picker->former()->text().contains(u"以前の担当"_s));
    }

    void leavingWithAHalfTypedNameSaysSo()
    {
        QLineEdit other(m_window.get());
        other.show();
        line()->setFocus();
        typeJapanese(line(), {}, u"せいさ"_s);
        QTRY_VERIFY(m_picker->proposals()->isVisible());
        other.setFocus();
        QVERIFY(m_picker->isRefused());
        QCOMPARE(line()->text(), u"せいさ"_s);
        QVERIFY(!m_picker->proposals()->isVisible());
        line()->setFocus();
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(!m_picker->isRefused());
    }
};

QTEST_MAIN(OfficePickers)
#include "tst_office_picker.moc"
