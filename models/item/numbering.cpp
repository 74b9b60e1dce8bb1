// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/numbering.h"

#include "models/item/grouping.h"
#include "models/item/shown_levels.h"
#include "models/plan/rank.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Numbering)
};

constexpr int mostCodes = 999;
const QString countsOnly = u"#"_s;
const QString separator = u"-"_s;

QString circled(int n)
{
    if (n <= 20)
        return QString(QChar(0x2460 + n - 1));
    if (n <= 35)
        return QString(QChar(0x3251 + n - 21));
    return n <= 50 ? QString(QChar(0x32B1 + n - 36)) : u"(%1)"_s.arg(n);
}

QString kanji(int n)
{
    static const QString digits = u"一二三四五六七八九"_s;
    if (n >= 100)
        return QString::number(n);
    QString text;
    if (n >= 20)
        text += digits.at(n / 10 - 1);
    if (n >= 10)
        text += u'十';
    if (n % 10 > 0)
        text += digits.at(n % 10 - 1);
    return text;
}

/// The n-th of a row of signs; beyond them the plain number.
QString nth(const QString &signs, int n)
{
    return n <= signs.size() ? QString(signs.at(n - 1)) : QString::number(n);
}

QString spelled(QChar seed, int n)
{
    switch (seed.unicode()) {
    case u'①':
        return circled(n);
    case u'一':
        return kanji(n);
    case u'ア':
        return nth(u"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"_s, n);
    case u'A':
        return nth(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s, n);
    case u'a':
        return nth(u"abcdefghijklmnopqrstuvwxyz"_s, n);
    case u'Ⅰ':
        return nth(u"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"_s, n);
    default:
        return QString::number(n);
    }
}

/// Where a pattern has its counting sign; -1 for none.
qsizetype seedOf(const QString &pattern)
{
    const auto at = std::find_if(pattern.begin(), pattern.end(), [](QChar c) { return u"1①ア一AaⅠ"_s.contains(c); });
    return at == pattern.end() ? -1 : at - pattern.begin();
}

QList<const Category *> siblings(const Plan &plan, Id<Classification> classification, Id<Category> parent)
{
    if (parent.isNull())
        return plan.roots(classification);
    return plan.parts<&Category::parent>(parent);
}

QString measurePattern(const Classification &classification)
{
    const QString pattern = codePattern(classification, static_cast<int>(levelNames(classification).size()) + 1);
    return pattern.isEmpty() ? u"1"_s : pattern;
}

QString joined(const QString &address, const QString &code)
{
    return address.isEmpty() ? code : address + separator + code;
}

QString lastComponent(const QString &number)
{
    return number.section(separator, -1);
}

/// Another form of writing made plain: full-width and circled digits, brackets, dashes.
QString plainAddress(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (u"-ー－―‐−–"_s.contains(c))
            plain += u'-';
        else if (!c.isSpace() && !u"()[]（）．."_s.contains(c))
            plain += c.toUpper();
    }
    return plain;
}

QList<const Measure *> measuresIn(const Plan &plan, Id<Category> category)
{
    QList<const Measure *> list;
    for (const Measure *measure : plan.ordered<Measure>()) {
        if (homeOf(plan, measure->id) == category)
            list << measure;
    }
    return list;
}
} // namespace

QString formatCode(const QString &pattern, int n)
{
    const auto seed = seedOf(pattern);
    if (pattern == countsOnly || seed < 0 || n < 1)
        return {};
    return pattern.left(seed) + spelled(pattern.at(seed), n) + pattern.mid(seed + 1);
}

std::optional<int> codeNumber(const QString &pattern, const QString &code)
{
    for (int n = 1; !code.isEmpty() && n <= mostCodes; ++n) {
        if (formatCode(pattern, n) == code)
            return n;
    }
    return std::nullopt;
}

QString codePattern(const Classification &classification, int level)
{
    return classification.numbering.split(u'/').value(level - 1).trimmed();
}

