// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a grid that was begun and not filled in yet: left with Esc it goes again, for an empty record says nothing.
#pragma once

#include <QPersistentModelIndex>
#include <QStringList>

namespace shisaku {

class FreshRow {
public:
    /// The row of a cell, as it appears.
    void begin(const QModelIndex &cell)
    {
        m_first = cell.siblingAtColumn(0);
        m_contents = contentsOf(m_first);
    }
    /// Whether a cell lies in the row, and nothing was entered there or below it.
    bool isUntouched(const QModelIndex &cell) const
    {
        return m_first.isValid() && cell.siblingAtColumn(0) == m_first && contentsOf(m_first) == m_contents;
    }

private:
    static QStringList contentsOf(const QModelIndex &first)
    {
        QStringList contents{QString::number(first.model()->rowCount(first))};
        for (int column = 0; column < first.model()->columnCount(first.parent()); ++column)
            contents << first.siblingAtColumn(column).data(Qt::EditRole).toString();
        return contents;
    }

    QPersistentModelIndex m_first;
    QStringList m_contents;
};

} // namespace shisaku
