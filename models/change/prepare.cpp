// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change/prepare.h"

#include "models/plan/ranges.h"
#include "models/plan/removal.h"
#include "models/plan/rules.h"
#include "models/plan/stored_text.h"
#include "models/plan/usable_text.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace shisaku {

namespace {
struct Prepare {
    Q_DECLARE_TR_FUNCTIONS(Prepare)
};

Value normalized(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return text ? Value(storedText(*text)) : value;
}

Value usable(const Value &value, const Field &field)
{
    const auto *text = std::get_if<QString>(&value);
    return text ? Value(usableText(*text, field.kind == FieldKind::LongText ? TextLines::Several : TextLines::One)) : value;
}

/// The plan as it will be, row by touched row, while the change is put together.
class Preparation {
public:
    Preparation(const Plan &plan, const ChangeSet &wanted) : m_plan(plan)
    {
        m_change.title = usableText(wanted.title, TextLines::One);
        m_change.restores = wanted.restores;
        for (const RowChange &row : wanted.rows) {
            if (row.isRemove())
                m_asked.insert(row.row.bits);
        }
    }

    Result<void> add(const RowChange &row)
    {
        if (row.isInsert())
            return insert(row);
        if (row.isRemove() && !exists(row.table, row.row))
            return {}; // already gone with the row it was part of
        if (!exists(row.table, row.row))
            return Error{ErrorKind::Invalid,
                         Prepare::tr("変更しようとした%1は、すでに削除されています。").arg(tableLabel(row.table)),
                         Prepare::tr("画面の表示を確かめてください。"),
                         {}};
        if (row.isRemove())
            remove(row.table, row.row);
        else
            update(row.table, row.row, *row.after);
        return {};
    }

    Result<ChangeSet> finish()
    {
        const PlanView view{[this](TableId table, RowId row) { return exists(table, row); },
                            [this](TableId table, RowId row, int field) {
                                return exists(table, row) ? std::get<RowId>(values(table, row)[static_cast<size_t>(field)])
                                                          : RowId();
                            }};
        for (const RowChange &change : std::as_const(m_change.rows)) {
            if (const auto removed = checkRemoved(change); !removed)
                return removed.error();
            if (!exists(change.table, change.row))
                continue;
            const FieldValues row = values(change.table, change.row);
            if (const auto entered = checkEntered(change, row); !entered)
                return entered.error();
            if (const auto checked = checkRow(view, change.table, change.row, row); !checked)
                return checked.error();
            if (const auto depth = checkDepth(change); !depth)
                return depth.error();
        }
        return std::move(m_change);
    }

private:
    bool exists(TableId table, RowId row) const
    {
        const auto touched = m_rows.constFind(row.bits);
        return touched != m_rows.constEnd() ? touched->has_value() : m_plan.table(table).contains(row);
    }

    FieldValues values(TableId table, RowId row) const
    {
        const auto touched = m_rows.constFind(row.bits);
        return touched != m_rows.constEnd() ? **touched : m_plan.table(table).values(row);
    }

    /// What others say something by stays; what was added, and is taken back, may always go.
    Result<void> checkRemoved(const RowChange &change) const
    {
        if (m_change.restores || !change.isRemove() || !m_asked.contains(change.row.bits))
            return {};
        const LaterPlan later{
            [this](TableId table, RowId row) { return exists(table, row); },
            [this](TableId table, RowId row, int field) { return values(table, row)[static_cast<size_t>(field)]; },
            [this](TableId, RowId row) { return m_asked.contains(row.bits); },
            [this](const QString &list, const QString &key) { return offers(list, key); }};
        return checkRemoval(m_plan, later, change.table, change.row);
    }

    bool offers(const QString &list, const QString &key) const
    {
        const auto is = [&](RowId row) {
            if (!exists(TableId::Choice, row))
                return false;
            const FieldValues choice = values(TableId::Choice, row);
            return choice[fieldIndex<&Choice::list>()] == Value(list) && choice[fieldIndex<&Choice::key>()] == Value(key);
        };
        const QList<const Choice *> known = m_plan.choices(list);
        return std::any_of(known.begin(), known.end(), [&](const Choice *choice) { return is(choice->id.row); })
               || std::any_of(m_change.rows.begin(), m_change.rows.end(),
                              [&](const RowChange &row) { return row.table == TableId::Choice && is(row.row); });
    }

