// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/survey/status_meaning.h"

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// Words of the scales that cities publish; they are the content of plans, not texts of the program.
struct Words {
    StatusMeaning meaning;
    QStringList words;
};

/// In the order in which they decide: 「課題なし」 is not 「課題」, 「未達成」 is not 「達成」, 「遅延はしているが順調」 is late.
const QList<Words> &dictionary()
{
    static const QList<Words> list{
        {StatusMeaning::Open, {u"評価困難"_s, u"評価できない"_s, u"一部達成"_s}},
        {StatusMeaning::Good,
         {u"課題なし"_s, u"課題はない"_s, u"課題がない"_s, u"問題なし"_s, u"遅れなし"_s, u"遅れなく"_s, u"遅滞なく"_s}},
        {StatusMeaning::Trouble,
         {u"課題"_s, u"問題"_s, u"未達"_s, u"困難"_s, u"停滞"_s, u"中断"_s, u"要改善"_s, u"要大幅改善"_s, u"改善が必要"_s,
          u"見直しが必要"_s, u"下回"_s, u"していない"_s, u"できていない"_s, u"進んでいない"_s, u"進まない"_s}},
        {StatusMeaning::Late, {u"遅"_s}},
        {StatusMeaning::Good,
         {u"順調"_s, u"達成"_s, u"完了"_s, u"どおり"_s, u"通り"_s, u"以上"_s, u"上回"_s, u"おおむね"_s, u"概ね"_s, u"進んでいる"_s,
          u"良好"_s, u"実施済"_s}},
    };
    return list;
}

StatusMeaning meaningOf(const QString &text)
{
    for (const Words &entry : dictionary()) {
        if (std::any_of(entry.words.begin(), entry.words.end(), [&](const QString &word) { return text.contains(word); }))
            return entry.meaning;
    }
    return StatusMeaning::Open;
}
} // namespace

StatusMeaning meaningOf(const Choice &status)
{
    const StatusMeaning stated = meaningOf(status.label);
    return stated == StatusMeaning::Open ? meaningOf(status.definition) : stated;
}

QSet<QString> troubledStatuses(const Plan &plan)
{
    QSet<QString> troubled;
    for (const StatusMeaning meaning : {StatusMeaning::Trouble, StatusMeaning::Late}) {
        for (const Choice *status : plan.choices(u"status")) {
            if (meaningOf(*status) == meaning)
                troubled.insert(status->key);
        }
        if (!troubled.isEmpty())
            break;
    }
    return troubled;
}

} // namespace shisaku
