// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the values a plan is made of: eras, times, ids, ranks, field lists.
#include "models/plan/era.h"
#include "models/plan/plan.h"
#include "models/plan/rank.h"
#include "models/plan/time_reading.h"
#include "models/plan/usable_text.h"
#include "tests/support/warnings.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class PlanValues : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void fiscalYearsAreNamedAfterTheEraTheyEndIn()
    {
        QCOMPARE(eraFiscalYear(2022), u"令和4年度"_s);
        QCOMPARE(eraFiscalYear(2019), u"令和元年度"_s);
        QCOMPARE(eraFiscalYear(2018), u"平成30年度"_s);
        QCOMPARE(eraFiscalYear(1988), u"昭和63年度"_s); // 平成 began in January 1989
        QCOMPARE(eraFiscalYearShort(2021), u"R3"_s);
        QCOMPARE(eraYear(QDate(2019, 4, 30)), u"平成31年"_s);
        QCOMPARE(eraYear(QDate(2019, 5, 1)), u"令和元年"_s);
        QCOMPARE(eraMoment(QDateTime(QDate(2024, 4, 1), QTime(9, 5))), u"令和6年4月1日 9:05"_s);
        QCOMPARE(eraMoment(QDateTime(QDate(2019, 4, 30), QTime(23, 59))), u"平成31年4月30日 23:59"_s);
    }

    void whatNobodySeesIsMadeUsable_data()
    {
        QTest::addColumn<QString>("entered");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("lines");
        const auto row = [](const char *name, const QString &entered, const QString &line, const QString &lines) {
            QTest::newRow(name) << entered << line << lines;
        };
        row("nothing to do", u"○ＡＢ\u00a0Ｃ　～〜𠮷葛\U000E0100"_s, u"○ＡＢ\u00a0Ｃ　～〜𠮷葛\U000E0100"_s,
            u"○ＡＢ\u00a0Ｃ　～〜𠮷葛\U000E0100"_s);
        row("soft line break", u"一\v二"_s, u"一 二"_s, u"一\n二"_s);
        row("form feed", u"一\f二"_s, u"一 二"_s, u"一\n二"_s);
        row("next line", u"一\u0085二"_s, u"一 二"_s, u"一\n二"_s);
        row("separators", u"一\u2028二\u2029三"_s, u"一 二 三"_s, u"一\n二\n三"_s);
        row("of other systems", u"一\r\n二\r三"_s, u"一 二 三"_s, u"一\n二\n三"_s);
        row("line end of a cell", u"一\r\n"_s, u"一"_s, u"一\n"_s);
        row("tab", u"一\t二"_s, u"一 二"_s, u"一\t二"_s);
        row("nul", u"一"_s + QChar::Null + u"二"_s, u"一 二"_s, u"一 二"_s);
        row("other controls", u"一\u001f二\u007f三\u009f"_s, u"一 二 三 "_s, u"一 二 三 "_s);
        row("direction", u"一\u202e二\u2067三"_s, u"一二三"_s, u"一二三"_s);
        row("half of a pair", u"一"_s + QChar(0xd842) + u"二"_s + QChar(0xdfb7), u"一\ufffd二\ufffd"_s, u"一\ufffd二\ufffd"_s);
        row("noncharacters", u"一"_s + QChar(0xfffe) + QChar(0xffff) + QChar(0xfdd0) + u"二\U0001FFFE"_s,
            u"一\ufffd\ufffd\ufffd二\ufffd"_s, u"一\ufffd\ufffd\ufffd二\ufffd"_s);
    }
    void whatNobodySeesIsMadeUsable()
    {
        QFETCH(QString, entered);
        QTEST(usableText(entered, TextLines::One), "line");
        QTEST(usableText(entered, TextLines::Several), "lines");
    }

    void aTimeIsReadAsOfficersTypeIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        const auto row = [](const char16_t *typed, const char16_t *text) {
            QTest::newRow(qPrintable(QString::fromUtf16(typed))) << QString::fromUtf16(typed) << QString::fromUtf16(text);
        };
        row(u"R5.4", u"2023-04");
        row(u"Ｒ５．４", u"2023-04");
        row(u"令和5年4月", u"2023-04");
        row(u"令和５年度", u"FY2023");
        row(u"R5", u"FY2023");
        row(u"H31", u"FY2019");
        row(u"R元年度", u"FY2019");
        row(u"2023/4", u"2023-04");
        row(u"令和6年3月31日", u"2024-03-31");
        row(u"2023-04-01", u"2023-04-01");
        row(u"令和4年度上半期", u"2022H1");
        row(u"R4下", u"2022H2");
        row(u"令和2年", u"2020");
        row(u"期間未定", u"");
        row(u"年度の記載なし", u"");
        row(u"～", u"..");
        row(u"－", u"");
        row(u"…", u"");
        row(u"令和6(2024)年度", u"FY2024");
        row(u"令和６（２０２４）年度", u"FY2024");
        row(u"令和6年度（2024年度）", u"FY2024");
        row(u"2024(令和6)年度", u"FY2024");
        row(u"令和元(2019)年度", u"FY2019");
        row(u"平成31(2019)年4月", u"2019-04");
        row(u"R6(2024)", u"FY2024");
        row(u"令和6年（2024年）4月1日", u"2024-04-01");
        row(u"令和6年4月1日現在", u"2024-04-01");
        row(u"令和6年3月31日 時点", u"2024-03-31");
        row(u"R3.12月末現在", u"2021-12");
        row(u"令和6年4月1日（月）", u"2024-04-01");
        row(u"2024/4/1 月曜日", u"2024-04-01");
        row(u"令和6年度中", u"FY2024");
        row(u"令和6年度末", u"FY2024");
        row(u"令6.4.1", u"2024-04-01");
        row(u"平30年度", u"FY2018");
        row(u"2020/10", u"2020-10");
        row(u"2020/10/1 0:00", u"2020-10-01");
        row(u"2020-10-01 00:00:00", u"2020-10-01");
        row(u"2020-10-01T00:00:00", u"2020-10-01");
        row(u"Oct-20", u"2020-10");
        row(u"Apr-31", u"2031-04");
        row(u"Mar-98", u"1998-03");
        row(u"October 2020", u"2020-10");
        row(u"1-Oct-20", u"2020-10-01");
        row(u"10/20/2020", u"2020-10-20");
        row(u"20.10.2020", u"2020-10-20");
        row(u"04/04/2022", u"2022-04-04");
    }
    void aTimeIsReadAsOfficersTypeIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        const auto time = PlanTime::fromJapanese(typed);
        QVERIFY(time);
        QCOMPARE(time->toText(), text);
    }

    void nonsenseIsNoTime_data()
    {
        QTest::addColumn<QString>("typed");
        for (const auto *typed : {u"R5.13", u"令和6年2月30日", u"来年", u"5", u"2023/4/", u"R", u"99999", u"令和0年度", u"R0", u"平成0年4月"})
            QTest::newRow(qPrintable(QString::fromUtf16(typed))) << QString::fromUtf16(typed);
    }
    void nonsenseIsNoTime()
    {
        QFETCH(QString, typed);
        QVERIFY(!PlanTime::fromJapanese(typed));
        QVERIFY(!PlanTime::fromText(typed) || typed.isEmpty());
    }

    void whatIsNoTimeIsRefusedWithItsReason_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char16_t *typed, const char16_t *reason) {
            QTest::newRow(qPrintable(QString::fromUtf16(typed))) << QString::fromUtf16(typed) << QString::fromUtf16(reason);
        };
        row(u"第1四半期", u"四半期");
        row(u"令和6年度第１四半期", u"四半期");
        row(u"2024Q1", u"四半期");
        row(u"令和6年度以降", u"期間");
        row(u"R8まで", u"期間");
        row(u"R6～R8", u"期間");
        row(u"令和6～8年度", u"期間");
        row(u"2024-2026", u"期間");
        row(u"20-Oct", u"年がありません");
        row(u"4月1日", u"年がありません");
        row(u"10/20", u"年がありません");
        row(u"04/01/2022", u"順");
        row(u"22/4/1", u"順");
        row(u"令和6(2023)年度", u"合いません");
        row(u"令和6年4月1日（火）", u"曜日");
        row(u"令和6年2月30日現在", u"ありません");
        row(u"R5.13", u"ありません");
        row(u"44652", u"番号");
        row(u"2024/4/1 9:00", u"読めません");
        row(u"令和6年4月上旬", u"読めません");
        row(u"R5頃", u"読めません");
    }
    void whatIsNoTimeIsRefusedWithItsReason()
    {
        QFETCH(QString, typed);
        QFETCH(QString, reason);
        const auto time = readTime(typed);
        QVERIFY(!time);
        QVERIFY2(time.error().what.contains(reason), qPrintable(time.error().what));
        QVERIFY2(time.error().what.contains(typed), qPrintable(time.error().what));
        QVERIFY(time.error().remedy.endsWith(u'。'));
    }

    void aSpanIsReadAsOfficersTypeIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("starts");
        QTest::addColumn<QString>("ends");
        const auto row = [](const char16_t *typed, const char16_t *starts, const char16_t *ends) {
            QTest::newRow(qPrintable(QString::fromUtf16(typed)))
                << QString::fromUtf16(typed) << QString::fromUtf16(starts) << QString::fromUtf16(ends);
        };
        row(u"R6～R8", u"FY2024", u"FY2026");
        row(u"R6〜8", u"FY2024", u"FY2026");
        row(u"R6-R8", u"FY2024", u"FY2026");
        row(u"令和６～８年度", u"FY2024", u"FY2026");
        row(u"令和元年度～令和6(2024)年度", u"FY2019", u"FY2024");
        row(u"2024～2026年度", u"FY2024", u"FY2026");
        row(u"2024-2026", u"2024", u"2026");
        row(u"令和6年4月～9月", u"2024-04", u"2024-09");
        row(u"令和6年4月から令和7年3月まで", u"2024-04", u"2025-03");
        row(u"R6.4→7.3", u"2024-04", u"2025-03");
        row(u"2024-04～2025-03", u"2024-04", u"2025-03");
        row(u"令和6年度以降", u"FY2024", u"..");
        row(u"R8～", u"FY2026", u"..");
        row(u"～R8", u"..", u"FY2026");
        row(u"R8まで", u"..", u"FY2026");
        row(u"R5上半期", u"2023H1", u"2023H1");
        row(u"～", u"..", u"..");
        row(u"未定", u"", u"");
    }
    void aSpanIsReadAsOfficersTypeIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, starts);
        QFETCH(QString, ends);
        const auto span = readTimeSpan(typed);
        QVERIFY2(span, span ? "" : qPrintable(span.error().what));
        QCOMPARE(span->first.toText(), starts);
        QCOMPARE(span->second.toText(), ends);
    }

    void whatIsNoSpanIsRefused()
    {
        for (const auto *typed : {u"来年から", u"R6～来年", u"から", u"1-2", u"第1四半期～第2四半期", u"～～"})
            QVERIFY2(!readTimeSpan(QString::fromUtf16(typed)), qPrintable(QString::fromUtf16(typed)));
    }

    void aTimeShowsExactlyThePrecisionItWasGivenIn()
    {
        const auto shown = [](const char16_t *text) { return PlanTime::fromText(QString::fromUtf16(text))->toJapanese(); };
        QCOMPARE(shown(u"FY2021"), u"令和3年度"_s);
        QCOMPARE(shown(u"2021-09"), u"令和3年9月"_s);
        QCOMPARE(shown(u"2021-09-30"), u"令和3年9月30日"_s);
        QCOMPARE(shown(u"2021H2"), u"令和3年度下半期"_s);
        QCOMPARE(shown(u"2020"), u"令和2年"_s);
        QCOMPARE(shown(u"2019-05"), u"令和元年5月"_s);
        QCOMPARE(shown(u""), QString());
    }

    void marchBelongsToTheFiscalYearBefore()
    {
        QCOMPARE(fiscalYearOf(PlanTime::month(2022, 3).firstMonth()), 2021);
        QCOMPARE(fiscalYearOf(PlanTime::month(2022, 4).firstMonth()), 2022);
        QCOMPARE(PlanTime::fiscalYear(2022).firstMonth(), PlanTime::month(2022, 4).firstMonth());
        QCOMPARE(PlanTime::fiscalYear(2022).endMonth(), PlanTime::month(2023, 4).firstMonth());
    }

    void everyTimeTextComesBackUnchanged()
    {
        for (const auto *text : {u"", u"..", u"2021-09-30", u"2021-08", u"2021H1", u"2021H2", u"FY2021", u"2021"})
            QCOMPARE(PlanTime::fromText(QString::fromUtf16(text))->toText(), QString::fromUtf16(text));
    }

    void anIdIsTwelveCharactersAndComesBack()
    {
        const IdSource ids = randomIds();
        for (int i = 0; i < 1000; ++i) {
            const RowId id = ids();
            QCOMPARE(id.toText().size(), 12);
            QCOMPARE(RowId::fromText(id.toText()), id);
            QCOMPARE(RowId::fromText(id.toText().toLower()), id);
        }
        QVERIFY(!RowId::fromText(u"0123456789A"));
        QVERIFY(!RowId::fromText(u"0123456789UU"));
        QVERIFY(RowId::fromText(u"")->isNull());
    }

    void betweenTwoRanksThereIsAlwaysAnother()
    {
        QString low;
        QString high;
        for (int i = 0; i < 300; ++i) {
            const QString middle = rankBetween(low, high);
            QVERIFY(isRank(middle));
            QVERIFY(low < middle);
            QVERIFY(high.isEmpty() || middle < high);
            (i % 3 == 0 ? low : high) = middle;
        }
    }

    void evenRanksAscendAndStayShort()
    {
        for (const qsizetype count : {0, 1, 5, 30, 31, 61, 62, 1000, 100'000}) {
            const QStringList ranks = evenRanks(count);
            QCOMPARE(ranks.size(), count);
            QVERIFY(std::is_sorted(ranks.begin(), ranks.end()));
            QVERIFY(std::adjacent_find(ranks.begin(), ranks.end()) == ranks.end());
            QVERIFY(std::all_of(ranks.begin(), ranks.end(), [](const QString &rank) { return isRank(rank) && rank.size() <= 4; }));
        }
    }

    void everyFieldOfEveryTableReadsBackWhatWasWritten()
    {
        for (const TableInfo &table : allTables()) {
            QCOMPARE(QLatin1StringView(table.fields.front().name), "position"_L1);
            QStringList names;
            for (const Field &field : table.fields) {
                QVERIFY2(!fieldLabel(field).isEmpty(), field.name);
                QVERIFY2(!names.contains(QLatin1StringView(field.name)), field.name);
                names << QLatin1StringView(field.name);
            }
            QCOMPARE(tableByName(QString::fromLatin1(table.name)), table.id);
        }
        Phase phase;
        QVERIFY(fieldOf<&Phase::starts>().write(&phase, Value(u"FY2021"_s)));
        QCOMPARE(phase.starts, PlanTime::fiscalYear(2021));
        QVERIFY(!fieldOf<&Phase::starts>().write(&phase, Value(u"soon"_s)));
        QCOMPARE(phase.starts, PlanTime::fiscalYear(2021));
        QCOMPARE(std::get<QString>(fieldOf<&Phase::starts>().read(&phase)), u"FY2021"_s);
    }

    void rowsAreFoundByWhatTheyReferTo()
    {
        Plan plan;
        const IdSource ids = randomIds();
        const RowId measure = ids();
        FieldValues values;
        for (const Field &field : tableInfo(TableId::Measure).fields)
            values.push_back(emptyValue(field.kind));
        QVERIFY(plan.table(TableId::Measure).insert(measure, values));
        QVERIFY(!plan.table(TableId::Measure).insert(measure, values));

        AnyRows &initiatives = plan.table(TableId::Initiative);
        QList<RowId> added;
        for (const auto *rank : {u"V", u"k", u"F"}) {
            FieldValues row{QString::fromUtf16(rank), measure, u"取組"_s, QString(), QString(), QString()};
            added << ids();
            QVERIFY(initiatives.insert(added.last(), row));
        }
        const auto parts = plan.parts<&Initiative::measure>(Id<Measure>(measure));
        QCOMPARE(parts.size(), 3);
        QCOMPARE(parts[0]->position, u"F"_s);
        initiatives.remove(added[0]);
        QCOMPARE(plan.parts<&Initiative::measure>(Id<Measure>(measure)).size(), 2);
        QVERIFY(initiatives.set(added[1], fieldIndex<&Initiative::measure>(), RowId()));
        QCOMPARE(plan.parts<&Initiative::measure>(Id<Measure>(measure)).size(), 1);
    }
};

QTEST_GUILESS_MAIN(PlanValues)
#include "tst_plan_values.moc"
