// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/grid/grid_find.h"

#include "views/grid/grid_view.h"
#include "views/look/look.h"
#include "views/look/text_undo.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace shisaku {

namespace {
constexpr int textWidth = 220;
}

GridFind::GridFind(GridView *grid, QWidget *parent) : QWidget(parent), m_grid(grid), m_text(new QLineEdit), m_answer(new QLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(space::tight);
    m_text->setFont(textFont(9.5));
    m_text->setPlaceholderText(tr("表の中を検索"));
    m_text->setAccessibleName(tr("表の中を検索"));
    m_text->setMaximumWidth(textWidth);
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    TextUndo::of(m_text)->setSearch();
    row->addWidget(m_text);
    const auto button = [&](const QString &text, const QString &hint, auto slot) {
        auto *made = new QPushButton(text);
        made->setFont(textFont(9));
        made->setToolTip(hint);
        made->setAccessibleName(hint);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, slot);
        row->addWidget(made);
    };
    button(tr("前へ"), tr("前のセルへ移ります（Shift+F3）。"), [this] { find(-1); });
    button(tr("次へ"), tr("次のセルへ移ります（F3）。"), [this] { find(1); });
    button(tr("閉じる"), tr("検索を終わります（Esc）。"), [this] { leave(); });
    m_answer->setFont(textFont(9));
    m_answer->setForegroundRole(QPalette::BrightText);
    row->addWidget(m_answer, 1);
    connect(m_text, &QLineEdit::textChanged, m_answer, &QLabel::clear);
    hide();
}

void GridFind::open()
{
    show();
    m_text->selectAll();
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void GridFind::find(int steps)
{
    if (m_text->text().isEmpty())
        return open();
    m_answer->setText(m_grid->findNext(m_text->text(), steps) ? QString() : tr("見つかりません。"));
}

void GridFind::leave()
{
    hide();
    m_grid->setFocus(Qt::OtherFocusReason);
}

bool GridFind::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        find(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace shisaku
