// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/plan_csv.h"

#include "models/exchange/table_csv.h"
#include "models/file/file_output.h"
#include "models/file/platform.h"
#include "models/plan/carried.h"
#include "models/plan/ranges.h"
#include "models/plan/rank.h"
#include "models/plan/read_file.h"
#include "models/plan/rules.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

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

Result<ImportedTable> readSingle(const QString &path)
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
    return readTable(*table, info.fileName(), *records);
}

Result<std::vector<ImportedTable>> readFolder(const QDir &folder)
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
        auto read = readTable(*table, name, *records);
        if (!read)
            return read.error();
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

/// Brings the tables that were read into a copy of the plan, and compares.
class Import {
public:
    Import(const Plan &current, std::vector<ImportedTable> tables, const IdSource &ids) :
        m_current(current), m_target(current), m_tables(std::move(tables)), m_ids(ids)
    {}

    Result<ChangeSet> run(const QString &title, ImportMode mode)
    {
        if (const auto kept = keepIdentity(); !kept)
            return kept.error();
        for (ImportedTable &table : m_tables)
            giveIds(table);
        if (mode == ImportMode::Replace)
            removeAbsent();
        for (ImportedTable &table : m_tables) {
            givePositions(table);
            store(table);
        }
        for (const ImportedTable &table : m_tables) {
            for (const ImportedRow &row : table.rows) {
                if (const auto checked = check(table, row); !checked)
                    return checked.error();
            }
        }
        ChangeSet change = difference(m_current, m_target);
        change.title = title;
        return change;
    }

private:
    /// Gives the row of the plan table the id that the plan has, here and where other rows name it.
    Result<void> keepIdentity()
    {
        if (m_tables.front().table != TableId::PlanInfo || m_tables.front().rows.empty())
            return {};
        ImportedTable &table = m_tables.front();
        if (table.rows.size() > 1)
            return errorAt(table.name, table.rows[1].line, {}, PlanCsv::tr("計画の行が二つ以上あります。"),
                           PlanCsv::tr("1行だけにしてください。"));
        const RowId given = table.rows[0].id;
        const RowId kept = m_current.info().id.row;
        if (kept.isNull() || kept == given)
            return {};
        table.rows[0].id = kept;
        for (ImportedTable &other : m_tables) {
            if (other.table != TableId::Annotation)
                continue;
            for (ImportedRow &row : other.rows) {
                const auto &named = row.values[fieldIndex<&Annotation::table>()];
                auto &annotated = row.values[fieldIndex<&Annotation::row>()];
                if (named == Value(u"plan"_s) && annotated == Value(given))
                    annotated = Value(kept);
            }
        }
        return {};
    }

    void giveIds(ImportedTable &table)
    {
        QSet<quint64> taken;
        for (const ImportedRow &row : table.rows)
            taken.insert(row.id.bits);
        for (ImportedRow &row : table.rows) {
            while (row.id.isNull()) {
                const RowId id = m_ids();
                if (!taken.contains(id.bits) && !m_target.table(table.table).contains(id))
                    row.id = id;
            }
            taken.insert(row.id.bits);
        }
    }

    bool isImported(TableId table) const
    {
        return std::any_of(m_tables.begin(), m_tables.end(), [table](const ImportedTable &t) { return t.table == table; });
    }

    void removeAbsent()
    {
        for (const ImportedTable &table : m_tables) {
            if (table.table == TableId::PlanInfo)
                continue;
            QSet<quint64> present;
            for (const ImportedRow &row : table.rows)
                present.insert(row.id.bits);
            const AnyRows &old = m_current.table(table.table);
            for (qsizetype i = 0; i < old.size(); ++i) {
                if (!present.contains(old.idAt(i).bits))
                    remove(table.table, old.idAt(i));
            }
        }
    }

    /// Removes a row with its parts; what its own table's file says of a dependent row is checked when all rows are in place.
    void remove(TableId table, RowId id)
    {
        if (!m_target.table(table).contains(id))
            return;
        for (const Dependent &dependent : dependents(m_target, table, id)) {
            if (isImported(dependent.table))
                continue;
            if (dependent.cleared)
                m_target.table(dependent.table).set(dependent.row, *dependent.cleared, RowId());
            else
                remove(dependent.table, dependent.row);
        }
        m_target.table(table).remove(id);
    }

