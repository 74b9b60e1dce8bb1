// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scene/filter_set.h"

#include "models/plan/belonging.h"
#include "models/plan/era.h"
#include "models/plan/tenure.h"
#include "models/schedule/period_edit.h"
#include "models/schedule/time_axis.h"
#include "models/survey/survey_items.h"
#include "models/survey/survey_status.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FilterSet)
};

using Visit = std::function<void(Id<Measure>, const QString &key)>;

const QString actorPrefix = u"actor:"_s;
const QString doubted = u"1"_s;

struct FieldName {
    FilterField field;
    const char16_t *name; ///< In JSON.
    const char *label;
};
constexpr FieldName names[] = {
    {FilterField::Office, u"department", QT_TRANSLATE_NOOP("FilterSet", "所管課")},
    {FilterField::Kind, u"kind", QT_TRANSLATE_NOOP("FilterSet", "区分")},
    {FilterField::Horizon, u"horizon", QT_TRANSLATE_NOOP("FilterSet", "期間区分")},
    {FilterField::Status, u"status", QT_TRANSLATE_NOOP("FilterSet", "進捗状況")},
    {FilterField::Year, u"year", QT_TRANSLATE_NOOP("FilterSet", "年度")},
    {FilterField::Doubt, u"doubt", QT_TRANSLATE_NOOP("FilterSet", "要原典確認")},
};

const FieldName &nameOf(FilterField field)
{
    return *std::find_if(std::begin(names), std::end(names), [field](const FieldName &name) { return name.field == field; });
}

QStringView choiceList(FilterField field)
{
    return field == FilterField::Kind ? u"kind" : field == FilterField::Horizon ? u"horizon" : u"status";
}

QString officeKey(const Responsibility &lead)
{
    return lead.department.isNull() ? actorPrefix + lead.actor : lead.department.toText();
}

struct Years {
    int first = 0;
    int last = 0;
};

Years shownYears(const Plan &plan)
{
    const TimeAxis axis = TimeAxis::of(plan, 1, 1, 1);
    return {axis.firstYear(), axis.lastYear()};
}

/// The years a bar lies in; an unknown side lies in the year of the known one. First after last: none.
Years yearsOf(const PlanTime &starts, const PlanTime &ends, const Years &shown)
{
    if (!starts.isDated() && !ends.isDated() && !(starts.isOpen() && ends.isOpen()))
        return {1, 0};
    Years years = shown;
    if (starts.isDated())
        years.first = fiscalYearOf(starts.firstMonth());
    else if (starts.isUnknown())
        years.first = fiscalYearOf(ends.endMonth() - 1);
    if (ends.isDated())
        years.last = fiscalYearOf(ends.endMonth() - 1);
    else if (ends.isUnknown())
        years.last = fiscalYearOf(starts.endMonth() - 1);
    return {std::max(years.first, shown.first), std::min(years.last, shown.last)};
}

void forEachYear(const Plan &plan, const Visit &visit)
{
    const Years shown = shownYears(plan);
    QStringList keys;
    for (int year = shown.first; year <= shown.last; ++year)
        keys << QString::number(year);
    const auto tell = [&](Id<Initiative> id, const PlanTime &starts, const PlanTime &ends) {
        const Initiative *initiative = plan.find(id);
        const Years years = yearsOf(starts, ends, shown);
        for (int year = years.first; initiative && year <= years.last; ++year)
            visit(initiative->measure, keys[year - shown.first]);
    };
    for (const Phase &phase : plan.rows<Phase>())
        tell(phase.initiative, phase.starts, phase.ends);
    for (const Milestone &milestone : plan.rows<Milestone>()) {
        if (milestone.at.isDated())
            tell(milestone.initiative, milestone.at, milestone.at);
    }
}

