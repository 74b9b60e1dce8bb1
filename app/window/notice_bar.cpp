// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/notice_bar.h"

#include "models/item/tool_tip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace shisaku {

NoticeBar::NoticeBar(QWidget *parent) : QFrame(parent), m_text(new QLabel)
{
    auto *close = new QToolButton;
    close->setText(tr("閉じる"));
    close->setAutoRaise(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::medium, space::tight, space::small, space::tight);
    layout->addWidget(m_text, 1);
    layout->addWidget(close);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    m_text->setForegroundRole(QPalette::ToolTipText);
    setVisible(false);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
}

void NoticeBar::tell(const QString &sentence)
{
    m_text->setText(sentence);
    m_text->setToolTip({});
    setAccessibleName(sentence);
    setVisible(true);
}

void NoticeBar::tell(const Error &error)
{
    tell(error.message());
    m_text->setToolTip(toolTipOf(error.detail));
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace shisaku
