// SPDX-License-Identifier: GPL-3.0-or-later
// Search over all text of the measures: NFKC and caseless, so that ＤＸ finds DX and ｶﾅ finds カナ.
#pragma once

#include "models/change/change_set.h"
#include "models/order/grouping.h"

#include <QHash>
#include <QSet>

namespace shisaku {

/// Remembers the searchable text of every measure of one plan.
class MeasureSearch {
public:
    /// Measures that hold every word of `query` somewhere: number, titles, texts, offices and their readings, aims, 取組,
    /// labels, indicators, notes. An empty query gives an empty filter.
    MeasureFilter filter(const Plan &plan, const QString &query);

    /// Forgets the texts a change touches.
    void follow(const Plan &plan, const ChangeSet &change);
    void forget() { m_texts.clear(); }

private:
    const QString &textOf(const Plan &plan, const Measure &measure);

    QHash<Id<Measure>, QString> m_texts;
};

} // namespace shisaku
