// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_keys.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapKeys)
};
} // namespace

QList<RoadmapKey> roadmapKeys()
{
    return {
        {Texts::tr("行と帯を移る"), u"↑ ↓ ← →"_s},
        {Texts::tr("折りたたむ、開く"), u"- +"_s},
        {Texts::tr("帯を前後に動かす"), u"Alt+← Alt+→"_s},
        {Texts::tr("帯の終わりを動かす"), u"Shift+← Shift+→"_s},
        {Texts::tr("帯の始まりを動かす"), u"Ctrl+Shift+← Ctrl+Shift+→"_s},
        {Texts::tr("取組、施策の順を変える"), u"Alt+↑ Alt+↓"_s},
        {Texts::tr("新しい帯を加える（空いた所をドラッグしても描けます）"), u"Insert"_s},
        {Texts::tr("帯の文字を直す"), u"F2"_s},
        {Texts::tr("帯の内容を直す"), u"Enter"_s},
        {Texts::tr("動かすのをやめる"), u"Esc"_s},
        {Texts::tr("帯を消す"), u"Delete"_s},
        {Texts::tr("行の帯をすべて選ぶ"), u"Ctrl+A"_s},
        {Texts::tr("次の行の帯も選ぶ"), u"Shift+↑ Shift+↓"_s},
        {Texts::tr("囲んだ帯を選ぶ"), Texts::tr("Shift+ドラッグ")},
        {Texts::tr("選ばずに移る、選ぶ"), Texts::tr("Ctrl+矢印 Ctrl+Space")},
        {Texts::tr("コピー、切り取り、貼り付け"), u"Ctrl+C Ctrl+X Ctrl+V"_s},
        {Texts::tr("複製する"), u"Ctrl+D"_s},
    };
}

QList<RoadmapAction> roadmapActions()
{
    using enum RoadmapAction;
    return {Edit, Rename, Insert, Cut, Copy, Paste, Duplicate, Remove, MoveUp, MoveDown};
}

QString textOf(RoadmapAction action)
{
    switch (action) {
    case RoadmapAction::Edit:
        return Texts::tr("内容を直す(&E)…");
    case RoadmapAction::Rename:
        return Texts::tr("帯の文字を直す(&N)");
    case RoadmapAction::Insert:
        return Texts::tr("新しい帯を加える(&I)");
    case RoadmapAction::Cut:
        return Texts::tr("切り取り(&T)");
    case RoadmapAction::Copy:
        return Texts::tr("コピー(&C)");
    case RoadmapAction::Paste:
        return Texts::tr("貼り付け(&V)");
    case RoadmapAction::Duplicate:
        return Texts::tr("複製する(&M)");
    case RoadmapAction::Remove:
        return Texts::tr("帯を消す(&L)");
    case RoadmapAction::MoveUp:
        return Texts::tr("行を上へ(&U)");
    case RoadmapAction::MoveDown:
        return Texts::tr("行を下へ(&B)");
    }
    return {};
}

QKeySequence keysOf(RoadmapAction action)
{
    switch (action) {
    case RoadmapAction::Edit:
        return Qt::Key_Return;
    case RoadmapAction::Rename:
        return Qt::Key_F2;
    case RoadmapAction::Insert:
        return Qt::Key_Insert;
    case RoadmapAction::Cut:
        return QKeySequence::Cut;
    case RoadmapAction::Copy:
        return QKeySequence::Copy;
    case RoadmapAction::Paste:
        return QKeySequence::Paste;
    case RoadmapAction::Duplicate:
        return Qt::CTRL | Qt::Key_D;
    case RoadmapAction::Remove:
        return Qt::Key_Delete;
    case RoadmapAction::MoveUp:
        return Qt::ALT | Qt::Key_Up;
    case RoadmapAction::MoveDown:
        return Qt::ALT | Qt::Key_Down;
    }
    return {};
}

std::optional<RoadmapAction> roadmapActionOf(const QKeyEvent &event)
{
    const auto held = event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier);
    const QKeySequence pressed(event.key() | held);
    for (const RoadmapAction action : roadmapActions()) {
        if (keysOf(action) == pressed)
            return action;
    }
    // The other keys of the clipboard, as Ctrl+Insert and Shift+Insert.
    if (event.matches(QKeySequence::Copy))
        return RoadmapAction::Copy;
    if (event.matches(QKeySequence::Cut))
        return RoadmapAction::Cut;
    if (event.matches(QKeySequence::Paste))
        return RoadmapAction::Paste;
    return {};
}

} // namespace shisaku
