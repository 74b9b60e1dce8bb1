// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_row.h"

#include "views/sheet/label_breaks.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int labelWidth = 104;

/// The label with its words whole where it needs several lines.
QString columnLabel(const QString &label, const QFont &font)
{
    const int room = labelWidth - space::medium - 2 * space::tight;
    if (QFontMetrics(font).horizontalAdvance(label) <= room)
        return label;
    for (int lines = 2; lines <= 4; ++lines) {
        if (const QString broken = brokenAtPauses(label, font, room, lines); !broken.isEmpty())
            return broken;
    }
    return label;
}
} // namespace

SheetFormRow::SheetFormRow(const QString &label, FormField *part, bool stacked, QWidget *parent) :
    QWidget(parent), m_part(part), m_label(new QLabel(this)), m_doubt(new DoubtMark(this)), m_stacked(stacked)
{
    QString shown = stacked ? label : columnLabel(label, m_label->font());
    shown.replace(u'&', u"&&"_s); // a label is never a mnemonic
    m_label->setTextFormat(Qt::PlainText);
    m_label->setText(shown);
    m_label->setWordWrap(true);
    m_label->setBuddy(part->firstInput());
    m_label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    part->setName(label);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::tight);
    head->addWidget(m_label, 1);
    head->addWidget(m_doubt, 0, Qt::AlignTop);
    auto *row = new QBoxLayout(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this);
    row->setContentsMargins(space::medium, space::small, space::medium, space::small);
    row->setSpacing(stacked ? space::small : space::medium);
    if (stacked) {
        row->addLayout(head);
    } else {
        auto *column = new QWidget(this);
        column->setFixedWidth(labelWidth - space::medium);
        column->setLayout(head);
        head->setContentsMargins(0, space::tight, space::tight, 0);
        row->addWidget(column, 0, Qt::AlignTop);
    }
    row->addWidget(part, 1);
    updateDoubt();
}

void SheetFormRow::updateDoubt()
{
    m_doubt->setText(m_part->doubt());
}

void SheetFormRow::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(palette());
    QPainter painter(this);
    if (look.medium == Look::Medium::Dark)
        painter.fillRect(rect(), palette().window()); // on the dark ground itself the fields would have no visible edge
    if (!m_stacked)
        painter.fillRect(0, 0, labelWidth, height(), look.head);
    else
        painter.fillRect(0, 0, width(), m_label->geometry().bottom() + space::tight, look.head);
    painter.setPen(look.line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace shisaku
