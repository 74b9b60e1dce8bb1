// SPDX-License-Identifier: GPL-3.0-or-later
// Reading CSV from anybody; what was read is written and read again, and must be the same.
#include "models/exchange/table_csv.h"

#include <cstdlib>

using namespace shisaku;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto records = readCsv(bytes, u"measure.csv"_s);
    if (!records)
        return 0;
    QList<QStringList> cells;
    for (const CsvRecord &record : *records)
        cells << record.cells;
    const auto again = readCsv(writeCsv(cells), u"measure.csv"_s);
    if (!again || again->size() != records->size())
        std::abort();
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (again->at(i).cells != cells[i])
            std::abort();
    }
    for (const TableInfo &table : allTables())
        (void)readTable(table.id, u"measure.csv"_s, *records, {});
    (void)tableByHeader(*records);
    return 0;
}
