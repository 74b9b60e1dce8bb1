// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/order/numbering.h"

#include "models/change/row_order.h"
#include "models/plan/codes.h"
#include "models/plan/measure_address.h"
#include "models/plan/rank.h"
#include "models/plan/series.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Numbering)
};

QString measurePattern(const Classification &classification)
{
    const QString pattern = codePattern(classification, static_cast<int>(levelNames(classification).size()) + 1);
    return pattern.isEmpty() ? u"1"_s : pattern;
}

QString lastComponent(const QString &number)
{
    return number.section(addressSeparator, -1);
}

QList<const Measure *> measuresIn(const Plan &plan, Id<Category> category)
{
    QList<RowId> ids;
    for (const RowId id : plan.rows<Membership>().referring(fieldIndex<&Membership::category>(), category.row)) {
        const Id<Measure> measure = plan.find(Id<Membership>(id))->measure;
        if (!ids.contains(measure.row) && homeOf(plan, measure) == category)
            ids << measure.row;
    }
    sortByPosition(plan.rows<Measure>(), ids);
    QList<const Measure *> list;
    for (const RowId id : std::as_const(ids))
        list << plan.find(Id<Measure>(id));
    return list;
}
} // namespace

QString nextCategoryCode(const Plan &plan, Id<Classification> classification, Id<Category> parent)
{
    const Classification *of = plan.find(classification);
    if (!of)
        return {};
    const Category *above = plan.find(parent);
    const QString pattern = codePattern(*of, above ? plan.level(*above) + 1 : 1);
    int highest = 0;
    for (const Category *category : siblingCategories(plan, classification, parent))
        highest = std::max(highest, codeNumber(pattern, category->code).value_or(0));
    return formatCode(pattern, highest + 1);
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
    return joinedAddress(categoryAddress(plan, *category), formatCode(pattern, highest + 1));
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

namespace {
/// As QString::toInt(), which takes its time: a pasted table asks for every number of the plan again for each of its lines.
int wholeNumber(QStringView text)
{
    constexpr qsizetype mostDigits = 9;
    int number = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9' || text.size() > mostDigits)
            return text.toInt();
        number = 10 * number + (c.unicode() - u'0');
    }
    return number;
}

/// A new measure with the next number, which has no place yet.
Measure numberedMeasure(const Plan &plan, Id<Category> home)
{
    Measure measure;
    measure.series = plan.info().adopted.isDated() ? u"added"_s : QString();
    if (!home.isNull()) {
        measure.number = nextMeasureNumber(plan, home);
        return measure;
    }
    const bool added = isAdded(measure);
    int highest = 0; // ended ones count too: their numbers stay unused
    for (const Measure &other : plan.rows<Measure>())
        highest = isAdded(other) == added ? std::max(highest, wholeNumber(other.number)) : highest;
    measure.number = QString::number(highest + 1);
    return measure;
}
} // namespace

Measure newMeasure(const Plan &plan, Id<Category> home)
{
    Measure measure = numberedMeasure(plan, home);
    measure.position = positionBehind(plan, home);
    return measure;
}

Measure addMeasure(const Plan &plan, Id<Measure> id, Id<Measure> beside, const QString &position, const IdSource &ids,
                   ChangeBuilder &change)
{
    // Where numbers restart in every category, a new measure needs a home to be numbered in.
    const Id<Category> home = plan.info().numbering == u"項目ごと" ? homeOf(plan, beside) : Id<Category>();
    Measure measure = position.isEmpty() ? newMeasure(plan, home) : numberedMeasure(plan, home);
    measure.id = id;
    measure.title = Texts::tr("新しい施策");
    if (!position.isEmpty())
        measure.position = position;
    change.insert(measure);
    if (!home.isNull()) {
        Membership membership;
        membership.id = Id<Membership>(ids());
        membership.position = rankBetween({}, {});
        membership.measure = id;
        membership.category = home;
        membership.home = true;
        change.insert(membership);
    }
    return measure;
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
    return n && joinedAddress(categoryAddress(plan, *home), formatCode(measurePattern(*classification), *n)) == measure.number;
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
    for (const Category *category : siblingCategories(plan, classification.id, parent)) {
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
                const QString number = joinedAddress(categoryAddress(after, *category), formatCode(measurePattern(*of), ++n));
                if (number != measure->number)
                    change.set<&Measure::number>(measure->id, number);
            }
        }
    }
    return std::move(change).build();
}

} // namespace shisaku