QString nextCategoryCode(const Plan &plan, Id<Classification> classification, Id<Category> parent)
{
    const Classification *of = plan.find(classification);
    if (!of)
        return {};
    const Category *above = plan.find(parent);
    const QString pattern = codePattern(*of, above ? plan.level(*above) + 1 : 1);
    int highest = 0;
    for (const Category *category : siblings(plan, classification, parent))
        highest = std::max(highest, codeNumber(pattern, category->code).value_or(0));
    return formatCode(pattern, highest + 1);
}

QString categoryAddress(const Plan &plan, const Category &category)
{
    const Classification *classification = plan.find(category.classification);
    QString address;
    for (const Category *at : categoryPath(plan, &category)) {
        const QString pattern = classification ? codePattern(*classification, plan.level(*at)) : QString();
        if (pattern.isEmpty())
            continue;
        if (pattern == countsOnly) {
            const auto all = siblings(plan, at->classification, at->parent);
            address = joined(address, QString::number(all.indexOf(at) + 1));
        } else {
            const auto n = codeNumber(pattern, at->code);
            address = joined(address, n ? spelled(pattern.at(seedOf(pattern)), *n) : at->code);
        }
    }
    return address;
}

Id<Category> homeOf(const Plan &plan, Id<Measure> measure)
{
    const Membership *home = nullptr;
    bool homeNumbers = false;
    for (const Membership *membership : plan.parts<&Membership::measure>(measure)) {
        const Category *category = plan.find(membership->category);
        const Classification *classification = category ? plan.find(category->classification) : nullptr;
        if (!classification)
            continue;
        const bool numbers = !classification->numbering.isEmpty();
        if (!home || std::pair(numbers, membership->home) > std::pair(homeNumbers, home->home)) {
            home = membership;
            homeNumbers = numbers;
        }
    }
    return home ? home->category : Id<Category>();
}

QString nextMeasureNumber(const Plan &plan, Id<Category> home)
{
    const Category *category = plan.find(home);
    const Classification *classification = category ? plan.find(category->classification) : nullptr;
    int highest = 0;
    if (plan.info().numbering != u"項目ごと" || !classification) {
        for (const Measure &measure : plan.rows<Measure>())
            highest = std::max(highest, measure.number.toInt());
        return QString::number(highest + 1);
    }
    const QString pattern = measurePattern(*classification);
    for (const Measure *measure : measuresIn(plan, home)) // ended ones too: their numbers stay unused
        highest = std::max(highest, codeNumber(pattern, lastComponent(measure->number)).value_or(0));
    return joined(categoryAddress(plan, *category), formatCode(pattern, highest + 1));
}

namespace {
/// The place behind the last measure of a category; without one, behind all.
QString positionBehind(const Plan &plan, Id<Category> home)
{
    QString before;
    QString after;
    for (const Measure *measure : plan.ordered<Measure>()) {
        if (home.isNull() || homeOf(plan, measure->id) == home) {
            before = measure->position;
            after.clear();
        } else if (after.isEmpty()) {
            after = measure->position;
        }
    }
    return rankBetween(before, after.isEmpty() || before < after ? after : QString());
}
} // namespace

Measure newMeasure(const Plan &plan, Id<Category> home)
{
    Measure measure;
    measure.position = positionBehind(plan, home);
    measure.series = plan.info().adopted.isDated() ? u"added"_s : QString();
    if (!home.isNull()) {
        measure.number = nextMeasureNumber(plan, home);
        return measure;
    }
    int highest = 0; // ended ones count too: their numbers stay unused
    for (const Measure &other : plan.rows<Measure>())
        highest = isAdded(other) == isAdded(measure) ? std::max(highest, other.number.toInt()) : highest;
    measure.number = QString::number(highest + 1);
    return measure;
}

