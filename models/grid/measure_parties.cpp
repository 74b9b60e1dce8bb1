// SPDX-License-Identifier: GPL-3.0-or-later
// The offices and other parties that answer for a measure, in one cell.
#include "models/grid/measure_cell_rows.h"
#include "models/grid/measure_cells.h"
#include "models/grid/office_cells.h"
#include "models/grid/typed_names.h"
#include "models/plan/doubts.h"
#include "models/plan/search_form.h"
#include "models/plan/tenure.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MeasureParties)
};

/// Those that answer for a measure today.
QList<const Responsibility *> dutiesOf(const Plan &plan, Id<Measure> measure, const QString &role)
{
    QList<const Responsibility *> duties = responsibilitiesOf(plan, measure);
    duties.removeIf([&](const Responsibility *duty) { return duty->role != role; });
    return duties;
}

QStringList partyNames(const Plan &plan, Id<Measure> measure, const QString &role)
{
    QStringList names;
    for (const Responsibility *duty : dutiesOf(plan, measure, role)) {
        if (const QString name = partyName(plan, *duty); !name.isEmpty() && !names.contains(name))
            names << name;
    }
    return names;
}

/// Whether a party in words is known from any measure.
bool isActor(const Plan &plan, const QString &name)
{
    const auto &duties = plan.rows<Responsibility>();
    return std::any_of(duties.begin(), duties.end(),
                       [&](const Responsibility &duty) { return duty.department.isNull() && duty.actor == name; });
}

Result<void> writeParties(const Plan &plan, Id<Measure> measure, const QString &role, const QString &typed, const IdSource &ids,
                          ChangeBuilder &change)
{
    const QList<const Responsibility *> own = dutiesOf(plan, measure, role);
    const auto isMeant = [&](const Responsibility *duty, const QString &name) {
        return partyName(plan, *duty) == name || duty->printed == name;
    };
    const auto isOwn = [&](const QString &name) {
        return std::any_of(own.begin(), own.end(), [&](const Responsibility *duty) { return isMeant(duty, name); });
    };
    QList<NamedRow<Responsibility>> rows;
    const auto keep = [&](const auto &isOne) { // an office that answers for several things stands where it stands first
        bool first = true;
        for (const Responsibility *duty : own) {
            const bool taken = std::any_of(rows.begin(), rows.end(), [&](const auto &row) { return row.known == duty; });
            if (!isOne(duty) || taken)
                continue;
            rows.append({duty, {}, !first});
            first = false;
        }
        return std::any_of(own.begin(), own.end(), isOne);
    };
    const auto add = [&](Id<Department> office, const QString &actor) {
        const bool taken = std::any_of(rows.begin(), rows.end(), [&](const auto &row) {
            return !row.known && row.added.department == office && row.added.actor == actor;
        });
        if (taken)
            return;
        NamedRow<Responsibility> row;
        row.added.role = role;
        row.added.department = office;
        row.added.actor = actor;
        rows << row;
    };
    const auto isName = [&](const QString &name) { return isOwn(name) || isOfficeName(plan, name) || isActor(plan, name); };
    const auto read = [&](const QString &name) -> Result<void> {
        if (keep([&](const Responsibility *duty) { return isMeant(duty, name); }))
            return {};
        if (officesNamed(plan, name).isEmpty() && isActor(plan, name)) {
            add({}, name);
            return {};
        }
        const auto offices = readOffices(plan, name);
        if (!offices)
            return offices.error();
        for (const Id<Department> office : *offices) {
            if (!keep([&](const Responsibility *duty) { return duty->department == office; }))
                add(office, {});
        }
        return {};
    };
    if (const auto done = forEachName(typed, isName, read); !done)
        return done.error();
    for (const Responsibility *duty : own) {
        if (std::none_of(rows.begin(), rows.end(), [&](const auto &row) { return row.known == duty; }))
            change.remove(duty->id);
    }
    placeRows(plan, measure, rows, ids, change);
    return {};
}

/// A rank as letters that are compared one by one, whatever digits it holds.
QString spelled(const QString &rank)
{
    constexpr int letters = 26;
    QString text;
    for (const QChar c : rank) {
        text += QChar(u'a' + c.unicode() / letters % letters);
        text += QChar(u'a' + c.unicode() % letters);
    }
    return text;
}

/// The first office in the official order (建制順); parties in words stand behind all offices.
QString officialPlace(const Plan &plan, Id<Measure> measure, const QString &role)
{
    const QList<const Responsibility *> duties = dutiesOf(plan, measure, role);
    const Department *office = duties.isEmpty() ? nullptr : plan.find(duties.first()->department);
    return office ? spelled(office->position) : u"～"_s + (duties.isEmpty() ? QString() : duties.first()->actor);
}

/// What the names alone do not say: for what each answers, and how the document calls it.
QString dutiesInWords(const Plan &plan, Id<Measure> measure, const QString &role)
{
    QStringList lines;
    bool tells = false;
    for (const Responsibility *duty : dutiesOf(plan, measure, role)) {
        QString line = partyName(plan, *duty);
        tells = tells || !duty->topic.isEmpty() || !duty->printed.isEmpty();
        if (!duty->topic.isEmpty())
            line += Texts::tr("（%1）").arg(duty->topic);
        if (!duty->printed.isEmpty())
            line += Texts::tr("　原典の表記：%1").arg(duty->printed);
        lines << line;
    }
    return tells ? lines.join(u'\n') : QString();
}

QStringList proposedParties(const Plan &plan, const QString &typed)
{
    QStringList names = proposedOffices(plan, typed);
    const QString folded = foldedForSearch(typed);
    for (const Responsibility &duty : plan.rows<Responsibility>()) {
        if (duty.department.isNull() && !names.contains(duty.actor) && foldedForSearch(duty.actor).contains(folded))
            names << duty.actor;
    }
    return names;
}
} // namespace

QString partiesPart(const QString &role)
{
    return u"parties:"_s + role;
}

GridCell partiesCell(const QString &role)
{
    GridCell cell;
    cell.part = partiesPart(role);
    cell.text = [role](const Plan &plan, RowId row) { return namesTogether(partyNames(plan, Id<Measure>(row), role)); };
    cell.write = [role](const Plan &plan, RowId row, const QString &typed, const IdSource &ids, ChangeBuilder &change) {
        return writeParties(plan, Id<Measure>(row), role, typed, ids, change);
    };
    cell.proposals = &proposedParties;
    cell.tip = [role](const Plan &plan, RowId row) { return dutiesInWords(plan, Id<Measure>(row), role); };
    cell.sortKey = [role](const Plan &plan, RowId row) { return officialPlace(plan, Id<Measure>(row), role); };
    cell.doubt = [role](const Plan &plan, RowId row) {
        QStringList doubts;
        for (const Responsibility *duty : dutiesOf(plan, Id<Measure>(row), role))
            doubts << doubtsOf(plan, TableId::Responsibility, duty->id.row, fieldIndex<&Responsibility::department>());
        return joinedDoubts(doubts);
    };
    return cell;
}

} // namespace shisaku
