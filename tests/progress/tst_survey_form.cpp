// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about answering the survey on a measure's form: with real keys, beside the last round, undone like the rest.
#include "tests/support/pictures.h"
#include "tests/support/survey_plan.h"
#include "tests/support/warnings.h"
#include "views/sheet/sheet_form.h"
#include "views/sheet/sheet_form_survey.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTextEdit>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class SurveyFormTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SurveyPlan> m_plan;
    std::unique_ptr<SheetForm> m_form;
    Id<Survey> m_survey;

    const Plan &plan() const { return m_plan->plan(); }
    Id<Measure> measure(int place) const { return plan().ordered<Measure>()[place]->id; }
    const Answer *answer(int item) const { return answerOf(plan(), m_plan->items(m_survey)[item]->id); }
    SurveyField *part() const { return m_form->findChild<SurveyField *>(); }
    template <typename Field>
    Field *field(const QString &name) const
    {
        for (Field *one : part()->findChildren<Field *>()) {
            if (one->isVisible() && one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    QStringList texts() const
    {
        QStringList list;
        for (const QLabel *label : part()->findChildren<QLabel *>()) {
            if (label->isVisible())
                list << label->text();
        }
        return list;
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_plan = std::make_unique<SurveyPlan>();
        m_plan->open();
        const Id<Survey> before = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(before, {u"遅延"_s, u"順調"_s});
        m_survey = m_plan->addSurvey(u"第2回"_s, 2024);
        m_form = std::make_unique<SheetForm>(m_plan->document.get());
        m_form->setMeasure(measure(0));
        m_form->resize(460, 1400);
        m_form->show();
        m_form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    }
    void cleanup()
    {
        m_form.reset();
        m_plan.reset();
    }

    void aMeasureShowsItsItemsWithTheLastAnswerBeside()
    {
        QCOMPARE(part()->findChildren<QComboBox *>().size(), 2 * 3); // three 取組
        QVERIFY(texts().contains(u"取組1-1"_s));
        QVERIFY(!texts().contains(u"取組2-1"_s));
        QVERIFY2(!texts().filter(u"遅延"_s).isEmpty(), qPrintable(texts().join(u'/')));
        keepPicture(*m_form, u"survey-form"_s);
        m_form->setMeasure(measure(1));
        QTRY_VERIFY(texts().contains(u"取組2-1"_s));
        QVERIFY(!texts().contains(u"取組1-1"_s));
    }

    void statusAndTextsAreWrittenAndTakenBack()
    {
        auto *status = field<QComboBox>(u"取組1-1の今回"_s);
        QVERIFY(status);
        status->setFocus();
        QTest::keyClick(status, Qt::Key_Down);
        QTRY_COMPARE(statusOf(plan(), m_plan->items(m_survey)[0]->id), u"順調"_s);

        auto *comment = field<QTextEdit>(u"取組1-1のコメント"_s);
        QVERIFY(comment);
        comment->setFocus();
        QTest::keyClicks(comment, u"RPA"_s);
        QTest::keyClick(comment, Qt::Key_Return);
        QTest::keyClicks(comment, u"OCR"_s);
        QTest::keyClick(comment, Qt::Key_Tab);
        QTRY_VERIFY(answer(0) && answer(0)->comment == u"RPA\nOCR"_s);
        QVERIFY(m_plan->document->flush());
        QVERIFY(m_plan->document->undoNow());
        QCOMPARE(comment->toPlainText(), QString());
        QVERIFY(m_plan->document->undoNow());
        QCOMPARE(status->currentData().toString(), QString());
        QVERIFY(m_plan->document->redoNow());
        QCOMPARE(status->currentData().toString(), u"順調"_s);
    }

    void whatIsTypedIsNotLostWhenAnotherMeasureIsShown()
    {
        auto *comment = field<QTextEdit>(u"取組1-2のコメント"_s);
        QVERIFY(comment);
        comment->setFocus();
        QTest::keyClicks(comment, u"ABC"_s);
        m_form->setMeasure(measure(1));
        m_form->flush();
        QTRY_VERIFY(answer(1));
        QCOMPARE(answer(1)->comment, u"ABC"_s);
    }

    void whatIsRefusedIsShownAgainWithItsSentence()
    {
        const Id<SurveyItem> item = m_plan->items(m_survey)[0]->id;
        const InputPlace place{Owner(item), -1, QString::number(SurveyColumn::Comment)};
        m_plan->document->unsaved().submit(place, u"ABC"_s, [](const Plan &) {
            return Result<ChangeSet>(Error{ErrorKind::Failed, u"書けません。"_s, {}, {}});
        });
        const auto shown = [this] {
            const auto *comment = field<QTextEdit>(u"取組1-1のコメント"_s);
            return comment ? comment->toPlainText() : QString();
        };
        QTRY_COMPARE(shown(), u"ABC"_s);
        QVERIFY(texts().contains(u"書けません。"_s));
        m_form->setMeasure(measure(1));
        QTRY_VERIFY(!texts().contains(u"書けません。"_s));
        m_form->setMeasure(measure(0));
        QTRY_COMPARE(shown(), u"ABC"_s);
        QVERIFY(texts().contains(u"書けません。"_s));
    }

    void anAnswerFromThePageShowsAtOnce()
    {
        m_plan->apply(
            answerChange(plan(), {{m_plan->items(m_survey)[0]->id, fieldIndex<&Answer::status>(), u"課題"_s}}, m_plan->ids));
        QCOMPARE(field<QComboBox>(u"取組1-1の今回"_s)->currentData().toString(), u"課題"_s);
    }

    void whileItIsHiddenItDoesNoWorkAndThenShowsEverything()
    {
        m_form->hide();
        const QSignalSpy told(part()->findChild<GridModel *>(), &QAbstractItemModel::dataChanged);
        m_plan->apply(
            answerChange(plan(), {{m_plan->items(m_survey)[0]->id, fieldIndex<&Answer::status>(), u"課題"_s}}, m_plan->ids));
        QCOMPARE(told.count(), 0);
        const Id<Survey> next = m_plan->addSurvey(u"第3回"_s, 2025);
        QVERIFY(!next.isNull());
        m_form->show();
        QTRY_VERIFY(!texts().filter(u"第3回"_s).isEmpty());
        QVERIFY(!texts().filter(u"課題"_s).isEmpty()); // 前回
    }
};

QTEST_MAIN(SurveyFormTest)
#include "tst_survey_form.moc"
