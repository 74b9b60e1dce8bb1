// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/import_change.h"

#include "models/exchange/spreadsheet_guard.h"
#include "models/plan/decimal.h"
#include "models/plan/ranges.h"
#include "models/plan/rank.h"
#include "models/plan/removal.h"
#include "models/plan/rules.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// Whether CP932, in which Excel saves a CSV file unless it is told otherwise, has the character.
bool isInCp932(QStringView character)
{
    QStringEncoder encode("Shift_JIS");
    QStringDecoder decode("Shift_JIS");
    if (!encode.isValid() || !decode.isValid())
        return true;
    const QByteArray bytes = encode(character);
    return QString(decode(bytes)) == character;
}

/// Whether `read` is `stored` with question marks for characters that CP932 lacks: 𠮷 and 〜. Nobody means that.
bool isWhatCp932Left(QStringView stored, QStringView read)
{
    qsizetype at = 0;
    for (qsizetype i = 0; i < stored.size(); ++i, ++at) {
        if (at >= read.size())
            return false;
        if (stored[i] == read[at])
            continue;
        const qsizetype units = stored[i].isHighSurrogate() && i + 1 < stored.size() ? 2 : 1;
        if (read[at] != u'?' || isInCp932(stored.sliced(i, units)))
            return false;
        if (units == 2 && at + 1 < read.size() && read[at + 1] == u'?')
            ++at; // one for each half
        i += units - 1;
    }
    return at == read.size();
}

/// Whether a cell says nothing but what the plan holds, after all that happens to a file between two programs: a spreadsheet
/// drops the zeros at the end of 100.0 and saves in an encoding that lacks characters, and the first release wrote a text that
/// begins with an apostrophe as it is.
bool saysTheSame(const Field &field, const Value &stored, const Value &read)
{
    if (stored == read)
        return true;
    const auto *before = std::get_if<QString>(&stored);
    const auto *now = std::get_if<QString>(&read);
    if (!before || !now)
        return false;
    if (field.kind != FieldKind::Decimal)
        return withoutGuard(*before) == *now || (now->contains(u'?') && isWhatCp932Left(*before, *now));
    const auto number = Decimal::fromText(*before);
    return number && before->size() > now->size() && number->toText() == *now;
}

/// Brings the tables that were read into a copy of the plan, and compares.
class Import {
    Q_DECLARE_TR_FUNCTIONS(Import)

public:
    Import(const Plan &current, std::vector<ImportedTable> tables, const IdSource &ids) :
        m_current(current), m_target(current), m_tables(std::move(tables)), m_ids(ids)
    {}

    Result<ChangeSet> run(ImportMode mode)
    {
        if (const auto kept = keepIdentity(); !kept)
            return kept.error();
        for (ImportedTable &table : m_tables)
            giveIds(table);
        if (mode == ImportMode::Replace)
            removeAbsent();
        else
            removeProposals();
        for (ImportedTable &table : m_tables) {
            givePositions(table);
            store(table);
        }
        for (const ImportedTable &table : m_tables) {
            for (const ImportedRow &row : table.rows) {
                if (const auto checked = check(table, row); !checked)
                    return checked.error();
            }
        }
        ChangeSet change = difference(m_current, m_target);
        if (const auto removed = checkRemovals(change); !removed)
            return removed.error();
        return change;
    }

private:
    /// Gives the row of the plan table the id that the plan has, here and where other rows name it.
    Result<void> keepIdentity()
    {
        if (m_tables.front().table != TableId::PlanInfo || m_tables.front().rows.empty())
            return {};
        ImportedTable &table = m_tables.front();
        if (table.rows.size() > 1)
            return errorAt(table.name, table.rows[1].line, {}, tr("計画の行が二つ以上あります。"), tr("1行だけにしてください。"));
        const RowId given = table.rows[0].id;
        const RowId kept = m_current.info().id.row;
        if (kept.isNull() || kept == given)
            return {};
        table.rows[0].id = kept;
        for (ImportedTable &other : m_tables) {
            if (other.table != TableId::Annotation)
                continue;
            for (ImportedRow &row : other.rows) {
                const auto &named = row.values[fieldIndex<&Annotation::table>()];
                auto &annotated = row.values[fieldIndex<&Annotation::row>()];
                if (named == Value(u"plan"_s) && annotated == Value(given))
                    annotated = Value(kept);
            }
        }
        return {};
    }

