// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clip/schedule_clip.h"

#include "models/change/change_json.h"
#include "models/change/row_order.h"
#include "models/plan/rank.h"
#include "models/plan/stored_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScheduleClip)
};

constexpr int formVersion = 1;

template <typename T>
QString rowToJson(const T &row)
{
    QList<FieldChange> fields;
    for (int i = 0; i < static_cast<int>(std::size(FieldsOf<T>::list)); ++i)
        fields.append({i, FieldsOf<T>::list[i].read(&row)});
    return fieldsToJson(tableOf<T>, fields);
}

template <typename T>
std::optional<T> rowFromJson(const QJsonValue &json)
{
    const auto fields = fieldsFromJson(tableOf<T>, json.toString());
    if (!json.isString() || !fields)
        return {};
    T row;
    for (const FieldChange &field : *fields)
        FieldsOf<T>::list[field.field].write(&row, field.value);
    return row;
}

template <typename T>
bool rowsFromJson(const QJsonValue &json, QList<T> &rows)
{
    for (const QJsonValue &one : json.toArray()) {
        auto row = rowFromJson<T>(one);
        if (!row)
            return false;
        rows << *row;
    }
    return json.isArray();
}

ScheduleClip::Row &rowFor(ScheduleClip &clip, const Plan &plan, Id<Initiative> id)
{
    for (ScheduleClip::Row &row : clip.rows) {
        if (row.initiative.id == id)
            return row;
    }
    ScheduleClip::Row row;
    row.initiative = *plan.find(id);
    if (const Measure *measure = plan.find(row.initiative.measure))
        row.measure = u"%1 %2"_s.arg(measure->number, measure->shownTitle()).trimmed();
    clip.rows << row;
    return clip.rows.last();
}

/// Puts rows into the plan one by one and keeps their names for the title.
class Paster {
public:
    Paster(const Plan &plan, const IdSource &ids) : m_plan(plan), m_ids(ids) {}

    void addWhole(const ScheduleClip::Row &row, Id<Measure> measure, Id<Initiative> after)
    {
        Initiative copy = row.initiative;
        copy.id = Id<Initiative>(m_ids());
        copy.measure = measure;
        copy.position = rankAfter(measure, after);
        m_change.insert(copy);
        m_added << ScheduleRow{TableId::Initiative, copy.id.row};
        name(copy.title);
        addItems(row, copy.id, false);
    }

    /// Puts what stands on a row into a 取組; null makes one like the row's.
    void addParts(const ScheduleClip::Row &row, Id<Measure> measure, Id<Initiative> into)
    {
        if (into.isNull()) {
            Initiative made = row.initiative;
            made.id = into = Id<Initiative>(m_ids());
            made.measure = measure;
            made.position = rankAfter(measure, {});
            m_change.insert(made);
        }
        addItems(row, into, true);
    }

    Pasting finish(const QString &pattern, const QString &where) &&
    {
        if (m_count == 0)
            return {};
        const QString what = m_count == 1 ? u"『%1』"_s.arg(m_first) : Texts::tr("『%1』ほか%2件").arg(m_first).arg(m_count - 1);
        ChangeSet change = std::move(m_change).build();
        change.title = pattern.arg(where, what);
        return {std::move(change), m_added};
    }

private:
    void name(const QString &text)
    {
        if (m_count++ == 0)
            m_first = text;
    }

    void addItems(const ScheduleClip::Row &row, Id<Initiative> into, bool named)
    {
        addRows(row.phases, into, named, row.initiative.title);
        addRows(row.milestones, into, named, row.initiative.title);
    }

    template <typename T>
    void addRows(const QList<T> &rows, Id<Initiative> into, bool named, const QString &otherName)
    {
        QString &last = m_lastRank[{tableOf<T>, into.row.bits}];
        if (last.isEmpty()) {
            const QList<const T *> known = m_plan.parts<&T::initiative>(into);
            last = known.isEmpty() ? QString() : known.last()->position;
        }
        for (T copy : rows) {
            copy.id = Id<T>(m_ids());
            copy.initiative = into;
            copy.position = last = rankBetween(last, {});
            m_change.insert(copy);
            if (!named)
                continue;
            m_added << ScheduleRow{tableOf<T>, copy.id.row};
            name(copy.label.isEmpty() ? otherName : copy.label);
        }
    }

    /// The rank right after a 取組, or after all; later ones after earlier ones.
    QString rankAfter(Id<Measure> measure, Id<Initiative> after)
    {
        QString &last = m_lastRank[{TableId::Initiative, after.isNull() ? measure.row.bits : after.row.bits}];
        const QList<const Initiative *> rows = m_plan.parts<&Initiative::measure>(measure);
        const Initiative *before = after.isNull() ? rows.value(rows.size() - 1) : m_plan.find(after);
        if (last.isEmpty() && before)
            last = before->position;
        const Initiative *next = before ? rows.value(rows.indexOf(before) + 1) : nullptr;
        // Neighbours of equal rank from elsewhere leave no room between them.
        const bool room = next && last < next->position;
        return last = rankBetween(last, room ? next->position : QString());
    }

