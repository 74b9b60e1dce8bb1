// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about figures as offices write them: each is read as what it says, or refused with the reason.
#include "models/plan/field_text.h"
#include "models/plan/written_number.h"
#include "tests/support/warnings.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestWrittenNumber : public QObject {
    Q_OBJECT

    static const Field &hours() { return fieldOf<&Effect::hours_before>(); }
    static const Field &percent() { return fieldOf<&Effect::printed_rate>(); }
    static const Field &tasks() { return fieldOf<&Effect::task_count>(); }
    static const Field &offices() { return fieldOf<&Effect::printed_departments>(); }
    static const Field &figure() { return fieldOf<&IndicatorValue::value>(); }
    static const Field &thousandYen() { return fieldOf<&Budget::amount>(); }

    /// What is stored, or 「×」 and why not.
    static QString read(const Field &field, const QString &typed, const std::optional<QString> &unit = {})
    {
        const auto value = readNumber(field, typed, unit);
        return value ? valueToText(*value) : u'×' + value.error().what;
    }
    static bool isRefused(const Field &field, const QString &typed, const std::optional<QString> &unit = {})
    {
        return read(field, typed, unit).startsWith(u'×');
    }

private slots:
    void init() { failOnWarnings(); }

    void figuresAreReadHoweverTheyAreWritten_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        const std::pair<const char *, const char *> figures[] = {
            {"12", "12"},
            {"５", "5"},
            {"１，２００．５", "1200.5"},
            {"1,234,567", "1234567"},
            {"-5", "-5"},
            {"−5", "-5"},
            {"－５", "-5"},
            {"▲5", "-5"},
            {"△5", "-5"},
            {"▲ 1,234", "-1234"},
            {"△ 1,234", "-1234"},
            {"▲　34", "-34"},
            {"(5)", "-5"},
            {"(1,234.5)", "-1234.5"},
            {"+5", "5"},
            {" 12 ", "12"},
            {"0", "0"},
            {"100.0", "100.0"},
            {"－", ""},
            {"-", ""},
            {"―", ""},
            {"…", ""},
            {"未定", ""},
            {"", ""},
        };
        for (const auto &[typed, stored] : figures)
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(stored);
    }

    void figuresAreReadHoweverTheyAreWritten()
    {
        QFETCH(QString, typed);
        QTEST(read(figure(), typed, u"件"_s), "stored");
    }

    void figuresAreShownInThrees()
    {
        QCOMPARE(fieldText(Plan(), figure(), u"8421"_s), u"8,421"_s);
        QCOMPARE(fieldText(Plan(), figure(), u"-1234567.5"_s), u"-1,234,567.5"_s);
        QCOMPARE(fieldText(Plan(), figure(), u"999"_s), u"999"_s);
    }

    void aCommaPartsThousandsOrTheFigureIsRefused()
    {
        for (const QString &typed : {u"1,5"_s, u"12,34"_s, u"1,2345"_s, u",5"_s, u"1,234,5"_s, u"1.234,5"_s, u"1，5"_s}) {
            QVERIFY2(isRefused(figure(), typed), qPrintable(typed));
            QVERIFY2(isRefused(tasks(), typed), qPrintable(typed));
        }
        QVERIFY(read(figure(), u"1,5"_s).contains(u"「1,5」は数として読めません。「,」が3桁ごとの区切りになっていません。"_s));
    }

    void theUnitOfTheFieldMayStandBehindTheFigure()
    {
        QCOMPARE(read(hours(), u"1,410h"_s), u"1410"_s);
        QCOMPARE(read(hours(), u"1,410 時間"_s), u"1410"_s);
        QCOMPARE(read(percent(), u"44.7%"_s), u"44.7"_s);
        QCOMPARE(read(percent(), u"44.7％"_s), u"44.7"_s);
        QCOMPARE(read(tasks(), u"30業務"_s), u"30"_s);
        QCOMPARE(read(offices(), u"4箇所"_s), u"4"_s);
        QCOMPARE(read(offices(), u"４ヶ所"_s), u"4"_s);
        QCOMPARE(read(thousandYen(), u"1,410千円"_s), u"1410"_s);
    }

    void anotherUnitIsRefusedForItMayMeanAnotherSize()
    {
        QVERIFY(read(hours(), u"1,200人"_s).contains(u"この欄の単位は「時間」で、「人」ではありません。"_s));
        QVERIFY(isRefused(hours(), u"44.7%"_s));
        QVERIFY(isRefused(percent(), u"0.447割"_s));
        QVERIFY(isRefused(tasks(), u"1,200人"_s));
        QVERIFY(isRefused(thousandYen(), u"¥1,410"_s)); // a thousandth of what the field would say
        QVERIFY(isRefused(thousandYen(), u"1,410円"_s));
        QVERIFY(isRefused(fieldOf<&GlossaryTerm::number>(), u"5人"_s));
    }

    void theUnitOfTheRowMayStandBehindTheFigure()
    {
        QCOMPARE(read(figure(), u"1,200人"_s, u"人"_s), u"1200"_s);
        QCOMPARE(read(figure(), u"1,200名"_s, u"人/年"_s), u"1200"_s);
        QCOMPARE(read(figure(), u"4箇所"_s, u"か所"_s), u"4"_s);
        QCOMPARE(read(figure(), u"44.7%"_s, u"％"_s), u"44.7"_s);
        QCOMPARE(read(figure(), u"¥1,410"_s, u"円"_s), u"1410"_s);
        QCOMPARE(read(figure(), u"79万人"_s, u"万人"_s), u"79"_s);
        QVERIFY(isRefused(figure(), u"79万人"_s, u"人"_s));
        QVERIFY(isRefused(figure(), u"1,200人"_s, u"件"_s));
        QVERIFY(isRefused(figure(), u"¥1,410"_s, u"千円"_s));
        // A row that leaves its unit open takes a count, nothing whose size hangs on the unit.
        QCOMPARE(read(figure(), u"1,200人"_s, u""_s), u"1200"_s);
        QVERIFY(read(figure(), u"44.7%"_s, u""_s).contains(u"「%」は、数の大きさを変える単位です。"_s));
        QVERIFY(isRefused(figure(), u"1,200人"_s)); // which row it is, is not known
    }

    void lengthsOfTimeBecomeTheUnitOfTheField()
    {
        QCOMPARE(read(hours(), u"1:30"_s), u"1.5"_s);
        QCOMPARE(read(hours(), u"１：３０"_s), u"1.5"_s);
        QCOMPARE(read(hours(), u"26:15:00"_s), u"26.25"_s);
        QCOMPARE(read(hours(), u"14時間14分"_s), u"14.233333"_s);
        QCOMPARE(read(hours(), u"▲14時間30分"_s), u"-14.5"_s);
        QCOMPARE(read(hours(), u"90分"_s), u"1.5"_s);
        QCOMPARE(read(figure(), u"1時間30分"_s, u"分"_s), u"90"_s);
        QVERIFY(isRefused(figure(), u"1:30"_s, u"分"_s)); // or is it a minute and a half
        QVERIFY(isRefused(figure(), u"1:30"_s, u"件"_s));
        QVERIFY(isRefused(tasks(), u"14時間14分"_s));
        QVERIFY(isRefused(hours(), u"1:75"_s));
    }

    void whatSaysMoreThanANumberIsRefused()
    {
        for (const QString &typed : {u"約791"_s, u"10件以上"_s, u"延べ30"_s, u"100超"_s})
            QVERIFY2(read(figure(), typed, u"件"_s).contains(u"「約」「以上」などの言葉は"_s), qPrintable(typed));
        for (const QString &typed : {u"1.41E+06"_s, u"####"_s, u"10²"_s, u"120①"_s, u"10～20"_s, u"（5）"_s, u"多数"_s, u"1 234"_s,
                                     u"1.2.3"_s, u"▲-5"_s, u"5."_s, u"なし"_s})
            QVERIFY2(isRefused(figure(), typed, u""_s), qPrintable(typed + u" → "_s + read(figure(), typed, u""_s)));
        QCOMPARE(read(tasks(), u"12.0"_s), u"12"_s);
        QVERIFY(isRefused(tasks(), u"12.5"_s));
    }
};

QTEST_GUILESS_MAIN(TestWrittenNumber)
#include "tst_written_number.moc"