/// Every value a measure has; some come several times.
void forEachKey(const Plan &plan, FilterField field, const Visit &visit)
{
    switch (field) {
    case FilterField::Office:
        for (const Responsibility &lead : plan.rows<Responsibility>()) {
            if (lead.role == "lead"_L1 && inForce(lead))
                visit(lead.measure, officeKey(lead));
        }
        return;
    case FilterField::Kind:
    case FilterField::Horizon:
        for (const Measure &measure : plan.rows<Measure>()) {
            const QString &key = field == FilterField::Kind ? measure.kind : measure.horizon;
            if (!key.isEmpty())
                visit(measure.id, key);
        }
        return;
    case FilterField::Status:
        return forEachStatus(plan, visit);
    case FilterField::Year:
        return forEachYear(plan, visit);
    case FilterField::Doubt:
        for (const Annotation &note : plan.rows<Annotation>()) {
            if (note.kind != u"要原典確認")
                continue;
            const Id<Measure> measure = measureOf(plan, TableId::Annotation, note.id.row);
            if (!measure.isNull())
                visit(measure, doubted);
        }
        return;
    }
}

QSet<Id<Measure>> matches(const Plan &plan, FilterField field, const QStringList &keys)
{
    const QSet<QString> wanted(keys.begin(), keys.end());
    const bool silent = wanted.contains(QString());
    QSet<Id<Measure>> found;
    QSet<Id<Measure>> stating;
    forEachKey(plan, field, [&](Id<Measure> measure, const QString &key) {
        if (wanted.contains(key))
            found.insert(measure);
        if (silent)
            stating.insert(measure);
    });
    if (silent) {
        for (const Measure &measure : plan.rows<Measure>()) {
            if (!stating.contains(measure.id))
                found.insert(measure.id);
        }
    }
    return found;
}

/// Keys in the plan's order.
QStringList orderedKeys(const Plan &plan, FilterField field, const QStringList &occurring)
{
    QStringList keys;
    if (field == FilterField::Office) {
        for (const Department *office : plan.ordered<Department>())
            keys << office->id.toText();
    } else if (field == FilterField::Year) {
        const Years shown = shownYears(plan);
        for (int year = shown.first; year <= shown.last; ++year)
            keys << QString::number(year);
    } else if (field != FilterField::Doubt) {
        for (const Choice *choice : plan.choices(choiceList(field)))
            keys << choice->key;
    }
    for (const QString &key : occurring) { // actors in words, and what the list does not hold
        if (!keys.contains(key))
            keys << key;
    }
    return keys;
}
} // namespace

bool FilterSet::isEmpty() const
{
    return text.trimmed().isEmpty() && keys.isEmpty();
}

void FilterSet::setKey(FilterField field, const QString &key, bool wanted)
{
    QStringList list = keys.value(field);
    list.removeAll(key);
    if (wanted)
        list << key;
    if (list.isEmpty())
        keys.remove(field);
    else
        keys.insert(field, list);
}

QJsonObject FilterSet::toJson() const
{
    QJsonObject object;
    if (!text.isEmpty())
        object.insert("text"_L1, text);
    for (auto it = keys.begin(); it != keys.end(); ++it)
        object.insert(QStringView(nameOf(it.key()).name), QJsonArray::fromStringList(it.value()));
    return object;
}

FilterSet FilterSet::fromJson(const QJsonObject &object)
{
    FilterSet filter;
    filter.text = object.value("text"_L1).toString();
    for (const FieldName &name : names) {
        for (const QJsonValue &key : object.value(QStringView(name.name)).toArray()) {
            if (key.isString())
                filter.setKey(name.field, key.toString(), true);
        }
    }
    return filter;
}

QString filterFieldLabel(FilterField field)
{
    return Texts::tr(nameOf(field).label);
}

