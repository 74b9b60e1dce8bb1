// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/cell_editing.h"

#include <QComboBox>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace shisaku {

namespace {
constexpr int minimumWidth = 120;
} // namespace

CellEditing::CellEditing(const EditorRoles &roles, QObject *parent) : QStyledItemDelegate(parent), m_roles(roles) {}

QWidget *CellEditing::lineEditor(QWidget *parent, const QModelIndex &) const
{
    return new QLineEdit(parent);
}

QWidget *CellEditing::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QStringList keys = index.data(m_roles.optionKeys).toStringList();
    if (!keys.isEmpty()) {
        auto *list = new QComboBox(parent);
        const QStringList labels = index.data(m_roles.optionLabels).toStringList();
        list->addItem(tr("（なし）"), QString());
        for (qsizetype i = 0; i < keys.size(); ++i)
            list->addItem(labels[i], keys[i]);
        connect(list, &QComboBox::activated, this, [this, list] { emit typing(list, true); });
        m_editor = list;
    } else if (index.data(m_roles.longText).toBool()) {
        auto *text = new QPlainTextEdit(parent);
        text->setTabChangesFocus(true);
        connect(text->document(), &QTextDocument::modificationChanged, this, [this, text](bool yes) { emit typing(text, yes); });
        m_editor = text;
    } else {
        m_editor = lineEditor(parent, index);
        if (auto *line = qobject_cast<QLineEdit *>(m_editor.data()))
            connect(line, &QLineEdit::textEdited, this, [this, line] { emit typing(line, true); });
    }
    m_editor->setAutoFillBackground(true);
    m_editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return m_editor;
}

void CellEditing::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString value = index.data(Qt::EditRole).toString();
    if (auto *list = qobject_cast<QComboBox *>(editor)) {
        list->setCurrentIndex(list->findData(value));
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(editor)) {
        if (text->toPlainText() != value)
            text->setPlainText(value);
    } else if (auto *line = qobject_cast<QLineEdit *>(editor); line && !line->isModified()) {
        line->setText(value);
    }
}

void CellEditing::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    QString value;
    if (const auto *list = qobject_cast<QComboBox *>(editor))
        value = list->currentData().toString();
    else if (const auto *text = qobject_cast<QPlainTextEdit *>(editor))
        value = text->toPlainText();
    else if (const auto *line = qobject_cast<QLineEdit *>(editor))
        value = line->text();
    if (const auto *text = qobject_cast<QPlainTextEdit *>(editor))
        text->document()->setModified(false);
    emit typing(editor, false);
    model->setData(index, value);
}

void CellEditing::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect place = option.rect;
    place.setWidth(qMax(place.width(), qobject_cast<QComboBox *>(editor) ? editor->sizeHint().width() : minimumWidth));
    const QWidget *viewport = editor->parentWidget();
    if (viewport && place.right() > viewport->rect().right())
        place.moveRight(qMax(place.width() - 1, viewport->rect().right()));
    editor->setGeometry(place);
}

bool CellEditing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::InputMethod)
        m_composing = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        m_composing = false;
    auto *editor = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::KeyPress && editor) {
        if (m_composing)
            return false; // Enter, Tab and Esc belong to the input method
        if (takesKey(editor, *static_cast<QKeyEvent *>(event)))
            return true;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

bool CellEditing::takesKey(QWidget *editor, const QKeyEvent &key)
{
    auto *text = qobject_cast<QPlainTextEdit *>(editor);
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (text && key.modifiers().testFlag(Qt::AltModifier)) {
            text->insertPlainText(QString(u'\n'));
            return true;
        }
        emit commitData(editor);
        emit closeEditor(editor, NoHint);
        emit entered(key.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (!text)
            return false;
        emit commitData(editor); // a field of several lines would keep the key for itself
        emit closeEditor(editor, key.key() == Qt::Key_Tab ? EditNextItem : EditPreviousItem);
        return true;
    default:
        return false;
    }
}

} // namespace shisaku