QList<Id<Measure>> measuresByAddress(const Plan &plan, const QString &address)
{
    QList<Id<Measure>> same;
    QList<Id<Measure>> alike;
    const QString plain = plainAddress(address);
    if (plain.isEmpty())
        return {}; // names nothing, not what has no number
    for (const Measure *measure : plan.ordered<Measure>()) {
        const QString number = shownNumber(*measure, false);
        const bool numberedAtHome = isAdded(*measure) && plan.info().numbering == u"項目ごと"; // 追加 is a mark beside the number
        if (number == address || (numberedAtHome && measure->number == address))
            same << measure->id;
        if (plainAddress(number) == plain || (numberedAtHome && plainAddress(measure->number) == plain)) {
            alike << measure->id;
        } else if (const Category *home = plan.find(homeOf(plan, measure->id))) {
            if (plainAddress(joined(categoryAddress(plan, *home), number)) == plain)
                alike << measure->id;
        }
    }
    return same.isEmpty() ? alike : same;
}

namespace {
bool isWholeNumber(const QString &number)
{
    return !number.isEmpty() && std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Whether the number of a measure follows from that of its category, where the plan numbers so.
bool fitsHome(const Plan &plan, const Measure &measure)
{
    const Category *home = plan.find(homeOf(plan, measure.id));
    const Classification *classification = home ? plan.find(home->classification) : nullptr;
    if (!classification || classification->numbering.isEmpty())
        return true;
    const auto n = codeNumber(measurePattern(*classification), lastComponent(measure.number));
    return n && joined(categoryAddress(plan, *home), formatCode(measurePattern(*classification), *n)) == measure.number;
}
} // namespace

QString numberProblem(const Plan &plan, Id<Measure> id)
{
    const Measure *measure = plan.find(id);
    if (!measure)
        return {};
    const QString number = plainAddress(measure->number);
    bool othersAreNumbered = false;
    bool othersAreWhole = true;
    const Measure *same = nullptr;
    for (const Measure &other : plan.rows<Measure>()) {
        if (other.id == id || other.number.isEmpty())
            continue;
        othersAreNumbered = true;
        othersAreWhole = othersAreWhole && isWholeNumber(other.number);
        if (isAdded(other) == isAdded(*measure) && plainAddress(other.number) == number)
            same = &other;
    }
    if (measure->number.isEmpty())
        return othersAreNumbered ? Texts::tr("番号が空です。ほかの施策には番号があります。") : QString();
    if (same)
        return Texts::tr("番号「%1」は、施策「%2」にも付いています。").arg(measure->number, same->shownTitle());
    if (plan.info().numbering == u"項目ごと")
        return fitsHome(plan, *measure) ? QString()
                                        : Texts::tr("番号「%1」が、分類の番号に続く形になっていません。").arg(measure->number);
    if (othersAreNumbered && othersAreWhole && !isWholeNumber(measure->number))
        return Texts::tr("番号「%1」が、ほかの施策と違って半角の整数ではありません。").arg(measure->number);
    return {};
}

namespace {
void renumberBelow(const Plan &plan, const Classification &classification, Id<Category> parent, ChangeBuilder &change, Plan &after)
{
    int n = 0;
    for (const Category *category : siblings(plan, classification.id, parent)) {
        const QString code = formatCode(codePattern(classification, plan.level(*category)), ++n);
        if (code != category->code) {
            change.set<&Category::code>(category->id, code);
            after.table(TableId::Category).set(category->id.row, fieldIndex<&Category::code>(), code);
        }
        renumberBelow(plan, classification, category->id, change, after);
    }
}
} // namespace

ChangeSet renumbering(const Plan &plan, Id<Classification> classification)
{
    const Classification *of = plan.find(classification);
    if (!of || of->numbering.isEmpty())
        return {};
    ChangeBuilder change(Texts::tr("「%1」の記号と番号を付け直す").arg(of->title));
    Plan after = plan;
    renumberBelow(plan, *of, {}, change, after);
    if (plan.info().numbering == u"項目ごと") {
        for (const Category *category : after.parts<&Category::classification>(classification)) {
            int n = 0;
            for (const Measure *measure : measuresIn(after, category->id)) {
                const QString number = joined(categoryAddress(after, *category), formatCode(measurePattern(*of), ++n));
                if (number != measure->number)
                    change.set<&Measure::number>(measure->id, number);
            }
        }
    }
    return std::move(change).build();
}

} // namespace shisaku
