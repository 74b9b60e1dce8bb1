// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the size of a file: writing stops before what opening refuses, and leaves room for taking back.
#include "models/file/size_limit.h"
#include "tests/support/rows.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 small = 4 * 1024 * 1024;

ChangeSet pictureOf(qsizetype bytes)
{
    auto figure = made<Figure>();
    figure.image = QByteArray(bytes, 'x');
    return insertionOf(figure);
}

ChangeSet passages(int count, qsizetype units)
{
    ChangeBuilder change(u"取り込み"_s);
    for (int i = 0; i < count; ++i) {
        auto passage = made<Passage>();
        passage.text = QString(units, u'文');
        change.insert(passage);
    }
    return std::move(change).build();
}
} // namespace

class SizeOfFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;

    std::unique_ptr<PlanFile> open(qint64 largest = small)
    {
        auto opened = PlanFile::open(m_path, PlanFile::Access::ReadWrite, testEnvironment().person, testEnvironment().now(),
                                     largest);
        Q_ASSERT(opened);
        const auto loaded = (*opened)->load();
        Q_ASSERT(loaded && !loaded->fault);
        Q_UNUSED(loaded)
        return std::move(*opened);
    }

    static Result<JournalEntry> write(PlanFile &file, const ChangeSet &change, JournalEntry::Kind kind = JournalEntry::Kind::Do)
    {
        JournalEntry entry;
        entry.at = testEnvironment().now();
        entry.title = change.title;
        entry.kind = kind;
        return file.write(change, entry);
    }

private slots:
    void init()
    {
        failOnWarnings();
        static int count = 0;
        m_path = m_folder.filePath(u"計画%1.dxplan"_s.arg(++count));
        QVERIFY(PlanDocument::create(m_path, smallPlan(randomIds()), testEnvironment()));
    }

    void aFileBeyondTheLimitIsNotOpened()
    {
        QFile file(m_path);
        QVERIFY(file.resize(largestPlan + 1)); // sparse
        const auto opened = PlanDocument::open(m_path, testEnvironment());
        QVERIFY(!opened);
        QVERIFY2(opened.error().what.contains(u"大きすぎます"_s), qPrintable(opened.error().what));
    }

    void writingStopsBeforeTheLimitWithASentence_data()
    {
        QTest::addColumn<ChangeSet>("change");
        QTest::newRow("pictures") << pictureOf(300'000);
        QTest::newRow("one picture too large") << pictureOf(5'000'000);
        QTest::newRow("many rows at once") << passages(10'000, 200);
        QTest::newRow("long texts") << passages(5, 20'000);
        QTest::newRow("few words at a time") << passages(300, 10);
    }
    void writingStopsBeforeTheLimitWithASentence()
    {
        QFETCH(ChangeSet, change);
        const auto file = open();
        QString lastDigest;
        std::optional<Error> refused;
        for (int i = 0; i < 2000 && !refused; ++i) {
            ChangeSet again = change;
            const IdSource ids = randomIds();
            for (RowChange &row : again.rows)
                row.row = ids();
            const auto written = write(*file, again);
            if (!written)
                refused = written.error();
            else
                lastDigest = written->digest.toHex();
        }
        QVERIFY(refused);
        QCOMPARE(refused->kind, ErrorKind::DiskFull);
        QVERIFY2(refused->what.contains(u"大きさの上限"_s) && refused->what.endsWith(u'。'), qPrintable(refused->what));
        QVERIFY(!refused->remedy.isEmpty());
        QVERIFY2(QFileInfo(m_path).size() <= small, qPrintable(QString::number(QFileInfo(m_path).size())));
        const auto content = file->load(); // nothing of what was refused is there
        QVERIFY(content && !content->fault);
        QCOMPARE(Digest::ofPlan(content->plan), content->digest);
        if (!lastDigest.isEmpty())
            QCOMPARE(content->digest.toHex(), lastDigest);
    }

    void whatIsFullCanStillBeTakenBackAndNamed()
    {
        const auto file = open();
        ChangeSet last;
        for (;;) {
            const ChangeSet change = passages(1, 20'000);
            if (!write(*file, change))
                break;
            last = change;
        }
        QVERIFY(!write(*file, passages(1, 20'000)));
        const auto undone = write(*file, inverse(last), JournalEntry::Kind::Undo);
        QVERIFY2(undone.ok(), undone.ok() ? "" : qPrintable(undone.error().what));
        QVERIFY(file->nameEdition({undone->seq, u"満杯の版"_s, {}}));
        QVERIFY(QFileInfo(m_path).size() <= small);
    }

    void theRoomLeftIsASixteenth() { QCOMPARE(largestEntered(largestPlan), qint64(960) * 1024 * 1024); }
};

QTEST_GUILESS_MAIN(SizeOfFiles)
#include "tst_size.moc"
