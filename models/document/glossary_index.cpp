// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/glossary_index.h"

#include "models/document/note_numbers.h"
#include "models/plan/search_form.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// Hiragana without voicing marks and small forms, so that が sorts with か and ー is no letter; Latin in capitals.
QString sortKey(const GlossaryTerm &term)
{
    // A word in Latin letters sorts by itself, whatever its reading.
    const QString word = plainForm(term.word).trimmed();
    const bool latin = !word.isEmpty() && word.front().unicode() < 128;
    const QString text = (latin || term.yomi.isEmpty() ? word : term.yomi).normalized(QString::NormalizationForm_KD).toUpper();
    static const QString small = u"ぁぃぅぇぉっゃゅょゎ"_s;
    static const QString large = u"あいうえおつやゆよわ"_s;
    QString key;
    for (QChar c : text) {
        if (c >= u'ァ' && c <= u'ヶ')
            c = QChar(c.unicode() - 0x60); // katakana to hiragana
        if (const qsizetype at = small.indexOf(c); at >= 0)
            c = large[at];
        if (c != u'ー' && c != u'\u3099' && c != u'\u309A' && !c.isSpace())
            key += c;
    }
    return key;
}

QString letterOf(const QString &key)
{
    const QChar first = key.isEmpty() ? QChar() : key.front();
    if (first >= u'A' && first <= u'Z')
        return first;
    if (first.unicode() < 128 && !first.isNull())
        return u"0–9"_s;
    static const QString rows = u"あかさたなはまやらわ"_s;
    for (qsizetype i = rows.size(); i-- > 0;) {
        if (first >= rows[i] && first <= u'ん')
            return rows[i];
    }
    return QCoreApplication::translate("Glossary", "その他");
}

/// Digits, A–Z, kana, and last what cannot be sorted.
int classOf(const QString &letter)
{
    if (letter.front().unicode() < 128)
        return letter.front().isDigit() ? 0 : 1;
    return letter.size() == 1 ? 2 : 3;
}
} // namespace

GlossaryOrder usualOrder(const Plan &plan)
{
    const auto &terms = plan.rows<GlossaryTerm>();
    const bool numbered = std::any_of(terms.begin(), terms.end(), [](const GlossaryTerm &term) { return term.number.has_value(); });
    return numbered ? GlossaryOrder::Number : GlossaryOrder::Reading;
}

QList<GlossarySection> glossarySections(const Plan &plan, GlossaryOrder order)
{
    QList<const GlossaryTerm *> terms = plan.ordered<GlossaryTerm>();
    if (terms.isEmpty())
        return {};
    if (order == GlossaryOrder::Number) {
        const PlanNotes notes(plan);
        const auto place = [&notes](const GlossaryTerm *term) {
            return term->number ? notes.number(term->id) : std::numeric_limits<qint64>::max();
        };
        std::stable_sort(terms.begin(), terms.end(),
                         [&place](const GlossaryTerm *a, const GlossaryTerm *b) { return place(a) < place(b); });
        return {{QString(), terms}};
    }
    struct Sorted {
        QString key;
        QString letter;
        const GlossaryTerm *term;
    };
    QList<Sorted> sorted;
    for (const GlossaryTerm *term : std::as_const(terms)) {
        const QString key = sortKey(*term);
        sorted.append({key, letterOf(key), term});
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const Sorted &a, const Sorted &b) {
        const int classA = classOf(a.letter);
        const int classB = classOf(b.letter);
        return classA != classB ? classA < classB : a.key < b.key;
    });
    QList<GlossarySection> sections;
    for (const Sorted &entry : std::as_const(sorted)) {
        if (sections.isEmpty() || sections.last().letter != entry.letter)
            sections.append({entry.letter, {}});
        sections.last().terms << entry.term;
    }
    return sections;
}

} // namespace shisaku