    void giveIds(ImportedTable &table)
    {
        QSet<quint64> taken;
        for (const ImportedRow &row : table.rows)
            taken.insert(row.id.bits);
        for (ImportedRow &row : table.rows) {
            while (row.id.isNull()) {
                const RowId id = m_ids();
                if (!taken.contains(id.bits) && !m_target.table(table.table).contains(id))
                    row.id = id;
            }
            taken.insert(row.id.bits);
        }
    }

    bool isImported(TableId table) const
    {
        return std::any_of(m_tables.begin(), m_tables.end(), [table](const ImportedTable &t) { return t.table == table; });
    }

    void removeAbsent()
    {
        for (const ImportedTable &table : m_tables) {
            if (table.table == TableId::PlanInfo)
                continue;
            QSet<quint64> present;
            for (const ImportedRow &row : table.rows)
                present.insert(row.id.bits);
            const AnyRows &old = m_current.table(table.table);
            for (qsizetype i = 0; i < old.size(); ++i) {
                if (!present.contains(old.idAt(i).bits))
                    remove(table.table, old.idAt(i));
            }
        }
    }

    /// A new plan is given a form, lists and a classification to begin with. Where it holds nothing else yet, those that are
    /// imported take their place: beside them they would be a form in two pieces and lists with everything twice.
    void removeProposals()
    {
        static constexpr TableId proposed[] = {TableId::Choice, TableId::Classification, TableId::Block};
        for (const TableInfo &table : allTables()) {
            const bool begun = table.id != TableId::PlanInfo && std::ranges::find(proposed, table.id) == std::end(proposed);
            if (begun && m_current.table(table.id).size() > 0)
                return;
        }
        for (const ImportedTable &table : m_tables) {
            if (std::ranges::find(proposed, table.table) == std::end(proposed))
                continue;
            const AnyRows &old = m_current.table(table.table);
            QSet<QString> lists;
            bool knowsPlan = false;
            for (const ImportedRow &row : table.rows) {
                knowsPlan = knowsPlan || old.contains(row.id);
                if (table.table == TableId::Choice && row.values[fieldIndex<&Choice::list>()])
                    lists << std::get<QString>(*row.values[fieldIndex<&Choice::list>()]);
            }
            for (qsizetype i = 0; i < old.size() && !knowsPlan && !table.rows.empty(); ++i) {
                const bool replaced = table.table != TableId::Choice
                                      || lists.contains(std::get<QString>(old.value(old.idAt(i), fieldIndex<&Choice::list>())));
                if (replaced)
                    remove(table.table, old.idAt(i));
            }
        }
    }

    /// Removes a row with its parts; what its own table's file says of a dependent row is checked when all rows are in place.
    void remove(TableId table, RowId id)
    {
        if (!m_target.table(table).contains(id))
            return;
        for (const Dependent &dependent : dependents(m_target, table, id)) {
            if (isImported(dependent.table))
                continue;
            if (dependent.cleared)
                m_target.table(dependent.table).set(dependent.row, *dependent.cleared, RowId());
            else
                remove(dependent.table, dependent.row);
        }
        m_target.table(table).remove(id);
    }

    /// Rows without a position come after all others of their table.
    void givePositions(ImportedTable &table)
    {
        const AnyRows &known = m_target.table(table.table);
        QString last;
        for (qsizetype i = 0; i < known.size(); ++i)
            last = std::max(last, std::get<QString>(known.value(known.idAt(i), 0)));
        QList<ImportedRow *> waiting;
        for (ImportedRow &row : table.rows) {
            if (row.values[0] && !isEmpty(*row.values[0])) {
                last = std::max(last, std::get<QString>(*row.values[0]));
                continue;
            }
            row.values[0].reset();
            if (!known.contains(row.id))
                waiting << &row;
        }
        const QStringList ranks = evenRanks(waiting.size());
        for (qsizetype i = 0; i < waiting.size(); ++i)
            waiting[i]->values[0] = last + ranks[i];
    }

