// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/grid/grid_cells.h"

#include "models/item/grid_model.h"
#include "models/item/tool_tip.h"
#include "views/look/status_mark.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QTextLayout>
#include <QtMath>
#include <QToolTip>

#include <utility>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int paddingX = 6;
constexpr int paddingY = 5;
constexpr int levelWidth = 16;
constexpr int doubtSize = 7;
constexpr double printedPoints = 8.5;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(GridCells)
};

bool isBold(const QModelIndex &index)
{
    return index.data(GridModel::TotalRole).toBool() || (index.column() == 0 && index.data(GridModel::WholeRole).toBool());
}

QFont cellFont(const QFont &font, const QModelIndex &index)
{
    QFont own = index.data(GridModel::NumberRole).toBool() ? figureFont(font.pointSizeF()) : font;
    own.setBold(isBold(index));
    return own;
}

/// Names of offices are not broken: a line ends behind a divider.
QString flowedNames(const QString &text, const QFontMetrics &metrics, int width)
{
    QString flowed;
    QString line;
    QString name;
    for (qsizetype i = 0; i < text.size(); ++i) {
        name += text[i];
        if (text[i] != u'、' && text[i] != u'・' && text[i] != u'：' && i + 1 < text.size())
            continue;
        if (!line.isEmpty() && metrics.horizontalAdvance(line + name) > width) {
            flowed += line + u'\n';
            line.clear();
        }
        line += std::exchange(name, {});
    }
    return flowed + line;
}

/// The text as it stands in a cell of several lines.
QString flowed(const QModelIndex &index, const QFontMetrics &metrics, int width)
{
    const QString text = index.data().toString();
    return index.data(GridModel::NamesRole).toBool() ? flowedNames(text, metrics, width) : text;
}

QString inOneLine(QString text)
{
    return text.replace(u'\n', u' ');
}

/// The document's own figure stays beside the computed one: neither replaces the other.
void paintBoth(QPainter &painter, const QRect &place, int alignment, const QString &text, const QString &printed, const QColor &ink)
{
    const int half = place.height() / 2;
    painter.drawText(place.adjusted(0, 0, 0, -half), alignment, text);
    painter.setFont(figureFont(printedPoints));
    painter.setPen(ink);
    const QRect below = place.adjusted(-paddingX + 1, half, 0, 0);
    // Where the document's figure is all there is, it stands above already.
    const QString named = printed == text ? Texts::tr("原典") : Texts::tr("原典 %1").arg(printed);
    const bool fits = painter.fontMetrics().horizontalAdvance(named) <= below.width();
    painter.drawText(below, alignment, fits ? named : printed);
}

/// Lines around a cell, and the frame of the current one.
void paintFrame(QPainter &painter, const QRect &cell, const Look &look, bool total, bool current)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(look.line);
    painter.drawLine(cell.bottomLeft(), cell.bottomRight());
    painter.drawLine(cell.topRight(), cell.bottomRight());
    if (total) {
        painter.setPen(QPen(look.strongLine, 2));
        painter.drawLine(cell.topLeft(), cell.topRight());
    }
    if (current) {
        painter.setPen(QPen(look.accent, 2));
        painter.drawRect(cell.adjusted(1, 1, -2, -2));
    }
}
constexpr double lineDistance = 1.2; ///< Of the font's height; solid, Japanese text can hardly be read.

/// Breaks a text into lines of a width; returns how high they are together.
double setInLines(QTextLayout &layout, double width, int alignment)
{
    QTextOption option(Qt::Alignment(alignment & Qt::AlignHorizontal_Mask));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setText(layout.text().replace(u'\n', QChar::LineSeparator));
    double y = 0;
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        height = y + line.height();
        y += line.height() * lineDistance;
    }
    layout.endLayout();
    return height;
}

/// In the middle of the place, or from its top where they need more room.
void paintLines(QPainter &painter, const QRect &place, int alignment, const QString &text)
{
    QTextLayout layout(text, painter.font());
    const double height = setInLines(layout, place.width(), alignment);
    layout.draw(&painter, QPointF(place.left(), place.top() + qMax(0.0, (place.height() - height) / 2)));
}
} // namespace

GridCells::GridCells(QObject *parent) : QStyledItemDelegate(parent) {}

int GridCells::indentation(const QModelIndex &index)
{
    return index.column() == 0 ? levelWidth * index.data(GridModel::LevelRole).toInt() : 0;
}

