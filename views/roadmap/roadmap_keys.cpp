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

QList<RoadmapDeed> roadmapDeeds()
{
    using enum RoadmapDeed;
    return {Edit, Rename, Insert, Cut, Copy, Paste, Duplicate, Remove, MoveUp, MoveDown};
}

QString textOf(RoadmapDeed deed)
{
    switch (deed) {
    case RoadmapDeed::Edit:
        return Texts::tr("内容を直す(&E)…");
    case RoadmapDeed::Rename:
        return Texts::tr("帯の文字を直す(&N)");
    case RoadmapDeed::Insert:
        return Texts::tr("新しい帯を加える(&I)");
    case RoadmapDeed::Cut:
        return Texts::tr("切り取り(&T)");
    case RoadmapDeed::Copy:
        return Texts::tr("コピー(&C)");
    case RoadmapDeed::Paste:
        return Texts::tr("貼り付け(&V)");
    case RoadmapDeed::Duplicate:
        return Texts::tr("複製する(&M)");
    case RoadmapDeed::Remove:
        return Texts::tr("帯を消す(&L)");
    case RoadmapDeed::MoveUp:
        return Texts::tr("行を上へ(&U)");
    case RoadmapDeed::MoveDown:
        return Texts::tr("行を下へ(&B)");
    }
    return {};
}

QKeySequence keysOf(RoadmapDeed deed)
{
    switch (deed) {
    case RoadmapDeed::Edit:
        return Qt::Key_Return;
    case RoadmapDeed::Rename:
        return Qt::Key_F2;
    case RoadmapDeed::Insert:
        return Qt::Key_Insert;
    case RoadmapDeed::Cut:
        return QKeySequence::Cut;
    case RoadmapDeed::Copy:
        return QKeySequence::Copy;
    case RoadmapDeed::Paste:
        return QKeySequence::Paste;
    case RoadmapDeed::Duplicate:
        return Qt::CTRL | Qt::Key_D;
    case RoadmapDeed::Remove:
        return Qt::Key_Delete;
    case RoadmapDeed::MoveUp:
        return Qt::ALT | Qt::Key_Up;
    case RoadmapDeed::MoveDown:
        return Qt::ALT | Qt::Key_Down;
    }
    return {};
}

std::optional<RoadmapDeed> roadmapDeedOf(const QKeyEvent &event)
{
    const auto held = event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier);
    const QKeySequence pressed(event.key() | held);
    for (const RoadmapDeed deed : roadmapDeeds()) {
        if (keysOf(deed) == pressed)
            return deed;
    }
    // The other keys of the clipboard, as Ctrl+Insert and Shift+Insert.
    if (event.matches(QKeySequence::Copy))
        return RoadmapDeed::Copy;
    if (event.matches(QKeySequence::Cut))
        return RoadmapDeed::Cut;
    if (event.matches(QKeySequence::Paste))
        return RoadmapDeed::Paste;
    return {};
}

} // namespace shisaku
