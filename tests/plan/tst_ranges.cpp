// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the ranges of fields: every one is stated, says itself, and holds sums and pictures together.
#include "models/plan/decimal.h"
#include "models/plan/ranges.h"
#include "models/plan/rules.h"
#include "tests/support/warnings.h"

#include <QTest>

#include <limits>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 least64 = std::numeric_limits<qint64>::min();
constexpr qint64 most64 = std::numeric_limits<qint64>::max();

bool isNumber(const Field &field)
{
    return field.kind == FieldKind::Integer || field.kind == FieldKind::Decimal;
}

bool isText(const Field &field)
{
    return field.kind == FieldKind::Text || field.kind == FieldKind::LongText || field.kind == FieldKind::Choice;
}

Value numberFor(const Field &field, qint64 number)
{
    return field.kind == FieldKind::Integer ? Value(number) : Value(QString::number(number));
}
} // namespace

class RangesOfFields : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void everyNumberAndTextStatesItsRange()
    {
        for (const TableInfo &table : allTables()) {
            for (const Field &field : table.fields) {
                const QByteArray name = QByteArray(table.name) + '.' + field.name;
                if (isNumber(field)) {
                    QVERIFY2(field.range.minimum < field.range.maximum, name);
                    QVERIFY2(isWithinRange(field, numberFor(field, field.range.minimum)), name);
                    QVERIFY2(isWithinRange(field, numberFor(field, field.range.maximum)), name);
                    QVERIFY2(!isWithinRange(field, numberFor(field, field.range.minimum - 1)), name);
                    QVERIFY2(!isWithinRange(field, numberFor(field, field.range.maximum + 1)), name);
                }
                if (isText(field)) {
                    QVERIFY2(field.longest > 0 && field.longest < longestText, name); // what is opened goes beyond
                    QVERIFY2(isWithinRange(field, QString(field.longest, u'長')), name);
                    QVERIFY2(!isWithinRange(field, QString(field.longest + 1, u'長')), name);
                }
            }
        }
    }

    void whatIsEmptyOrOfAnotherKindIsOutOfNoRange()
    {
        QVERIFY(isWithinRange(fieldOf<&Block::height>(), Value()));
        QVERIFY(isWithinRange(fieldOf<&IndicatorValue::value>(), QString()));
        QVERIFY(isWithinRange(fieldOf<&IndicatorValue::value>(), u"未定"_s));
        QVERIFY(isWithinRange(fieldOf<&Phase::starts>(), u"FY2022"_s));
    }

    void theRefusalNamesTheFieldTheRangeAndWhatToDo()
    {
        const Error height = outOfRange(u"票の欄"_s, fieldOf<&Block::height>(), qint64(1'000'000'000));
        QCOMPARE(height.what, u"票の欄の「高さ(mm)」に入力できるのは、0～400の整数です（入力は1,000,000,000）。"_s);
        QCOMPARE(height.remedy, u"この範囲の値に直して、もう一度入力してください。"_s);
        const Error title = outOfRange({}, fieldOf<&Measure::title>(), QString(200'000, u'長'));
        QCOMPARE(title.what, u"「施策名」に入力できるのは、1,000文字までです（入力は200,000文字）。"_s);
        QCOMPARE(title.remedy, u"短くして、もう一度入力してください。"_s);
        const Error hours = outOfRange({}, fieldOf<&Effect::hours_before>(), u"-0.5"_s);
        QCOMPARE(hours.what, u"「導入前(時間)」に入力できるのは、0～999,999,999の数です（入力は-0.5）。"_s);
    }

    void aWholeNumberBeyondTheMachinesIsReadAsOneOutOfRange()
    {
        const Field &field = fieldOf<&Block::height>();
        QCOMPARE(valueFromText(field, u"9223372036854775808"_s), std::optional<Value>(most64));
        QCOMPARE(valueFromText(field, u"-99999999999999999999"_s), std::optional<Value>(least64));
        QVERIFY(!valueFromText(field, u"9223372036854775808mm"_s));
        QVERIFY(!valueFromText(field, u"-"_s));
    }

    void picturesAndSumsSeeAStoredNumberWithinItsRange()
    {
        Block block;
        QVERIFY(!ranged<&Block::height>(block));
        block.height = most64;
        QCOMPARE(ranged<&Block::height>(block), std::optional<qint64>(400));
        block.height = least64;
        QCOMPARE(ranged<&Block::height>(block), std::optional<qint64>(0));
        block.height = 80;
        QCOMPARE(ranged<&Block::height>(block), std::optional<qint64>(80));
    }

    void decimalsStopAtTheirLimitInsteadOfTurningNegative()
    {
        const Decimal huge = Decimal::of(most64);
        const Decimal deep = Decimal::of(least64);
        QVERIFY(Decimal::of(999'999'999'999) < huge && deep < Decimal::of(-999'999'999'999));
        QCOMPARE(huge + huge, huge);
        QCOMPARE(deep + deep, deep);
        QCOMPARE(huge - deep, huge);
        QCOMPARE(huge * 1000, huge);
        QCOMPARE(huge * -1000, deep);
        QCOMPARE(huge + deep, Decimal());
        Decimal sum;
        for (int i = 0; i < 100; ++i)
            sum = sum + Decimal::of(999'999'999'999);
        QCOMPARE(sum, huge);
        QCOMPARE(Decimal::percent(huge, *Decimal::fromText(u"0.000001"_s)), std::optional(huge));
        QCOMPARE(Decimal::percent(huge, deep), std::optional(Decimal::of(-100)));
        QCOMPARE(Decimal::percent(Decimal::of(1), huge), std::optional(Decimal()));
        QCOMPARE(Decimal::percent(Decimal::of(82), Decimal::of(105)), Decimal::fromText(u"78.1"_s));
    }
};

QTEST_GUILESS_MAIN(RangesOfFields)
#include "tst_ranges.moc"
