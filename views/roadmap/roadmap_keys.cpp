// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_keys.h"

#include <QCoreApplication>

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
        {Texts::tr("選ばずに移る、選ぶ"), Texts::tr("Ctrl+矢印 Ctrl+Space")},
        {Texts::tr("コピー、切り取り、貼り付け"), u"Ctrl+C Ctrl+X Ctrl+V"_s},
        {Texts::tr("複製する"), u"Ctrl+D"_s},
    };
}

} // namespace shisaku
