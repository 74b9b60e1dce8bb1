// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/action_catalog.h"

#include "views/look/icons.h"

#include <QHelpEvent>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolTip>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
enum Flag {
    Plain = 0,
    Starts = 1, // begins a group of its menu
    Tool = 2,   // stands in the tool bar
    StartsTool = 4,
    Checkable = 8,
    OfPlan = 16,    // needs an open plan
    Edits = 32,     // needs one that can be changed
    OfMeasure = 64, // needs a measure to be current
    Leaves = 128,   // takes something out of the program
    Draws = 256,    // takes a picture out of it
};

struct Entry {
    Command command;
    MenuId menu;
    const char *text;
    const char *icon;
    const char *keys; // several are separated by ", "
    int flags;
};

const Entry entries[] = {
    {Command::NewPlan, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "新しい計画(&N)…"), "new", "Ctrl+N", Plain},
    {Command::OpenPlan, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "開く(&O)…"), "open", "Ctrl+O", Tool},
    {Command::SaveState, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "保存の確認(&S)"), "", "Ctrl+S", Starts | OfPlan},
    {Command::SaveCopy, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "名前を付けて保存（複製）(&A)…"), "", "F12",
     OfPlan | Leaves},
    {Command::NameEdition, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "版として名前を付ける(&E)…"), "", "Ctrl+Shift+S",
     Edits},
    {Command::SubmissionCopy, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "提出用コピーを作る(&M)…"), "", "", OfPlan | Leaves},
    {Command::Backups, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "控えから取り戻す(&B)…"), "", "", OfPlan},
    {Command::RepairPlan, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "壊れた計画を修復(&V)…"), "", "", Plain},
    {Command::TakeOver, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "編集を引き継ぐ(&K)…"), "", "", Plain},
    {Command::PrintSheet, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "この施策の票を印刷(&P)…"), "print", "Ctrl+P",
     Starts | Tool | StartsTool | OfPlan | OfMeasure | Leaves},
    {Command::PrintAllSheets, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "すべての票を印刷(&H)…"), "", "Ctrl+Shift+P",
     OfPlan | Leaves},
    {Command::PrintRoadmap, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "工程表を印刷(&R)…"), "", "", OfPlan | Leaves},
    {Command::PrintList, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "施策一覧表を印刷(&L)…"), "", "", OfPlan | Leaves},
    {Command::PrintEffects, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "業務効率化の取組状況を印刷(&J)…"), "", "",
     OfPlan | Leaves},
    {Command::PrintProgress, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "進捗状況の資料を印刷(&G)…"), "", "",
     OfPlan | Leaves},
    {Command::PrintIndicators, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "指標を印刷(&I)…"), "", "", OfPlan | Leaves},
    {Command::PrintTree, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "体系図を印刷(&T)…"), "", "", OfPlan | Leaves},
    {Command::PrintBodies, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "推進体制を印刷(&U)…"), "", "", OfPlan | Leaves},
    {Command::PrintGlossary, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "用語説明を印刷(&Y)…"), "", "", OfPlan | Leaves},
    {Command::PrintBook, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "計画書を作る(&W)…"), "", "", OfPlan | Leaves},
    {Command::PrintGuide, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "票の見方を印刷(&D)…"), "", "", OfPlan | Leaves},
    {Command::CloseWindow, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "閉じる(&C)"), "", "Ctrl+W", Starts},
    {Command::Quit, MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "終了(&X)"), "", "Ctrl+Q", Plain},
    {Command::Undo, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "元に戻す(&U)"), "undo", "Ctrl+Z", Tool | StartsTool | Edits},
    {Command::Redo, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "やり直す(&R)"), "redo", "Ctrl+Y, Ctrl+Shift+Z", Tool | Edits},
    {Command::Cut, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "切り取り(&T)"), "", "Ctrl+X", Starts},
    {Command::Copy, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "コピー(&C)"), "", "Ctrl+C", Plain},
    {Command::Paste, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "貼り付け(&P)"), "", "Ctrl+V", Plain},
    {Command::SelectAll, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "すべて選択(&A)"), "", "Ctrl+A", Plain},
    {Command::Find, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "検索(&F)"), "search", "Ctrl+F", Starts | OfPlan},
    {Command::Filter, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "絞り込み(&L)"), "", "Ctrl+L", OfPlan},
    {Command::ClearFilter, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "絞り込みをすべて解除(&I)"), "", "Ctrl+Alt+L", OfPlan},
    {Command::AddMeasure, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "施策を追加(&N)"), "add", "Ctrl+Shift+N",
     Starts | Edits},
    {Command::RemoveMeasure, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "この施策を削除(&D)"), "remove", "",
     Edits | OfMeasure},
    {Command::EndMeasure, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "施策の終了(&E)…"), "", "", Edits | OfMeasure},
    {Command::CopyMeasures, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "施策をコピー(&Y)"), "", "",
     OfPlan | OfMeasure | Leaves},
    {Command::PasteMeasures, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "施策を貼り付け(&V)"), "", "", Edits},
    {Command::PlanSettings, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "計画の設定(&S)…"), "", "Ctrl+,", Starts | OfPlan},
    {Command::EditSheetTemplate, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "票の様式(&M)…"), "", "", OfPlan},
    {Command::CopyPicture, MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "工程表を画像としてコピー(&G)"), "", "Ctrl+Shift+C",
     Starts | OfPlan | Draws},
    {Command::ShowOutline, MenuId::View, QT_TRANSLATE_NOOP("ActionCatalog", "計画の目次(&O)"), "outline", "Ctrl+1",
     Checkable | Tool | StartsTool},
    {Command::ShowSheet, MenuId::View, QT_TRANSLATE_NOOP("ActionCatalog", "個別施策票(&S)"), "sheet", "Ctrl+2", Checkable | Tool},
    {Command::DetailMeasures, MenuId::View, QT_TRANSLATE_NOOP("ActionCatalog", "施策ごとに表示(&M)"), "measures", "Ctrl+3",
     Starts | Checkable},
    {Command::DetailInitiatives, MenuId::View, QT_TRANSLATE_NOOP("ActionCatalog", "取組ごとに表示(&I)"), "initiatives", "Ctrl+4",
     Checkable},
    {Command::ZoomIn, MenuId::View, QT_TRANSLATE_NOOP("ActionCatalog", "拡大(&Z)"), "zoom-in", "Ctrl++, Ctrl+;",
     Starts | Tool | StartsTool | OfPlan},
    {Command::ZoomOut, MenuId::View, QT_TRANSLATE_NOOP("ActionCatalog", "縮小(&U)"), "zoom-out", "Ctrl+-", Tool | OfPlan},
    {Command::ZoomReset, MenuId::View, QT_TRANSLATE_NOOP("ActionCatalog", "計画の全期間を表示(&W)"), "", "Ctrl+0", OfPlan},
    {Command::Present, MenuId::View, QT_TRANSLATE_NOOP("ActionCatalog", "発表(&P)"), "present", "F5",
     Starts | Tool | StartsTool | OfPlan},
    {Command::SaveScene, MenuId::View, QT_TRANSLATE_NOOP("ActionCatalog", "場面として保存(&A)…"), "", "Ctrl+Shift+B", Edits},
    {Command::ManageScenes, MenuId::View, QT_TRANSLATE_NOOP("ActionCatalog", "発表の場面(&C)…"), "", "Shift+F5", OfPlan},
    {Command::DarkLook, MenuId::View, QT_TRANSLATE_NOOP("ActionCatalog", "暗い配色(&D)"), "", "", Starts | Checkable},
    {Command::FullScreen, MenuId::View, QT_TRANSLATE_NOOP("ActionCatalog", "全画面(&F)"), "", "F11", Checkable},
    {Command::SwitchYear, MenuId::Plan, QT_TRANSLATE_NOOP("ActionCatalog", "年度切替(&Y)…"), "", "", Starts | Edits},
    {Command::Reorganise, MenuId::Plan, QT_TRANSLATE_NOOP("ActionCatalog", "機構改革(&K)…"), "", "", Edits},
    {Command::NextPlan, MenuId::Plan, QT_TRANSLATE_NOOP("ActionCatalog", "次期計画を作る(&J)…"), "", "", Edits | Leaves},
    {Command::BudgetRequests, MenuId::Plan, QT_TRANSLATE_NOOP("ActionCatalog", "年度別の予算要求(&B)…"), "", "", Starts | OfPlan},
    {Command::Shortcuts, MenuId::Help, QT_TRANSLATE_NOOP("ActionCatalog", "キー操作の一覧(&K)"), "", "F1", Plain},
    {Command::About, MenuId::Help, QT_TRANSLATE_NOOP("ActionCatalog", "施策帖について(&A)"), "", "", Starts},
};

