// SPDX-License-Identifier: GPL-3.0-or-later
// What gets a plan's name: no journal of another file is played into it, nobody's plan and no dated copy is lost under it, and
// names that mean something to others are names.
#include "models/edit/submission_copy.h"
#include "models/file/backup.h"
#include "models/file/destination.h"
#include "models/file/file_output.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// The plan as it is proved by its digest; empty if it cannot be opened or is not what it says.
QString provedTitle(const QString &path)
{
    const auto opened = PlanDocument::open(path, testEnvironment());
    return opened && (*opened)->waitForVerification() ? (*opened)->plan().info().title : QString();
}

ChangeSet planCalled(const QString &title, int measures = 3)
{
    ChangeSet content = smallPlan(randomIds(), measures);
    for (RowChange &row : content.rows) {
        if (row.table != TableId::PlanInfo)
            continue;
        for (FieldChange &field : *row.after) {
            if (field.field == fieldIndex<&PlanInfo::title>())
                field.value = title;
        }
    }
    return content;
}
} // namespace

class TestDestination : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_journal; ///< A hot journal, as somebody leaves it who dies while writing a big plan.

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString makePlan(const QString &name, int measures = 3)
    {
        const QString made = path(name + u".dxplan"_s);
        if (!PlanDocument::create(made, planCalled(name, measures), testEnvironment()))
            qFatal("the plan cannot be made");
        return made;
    }

