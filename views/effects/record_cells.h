// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a RecordGrid: the shown figure, the document's own beside it where they differ, and the editors.
#pragma once

#include <QPointer>
#include <QStyledItemDelegate>

namespace shisaku {

class RecordCells : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *editor() const { return m_editor; }
    bool isComposing() const { return m_composing; }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

signals:
    /// Enter ended the editing: one row down, or up with Shift.
    void entered(int steps) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *lineEditor(QWidget *parent, const QModelIndex &index) const;

    mutable QPointer<QWidget> m_editor;
    bool m_composing = false;
};

} // namespace shisaku
