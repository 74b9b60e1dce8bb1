// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/survey_cells.h"

#include "models/item/survey_model.h"
#include "views/look/status_mark.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int textEditorHeight = 76;
} // namespace

void SurveyCells::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!index.data(SurveyModel::RefusedRole).toString().isEmpty())
        option->palette.setColor(QPalette::Text, Look::of(option->palette).warn);
}

void SurveyCells::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool status = index.column() == SurveyModel::Status || index.column() == SurveyModel::Previous;
    const QString mark = index.data(SurveyModel::MarkRole).toString();
    if (!status || mark.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    QRect room = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget);
    room.adjust(space::tight, 0, 0, 0);
    const bool selected = cell.state & QStyle::State_Selected;
    const QColor ink = cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(selected ? ink : statusColour(Look::of(cell.palette), index.data(SurveyModel::PlaceRole).toInt()));
    room.setLeft(room.left() + qRound(drawMarked(*painter, room, Qt::AlignLeft, mark)) + space::tight);
    painter->setPen(ink);
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, cell.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

QWidget *SurveyCells::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QStringList keys = index.data(SurveyModel::OptionKeysRole).toStringList();
    if (keys.isEmpty()) {
        auto *text = new QPlainTextEdit(parent);
        text->setTabChangesFocus(true);
        text->setFrameShape(QFrame::Box);
        if (const auto *survey = qobject_cast<const SurveyModel *>(index.model()))
            connect(text->document(), &QTextDocument::modificationChanged, text,
                    [text, document = &survey->document()](bool typed) { document->unsaved().setTyping(text, typed); });
        return text;
    }
    const QStringList labels = index.data(SurveyModel::OptionLabelsRole).toStringList();
    auto *list = new QComboBox(parent);
    list->addItem(tr("（なし）"), QString());
    for (qsizetype i = 0; i < keys.size(); ++i)
        list->addItem(labels[i], keys[i]);
    return list;
}

void SurveyCells::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString value = index.data(Qt::EditRole).toString();
    if (auto *list = qobject_cast<QComboBox *>(editor)) {
        if (list->findData(value) < 0)
            list->addItem(value, value); // no choice of the plan: 「混在（…）」, or one removed since
        list->setCurrentIndex(std::max(0, list->findData(value)));
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(editor); text && text->toPlainText() != value) {
        text->setPlainText(value);
        text->selectAll();
    }
}

void SurveyCells::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *list = qobject_cast<QComboBox *>(editor);
    const QString value = list ? list->currentData().toString() : qobject_cast<QPlainTextEdit *>(editor)->toPlainText();
    if (auto *text = qobject_cast<QPlainTextEdit *>(editor))
        text->document()->setModified(false);
    if (value != index.data(Qt::EditRole).toString())
        model->setData(index, value);
}

void SurveyCells::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect place = option.rect;
    if (qobject_cast<QPlainTextEdit *>(editor)) {
        place.setHeight(std::max(place.height(), textEditorHeight));
        const QRect room = editor->parentWidget()->rect();
        place.moveBottom(std::min(place.bottom(), std::max(room.bottom(), option.rect.bottom())));
    }
    editor->setGeometry(place);
}

bool SurveyCells::eventFilter(QObject *watched, QEvent *event)
{
    auto *text = qobject_cast<QPlainTextEdit *>(watched);
    if (text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (key->modifiers() & Qt::AltModifier) {
                text->insertPlainText(u"\n"_s);
                return true;
            }
            emit commitData(text);
            emit closeEditor(text, SubmitModelCache);
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace shisaku
