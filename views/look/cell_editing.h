// SPDX-License-Identifier: GPL-3.0-or-later
// The editors that open in the cells of a grid: a list of options, several lines, or one; the keys that end them.
#pragma once

#include <QPointer>
#include <QStyledItemDelegate>

namespace shisaku {

/// Which roles of a model say how a cell is edited.
struct EditorRoles {
    int optionKeys;   ///< QStringList; a list of these is offered unless it is empty.
    int optionLabels; ///< QStringList, as many.
    int longText;     ///< bool: several lines.
};

/// Enter commits, Alt+Enter begins a line, Tab goes on; while an input method composes, the keys are its own.
class CellEditing : public QStyledItemDelegate {
    Q_OBJECT

public:
    CellEditing(const EditorRoles &roles, QObject *parent);

    /// The editor that is open; null if none is.
    QWidget *editor() const { return m_editor; }
    bool isComposing() const { return m_composing; }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

signals:
    /// Enter ended the editing: one row down is wanted, or up with Shift.
    void entered(int steps);
    /// Something was typed into an editor, or what was typed has gone to the model.
    void typing(QWidget *editor, bool typing) const;

protected:
    /// The editor of a cell of one line.
    virtual QWidget *lineEditor(QWidget *parent, const QModelIndex &index) const;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takesKey(QWidget *editor, const QKeyEvent &key);

    EditorRoles m_roles;
    mutable QPointer<QWidget> m_editor;
    bool m_composing = false;
};

} // namespace shisaku
