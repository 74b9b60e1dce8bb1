// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about ChangeSets: inverse, difference, merging, the journal's text form, the digest.
#include "models/change/change_json.h"
#include "models/change/change_set.h"
#include "models/change/digest.h"
#include "tests/support/warnings.h"

#include <QCryptographicHash>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
Measure measureRow(quint64 id, const QString &title)
{
    Measure measure;
    measure.id = Id<Measure>(RowId{id});
    measure.position = u"V"_s;
    measure.title = title;
    return measure;
}

RowChange changeOf(TableId table, quint64 row, int field, const QString &before, const QString &after)
{
    return {table, RowId{row}, QList<FieldChange>{{field, before}}, QList<FieldChange>{{field, after}}};
}
} // namespace

class ChangeSets : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void theInverseTakesEverythingBack()
    {
        Plan plan;
        ChangeBuilder builder(u"追加"_s);
        builder.insert(measureRow(1, u"電子申請"_s)).insert(measureRow(2, u"窓口"_s));
        const ChangeSet add = std::move(builder).build();
        QVERIFY(applyTo(plan, add));
        const Digest before = Digest::ofPlan(plan);

        const ChangeSet edit{u"改称"_s,
                             {changeOf(TableId::Measure, 1, fieldIndex<&Measure::title>(), u"電子申請"_s, u"オンライン申請"_s)}};
        QVERIFY(applyTo(plan, edit));
        QCOMPARE(plan.find(Id<Measure>(RowId{1}))->title, u"オンライン申請"_s);
        QVERIFY(applyTo(plan, inverse(edit)));
        QCOMPARE(Digest::ofPlan(plan), before);
        QCOMPARE(inverse(inverse(add)).rows, add.rows);
        QVERIFY(applyTo(plan, inverse(add)));
        QCOMPARE(plan.rows<Measure>().size(), 0);
        QCOMPARE(Digest::ofPlan(plan), Digest());
    }

    void theDifferenceAppliedToTheOldPlanGivesTheNewOne()
    {
        Plan old;
        ChangeBuilder first(u"旧"_s);
        first.insert(measureRow(1, u"甲"_s)).insert(measureRow(2, u"乙"_s));
        QVERIFY(applyTo(old, std::move(first).build()));
        Plan now;
        ChangeBuilder second(u"新"_s);
        second.insert(measureRow(2, u"乙の改"_s)).insert(measureRow(3, u"丙"_s));
        QVERIFY(applyTo(now, std::move(second).build()));

        const ChangeSet change = difference(old, now);
        QVERIFY(applyTo(old, change));
        QCOMPARE(Digest::ofPlan(old), Digest::ofPlan(now));
        QVERIFY(difference(old, now).isEmpty());
    }

    void mergingKeepsTheFirstOldAndTheLastNewValue()
    {
        const int title = fieldIndex<&Measure::title>();
        const int number = fieldIndex<&Measure::number>();
        const ChangeSet change = merged({{u"一"_s, {changeOf(TableId::Measure, 1, title, u"a"_s, u"b"_s)}},
                                         {u"二"_s, {changeOf(TableId::Measure, 1, number, u"1"_s, u"2"_s)}},
                                         {u"三"_s, {changeOf(TableId::Measure, 1, title, u"b"_s, u"c"_s)}}});
        QCOMPARE(change.rows.size(), 1);
        QCOMPARE(*change.rows[0].before, (QList<FieldChange>{{title, u"a"_s}, {number, u"1"_s}}));
        QCOMPARE(*change.rows[0].after, (QList<FieldChange>{{title, u"c"_s}, {number, u"2"_s}}));
        QVERIFY(merged({{u"往"_s, {changeOf(TableId::Measure, 1, title, u"a"_s, u"b"_s)}},
                        {u"復"_s, {changeOf(TableId::Measure, 1, title, u"b"_s, u"a"_s)}}})
                    .isEmpty());
    }

    void aRowChangeComesBackFromTheJournalsText()
    {
        const QList<FieldChange> fields{{0, u"V"_s}, {1, Value(RowId{42})}, {3, u"引用\"と\n改行と𠮷"_s}};
        const QString json = fieldsToJson(TableId::MeasureText, fields);
        QCOMPARE(fieldsFromJson(TableId::MeasureText, json), fields);
        const QList<FieldChange> numbers{{3, Value(qint64(2))}};
        QCOMPARE(fieldsFromJson(TableId::Passage, fieldsToJson(TableId::Passage, numbers)), numbers);
        const QList<FieldChange> unstated{{3, Value()}};
        QCOMPARE(fieldsFromJson(TableId::Passage, fieldsToJson(TableId::Passage, unstated)), unstated);
        QVERIFY(!fieldsFromJson(TableId::Measure, u"{\"no_such_field\":1}"_s));
        QVERIFY(!fieldsFromJson(TableId::Measure, u"[1]"_s));
    }

    void theDigestIsTheSumOfTheRowsHashes()
    {
        // By hand: SHA-256 over length-prefixed table, id and stated fields.
        const QByteArray bytes = "7:measure12:000000000001"
                                 "8:position1:V"
                                 "5:title6:\xE7\x94\xB2\xE4\xB9\x99";
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        QByteArray reversed = hash;
        std::reverse(reversed.begin(), reversed.end()); // the sum counts the first byte as the least
        Plan plan;
        ChangeBuilder builder(u"追加"_s);
        builder.insert(measureRow(1, u"甲乙"_s));
        QVERIFY(applyTo(plan, std::move(builder).build()));
        QCOMPARE(Digest::ofPlan(plan).toHex().toLatin1(), reversed.toHex());
        QCOMPARE(Digest::fromHex(Digest::ofPlan(plan).toHex()), Digest::ofPlan(plan));

        Digest sum = Digest::ofPlan(plan);
        for (int i = 0; i < 100; ++i)
            sum += Digest::ofPlan(plan);
        for (int i = 0; i < 101; ++i)
            sum -= Digest::ofPlan(plan);
        QCOMPARE(sum, Digest());
    }
};

QTEST_GUILESS_MAIN(ChangeSets)
#include "tst_change_set.moc"
