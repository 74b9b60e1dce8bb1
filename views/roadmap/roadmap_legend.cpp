// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_legend.h"

#include "views/roadmap/roadmap_ink.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapLegend)
};

// In sizes of a character.
constexpr qreal sampleWidthShare = 2.6;
constexpr qreal pitchShare = 1.5;
constexpr qreal airShare = 0.4;
constexpr qreal meaningGap = 0.4;
constexpr qreal entryGap = 1.5;
} // namespace

void UsedSigns::add(const ScheduleItem &what, const PlacedItem &placed)
{
    if (what.isMilestone() && !symbols.contains(what.symbol))
        symbols << what.symbol;
    if (placed.undated) {
        undated = true;
    } else if (what.isMilestone()) {
        inferredMilestone |= !what.stated;
    } else if (what.isText()) {
        // Words need no explanation.
    } else if (placed.right == TimeSpan::Edge::Unknown) {
        (what.stated ? torn : tornGuess) = true;
    } else {
        (what.stated ? stated : inferred) = true;
    }
}

RoadmapLegend::RoadmapLegend(const RoadmapStyle &style, const QList<const Choice *> &kinds, const UsedSigns &used,
                             const QList<ProgressSign> &progress, const QString &progressOf) :
    m_style(style)
{
    addKinds(kinds, used);
    addBars(used);
    if (!used.symbols.isEmpty()) {
        addText(used.symbols.join(QString()),
                used.inferredMilestone ? Texts::tr("節目（破線付きは時期が推定）") : Texts::tr("節目"));
    }
    if (used.repeats)
        addText(u"(13)"_s, Texts::tr("再掲"));
    for (const ProgressSign &sign : progress) {
        addText(sign.mark, sign.label);
        m_entries.back().sign = Entry::Sign::Progress;
    }
    if (!progress.isEmpty() && !progressOf.isEmpty())
        m_entries.back().meaning += Texts::tr("（%1）").arg(progressOf);
}

void RoadmapLegend::addKinds(const QList<const Choice *> &kinds, const UsedSigns &used)
{
    for (int i = 0; i < kinds.size(); ++i) {
        if (!used.kinds.contains(i))
            continue;
        Entry entry;
        entry.sign = Entry::Sign::Kind;
        entry.kind = i;
        entry.sample = kindSign(kinds, i);
        entry.meaning = kinds[i]->label;
        m_entries << entry;
    }
}

void RoadmapLegend::addBars(const UsedSigns &used)
{
    using Edge = TimeSpan::Edge;
    const auto bar = [&](bool shown, bool stated, Edge right, bool undated, const QString &meaning) {
        if (!shown)
            return;
        Entry entry;
        entry.sign = Entry::Sign::Bar;
        entry.item.stated = stated;
        entry.placed.right = right;
        entry.placed.left = undated ? Edge::Unknown : Edge::Stated;
        entry.placed.undated = undated;
        entry.meaning = meaning;
        m_entries << entry;
    };
    // With the colours of a kind that occurs.
    bar(used.stated, true, Edge::Stated, false, Texts::tr("時期の記載あり"));
    bar(used.inferred, false, Edge::Stated, false, Texts::tr("時期は推定"));
    bar(used.torn, true, Edge::Unknown, false, Texts::tr("終わりの記載なし"));
    bar(used.tornGuess, false, Edge::Unknown, false, Texts::tr("時期は推定、終わりの記載なし"));
    bar(used.undated, false, Edge::Unknown, true, Texts::tr("年度の記載なし"));
    const int kind = used.kinds.isEmpty() ? 0 : *std::min_element(used.kinds.begin(), used.kinds.end());
    for (Entry &entry : m_entries) {
        if (entry.sign == Entry::Sign::Bar)
            entry.kind = kind;
    }
}

void RoadmapLegend::addText(const QString &sample, const QString &meaning)
{
    Entry entry;
    entry.sample = sample;
    entry.meaning = meaning;
    m_entries << entry;
}

qreal RoadmapLegend::pitch() const
{
    return m_style.note.em() * pitchShare;
}

qreal RoadmapLegend::sampleWidth(const Entry &entry) const
{
    switch (entry.sign) {
    case Entry::Sign::Kind:
        return m_style.markWidth();
    case Entry::Sign::Bar:
        return m_style.note.em() * sampleWidthShare;
    case Entry::Sign::Progress:
        return m_style.note.em();
    case Entry::Sign::Text:
        break;
    }
    return m_style.note.width(entry.sample);
}

qreal RoadmapLegend::widthOf(const Entry &entry) const
{
    return sampleWidth(entry) + m_style.note.width(entry.meaning) + m_style.note.em() * (meaningGap + entryGap);
}

qreal RoadmapLegend::height(qreal width) const
{
    if (m_entries.isEmpty())
        return 0;
    qreal x = 0;
    int rows = 1;
    for (const Entry &entry : m_entries) {
        if (x > 0 && x + widthOf(entry) > width) {
            x = 0;
            ++rows;
        }
        x += widthOf(entry);
    }
    return pitch() * rows + m_style.note.em() * airShare;
}

void RoadmapLegend::paint(QPainter &painter, qreal width) const
{
    RoadmapInk ink(painter, m_style);
    const qreal em = m_style.note.em();
    const qreal inset = (pitch() - em * 1.1) / 2;
    qreal x = 0;
    qreal y = em * airShare;
    for (Entry entry : m_entries) {
        if (x > 0 && x + widthOf(entry) > width) {
            x = 0;
            y += pitch();
        }
        const qreal sample = sampleWidth(entry);
        const QRectF box(x, y + inset, sample, pitch() - 2 * inset);
        const qreal textTop = box.center().y() - m_style.note.pitch() / 2;
        switch (entry.sign) {
        case Entry::Sign::Kind:
            ink.kindMark(entry.sample, entry.kind, box);
            break;
        case Entry::Sign::Bar:
            entry.placed.shape = box;
            ink.bar(entry.placed, entry.item, entry.kind);
            break;
        case Entry::Sign::Progress:
            painter.setPen(m_style.look->ink);
            ink.progress(entry.sample, m_style.note, box);
            break;
        case Entry::Sign::Text:
            painter.setPen(m_style.look->ink);
            ink.lines({entry.sample}, m_style.note, {x, textTop});
            break;
        }
        painter.setPen(m_style.look->ink);
        ink.lines({entry.meaning}, m_style.note, {x + sample + em * meaningGap, textTop});
        x += widthOf(entry);
    }
}

} // namespace shisaku
