// SPDX-License-Identifier: GPL-3.0-or-later
// Damage: flipped bytes, cut files and cells changed behind our back are noticed and named, and the plan can be rebuilt.
#include "models/edit/repair.h"
#include "models/edit/submission_copy.h"
#include "models/exchange/plan_csv.h"
#include "models/file/backup.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    return file.readAll();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly | QIODevice::Truncate);
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    file.write(content);
}
} // namespace

class Damage : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QString makePlan(int measures = 3)
    {
        const QString path = m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count));
        const auto created = PlanDocument::create(path, smallPlan(randomIds(), measures), testEnvironment());
        Q_ASSERT(created);
        return path;
    }

    /// Opened wrong would be: taken for sound, and yet another content than `expected`.
    enum class Verdict { Refused, Noticed, Sound, Wrong };
    Verdict judge(const QByteArray &bytes, const Digest &expected)
    {
        const QString path = m_folder.filePath(u"damaged.dxplan"_s);
        write(path, bytes);
        const auto opened = PlanDocument::open(path, testEnvironment(), PlanFile::Access::ReadOnly);
        if (!opened)
            return opened.error().what.isEmpty() ? Verdict::Wrong : Verdict::Refused;
        if (!(*opened)->waitForVerification())
            return Verdict::Noticed;
        return Digest::ofPlan((*opened)->plan()) == expected ? Verdict::Sound : Verdict::Wrong;
    }

