// SPDX-License-Identifier: GPL-3.0-or-later
// The legend under a printed roadmap: the signs it uses, and no others, drawn by the same code as the signs themselves.
#pragma once

#include "views/roadmap/roadmap_style.h"

#include <QSet>

class QPainter;

namespace shisaku {

/// The signs a roadmap shows.
struct UsedSigns {
    QSet<int> kinds; ///< Places in the list of kinds.
    bool stated = false;
    bool inferred = false;
    bool torn = false;      ///< Bars whose end is not known, with a time that is stated,
    bool tornGuess = false; ///< or not.
    bool undated = false;
    bool repeats = false;
    QStringList symbols; ///< Of milestones.
    bool inferredMilestone = false;

    void add(const ScheduleItem &what, const PlacedItem &placed);
};

/// A sign of progress with its meaning, as the plan's list of answers has it.
struct ProgressSign {
    QString mark;
    QString label;
};

class RoadmapLegend {
public:
    /// `style` must outlive the legend. `progressOf` says what the signs of progress refer to, such as a date.
    RoadmapLegend(const RoadmapStyle &style, const QList<const Choice *> &kinds, const UsedSigns &used,
                  const QList<ProgressSign> &progress = {}, const QString &progressOf = {});

    /// In as many lines as the width needs, with a little air above.
    qreal height(qreal width) const;
    /// From (0,0) to the right and down.
    void paint(QPainter &painter, qreal width) const;

private:
    struct Entry {
        enum class Sign : quint8 { Kind, Bar, Progress, Text };
        Sign sign = Sign::Text;
        int kind = 0;
        ScheduleItem item;
        PlacedItem placed;
        QString sample;
        QString meaning;
    };
    void addKinds(const QList<const Choice *> &kinds, const UsedSigns &used);
    void addBars(const UsedSigns &used);
    void addText(const QString &sample, const QString &meaning);
    qreal sampleWidth(const Entry &entry) const;
    qreal widthOf(const Entry &entry) const;
    qreal pitch() const;

    const RoadmapStyle &m_style;
    QList<Entry> m_entries;
};

} // namespace shisaku
