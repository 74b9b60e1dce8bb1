// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scene/list_view.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &text : list.toArray()) {
        if (text.isString())
            texts << text.toString();
    }
    return texts;
}
} // namespace

QString MeasureListView::toText() const
{
    QJsonObject object;
    if (!columns.isEmpty())
        object.insert("columns"_L1, QJsonArray::fromStringList(columns));
    if (!sortedBy.isEmpty())
        object.insert("sort"_L1, sortedBy);
    if (descending)
        object.insert("descending"_L1, true);
    QJsonObject filters;
    for (auto one = kept.cbegin(); one != kept.cend(); ++one) {
        QStringList texts(one->begin(), one->end());
        texts.sort(); // the same view is the same text
        filters.insert(one.key(), QJsonArray::fromStringList(texts));
    }
    if (!filters.isEmpty())
        object.insert("filter"_L1, filters);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

MeasureListView MeasureListView::fromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    MeasureListView view;
    view.columns = textsOf(object.value("columns"_L1));
    view.columns.removeDuplicates();
    view.sortedBy = object.value("sort"_L1).toString();
    view.descending = object.value("descending"_L1).toBool();
    const QJsonObject filters = object.value("filter"_L1).toObject();
    for (auto one = filters.begin(); one != filters.end(); ++one) {
        const QStringList texts = textsOf(one.value());
        if (!texts.isEmpty()) // nothing kept would show an empty list for ever
            view.kept.insert(one.key(), QSet<QString>(texts.begin(), texts.end()));
    }
    return view;
}

} // namespace shisaku
