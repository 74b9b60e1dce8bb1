// SPDX-License-Identifier: GPL-3.0-or-later
// What documents call an item of a classification besides its title, and on whose sheet they do.
#pragma once

#include "models/plan/category.h"
#include "models/plan/measure.h"

#include <QStringList>

namespace shisaku {

/// A line of a category's 別の表記: 「行政手続のオンライン化原則［2、7、11］」 is what the sheets of these measures print.
struct Wording {
    QString text;
    QStringList measures; ///< Numbers of measures of the plan as adopted; none: found elsewhere.
};

QList<Wording> otherWordings(const Category &category);

/// The words a measure's sheet has for a category: the wording that names the measure, or else the title.
QString wordingOn(const Measure &measure, const Category &category);

} // namespace shisaku
