// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/survey/survey_mixed.h"

#include "models/plan/ranges.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SurveyMixed)
};

class Counter {
public:
    Counter(const Plan &plan, const QString &list) : m_none(list == "status"_L1 ? Texts::tr("未回答") : Texts::tr("なし"))
    {
        for (const Choice *choice : plan.choices(list))
            m_known.append({choice->key, 0});
        m_known.append({m_none, 0});
    }

    void add(const KeyOfSome &some)
    {
        if (!isMixedKey(some.key))
            return count(some.key.isEmpty() ? m_none : some.key, some.count);
        const qsizetype inside = mixedLabel().size() + 1;
        for (const QString &part : some.key.sliced(inside).chopped(1).split(u'・'))
            addPart(part);
    }

    QString inWords() const
    {
        QStringList parts;
        for (const KeyOfSome &known : m_known) {
            if (known.count > 0)
                parts << known.key + QString::number(known.count);
        }
        return mixedLabel() + u'（' + parts.join(u'・') + u'）';
    }

private:
    /// 「順調2」. A key may end with a digit itself, so the longest known one counts.
    void addPart(const QString &part)
    {
        const KeyOfSome *found = nullptr;
        for (const KeyOfSome &known : std::as_const(m_known)) {
            if (part.startsWith(known.key) && (!found || known.key.size() > found->key.size()) && part.size() > known.key.size())
                found = &known;
        }
        qsizetype digits = part.size();
        while (!found && digits > 0 && part[digits - 1].isDigit())
            --digits;
        const QString key = found ? found->key : part.first(digits);
        const qint64 most = fieldOf<&SurveyTotal::count>().range.maximum; // an answer is a text: anything may stand there
        count(key, std::clamp<qint64>(part.sliced(key.size()).toLongLong(), 0, most));
    }

    void count(const QString &key, qsizetype number)
    {
        const auto at = std::find_if(m_known.begin(), m_known.end(), [&](const KeyOfSome &known) { return known.key == key; });
        if (at != m_known.end())
            at->count += number;
        else
            m_known.insert(m_known.size() - 1, {key, number}); // the plan's list does not hold it any more
    }

    QString m_none;
    QList<KeyOfSome> m_known;
};
} // namespace

QString mixedMark()
{
    return Texts::tr("混");
}

QString mixedLabel()
{
    return Texts::tr("混在");
}

bool isMixedKey(const QString &key)
{
    return key.startsWith(mixedLabel() + u'（') && key.endsWith(u'）');
}

QString joinedKey(const Plan &plan, const QString &list, const QList<KeyOfSome> &keys)
{
    const auto differs = [&](const KeyOfSome &some) { return some.key != keys.first().key; };
    const bool agree = std::none_of(keys.begin(), keys.end(), differs);
    if (keys.isEmpty() || (agree && !isMixedKey(keys.first().key)))
        return keys.isEmpty() ? QString() : keys.first().key;
    Counter counter(plan, list);
    for (const KeyOfSome &some : keys)
        counter.add(some);
    return counter.inWords();
}

} // namespace shisaku