    void store(const ImportedTable &table)
    {
        AnyRows &rows = m_target.table(table.table);
        const auto fields = tableInfo(table.table).fields;
        for (const ImportedRow &row : table.rows) {
            FieldValues values;
            for (size_t i = 0; i < fields.size(); ++i)
                values.push_back(row.values[i].value_or(emptyValue(fields[i].kind)));
            if (!rows.contains(row.id)) {
                rows.insert(row.id, values);
                continue;
            }
            for (size_t i = 0; i < fields.size(); ++i) {
                if (row.values[i] && !saysTheSame(fields[i], rows.value(row.id, static_cast<int>(i)), values[i]))
                    rows.set(row.id, static_cast<int>(i), values[i]);
            }
        }
    }

    Result<void> check(const ImportedTable &table, const ImportedRow &row) const
    {
        for (const TableInfo &other : allTables()) {
            if (other.id != table.table && m_target.table(other.id).contains(row.id))
                return errorAt(table.name, row.line, u"id"_s,
                               tr("「%1」は%2の表で使われています。").arg(row.id.toText(), tableLabel(other.id)),
                               tr("新しい行なら、idを空にしてください。"));
        }
        const FieldValues values = m_target.table(table.table).values(row.id);
        const auto fields = tableInfo(table.table).fields;
        for (size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].kind != FieldKind::Reference)
                continue;
            const RowId target = std::get<RowId>(values[i]);
            if (!target.isNull() && !m_target.table(fields[i].target).contains(target))
                return errorAt(
                    table.name, row.line, QString::fromLatin1(fields[i].name),
                    tr("「%1」という%2がありません。").arg(target.toText(), tableLabel(fields[i].target)),
                    tr("idを直すか、%1.csvにその行を加えてください。").arg(QString::fromLatin1(tableInfo(fields[i].target).name)));
        }
        for (size_t i = 0; i < fields.size(); ++i) {
            if (!row.values[i] || isKnown(table.table, row.id, static_cast<int>(i), values[i]))
                continue; // what the plan holds it may hold on to
            if (const auto entered = checkEntered(table.table, values, static_cast<int>(i)); !entered)
                return errorAt(table.name, row.line, QString::fromLatin1(fields[i].name), entered.error().what,
                               entered.error().remedy);
        }
        const PlanView view{
            [this](TableId other, RowId id) { return m_target.table(other).contains(id); },
            [this](TableId other, RowId id, int field) { return std::get<RowId>(m_target.table(other).value(id, field)); },
        };
        const auto checked = checkRow(view, table.table, row.id, values);
        return checked ? checked : errorAt(table.name, row.line, {}, checked.error().what, checked.error().remedy);
    }

    /// Files say that rows go by leaving them out; what goes along with those is no wish of theirs.
    Result<void> checkRemovals(const ChangeSet &change) const
    {
        const LaterPlan later{[this](TableId table, RowId row) { return m_target.table(table).contains(row); },
                              [this](TableId table, RowId row, int field) { return m_target.table(table).value(row, field); },
                              [this](TableId table, RowId) { return isImported(table); },
                              [this](const QString &list, const QString &key) { return m_target.choice(list, key) != nullptr; }};
        for (const RowChange &row : change.rows) {
            if (!row.isRemove() || !isImported(row.table))
                continue;
            if (const auto removed = checkRemoval(m_current, later, row.table, row.row); !removed)
                return removed;
        }
        return {};
    }

    bool isKnown(TableId table, RowId id, int field, const Value &value) const
    {
        const AnyRows &rows = m_current.table(table);
        return rows.contains(id) && rows.value(id, field) == value;
    }

    const Plan &m_current;
    Plan m_target;
    std::vector<ImportedTable> m_tables;
    const IdSource &m_ids;
};
} // namespace

Result<ChangeSet> importChange(const Plan &current, std::vector<ImportedTable> tables, ImportMode mode, const IdSource &ids)
{
    return Import(current, std::move(tables), ids).run(mode);
}

} // namespace shisaku