struct MenuTitle {
    MenuId id;
    const char *text;
};
constexpr MenuTitle menus[] = {{MenuId::File, QT_TRANSLATE_NOOP("ActionCatalog", "ファイル(&F)")},
                               {MenuId::Edit, QT_TRANSLATE_NOOP("ActionCatalog", "編集(&E)")},
                               {MenuId::View, QT_TRANSLATE_NOOP("ActionCatalog", "表示(&V)")},
                               {MenuId::Plan, QT_TRANSLATE_NOOP("ActionCatalog", "計画(&L)")},
                               {MenuId::Help, QT_TRANSLATE_NOOP("ActionCatalog", "ヘルプ(&H)")}};

/// A command's text without mnemonic and dots: for tool tips and the shortcut sheet.
QString plainText(QString text)
{
    if (const qsizetype mnemonic = text.indexOf(u"(&"_s); mnemonic >= 0)
        text.remove(mnemonic, 4);
    return text.remove(u'…');
}

/// A menu whose commands tell under the mouse what hinders them.
class CommandMenu : public QMenu {
public:
    using QMenu::QMenu;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip)
            return QMenu::event(event);
        const auto *help = static_cast<QHelpEvent *>(event);
        const QAction *action = actionAt(help->pos());
        const bool hindered = action && !action->isEnabled();
        QToolTip::showText(help->globalPos(), hindered ? action->statusTip() : QString(), this);
        return true;
    }
};
} // namespace

