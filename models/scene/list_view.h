// SPDX-License-Identifier: GPL-3.0-or-later
// How the list of measures (施策一覧) is looked at: its columns, its order, what is left out; what a saved scene (場面) keeps.
#pragma once

#include <QMap>
#include <QSet>
#include <QStringList>

namespace shisaku {

/// Columns are named by their keys, so that the view holds where columns come and go.
struct MeasureListView {
    QStringList columns; ///< In their order; empty: the usual ones.
    QString sortedBy;    ///< Empty: in the plan's order.
    bool descending = false;
    QMap<QString, QSet<QString>> kept; ///< By column: the texts whose measures are shown.

    /// A JSON object.
    QString toText() const;
    /// Reads toText()'s form; what is missing or malformed is as in a fresh view.
    static MeasureListView fromText(const QString &text);

    friend bool operator==(const MeasureListView &, const MeasureListView &) = default;
};

} // namespace shisaku
