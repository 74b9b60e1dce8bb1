// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/removal.h"

#include "models/plan/rules.h"

#include <QCoreApplication>
#include <QSet>

namespace shisaku {

namespace {
struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

/// Rows of one table that say something by a row of another.
struct Use {
    TableId user;
    int field;   ///< Refers to the row that is kept.
    int counted; ///< What is counted, each once: what this field refers to; -1 for the users themselves.
    const char *what;
    const char *remedy;
};

template <auto Field, auto Counted>
Use useOf(const char *what, const char *remedy)
{
    return {tableOf<typename fields::MemberOf<decltype(Field)>::Row>, fieldIndex<Field>(), fieldIndex<Counted>(), what, remedy};
}

template <auto Field>
Use useOf(const char *what, const char *remedy)
{
    return {tableOf<typename fields::MemberOf<decltype(Field)>::Row>, fieldIndex<Field>(), -1, what, remedy};
}

const Use uses[] = {
    useOf<&Category::classification>(QT_TRANSLATE_NOOP("Removal", "%1には項目が%2件あります。"),
                                     QT_TRANSLATE_NOOP("Removal", "先に項目を削除してください。")),
    useOf<&Membership::category, &Membership::measure>(QT_TRANSLATE_NOOP("Removal", "%1には施策が%2件属しています。"),
                                                       QT_TRANSLATE_NOOP("Removal", "先に施策の分類を変えてください。")),
    useOf<&Category::parent>(QT_TRANSLATE_NOOP("Removal", "%1の下に項目が%2件あります。"),
                             QT_TRANSLATE_NOOP("Removal", "先に移すか削除してください。")),
    // One measure may name an office twice: for a topic, or as 所管課 and 関連課.
    useOf<&Responsibility::department, &Responsibility::measure>(
        QT_TRANSLATE_NOOP("Removal", "%1は施策%2件の担当です。"),
        QT_TRANSLATE_NOOP("Removal", "なくなった部署には、削除せずに終わりの日を入れてください。")),
    useOf<&EffectDepartment::department, &EffectDepartment::effect>(
        QT_TRANSLATE_NOOP("Removal", "%1は活用実績%2件に名前があります。"),
        QT_TRANSLATE_NOOP("Removal", "なくなった部署には、削除せずに終わりの日を入れてください。")),
    useOf<&ProjectDepartment::department, &ProjectDepartment::project>(
        QT_TRANSLATE_NOOP("Removal", "%1は事業%2件の担当です。"),
        QT_TRANSLATE_NOOP("Removal", "なくなった部署には、削除せずに終わりの日を入れてください。")),
    useOf<&Body::parent>(QT_TRANSLATE_NOOP("Removal", "%1の下に組織が%2つあります。"),
                         QT_TRANSLATE_NOOP("Removal", "先に移すか削除してください。")),
    useOf<&MeasureText::block, &MeasureText::measure>(
        QT_TRANSLATE_NOOP("Removal", "%1には施策%2件の文章があります。"),
        QT_TRANSLATE_NOOP("Removal", "先に文章を移すか、票の様式の画面で、文章とともに欄を除いてください。")),
};

bool saysNothing(const AnyRows &rows, TableId table, RowId row)
{
    return table == TableId::MeasureText && isEmpty(rows.value(row, fieldIndex<&MeasureText::text>()));
}

/// Whether a row goes with something else that it is part of than `row`. What is above it in its own tree goes for the same reason.
bool goesWithAnother(const AnyRows &rows, const LaterPlan &later, RowId user, RowId row)
{
    for (size_t i = 0; i < rows.fields().size(); ++i) {
        const Field &field = rows.fields()[i];
        if (field.kind != FieldKind::Reference || field.onRemoval != OnRemoval::RemoveToo || field.target == rows.table())
            continue;
        const auto whole = std::get<RowId>(rows.value(user, static_cast<int>(i)));
        if (!whole.isNull() && whole != row && !later.exists(field.target, whole))
            return true;
    }
    return false;
}

Result<void> checkReferences(const Plan &plan, const LaterPlan &later, TableId table, RowId row)
{
    for (const Use &use : uses) {
        if (tableInfo(use.user).fields[static_cast<size_t>(use.field)].target != table)
            continue;
        const AnyRows &rows = plan.table(use.user);
        QSet<quint64> counted;
        for (const RowId user : rows.referring(use.field, row)) {
            const bool lost = !later.exists(use.user, user) && !later.isAsked(use.user, user)
                              && !goesWithAnother(rows, later, user, row) && !saysNothing(rows, use.user, user);
            if (lost)
                counted.insert(use.counted < 0 ? user.bits : std::get<RowId>(rows.value(user, use.counted)).bits);
        }
        if (!counted.isEmpty())
            return Error{ErrorKind::Invalid,
                         Removal::tr(use.what).arg(rowName(plan, table, row)).arg(counted.size()),
                         Removal::tr(use.remedy),
                         {}};
    }
    return {};
}

/// A choice is named by its key, which goes on naming something where another row takes over.
Result<void> checkChoice(const Plan &plan, const LaterPlan &later, const Choice &choice)
{
    if (later.offers(choice.list, choice.key))
        return {};
    qsizetype count = 0;
    for (const TableInfo &table : allTables()) {
        const AnyRows &rows = plan.table(table.id);
        for (size_t i = 0; i < table.fields.size(); ++i) {
            const Field &field = table.fields[i];
            const int index = static_cast<int>(i);
            if (field.kind != FieldKind::Choice || QString::fromLatin1(field.list) != choice.list)
                continue;
            for (qsizetype at = 0; at < rows.size(); ++at) {
                const RowId user = rows.idAt(at);
                if (rows.value(user, index) == Value(choice.key) && later.exists(table.id, user)
                    && later.value(table.id, user, index) == Value(choice.key))
                    ++count;
            }
        }
    }
    if (count == 0)
        return {};
    return Error{ErrorKind::Invalid,
                 Removal::tr("%1は%2件で使われています。").arg(rowName(plan, TableId::Choice, choice.id.row)).arg(count),
                 Removal::tr("先にそれらを選び直してください。"),
                 {}};
}
} // namespace

Result<void> checkRemoval(const Plan &plan, const LaterPlan &later, TableId table, RowId row)
{
    if (!plan.table(table).contains(row))
        return {};
    if (table == TableId::Choice)
        return checkChoice(plan, later, *plan.find(Id<Choice>(row)));
    return checkReferences(plan, later, table, row);
}

} // namespace shisaku
