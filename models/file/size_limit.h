// SPDX-License-Identifier: GPL-3.0-or-later
// Stops a transaction before the file outgrows what opening accepts.
#pragma once

#include "models/change/change_set.h"
#include "models/file/database.h"

namespace shisaku {

/// Looks at the size of a file while a transaction makes it grow. What it is told of is counted high, so that it looks in time
/// and seldom.
class SizeLimit {
public:
    /// `largest` is the size in bytes the file may have at the end. `database` must outlive it.
    SizeLimit(Database &database, qint64 largest);

    /// To be called before a row is written. Throws FileFailure when it does not fit any more.
    void add(const QList<FieldChange> &fields);
    /// The same for a text that is written as it is.
    void add(const QString &text);

private:
    void grow(qint64 bytes);

    Database &m_database;
    qint64 m_largest;
    qint64 m_pageSize;
    qint64 m_seldom; ///< How many bytes go by unseen.
    qint64 m_unseen; ///< Since the size was looked at; at the beginning it is.
};

/// The size up to which a plan takes what is entered: the rest of `largest` is for taking back, and for naming editions.
constexpr qint64 largestEntered(qint64 largest)
{
    return largest - largest / 16;
}

} // namespace shisaku
