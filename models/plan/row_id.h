// SPDX-License-Identifier: GPL-3.0-or-later
// Identity of a row: sixty random bits, written as twelve base32 characters, a distinct type per table.
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <functional>
#include <optional>

namespace shisaku {

/// Identity of a row of any table. Rows made in two copies of a plan never share one. Zero is "no row".
struct RowId {
    quint64 bits = 0;

    bool isNull() const { return bits == 0; }
    /// Twelve characters of Crockford's base32 (0-9, A-Z without I L O U); empty for "no row".
    QString toText() const;
    /// Reads what toText() writes, either case; nothing for anything else. Empty text is "no row".
    static std::optional<RowId> fromText(QStringView text);

    friend auto operator<=>(RowId, RowId) = default;
    friend size_t qHash(RowId id, size_t seed = 0) { return ::qHash(id.bits, seed); }
};

/// Where new identities come from; passed in so that tests are repeatable.
using IdSource = std::function<RowId()>;

/// Identities from the system's random generator.
IdSource randomIds();

/// Identity of a row of T's table. Converting to or from a bare RowId is explicit.
template <typename T>
struct Id {
    RowId row;

    Id() = default;
    explicit Id(RowId id) : row(id) {}
    bool isNull() const { return row.isNull(); }
    QString toText() const { return row.toText(); }

    friend auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return qHash(id.row, seed); }
};

} // namespace shisaku
