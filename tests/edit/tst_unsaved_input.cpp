// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the register of unsaved input: what was typed is there until the file has it, whoever is told of what.
#include "models/edit/unsaved_input.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class UnsavedInputs : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<PlanDocument> m_document;

    UnsavedInput &unsaved() const { return m_document->unsaved(); }
    Id<Measure> measure() const { return firstMeasure(*m_document); }
    QString title() const { return m_document->plan().find(measure())->title; }
    InputPlace place() const { return {Owner(measure()), fieldIndex<&Measure::title>(), {}}; }
    void type(const QString &text) const
    {
        unsaved().submit(place(), text, [id = measure(), text](const Plan &) { return Result<ChangeSet>(retitle(id, text)); });
    }

private slots:
    void init()
    {
        failOnWarnings();
        const QString path = m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count));
        m_document = documentOf(smallPlan(randomIds()), path);
    }
    void cleanup() { m_document.reset(); }

    void whatIsTypedIsThereUntilTheFileHasIt()
    {
        type(u"甲"_s);
        QVERIFY(unsaved().find(place()));
        QVERIFY(!unsaved().refused(place())); // it is on its way
        QVERIFY(!m_document->isSaved());
        QVERIFY(m_document->flush());
        QCOMPARE(title(), u"甲"_s);
        QVERIFY(!unsaved().find(place()));
        QVERIFY(m_document->isSaved());
    }

    void whatIsRefusedStaysWithItsTextAndReason()
    {
        QSignalSpy changed(&unsaved(), &UnsavedInput::changed);
        QSignalSpy failed(m_document.get(), &PlanDocument::failed);
        type({});
        QCOMPARE(unsaved().count(), 1);
        QCOMPARE(unsaved().refused(place())->typed, QString());
        QVERIFY(unsaved().refused(place())->error->what.contains(u"施策名"_s));
        QCOMPARE(changed.size(), 1);
        QVERIFY(failed.isEmpty());    // the register has it, nobody else need keep it
        QVERIFY(m_document->flush()); // no failure of long ago is told to whoever asks next
        QVERIFY(!m_document->isSaved());
        type(u"乙"_s);
        QVERIFY(m_document->flush());
        QCOMPARE(title(), u"乙"_s);
        QVERIFY(unsaved().isEmpty());
    }

    void theLastOfSeveralTextsCounts()
    {
        type(u"一"_s);
        type({});
        type(u"三"_s);
        QVERIFY(!m_document->flush()); // the second was refused
        QCOMPARE(title(), u"三"_s);
        QCOMPARE(unsaved().count(), 0);
        type(u"四"_s);
        type({});
        (void)m_document->flush();
        QCOMPARE(title(), u"四"_s);
        QCOMPARE(unsaved().count(), 1);
    }

    void aRecipeIsMadeFromThePlanOfItsTurn()
    {
        // Two inputs that both add the row there is none of yet: the second finds the first one's.
        auto place = made<Block>();
        place.kind = u"text"_s;
        place.label = u"概要"_s;
        QVERIFY(m_document->apply(insertionOf(place)));
        const auto typed = [&](const QString &text) {
            return [id = measure(), block = place.id, text](const Plan &plan) -> Result<ChangeSet> {
                ChangeBuilder change(u"文を変更"_s);
                const auto texts = plan.parts<&MeasureText::measure>(id);
                if (!texts.isEmpty()) {
                    change.set<&MeasureText::text>(texts.first()->id, text);
                } else {
                    auto row = made<MeasureText>(u"a"_s);
                    row.measure = id;
                    row.block = block;
                    row.text = text;
                    change.insert(row);
                }
                return std::move(change).build();
            };
        };
        QVERIFY(m_document->plan().parts<&MeasureText::measure>(measure()).isEmpty());
        unsaved().submit({Owner(measure()), -1, u"一"_s}, u"一"_s, typed(u"一"_s));
        unsaved().submit({Owner(measure()), -1, u"二"_s}, u"二"_s, typed(u"二"_s));
        QVERIFY(m_document->flush());
        const auto after = m_document->plan().parts<&MeasureText::measure>(measure());
        QCOMPARE(after.size(), 1);
        QCOMPARE(after.first()->text, u"二"_s);
    }

    void whatWasTypedForARowGoesWithTheRow()
    {
        type({});
        QCOMPARE(unsaved().count(), 1);
        ChangeBuilder change(u"施策を削除"_s);
        change.remove(measure());
        QVERIFY(m_document->apply(std::move(change).build()));
        QCOMPARE(unsaved().count(), 0);
    }

    void theFieldsNewerValueTakesTheRefusedTextAway()
    {
        type({});
        QVERIFY(m_document->apply(retitle(measure(), u"別の人の名"_s)));
        QCOMPARE(unsaved().count(), 0);
    }

    void aRefusedTextThatHasBecomeValidIsTakenWhenItIsTriedAgain()
    {
        bool valid = false;
        unsaved().submit(place(), u"甲"_s, [&valid, id = measure()](const Plan &) -> Result<ChangeSet> {
            if (!valid)
                return Error{ErrorKind::Failed, u"書けません。"_s, {}, {}};
            return retitle(id, u"甲"_s);
        });
        unsaved().retry();
        QCOMPARE(unsaved().count(), 1);
        valid = true;
        ChangeBuilder other(u"別の変更"_s);
        other.set<&Measure::short_title>(measure(), u"短"_s);
        QVERIFY(m_document->apply(std::move(other).build())); // writing works again
        QTRY_COMPARE(title(), u"甲"_s);
        QTRY_VERIFY(m_document->isSaved());
    }

    void typingCountsUntilItIsTakenOrItsInputIsGone()
    {
        QSignalSpy counted(&unsaved(), &UnsavedInput::counted);
        auto input = std::make_unique<QObject>();
        unsaved().setTyping(input.get(), true);
        unsaved().setTyping(input.get(), true);
        QVERIFY(!m_document->isSaved());
        QCOMPARE(counted.size(), 1);
        input.reset();
        QVERIFY(m_document->isSaved());
        QCOMPARE(counted.size(), 2);
    }

    void whoeverHasGoneIsNotTheOnlyOneToldOfAFailure()
    {
        QSignalSpy failed(m_document.get(), &PlanDocument::failed);
        auto receiver = std::make_unique<QObject>();
        const auto titled = [id = measure()](const QString &title) { return [=](const Plan &) { return retitle(id, title); }; };
        m_document->submit(titled(u"甲"_s));
        m_document->submit(titled(QString()), 0,
                           m_document->toldTo(receiver.get(), [](const Result<void> &) { QFAIL("it has gone"); }));
        receiver.reset();
        QVERIFY(!m_document->flush());
        QCOMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(UnsavedInputs)
#include "tst_unsaved_input.moc"
