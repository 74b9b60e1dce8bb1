// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_cells.h"

#include "models/item/child_rows_model.h"
#include "views/sheet/form_field.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QTreeView>

namespace shisaku {

namespace {
constexpr int markWidth = 16;
constexpr int paddingX = 4;
constexpr int paddingY = 4;
constexpr int minimumHeight = 26;

QRect textPlace(const QRect &cell, bool marked)
{
    return cell.adjusted(paddingX, paddingY, marked ? -markWidth : -paddingX, -paddingY);
}

bool wraps(const QModelIndex &index)
{
    return index.column() == 0 || index.data(ChildRowsModel::LongTextRole).toBool();
}
} // namespace

CellDelegate::CellDelegate(bool heads, QObject *parent) :
    CellEditing({ChildRowsModel::OptionKeysRole, ChildRowsModel::OptionLabelsRole, ChildRowsModel::LongTextRole}, parent),
    m_heads(heads)
{}

QFont CellDelegate::cellFont(const QFont &font, const QModelIndex &index) const
{
    QFont own = font;
    own.setBold(m_heads && index.column() == 0 && !index.parent().isValid());
    return own;
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

    const Look &look = Look::of(view.palette());
    const bool selected = cell.state & QStyle::State_Selected;
    const bool marked = !index.data(ChildRowsModel::DoubtRole).toString().isEmpty();
    const QRect place = textPlace(option.rect, marked);
    QColor ink = cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    if (!index.data(ChildRowsModel::RefusedRole).toString().isEmpty() && !selected)
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
                             QRectF(place.right() + 1, option.rect.top(), markWidth, qMin(minimumHeight, option.rect.height())),
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
        return {width, minimumHeight};
    if (index.column() == 0 && index.parent().isValid())
        width -= view->indentation();
    const bool marked = !index.data(ChildRowsModel::DoubtRole).toString().isEmpty();
    const QRect place = textPlace(QRect(0, 0, width, 10000), marked);
    const QRect needed = QFontMetrics(cellFont(option.font, index))
                             .boundingRect(place, Qt::TextWrapAnywhere, index.data().toString());
    return {width, qMax(minimumHeight, needed.height() + 2 * paddingY + 1)};
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

} // namespace shisaku