bool filterFieldOccurs(const Plan &plan, FilterField field)
{
    const auto any = [](const auto &rows, const auto &test) { return std::any_of(rows.begin(), rows.end(), test); };
    switch (field) {
    case FilterField::Office:
        return any(plan.rows<Responsibility>(),
                   [](const Responsibility &office) { return office.role == "lead"_L1 && inForce(office); });
    case FilterField::Kind:
        return any(plan.rows<Measure>(), [](const Measure &measure) { return !measure.kind.isEmpty(); });
    case FilterField::Horizon:
        return any(plan.rows<Measure>(), [](const Measure &measure) { return !measure.horizon.isEmpty(); });
    case FilterField::Status:
        return newestAnsweredSurvey(plan) != nullptr;
    case FilterField::Year:
        return plan.rows<Phase>().size() + plan.rows<Milestone>().size() > 0;
    case FilterField::Doubt:
        return any(plan.rows<Annotation>(), [](const Annotation &note) { return note.kind == u"要原典確認"; });
    }
    return false;
}

QList<FilterOption> filterOptions(const Plan &plan, FilterField field)
{
    QHash<QString, QSet<Id<Measure>>> measures;
    QStringList occurring;
    QSet<Id<Measure>> stating;
    forEachKey(plan, field, [&](Id<Measure> measure, const QString &key) {
        QSet<Id<Measure>> &holders = measures[key];
        if (holders.isEmpty())
            occurring << key;
        holders.insert(measure);
        stating.insert(measure);
    });
    QList<FilterOption> options;
    for (const QString &key : orderedKeys(plan, field, occurring)) {
        if (measures.contains(key))
            options.append({key, filterKeyLabel(plan, field, key), static_cast<int>(measures[key].size())});
    }
    const auto silent = static_cast<int>(plan.rows<Measure>().size() - stating.size());
    if (silent > 0 && !options.isEmpty() && field != FilterField::Doubt)
        options.append({QString(), filterKeyLabel(plan, field, {}), silent});
    return options;
}

QString filterKeyLabel(const Plan &plan, FilterField field, const QString &key)
{
    if (key.isEmpty())
        return field == FilterField::Status ? Texts::tr("回答なし")
               : field == FilterField::Year ? undatedInWords({})
                                            : Texts::tr("記載なし");
    switch (field) {
    case FilterField::Office: {
        if (key.startsWith(actorPrefix))
            return key.sliced(actorPrefix.size());
        const Department *office = plan.find(Id<Department>(RowId::fromText(key).value_or(RowId())));
        return office ? office->name : Texts::tr("（なくなった部署）");
    }
    case FilterField::Year:
        return eraFiscalYear(key.toInt());
    case FilterField::Doubt:
        return filterFieldLabel(field);
    default:
        return plan.choiceLabel(choiceList(field), key);
    }
}

QStringList filterInWords(const Plan &plan, const FilterSet &filter)
{
    QStringList words;
    if (const QString text = filter.text.trimmed(); !text.isEmpty())
        words << Texts::tr("検索：%1").arg(text);
    for (auto it = filter.keys.begin(); it != filter.keys.end(); ++it) {
        QStringList labels;
        for (const QString &key : it.value())
            labels << filterKeyLabel(plan, it.key(), key);
        words << (it.key() == FilterField::Doubt ? filterFieldLabel(it.key())
                                                 : Texts::tr("%1：%2").arg(filterFieldLabel(it.key()), labels.join(u'・')));
    }
    return words;
}

MeasureFilter measureFilter(const Plan &plan, const FilterSet &filter, MeasureSearch &search)
{
    MeasureFilter byText = search.filter(plan, filter.text);
    if (filter.keys.isEmpty())
        return byText;
    QSet<Id<Measure>> found;
    bool first = true;
    for (auto it = filter.keys.begin(); it != filter.keys.end(); ++it, first = false) {
        QSet<Id<Measure>> matching = matches(plan, it.key(), it.value());
        found = first ? std::move(matching) : found.intersect(matching);
    }
    return [found, byText](const Measure &measure) { return found.contains(measure.id) && (!byText || byText(measure)); };
}

} // namespace shisaku
