// SPDX-License-Identifier: GPL-3.0-or-later
// Times, eras, numbers, owners, ids and the journal's fields from texts of anybody; what is understood reads back the same.
#include "models/change/change_json.h"
#include "models/change/digest.h"
#include "models/plan/era.h"
#include "models/plan/rank.h"
#include "models/plan/written_number.h"

#include <cstdlib>

using namespace shisaku;

namespace {
void must(bool holds)
{
    if (!holds)
        std::abort();
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto time = PlanTime::fromJapanese(text)) {
        must(PlanTime::fromText(time->toText()) == time);
        (void)time->toJapanese();
        (void)time->toShortJapanese();
        if (time->isDated())
            must(time->firstMonth() < time->endMonth());
    }
    if (const auto time = PlanTime::fromText(text))
        must(time->toText() == text);
    if (const Era *era = Era::byName(text))
        (void)era->yearOf(2026);
    if (const auto id = RowId::fromText(text))
        must(RowId::fromText(id->toText()) == id);
    if (const auto digest = Digest::fromHex(text))
        must(Digest::fromHex(digest->toHex()) == digest);
    for (const TableInfo &table : allTables()) {
        for (const Field &field : table.fields) {
            if (const auto value = valueFromText(field, text))
                must(valueFromText(field, valueToText(*value)) == value);
            if (field.kind != FieldKind::Integer && field.kind != FieldKind::Decimal)
                continue;
            if (const auto number = readNumber(field, text, QString())) {
                const auto again = readNumber(field, valueToText(*number), QString());
                must(again && *again == *number);
            }
        }
        if (const auto fields = fieldsFromJson(table.id, text))
            must(fieldsFromJson(table.id, fieldsToJson(table.id, *fields)) == fields);
    }
    if (isRank(text))
        must(isRank(rankBetween(text, {})) && rankBetween(text, {}) > text);
    return 0;
}