private slots:
    void init() { failOnWarnings(); }

    void noFlippedByteOpensAWrongPlan()
    {
        const QString path = m_folder.filePath(u"sample.dxplan"_s);
        const ChangeSet content = sampleContent();
        QVERIFY(PlanDocument::create(path, content, testEnvironment()));
        const QByteArray bytes = contentOf(path);
        Plan plan;
        QVERIFY(applyTo(plan, content));
        const Digest expected = Digest::ofPlan(plan);
        QCOMPARE(judge(bytes, expected), Verdict::Sound);

        const bool long_ = qEnvironmentVariableIsSet("SHISAKUCHO_LONG");
        const qsizetype stride = long_ ? 509 : 4099; // primes: every place within a page is met
        int counts[4] = {};
        for (qsizetype offset = 7; offset < bytes.size(); offset += stride) {
            for (const int flip : {0x01, 0x80}) {
                QByteArray damaged = bytes;
                damaged[offset] = static_cast<char>(damaged[offset] ^ flip);
                const Verdict verdict = judge(damaged, expected);
                ++counts[static_cast<int>(verdict)];
                QVERIFY2(verdict != Verdict::Wrong, qPrintable(u"offset %1"_s.arg(offset)));
            }
        }
        QVERIFY(counts[0] + counts[1] > 0);
        qInfo("flipped bytes: %d refused, %d noticed by the digest, %d of no effect on the content", counts[0], counts[1],
              counts[2]);
    }

    void noCutOrZeroedFileOpensAWrongPlan()
    {
        const QString path = makePlan(40);
        const QByteArray bytes = contentOf(path);
        const auto whole = PlanDocument::open(path, testEnvironment(), PlanFile::Access::ReadOnly);
        QVERIFY(whole);
        const Digest expected = (*whole)->digest();
        for (int part = 0; part < 40; ++part)
            QVERIFY(judge(bytes.first(bytes.size() * part / 40), expected) == Verdict::Refused);
        for (qsizetype page = 0; page < bytes.size(); page += 4096) {
            QByteArray zeroed = bytes;
            std::fill_n(zeroed.begin() + page, 4096, '\0');
            QVERIFY(judge(zeroed, expected) != Verdict::Wrong);
        }
    }

    void theDamagedMeasureIsNamed()
    {
        const QString path = makePlan();
        QVERIFY(changedBySqlite3(path, u"update measure set title='改ざん' where number='2'"_s));
        const auto opened = PlanDocument::open(path, testEnvironment());
        QVERIFY(opened);
        const auto verified = (*opened)->waitForVerification();
        QVERIFY(!verified);
        QVERIFY2(verified.error().what.contains(u"施策2：施策名"_s), qPrintable(verified.error().what));
    }

    void aDamagedPlanIsRebuiltFromItsJournalIntoANewFile()
    {
        const QString path = makePlan();
        Digest right;
        {
            auto document = std::move(*PlanDocument::open(path, testEnvironment()));
            QVERIFY(document->apply(retitle(firstMeasure(*document), u"改めた名"_s)));
            right = document->digest();
        }
        QVERIFY(changedBySqlite3(path, u"delete from phase; update measure set title='改ざん' where number='1'"_s));
        const QByteArray damaged = contentOf(path);
        const auto repair = findRepair(path, testEnvironment());
        QVERIFY(repair);
        QVERIFY(repair->source == Repair::Source::Journal);
        QCOMPARE(Digest::ofPlan(repair->plan), right);
        QVERIFY(repair->differences.contains(u"施策1：施策名"_s));
        QVERIFY(repair->differences.contains(u"施策3の工程『運用』（失われている）"_s));
        const QString target = m_folder.filePath(u"修復.dxplan"_s);
        QVERIFY(writeRepair(*repair, target));
        QCOMPARE((*PlanDocument::open(target, testEnvironment()))->digest(), right);
        QCOMPARE(contentOf(path), damaged);
    }

    void aFileThatCannotBeReadIsRebuiltFromItsNewestGoodCopy()
    {
        const QString path = makePlan();
        Digest before;
        {
            auto document = std::move(*PlanDocument::open(path, testEnvironment()));
            before = document->digest();
            QVERIFY(document->apply(retitle(firstMeasure(*document), u"改めた名"_s)));
        }
        QCOMPARE(backupsOf(path).size(), 1);
        write(backupPath(path, QDateTime(QDate(2026, 4, 2), QTime(9, 0))), QByteArray("broken copy"));
        write(path, contentOf(path).first(5000));
        const auto repair = findRepair(path, testEnvironment());
        QVERIFY(repair);
        QVERIFY(repair->source == Repair::Source::Backup);
        QCOMPARE(Digest::ofPlan(repair->plan), before);
        QCOMPARE(repair->backupAt.date(), QDate(2026, 4, 1));
    }

    void copiesAreThinnedAsTheyAge()
    {
        const QDateTime now(QDate(2026, 11, 21), QTime(12, 0));
        QList<Backup> backups;
        for (int hours = 0; hours < 24 * 400; hours += 1)
            backups.append({QString::number(hours), now.addSecs(-3600LL * hours - 60), 1000});
        const QList<Backup> gone = superfluousBackups(backups);
        const qsizetype kept = backups.size() - gone.size();
        QVERIFY2(kept == 12 + 30 + 13, qPrintable(QString::number(kept))); // hours since midnight, days, months
        QVERIFY(std::none_of(gone.begin(), gone.end(), [&](const Backup &backup) { return backup.path == u"0"; }));
        QCOMPARE(superfluousBackups(backups, 500).size(), backups.size() - protectedDays); // these stay whatever their size
    }

    void aPlanThatBecameHugeLeavesTheDaysBefore()
    {
        QList<Backup> backups;
        for (int day = 0; day < 20; ++day)
            backups.append({QString::number(day), QDateTime(QDate(2026, 11, 21).addDays(-day), QTime(9, 0)),
                            day < 10 ? 2 * backupRoom : 1000});
        QStringList gone;
        for (const Backup &backup : superfluousBackups(backups))
            gone << backup.path;
        QCOMPARE(gone, QStringList({u"7"_s, u"8"_s, u"9"_s}));
    }

    void aSubmissionCopyHoldsNoTraceOfTheHouse()
    {
        const QString path = makePlan();
        auto document = std::move(*PlanDocument::open(path, testEnvironment(u"内部 花子"_s, u"HIMITSU01"_s)));
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"没にした案"_s)));
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"公表する名"_s)));
        auto note = made<Annotation>();
        note.table = u"measure"_s;
        note.row = firstMeasure(*document).row;
        note.kind = u"comment"_s;
        note.text = u"内輪の話"_s;
        QVERIFY(document->apply(insertionOf(note)));
        const QString copy = m_folder.filePath(u"提出用.dxplan"_s);
        QVERIFY(writeSubmissionCopy(document->plan(), copy, testEnvironment()));
        const QByteArray bytes = contentOf(copy);
        for (const auto *trace : {"内部 花子", "HIMITSU01", "没にした案", "内輪の話"})
            QVERIFY2(!bytes.contains(trace), trace);
        QVERIFY(bytes.contains("公表する名"));
        QCOMPARE(sqlite3(copy, u"select count(*) from journal"_s), QByteArray("1"));
    }
};

QTEST_GUILESS_MAIN(Damage)
#include "tst_damage.moc"
