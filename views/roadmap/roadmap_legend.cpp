// SPDX-License-Identifier: GPL-3.0-or-later
// The legend under a printed roadmap: every sign it uses, drawn by the same code as the signs themselves.
#include "views/roadmap/roadmap_painter.h"

#include <QCoreApplication>
#include <QPainter>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapLegend)
};

constexpr qreal sampleEms = 2.6;
} // namespace

struct RoadmapPainter::LegendEntry {
    enum class Sign : quint8 { Kind, Bar, Text };
    Sign sign = Sign::Text;
    const Choice *kind = nullptr;
    int kindIndex = 0;
    ScheduleItem item;
    PlacedItem placed;
    QString sample;
    QString meaning;

    qreal sampleWidth(const RoadmapStyle &style) const
    {
        switch (sign) {
        case Sign::Kind:
            return style.markWidth();
        case Sign::Bar:
            return style.note.em() * sampleEms;
        case Sign::Text:
            break;
        }
        return style.note.width(sample);
    }
    qreal width(const RoadmapStyle &style) const
    {
        return sampleWidth(style) + style.cellPadding() * 0.6 + style.note.width(meaning) + style.note.em() * 1.5;
    }
};

QList<RoadmapPainter::LegendEntry> RoadmapPainter::legendEntries(const RoadmapScene &scene)
{
    using Sign = LegendEntry::Sign;
    using Edge = TimeSpan::Edge;
    QList<LegendEntry> entries;
    const auto kinds = scene.plan().choices(u"kind");
    for (int i = 0; i < kinds.size(); ++i)
        entries << LegendEntry{Sign::Kind, kinds[i], i, {}, {}, {}, kinds[i]->label};
    const auto bar = [&](bool stated, Edge right, bool undated, const QString &meaning) {
        LegendEntry entry;
        entry.sign = Sign::Bar;
        entry.item.stated = stated;
        entry.placed.right = right;
        entry.placed.left = undated ? Edge::Unknown : Edge::Stated;
        entry.placed.undated = undated;
        entry.meaning = meaning;
        entries << entry;
    };
    bar(true, Edge::Stated, false, Texts::tr("時期の記載あり"));
    bar(false, Edge::Stated, false, Texts::tr("時期は推定"));
    bar(false, Edge::Unknown, false, Texts::tr("終わりの記載なし"));
    bar(false, Edge::Unknown, true, Texts::tr("期間未定"));
    const auto text = [&](const QString &sample, const QString &meaning) {
        LegendEntry entry;
        entry.sample = sample;
        entry.meaning = meaning;
        entries << entry;
    };
    text(QStringLiteral("▲△"), Texts::tr("節目（破線付きは時期が推定）"));
    text(QStringLiteral("(13)"), Texts::tr("再掲"));
    return entries;
}

qreal legendHeight(const RoadmapScene &scene, qreal width)
{
    const RoadmapStyle &style = scene.style();
    qreal x = 0;
    int rows = 1;
    for (const auto &entry : RoadmapPainter::legendEntries(scene)) {
        if (x > 0 && x + entry.width(style) > width) {
            x = 0;
            ++rows;
        }
        x += entry.width(style);
    }
    return style.note.pitch() * 1.5 * rows + style.cellPadding();
}

void RoadmapPainter::legend(qreal width)
{
    const qreal pitch = style().note.pitch();
    qreal x = 0;
    qreal y = style().cellPadding();
    for (LegendEntry &entry : legendEntries(m_scene)) {
        if (x > 0 && x + entry.width(style()) > width) {
            x = 0;
            y += pitch * 1.5;
        }
        const qreal sampleWidth = entry.sampleWidth(style());
        switch (entry.sign) {
        case LegendEntry::Sign::Kind:
            kindMark(*entry.kind, entry.kindIndex, {x, y});
            break;
        case LegendEntry::Sign::Bar:
            entry.placed.shape = QRectF(x, y, sampleWidth, pitch);
            bar(entry.placed, entry.item, 0);
            break;
        case LegendEntry::Sign::Text:
            m_painter.setPen(look().ink);
            lines({entry.sample}, style().note, {x, y});
            break;
        }
        m_painter.setPen(look().ink);
        lines({entry.meaning}, style().note, {x + sampleWidth + style().cellPadding() * 0.6, y});
        x += entry.width(style());
    }
}

} // namespace shisaku
