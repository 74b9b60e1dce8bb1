// SPDX-License-Identifier: GPL-3.0-or-later
// The editors of GridCells: a list, several lines, or one line with proposals; the keys that end them.
#include "views/grid/grid_cells.h"

#include "models/clip/spreadsheet_text.h"
#include "models/grid/typed_names.h"
#include "models/item/grid_model.h"
#include "models/plan/search_form.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStringListModel>

#include <algorithm>
#include <functional>
#include <utility>

namespace shisaku {

namespace {
constexpr int leastWidth = 72;
constexpr int leastTextWidth = 240;
constexpr int leastTextHeight = 76;

/// A list that says whether an option was picked from its open choices, or these were closed without.
class OptionList : public QComboBox {
public:
    using QComboBox::QComboBox;

    enum class Picked : quint8 { Nothing, ForOne, ForAll };
    std::function<void(Picked picked)> closed;

    /// From now on a digit picks the option of that place, 0 none.
    void pickByDigits() { view()->installEventFilter(this); }
    void showPopup() override
    {
        m_open = true;
        m_picked = Picked::Nothing;
        QComboBox::showPopup();
    }
    void hidePopup() override
    {
        QComboBox::hidePopup();
        if (std::exchange(m_open, false)) // what was picked is told just behind
            QMetaObject::invokeMethod(
                this, [this] { closed(std::exchange(m_picked, Picked::Nothing)); }, Qt::QueuedConnection);
    }
    /// With Ctrl held down it is meant for all chosen cells.
    void pick() { m_picked = QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier) ? Picked::ForAll : Picked::ForOne; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *key = event->type() == QEvent::KeyPress && watched == view() ? static_cast<QKeyEvent *>(event) : nullptr;
        const QString typed = key && !key->modifiers() ? plainForm(key->text()) : QString();
        if (typed.size() != 1 || !typed[0].isDigit() || typed.toInt() >= count())
            return QComboBox::eventFilter(watched, event);
        setCurrentIndex(typed.toInt());
        pick();
        hidePopup();
        return true;
    }

private:
    bool m_open = false;
    Picked m_picked = Picked::Nothing;
};

/// Whether what is to be pasted is more than the text of one cell.
bool isBlock(const QString &text, bool severalLines)
{
    const QList<QStringList> cells = cellsFromText(text);
    return std::any_of(cells.begin(), cells.end(), [](const QStringList &line) { return line.size() > 1; })
           || (!severalLines && cells.size() > 1);
}

constexpr char begunName[] = "begun"; // what an editor began with

QString textOf(const QWidget *editor)
{
    if (const auto *list = qobject_cast<const QComboBox *>(editor))
        return list->currentData().toString();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(editor))
        return text->toPlainText();
    const auto *line = qobject_cast<const QLineEdit *>(editor);
    return line ? line->text() : QString();
}

void completeNames(QLineEdit *line, const GridModel &model,
                   const std::function<QStringList(const Plan &, const QString &)> &proposals)
{
    auto *names = new QStringListModel(line);
    auto *completer = new QCompleter(names, line);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setWidget(line); // the line itself does not know that only the last name is completed
    QObject::connect(line, &QLineEdit::textEdited, completer, [line, names, completer, proposals, document = &model.document()] {
        const QString typed = line->text().mid(lastNameBegins(line->text())).trimmed();
        const QStringList found = typed.isEmpty() ? QStringList() : proposals(document->plan(), typed);
        names->setStringList(found);
        if (found.isEmpty() || (found.size() == 1 && found.first() == typed))
            return completer->popup()->hide();
        completer->complete();
        completer->popup()->setCurrentIndex(names->index(0));
    });
    QObject::connect(completer, qOverload<const QString &>(&QCompleter::activated), line,
                     [line](const QString &name) { line->setText(line->text().first(lastNameBegins(line->text())) + name); });
}
} // namespace

