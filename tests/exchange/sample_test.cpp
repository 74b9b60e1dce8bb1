// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exchange/sample_test.h"

#include "models/edit/plan_document.h"
#include "models/exchange/plan_csv.h"
#include "models/plan/rules.h"
#include "tests/support/warnings.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace shisaku {

using namespace Qt::StringLiterals;

SampleTest::SampleTest(const QString &city) : m_folder(QStringLiteral(SOURCE_DIR "/data/") + city) {}

void SampleTest::initTestCase()
{
    const auto change = importTables(m_plan, m_folder, ImportMode::Merge, randomIds());
    QVERIFY2(change.ok(), qPrintable(change.ok() ? QString() : change.error().message()));
    QCOMPARE(change->title, u"『%1』を取り込み"_s.arg(QFileInfo(m_folder).fileName()));
    QVERIFY(applyTo(m_plan, *change));
}

void SampleTest::init()
{
    failOnWarnings();
}

void SampleTest::everyRowKeepsTheRules()
{
    const PlanView view{
        [this](TableId table, RowId id) { return m_plan.table(table).contains(id); },
        [this](TableId table, RowId id, int field) { return std::get<RowId>(m_plan.table(table).value(id, field)); },
    };
    for (const TableInfo &table : allTables()) {
        const AnyRows &rows = m_plan.table(table.id);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const auto checked = checkRow(view, table.id, rows.idAt(i), rows.values(rows.idAt(i)));
            QVERIFY2(checked.ok(), qPrintable(checked.ok() ? QString() : checked.error().what));
        }
    }
}

void SampleTest::noPersonOrAddressIsNamed()
{
    // Mail, pages, telephone numbers, and a name set beside an office or a courtesy.
    static const QRegularExpression contact(
        u"@|https?:|[0-9]{2,5}[-（(][0-9]{1,4}[-）)][0-9]{4}|市長　|\\p{Han}　\\p{Han}+(氏|様)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const QDir dir(m_folder);
    const QStringList names = dir.entryList({u"*.csv"_s});
    QCOMPARE(names.size(), tableCount);
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto found = contact.match(QString::fromUtf8(file.readAll()));
        QVERIFY2(!found.hasMatch(), qPrintable(name + u": "_s + found.captured()));
    }
}

void SampleTest::exportGivesTheSameFiles()
{
    QTemporaryDir target;
    const auto written = exportTables(m_plan, target.path());
    QVERIFY(written.ok());
    QCOMPARE(written->size(), tableCount);
    for (const QString &path : *written) {
        QFile again(path);
        QFile sample(QDir(m_folder).filePath(QFileInfo(path).fileName()));
        QVERIFY(again.open(QIODevice::ReadOnly) && sample.open(QIODevice::ReadOnly));
        QVERIFY2(again.readAll() == sample.readAll(), qPrintable(path));
    }
}

void SampleTest::itBecomesAPlanFile()
{
    QTemporaryDir target;
    const QString path = target.filePath(u"計画.dxplan"_s);
    const Environment environment = Environment::ofSystem();
    const auto change = importTables(Plan(), m_folder, ImportMode::Merge, environment.ids);
    QVERIFY(change.ok());
    const auto created = PlanDocument::create(path, *change, environment);
    QVERIFY2(created.ok(), qPrintable(created.ok() ? QString() : created.error().message()));
    const auto document = PlanDocument::open(path, environment);
    QVERIFY(document.ok());
    QVERIFY(difference((*document)->plan(), m_plan).isEmpty());
}

const Measure *SampleTest::measure(const QString &number) const
{
    for (const Measure &measure : m_plan.rows<Measure>()) {
        if (measure.number == number && measure.series != u"added")
            return &measure;
    }
    return nullptr;
}

} // namespace shisaku
