// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the program is what was put in: a damaged plan prints nothing, a disturbed share is not told as damage, a table that
// ends too early takes nothing away. The built program in a second process, the system's refusals put in front of it.
#include "models/exchange/plan_csv.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
using Faults = QList<std::pair<const char *, QString>>;

struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

Outcome shisakucho(const QStringList &arguments, const Faults &faults = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DISPLAY"_s);
    if (!faults.isEmpty())
        environment.insert(u"LD_PRELOAD"_s, QStringLiteral(READ_FAULT));
    for (const auto &[name, value] : faults)
        environment.insert(QLatin1StringView(name), value);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SHISAKUCHO_PROGRAM), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
}

/// The words of a paper, or the content of every table.
QByteArray wordsOf(const QString &path)
{
    if (!path.endsWith(u".pdf")) {
        QByteArray all;
        QDirIterator files(path, {u"*.csv"_s}, QDir::Files);
        QStringList names;
        while (files.hasNext())
            names << files.next();
        names.sort();
        for (const QString &name : std::as_const(names))
            all += contentOf(name);
        return all;
    }
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    return reader.waitForFinished(30'000) && reader.exitCode() == 0 ? reader.readAllStandardOutput() : QByteArray();
}

QString sqlite(const QString &plan, const QString &sql)
{
    return QString::fromUtf8(sqlite3(plan, sql));
}

QString textOf(int number)
{
    return QString::number(number);
}
} // namespace

#define VERIFY_STATUS(outcome, expected)                                                                                           \
    QVERIFY2((outcome).status == (expected), qPrintable(u"status %1: %2"_s.arg((outcome).status).arg((outcome).err)))

class Leaving : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_plan; ///< The Izumo sample; nobody changes it.
    int m_count = 0;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString copy()
    {
        const QString made = path(u"写し%1.dxplan"_s.arg(++m_count));
        QFile::copy(m_plan, made);
        return made;
    }
    static QString digest(const QString &plan)
    {
        return QString::fromUtf8(sqlite3(plan, u"select digest from journal order by seq desc limit 1"_s));
    }

