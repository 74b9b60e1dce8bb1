// SPDX-License-Identifier: GPL-3.0-or-later
// What tests of a plan's CSV files share: a small plan, and a folder whose files are written, read and imported.
#pragma once

#include "models/exchange/plan_csv.h"
#include "tests/support/warnings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace shisaku {

/// Ids 1, 2, 3 … so that tests repeat.
inline IdSource counter(quint64 start = 1)
{
    return [next = std::make_shared<quint64>(start)] { return RowId{(*next)++}; };
}

template <typename T>
Id<T> id(quint64 bits)
{
    return Id<T>(RowId{bits});
}

inline Measure measure(quint64 bits, const QString &position, const QString &number, const QString &title)
{
    Measure row;
    row.id = id<Measure>(bits);
    row.position = position;
    row.number = number;
    row.title = title;
    return row;
}

/// Two measures; the first has a 取組 with a bar.
inline Plan smallPlan()
{
    PlanInfo info;
    info.id = id<PlanInfo>(900);
    info.position = QStringLiteral("V");
    info.title = QStringLiteral("DX計画");
    Initiative work;
    work.id = id<Initiative>(20);
    work.position = QStringLiteral("V");
    work.measure = id<Measure>(10);
    work.title = QStringLiteral("導入");
    Phase bar;
    bar.id = id<Phase>(30);
    bar.position = QStringLiteral("V");
    bar.initiative = work.id;
    bar.starts = PlanTime::fiscalYear(2022);
    bar.ends = PlanTime::open();
    bar.label = QStringLiteral("運用");
    ChangeBuilder builder(QStringLiteral("準備"));
    builder.insert(info)
        .insert(measure(10, QStringLiteral("G"), QStringLiteral("1"), QStringLiteral("電子申請")))
        .insert(measure(11, QStringLiteral("V"), QStringLiteral("2"), QStringLiteral("窓口")));
    builder.insert(work).insert(bar);
    Plan plan;
    if (!applyTo(plan, std::move(builder).build()))
        qFatal("the test's own plan does not fit");
    return plan;
}

inline bool same(const Plan &a, const Plan &b)
{
    return difference(a, b).isEmpty();
}

/// A test that has an empty folder in each of its functions.
class CsvFolderTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

protected:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The plan after importing the folder (or one file of it).
    Plan imported(const Plan &plan, ImportMode mode = ImportMode::Merge, const QString &name = {}) const
    {
        const auto change = importTables(plan, name.isEmpty() ? m_folder->path() : path(name), mode, counter(1000));
        Plan result = plan;
        if (!change)
            qWarning("%s", qPrintable(change.error().message()));
        else if (!applyTo(result, *change) || !applyTo(result, inverse(*change)) || !same(result, plan)
                 || !applyTo(result, *change))
            qWarning("the change does not fit");
        return result;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace shisaku