    /// Rows without a position come after all others of their table.
    void givePositions(ImportedTable &table)
    {
        const AnyRows &known = m_target.table(table.table);
        QString last;
        for (qsizetype i = 0; i < known.size(); ++i)
            last = std::max(last, std::get<QString>(known.value(known.idAt(i), 0)));
        QList<ImportedRow *> waiting;
        for (ImportedRow &row : table.rows) {
            if (row.values[0] && !isEmpty(*row.values[0])) {
                last = std::max(last, std::get<QString>(*row.values[0]));
                continue;
            }
            row.values[0].reset();
            if (!known.contains(row.id))
                waiting << &row;
        }
        const QStringList ranks = evenRanks(waiting.size());
        for (qsizetype i = 0; i < waiting.size(); ++i)
            waiting[i]->values[0] = last + ranks[i];
    }

    void store(const ImportedTable &table)
    {
        AnyRows &rows = m_target.table(table.table);
        const auto fields = tableInfo(table.table).fields;
        for (const ImportedRow &row : table.rows) {
            FieldValues values;
            for (size_t i = 0; i < fields.size(); ++i)
                values.push_back(row.values[i].value_or(emptyValue(fields[i].kind)));
            if (!rows.contains(row.id)) {
                rows.insert(row.id, values);
                continue;
            }
            for (size_t i = 0; i < fields.size(); ++i) {
                if (row.values[i] && rows.value(row.id, static_cast<int>(i)) != values[i])
                    rows.set(row.id, static_cast<int>(i), values[i]);
            }
        }
    }

    Result<void> check(const ImportedTable &table, const ImportedRow &row) const
    {
        for (const TableInfo &other : allTables()) {
            if (other.id != table.table && m_target.table(other.id).contains(row.id))
                return errorAt(table.name, row.line, u"id"_s,
                               PlanCsv::tr("「%1」は%2の表で使われています。").arg(row.id.toText(), tableLabel(other.id)),
                               PlanCsv::tr("新しい行なら、idを空にしてください。"));
        }
        const FieldValues values = m_target.table(table.table).values(row.id);
        const auto fields = tableInfo(table.table).fields;
        for (size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].kind != FieldKind::Reference)
                continue;
            const RowId target = std::get<RowId>(values[i]);
            if (!target.isNull() && !m_target.table(fields[i].target).contains(target))
                return errorAt(table.name, row.line, QString::fromLatin1(fields[i].name),
                               PlanCsv::tr("「%1」という%2がありません。").arg(target.toText(), tableLabel(fields[i].target)),
                               PlanCsv::tr("idを直すか、%1.csvにその行を加えてください。")
                                   .arg(QString::fromLatin1(tableInfo(fields[i].target).name)));
        }
        for (size_t i = 0; i < fields.size(); ++i) {
            if (!row.values[i] || isKnown(table.table, row.id, static_cast<int>(i), values[i]))
                continue; // what the plan holds it may hold on to
            if (const auto entered = checkEntered(table.table, values, static_cast<int>(i)); !entered)
                return errorAt(table.name, row.line, QString::fromLatin1(fields[i].name), entered.error().what,
                               entered.error().remedy);
        }
        const PlanView view{
            [this](TableId other, RowId id) { return m_target.table(other).contains(id); },
            [this](TableId other, RowId id, int field) { return std::get<RowId>(m_target.table(other).value(id, field)); },
        };
        const auto checked = checkRow(view, table.table, row.id, values);
        return checked ? checked : errorAt(table.name, row.line, {}, checked.error().what, checked.error().remedy);
    }

    bool isKnown(TableId table, RowId id, int field, const Value &value) const
    {
        const AnyRows &rows = m_current.table(table);
        return rows.contains(id) && rows.value(id, field) == value;
    }

    const Plan &m_current;
    Plan m_target;
    std::vector<ImportedTable> m_tables;
    const IdSource &m_ids;
};
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
                if (record[i].size() > longestCell)
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
        files << OutputFile{paths.last(), writeCsv(tableRecords(plan, table.id))};
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
        auto read = readFolder(QDir(info.filePath()));
        if (!read)
            return read.error();
        tables = std::move(*read);
    } else {
        auto read = readSingle(info.filePath());
        if (!read)
            return read.error();
        tables.push_back(std::move(*read));
    }
    return Import(current, std::move(tables), ids).run(PlanCsv::tr("『%1』を取り込み").arg(info.fileName()), mode);
}

} // namespace shisaku
