// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a RecordGrid: the shown figure, the document's own beside it where they differ.
#pragma once

#include "views/look/cell_editing.h"

namespace shisaku {

class RecordCells : public CellEditing {
    Q_OBJECT

public:
    explicit RecordCells(QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    QWidget *lineEditor(QWidget *parent, const QModelIndex &index) const override;
};

} // namespace shisaku
