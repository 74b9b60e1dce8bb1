// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as others meet it: the built program in a second process, looked at with sqlite3, pdftotext and qpdf.
#include "tests/support/program.h"
#include "tests/support/sqlite3.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
Outcome shisakucho(const QStringList &arguments)
{
    return runProgram(QStringLiteral(SHISAKUCHO_PROGRAM), arguments);
}

QString sqlite(const QString &plan, const QString &sql)
{
    return QString::fromUtf8(sqlite3(plan, sql));
}

bool hasJapanese(const QString &text)
{
    static const QRegularExpression kana(u"[ぁ-ん]"_s);
    return text.contains(kana);
}

void write(const QString &path, const QString &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

#define VERIFY_STATUS(outcome, expected)                                                                                           \
    QVERIFY2((outcome).status == (expected), qPrintable(u"status %1: %2"_s.arg((outcome).status).arg((outcome).err)))
/// Refused with a Japanese sentence, and nothing on standard output.
#define VERIFY_REFUSED(outcome, expected)                                                                                          \
    VERIFY_STATUS(outcome, expected);                                                                                              \
    QVERIFY2(hasJapanese((outcome).err), qPrintable((outcome).err));                                                               \
    QCOMPARE((outcome).out, QString())

class CommandLineTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_plan;
    int m_count = 0;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// A plan of its own for a test that changes it.
    QString copy()
    {
        const QString made = path(u"写し%1.dxplan"_s.arg(++m_count));
        QFile::copy(m_plan, made);
        return made;
    }
    static QJsonObject info(const QString &plan)
    {
        return QJsonDocument::fromJson(shisakucho({u"info"_s, plan, u"--json"_s}).out.toUtf8()).object();
    }
    static QString digest(const QString &plan) { return info(plan)["digest"_L1].toString(); }

private slots:
    void initTestCase()
    {
        m_plan = path(u"見本.dxplan"_s);
        const Outcome made = shisakucho({u"new"_s, u"--sample"_s, u"izumo"_s, m_plan});
        VERIFY_STATUS(made, 0);
        QCOMPARE(made.err, QString());
    }

    void everySampleCanBeMade_data()
    {
        QTest::addColumn<QString>("sample");
        const QDir data(QStringLiteral(SOURCE_DIR "/data"));
        for (const QString &sample : data.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (data.exists(sample + u"/plan.csv"_s)) // a folder of sheet templates is none
                QTest::newRow(qPrintable(sample)) << sample;
        }
    }
    void everySampleCanBeMade()
    {
        QFETCH(QString, sample);
        const QString plan = path(sample + u".dxplan"_s);
        const QString twin = path(sample + u"2.dxplan"_s);
        VERIFY_STATUS(shisakucho({u"new"_s, u"--sample"_s, sample, plan}), 0);
        VERIFY_STATUS(shisakucho({u"new"_s, u"--sample"_s, sample, twin}), 0);
        QCOMPARE(sqlite(plan, u"pragma integrity_check"_s), u"ok"_s);
        QVERIFY(info(plan)["id"_L1] != info(twin)["id"_L1]); // each plan has an identity of its own
    }

    void anEmptyPlanIsReadyForWork()
    {
        const QString plan = path(u"空.dxplan"_s);
        VERIFY_STATUS(shisakucho({u"new"_s, u"--empty"_s, plan}), 0);
        const QJsonObject tables = info(plan)["tables"_L1].toObject();
        QCOMPARE(tables["measure"_L1].toInt(), 0);
        QVERIFY(tables["block"_L1].toInt() > 0);
        VERIFY_STATUS(shisakucho({u"check"_s, plan}), 0);
    }

    void newOverwritesNothing()
    {
        const QByteArray before = read(m_plan);
        VERIFY_REFUSED(shisakucho({u"new"_s, u"--empty"_s, m_plan}), 1);
        QVERIFY(read(m_plan) == before);
    }

    void theSampleCountsAsTheDocumentPrintsThem()
    {
        const QJsonObject json = info(m_plan);
        QCOMPARE(json["health"_L1].toString(), u"ok"_s);
        const QJsonObject tables = json["tables"_L1].toObject();
        QCOMPARE(json["series"_L1].toObject(), (QJsonObject{{u"original"_s, 61}, {u"added"_s, 6}}));
        QCOMPARE(tables["measure"_L1].toInt(), 67);
        QCOMPARE(tables["initiative"_L1].toInt(), 107);
        const QJsonObject kinds = json["choices"_L1]["kind"_L1].toObject();
        QCOMPARE(kinds, (QJsonObject{{u"新規"_s, 28}, {u"継続"_s, 17}, {u"拡張"_s, 16}}));
        const QJsonObject horizons = json["choices"_L1]["horizon"_L1].toObject();
        QCOMPARE(horizons, (QJsonObject{{u"短期"_s, 31}, {u"中期"_s, 20}, {u"長期"_s, 10}}));
        const QJsonObject aims = json["classifications"_L1]["aim"_L1].toObject();
        QList<int> levels;
        for (const QJsonValue &level : aims["levels"_L1].toArray())
            levels << level["count"_L1].toInt();
        QCOMPARE(levels, (QList<int>{4, 8, 30}));
        QCOMPARE(aims["memberships"_L1].toInt(), 66);
        QCOMPARE(aims["measures"_L1].toInt(), 61);
        for (auto table = tables.begin(); table != tables.end(); ++table)
            QCOMPARE(sqlite(m_plan, u"select count(*) from \"%1\""_s.arg(table.key())).toInt(), table->toInt());
    }

    void infoForPeopleNamesTheSameNumbers()
    {
        const Outcome told = shisakucho({u"info"_s, m_plan});
        VERIFY_STATUS(told, 0);
        QVERIFY(told.out.contains(u"(measure): 61（ほかに追加 6）\n"_s));
        QVERIFY(told.out.contains(u"状態: 正常"_s));
    }

    void aDamagedPlanIsToldByItsExitStatus()
    {
        const QString plan = copy();
        QVERIFY(changedBySqlite3(plan, u"update measure set title = '改ざん' where number = '9'"_s));
        VERIFY_STATUS(shisakucho({u"info"_s, plan}), 3);
        VERIFY_REFUSED(shisakucho({u"check"_s, plan}), 3);
    }

    void readingLeavesTheFileAlone()
    {
        const QByteArray before = read(m_plan);
        shisakucho({u"info"_s, m_plan});
        shisakucho({u"check"_s, m_plan});
        shisakucho({u"export"_s, m_plan, u"--as"_s, u"data"_s, u"--to"_s, path(u"読むだけ"_s)});
        QVERIFY(read(m_plan) == before);
        QVERIFY(QDir(m_folder.path()).entryList({u".~lock.*"_s}, QDir::Files | QDir::Hidden).isEmpty());
    }

    void everyPaperBecomesASoundPdf_data()
    {
        QTest::addColumn<QString>("paper");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("sheets") << u"sheets"_s << QStringList{u"概要"_s, u"死亡手続ワンストップサービス"_s};
        QTest::newRow("list") << u"list"_s << QStringList{u"施策"_s, u"死亡手続ワンストップサービス"_s, u"情報政策課"_s};
        QTest::newRow("roadmap") << u"roadmap"_s << QStringList{u"R4"_s, u"死亡手続ワンストップサービス"_s};
    }
    void everyPaperBecomesASoundPdf()
    {
        QFETCH(QString, paper);
        QFETCH(QStringList, texts);
        const QString pdf = path(paper + u".pdf"_s);
        const Outcome exported = shisakucho({u"export"_s, m_plan, u"--as"_s, paper, u"--to"_s, pdf});
        VERIFY_STATUS(exported, 0);
        QCOMPARE(exported.out, QString());
        QCOMPARE(runProgram(u"qpdf"_s, {u"--check"_s, pdf}).status, 0);
        QString text = runProgram(u"pdftotext"_s, {pdf, u"-"_s}).out;
        text.remove(QRegularExpression(u"\\s"_s));
        for (const QString &wanted : texts)
            QVERIFY2(text.contains(wanted), qPrintable(wanted));
    }

    void papersThatNeedNoMeasuresPrintWhatThereIs_data()
    {
        QTest::addColumn<QString>("paper");
        QTest::addColumn<QString>("text");
        QTest::newRow("effects") << u"effects"_s << u"R41,555"_s;
        QTest::newRow("progress") << u"progress"_s << u"回答はまだない"_s;
        QTest::newRow("guide") << u"guide"_s << u"票の見方"_s;
        QTest::newRow("book") << u"book"_s << u"R41,555"_s;
    }
    void papersThatNeedNoMeasuresPrintWhatThereIs()
    {
        QFETCH(QString, paper);
        const QString plan = path(u"施策なし_%1.dxplan"_s.arg(paper));
        VERIFY_STATUS(shisakucho({u"new"_s, u"--empty"_s, plan}), 0);
        const QString rows = path(u"施策なし_%1"_s.arg(paper));
        QVERIFY(QDir().mkpath(rows));
        write(rows + u"/choice.csv"_s, u"id,list,key,label\nX86SYDPY3KAD,tool,RPA,RPA\n"_s);
        write(rows + u"/effect.csv"_s, u"id,tool,as_of,printed_saved\n5R39769SPXS6,RPA,FY2022,1555\n"_s);
        write(rows + u"/survey.csv"_s, u"id,title,as_of\n7JESBCKKAWRR,進捗調査,FY2022\n"_s);
        VERIFY_STATUS(shisakucho({u"import"_s, rows, u"--into"_s, plan}), 0);
        const QString pdf = path(u"施策なし_%1.pdf"_s.arg(paper));
        VERIFY_STATUS(shisakucho({u"export"_s, plan, u"--as"_s, paper, u"--to"_s, pdf}), 0);
        QString printed = runProgram(u"pdftotext"_s, {u"-raw"_s, pdf, u"-"_s}).out;
        printed.remove(QRegularExpression(u"\\s"_s));
        QFETCH(QString, text);
        QVERIFY2(printed.contains(text), qPrintable(printed));
        VERIFY_REFUSED(shisakucho({u"export"_s, plan, u"--as"_s, u"sheets"_s, u"--to"_s, pdf}), 1); // nothing to print
    }

    void namedMeasuresArePrintedInTheOrderOfThePlan()
    {
        const QString pdf = path(u"三つ.pdf"_s);
        VERIFY_STATUS(shisakucho({u"export"_s, m_plan, u"--as"_s, u"sheets"_s, u"--measure"_s, u"46, 1,13"_s, u"--start-page"_s,
                                  u"31"_s, u"--mark"_s, u"案"_s, u"--to"_s, pdf}),
                      0);
        const QJsonObject json = QJsonDocument::fromJson(runProgram(u"qpdf"_s, {u"--json"_s, pdf}).out.toUtf8()).object();
        QStringList titles;
        for (const QJsonValue &outline : json["outlines"_L1].toArray())
            titles << outline["title"_L1].toString();
        QCOMPARE(titles.size(), 3);
        QVERIFY(titles[0].startsWith(u"1"_s) && titles[1].startsWith(u"13"_s) && titles[2].startsWith(u"46"_s));
        const QString text = runProgram(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s}).out;
        QVERIFY(text.contains(u"31"_s) && text.contains(u"案"_s));
    }

    void theSheetsOfADepartmentAreThoseItLeads()
    {
        const QString office = u"情報政策課"_s;
        const QString pdf = path(u"課.pdf"_s);
        VERIFY_STATUS(shisakucho({u"export"_s, m_plan, u"--as"_s, u"sheets"_s, u"--department"_s, office, u"--to"_s, pdf}), 0);
        const QString led = sqlite(
            m_plan, u"select count(distinct r.measure) from responsibility r join department d on d.id = r.department "
                    "join measure m on m.id = r.measure "
                    "where r.role = 'lead' and d.name = '%1' and m.series = 'original'"_s.arg(office));
        const QJsonObject json = QJsonDocument::fromJson(runProgram(u"qpdf"_s, {u"--json"_s, pdf}).out.toUtf8()).object();
        QCOMPARE(json["outlines"_L1].toArray().size(), led.toInt());
    }

    void picturesAreMadePageByPage()
    {
        const QString png = path(u"工程表.png"_s);
        VERIFY_STATUS(shisakucho({u"export"_s, m_plan, u"--as"_s, u"sheets"_s, u"--measure"_s, u"1,2"_s, u"--to"_s, png}), 0);
        const QStringList pages = QDir(m_folder.path()).entryList({u"工程表-*.png"_s});
        QVERIFY2(pages.size() >= 2 && pages.first() == u"工程表-01.png", qPrintable(pages.join(u' ')));
        const QImage first(path(pages.first()));
        QVERIFY(first.height() > first.width() && first.width() > 500);
        const QString svg = path(u"一枚.svg"_s);
        VERIFY_STATUS(shisakucho({u"export"_s, m_plan, u"--as"_s, u"sheets"_s, u"--measure"_s, u"1"_s, u"--to"_s, svg}), 0);
        QVERIFY(read(svg).contains("<svg"));
    }

    void theBookHoldsTheChosenPartsInTheirOrder()
    {
        const QString pdf = path(u"一部.pdf"_s);
        VERIFY_STATUS(shisakucho({u"export"_s, m_plan, u"--as"_s, u"book"_s, u"--parts"_s, u"effects,bodies"_s, u"--to"_s, pdf}),
                      0);
        const QString text = runProgram(u"pdftotext"_s, {pdf, u"-"_s}).out;
        QVERIFY(text.indexOf(u"業務効率化"_s) >= 0);
        QVERIFY(text.indexOf(u"業務効率化"_s) < text.indexOf(u"デジタルファースト推進本部"_s));
        QVERIFY(!text.contains(u"目　次"_s));
    }

    void wrongExportsAreUsageErrorsAndLeaveNothing_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("no kind") << QStringList{};
        QTest::newRow("unknown kind") << QStringList{u"--as"_s, u"poem"_s};
        QTest::newRow("unknown number") << QStringList{u"--as"_s, u"sheets"_s, u"--measure"_s, u"999"_s};
        QTest::newRow("unknown office") << QStringList{u"--as"_s, u"sheets"_s, u"--department"_s, u"月面課"_s};
        QTest::newRow("unknown grouping") << QStringList{u"--as"_s, u"list"_s, u"--group-by"_s, u"moon"_s};
        QTest::newRow("unknown paper") << QStringList{u"--as"_s, u"roadmap"_s, u"--paper"_s, u"B5"_s};
        QTest::newRow("unknown part") << QStringList{u"--as"_s, u"book"_s, u"--parts"_s, u"cover,moon"_s};
        QTest::newRow("bad start page") << QStringList{u"--as"_s, u"sheets"_s, u"--start-page"_s, u"零"_s};
        QTest::newRow("start page beyond paper") << QStringList{u"--as"_s, u"sheets"_s, u"--start-page"_s, u"2147483647"_s};
        QTest::newRow("unknown option") << QStringList{u"--as"_s, u"sheets"_s, u"--color"_s};
        QTest::newRow("option without value") << QStringList{u"--as"_s};
    }
    void wrongExportsAreUsageErrorsAndLeaveNothing()
    {
        QFETCH(QStringList, options);
        const QString pdf = path(u"無い.pdf"_s);
        VERIFY_REFUSED(shisakucho(QStringList{u"export"_s, m_plan, u"--to"_s, pdf} + options), 2);
        QVERIFY(!QFile::exists(pdf));
    }

    void aPaperWithNothingOnItIsNotMade()
    {
        const QString plan = m_folder.filePath(u"中身のない計画.dxplan"_s);
        QCOMPARE(shisakucho({u"new"_s, u"--empty"_s, plan}).status, 0);
        for (const QString &as : {u"bodies"_s, u"indicators"_s, u"effects"_s, u"glossary"_s}) {
            const QString pdf = m_folder.filePath(as + u"-空.pdf"_s);
            const auto refused = shisakucho({u"export"_s, plan, u"--as"_s, as, u"--to"_s, pdf});
            QCOMPARE(refused.status, 1);
            QVERIFY2(refused.err.contains(u"載せるものがありません"_s), qPrintable(refused.err));
            QVERIFY(!QFile::exists(pdf));
        }
    }

    void anExportOfUnknownFormIsRefused()
    {
        const QString target = path(u"無い.docx"_s);
        VERIFY_REFUSED(shisakucho({u"export"_s, m_plan, u"--as"_s, u"sheets"_s, u"--to"_s, target}), 2);
        QVERIFY(!QFile::exists(target));
    }

    void aPlaceThatCannotBeWrittenIsAFailure()
    {
        const QString pdf = path(u"無いフォルダー/票.pdf"_s);
        VERIFY_REFUSED(shisakucho({u"export"_s, m_plan, u"--as"_s, u"sheets"_s, u"--to"_s, pdf}), 1);
        QVERIFY(!QFile::exists(path(u"無いフォルダー"_s)));
        const Outcome refused = shisakucho({u"new"_s, u"--empty"_s, path(u"無いフォルダー/計画.dxplan"_s)});
        VERIFY_REFUSED(refused, 1);
        QVERIFY2(refused.err.contains(u"/計画.dxplan」"_s), qPrintable(refused.err)); // not the name it is written under first
    }

    void anAmbiguousNumberListsTheCandidates()
    {
        const QString plan = copy();
        const QString csv = path(u"measure.csv"_s);
        write(csv, u"number,title\n13,もう一つの十三番\n"_s);
        VERIFY_STATUS(shisakucho({u"import"_s, csv, u"--into"_s, plan}), 0);
        const QString pdf = path(u"曖昧.pdf"_s);
        const Outcome refused = shisakucho({u"export"_s, plan, u"--as"_s, u"sheets"_s, u"--measure"_s, u"13"_s, u"--to"_s, pdf});
        VERIFY_REFUSED(refused, 2);
        QVERIFY(refused.err.contains(u"もう一つの十三番"_s));
        QVERIFY(refused.err.contains(sqlite(m_plan, u"select title from measure where number = '13'"_s)));
        QVERIFY(!QFile::exists(pdf));
    }

    void dataGoesOutAndComesBackTheSame()
    {
        const QString folder = path(u"データ"_s);
        VERIFY_STATUS(shisakucho({u"export"_s, m_plan, u"--as"_s, u"data"_s, u"--to"_s, folder}), 0);
        const QByteArray measures = read(folder + u"/measure.csv"_s);
        QVERIFY(measures.startsWith("\xEF\xBB\xBFid,position,number"));
        QVERIFY(measures.contains("\r\n"));
        QVERIFY(!QFile::exists(folder + u"/journal.csv"_s));
        const QString plan = path(u"戻り.dxplan"_s);
        VERIFY_STATUS(shisakucho({u"new"_s, u"--empty"_s, plan}), 0);
        VERIFY_STATUS(shisakucho({u"import"_s, folder, u"--into"_s, plan, u"--replace"_s}), 0);
        const QString again = path(u"データ2"_s);
        VERIFY_STATUS(shisakucho({u"export"_s, plan, u"--as"_s, u"data"_s, u"--to"_s, again}), 0);
        const auto identity = [](const QString &of) { return info(of)["id"_L1].toString().toLatin1(); };
        const QByteArray before = identity(m_plan);
        const QByteArray after = identity(plan); // a plan keeps its own
        for (const QString &name : QDir(folder).entryList({u"*.csv"_s})) {
            const QByteArray expected = read(folder + u'/' + name).replace(before, after);
            QVERIFY2(read(again + u'/' + name) == expected, qPrintable(name));
        }
    }

    void anImportIsOneStepInTheJournal()
    {
        const QString plan = copy();
        const QString csv = path(u"施策.csv"_s);
        const QString id = sqlite(plan, u"select id from measure where number = '9'"_s);
        write(csv, u"id,number,title,kind\n%1,9,市税のキャッシュレス決済,拡張\n,62,新しい施策,新規\n"_s.arg(id));
        const Outcome imported = shisakucho({u"import"_s, csv, u"--into"_s, plan});
        VERIFY_STATUS(imported, 0);
        QVERIFY(imported.out.contains(u"2行"_s));
        QCOMPARE(sqlite(plan, u"select title from measure where number = '9'"_s), u"市税のキャッシュレス決済"_s);
        QCOMPARE(sqlite(plan, u"select count(*) from measure"_s), u"68"_s);
        QCOMPARE(sqlite(plan, u"select count(*), count(distinct step) from journal where seq > 1"_s), u"1|1"_s);
        QCOMPARE(info(plan)["health"_L1].toString(), u"ok"_s);
    }

    void replaceRemovesWhatTheFileDoesNotHold()
    {
        const QString plan = copy();
        const QString csv = path(u"glossary_term.csv"_s);
        write(csv, u"word,definition\nDX,デジタルによる変革\n"_s);
        VERIFY_STATUS(shisakucho({u"import"_s, csv, u"--into"_s, plan, u"--replace"_s}), 0);
        QCOMPARE(sqlite(plan, u"select group_concat(word) from glossary_term"_s), u"DX"_s);
        QCOMPARE(sqlite(plan, u"select count(*) from measure"_s), u"67"_s);
    }

    void anImportIsAllOrNothing_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("place");
        QTest::newRow("unknown column") << u"number,colour\n1,青\n"_s << u"colour"_s;
        QTest::newRow("malformed time") << u"number,title,state_at\n70,良い行,\n71,悪い行,いつか\n"_s << u"3行目"_s;
        QTest::newRow("missing title") << u"number,title\n70,良い行\n71,\n"_s << u"施策名"_s;
    }
    void anImportIsAllOrNothing()
    {
        QFETCH(QString, content);
        QFETCH(QString, place);
        const QString plan = copy();
        const QString before = digest(plan);
        const QString csv = path(u"measure.csv"_s);
        write(csv, content);
        const Outcome refused = shisakucho({u"import"_s, csv, u"--into"_s, plan});
        VERIFY_REFUSED(refused, 1);
        QVERIFY2(refused.err.contains(place), qPrintable(refused.err));
        QCOMPARE(digest(plan), before);
        QCOMPARE(sqlite(plan, u"select count(*) from journal"_s), u"1"_s);
    }

    void aWorkbookIsRefusedWithWhatToDo()
    {
        const QString plan = copy();
        const QString book = path(u"measure.xlsx"_s);
        write(book, u"PK\x03\x04"_s);
        const Outcome refused = shisakucho({u"import"_s, book, u"--into"_s, plan});
        VERIFY_REFUSED(refused, 1);
        QVERIFY(refused.err.contains(u"CSV UTF-8"_s));
    }

    void checkTellsFindingsByItsExitStatus()
    {
        const Outcome checked = shisakucho({u"check"_s, m_plan, u"--json"_s});
        const QJsonArray findings = QJsonDocument::fromJson(checked.out.toUtf8()).array();
        VERIFY_STATUS(checked, findings.isEmpty() ? 0 : 1);
        for (const QJsonValue &finding : findings) {
            for (const QString &key : {u"rule"_s, u"place"_s, u"message"_s})
                QVERIFY2(!finding[key].toString().isEmpty(), qPrintable(key));
        }
    }

    void whatIsNoPlanCannotBeRead_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("info") << QStringList{u"info"_s};
        QTest::newRow("check") << QStringList{u"check"_s};
        QTest::newRow("export") << QStringList{u"export"_s, u"--as"_s, u"list"_s, u"--to"_s, u"OUT"_s};
        QTest::newRow("import") << QStringList{u"import"_s, u"CSV"_s, u"--into"_s};
    }
    void whatIsNoPlanCannotBeRead()
    {
        QFETCH(QStringList, command);
        const QString pdf = path(u"無い.pdf"_s);
        command.replaceInStrings(u"OUT"_s, pdf);
        command.replaceInStrings(u"CSV"_s, QStringLiteral(SOURCE_DIR "/data/izumo"));
        const QString missing = path(u"無い.dxplan"_s);
        VERIFY_REFUSED(shisakucho(command + QStringList{missing}), 3);
        QVERIFY(!QFile::exists(missing));
        const QString text = path(u"文書.dxplan"_s);
        write(text, u"これは計画ではありません。"_s.repeated(40));
        VERIFY_REFUSED(shisakucho(command + QStringList{text}), 3);
        QVERIFY(!QFile::exists(pdf));
    }

    void wrongUsageIsToldWithTheUsage_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::newRow("no file") << QStringList{u"info"_s};
        QTest::newRow("two files") << QStringList{u"check"_s, u"a"_s, u"b"_s};
        QTest::newRow("unknown option") << QStringList{u"info"_s, u"a"_s, u"--xml"_s};
        QTest::newRow("new without kind") << QStringList{u"new"_s, u"a"_s};
        QTest::newRow("unknown sample") << QStringList{u"new"_s, u"--sample"_s, u"atlantis"_s, u"a"_s};
        QTest::newRow("unknown option of the program") << QStringList{u"--verbose"_s};
        QTest::newRow("import into nothing") << QStringList{u"import"_s, u"a"_s};
    }
    void wrongUsageIsToldWithTheUsage()
    {
        QFETCH(QStringList, line);
        VERIFY_REFUSED(shisakucho(line), 2);
        QVERIFY(!QFile::exists(u"a"_s));
    }

    void helpNamesEveryCommand()
    {
        const Outcome help = shisakucho({u"--help"_s});
        VERIFY_STATUS(help, 0);
        for (const auto *command : {"new", "info", "export", "import", "check"})
            QVERIFY(help.out.contains(u"shisakucho "_s + QLatin1StringView(command)));
        QVERIFY(help.out.contains(u"使い方"_s) && help.out.contains(u"終了コード"_s));
        const Outcome exporting = shisakucho({u"export"_s, u"--help"_s});
        VERIFY_STATUS(exporting, 0);
        for (const auto *option : {"budget", "--notes-through", "--number", "--date", "--meeting", "colophon"})
            QVERIFY2(exporting.out.contains(QLatin1StringView(option)), option);
        QVERIFY(shisakucho({u"--version"_s}).out.startsWith(u"shisakucho "_s));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_command_line.moc"
