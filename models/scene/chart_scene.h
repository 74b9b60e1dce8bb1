// SPDX-License-Identifier: GPL-3.0-or-later
// Which chart of the plan a scene (場面) shows: what its page offered when the scene was saved.
#pragma once

#include "models/results/chart_data.h"

#include <QSet>

namespace shisaku {

struct ChartScene {
    enum class Kind : quint8 { Hours, Accumulated, Offices, Cases, Targets, Indicator };

    Kind kind = Kind::Hours;
    QString name;            ///< The tool, or the title of a chart of cases or of targets.
    Id<Indicator> indicator; ///< For the kind Indicator.
    QSet<int> hidden;        ///< Series switched off by their legend.

    /// A JSON object.
    QString toText() const;
    /// Reads toText()'s form; nothing for anything else.
    static std::optional<ChartScene> fromText(const QString &text);
    /// The chart as the plan has it now; empty if what it is about is gone.
    ChartData data(const Plan &plan) const;

    friend bool operator==(const ChartScene &, const ChartScene &) = default;
};

} // namespace shisaku
