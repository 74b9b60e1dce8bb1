// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the check on the sample plan: by rule, by kind, one click to the place, acceptance with a reason, undo.
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "views/check/check_page.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestCheckPage : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<CheckPage> m_page;

    CheckModel &model() { return m_page->model(); }
    template <typename T>
    T &part(const QString &accessibleName = {})
    {
        for (T *widget : m_page->findChildren<T *>()) {
            if (accessibleName.isEmpty() || widget->accessibleName() == accessibleName)
                return *widget;
        }
        qFatal("no such part");
    }
    /// The row of the finding that prints a text.
    QModelIndex rowOf(const QString &printed)
    {
        for (int group = 0; group < model().rowCount(); ++group) {
            const QModelIndex parent = model().index(group, 0);
            for (int row = 0; row < model().rowCount(parent); ++row) {
                if (model().index(row, CheckModel::Printed, parent).data().toString() == printed)
                    return model().index(row, CheckModel::Place, parent);
            }
        }
        return {};
    }
    void click(const QModelIndex &index)
    {
        QTreeView &list = m_page->list();
        list.scrollTo(index);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(index).center());
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_document = documentOf(sampleContent(), m_folder.filePath(u"計画.dxplan"_s));
        m_page = std::make_unique<CheckPage>(m_document.get());
        m_page->resize(1000, 700);
        QSignalSpy checked(&model(), &CheckModel::checked);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        QTRY_COMPARE(checked.size(), 1);
    }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void findingsStandBelowTheirRules()
    {
        QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QStringList rules;
        qsizetype findings = 0;
        for (int group = 0; group < model().rowCount(); ++group) {
            rules << model().index(group, 0).data().toString();
            findings += model().rowCount(model().index(group, 0));
            QVERIFY(m_page->list().isExpanded(model().index(group, 0)));
        }
        QCOMPARE(rules.first(3), (QStringList{u"削減時間の検算（1）"_s, u"削減率の検算（5）"_s, u"活用事例の割合の検算（2）"_s}));
        QCOMPARE(findings, model().openCount());
    }

    void aKindIsChosenByItsFilter()
    {
        QComboBox &kinds = part<QComboBox>(u"指摘の種類"_s);
        QCOMPARE(kinds.count(), 4);
        kinds.setFocus();
        QTest::keyClick(&kinds, Qt::Key_Down);
        QCOMPARE(model().rowCount(), 3);
        QCOMPARE(model().openCount(CheckKind::Figures), 8);
        QTest::keyClick(&kinds, Qt::Key_Up);
        QVERIFY(model().rowCount() > 3);
    }

    void oneClickGoesToThePlace()
    {
        QSignalSpy chosen(m_page.get(), &CheckPage::placeChosen);
        click(rowOf(u"55％"_s));
        QCOMPARE(chosen.size(), 1);
        const auto place = chosen[0][0].value<Owner>();
        QCOMPARE(place.table, TableId::Effect);
        QCOMPARE(m_document->plan().find(Id<Effect>(place.row))->printed_rate, u"55"_s);
        click(model().index(0, 0)); // a rule is no place
        QCOMPARE(chosen.size(), 1);
    }

    void thePlaceIsOpenedByItsButtonAndByEnter()
    {
        QSignalSpy opened(m_page.get(), &CheckPage::placeOpened);
        QPushButton *open = nullptr;
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->text() == u"場所を開く")
                open = button;
        }
        QVERIFY(open && !open->isEnabled()); // nothing is chosen yet
        click(rowOf(u"55％"_s));
        QTest::mouseClick(open, Qt::LeftButton);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<Owner>().table, TableId::Effect);
        m_page->list().setFocus();
        QTest::keyClick(&m_page->list(), Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
    }

    void aFindingIsAcceptedWithAReasonAndUndone()
    {
        const qsizetype open = model().openCount();
        click(rowOf(u"55％"_s));
        auto &accept = part<QPushButton>();
        auto &reason = part<QLineEdit>(u"確認済みにする理由"_s);
        QVERIFY(!accept.isEnabled()); // not without a reason
        reason.setFocus();
        QTest::sendKeyEvent(QTest::Click, &reason, Qt::Key_unknown, u"公表済みのため"_s, {});
        QVERIFY(accept.isEnabled());
        QTest::mouseClick(&accept, Qt::LeftButton);
        QTRY_COMPARE(model().acceptedCount(), 1);
        QCOMPARE(model().openCount(), open - 1);
        QVERIFY(!rowOf(u"55％"_s).isValid());

        QTest::mouseClick(&part<QCheckBox>(), Qt::LeftButton, {}, QPoint(8, part<QCheckBox>().height() / 2));
        const QModelIndex row = rowOf(u"55％"_s);
        QVERIFY(row.isValid() && row.data(CheckModel::AcceptedRole).toBool());
        QVERIFY(row.siblingAtColumn(CheckModel::Message).data().toString().contains(u"公表済みのため"_s));

        QVERIFY(m_document->undoNow());
        QTRY_COMPARE(model().acceptedCount(), 0);
        QCOMPARE(model().openCount(), open);

        QVERIFY(m_document->redoNow());
        QTRY_COMPARE(model().acceptedCount(), 1);
        click(rowOf(u"55％"_s));
        QTest::mouseClick(&accept, Qt::LeftButton); // taken back by hand
        QTRY_COMPARE(model().acceptedCount(), 0);
    }

    void itChecksAgainAfterAChangeAndOnlyWhileItIsSeen()
    {
        const Id<Effect> wrong(m_page->model().finding(rowOf(u"55％"_s))->row);
        ChangeBuilder mend(u"削減率を訂正"_s);
        mend.set<&Effect::printed_rate>(wrong, u"44.7"_s);
        QVERIFY(m_document->apply(std::move(mend).build()));
        QTRY_VERIFY(!rowOf(u"55％"_s).isValid());

        m_page->hide();
        QSignalSpy checked(&model(), &CheckModel::checked);
        QVERIFY(m_document->undoNow());
        QVERIFY(!QTest::qWaitFor([&] { return !checked.isEmpty(); }, 500));
        m_page->show();
        QTRY_VERIFY(rowOf(u"55％"_s).isValid());
    }
};

QTEST_MAIN(TestCheckPage)
#include "tst_check_page.moc"
