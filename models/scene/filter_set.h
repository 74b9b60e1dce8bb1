// SPDX-License-Identifier: GPL-3.0-or-later
// Which measures are shown: conditions that all have to hold, kept with a saved scene and shown as words.
#pragma once

#include "models/order/measure_search.h"

#include <QJsonObject>
#include <QMap>

namespace shisaku {

enum class FilterField : quint8 {
    Office,  ///< 所管課
    Kind,    ///< 区分
    Horizon, ///< 期間区分
    Status,  ///< 進捗状況 of the newest round of the survey
    Year,    ///< A bar or milestone lies in the fiscal year.
    Doubt,   ///< Something of the measure is 要原典確認.
};
inline constexpr FilterField filterFields[] = {FilterField::Office, FilterField::Kind, FilterField::Horizon,
                                               FilterField::Status, FilterField::Year, FilterField::Doubt};

/// Conditions. A measure is shown if it holds every word of `text` and, for every field that is named, any of its values.
struct FilterSet {
    QString text;
    /// Keys as filterOptions() gives them; the empty key stands for measures that state nothing. A field without keys is no
    /// condition.
    QMap<FilterField, QStringList> keys;

    bool isEmpty() const;
    /// Adds or takes away a key; a field without keys vanishes.
    void setKey(FilterField field, const QString &key, bool wanted);
    QStringList keysOf(FilterField field) const { return keys.value(field); }

    QJsonObject toJson() const;
    /// Unknown fields are passed over.
    static FilterSet fromJson(const QJsonObject &object);

    friend bool operator==(const FilterSet &, const FilterSet &) = default;
};

/// A value that can be asked for.
struct FilterOption {
    QString key;
    QString label;
    int count = 0; ///< Measures that have it.
};

/// 「所管課」, 「年度」.
QString filterFieldLabel(FilterField field);
/// Whether any measure could be found by a field; quicker than filterOptions().
bool filterFieldOccurs(const Plan &plan, FilterField field);
/// What a plan offers for a field, in the plan's order; only values that occur.
QList<FilterOption> filterOptions(const Plan &plan, FilterField field);
/// How a key is shown, even if it does not occur any more.
QString filterKeyLabel(const Plan &plan, FilterField field, const QString &key);
/// 「所管課：情報政策課」, 「区分：新規・拡張」, 「検索：ＲＰＡ」: one text for each condition.
QStringList filterInWords(const Plan &plan, const FilterSet &filter);

/// The measures that match, found at once; an empty filter for an empty set.
MeasureFilter measureFilter(const Plan &plan, const FilterSet &filter, MeasureSearch &search);

} // namespace shisaku