private slots:
    void initTestCase()
    {
        m_plan = path(u"見本.dxplan"_s);
        VERIFY_STATUS(shisakucho({u"new"_s, u"--sample"_s, u"izumo"_s, m_plan}), 0);
    }
    void init() { failOnWarnings(); }

    void aDamagedPlanLeavesInNoForm_data()
    {
        QTest::addColumn<QString>("to");
        for (const auto *kind : {"roadmap", "sheets", "guide", "list", "tree", "effects", "progress", "budget", "glossary",
                                 "bodies", "indicators", "book"})
            QTest::newRow(kind) << u"out.pdf"_s;
        QTest::newRow("data") << u"out"_s;
    }
    void aDamagedPlanLeavesInNoForm()
    {
        QFETCH(QString, to);
        const QString kind = QString::fromLatin1(QTest::currentDataTag());
        const auto exported = [&](const QString &plan) {
            QDir(path(u"out"_s)).removeRecursively();
            QFile::remove(path(u"out.pdf"_s));
            return shisakucho({u"export"_s, plan, u"--as"_s, kind, u"--to"_s, path(to)});
        };
        VERIFY_STATUS(exported(m_plan), 0);
        const QByteArray good = wordsOf(path(to));
        QVERIFY(!good.isEmpty());
        const QByteArray bytes = contentOf(m_plan);
        const QString damaged = path(u"damaged.dxplan"_s);
        // Words in the tables, where SQLite notices nothing; then places that have no meaning to us.
        QList<qsizetype> places;
        for (const auto *word : {"システム", "申請", "電子", "推進", "情報"}) {
            for (qsizetype at = bytes.indexOf(word), n = 0; at >= 0 && n < 2; at = bytes.indexOf(word, at + 40'000), ++n)
                places << at + 1;
        }
        const qsizetype stride = qEnvironmentVariableIsSet("SHISAKUCHO_LONG") ? 10'007 : 400'009;
        for (qsizetype at = 1021; at < bytes.size(); at += stride)
            places << at;
        int refused = 0;
        for (const qsizetype place : std::as_const(places)) {
            QByteArray flipped = bytes;
            flipped[place] = static_cast<char>(flipped[place] ^ 0x15);
            QVERIFY(write(damaged, flipped));
            const Outcome outcome = exported(damaged);
            if (outcome.status == 0) {
                QVERIFY2(wordsOf(path(to)) == good, qPrintable(u"other words after a flip at %1"_s.arg(place)));
                continue;
            }
            ++refused;
            QVERIFY2(outcome.status == 3, qPrintable(outcome.err));
            QVERIFY(!outcome.err.isEmpty());
            QVERIFY(!QFile::exists(path(to)));
        }
        QVERIFY(refused >= 5);
    }

    void aCopyForOutsideIsNotMadeOfADamagedPlan()
    {
        const QString plan = copy();
        QVERIFY(changedBySqlite3(plan, u"update measure set title='改ざん' where number='2'"_s));
        const auto document = PlanDocument::open(plan, testEnvironment());
        QVERIFY(document);
        const auto copied = (*document)->saveCopy(path(u"複製.dxplan"_s));
        QVERIFY(!copied && copied.error().kind == ErrorKind::Unreadable);
        QVERIFY(!QFile::exists(path(u"複製.dxplan"_s)));
    }

    void replaceSaysWhatWasAddedChangedAndRemoved()
    {
        const QString plan = copy();
        const QString tables = path(u"数える"_s);
        VERIFY_STATUS(shisakucho({u"export"_s, plan, u"--as"_s, u"data"_s, u"--to"_s, tables}), 0);
        QStringList lines = QString::fromUtf8(contentOf(tables + u"/glossary_term.csv"_s)).split(u"\r\n"_s);
        const qsizetype terms = sqlite(plan, u"select count(*) from glossary_term"_s).toInt();
        QVERIFY(terms > 4);
        lines.erase(lines.begin() + 1, lines.begin() + 4);             // three go,
        lines[1].replace(lines[1].section(u',', 2, 2), u"改めた語"_s); // one changes,
        const int columns = static_cast<int>(lines.first().count(u','));
        lines.insert(2, u",,新しい語"_s + u","_s.repeated(columns - 2)); // one is new
        const QString csv = path(u"glossary_term.csv"_s);
        QVERIFY(write(csv, lines.join(u"\r\n"_s).toUtf8()));
        const Outcome imported = shisakucho({u"import"_s, csv, u"--into"_s, plan, u"--replace"_s});
        VERIFY_STATUS(imported, 0);
        QVERIFY2(imported.out.contains(u"追加 1、変更 1、削除 3"_s), qPrintable(imported.out));
        QCOMPARE(sqlite(plan, u"select count(*) from glossary_term"_s).toInt(), static_cast<int>(terms) - 2);
    }

    void aCutTableTakesNothingAway()
    {
        const QString plan = copy();
        const QString tables = path(u"切れる"_s);
        VERIFY_STATUS(shisakucho({u"export"_s, plan, u"--as"_s, u"data"_s, u"--to"_s, tables}), 0);
        const QByteArray whole = contentOf(tables + u"/measure.csv"_s);
        const QString before = digest(plan);
        const QString csv = path(u"measure.csv"_s);
        QVERIFY(write(csv, whole.first(whole.indexOf(',', whole.size() / 2)))); // behind a cell of a record in the middle
        const Outcome refused = shisakucho({u"import"_s, csv, u"--into"_s, plan, u"--replace"_s});
        VERIFY_STATUS(refused, 1);
        QVERIFY(!refused.err.isEmpty() && refused.out.isEmpty());
        QCOMPARE(digest(plan), before);
    }

    void cellsThatExcelWouldCutAreTold()
    {
        const QString plan = copy();
        const QString csv = path(u"measure_text.csv"_s);
        const QString id = sqlite(plan, u"select id from measure_text order by position, id limit 1 offset 1"_s);
        QVERIFY(write(csv, u"id,text\r\n%1,%2\r\n"_s.arg(id, u"あ"_s.repeated(32'768)).toUtf8()));
        VERIFY_STATUS(shisakucho({u"import"_s, csv, u"--into"_s, plan}), 0);
        const QString tables = path(u"長い"_s);
        const Outcome exported = shisakucho({u"export"_s, plan, u"--as"_s, u"data"_s, u"--to"_s, tables});
        VERIFY_STATUS(exported, 0);
        QCOMPARE(exported.err.count(u'\n'), 1);
        static const QRegularExpression place(u"「measure_text\\.csv」の(\\d+)行目、列「text」：32,768文字"_s);
        const auto told = place.match(exported.err);
        QVERIFY2(told.hasMatch(), qPrintable(exported.err));
        const QByteArrayList lines = contentOf(tables + u"/measure_text.csv"_s).split('\n');
        const QByteArray line = lines.value(told.captured(1).toInt() - 1);
        QVERIFY2(line.contains(id.toLatin1()), line.left(60).constData());
        QVERIFY(line.contains(u"あ"_s.repeated(32'768).toUtf8())); // not cut
        QVERIFY(write(csv, u"id,text\r\n%1,%2\r\n"_s.arg(id, u"あ"_s.repeated(32'767)).toUtf8()));
        VERIFY_STATUS(shisakucho({u"import"_s, csv, u"--into"_s, plan}), 0);
        QCOMPARE(shisakucho({u"export"_s, plan, u"--as"_s, u"data"_s, u"--to"_s, tables}).err, QString());
    }

    void anOfficeIsNamedInEitherFormOfItsCharacters()
    {
        const QString plan = copy();
        const QString csv = path(u"department.csv"_s);
        const QString id = sqlite(plan, u"select department from responsibility where role='lead' and department<>'' limit 1"_s);
        QVERIFY(!id.isEmpty());
        QVERIFY(write(csv, u"id,name\r\n%1,\uFA26市計画課\r\n"_s.arg(id).toUtf8()));
        VERIFY_STATUS(shisakucho({u"import"_s, csv, u"--into"_s, plan}), 0);
        QCOMPARE(sqlite(plan, u"select name from department where id='%1'"_s.arg(id)), u"\uFA26市計画課"_s);
        for (const QString &name : {u"\uFA26市計画課"_s, u"都市計画課"_s})
            VERIFY_STATUS(
                shisakucho({u"export"_s, plan, u"--as"_s, u"list"_s, u"--to"_s, path(u"課.pdf"_s), u"--department"_s, name}), 0);
    }

    void aTableThatCannotBeReadToItsEndTakesNothingAway_data()
    {
        QTest::addColumn<int>("readable");
        const qsizetype size = measureTable().size();
        QTest::newRow("nothing is read") << 0;
        QTest::newRow("in the middle") << static_cast<int>(size / 2);
        // At the end of a line nothing else tells that something is missing.
        QTest::newRow("behind a line") << static_cast<int>(measureTable().indexOf("\r\n", size / 2) + 2);
    }
    void aTableThatCannotBeReadToItsEndTakesNothingAway()
    {
        QFETCH(int, readable);
        const QString plan = copy();
        const QString before = digest(plan);
        QVERIFY(write(path(u"measure.csv"_s), measureTable()));
        const Outcome outcome = shisakucho(
            {u"import"_s, path(u"measure.csv"_s), u"--into"_s, plan, u"--replace"_s},
            {{"SHISAKUCHO_UNREADABLE", u"measure.csv"_s}, {"SHISAKUCHO_READABLE", textOf(readable)}});
        VERIFY_STATUS(outcome, 1);
        QVERIFY2(outcome.err.contains(u"障害"_s), qPrintable(outcome.err));
        QCOMPARE(digest(plan), before);
    }

    void aDisturbanceIsNotToldAsDamage_data()
    {
        QTest::addColumn<qint64>("readable");
        const qint64 size = contentOf(m_plan).size();
        QTest::newRow("from the beginning") << qint64(0);
        for (const int part : {1, 2, 5, 9})
            QTest::addRow("behind %d tenths", part) << size * part / 10 / 4096 * 4096;
        QTest::newRow("last page") << size - 4096;
    }
    void aDisturbanceIsNotToldAsDamage()
    {
        QFETCH(qint64, readable);
        const QString plan = copy();
        const Faults faults{{"SHISAKUCHO_UNREADABLE", u".dxplan"_s}, {"SHISAKUCHO_READABLE", QString::number(readable)}};
        for (const auto &command : {QStringList{u"info"_s, plan}, QStringList{u"check"_s, plan},
                                    QStringList{u"export"_s, plan, u"--as"_s, u"list"_s, u"--to"_s, path(u"list.pdf"_s)}}) {
            const Outcome outcome = shisakucho(command, faults);
            QVERIFY(outcome.status != 0);
            QVERIFY2(outcome.err.contains(u"障害"_s), qPrintable(outcome.err));
            for (const QString &word : {u"壊れ"_s, u"修復"_s, u"合いません"_s})
                QVERIFY2(!outcome.err.contains(word) && !outcome.out.contains(word), qPrintable(outcome.err + outcome.out));
        }
        QVERIFY(!QFile::exists(path(u"list.pdf"_s)));
        VERIFY_STATUS(shisakucho({u"info"_s, plan}), 0);
    }

    void aMomentsDisturbanceIsNotToldAsDamage()
    {
        const QString plan = copy();
        const qint64 size = contentOf(plan).size();
        int disturbed = 0;
        for (int part = 0; part < 10; ++part) {
            const Outcome outcome = shisakucho({u"check"_s, plan}, {{"SHISAKUCHO_UNREADABLE", u".dxplan"_s},
                                                                    {"SHISAKUCHO_READABLE", QString::number(size * part / 10)},
                                                                    {"SHISAKUCHO_REFUSALS", u"1"_s}});
            disturbed += outcome.err.contains(u"障害"_s) ? 1 : 0;
            for (const QString &word : {u"壊れ"_s, u"修復"_s, u"合いません"_s})
                QVERIFY2(!outcome.err.contains(word), qPrintable(outcome.err));
        }
        QVERIFY(disturbed > 0);
    }

    void aFolderThatCanNeverBeSyncedIsToldOnceAndWorks_data()
    {
        QTest::addColumn<int>("error");
        QTest::newRow("EINVAL") << EINVAL;
        QTest::newRow("ENOTSUP") << ENOTSUP;
        QTest::newRow("EBADF") << EBADF;
    }
    void aFolderThatCanNeverBeSyncedIsToldOnceAndWorks()
    {
        QFETCH(int, error);
        const Faults faults{{"SHISAKUCHO_FOLDER_ERRNO", textOf(error)}};
        const QString notice = u"確かめる方法を持っていません"_s;
        const QString plan = path(u"共有%1.dxplan"_s.arg(error));
        const Outcome made = shisakucho({u"new"_s, u"--sample"_s, u"izumo"_s, plan}, faults);
        VERIFY_STATUS(made, 0);
        QCOMPARE(made.err.count(notice), 1);
        QVERIFY(write(path(u"measure.csv"_s), measureTable().replace("電子申請", "電子申請等")));
        const Outcome imported = shisakucho({u"import"_s, path(u"measure.csv"_s), u"--into"_s, plan}, faults);
        VERIFY_STATUS(imported, 0);
        QCOMPARE(imported.err.count(notice), 1);
        QCOMPARE(sqlite3(plan, u"select count(*) from journal"_s), QByteArray("2"));
        VERIFY_STATUS(shisakucho({u"info"_s, plan}), 0);
    }

    void aFolderThatRefusesOnceIsNoFolderThatNeverCan()
    {
        const Outcome made = shisakucho({u"new"_s, u"--empty"_s, path(u"故障.dxplan"_s)},
                                        {{"SHISAKUCHO_FOLDER_ERRNO", textOf(EIO)}});
        VERIFY_STATUS(made, 1);
    }

private:
    QByteArray measureTable()
    {
        const QString tables = path(u"tables"_s);
        if (!QFile::exists(tables + u"/measure.csv"_s))
            shisakucho({u"export"_s, m_plan, u"--as"_s, u"data"_s, u"--to"_s, tables});
        return contentOf(tables + u"/measure.csv"_s);
    }
};

QTEST_GUILESS_MAIN(Leaving)
#include "tst_leaving.moc"