QWidget *GridCells::listEditor(QWidget *parent, const QModelIndex &index) const
{
    auto *list = new OptionList(parent);
    const QStringList keys = index.data(GridModel::OptionKeysRole).toStringList();
    const QStringList labels = index.data(GridModel::OptionLabelsRole).toStringList();
    list->addItem(tr("（なし）"), QString());
    for (qsizetype i = 0; i < keys.size(); ++i)
        list->addItem(labels[i], keys[i]);
    auto *self = const_cast<GridCells *>(this);
    connect(list, &QComboBox::activated, this, [this, list] {
        list->pick();
        emit typing(list, true);
    });
    if (index.data(GridModel::KeysPickRole).toBool())
        list->pickByDigits();
    list->closed = [self, list](OptionList::Picked picked) {
        if (self->m_editor != list)
            return; // Enter came first
        if (picked == OptionList::Picked::ForAll) {
            self->takesEnter(list, Qt::ControlModifier);
            return;
        }
        if (picked == OptionList::Picked::ForOne)
            emit self->commitData(list);
        emit self->closeEditor(list, picked == OptionList::Picked::ForOne ? NoHint : RevertModelCache);
    };
    return list;
}

QWidget *GridCells::lineEditor(QWidget *parent, const QModelIndex &index) const
{
    auto *line = new QLineEdit(parent);
    line->setFrame(false);
    line->setAlignment(index.data(GridModel::NumberRole).toBool() ? Qt::AlignRight : Qt::AlignLeft);
    connect(line, &QLineEdit::textEdited, this, [this, line] { emit typing(line, true); });
    const auto *model = qobject_cast<const GridModel *>(index.model());
    if (!model)
        return line;
    if (const auto proposals = model->shape().cell(model->rowAt(index.row()).kind, index.column()).proposals)
        completeNames(line, *model, proposals);
    return line;
}

QWidget *GridCells::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    m_composing = false;
    if (!index.data(GridModel::OptionKeysRole).toStringList().isEmpty()) {
        m_editor = listEditor(parent, index);
    } else if (index.data(GridModel::LongTextRole).toBool()) {
        auto *text = new QPlainTextEdit(parent);
        text->setTabChangesFocus(true);
        text->setFrameShape(QFrame::Box);
        connect(text->document(), &QTextDocument::modificationChanged, this, [this, text](bool yes) { emit typing(text, yes); });
        m_editor = text;
    } else {
        m_editor = lineEditor(parent, index);
    }
    m_editor->setAutoFillBackground(true);
    m_editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return m_editor;
}

void GridCells::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant begun = editor->property(begunName);
    if (begun.isValid() && textOf(editor) != begun.toString())
        return; // the officer has changed it meanwhile
    const QString value = index.data(Qt::EditRole).toString();
    if (auto *list = qobject_cast<QComboBox *>(editor)) {
        int place = list->findData(value);
        if (place < 0)
            place = list->findText(value);
        if (place < 0) { // no choice of the plan: 「混在（…）」, or one removed since
            list->addItem(index.data().toString(), value);
            place = list->count() - 1;
        }
        list->setCurrentIndex(place);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(editor)) {
        if (text->toPlainText() != value)
            text->setPlainText(value);
        if (!begun.isValid())
            text->selectAll(); // the key that opens it takes its place
    } else if (auto *line = qobject_cast<QLineEdit *>(editor); line && line->text() != value) {
        line->setText(value);
    }
    editor->setProperty(begunName, textOf(editor));
}

void GridCells::begin(bool typedOver)
{
    m_typedOver = typedOver;
    if (auto *list = qobject_cast<QComboBox *>(m_editor.data())) {
        if (!typedOver) // once it stands where it belongs
            QMetaObject::invokeMethod(
                list, [list] { list->showPopup(); }, Qt::QueuedConnection);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(m_editor.data())) {
        if (!typedOver)
            text->moveCursor(QTextCursor::End);
    } else if (auto *line = qobject_cast<QLineEdit *>(m_editor.data()); line && !typedOver) {
        line->end(false);
    }
}

