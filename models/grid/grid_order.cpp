// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/grid_order.h"

#include "models/grid/grid_changes.h"
#include "models/plan/decimal.h"
#include "models/plan/search_form.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace shisaku {

namespace {
/// Where figures end that begin at `from`.
qsizetype digitsEnd(const QString &text, qsizetype from)
{
    while (from < text.size() && text[from].isDigit())
        ++from;
    return from;
}

/// Less, equal or greater than 0, of texts in plain form.
int compared(const QString &a, const QString &b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i].isDigit() && b[j].isDigit()) {
            const qsizetype iEnd = digitsEnd(a, i);
            const qsizetype jEnd = digitsEnd(b, j);
            const auto significant = [](QStringView digits) {
                while (digits.size() > 1 && digits.front() == u'0')
                    digits = digits.sliced(1);
                return digits;
            };
            const QStringView x = significant(QStringView(a).sliced(i, iEnd - i));
            const QStringView y = significant(QStringView(b).sliced(j, jEnd - j));
            if (x.size() != y.size())
                return x.size() < y.size() ? -1 : 1;
            if (const int order = x.compare(y); order != 0)
                return order;
            i = iEnd;
            j = jEnd;
        } else if (a[i] != b[j]) {
            return a[i] < b[j] ? -1 : 1;
        } else {
            ++i;
            ++j;
        }
    }
    return a.size() - i < b.size() - j ? -1 : a.size() - i > b.size() - j ? 1 : 0;
}

/// What a row is sorted by.
struct Key {
    bool empty = true;
    std::optional<double> number;
    QString text;
};

bool isLess(const Key &a, const Key &b)
{
    if (a.number && b.number)
        return *a.number < *b.number;
    return a.number.has_value() != b.number.has_value() ? a.number.has_value() : compared(a.text, b.text) < 0;
}

/// The place of a picked option in its list; sorting follows the list, not the words.
QHash<QString, int> optionPlaces(const Plan &plan, const GridShape &shape, int kind, int column)
{
    QHash<QString, int> places;
    for (const Option &option : cellOptions(plan, shape, kind, column)) {
        places.insert(option.key, static_cast<int>(places.size()));
        places.insert(option.label, places.value(option.key));
    }
    return places;
}

class Keys {
public:
    Keys(const Plan &plan, const GridShape &shape, int column) : m_plan(plan), m_shape(shape), m_column(column)
    {
        for (int kind = 0; kind <= shape.parts.size(); ++kind)
            m_places << optionPlaces(plan, shape, kind, column);
    }

    Key of(const GridRow &row) const
    {
        const GridAddress cell{row, m_column};
        const GridCell &shown = m_shape.cell(row.kind, m_column);
        const QString text = cellText(m_plan, m_shape, cell);
        Key key;
        key.empty = text.isEmpty();
        if (shown.sortKey) {
            const QString by = shown.sortKey(m_plan, row.id);
            if (const auto number = m_shape.columns.at(m_column).number ? Decimal::fromText(by) : std::nullopt)
                key.number = number->toDouble();
            else
                key.text = plainForm(by).toLower();
            return key;
        }
        if (const auto place = m_places[row.kind].constFind(text); place != m_places[row.kind].constEnd()) {
            key.number = *place;
            return key;
        }
        if (const Field *field = m_shape.field(row.kind, m_column); field && field->kind == FieldKind::Time && !shown.text) {
            const auto time = PlanTime::fromText(
                std::get<QString>(m_plan.table(m_shape.kind(row.kind).table).value(row.id, shown.field)));
            if (time && time->isDated()) {
                key.number = time->firstMonth();
                return key;
            }
        }
        if (m_shape.columns.at(m_column).number) {
            if (const auto number = Decimal::fromText(QString(text).remove(u',').replace(u'△', u'-')))
                key.number = number->toDouble();
        }
        if (!key.number)
            key.text = plainForm(text).toLower();
        return key;
    }

private:
    const Plan &m_plan;
    const GridShape &m_shape;
    int m_column;
    QList<QHash<QString, int>> m_places;
};

/// The end of the rows that stand below a row.
qsizetype endOfParts(const QList<GridRow> &rows, qsizetype index)
{
    qsizetype end = index + 1;
    while (end < rows.size() && rows[end].level > rows[index].level)
        ++end;
    return end;
}

