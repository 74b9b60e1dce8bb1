// SPDX-License-Identifier: GPL-3.0-or-later
// From the columns of a row in the file to the values of its fields.
#pragma once

#include "models/plan/tables.h"

#include <QStringDecoder>
#include <QVariant>

namespace shisaku {

/// The columns that a RowReader reads, the id first. Texts come as the bytes that are stored: SQLite's way to UTF-16 takes longer
/// than all the rest of reading.
QString readableColumns(const TableInfo &table);

/// Keeps a buffer, so one reader serves many rows.
class RowReader {
public:
    /// Holds until the next call.
    QStringView text(const QVariant &column);
    /// False where the column holds what the field cannot be. A text that `value` holds already, from the row before, is shared
    /// with it: plans say the same many times.
    bool read(const QVariant &column, const Field &field, Value &value);

private:
    QStringDecoder m_decode{QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom};
    QList<QChar> m_buffer;
};

} // namespace shisaku
