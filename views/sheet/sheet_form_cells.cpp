// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_cells.h"

#include "models/item/parts_model.h"
#include "views/sheet/sheet_form_part.h"

#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QToolTip>
#include <QTreeView>

namespace shisaku {

namespace {
constexpr int markWidth = 16;
constexpr int paddingX = 4;
constexpr int paddingY = 4;
constexpr int leastHeight = 26;

QRect textPlace(const QRect &cell, bool marked)
{
    return cell.adjusted(paddingX, paddingY, marked ? -markWidth : -paddingX, -paddingY);
}

bool wraps(const QModelIndex &index)
{
    return index.column() == 0 || index.data(PartsModel::LongTextRole).toBool();
}
} // namespace

CellDelegate::CellDelegate(bool heads, QObject *parent) : QStyledItemDelegate(parent), m_heads(heads) {}

QFont CellDelegate::cellFont(const QFont &font, const QModelIndex &index) const
{
    QFont own = font;
    own.setBold(m_heads && index.column() == 0 && !index.parent().isValid());
    return own;
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QStringList keys = index.data(PartsModel::OptionKeysRole).toStringList();
    if (!keys.isEmpty()) {
        auto *list = new QComboBox(parent);
        const QStringList labels = index.data(PartsModel::OptionLabelsRole).toStringList();
        list->addItem(tr("（なし）"), QString());
        for (qsizetype i = 0; i < keys.size(); ++i)
            list->addItem(labels[i], keys[i]);
        m_editor = list;
    } else if (index.data(PartsModel::LongTextRole).toBool()) {
        auto *text = new QPlainTextEdit(parent);
        text->setTabChangesFocus(true);
        m_editor = text;
    } else {
        m_editor = new QLineEdit(parent);
    }
    m_editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return m_editor;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString value = index.data(Qt::EditRole).toString();
    if (auto *list = qobject_cast<QComboBox *>(editor)) {
        list->setCurrentIndex(list->findData(value));
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(editor)) {
        if (text->toPlainText() != value)
            text->setPlainText(value);
    } else if (auto *line = qobject_cast<QLineEdit *>(editor); line && line->text() != value) {
        line->setText(value);
    }
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    QString value;
    if (const auto *list = qobject_cast<QComboBox *>(editor))
        value = list->currentData().toString();
    else if (const auto *text = qobject_cast<QPlainTextEdit *>(editor))
        value = text->toPlainText();
    else if (const auto *line = qobject_cast<QLineEdit *>(editor))
        value = line->text();
    model->setData(index, value);
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect place = option.rect;
    if (qobject_cast<QComboBox *>(editor))
        place.setWidth(qMax(place.width(), editor->sizeHint().width()));
    else if (place.width() < 120)
        place.setWidth(120);
    const QWidget *viewport = editor->parentWidget();
    if (viewport && place.right() > viewport->rect().right())
        place.moveRight(qMax(place.width() - 1, viewport->rect().right()));
    editor->setGeometry(place);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    cell.state &= ~QStyle::State_HasFocus;
    const QWidget &view = *option.widget;
    view.style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, &view);

    const Look &look = lookFor(view);
    const bool selected = cell.state & QStyle::State_Selected;
    const bool marked = !index.data(PartsModel::DoubtRole).toString().isEmpty();
    const QRect place = textPlace(option.rect, marked);
    QColor ink = cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    if (!index.data(PartsModel::RefusedRole).toString().isEmpty() && !selected)
        ink = look.warn;
    painter->save();
    painter->setFont(cellFont(cell.font, index));
    painter->setPen(ink);
    const int horizontal = static_cast<int>(cell.displayAlignment & Qt::AlignHorizontal_Mask);
    if (wraps(index))
        painter->drawText(place, horizontal | Qt::AlignVCenter | Qt::TextWrapAnywhere, text);
    else
        painter->drawText(place, horizontal | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    if (marked)
        DoubtMark::paintMark(*painter,
                             QRectF(place.right() + 1, option.rect.top(), markWidth, qMin(leastHeight, option.rect.height())),
                             selected ? ink : look.warn);
    painter->setPen(look.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    if (!view)
        return QStyledItemDelegate::sizeHint(option, index);
    int width = view->columnWidth(index.column());
    if (!wraps(index))
        return {width, leastHeight};
    if (index.column() == 0 && index.parent().isValid())
        width -= view->indentation();
    const bool marked = !index.data(PartsModel::DoubtRole).toString().isEmpty();
    const QRect place = textPlace(QRect(0, 0, width, 10000), marked);
    const QRect needed = QFontMetrics(cellFont(option.font, index))
                             .boundingRect(place, Qt::TextWrapAnywhere, index.data().toString());
    return {width, qMax(leastHeight, needed.height() + 2 * paddingY + 1)};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return false;
    QStringList lines{index.data().toString(), index.data(Qt::ToolTipRole).toString()};
    lines.removeAll(QString());
    QToolTip::showText(event->globalPos(), lines.isEmpty() ? QString() : Qt::convertFromPlainText(lines.join(u'\n')), view);
    return true;
}

bool CellDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::InputMethod)
        m_composing = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        m_composing = false;
    if (event->type() == QEvent::KeyPress && editor) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (m_composing)
            return false; // Enter, Tab and Esc belong to the input method
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::AltModifier)) {
            if (auto *text = qobject_cast<QPlainTextEdit *>(editor))
                text->insertPlainText(QString(u'\n'));
            return true;
        }
        const bool tab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
        if (tab && qobject_cast<QPlainTextEdit *>(editor)) { // a field of several lines would keep it for itself
            emit commitData(editor);
            emit closeEditor(editor, key->key() == Qt::Key_Tab ? EditNextItem : EditPreviousItem);
            return true;
        }
        if (enter) {
            emit commitData(editor);
            emit closeEditor(editor, NoHint);
            emit entered();
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace shisaku
