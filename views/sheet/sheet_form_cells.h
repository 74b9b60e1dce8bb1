// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of the form's grids: how they are drawn, and the editors that open in them.
#pragma once

#include <QPointer>
#include <QStyledItemDelegate>

namespace shisaku {

class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `heads`: the rows at the top are headings of the rows below them and set in bold.
    CellDelegate(bool heads, QObject *parent);

    /// The editor that is open; null if none is.
    QWidget *editor() const { return m_editor; }
    bool isComposing() const { return m_composing; }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

signals:
    /// Enter ended the editing; the next cell below is wanted.
    void entered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QFont cellFont(const QFont &font, const QModelIndex &index) const;

    bool m_heads;
    mutable QPointer<QWidget> m_editor;
    bool m_composing = false;
};

} // namespace shisaku
