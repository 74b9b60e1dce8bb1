// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scene/chart_scene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct KindName {
    ChartScene::Kind kind;
    QLatin1StringView name;
};
constexpr KindName kindNames[] = {{ChartScene::Kind::Hours, "hours"_L1},     {ChartScene::Kind::Accumulated, "accumulated"_L1},
                                  {ChartScene::Kind::Offices, "offices"_L1}, {ChartScene::Kind::Cases, "cases"_L1},
                                  {ChartScene::Kind::Targets, "targets"_L1}, {ChartScene::Kind::Indicator, "indicator"_L1}};
} // namespace

QString ChartScene::toText() const
{
    const auto known = std::find_if(std::begin(kindNames), std::end(kindNames),
                                    [this](const KindName &one) { return one.kind == kind; });
    QJsonObject object{{u"chart"_s, known->name}};
    if (!name.isEmpty())
        object.insert("name"_L1, name);
    if (!indicator.isNull())
        object.insert("indicator"_L1, indicator.toText());
    QList<int> series(hidden.begin(), hidden.end());
    std::sort(series.begin(), series.end());
    QJsonArray list;
    for (const int one : series)
        list.append(one);
    if (!list.isEmpty())
        object.insert("hidden"_L1, list);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<ChartScene> ChartScene::fromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString kind = object.value("chart"_L1).toString();
    const auto known = std::find_if(std::begin(kindNames), std::end(kindNames),
                                    [&](const KindName &one) { return one.name == kind; });
    const auto indicator = RowId::fromText(object.value("indicator"_L1).toString());
    if (known == std::end(kindNames) || !indicator)
        return {};
    ChartScene scene{known->kind, object.value("name"_L1).toString(), Id<Indicator>(*indicator), {}};
    for (const QJsonValue &series : object.value("hidden"_L1).toArray())
        scene.hidden.insert(series.toInt(-1));
    return scene;
}

ChartData ChartScene::data(const Plan &plan) const
{
    switch (kind) {
    case Kind::Hours:
        return hoursChart(plan, name);
    case Kind::Accumulated:
        return accumulatedChart(plan, name);
    case Kind::Offices:
        return officesChart(plan, name);
    case Kind::Indicator:
        return plan.find(indicator) ? chartFor(plan, indicator) : ChartData();
    case Kind::Cases:
    case Kind::Targets:
        break;
    }
    const QList<ChartData> charts = kind == Kind::Cases ? caseCharts(plan) : targetCharts(plan);
    const auto found = std::find_if(charts.begin(), charts.end(), [this](const ChartData &chart) { return chart.title == name; });
    return found == charts.end() ? ChartData() : *found;
}

} // namespace shisaku
