// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of the settings' tables: a list where something is picked, several lines where a text is long, else one line.
#pragma once

#include "views/settings/settings_edits.h"

#include <QStyledItemDelegate>

namespace shisaku {

class SettingsCells : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `columns`: the field of each column.
    SettingsCells(SettingsEdits *edits, TableId table, QList<int> columns, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void setTyping(QWidget *editor, bool typing) const;
    const Field &field(const QModelIndex &index) const;

    SettingsEdits *m_edits;
    TableId m_table;
    QList<int> m_columns;
};

} // namespace shisaku