ActionCatalog::ActionCatalog(QWidget *window) : QObject(window)
{
    for (const Entry &entry : entries) {
        auto *action = new QAction(tr(entry.text), window);
        QList<QKeySequence> keys;
        for (const QString &key : QString::fromLatin1(entry.keys).split(u", "_s, Qt::SkipEmptyParts))
            keys << QKeySequence(key);
        action->setShortcuts(keys);
        action->setCheckable(entry.flags & Checkable);
        window->addAction(action);
        m_actions.insert(entry.command, action);
        m_toolTips.insert(entry.command,
                          keys.isEmpty()
                              ? plainText(action->text())
                              : tr("%1（%2）").arg(plainText(action->text()), keys.first().toString(QKeySequence::NativeText)));
        allow(entry.command, {});
    }
    allow(Command::TakeOver, tr("ほかの人が編集している計画を閲覧しているときに使えます。"));
}

std::optional<Leaving> ActionCatalog::leaving(Command command)
{
    const auto entry = std::find_if(std::begin(entries), std::end(entries), [&](const Entry &e) { return e.command == command; });
    if (entry->flags & Draws)
        return Leaving::Pictures;
    return entry->flags & Leaves ? std::optional(Leaving::Content) : std::nullopt;
}

QHash<MenuId, QMenu *> ActionCatalog::fillMenuBar(QMenuBar *bar) const
{
    QHash<MenuId, QMenu *> made;
    for (const MenuTitle &title : menus) {
        made.insert(title.id, new CommandMenu(tr(title.text), bar));
        bar->addMenu(made[title.id]);
    }
    for (const Entry &entry : entries) {
        QMenu *menu = made[entry.menu];
        if (entry.flags & Starts)
            menu->addSeparator();
        menu->addAction(action(entry.command));
    }
    return made;
}

void ActionCatalog::fillToolBar(QToolBar *bar) const
{
    bar->setObjectName(u"tools"_s);
    bar->setMovable(false);
    bar->setIconSize(QSize(20, 20));
    for (const Entry &entry : entries) {
        if (!(entry.flags & Tool))
            continue;
        if (entry.flags & StartsTool)
            bar->addSeparator();
        bar->addAction(action(entry.command));
    }
}

void ActionCatalog::offer(bool open, bool editable, bool measure) const
{
    for (const Entry &entry : entries) {
        if (!(entry.flags & (OfPlan | Edits | OfMeasure)))
            continue;
        allow(entry.command, !open                                ? tr("計画を開くと使えます。")
                             : !editable && (entry.flags & Edits) ? tr("この計画は閲覧のみのため、使えません。")
                             : !measure && (entry.flags & OfMeasure) ? tr("施策を選ぶと使えます。")
                                                                     : QString());
    }
}

void ActionCatalog::allow(Command command, const QString &obstacle) const
{
    action(command)->setEnabled(obstacle.isEmpty());
    action(command)->setStatusTip(obstacle);
    action(command)->setToolTip(obstacle.isEmpty() ? m_toolTips.value(command) : m_toolTips.value(command) + u'\n' + obstacle);
}

void ActionCatalog::setLook(const Look &look)
{
    for (const Entry &entry : entries) {
        if (*entry.icon)
            action(entry.command)->setIcon(lineIcon(QString::fromLatin1(entry.icon), look));
    }
}

QList<ActionCatalog::Shortcut> ActionCatalog::shortcuts() const
{
    QList<Shortcut> list;
    for (const MenuTitle &menu : menus) {
        for (const Entry &entry : entries) {
            const QString keys = action(entry.command)->shortcut().toString(QKeySequence::NativeText);
            if (entry.menu == menu.id && !keys.isEmpty())
                list.append({plainText(tr(menu.text)), plainText(tr(entry.text)), keys});
        }
    }
    return list;
}

} // namespace shisaku
