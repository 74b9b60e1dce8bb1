// SPDX-License-Identifier: GPL-3.0-or-later
// One word in several spellings: full and half width, DX and Dx, デジタルデバイド and デジタルデバインド.
#include "models/check/rules.h"
#include "models/check/texts.h"
#include "models/check/words.h"

#include <QSet>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Spelling {
    QString word;
    int count = 0;
    bool inGlossary = false;
    QList<TextPlace> places; ///< The first few.
};

class SpellingCheck {
public:
    SpellingCheck(const Plan &plan, Findings &findings) : m_plan(plan), m_findings(findings) {}

    void run()
    {
        eachText(m_plan, [this](const TextPlace &place, const QString &text) { take(place, text, false); });
        eachGlossaryText(m_plan, [this](const TextPlace &place, const QString &text) {
            take(place, text, place.field == fieldIndex<&GlossaryTerm::word>());
        });
        for (int i = 0; i < static_cast<int>(m_spellings.size()); ++i)
            m_groups[wordKey(m_spellings[static_cast<size_t>(i)].word)] << i;
        joinNearGroups();
        joinZeros();
        for (QList<int> group : std::as_const(m_groups)) {
            if (group.size() > 1)
                tell(std::move(group));
        }
        std::sort(m_told.begin(), m_told.end());
        for (const auto &[spelling, reference] : std::as_const(m_told))
            add(at(spelling), at(reference));
    }

private:
    static constexpr int mostPlaces = 3;

    Spelling &at(int index) { return m_spellings[static_cast<size_t>(index)]; }

    void take(const TextPlace &place, const QString &text, bool glossary)
    {
        eachWord(text, [&](QStringView word) {
            // Most words are known already: look before copying.
            auto found = m_index.constFind(QString::fromRawData(word.data(), word.size()));
            if (found == m_index.cend()) {
                found = m_index.insert(word.toString(), static_cast<int>(m_spellings.size()));
                m_spellings.push_back({word.toString(), 0, false, {}});
            }
            Spelling &spelling = at(*found);
            ++spelling.count;
            spelling.inGlossary = spelling.inGlossary || glossary;
            if (spelling.places.size() < mostPlaces)
                spelling.places << place;
        });
    }

    void join(const QString &key, const QString &other)
    {
        if (key != other && m_groups.contains(key) && m_groups.contains(other))
            m_groups[key] += m_groups.take(other);
    }

    void joinNearGroups()
    {
        QStringList keys = m_groups.keys();
        keys.sort();
        for (const QString &key : std::as_const(keys)) {
            for (const QString &shorter : shorterKeys(key))
                join(shorter, key);
        }
    }

    /// CD0 for CDO.
    void joinZeros()
    {
        QStringList keys = m_groups.keys();
        keys.sort();
        for (const QString &key : std::as_const(keys)) {
            if (key.contains(u'0'))
                join(QString(key).replace(u'0', u'o'), key);
        }
    }

    /// The glossary's spelling is the reference, else the most frequent one.
    void tell(QList<int> group)
    {
        const auto reference = std::max_element(group.begin(), group.end(), [this](int a, int b) {
            return std::tuple(at(a).inGlossary, at(a).count, -a) < std::tuple(at(b).inGlossary, at(b).count, -b);
        });
        for (const int spelling : std::as_const(group)) {
            if (spelling != *reference && !differInCapitalOnly(at(spelling).word, at(*reference).word))
                m_told.append({spelling, *reference});
        }
    }

    void add(const Spelling &spelling, const Spelling &reference)
    {
        QStringList places;
        for (const TextPlace &place : spelling.places)
            places << m_findings.placeOf(place.table, place.row);
        places.removeDuplicates();
        QString where = places.join(CheckText::tr("、"));
        if (spelling.count > mostPlaces)
            where += CheckText::tr("など");
        const TextPlace &first = spelling.places.first();
        Finding &finding = m_findings.add("spelling", first.table, first.row, first.field,
                                          CheckText::tr("「%1」（%2か所：%3）は、ほかでは「%4」（%5か所）と書かれています。")
                                              .arg(spelling.word)
                                              .arg(spelling.count)
                                              .arg(where, reference.word)
                                              .arg(reference.count));
        finding.printed = spelling.word;
        finding.computed = reference.word;
    }

    const Plan &m_plan;
    Findings &m_findings;
    QHash<QString, int> m_index;
    std::vector<Spelling> m_spellings;
    QHash<QString, QList<int>> m_groups;
    QList<std::pair<int, int>> m_told;
};
} // namespace

void checkSpellings(const Plan &plan, Findings &findings)
{
    SpellingCheck(plan, findings).run();
}

} // namespace shisaku
