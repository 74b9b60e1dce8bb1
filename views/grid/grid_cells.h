// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a grid: how they are drawn, and the editors that open in them.
#pragma once

#include <QPointer>
#include <QStyledItemDelegate>

namespace shisaku {

/// Enter commits, Alt+Enter begins a line, Ctrl+Enter fills what is chosen, Tab goes on; in a line that was typed over, the arrows
/// go on, too. While an input method composes, the keys are its own. What the officer did not change is not written.
class GridCells : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit GridCells(QObject *parent);

    /// The editor that is open; null if none is.
    QWidget *editor() const { return m_editor; }
    bool isComposing() const { return m_composing; }
    /// How the open editor came: typed over, it begins with nothing kept; else behind what stands there, a list with its choices.
    void begin(bool typedOver);
    /// Cells of several lines are shown whole.
    void setLongWraps(bool wraps) { m_longWraps = wraps; }
    /// The least height of a row.
    void setLeastHeight(int height) { m_leastHeight = height; }
    int leastHeight() const { return m_leastHeight; }
    /// How wide a column must be for a cell to show all of its text in one line.
    int widthNeeded(const QFont &font, const QModelIndex &index) const;
    /// How high a cell must be in a column of this width.
    int heightNeeded(const QFont &font, const QModelIndex &index, int width) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void destroyEditor(QWidget *editor, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

signals:
    /// A key has ended the editing and goes on: so many rows and columns.
    void wentOn(int rows, int columns);
    /// The text of the editor, which has closed, is meant for all chosen cells.
    void fillAsked(const QString &text);
    /// A block was pasted into the editor, which has closed; it goes into cells from there on.
    void blockAsked();
    /// Something was typed into an editor, or what was typed has gone to the model.
    void typing(QWidget *editor, bool typing) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static int indentation(const QModelIndex &index);
    QWidget *listEditor(QWidget *parent, const QModelIndex &index) const;
    QWidget *lineEditor(QWidget *parent, const QModelIndex &index) const;
    bool wraps(const QModelIndex &index) const;
    bool takesKey(QWidget *editor, const QKeyEvent &key);
    bool takesEnter(QWidget *editor, Qt::KeyboardModifiers modifiers);

    mutable QPointer<QWidget> m_editor;
    int m_leastHeight = 28;
    bool m_longWraps = false;
    bool m_typedOver = false;
    mutable bool m_composing = false;
};

} // namespace shisaku
