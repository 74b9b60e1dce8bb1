// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/effects/record_cells.h"

#include "models/item/record_table.h"
#include "views/effects/chart_view.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFontMetrics>
#include <QLineEdit>
#include <QPainter>
#include <QStringListModel>
#include <QTableView>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int paddingX = 6;
constexpr int paddingY = 5;
constexpr int minimumHeight = 30;
constexpr double printedPoints = 8.5;

bool wraps(const QModelIndex &index)
{
    const auto *model = qobject_cast<const RecordModel *>(index.model());
    return model && model->table().columns.at(index.column()).wraps;
}

QFont cellFont(const QFont &font, const QModelIndex &index)
{
    QFont own = index.data(RecordModel::NumberRole).toBool() ? figureFont(font.pointSizeF()) : font;
    own.setBold(index.data(RecordModel::TotalRole).toBool());
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

bool holdsNames(const QModelIndex &index)
{
    const auto *model = qobject_cast<const RecordModel *>(index.model());
    return model && model->table().columns.at(index.column()).proposals;
}

/// Where the last of several names begins.
qsizetype lastName(const QString &text)
{
    qsizetype start = 0;
    for (const QChar divider : {u'、', u'，', u',', u';', u'；'})
        start = qMax(start, text.lastIndexOf(divider) + 1);
    return start;
}
} // namespace

RecordCells::RecordCells(QObject *parent) :
    CellEditing({RecordModel::OptionKeysRole, RecordModel::OptionLabelsRole, RecordModel::LongTextRole}, parent)
{}

QWidget *RecordCells::lineEditor(QWidget *parent, const QModelIndex &index) const
{
    auto *line = new QLineEdit(parent);
    line->setFrame(false);
    line->setAlignment(index.data(RecordModel::NumberRole).toBool() ? Qt::AlignRight : Qt::AlignLeft);
    const auto *model = qobject_cast<const RecordModel *>(index.model());
    const auto proposals = model->table().columns.at(index.column()).proposals;
    if (!proposals)
        return line;
    auto *names = new QStringListModel(line);
    auto *completer = new QCompleter(names, line);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setWidget(line); // the line itself does not know that only the last name is completed
    connect(line, &QLineEdit::textEdited, completer, [line, names, completer, proposals, model] {
        const QString typed = line->text().mid(lastName(line->text())).trimmed();
        const QStringList found = typed.isEmpty() ? QStringList() : proposals(model->document().plan(), typed);
        names->setStringList(found);
        if (found.isEmpty() || (found.size() == 1 && found.first() == typed))
            return completer->popup()->hide();
        completer->complete();
        completer->popup()->setCurrentIndex(names->index(0));
    });
    connect(completer, qOverload<const QString &>(&QCompleter::activated), line,
            [line](const QString &name) { line->setText(line->text().first(lastName(line->text())) + name); });
    return line;
}

void RecordCells::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Look &look = Look::of(option.widget->palette());
    const bool selected = option.state & QStyle::State_Selected;
    const bool total = index.data(RecordModel::TotalRole).toBool();
    const bool editable = index.flags().testFlag(Qt::ItemIsEditable);
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const bool current = view && view->currentIndex() == index && view->hasFocus();
    const bool refused = !index.data(RecordModel::RefusedRole).toString().isEmpty();
    painter->save();
    painter->fillRect(option.rect, selected ? look.accentFill : total || !editable ? look.head : look.ground);
    const QRect place = option.rect.adjusted(paddingX, paddingY, -paddingX, -paddingY);
    const int horizontal = static_cast<int>(index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignHorizontal_Mask);
    QString text = index.data().toString();
    const QString printed = index.data(RecordModel::PrintedRole).toString();
    painter->setFont(cellFont(option.font, index));
    painter->setPen(refused ? look.warn : look.ink);
    if (!printed.isEmpty()) {
        // The document's own figure stays beside the computed one: neither replaces the other.
        const int half = place.height() / 2;
        painter->drawText(place.adjusted(0, 0, 0, -half), horizontal | Qt::AlignVCenter, text);
        painter->setFont(figureFont(printedPoints));
        painter->setPen(look.warn);
        const QRect below = place.adjusted(-paddingX + 1, half, 0, 0);
        // Where the document's figure is all there is, it stands above already.
        const QString named = printed == text ? tr("原典") : tr("原典 %1").arg(printed);
        const bool fits = painter->fontMetrics().horizontalAdvance(named) <= below.width();
        painter->drawText(below, horizontal | Qt::AlignVCenter, fits ? named : printed);
    } else if (wraps(index)) {
        if (holdsNames(index))
            text = flowedNames(text, painter->fontMetrics(), place.width());
        painter->drawText(place, horizontal | Qt::AlignVCenter | Qt::TextWordWrap, text);
    } else {
        painter->drawText(place, horizontal | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    }
    if (!index.data(RecordModel::DoubtRole).toString().isEmpty()) {
        const QPoint corner = option.rect.topRight();
        painter->setBrush(look.warn);
        painter->setPen(Qt::NoPen);
        painter->drawPolygon(QPolygon({corner, corner - QPoint(7, 0), corner + QPoint(0, 7)}));
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(look.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
    if (total) {
        painter->setPen(QPen(look.strongLine, 2));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
    if (current) {
        painter->setPen(QPen(look.accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize RecordCells::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const int width = view ? view->columnWidth(index.column()) : option.rect.width();
    int height = minimumHeight;
    if (!index.data(RecordModel::PrintedRole).toString().isEmpty())
        height = 2 * QFontMetrics(option.font).height() + 2 * paddingY;
    if (wraps(index)) {
        const QRect room(0, 0, width - 2 * paddingX, 10000);
        const QFontMetrics metrics(cellFont(option.font, index));
        const QString text = index.data().toString();
        const QRect needed = metrics.boundingRect(room, Qt::TextWordWrap,
                                                  holdsNames(index) ? flowedNames(text, metrics, room.width()) : text);
        height = qMax(height, needed.height() + 2 * paddingY + 2);
    }
    return {width, height};
}

} // namespace shisaku
