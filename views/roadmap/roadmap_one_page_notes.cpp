// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_one_page_notes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapOnePage)
};

// Heights and distances in sizes of a character.
constexpr qreal pitchShare = 1.1;
constexpr qreal gapShare = 1.5;
constexpr qreal aboveShare = 0.4;
constexpr int mostLines = 99;

/// The number stands apart from that of the measure: 「※1 施策5」.
QString numbered(const QString &sign, const QString &text)
{
    return sign + u' ' + text;
}
} // namespace

QString OnePageNotes::textOf(const OnePageRow &row, int item) const
{
    const RoadmapLine &line = m_material.lines[row.line];
    const Measure &measure = *m_material.task.plan->find(Id<Measure>(m_material.task.tree->at(line.measure).row));
    const ScheduleItem &what = row.digest.items[item].what;
    return Texts::tr("施策%1　%2").arg(measure.number, what.label);
}

qreal OnePageNotes::height(const QList<OnePageRow> &rows) const
{
    const qreal room = m_material.task.room.width();
    int lines = 0;
    qreal used = room;
    for (const OnePageRow &row : rows) {
        for (int item : row.packed.noted) {
            const qreal width = m_text.width(numbered(u"※99"_s, textOf(row, item))) + m_em * gapShare;
            if (used + width > room) {
                lines += static_cast<int>(std::ceil(width / room));
                used = 0;
            }
            used += width;
        }
    }
    return lines > 0 ? m_em * (pitchShare * lines + 0.5) : 0;
}

qreal OnePageNotes::width(const OnePageRow &row, const QList<int> &noted) const
{
    qreal width = 0;
    for (int item : noted)
        width += m_text.width(textOf(row, item));
    return width;
}

QList<OnePageNote> OnePageNotes::set(QList<OnePageRow> &rows, qreal y) const
{
    QList<OnePageNote> notes;
    const qreal room = m_material.task.room.width();
    const qreal pitch = m_em * pitchShare;
    y += m_em * aboveShare;
    qreal x = 0;
    for (OnePageRow &row : rows) {
        std::sort(row.packed.noted.begin(), row.packed.noted.end());
        for (int item : std::as_const(row.packed.noted)) {
            OnePageNote note;
            note.sign = u"※%1"_s.arg(notes.size() + 1);
            row.packed.items[item].text.lines = {note.sign};
            const QString text = numbered(note.sign, textOf(row, item));
            const qreal width = m_text.width(text);
            if (x > 0 && x + width > room) {
                x = 0;
                y += pitch;
            }
            note.text.lines = m_text.wrapped(text, room, mostLines);
            note.text.pitch = pitch;
            note.text.rect = QRectF(x, y, std::min(width, room), pitch * static_cast<qreal>(note.text.lines.size()));
            x += width + m_em * gapShare;
            y += pitch * static_cast<qreal>(note.text.lines.size() - 1);
            notes << note;
        }
    }
    return notes;
}

} // namespace shisaku
