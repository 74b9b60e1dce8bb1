// SPDX-License-Identifier: GPL-3.0-or-later
// A plan's CSV opened and saved by LibreOffice Calc, and nothing else done, comes back as the plan it was.
#include "deceptive_texts.h"
#include "models/change/digest.h"
#include "models/exchange/plan_csv.h"
#include "models/plan/decimal.h"
#include "models/plan/rank.h"
#include "tests/support/program.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// With separators, which stand in quotation marks, besides.
const QStringList &deceptiveTexts()
{
    static const QStringList texts = rewrittenTexts() + keptTexts() + QStringList{u"a;b"_s, u"1;2"_s, u"10,000円"_s};
    return texts;
}

/// A plan of which every text deceives, and every number is of a kind of its own.
Plan deceptivePlan()
{
    ChangeBuilder change(u"準備"_s);
    quint64 last = 0;
    const auto nextId = [&last] { return RowId{++last}; };
    PlanInfo info;
    info.id = Id<PlanInfo>(nextId());
    info.position = u"V"_s;
    info.title = u"1-2"_s;
    change.insert(info);
    // Ids of figures alone and of figures with an E: 000000000001 and 1E2345678901.
    Measure measure;
    measure.id = Id<Measure>(*RowId::fromText(u"1E2345678901"_s));
    measure.position = u"07"_s;
    measure.number = u"07"_s;
    measure.title = u"見出し"_s;
    change.insert(measure);
    Indicator indicator;
    indicator.id = Id<Indicator>(nextId());
    indicator.position = u"1E7"_s;
    indicator.measure = measure.id;
    indicator.name = u"100.0"_s;
    change.insert(indicator);
    int at = 0;
    for (const QString &number :
         {u"-3.5"_s, u"0"_s, u"100.0"_s, u"-0.50"_s, u"123456789012"_s, u"12345.678901"_s, u"0.000001"_s, u"1410"_s, u""_s}) {
        IndicatorValue value;
        value.id = Id<IndicatorValue>(nextId());
        value.position = QString::number(++at) + u"V"_s;
        value.indicator = indicator.id;
        value.role = u"actual"_s;
        value.value = number;
        value.as_of = at % 2 ? PlanTime::month(2020, 10) : PlanTime::day(2021, 9, 3);
        value.printed = number;
        change.insert(value);
    }
    const QStringList ranks = evenRanks(deceptiveTexts().size());
    for (qsizetype i = 0; i < ranks.size(); ++i) {
        Passage passage;
        passage.id = Id<Passage>(nextId());
        passage.position = ranks[i];
        passage.owner = Owner(measure.id);
        passage.heading = deceptiveTexts()[i];
        passage.text = deceptiveTexts()[i] + u"\n"_s + deceptiveTexts()[i];
        change.insert(passage);
        Footnote note;
        note.id = Id<Footnote>(nextId());
        note.position = ranks[i];
        note.owner = Owner(measure.id);
        note.text = deceptiveTexts()[i];
        change.insert(note);
    }
    Plan plan;
    if (!applyTo(plan, std::move(change).build()))
        qFatal("the test's own plan does not fit");
    return plan;
}
} // namespace

