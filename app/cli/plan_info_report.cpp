// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan_info_report.h"

#include "models/file/schema.h"
#include "models/order/grouping.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Report {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QJsonObject tableCounts(const Plan &plan)
{
    QJsonObject counts;
    for (const TableInfo &table : allTables())
        counts.insert(QLatin1StringView(table.name), plan.table(table.id).size());
    return counts;
}

/// How many measures each series holds; what was added later is never counted among the original ones.
QJsonObject seriesCounts(const Plan &plan)
{
    int added = 0;
    for (const Measure &measure : plan.rows<Measure>())
        added += isAdded(measure) ? 1 : 0;
    return {{u"original"_s, plan.rows<Measure>().size() - added}, {u"added"_s, added}};
}

/// Whether a row that leaves a choice empty lacks something: an added measure comes as a name with offices first.
bool countsAsUnset(const Plan &plan, TableId table, RowId row)
{
    const Measure *measure = table == TableId::Measure ? plan.find(Id<Measure>(row)) : nullptr;
    return !measure || isWorkedOut(plan, *measure);
}

/// How many rows hold each value of each choice list, for every field that is filled from one. Published totals of a survey
/// are no rows that hold a value, and do not count.
QJsonObject choiceCounts(const Plan &plan)
{
    QJsonObject lists;
    for (const TableInfo &table : allTables()) {
        if (table.id == TableId::SurveyTotal)
            continue;
        const AnyRows &rows = plan.table(table.id);
        for (size_t f = 0; f < table.fields.size(); ++f) {
            const Field &field = table.fields[f];
            if (field.kind != FieldKind::Choice)
                continue;
            QHash<QString, int> counts;
            for (qsizetype i = 0; i < rows.size(); ++i) {
                const auto key = std::get<QString>(rows.value(rows.idAt(i), static_cast<int>(f)));
                if (!key.isEmpty() || countsAsUnset(plan, table.id, rows.idAt(i)))
                    ++counts[key];
            }
            QJsonObject values;
            for (const Choice *choice : plan.choices(QString::fromLatin1(field.list)))
                values.insert(choice->key, counts.take(choice->key));
            for (auto other = counts.cbegin(); other != counts.cend(); ++other)
                values.insert(other.key(), other.value());
            lists.insert(QLatin1StringView(field.list), values);
        }
    }
    return lists;
}

QJsonObject classificationCounts(const Plan &plan)
{
    QJsonObject result;
    for (const Classification *classification : plan.ordered<Classification>()) {
        const QStringList names = classification->levels.split(u'/', Qt::SkipEmptyParts);
        QList<int> perLevel(names.size(), 0);
        int memberships = 0;
        QSet<Id<Measure>> measures;
        for (const Category *category : plan.parts<&Category::classification>(classification->id)) {
            const int level = plan.level(*category);
            perLevel.resize(std::max<qsizetype>(perLevel.size(), level), 0);
            ++perLevel[level - 1];
            for (const Membership *membership : plan.parts<&Membership::category>(category->id)) {
                ++memberships;
                measures.insert(membership->measure);
            }
        }
        QJsonArray levels;
        for (qsizetype i = 0; i < perLevel.size(); ++i)
            levels.append(QJsonObject{{u"name"_s, i < names.size() ? names[i] : QString()}, {u"count"_s, perLevel[i]}});
        result.insert(classification->key, QJsonObject{{u"title"_s, classification->title},
                                                       {u"levels"_s, levels},
                                                       {u"memberships"_s, memberships},
                                                       {u"measures"_s, measures.size()}});
    }
    return result;
}
} // namespace

QJsonObject planInfo(PlanDocument &document)
{
    const Plan &plan = document.plan();
    const Result<void> health = document.waitForVerification();
    QJsonArray editions;
    for (const Edition &edition : document.editions())
        editions.append(QJsonObject{{u"seq"_s, edition.seq}, {u"name"_s, edition.name}, {u"note"_s, edition.note}});
    return {{u"plan"_s, plan.info().title},
            {u"id"_s, plan.info().id.toText()},
            {u"schema"_s, schemaVersion},
            {u"entries"_s, document.sequence()},
            {u"digest"_s, document.digest().toHex()},
            {u"health"_s, health ? u"ok"_s : health.error().what},
            {u"editions"_s, editions},
            {u"tables"_s, tableCounts(plan)},
            {u"series"_s, seriesCounts(plan)},
            {u"choices"_s, choiceCounts(plan)},
            {u"classifications"_s, classificationCounts(plan)}};
}

QString planInfoText(const QJsonObject &info)
{
    QString text;
    const auto line = [&text](const QString &label, const QString &value, int indent = 0) {
        text += u" "_s.repeated(indent) + label + u": "_s + value + u'\n';
    };
    line(Report::tr("計画"), info["plan"_L1].toString());
    line(Report::tr("形式"), QString::number(info["schema"_L1].toInt()));
    line(Report::tr("変更記録"), Report::tr("%1件").arg(info["entries"_L1].toInteger()));
    line(Report::tr("内容の照合値"), info["digest"_L1].toString());
    line(Report::tr("状態"), info["health"_L1] == u"ok"_s ? Report::tr("正常") : info["health"_L1].toString());
    for (const QJsonValue &edition : info["editions"_L1].toArray())
        line(Report::tr("版"), edition["name"_L1].toString());
    text += Report::tr("件数") + u'\n';
    const QJsonObject tables = info["tables"_L1].toObject();
    for (const TableInfo &table : allTables()) {
        QString count = QString::number(tables[QLatin1StringView(table.name)].toInteger());
        if (const auto added = info["series"_L1]["added"_L1].toInteger(); table.id == TableId::Measure && added > 0)
            count = Report::tr("%1（ほかに追加 %2）").arg(info["series"_L1]["original"_L1].toInteger()).arg(added);
        line(tableLabel(table.id) + u" ("_s + QLatin1StringView(table.name) + u')', count, 2);
    }
    const QJsonObject choices = info["choices"_L1].toObject();
    for (auto list = choices.begin(); list != choices.end(); ++list) {
        text += Report::tr("選択肢") + u' ' + list.key() + u'\n';
        const QJsonObject values = list->toObject();
        for (auto value = values.begin(); value != values.end(); ++value)
            line(value.key().isEmpty() ? Report::tr("（未設定）") : value.key(), QString::number(value->toInteger()), 2);
    }
    const QJsonObject classifications = info["classifications"_L1].toObject();
    for (auto classification = classifications.begin(); classification != classifications.end(); ++classification) {
        const QJsonObject object = classification->toObject();
        text += Report::tr("分類") + u' ' + object["title"_L1].toString() + u'\n';
        for (const QJsonValue &level : object["levels"_L1].toArray())
            line(level["name"_L1].toString(), QString::number(level["count"_L1].toInteger()), 2);
        line(Report::tr("延べ施策数"), QString::number(object["memberships"_L1].toInteger()), 2);
    }
    return text;
}

} // namespace shisaku
