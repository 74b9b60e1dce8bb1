// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/plan_csv.h"

#include "models/exchange/import_change.h"
#include "models/exchange/spreadsheet_guard.h"
#include "models/exchange/table_csv.h"
#include "models/file/file_output.h"
#include "models/file/platform.h"
#include "models/plan/carried.h"
#include "models/plan/read_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct PlanCsv {
    Q_DECLARE_TR_FUNCTIONS(PlanCsv)
};

Result<QList<CsvRecord>> readRecords(const QString &path)
{
    const auto bytes = readFile(path, largestCsv + 1);
    if (!bytes)
        return bytes.error();
    return readCsv(*bytes, QFileInfo(path).fileName());
}

Result<ImportedTable> readSingle(const QString &path, const IndicatorUnits &units)
{
    const QFileInfo info(path);
    static const QStringList workbooks{u"xlsx"_s, u"xls"_s, u"xlsm"_s, u"ods"_s};
    if (info.isFile() && workbooks.contains(info.suffix().toLower()))
        return Error{ErrorKind::Invalid,
                     PlanCsv::tr("「%1」は表計算ソフトのブックで、まだ取り込めません。").arg(info.fileName()),
                     PlanCsv::tr("表計算ソフトで「CSV UTF-8」として保存し直してから、取り込んでください。"),
                     {}};
    const auto records = readRecords(path);
    if (!records)
        return records.error();
    auto table = tableByName(info.completeBaseName());
    if (!table)
        table = tableByHeader(*records);
    if (!table)
        return Error{ErrorKind::Invalid,
                     PlanCsv::tr("「%1」がどの表のものか分かりません。").arg(info.fileName()),
                     PlanCsv::tr("ファイルの名前を、measure.csv のような表の名前にしてください。"),
                     {}};
    return readTable(*table, info.fileName(), *records, units);
}

/// `units`: of the plan; files state more.
Result<std::vector<ImportedTable>> readFolder(const QDir &folder, IndicatorUnits units)
{
    std::vector<ImportedTable> tables;
    QStringList names = folder.entryList({u"*.csv"_s}, QDir::Files, QDir::Name);
    names.removeIf([](const QString &name) { return name.startsWith("~$"_L1); }); // locks that office programs leave
    for (const QString &name : names) {
        const auto table = tableByName(QFileInfo(name).completeBaseName());
        if (!table)
            return Error{ErrorKind::Invalid,
                         PlanCsv::tr("「%1」は計画の表の名前ではありません。").arg(name),
                         PlanCsv::tr("名前を直すか、このファイルをフォルダーから移してください。"),
                         {}};
        const auto records = readRecords(folder.filePath(name));
        if (!records)
            return records.error();
        auto read = readTable(*table, name, *records, units);
        if (!read)
            return read.error();
        addUnits(*read, units); // indicator.csv comes before indicator_value.csv
        tables.push_back(std::move(*read));
    }
    if (tables.empty())
        return Error{ErrorKind::NotFound,
                     PlanCsv::tr("「%1」にCSVファイルがありません。").arg(folder.dirName()),
                     PlanCsv::tr("書き出したCSVのあるフォルダーを選んでください。"),
                     {}};
    std::sort(tables.begin(), tables.end(), [](const ImportedTable &a, const ImportedTable &b) { return a.table < b.table; });
    return tables;
}
} // namespace

QStringList cellsTooLongForSpreadsheets(const Plan &plan)
{
    constexpr qsizetype longestCell = 32'767; // characters, as Microsoft states it for Excel
    QStringList sentences;
    for (const TableInfo &table : allTables()) {
        if (!carried(table.id).csv)
            continue;
        const QList<QStringList> records = tableRecords(plan, table.id);
        int line = 1;
        for (const QStringList &record : records) {
            for (qsizetype i = 0; i < record.size(); ++i) {
                if (record[i].size() >= longestCell && guardedForSpreadsheets(record[i]).size() > longestCell)
                    sentences << errorAt(
                                     QString::fromLatin1(table.name) + ".csv"_L1, line, records.first().at(i),
                                     PlanCsv::tr(
                                         "%L1文字あります。Excelの一つのセルには%L2文字までしか入らず、開いて保存すると切れます。")
                                         .arg(record[i].size())
                                         .arg(longestCell),
                                     {})
                                     .what;
            }
            for (const QString &cell : record)
                line += static_cast<int>(cell.count(u'\n'));
            ++line;
        }
    }
    return sentences;
}

Result<QStringList> exportTables(const Plan &plan, const QString &folder)
{
    const QDir dir(absolutePath(folder));
    if (!dir.mkpath(u"."_s))
        return Error{ErrorKind::Failed,
                     PlanCsv::tr("「%1」に書き込めません。").arg(QDir::toNativeSeparators(dir.path())),
                     PlanCsv::tr("空き容量と、フォルダーに書き込めるかどうかを確かめてください。"),
                     {}};
    QStringList paths;
    QList<OutputFile> files;
    for (const TableInfo &table : allTables()) {
        if (!carried(table.id).csv)
            continue;
        paths << dir.filePath(QString::fromLatin1(table.name) + ".csv"_L1);
        files << OutputFile{paths.last(), tableCsv(plan, table.id)};
    }
    if (const auto written = writeFiles(files, FileKind::Csv); !written)
        return written.error();
    return paths;
}

Result<ChangeSet> importTables(const Plan &current, const QString &path, ImportMode mode, const IdSource &ids)
{
    const QFileInfo info(QDir::cleanPath(path));
    if (!info.exists())
        return Error{ErrorKind::NotFound,
                     PlanCsv::tr("「%1」がありません。").arg(QDir::toNativeSeparators(path)),
                     PlanCsv::tr("場所と名前を確かめてください。"),
                     {}};
    std::vector<ImportedTable> tables;
    if (info.isDir()) {
        auto read = readFolder(QDir(info.filePath()), indicatorUnits(current));
        if (!read)
            return read.error();
        tables = std::move(*read);
    } else {
        auto read = readSingle(info.filePath(), indicatorUnits(current));
        if (!read)
            return read.error();
        tables.push_back(std::move(*read));
    }
    auto change = importChange(current, std::move(tables), mode, ids);
    if (change)
        change->title = PlanCsv::tr("『%1』を取り込み").arg(info.fileName());
    return change;
}

} // namespace shisaku