    Result<void> checkEntered(const RowChange &change, const FieldValues &row) const
    {
        if (m_change.restores || change.isRemove())
            return {};
        for (const FieldChange &field : *change.after) {
            if (const auto entered = shisaku::checkEntered(change.table, row, field.field); !entered)
                return entered.error();
        }
        return {};
    }

    /// Trees grow no deeper than they are drawn; checkRow() has seen that they are trees.
    Result<void> checkDepth(const RowChange &change) const
    {
        if (m_change.restores || change.isRemove())
            return {};
        const auto fields = tableInfo(change.table).fields;
        for (const FieldChange &entered : *change.after) {
            const auto index = static_cast<size_t>(entered.field);
            if (fields[index].kind != FieldKind::Reference || fields[index].target != change.table)
                continue;
            const auto above = [&](RowId of) { return std::get<RowId>(values(change.table, of)[index]); };
            if (storeyOf(change.row, above) > deepestLevel)
                return Error{ErrorKind::Invalid,
                             Prepare::tr("%1は、%2階層より深くできません。").arg(tableLabel(change.table)).arg(deepestLevel),
                             Prepare::tr("上の階層に置き直してください。"),
                             {}};
        }
        return {};
    }

    /// As it is stored; what was stored before goes back as it was.
    Value taken(TableId table, const FieldChange &field) const
    {
        if (m_change.restores)
            return field.value;
        return normalized(usable(field.value, tableInfo(table).fields[static_cast<size_t>(field.field)]));
    }

    Result<void> insert(const RowChange &row)
    {
        if (row.row.isNull() || exists(row.table, row.row))
            return Error{ErrorKind::Invalid, Prepare::tr("%1の識別番号が重複しています。").arg(tableLabel(row.table)),
                         Prepare::tr("もう一度行ってください。"), row.row.toText()};
        RowChange change = row;
        FieldValues content;
        for (const Field &field : tableInfo(row.table).fields)
            content.push_back(emptyValue(field.kind));
        for (FieldChange &field : *change.after) {
            field.value = taken(row.table, field);
            content[static_cast<size_t>(field.field)] = field.value;
        }
        m_rows.insert(row.row.bits, content);
        m_change.rows.append(change);
        return {};
    }

    void update(TableId table, RowId row, const QList<FieldChange> &fields)
    {
        FieldValues content = values(table, row);
        RowChange change{table, row, QList<FieldChange>(), QList<FieldChange>()};
        for (const FieldChange &field : fields) {
            const Value value = taken(table, field);
            Value &old = content[static_cast<size_t>(field.field)];
            if (old == value)
                continue;
            change.before->append({field.field, old});
            change.after->append({field.field, value});
            old = value;
        }
        if (change.after->isEmpty())
            return;
        m_rows.insert(row.bits, content);
        m_change.rows.append(change);
    }

    void remove(TableId table, RowId row)
    {
        const FieldValues content = values(table, row);
        m_rows.insert(row.bits, std::nullopt); // marked first: rows that refer to each other must not go round in circles
        for (const Dependent &dependent : dependents(m_plan, table, row)) {
            if (!exists(dependent.table, dependent.row))
                continue;
            if (!dependent.cleared)
                remove(dependent.table, dependent.row);
            else if (std::get<RowId>(values(dependent.table, dependent.row)[static_cast<size_t>(*dependent.cleared)]) == row)
                update(dependent.table, dependent.row, {{*dependent.cleared, RowId()}});
        }
        RowChange change{table, row, QList<FieldChange>(), std::nullopt};
        for (size_t i = 0; i < content.size(); ++i)
            change.before->append({static_cast<int>(i), content[i]});
        m_change.rows.append(change);
    }

    const Plan &m_plan;
    ChangeSet m_change;
    QSet<quint64> m_asked; // rows that somebody wants removed; others go along
    QHash<quint64, std::optional<FieldValues>> m_rows; // touched rows as they will be; none: removed
};
} // namespace

Result<ChangeSet> prepare(const Plan &plan, const ChangeSet &wanted)
{
    Preparation preparation(plan, wanted);
    for (const RowChange &row : wanted.rows) {
        if (const auto added = preparation.add(row); !added)
            return added.error();
    }
    return preparation.finish();
}

} // namespace shisaku
