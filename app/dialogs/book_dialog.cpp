// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/book_dialog.h"

#include "views/look/screen_room.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace shisaku {

namespace {
constexpr int lineHeight = 24;
} // namespace

BookDialog::BookDialog(const Plan &plan, QWidget *parent) :
    QDialog(parent), m_parts(new QListWidget), m_mark(new QLineEdit),
    m_notes(new QCheckBox(tr("票の注（※）を、計画書を通した番号にする(&N)"))), m_up(new QPushButton(tr("上へ(&U)"))),
    m_down(new QPushButton(tr("下へ(&D)")))
{
    setWindowTitle(tr("計画書を作る"));
    resizeOnScreen(*this, QSize(460, 540));
    m_parts->setAccessibleName(tr("計画書の構成"));
    m_parts->setDragDropMode(QAbstractItemView::InternalMove);
    for (const Paper part : bookParts(plan)) {
        auto *item = new QListWidgetItem(paperEntry(part).shownTitle(), m_parts);
        item->setData(Qt::UserRole, static_cast<int>(part));
        item->setSizeHint(QSize(0, lineHeight));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    m_parts->setCurrentRow(0);
    m_mark->setPlaceholderText(tr("案、未定稿など。空欄なら何も付けません。"));

    auto *form = new QFormLayout(this);
    form->setContentsMargins(space::large, space::large, space::large, space::large);
    form->setSpacing(space::small);
    form->addRow(new QLabel(tr("載せるものを選び、順に並べてください。表紙と目次は先頭に置かれます。")));
    form->addRow(m_parts);
    auto *order = new QHBoxLayout;
    order->addWidget(m_up);
    order->addWidget(m_down);
    order->addStretch(1);
    form->addRow(order);
    form->addRow(tr("表示(&M)"), m_mark);
    form->addRow(m_notes);
    m_notes->setVisible(plan.rows<Footnote>().size() > 0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter never throws the answers away
    m_go = buttons->addButton(tr("印刷プレビュー(&P)"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_parts, &QListWidget::currentRowChanged, this, &BookDialog::update);
    connect(m_parts, &QListWidget::itemChanged, this, &BookDialog::update);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    update();
}

PaperOptions BookDialog::options() const
{
    PaperOptions options;
    for (int i = 0; i < m_parts->count(); ++i) {
        if (m_parts->item(i)->checkState() == Qt::Checked)
            options.parts << static_cast<Paper>(m_parts->item(i)->data(Qt::UserRole).toInt());
    }
    options.head.mark = m_mark->text().trimmed();
    options.notesThroughPlan = m_notes->isChecked();
    return options;
}

void BookDialog::move(int by)
{
    const int row = m_parts->currentRow();
    m_parts->insertItem(row + by, m_parts->takeItem(row));
    m_parts->setCurrentRow(row + by);
}

void BookDialog::update()
{
    const int row = m_parts->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_parts->count());
    m_go->setEnabled(!options().parts.isEmpty());
}

} // namespace shisaku
