// SPDX-License-Identifier: GPL-3.0-or-later
// A long random walk of edits, undos, redos and reopenings; after it and on the way the file (read by the sqlite3 program),
// the memory and a plain reference model say the same.
#include "models/edit/plan_document.h"
#include "tests/support/random_change.h"
#include "tests/support/rows.h"
#include "tests/support/sqlite3.h"
#include "tests/support/warnings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// The reference: a map of texts, with whole copies as its history. Knows nothing of ChangeSets.
using Reference = std::map<QString, std::map<QString, QString>>; // "table/id" → field → text

QString plainText(const Value &value)
{
    const auto *bytes = std::get_if<QByteArray>(&value);
    return bytes ? QString::fromLatin1(bytes->toHex().toUpper()) : valueToText(value);
}

Reference referenceOf(const Plan &plan)
{
    Reference reference;
    for (const TableInfo &table : allTables()) {
        const AnyRows &rows = plan.table(table.id);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            auto &row = reference[QLatin1StringView(table.name) + u'/' + rows.idAt(i).toText()];
            for (size_t f = 0; f < table.fields.size(); ++f)
                row[QLatin1StringView(table.fields[f].name)] = plainText(rows.value(rows.idAt(i), static_cast<int>(f)));
        }
    }
    return reference;
}

Reference referenceOf(const QString &path)
{
    Reference reference;
    for (const TableInfo &table : allTables()) {
        QStringList columns{u"id"_s};
        for (const Field &field : table.fields)
            columns << QString(field.kind == FieldKind::Image ? u"hex(\"%1\") as \"%1\""_s : u"\"%1\""_s)
                           .arg(QLatin1StringView(field.name));
        const QString sql = u"select %1 from \"%2\""_s.arg(columns.join(u',')).arg(QLatin1StringView(table.name));
        const QJsonArray rows = QJsonDocument::fromJson(sqlite3(path, sql, {u"-json"_s})).array();
        for (const QJsonValue &item : rows) {
            const QJsonObject object = item.toObject();
            auto &row = reference[QLatin1StringView(table.name) + u'/' + object.value("id"_L1).toString()];
            for (auto field = object.begin(); field != object.end(); ++field) {
                if (field.key() != u"id")
                    row[field.key()] = field->isDouble() ? QString::number(field->toInteger()) : field->toString();
            }
        }
    }
    return reference;
}
} // namespace

class RandomWalk : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void fileMemoryAndReferenceAgree_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("steps");
        const int steps = qEnvironmentVariableIsSet("SHISAKUCHO_LONG") ? 20000 : 1200;
        for (quint32 seed : {1u, 2u, 3u})
            QTest::addRow("seed %u", seed) << seed << steps;
    }
    void fileMemoryAndReferenceAgree()
    {
        QFETCH(quint32, seed);
        QFETCH(int, steps);
        // Thousands of synced transactions: on a memory disk where there is one.
        QTemporaryDir folder(QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/walk-XXXXXX"_s
                                                                   : QDir::tempPath() + u"/walk-XXXXXX"_s);
        const QString path = folder.filePath(u"walk.dxplan"_s);
        const Environment environment{[] { return QDateTime(QDate(2026, 4, 1), QTime(9, 0)); }, {u"試験"_s, u"PC"_s}, randomIds()};
        ChangeBuilder initial(u"計画を作成"_s);
        auto info = made<PlanInfo>();
        info.title = u"試験計画"_s;
        initial.insert(info);
        QVERIFY(PlanDocument::create(path, std::move(initial).build(), environment));

        auto document = std::move(*PlanDocument::open(path, environment));
        RandomChanges walk(seed);
        QList<Reference> past{referenceOf(document->plan())}; // state before each step that can be undone, and the present one
        QList<Reference> future;
        int applied = 0;
        int refused = 0;
        for (int i = 0; i < steps; ++i) {
            const int action = walk.below(20);
            if (action < 14) {
                const qint64 seq = document->sequence();
                const bool done = document->apply(walk.change(document->plan())).ok();
                if (done && document->sequence() != seq) {
                    past.append(referenceOf(document->plan()));
                    future.clear();
                    ++applied;
                } else {
                    refused += done ? 0 : 1;
                    QCOMPARE(document->sequence(), seq);
                }
            } else if (action < 17) {
                QVERIFY(document->undoNow());
                if (past.size() > 1)
                    future.append(past.takeLast());
            } else if (action < 19) {
                QVERIFY(document->redoNow());
                if (!future.isEmpty())
                    past.append(future.takeLast());
            } else {
                document.reset();
                document = std::move(*PlanDocument::open(path, environment));
                QVERIFY(document->waitForVerification());
            }
            QVERIFY2(referenceOf(document->plan()) == past.last(), qPrintable(u"step %1"_s.arg(i)));
            QCOMPARE(Digest::ofPlan(document->plan()), document->digest());
            QCOMPARE(document->history().done().size(), past.size() - 1);
            if (i % 100 == 99)
                QVERIFY2(referenceOf(path) == past.last(), qPrintable(u"file after step %1"_s.arg(i)));
        }
        QVERIFY(applied > steps / 5);
        QVERIFY(refused > 0);
        qInfo("%d changes applied, %d refused, %lld rows of measures", applied, refused,
              static_cast<long long>(document->plan().rows<Measure>().size()));
    }
};

QTEST_GUILESS_MAIN(RandomWalk)
#include "tst_random_walk.moc"