    const Plan &m_plan;
    const IdSource &m_ids;
    ChangeBuilder m_change{QString()};
    QList<ScheduleRow> m_added;
    QMap<std::pair<TableId, quint64>, QString> m_lastRank;
    QString m_first;
    int m_count = 0;
};

Id<Initiative> initiativeNamed(const Plan &plan, Id<Measure> measure, const QString &title)
{
    for (const Initiative *row : plan.parts<&Initiative::measure>(measure)) {
        if (isSameText(row->title, title))
            return row->id;
    }
    return {};
}

QString inWords(const Plan &plan, Id<Measure> id)
{
    const Measure *measure = plan.find(id);
    return measure ? Texts::tr("施策%1").arg(measure->number) : QString();
}
} // namespace

ScheduleClip clipOf(const Plan &plan, const QList<ScheduleRow> &what)
{
    ScheduleClip clip;
    for (const ScheduleRow &one : what) {
        if (one.table != TableId::Initiative || !plan.find(Id<Initiative>(one.row)))
            continue;
        ScheduleClip::Row &row = rowFor(clip, plan, Id<Initiative>(one.row));
        if (std::exchange(row.whole, true))
            continue;
        for (const Phase *phase : plan.parts<&Phase::initiative>(row.initiative.id))
            row.phases << *phase;
        for (const Milestone *milestone : plan.parts<&Milestone::initiative>(row.initiative.id))
            row.milestones << *milestone;
    }
    const auto add = [&]<typename T>(const T *found, QList<T> ScheduleClip::Row::*list) {
        if (!found)
            return;
        ScheduleClip::Row &row = rowFor(clip, plan, found->initiative);
        const bool known = std::any_of((row.*list).begin(), (row.*list).end(), [found](const T &t) { return t.id == found->id; });
        if (!known)
            (row.*list) << *found;
    };
    for (const ScheduleRow &one : what) {
        if (one.table == TableId::Phase)
            add(plan.find(Id<Phase>(one.row)), &ScheduleClip::Row::phases);
        else if (one.table == TableId::Milestone)
            add(plan.find(Id<Milestone>(one.row)), &ScheduleClip::Row::milestones);
    }
    return clip;
}

QByteArray toJson(const ScheduleClip &clip)
{
    QJsonArray rows;
    for (const ScheduleClip::Row &row : clip.rows) {
        QJsonArray phases;
        for (const Phase &phase : row.phases)
            phases.append(rowToJson(phase));
        QJsonArray milestones;
        for (const Milestone &milestone : row.milestones)
            milestones.append(rowToJson(milestone));
        rows.append(QJsonObject{{u"initiative"_s, rowToJson(row.initiative)},
                                {u"measure"_s, row.measure},
                                {u"whole"_s, row.whole},
                                {u"phases"_s, phases},
                                {u"milestones"_s, milestones}});
    }
    return QJsonDocument(QJsonObject{{u"version"_s, formVersion}, {u"rows"_s, rows}}).toJson(QJsonDocument::Compact);
}

std::optional<ScheduleClip> clipFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object[u"version"_s].toInt() != formVersion)
        return {};
    ScheduleClip clip;
    for (const QJsonValue &value : object[u"rows"_s].toArray()) {
        const QJsonObject one = value.toObject();
        const auto initiative = rowFromJson<Initiative>(one[u"initiative"_s]);
        ScheduleClip::Row row;
        if (!initiative || !rowsFromJson(one[u"phases"_s], row.phases) || !rowsFromJson(one[u"milestones"_s], row.milestones))
            return {};
        row.initiative = *initiative;
        row.measure = one[u"measure"_s].toString();
        row.whole = one[u"whole"_s].toBool();
        clip.rows << row;
    }
    return clip;
}

Pasting pasted(const Plan &plan, const ScheduleClip &clip, Id<Measure> measure, Id<Initiative> initiative, const IdSource &ids)
{
    const Initiative *target = plan.find(initiative);
    if (target)
        measure = target->measure;
    if (!plan.find(measure) || (!target && !initiative.isNull()))
        return {};
    Paster paster(plan, ids);
    for (const ScheduleClip::Row &row : clip.rows) {
        if (row.whole)
            paster.addWhole(row, measure, initiative);
        else
            paster.addParts(row, measure, target ? initiative : initiativeNamed(plan, measure, row.initiative.title));
    }
    return std::move(paster).finish(Texts::tr("%1に%2を貼り付け"), inWords(plan, measure));
}

Pasting duplicated(const Plan &plan, const QList<ScheduleRow> &what, const IdSource &ids)
{
    const ScheduleClip clip = clipOf(plan, what);
    Paster paster(plan, ids);
    for (const ScheduleClip::Row &row : clip.rows) {
        if (row.whole)
            paster.addWhole(row, row.initiative.measure, row.initiative.id);
        else
            paster.addParts(row, row.initiative.measure, row.initiative.id);
    }
    return std::move(paster).finish(Texts::tr("%1%2を複製"),
                                    clip.isEmpty() ? QString() : inWords(plan, clip.rows.first().initiative.measure));
}

} // namespace shisaku