private slots:
    void initTestCase()
    {
        QTemporaryDir folder;
        const QString big = folder.filePath(u"big.dxplan"_s);
        QVERIFY(PlanDocument::create(big, smallPlan(randomIds(), 200), testEnvironment()));
        const QString left = folder.filePath(u"left"_s);
        QProcess writer;
        writer.start(u"sqlite3"_s, {big,
                                    u"pragma cache_size = 1; begin; update measure set title = title || 'x'; "
                                    "update phase set label = label || 'x'; update initiative set title = title || 'x';"_s,
                                    u".system cp '%1-journal' '%2'"_s.arg(big, left)});
        QVERIFY(writer.waitForFinished() && writer.exitCode() == 0);
        m_journal = contentOf(left);
        QVERIFY(m_journal.size() > 4096 && m_journal.startsWith("\xd9\xd5\x05\xf9")); // the mark of a journal that counts
    }
    void init()
    {
        failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void noJournalOfAnotherFileIsPlayedIntoANewOne_data()
    {
        QTest::addColumn<QString>("work");
        for (const char *work : {"new", "copy", "submission", "replaced", "dated"})
            QTest::newRow(work) << QString::fromLatin1(work);
    }
    void noJournalOfAnotherFileIsPlayedIntoANewOne()
    {
        QFETCH(QString, work);
        const QString source = makePlan(u"元"_s, 50);
        const QDateTime now = testEnvironment().now();
        QString target = path(u"先.dxplan"_s);
        if (work == u"replaced")
            makePlan(u"先"_s, 50);
        if (work == u"dated") {
            target = backupPath(source, now);
            QVERIFY(QDir().mkpath(backupFolder(source)));
        }
        auto document = std::move(*PlanDocument::open(source, testEnvironment()));
        for (const QString &ending : {u"-journal"_s, u"-wal"_s, u"-shm"_s})
            QVERIFY(write(target + ending, m_journal));

        if (work == u"copy")
            QVERIFY(document->saveCopy(target));
        else if (work == u"submission")
            QVERIFY(writeSubmissionCopy(document->plan(), target, testEnvironment()));
        else if (work == u"dated")
            QVERIFY(document->apply(retitle(firstMeasure(*document), u"新しい名"_s)));
        else
            QVERIFY(PlanDocument::create(target, planCalled(u"元"_s), testEnvironment()));

        for (const QString &ending : {u"-journal"_s, u"-wal"_s, u"-shm"_s})
            QVERIFY2(!QFile::exists(target + ending), qPrintable(ending));
        QCOMPARE(sqlite3(target, u"pragma integrity_check"_s), QByteArray("ok"));
        QCOMPARE(provedTitle(target), u"元"_s);
    }

    void aPlanThatIsReplacedIsAmongTheDatedCopiesForEver()
    {
        const QString there = makePlan(u"前"_s);
        const QByteArray before = contentOf(there);
        for (int i = 0; i < 3; ++i)
            QVERIFY(PlanDocument::create(there, planCalled(u"後"_s), testEnvironment())); // in one second
        QCOMPARE(provedTitle(there), u"後"_s);
        const QList<Backup> backups = backupsOf(there);
        QCOMPARE(backups.size(), 3);
        int same = 0;
        for (const Backup &backup : backups) {
            QVERIFY(backup.replaced);
            same += contentOf(backup.path) == before ? 1 : 0;
        }
        QCOMPARE(same, 1);
        QVERIFY(superfluousBackups(backups, 0).isEmpty());
        QVERIFY(!FileLock::holder(there));
    }

    void whatADeadWriterLeftIsKeptWithThePlanThatIsReplaced()
    {
        const QString there = makePlan(u"前"_s);
        const QByteArray before = contentOf(there);
        QVERIFY(write(there + u"-journal"_s, m_journal));
        QVERIFY(PlanDocument::create(there, planCalled(u"後"_s), testEnvironment()));
        const QString kept = backupsOf(there).first().path;
        QVERIFY(contentOf(kept) == before);
        QVERIFY(contentOf(kept + u"-journal"_s) == m_journal);
        QCOMPARE(provedTitle(there), u"後"_s);
    }

    void aPlanThatCannotBeKeptIsNotReplaced()
    {
        const QString there = makePlan(u"前"_s);
        const QByteArray before = contentOf(there);
        QVERIFY(write(backupFolder(there), "a file where the folder would be"));
        QVERIFY(!PlanDocument::create(there, planCalled(u"後"_s), testEnvironment()));
        QVERIFY(contentOf(there) == before);
        QVERIFY(!FileLock::holder(there));
    }

    void noWriterTouchesAPlanThatSomebodyHasOpen()
    {
        const QString there = makePlan(u"共有"_s);
        const auto document = std::move(*PlanDocument::open(there, testEnvironment()));
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"入力した名"_s)));
        const QByteArray before = contentOf(there);
        const Environment other = testEnvironment(u"総務 太郎"_s, u"SOUMU02"_s);
        QVERIFY(QFile::link(there, path(u"近道.dxplan"_s)));
        for (const QString &name : {there, path(u"近道.dxplan"_s)}) {
            const auto created = PlanDocument::create(name, planCalled(u"後"_s), other);
            QVERIFY(!created);
            QCOMPARE(created.error().kind, ErrorKind::Locked);
            QVERIFY(!writeSubmissionCopy(document->plan(), name, testEnvironment()));
            QVERIFY(!document->saveCopy(name));
        }
        QVERIFY(contentOf(there) == before);
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"続き"_s)));
        QCOMPARE(sqlite3(there, u"select count(*) from journal"_s), QByteArray("3"));
    }

    void noWriterTouchesADatedCopy()
    {
        const QString plan = makePlan(u"計画"_s);
        auto document = std::move(*PlanDocument::open(plan, testEnvironment()));
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"新しい名"_s)));
        const QString copy = backupsOf(plan).first().path;
        const QByteArray before = contentOf(copy);
        QVERIFY(!document->saveCopy(copy));
        QVERIFY(!PlanDocument::create(copy, planCalled(u"後"_s), testEnvironment()));
        QVERIFY(!writeFiles({{copy, "%PDF-1.7"}}, FileKind::Pdf));
        QVERIFY(contentOf(copy) == before);
    }

    void onlyWhatTheSameKindOfWriterMadeIsReplaced_data()
    {
        QTest::addColumn<FileKind>("kind");
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<bool>("goes");
        const QByteArray png("\x89PNG\r\n\x1a\n and more");
        QTest::newRow("nothing") << FileKind::Pdf << QByteArray() << true;
        QTest::newRow("pdf by pdf") << FileKind::Pdf << QByteArray("%PDF-1.4 …") << true;
        QTest::newRow("text by pdf") << FileKind::Pdf << QByteArray("会議の記録") << false;
        QTest::newRow("png by png") << FileKind::Png << png << true;
        QTest::newRow("svg by png") << FileKind::Png << QByteArray("<svg/>") << false;
        QTest::newRow("svg by svg") << FileKind::Svg << QByteArray("<?xml version='1.0'?><svg/>") << true;
        QTest::newRow("png by svg") << FileKind::Svg << png << false;
        QTest::newRow("csv by csv") << FileKind::Csv << QByteArray("\xef\xbb\xbfid,title\r\n") << true;
        QTest::newRow("workbook by csv") << FileKind::Csv << QByteArray("PK\3\4\x14\0\6\0", 8) << false;
        QTest::newRow("database by plan") << FileKind::Plan << QByteArray("SQLite format 3\0", 16).leftJustified(200, '\0')
                                          << false;
    }
    void onlyWhatTheSameKindOfWriterMadeIsReplaced()
    {
        QFETCH(FileKind, kind);
        QFETCH(QByteArray, there);
        QFETCH(bool, goes);
        const QString target = path(u"先"_s + endingOf(kind));
        QVERIFY(write(target, there));
        const auto result = kind == FileKind::Plan ? PlanDocument::create(target, planCalled(u"後"_s), testEnvironment())
                                                   : writeFiles({{target, "new"}}, kind);
        QCOMPARE(result.ok(), goes);
        QCOMPARE(contentOf(target), goes ? QByteArray("new") : there);
        if (!goes)
            QVERIFY(result.error().what.contains(u"先"_s + endingOf(kind)));
    }

    void aPlanIsReplacedByNoOtherKindOfFile()
    {
        for (const FileKind kind : {FileKind::Pdf, FileKind::Png, FileKind::Svg, FileKind::Csv}) {
            const QString named = path(u"計画"_s + endingOf(kind));
            QVERIFY(QFile::rename(makePlan(u"計画"_s), named));
            const QByteArray before = contentOf(named);
            QVERIFY(!writeFiles({{path(u"新しい"_s + endingOf(kind)), "new"}, {named, "new"}}, kind));
            QVERIFY(contentOf(named) == before);
            QVERIFY(!QFile::exists(path(u"新しい"_s + endingOf(kind)))); // all or none
        }
    }