class TestCalcRoundTrip : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_calc = QStandardPaths::findExecutable(u"soffice"_s);
        if (m_calc.isEmpty())
            QSKIP("LibreOffice Calc is not installed: nothing was opened and saved by a spreadsheet.");
        QVERIFY(m_profile.isValid());
    }
    void init() { failOnWarnings(); }

    void whatCalcOpensAndSavesChangesNothing_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("reading");
        // Separators, quote, UTF-8, first line, columns, language, quoted cells as text, special numbers.
        const QString japanese = u"CSV:44/59/9,34,76,1,,1041,false,true"_s; // the three separators that Calc proposes
        const QString english = u"CSV:44,34,76,1,,1033,false,true"_s;
        const QString numbersOnly = u"CSV:44,34,76,1,,1041,false,false"_s;
        QTest::newRow("izumo") << u"izumo"_s << japanese;
        QTest::newRow("katagami") << u"katagami"_s << japanese;
        QTest::newRow("hatsukaichi") << u"hatsukaichi"_s << japanese;
        QTest::newRow("deceptive, Japanese") << u"deceptive"_s << japanese;
        QTest::newRow("deceptive, English") << u"deceptive"_s << english;
        QTest::newRow("deceptive, without special numbers") << u"deceptive"_s << numbersOnly;
    }

    void whatCalcOpensAndSavesChangesNothing()
    {
        QFETCH(QString, plan);
        QFETCH(QString, reading);
        const Plan before = plan == u"deceptive" ? deceptivePlan() : samplePlan(plan);
        QTemporaryDir folder;
        const QString written = folder.filePath(u"表"_s);
        const auto exported = exportTables(before, written);
        QVERIFY(exported);
        const QString once = folder.filePath(u"一度"_s);
        openAndSave(written, once, reading);
        QStringList folders{once};
        if (plan == u"deceptive") { // what one saving leaves alone the next may take; Calc does not quote what it saves for all
                                    // separators
            folders << folder.filePath(u"二度"_s);
            openAndSave(once, folders.last(), QString(reading).replace(u"44/59/9"_s, u"44"_s));
        }
        if (QTest::currentTestFailed())
            return;
        for (const QString &saved : folders) {
            for (const ImportMode mode : {ImportMode::Merge, ImportMode::Replace}) {
                const auto change = importTables(before, saved, mode, randomIds());
                QVERIFY2(change, qPrintable(change ? QString() : change.error().message()));
                QVERIFY2(change->isEmpty(), qPrintable(toldBy(*change)));
                Plan after = before;
                QVERIFY(applyTo(after, *change));
                QVERIFY(Digest::ofPlan(after) == Digest::ofPlan(before));
            }
        }
        // A plan that holds nothing yet has only the cells to go by: no more is lost than zeros at the end of numbers.
        Plan after;
        const auto change = importTables(after, once, ImportMode::Merge, randomIds());
        QVERIFY(change && applyTo(after, *change));
        for (const RowChange &row : difference(before, after).rows) {
            QVERIFY(row.before && row.after);
            for (qsizetype i = 0; i < row.after->size(); ++i) {
                QCOMPARE(tableInfo(row.table).fields[static_cast<size_t>(row.after->at(i).field)].kind, FieldKind::Decimal);
                QCOMPARE(Decimal::fromText(valueToText(row.after->at(i).value)),
                         Decimal::fromText(valueToText(row.before->at(i).value)));
            }
        }
    }

private:
    /// Lets Calc open every file as text in UTF-8 and save it under the same name and encoding.
    void openAndSave(const QString &from, const QString &to, const QString &reading)
    {
        QStringList files;
        for (const QFileInfo &info : QDir(from).entryInfoList({u"*.csv"_s})) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (file.readAll().count('\n') > 1) // a heading alone is not worth the time
                files << info.filePath();
        }
        const Outcome saved = runProgram(
            m_calc, QStringList{u"-env:UserInstallation="_s + QUrl::fromLocalFile(m_profile.path()).toString(), u"--headless"_s,
                                u"--infilter="_s + reading, u"--convert-to"_s,
                                u"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"_s, u"--outdir"_s, to}
                        + files);
        QVERIFY2(saved.status == 0, qPrintable(saved.err));
        QCOMPARE(QDir(to).entryList({u"*.csv"_s}).size(), files.size());
    }

    static QString toldBy(const ChangeSet &change)
    {
        QStringList told;
        for (const RowChange &row : change.rows) {
            if (!row.before || !row.after)
                told << u"a row more or less"_s;
            else
                for (const auto &[field, value] : *row.after)
                    told << u"%1: 「%2」"_s.arg(QString::fromLatin1(tableInfo(row.table).fields[static_cast<size_t>(field)].name),
                                                valueToText(value));
        }
        return told.join(u"; "_s);
    }

    QString m_calc;
    QTemporaryDir m_profile;
};

QTEST_GUILESS_MAIN(TestCalcRoundTrip)
#include "tst_calc_round_trip.moc"