void GridCells::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const QString value = textOf(editor);
    if (auto *text = qobject_cast<QPlainTextEdit *>(editor))
        text->document()->setModified(false);
    emit typing(editor, false);
    if (editor->property(begunName).toString() == value)
        return; // nothing is written by leaving a cell
    editor->setProperty(begunName, value);
    model->setData(index, value);
}

void GridCells::destroyEditor(QWidget *editor, const QModelIndex &index) const
{
    if (m_editor == editor)
        m_editor = nullptr;
    QStyledItemDelegate::destroyEditor(editor, index);
}

void GridCells::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect place = option.rect.adjusted(indentation(index), 0, -1, -1);
    const QRect room = editor->parentWidget() ? editor->parentWidget()->rect() : place;
    const bool isText = qobject_cast<QPlainTextEdit *>(editor);
    const int width = isText ? leastTextWidth : qobject_cast<QComboBox *>(editor) ? editor->sizeHint().width() : leastWidth;
    place.setWidth(qMax(place.width(), qMin(width, room.width())));
    if (isText)
        place.setHeight(qMax(place.height(), qMin(leastTextHeight, room.height())));
    if (place.right() > room.right())
        place.moveRight(qMax(place.width() - 1, room.right()));
    if (place.bottom() > room.bottom() && isText)
        place.moveBottom(qMax(place.height() - 1, room.bottom()));
    editor->setGeometry(place);
}

bool GridCells::eventFilter(QObject *watched, QEvent *event)
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

bool GridCells::takesEnter(QWidget *editor, Qt::KeyboardModifiers modifiers)
{
    if (auto *text = qobject_cast<QPlainTextEdit *>(editor); text && modifiers.testFlag(Qt::AltModifier)) {
        text->insertPlainText(QString(u'\n'));
        return true;
    }
    if (modifiers.testFlag(Qt::ControlModifier)) {
        const QString typed = textOf(editor);
        emit typing(editor, false);
        emit closeEditor(editor, NoHint);
        emit fillAsked(typed);
        return true;
    }
    emit commitData(editor);
    emit closeEditor(editor, NoHint);
    emit wentOn(modifiers.testFlag(Qt::ShiftModifier) ? -1 : 1, 0);
    return true;
}

bool GridCells::takesKey(QWidget *editor, const QKeyEvent &key)
{
    if (key.matches(QKeySequence::Paste) && isBlock(QGuiApplication::clipboard()->text(), qobject_cast<QPlainTextEdit *>(editor))) {
        emit typing(editor, false);
        emit closeEditor(editor, NoHint);
        emit blockAsked();
        return true;
    }
    const auto *line = qobject_cast<QLineEdit *>(editor);
    const auto goOn = [&](int rows, int columns) {
        if (!line || !m_typedOver || (key.modifiers() & ~Qt::KeypadModifier))
            return false;
        emit commitData(editor);
        emit closeEditor(editor, NoHint);
        emit wentOn(rows, columns);
        return true;
    };
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return takesEnter(editor, key.modifiers());
    case Qt::Key_Up:
        return goOn(-1, 0);
    case Qt::Key_Down:
        return goOn(1, 0);
    case Qt::Key_Left:
        return goOn(0, -1);
    case Qt::Key_Right:
        return goOn(0, 1);
    case Qt::Key_F2: // as in Excel: from here on the arrows move within the line
        m_typedOver = false;
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (!qobject_cast<QPlainTextEdit *>(editor))
            return false;
        emit commitData(editor); // a field of several lines would keep the key for itself
        emit closeEditor(editor, key.key() == Qt::Key_Tab ? EditNextItem : EditPreviousItem);
        return true;
    default:
        return false;
    }
}

} // namespace shisaku
