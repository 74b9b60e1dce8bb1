// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the program is what was put in: a damaged plan prints nothing, a disturbed share is not told as damage, a table that
// ends too early takes nothing away. The built program in a second process, the system's refusals put in front of it.
#include "models/exchange/plan_csv.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
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
