// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the form's dialogs: one bar or milestone, and the tree of categories.
#include "form_plan.h"
#include "tests/support/warnings.h"
#include "views/sheet/category_editor.h"
#include "views/sheet/phase_editor.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace shisaku;
using namespace Qt::StringLiterals;

class FormDialogs : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    FormPlan m_plan;

    const Measure &measure() const { return *m_plan.plan().find(m_plan.measure(u"13"_s)); }

private slots:
    void init()
    {
        failOnWarnings();
        m_plan = makeFormPlan(m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count)));
    }

    void theBarEditorAppliesOnceAndRefusesAnEndBeforeTheStart()
    {
        const Phase &phase = *m_plan.plan().rows<Phase>().begin();
        PhaseEditor editor(m_plan.document.get(), TableId::Phase, phase.id.row);
        editor.show();
        auto *ends = qobject_cast<QComboBox *>(editor.input(fieldIndex<&Phase::ends>()));
        QVERIFY(ends->findText(u"R7"_s) >= 0);
        ends->setEditText(u"Ｒ３"_s);
        editor.accept();
        (void)m_plan.document->flush();
        QVERIFY(editor.isVisible());
        QCOMPARE(m_plan.plan().rows<Phase>().begin()->ends, PlanTime::open());
        ends->setEditText(u"Ｒ６"_s);
        qobject_cast<QLineEdit *>(editor.input(fieldIndex<&Phase::label>()))->setText(u"本運用"_s);
        editor.accept();
        (void)m_plan.document->flush();
        QVERIFY(!editor.isVisible());
        QCOMPARE(m_plan.plan().rows<Phase>().begin()->ends, PlanTime::fiscalYear(2024));
        QCOMPARE(m_plan.document->history().done().size(), 1);
    }

    void categoriesArePickedFromTheTree()
    {
        CategoryEditor editor(m_plan.document.get(), measure().id, m_plan.plan().classification(u"aim")->id);
        QVERIFY(editor.tree()->currentItem());
        QCOMPARE(editor.tree()->currentItem()->checkState(0), Qt::Checked); // what is chosen is what is seen first
        editor.search()->setText(u"安心"_s);
        QTreeWidgetItem *top = editor.tree()->currentItem();
        QVERIFY(top && top->child(0)->isHidden());
        top->setCheckState(1, Qt::Checked);
        top->child(0)->setCheckState(0, Qt::Unchecked);
        editor.accept();
        (void)m_plan.document->flush();
        const auto memberships = m_plan.plan().parts<&Membership::measure>(measure().id);
        QCOMPARE(memberships.size(), 1);
        QCOMPARE(m_plan.plan().find(memberships.first()->category)->title, u"安心・快適"_s);
        QVERIFY(memberships.first()->home);
        QCOMPARE(m_plan.document->history().undoable()->title, u"施策13の目指す姿を変更"_s);
    }

    void pickingNothingElseChangesNothing()
    {
        const auto aim = m_plan.plan().classification(u"aim")->id;
        const auto before = m_plan.document->history().done().size();
        CategoryEditor(m_plan.document.get(), measure().id, aim).accept();
        (void)m_plan.document->flush();
        QCOMPARE(m_plan.document->history().done().size(), before);
    }
};

QTEST_MAIN(FormDialogs)
#include "tst_form_dialogs.moc"