bool GridCells::wraps(const QModelIndex &index) const
{
    return index.data(GridModel::WrapsRole).toBool() || (m_longWraps && index.data(GridModel::LongTextRole).toBool());
}

void GridCells::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Look &look = Look::of(option.widget->palette());
    const bool selected = option.state & QStyle::State_Selected;
    const bool total = index.data(GridModel::TotalRole).toBool();
    const bool fixed = !index.flags().testFlag(Qt::ItemIsEditable);
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const bool current = view && view->currentIndex() == index && view->hasFocus();
    const bool refused = !index.data(GridModel::RefusedRole).toString().isEmpty();
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    painter->fillRect(option.rect, selected ? look.accentFill : total || fixed ? look.head : look.ground);
    QRect place = option.rect.adjusted(paddingX + indentation(index), paddingY, -paddingX, -paddingY);
    const int alignment = static_cast<int>((index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignHorizontal_Mask)
                                           | Qt::AlignVCenter);
    painter->setFont(cellFont(option.font, index));
    if (const QString mark = index.data(GridModel::MarkRole).toString(); !mark.isEmpty()) {
        painter->setPen(statusColour(look, index.data(GridModel::ToneRole).toInt()));
        place.setLeft(place.left() + qRound(drawMarked(*painter, place, Qt::AlignLeft, mark)) + space::tight);
    }
    painter->setPen(refused ? look.warn : look.ink);
    const QString printed = index.data(GridModel::PrintedRole).toString();
    if (!printed.isEmpty())
        paintBoth(*painter, place, alignment, index.data().toString(), printed, look.warn);
    else if (wraps(index))
        paintLines(*painter, place, alignment, flowed(index, painter->fontMetrics(), place.width()));
    else
        painter->drawText(place, alignment,
                          painter->fontMetrics().elidedText(inOneLine(index.data().toString()), Qt::ElideRight, place.width()));
    if (!index.data(GridModel::DoubtRole).toString().isEmpty()) {
        const QPoint corner = option.rect.topRight();
        painter->setBrush(look.warn);
        painter->setPen(Qt::NoPen);
        painter->drawPolygon(QPolygon({corner, corner - QPoint(doubtSize, 0), corner + QPoint(0, doubtSize)}));
    }
    paintFrame(*painter, option.rect, look, total, current);
    painter->restore();
}

int GridCells::widthNeeded(const QFont &font, const QModelIndex &index) const
{
    const QFontMetrics metrics(cellFont(font, index));
    int width = 0;
    for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(GridModel::PrintedRole)})
        width = qMax(width, metrics.horizontalAdvance(inOneLine(index.data(role).toString())));
    if (const QString mark = index.data(GridModel::MarkRole).toString(); !mark.isEmpty())
        width += qRound(markedWidth(font, mark)) + space::tight;
    return width == 0 ? 0 : width + indentation(index) + 2 * paddingX + space::tight;
}

int GridCells::heightNeeded(const QFont &font, const QModelIndex &index, int width) const
{
    if (!index.data(GridModel::PrintedRole).toString().isEmpty())
        return qMax(m_leastHeight, 2 * QFontMetrics(font).height() + 2 * paddingY);
    if (!wraps(index))
        return m_leastHeight;
    const QRect room(0, 0, width - 2 * paddingX - indentation(index), 10000);
    const QFontMetrics metrics(cellFont(font, index));
    const QString text = flowed(index, metrics, room.width());
    if (metrics.horizontalAdvance(text) <= room.width() && !text.contains(u'\n'))
        return m_leastHeight;
    QTextLayout layout(text, cellFont(font, index));
    return qMax(m_leastHeight, qCeil(setInLines(layout, room.width(), Qt::AlignLeft)) + 2 * paddingY + 2);
}

QSize GridCells::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const int width = view ? view->columnWidth(index.column()) : option.rect.width();
    return {width, heightNeeded(option.font, index, width)};
}

bool GridCells::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString text = index.data().toString();
    if (event->type() != QEvent::ToolTip || wraps(index) || widthNeeded(option.font, index) - space::tight <= option.rect.width())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    // There was no room for all of it.
    const QString tip = index.data(Qt::ToolTipRole).toString();
    QToolTip::showText(event->globalPos(), toolTipOf(text) + tip, view);
    return true;
}

} // namespace shisaku
