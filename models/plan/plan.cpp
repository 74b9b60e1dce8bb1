// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/plan.h"

#include "models/plan/ranges.h"

namespace shisaku {

namespace {
template <typename Tables, size_t... I>
auto pickers(std::index_sequence<I...>)
{
    return std::array<AnyRows &(*)(Tables &), sizeof...(I)>{[](Tables &tables) -> AnyRows & { return std::get<I>(tables); }...};
}
} // namespace

Plan::Plan() = default;
Plan::~Plan() = default;
Plan::Plan(const Plan &other) = default;
Plan &Plan::operator=(const Plan &other) = default;
Plan::Plan(Plan &&other) noexcept = default;
Plan &Plan::operator=(Plan &&other) noexcept = default;

AnyRows &Plan::table(TableId table)
{
    static const auto pick = pickers<decltype(m_tables)>(std::make_index_sequence<tableCount>());
    return pick[static_cast<size_t>(table)](m_tables);
}

const AnyRows &Plan::table(TableId table) const
{
    return const_cast<Plan *>(this)->table(table);
}

const PlanInfo &Plan::info() const
{
    static const PlanInfo none;
    return rows<PlanInfo>().size() > 0 ? *rows<PlanInfo>().begin() : none;
}

QList<const Choice *> Plan::choices(QStringView list) const
{
    QList<const Choice *> found = ordered<Choice>();
    found.removeIf([list](const Choice *choice) { return choice->list != list; });
    return found;
}

const Choice *Plan::choice(QStringView list, const QString &key) const
{
    for (const Choice &choice : rows<Choice>()) {
        if (choice.list == list && choice.key == key)
            return &choice;
    }
    return nullptr;
}

QString Plan::choiceLabel(QStringView list, const QString &key) const
{
    const Choice *found = choice(list, key);
    return found ? found->label : key;
}

const Classification *Plan::classification(QStringView key) const
{
    for (const Classification &row : rows<Classification>()) {
        if (row.key == key)
            return &row;
    }
    return nullptr;
}

QList<const Category *> Plan::roots(Id<Classification> classification) const
{
    QList<const Category *> list = parts<&Category::classification>(classification);
    list.removeIf([](const Category *category) { return !category->parent.isNull(); });
    return list;
}

int Plan::level(const Category &category) const
{
    int below = 0;
    const Category *at = &category;
    while (!at->level && !at->parent.isNull()) {
        at = find(at->parent);
        ++below;
    }
    return static_cast<int>(ranged<&Category::level>(*at).value_or(1)) + below;
}

QList<const Annotation *> Plan::annotations(RowId row, QStringView kind) const
{
    QList<const Annotation *> list;
    for (RowId id : rows<Annotation>().referring(fieldIndex<&Annotation::row>(), row)) {
        const Annotation *note = find(Id<Annotation>(id));
        if (kind.isEmpty() || note->kind == kind)
            list << note;
    }
    sort(list);
    return list;
}

} // namespace shisaku
