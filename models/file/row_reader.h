// SPDX-License-Identifier: GPL-3.0-or-later
// From the columns of a row in the file to the values of its fields.
#pragma once

#include "models/plan/tables.h"

#include <QStringDecoder>
#include <QVariant>

#include <array>

namespace shisaku {

/// The columns that a RowReader reads, the id first. Texts come as the bytes that are stored: SQLite's way to UTF-16 takes longer
/// than all the rest of reading.
QString readableColumns(const TableInfo &table);

/// Keeps a buffer and the short texts it has read lately, so one reader serves many rows.
class RowReader {
public:
    /// What the bytes of a text column say. Holds until the next call.
    QStringView text(const QByteArray &bytes);
    /// False where the column holds what the field cannot be. A short text that was read before is shared with it: ranks, kinds,
    /// roles and labels make up most texts of a plan, and are few.
    bool read(const QVariant &column, const Field &field, Value &value);

private:
    /// A text by the bytes that stand for it in the file.
    struct Known {
        QByteArray bytes;
        QString text;
    };
    const QString &shared(const QByteArray &bytes);

    std::array<Known, 256> m_known; // each at the place its bytes hash to; a newer one takes the place of an older one
    QStringDecoder m_decode{QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom};
    QList<QChar> m_buffer;
};

} // namespace shisaku
