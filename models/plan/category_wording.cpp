// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/category_wording.h"

#include "models/plan/series.h"

#include <QRegularExpression>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

QList<Wording> otherWordings(const Category &category)
{
    static const QRegularExpression named(u"^(.+)［([^［］]+)］$"_s);
    static const QRegularExpression between(u"[、,，]\\s*"_s);
    QList<Wording> list;
    for (const QString &line : category.variants.split(u'\n', Qt::SkipEmptyParts)) {
        const auto found = named.match(line);
        list << (found.hasMatch() ? Wording{found.captured(1), found.captured(2).split(between, Qt::SkipEmptyParts)}
                                  : Wording{line, {}});
    }
    return list;
}

QString wordingOn(const Measure &measure, const Category &category)
{
    const QList<Wording> others = otherWordings(category);
    const auto found = std::find_if(others.begin(), others.end(), [&measure](const Wording &wording) {
        return !isAdded(measure) && wording.measures.contains(measure.number);
    });
    return found == others.end() ? category.title : found->text;
}

} // namespace shisaku
