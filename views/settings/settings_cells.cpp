// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settings_cells.h"

#include "models/plan/field_text.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace shisaku {

namespace {
constexpr int minimumHeight = 26;
constexpr int textHeight = 84;
} // namespace

SettingsCells::SettingsCells(SettingsEdits *edits, TableId table, QList<int> columns, QObject *parent) :
    QStyledItemDelegate(parent), m_edits(edits), m_table(table), m_columns(std::move(columns))
{}

const Field &SettingsCells::field(const QModelIndex &index) const
{
    return tableInfo(m_table).fields[static_cast<size_t>(m_columns.at(index.column()))];
}

QWidget *SettingsCells::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    QWidget *editor = nullptr;
    if (hasOptions(field(index))) {
        auto *list = new QComboBox(parent);
        list->addItem(tr("（なし）"), QString());
        for (const Option &option : fieldOptions(m_edits->plan(), field(index)))
            list->addItem(option.label, option.key);
        connect(list, &QComboBox::activated, this, [this, list] { setTyping(list, true); });
        editor = list;
    } else if (field(index).kind == FieldKind::LongText) {
        auto *text = new QPlainTextEdit(parent);
        text->setTabChangesFocus(true);
        connect(text->document(), &QTextDocument::modificationChanged, this, [this, text](bool typed) { setTyping(text, typed); });
        editor = text;
    } else {
        auto *line = new QLineEdit(parent);
        connect(line, &QLineEdit::textEdited, this, [this, line] { setTyping(line, true); });
        editor = line;
    }
    editor->setAccessibleName(fieldLabel(field(index)));
    return editor;
}

void SettingsCells::setTyping(QWidget *editor, bool typing) const
{
    m_edits->document().unsaved().setTyping(editor, typing);
}

void SettingsCells::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    if (auto *list = qobject_cast<QComboBox *>(editor))
        list->setCurrentIndex(qMax(0, list->findText(text)));
    else if (auto *lines = qobject_cast<QPlainTextEdit *>(editor))
        lines->setPlainText(text);
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setText(text);
}

void SettingsCells::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *text = qobject_cast<QPlainTextEdit *>(editor))
        text->document()->setModified(false);
    setTyping(editor, false);
    if (const auto *list = qobject_cast<QComboBox *>(editor))
        model->setData(index, list->currentIndex() > 0 ? list->currentText() : QString());
    else if (const auto *lines = qobject_cast<QPlainTextEdit *>(editor))
        model->setData(index, lines->toPlainText());
    else if (const auto *line = qobject_cast<QLineEdit *>(editor))
        model->setData(index, line->text());
}

void SettingsCells::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect place = option.rect;
    if (qobject_cast<QPlainTextEdit *>(editor)) {
        place.setHeight(textHeight);
        const QRect room = editor->parentWidget()->rect();
        if (place.bottom() > room.bottom())
            place.moveBottom(qMax(textHeight, room.bottom()));
    }
    editor->setGeometry(place);
}

QSize SettingsCells::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), minimumHeight};
}

} // namespace shisaku
