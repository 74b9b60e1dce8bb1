// SPDX-License-Identifier: GPL-3.0-or-later
// The content digest: one number for all rows of a plan, updated by changed rows only; it finds damage and foreign edits.
#pragma once

#include "models/plan/plan.h"

#include <array>
#include <memory>

namespace shisaku {

/// Sum modulo 2^256 of the SHA-256 of every row. The sum does not depend on the order of rows, so adding and removing a row
/// costs one hash, whatever the size of the plan.
class Digest {
public:
    static Digest ofPlan(const Plan &plan);

    Digest &operator+=(const Digest &other);
    Digest &operator-=(const Digest &other);

    QString toHex() const;
    static std::optional<Digest> fromHex(QStringView hex);

    friend bool operator==(const Digest &, const Digest &) = default;

private:
    friend class RowHasher;

    std::array<quint64, 4> m_words{}; // least significant first
};

/// Makes the digests of rows, one after another; what it works with is kept from row to row, because opening a plan hashes them
/// all. One for each thread and each piece of work: what outlives its piece of work is destroyed when its thread ends, which
/// not every run-time library does in good order.
class RowHasher {
public:
    RowHasher();
    ~RowHasher();

    /// Hashes table name, id and the row's stated fields by name; an empty field counts as absent, so that a field added by a
    /// later version leaves old digests right.
    Digest digest(TableId table, RowId row, const FieldValues &values);

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

} // namespace shisaku
