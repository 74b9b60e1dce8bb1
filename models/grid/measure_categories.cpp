// SPDX-License-Identifier: GPL-3.0-or-later
// The categories that a measure serves, in one cell.
#include "models/grid/measure_cell_rows.h"
#include "models/grid/measure_cells.h"
#include "models/order/shown_levels.h"
#include "models/plan/measure_address.h"
#include "models/plan/search_form.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MeasureCategories)
};

QString divider()
{
    return Texts::tr("、");
}

Error refused(const QString &what, const QString &remedy)
{
    return Error{ErrorKind::Invalid, what, remedy, {}};
}

/// The memberships of a measure in a classification, its home first.
QList<const Membership *> membershipsIn(const Plan &plan, Id<Measure> measure, Id<Classification> classification)
{
    QList<const Membership *> list = plan.parts<&Membership::measure>(measure);
    list.removeIf([&](const Membership *membership) {
        const Category *category = plan.find(membership->category);
        return !category || category->classification != classification;
    });
    std::stable_partition(list.begin(), list.end(), [](const Membership *membership) { return membership->home; });
    return list;
}

/// What tells a category from others of its name.
QString addressedName(const Plan &plan, const Category &category)
{
    const QString address = categoryAddress(plan, category);
    return address.isEmpty() ? namedCategory(category) : address + u' ' + category.title;
}

/// The categories a name means: those called so with code and title; else by title; else by code or address.
QList<const Category *> categoriesNamed(const Plan &plan, Id<Classification> classification, const QString &name)
{
    QList<const Category *> all;
    for (const RowId id : plan.rows<Category>().referring(fieldIndex<&Category::classification>(), classification.row))
        all << plan.find(Id<Category>(id));
    const auto matching = [&all](const auto &isMeant) {
        QList<const Category *> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found), isMeant);
        return found;
    };
    auto found = matching([&](const Category *category) { return category->title == name || namedCategory(*category) == name; });
    if (!found.isEmpty())
        return found;
    const QString folded = foldedForSearch(name);
    found = matching([&](const Category *category) {
        return foldedForSearch(category->title) == folded || foldedForSearch(namedCategory(*category)) == folded
               || foldedForSearch(addressedName(plan, *category)) == folded;
    });
    if (!found.isEmpty())
        return found;
    const QString address = plainAddress(name);
    return matching([&](const Category *category) {
        return !address.isEmpty() && !category->code.isEmpty()
               && (plainAddress(category->code) == address || plainAddress(categoryAddress(plan, *category)) == address);
    });
}

QString candidates(const Plan &plan, QList<const Category *> categories)
{
    constexpr qsizetype most = 5;
    QStringList names;
    for (const Category *category : categories.first(std::min(most, categories.size())))
        names << addressedName(plan, *category);
    return names.join(divider());
}

QList<const Category *> categoriesHolding(const Plan &plan, Id<Classification> classification, const QString &typed)
{
    const QString folded = foldedForSearch(typed);
    QList<const Category *> found = plan.parts<&Category::classification>(classification);
    found.removeIf([&](const Category *category) { return !foldedForSearch(namedCategory(*category)).contains(folded); });
    return found;
}

Error unknownCategory(const Plan &plan, Id<Classification> classification, const QString &name)
{
    const Classification *of = plan.find(classification);
    const QList<const Category *> near = categoriesHolding(plan, classification, name);
    return refused(Texts::tr("「%1」という項目は、「%2」にありません。").arg(name, of ? of->title : QString()),
                   near.isEmpty() ? Texts::tr("項目の名称か記号を、「計画の設定」にあるとおりに入力してください。")
                                  : Texts::tr("近い項目：%1").arg(candidates(plan, near)));
}

Result<QList<Id<Category>>> readCategories(const Plan &plan, Id<Classification> classification, const QString &typed,
                                           const QList<const Membership *> &own)
{
    QList<Id<Category>> wanted;
    const auto isName = [&](const QString &name) { return !categoriesNamed(plan, classification, name).isEmpty(); };
    const auto read = [&](const QString &name) -> Result<void> {
        QList<const Category *> meant = categoriesNamed(plan, classification, name);
        if (meant.isEmpty())
            return unknownCategory(plan, classification, name);
        if (meant.size() > 1) { // the one it has already is meant as it is shown
            const auto has = [&own](const Category *category) {
                return std::any_of(own.begin(), own.end(), [&](const Membership *one) { return one->category == category->id; });
            };
            QList<const Category *> known = meant;
            known.removeIf([&](const Category *category) { return !has(category) || wanted.contains(category->id); });
            if (known.isEmpty())
                return refused(Texts::tr("「%1」に当てはまる項目が複数あります。").arg(name),
                               Texts::tr("次のどれかを入力してください：%1").arg(candidates(plan, meant)));
            meant = known;
        }
        if (!wanted.contains(meant.first()->id))
            wanted << meant.first()->id;
        return {};
    };
    if (const auto done = forEachName(typed, isName, read); !done)
        return done.error();
    return wanted;
}

Result<void> writeCategories(const Plan &plan, Id<Measure> measure, Id<Classification> classification, const QString &typed,
                             const IdSource &ids, ChangeBuilder &change)
{
    const QList<const Membership *> own = membershipsIn(plan, measure, classification);
    const auto wanted = readCategories(plan, classification, typed, own);
    if (!wanted)
        return wanted.error();
    for (const Membership *membership : own) {
        if (!wanted->contains(membership->category))
            change.remove(membership->id);
    }
    QList<NamedRow<Membership>> rows;
    for (const Id<Category> category : *wanted) {
        const bool isHome = rows.isEmpty();
        const auto known = std::find_if(own.begin(), own.end(),
                                        [&](const Membership *membership) { return membership->category == category; });
        NamedRow<Membership> row;
        row.isFree = isHome;
        if (known != own.end()) {
            row.known = *known;
            if ((*known)->home != isHome)
                change.set<&Membership::home>((*known)->id, isHome);
        } else {
            row.added.category = category;
            row.added.home = isHome;
        }
        rows << row;
    }
    placeRows(plan, measure, rows, ids, change);
    return {};
}
} // namespace

GridCell categoriesCell(Id<Classification> classification)
{
    GridCell cell;
    cell.part = classification.toText(); // as in the form: what is refused is told in both
    cell.isPhrases = true;
    cell.text = [classification](const Plan &plan, RowId row) {
        QStringList names;
        for (const Membership *membership : membershipsIn(plan, Id<Measure>(row), classification))
            names << namedCategory(*plan.find(membership->category));
        return names.join(divider());
    };
    cell.write = [classification](const Plan &plan, RowId row, const QString &typed, const IdSource &ids, ChangeBuilder &change) {
        return writeCategories(plan, Id<Measure>(row), classification, typed, ids, change);
    };
    cell.proposals = [classification](const Plan &plan, const QString &typed) {
        QStringList names;
        for (const Category *category : categoriesHolding(plan, classification, typed))
            names << namedCategory(*category);
        return names;
    };
    cell.doubt = [classification](const Plan &plan, RowId row) {
        QStringList doubts;
        for (const Membership *membership : membershipsIn(plan, Id<Measure>(row), classification))
            doubts << doubtsOf(plan, TableId::Membership, membership->id.row, fieldIndex<&Membership::category>());
        return joinedDoubts(doubts);
    };
    return cell;
}

} // namespace shisaku
