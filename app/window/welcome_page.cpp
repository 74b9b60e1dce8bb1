// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/welcome_page.h"

#include "app/samples.h"
#include "models/file/backup.h"
#include "models/item/tool_tip.h"
#include "views/look/menu_text.h"
#include "views/look/spaced_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace shisaku {

namespace {
QPushButton *button(const QString &text)
{
    auto *button = new QPushButton(text);
    button->setMinimumWidth(320);
    button->setMinimumHeight(36);
    return button;
}
} // namespace

WelcomePage::WelcomePage(const ActionCatalog &actions, QWidget *parent) : QWidget(parent), m_recent(new QWidget)
{
    auto *title = new QLabel(tr("施策帖"));
    title->setFont(textFont(16, true));
    auto *purpose = new QLabel(tr("DX推進計画の施策、工程表、個別施策票を、一つのファイルで作り、見せ、印刷します。"));
    auto *steps = new QLabel(spacedText(tr("1　計画を開くか、新しく作ります。初めての方は、見本で試してください。\n"
                                           "2　左の目次で施策を選び、右の個別施策票に入力します。入力はその都度、保存されます。\n"
                                           "3　工程表の帯を動かして期間を決め、F5で発表し、「ファイル」から印刷します。")));
    steps->setTextFormat(Qt::RichText);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::small);
    column->addWidget(title);
    column->addWidget(purpose);
    column->addWidget(steps);
    column->addSpacing(space::large);
    const auto addAction = [&](Command command, const QString &text) {
        QPushButton *shown = button(text);
        connect(shown, &QPushButton::clicked, actions.action(command), &QAction::trigger);
        column->addWidget(shown, 0, Qt::AlignLeft);
    };
    addAction(Command::OpenPlan, tr("計画を開く"));
    addAction(Command::NewPlan, tr("新しい計画を作る"));
    for (const QString &name : sampleNames()) {
        QPushButton *shown = button(tr("%1の見本で試す").arg(sampleTitle(name)));
        connect(shown, &QPushButton::clicked, this, [this, name] { emit sampleRequested(name); });
        column->addWidget(shown, 0, Qt::AlignLeft);
    }
    column->addSpacing(space::large);
    column->addWidget(m_recent);
    new QVBoxLayout(m_recent);
    m_recent->layout()->setContentsMargins({});

    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addLayout(column);
    middle->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(middle);
    layout->addStretch(3);
}

void WelcomePage::setRecent(const QStringList &paths)
{
    qDeleteAll(m_recent->findChildren<QWidget *>());
    if (paths.isEmpty())
        return;
    m_recent->layout()->addWidget(new QLabel(tr("最近使った計画")));
    for (const QString &path : paths) {
        QPushButton *shown = button(withoutKey(planName(path)));
        shown->setToolTip(toolTipOf(path));
        connect(shown, &QPushButton::clicked, this, [this, path] { emit openRequested(path); });
        m_recent->layout()->addWidget(shown);
    }
}

} // namespace shisaku