void addSorted(const QList<GridRow> &rows, const std::vector<Key> &keys, qsizetype begin, qsizetype end, bool descending,
               QList<GridRow> &sorted)
{
    std::vector<qsizetype> heads;
    for (qsizetype i = begin; i < end; i = endOfParts(rows, i))
        heads.push_back(i);
    std::stable_sort(heads.begin(), heads.end(), [&](qsizetype a, qsizetype b) {
        const Key &x = keys[static_cast<size_t>(a)];
        const Key &y = keys[static_cast<size_t>(b)];
        if (x.empty != y.empty)
            return y.empty;
        return descending ? isLess(y, x) : isLess(x, y);
    });
    for (const qsizetype head : heads) {
        sorted << rows[head];
        if (const qsizetype partsEnd = endOfParts(rows, head); partsEnd > head + 1)
            addSorted(rows, keys, head + 1, partsEnd, descending, sorted);
    }
}

bool passes(const Plan &plan, const GridShape &shape, const GridRow &row, const GridOrder &order)
{
    return std::all_of(order.kept.keyValueBegin(), order.kept.keyValueEnd(), [&](const auto &kept) {
        return kept.first >= shape.columns.size() || kept.second.contains(cellText(plan, shape, {row, kept.first}));
    });
}
} // namespace

bool naturallyLess(const QString &a, const QString &b)
{
    return compared(plainForm(a).toLower(), plainForm(b).toLower()) < 0;
}

QList<GridRow> ordered(const Plan &plan, const GridShape &shape, const QList<GridRow> &rows, const GridOrder &order)
{
    QList<GridRow> shown = rows;
    if (order.isFiltered()) {
        std::vector<bool> kept(static_cast<size_t>(rows.size()), false);
        std::vector<qsizetype> above; // the wholes of the row at hand
        std::vector<bool> allBelow(static_cast<size_t>(rows.size()), false);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            while (!above.empty() && rows[above.back()].level >= rows[i].level)
                above.pop_back();
            const bool withWhole = !above.empty() && allBelow[static_cast<size_t>(above.back())];
            const bool own = passes(plan, shape, rows[i], order);
            allBelow[static_cast<size_t>(i)] = withWhole || own;
            if (withWhole || own) {
                kept[static_cast<size_t>(i)] = true;
                for (const qsizetype whole : above)
                    kept[static_cast<size_t>(whole)] = true;
            }
            above.push_back(i);
        }
        shown.clear();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (kept[static_cast<size_t>(i)])
                shown << rows[i];
        }
    }
    if (!order.isSorted() || order.column >= shape.columns.size())
        return shown;
    const Keys keyOf(plan, shape, order.column);
    std::vector<Key> keys;
    keys.reserve(static_cast<size_t>(shown.size()));
    for (const GridRow &row : std::as_const(shown))
        keys.push_back(keyOf.of(row));
    QList<GridRow> sorted;
    sorted.reserve(shown.size());
    addSorted(shown, keys, 0, shown.size(), order.descending, sorted);
    return sorted;
}

QList<ColumnValue> columnValues(const Plan &plan, const GridShape &shape, const QList<GridRow> &rows, int column)
{
    const Keys keyOf(plan, shape, column);
    QHash<QString, qsizetype> places;
    std::vector<std::pair<Key, ColumnValue>> values;
    for (const GridRow &row : rows) {
        if (!shape.cell(row.kind, column).isThere())
            continue;
        const QString text = cellText(plan, shape, {row, column});
        const auto known = places.constFind(text);
        if (known != places.constEnd()) {
            ++values[static_cast<size_t>(*known)].second.count;
            continue;
        }
        places.insert(text, static_cast<qsizetype>(values.size()));
        values.emplace_back(keyOf.of(row), ColumnValue{text, 1});
    }
    std::stable_sort(values.begin(), values.end(), [](const auto &a, const auto &b) {
        return a.first.empty != b.first.empty ? b.first.empty : isLess(a.first, b.first);
    });
    QList<ColumnValue> sorted;
    for (const auto &[key, value] : values)
        sorted << value;
    return sorted;
}

} // namespace shisaku
