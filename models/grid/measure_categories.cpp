// SPDX-License-Identifier: GPL-3.0-or-later
// The categories that a measure serves, in one cell.
#include "models/grid/grid_refusal.h"
#include "models/grid/measure_cell_rows.h"
#include "models/grid/measure_cells.h"
#include "models/grid/memberships.h"
#include "models/grid/typed_names.h"
#include "models/order/shown_levels.h"
#include "models/plan/doubts.h"
#include "models/plan/measure_address.h"
#include "models/plan/search_form.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MeasureCategories)
};

/// What tells a category from others of its name.
QString addressedName(const Plan &plan, const Category &category)
{
    const QString address = categoryAddress(plan, category);
    return address.isEmpty() ? namedCategory(category) : address + u' ' + category.title;
}

/// The categories of a classification by what they are called.
class CategoryNames {
public:
    CategoryNames(const Plan &plan, Id<Classification> classification) : m_plan(plan)
    {
        for (const RowId id : plan.rows<Category>().referring(fieldIndex<&Category::classification>(), classification.row)) {
            const Category *category = plan.find(Id<Category>(id));
            m_all << category;
            add(m_exact, {category->title, namedCategory(*category)}, category);
        }
    }

    /// The categories a name means: those called so with code and title; else by title; else by code or address.
    QList<const Category *> meantBy(const QString &name)
    {
        if (const auto found = m_exact.constFind(name); found != m_exact.constEnd())
            return *found;
        fold();
        if (const auto found = m_folded.constFind(foldedForSearch(name)); found != m_folded.constEnd())
            return *found;
        const QString address = plainAddress(name);
        return address.isEmpty() ? QList<const Category *>() : m_byAddress.value(address);
    }

private:
    using Known = QHash<QString, QList<const Category *>>;

    static void add(Known &known, QStringList names, const Category *category)
    {
        names.removeDuplicates();
        for (const QString &name : std::as_const(names))
            known[name] << category;
    }
    /// The forms that few names need, and cost the most.
    void fold()
    {
        if (std::exchange(m_isFolded, true))
            return;
        for (const Category *category : std::as_const(m_all)) {
            add(m_folded,
                {foldedForSearch(category->title), foldedForSearch(namedCategory(*category)),
                 foldedForSearch(addressedName(m_plan, *category))},
                category);
            if (!category->code.isEmpty())
                add(m_byAddress, {plainAddress(category->code), plainAddress(categoryAddress(m_plan, *category))}, category);
        }
    }

    const Plan &m_plan;
    QList<const Category *> m_all;
    Known m_exact;
    Known m_folded;
    Known m_byAddress;
    bool m_isFolded = false;
};

QString candidates(const Plan &plan, QList<const Category *> categories)
{
    constexpr qsizetype most = 5;
    QStringList names;
    for (const Category *category : categories.first(std::min(most, categories.size())))
        names << addressedName(plan, *category);
    return namesTogether(names);
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
    return refusal(Texts::tr("「%1」という項目は、「%2」にありません。").arg(name, of ? of->title : QString()),
                   near.isEmpty() ? Texts::tr("項目の名称か記号を、「計画の設定」にあるとおりに入力してください。")
                                  : Texts::tr("近い項目：%1").arg(candidates(plan, near)));
}

Result<QList<Id<Category>>> readCategories(const Plan &plan, Id<Classification> classification, const QString &typed,
                                           const QList<const Membership *> &own)
{
    QList<Id<Category>> wanted;
    CategoryNames names(plan, classification);
    const auto isName = [&](const QString &name) { return !names.meantBy(name).isEmpty(); };
    const auto read = [&](const QString &name) -> Result<void> {
        QList<const Category *> meant = names.meantBy(name);
        if (meant.isEmpty())
            return unknownCategory(plan, classification, name);
        if (meant.size() > 1) { // the one it has already is meant as it is shown
            const auto has = [&own](const Category *category) {
                return std::any_of(own.begin(), own.end(), [&](const Membership *one) { return one->category == category->id; });
            };
            QList<const Category *> known = meant;
            known.removeIf([&](const Category *category) { return !has(category) || wanted.contains(category->id); });
            if (known.isEmpty())
                return refusal(Texts::tr("「%1」に当てはまる項目が複数あります。").arg(name),
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
    const auto wanted = readCategories(plan, classification, typed, membershipsIn(plan, measure, classification));
    if (!wanted)
        return wanted.error();
    QList<ServedCategory> served;
    for (const Id<Category> category : *wanted)
        served << ServedCategory{category, served.isEmpty()};
    serveCategories(plan, measure, classification, served, ids, change);
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
        return namesTogether(names);
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
