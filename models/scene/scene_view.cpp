// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scene/scene_view.h"

#include "models/scene/chart_scene.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SceneView)
};
constexpr int hexadecimal = 16;
} // namespace

QString SceneView::toText() const
{
    QJsonObject object{{u"grouping"_s, grouping.toText()},
                       {u"detail"_s, detail == RoadmapDetail::Measures ? u"measures"_s : u"initiatives"_s},
                       {u"zoom"_s, zoom}};
    if (!filter.isEmpty())
        object.insert("filter"_L1, filter.toJson());
    QStringList folds;
    for (const quint64 key : toggled)
        folds << QString::number(key, hexadecimal); // a JSON number does not hold 64 bits
    folds.sort();
    if (!folds.isEmpty())
        object.insert("folds"_L1, QJsonArray::fromStringList(folds));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

SceneView SceneView::fromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    SceneView view;
    if (const QString name = object.value("grouping"_L1).toString(); !name.isEmpty())
        view.grouping = Grouping::fromText(name);
    if (object.value("detail"_L1).toString() == "initiatives"_L1)
        view.detail = RoadmapDetail::Initiatives;
    view.zoom = object.value("zoom"_L1).toInt();
    view.filter = FilterSet::fromJson(object.value("filter"_L1).toObject());
    for (const QJsonValue &key : object.value("folds"_L1).toArray()) {
        bool ok = false;
        const quint64 bits = key.toString().toULongLong(&ok, hexadecimal);
        if (ok)
            view.toggled.insert(bits);
    }
    return view;
}

QString SceneView::inWords(const Plan &plan) const
{
    const QString order = grouping.by == Grouping::By::None ? Texts::tr("すべての施策") : grouping.label(plan);
    const QStringList conditions = filterInWords(plan, filter);
    return conditions.isEmpty() ? order : Texts::tr("%1（%2）").arg(order, conditions.join(Texts::tr("、")));
}

RoadmapTree SceneView::tree(const Plan &plan) const
{
    MeasureSearch search;
    return buildRoadmap(plan, buildTree(plan, grouping, onlyWorkedOut(plan, measureFilter(plan, filter, search))));
}

QString sceneTitle(const Plan &plan, const Scene &scene)
{
    if (!scene.title.isEmpty())
        return scene.title;
    if (scene.kind == "roadmap"_L1)
        return SceneView::fromText(scene.view).inWords(plan);
    if (scene.kind == "chart"_L1) {
        if (const auto chart = ChartScene::fromText(scene.view))
            return chart->data(plan).title;
    }
    if (const Measure *measure = plan.find(scene.measure))
        return u"%1 %2"_s.arg(measure->number, measure->shownTitle()).trimmed();
    return keywordLabel(fieldOf<&Scene::kind>(), scene.kind);
}

} // namespace shisaku