#ifdef Q_OS_UNIX
    void whatIsNoFileIsRefused()
    {
        const QString pipe = path(u"管.pdf"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(QDir().mkpath(path(u"棚.pdf"_s)));
        QVERIFY(QFile::link(pipe, path(u"近道.pdf"_s)));
        QVERIFY(QFile::link(path(u"輪.pdf"_s), path(u"輪.pdf"_s)));
        for (const QString &name : {u"管.pdf"_s, u"棚.pdf"_s, u"近道.pdf"_s, u"輪.pdf"_s}) {
            const auto written = writeFiles({{path(name), "%PDF-"}}, FileKind::Pdf);
            QVERIFY2(!written, qPrintable(name));
            QVERIFY(!PlanDocument::create(path(name), planCalled(u"後"_s), testEnvironment()));
        }
        struct stat status {};
        QVERIFY(::lstat(QFile::encodeName(pipe).constData(), &status) == 0 && S_ISFIFO(status.st_mode));
    }

    void aLinkStaysALinkAndItsTargetIsWritten()
    {
        const QString pdf = path(u"本体.pdf"_s);
        const QString plan = path(u"本体.dxplan"_s);
        QVERIFY(QFile::link(pdf, path(u"近道.pdf"_s)));
        QVERIFY(QFile::link(plan, path(u"近道.dxplan"_s)));
        QVERIFY(writeFiles({{path(u"近道.pdf"_s), "%PDF-"}}, FileKind::Pdf));
        QVERIFY(PlanDocument::create(path(u"近道.dxplan"_s), planCalled(u"先"_s), testEnvironment()));
        QCOMPARE(contentOf(pdf), QByteArray("%PDF-"));
        QCOMPARE(provedTitle(plan), u"先"_s);
        QVERIFY(QFileInfo(path(u"近道.pdf"_s)).isSymbolicLink() && QFileInfo(path(u"近道.dxplan"_s)).isSymbolicLink());
        QVERIFY(!writeFiles({{pdf, "%PDF-"}, {path(u"近道.pdf"_s), "%PDF-"}}, FileKind::Pdf)); // two in one
    }
#endif

    void namesThatMeanSomethingToOthersAreNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("uri") << u"file:x.dxplan"_s;
        QTest::newRow("uri with options") << u"file:y.dxplan?mode=memory&x=%20"_s;
        QTest::newRow("memory") << u":memory:"_s;
        QTest::newRow("resource") << u":x.dxplan"_s;
        QTest::newRow("long") << QString(80, u'長') + u".dxplan"_s; // 247 bytes
    }
    void namesThatMeanSomethingToOthersAreNames()
    {
        QFETCH(QString, name);
        const QString old = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder->path()));
        const auto created = PlanDocument::create(name, planCalled(name), testEnvironment());
        QString title;
        bool copied = false;
        if (auto opened = PlanDocument::open(name, testEnvironment()); opened && (*opened)->waitForVerification()) {
            title = (*opened)->plan().info().title;
            copied = (*opened)->apply(retitle(firstMeasure(**opened), u"新しい名"_s)) && (*opened)->saveCopy(u"file:copy.dxplan"_s);
        }
        QDir::setCurrent(old);
        QVERIFY2(created, qPrintable(created ? QString() : created.error().message()));
        QCOMPARE(title, name);
        QVERIFY(copied);
        QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).contains(name));
        QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).contains(u"file:copy.dxplan"_s));
        QCOMPARE(backupsOf(m_folder->path() + u'/' + name).size(), 1);
    }

    void aNameThatIsTooLongIsToldAsSuch()
    {
        const auto created = PlanDocument::create(path(QString(81, u'長') + u".dxplan"_s), planCalled(u"先"_s), testEnvironment());
        QVERIFY(!created);
        QVERIFY2(created.error().what.contains(u"長すぎます"_s), qPrintable(created.error().what));
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void aTitleBecomesANameThatEverySystemTakes_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"第2次 推進計画"_s << u"第2次 推進計画"_s;
        QTest::newRow("path") << u"情報/通信\\計画:案*?\"<>|"_s << u"情報_通信_計画_案_"_s;
        QTest::newRow("device") << u"con"_s << u"_con"_s;
        QTest::newRow("device with ending") << u"LPT1.第2版"_s << u"_LPT1.第2版"_s;
        QTest::newRow("no device") << u"CONTENTS"_s << u"CONTENTS"_s;
        QTest::newRow("edges") << u" ..計画. "_s << u"計画"_s;
        QTest::newRow("nothing") << u"..."_s << u"_"_s;
        QTest::newRow("line break") << u"計画\n案"_s << u"計画_案"_s;
        QTest::newRow("long") << QString(300, u'長') << QString(77, u'長');
    }
    void aTitleBecomesANameThatEverySystemTakes()
    {
        QFETCH(QString, title);
        QFETCH(QString, name);
        QCOMPARE(fileNameOf(title), name);
    }
};

QTEST_GUILESS_MAIN(TestDestination)
#include "tst_destination.moc"
