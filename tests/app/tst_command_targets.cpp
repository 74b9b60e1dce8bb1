// SPDX-License-Identifier: GPL-3.0-or-later
// Where the command line writes: an earlier export is replaced, and nothing else is, whatever its name and wherever links lead.
#include "models/file/backup.h"
#include "tests/support/program.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <sys/sysmacros.h>
#endif

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}
} // namespace

class CommandTargets : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_plan;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    Outcome run(const QStringList &arguments) const
    {
        return runProgram(QStringLiteral(SHISAKUCHO_PROGRAM), arguments, m_folder->path());
    }
    Outcome exportTo(const QString &name, const QString &as = u"sheets"_s) const
    {
        return run({u"export"_s, m_plan, u"--as"_s, as, u"--to"_s, path(name)});
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
        m_plan = path(u"計画.dxplan"_s);
        QVERIFY(PlanDocument::create(m_plan, smallPlan(randomIds()), testEnvironment()));
    }

    void anEarlierExportIsReplaced()
    {
        QVERIFY(QDir().mkpath(path(u"棚"_s)));
        QVERIFY(QFile::link(path(u"棚"_s), path(u"棚への近道"_s)));
        QVERIFY(QFile::link(path(u"本体.pdf"_s), path(u"近道.pdf"_s)));
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(exportTo(u"票.pdf"_s).status, 0);
            QCOMPARE(exportTo(u"近道.pdf"_s).status, 0);
            QCOMPARE(exportTo(u"票.png"_s).status, 0);
            QCOMPARE(exportTo(u"票.svg"_s).status, 0);
            QCOMPARE(exportTo(u"棚への近道"_s, u"data"_s).status, 0);
            for (const QString &name : {u"票.pdf"_s, u"本体.pdf"_s, u"票-01.png"_s, u"票-03.svg"_s, u"棚/measure.csv"_s}) {
                const QByteArray made = contentOf(path(name));
                QVERIFY2(!made.isEmpty() && !made.endsWith("\nearlier"), qPrintable(name));
                QVERIFY(write(path(name), made + "\nearlier"));
            }
        }
        QVERIFY(QFileInfo(path(u"近道.pdf"_s)).isSymbolicLink());
    }

    void aPlanIsNeverReplacedByAnExport_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("as");
        QTest::newRow("pdf") << u"別の計画.pdf"_s << u"別の計画.pdf"_s << u"sheets"_s;
        QTest::newRow("link") << u"別の計画.dxplan"_s << u"近道.pdf"_s << u"sheets"_s;
        QTest::newRow("page") << u"票-02.png"_s << u"票.png"_s << u"sheets"_s;
        QTest::newRow("drawing") << u"票-02.svg"_s << u"票.svg"_s << u"sheets"_s;
        QTest::newRow("table") << u"measure.csv"_s << u"."_s << u"data"_s;
    }
    void aPlanIsNeverReplacedByAnExport()
    {
        QFETCH(QString, target);
        QFETCH(QString, to);
        QFETCH(QString, as);
        QVERIFY(QFile::copy(m_plan, path(target)));
        if (to == u"近道.pdf")
            QVERIFY(QFile::link(path(target), path(to)));
        const QByteArray before = contentOf(path(target));
        const QStringList there = QDir(m_folder->path()).entryList(QDir::Files);
        const Outcome outcome = exportTo(to, as);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains(target) && outcome.err.contains(u"計画なので"_s), qPrintable(outcome.err));
        QVERIFY(contentOf(path(target)) == before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), there); // all of the export or none of it
    }

    void thePlanThatIsExportedIsNotReplacedThroughALink()
    {
        QVERIFY(QFile::link(m_plan, path(u"票.pdf"_s)));
        const QByteArray before = contentOf(m_plan);
        QCOMPARE(exportTo(u"票.pdf"_s).status, 1);
        QVERIFY(contentOf(m_plan) == before);
    }

    void aLetterWithThatNameIsNotReplaced()
    {
        QVERIFY(write(path(u"票.pdf"_s), "a letter"));
        QCOMPARE(exportTo(u"票.pdf"_s).status, 1);
        QCOMPARE(contentOf(path(u"票.pdf"_s)), QByteArray("a letter"));
    }

#ifdef Q_OS_UNIX
    void whatIsNoFileStaysWhatItIs_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("linked");
        for (const bool linked : {false, true}) {
            QTest::addRow("pipe%s", linked ? ", linked" : "") << int(S_IFIFO) << linked;
            QTest::addRow("device%s", linked ? ", linked" : "") << int(S_IFCHR) << linked;
            QTest::addRow("folder%s", linked ? ", linked" : "") << int(S_IFDIR) << linked;
        }
    }
    void whatIsNoFileStaysWhatItIs()
    {
        QFETCH(int, kind);
        QFETCH(bool, linked);
        const QString node = path(u"装置.pdf"_s);
        const QByteArray name = QFile::encodeName(node);
        if (kind == S_IFDIR)
            QVERIFY(QDir().mkpath(node));
        else if (::mknod(name.constData(), static_cast<mode_t>(kind) | 0600, makedev(1, 3)) != 0)
            QSKIP("this system does not let a program make devices");
        if (linked)
            QVERIFY(QFile::link(node, path(u"近道.pdf"_s)));
        const Outcome outcome = exportTo(linked ? u"近道.pdf"_s : u"装置.pdf"_s);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains(u"装置.pdf"_s), qPrintable(outcome.err));
        struct stat status {};
        QVERIFY(::lstat(name.constData(), &status) == 0);
        QCOMPARE(int(status.st_mode & S_IFMT), kind);
        QCOMPARE(QFileInfo(path(u"近道.pdf"_s)).isSymbolicLink(), linked);
    }
#endif

    void namesThatMeanSomethingToOthersAreNames()
    {
        for (const QString &name : {u"file:x.dxplan"_s, u":memory:"_s}) {
            QCOMPARE(run({u"new"_s, u"--empty"_s, name}).status, 0);
            QVERIFY(QFileInfo(m_folder->path() + u'/' + name).size() > 1000);
            QCOMPARE(run({u"info"_s, name}).status, 0);
            QCOMPARE(run({u"export"_s, name, u"--as"_s, u"data"_s, u"--to"_s, u"file:表"_s}).status, 0);
            QVERIFY(QFile::exists(m_folder->path() + u"/file:表/measure.csv"_s));
            QCOMPARE(run({u"import"_s, u"file:表"_s, u"--into"_s, name}).status, 0);
            QCOMPARE(run({u"new"_s, u"--empty"_s, name}).status, 1); // it is there
        }
    }

    void aNewPlanGoesWhereALinkLeads()
    {
        QVERIFY(QFile::link(path(u"本体.dxplan"_s), path(u"近道.dxplan"_s)));
        QCOMPARE(run({u"new"_s, u"--empty"_s, path(u"近道.dxplan"_s)}).status, 0);
        QVERIFY(QFileInfo(path(u"近道.dxplan"_s)).isSymbolicLink());
        QVERIFY(!QFileInfo(path(u"本体.dxplan"_s)).isSymbolicLink());
        QCOMPARE(run({u"info"_s, path(u"本体.dxplan"_s)}).status, 0);
        QVERIFY(write(path(u"ここは.dxplan"_s), {}));
        QCOMPARE(run({u"new"_s, u"--empty"_s, path(u"ここは.dxplan"_s)}).status, 1);
    }
};

QTEST_GUILESS_MAIN(CommandTargets)
#include "tst_command_targets.moc"
