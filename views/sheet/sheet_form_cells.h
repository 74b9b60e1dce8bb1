// SPDX-License-Identifier: GPL-3.0-or-later
// How the cells of the form's grids are drawn.
#pragma once

#include "views/look/cell_editing.h"

namespace shisaku {

class CellDelegate : public CellEditing {
    Q_OBJECT

public:
    /// `heads`: the rows at the top are headings of the rows below them and set in bold.
    CellDelegate(bool heads, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    QFont cellFont(const QFont &font, const QModelIndex &index) const;

    bool m_heads;
};

} // namespace shisaku
