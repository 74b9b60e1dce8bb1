// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule's band, and the bands under the table: legend, notes, 位置づけ.
#include "views/look/paper.h"
#include "views/sheet/sheet_band.h"
#include "views/sheet/working_mark.h"

#include <QFontMetricsF>
#include <QPainter>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::mm;
using paper::pt;
using sheet::padX;

namespace {
class ScheduleBand final : public SheetBand {
public:
    ScheduleBand(const Plan &plan, Id<Measure> measure, const QString &heading, double width, const SheetSizes &sizes) :
        m_schedule(plan, measure, heading, sheet::labelWidth, width - sheet::labelWidth, sizes.schedule())
    {}

    const ScheduleLegend &legend() const { return m_schedule.legend(); }
    double height() const override { return m_schedule.height(); }
    QList<double> breaks() const override { return m_schedule.breaks(); }
    double roomFor(double from, double to) const override { return m_schedule.headHeight() + to - from; }

    void paint(QPainter &painter, const QPointF &at, double from, double to, const SheetStyle &style) const override
    {
        m_schedule.paintRows(painter, at + QPointF(0, m_schedule.headHeight()), from, to, *style.look, style.workingMarks);
        m_schedule.paintHead(painter, at, *style.look);
    }

private:
    SheetSchedule m_schedule;
};

class LegendBand final : public SheetBand {
    Q_DECLARE_TR_FUNCTIONS(LegendBand)

public:
    LegendBand(const ScheduleLegend &legend, double width, const SheetSizes &sizes) :
        m_legend(legend), m_width(width), m_font(paper::scaled(textFont(sizes.note() - 0.5)))
    {}

    double height() const override { return m_font.pixelSize() * 1.4; }
    QList<double> breaks() const override { return {height()}; }
    double roomFor(double from, double to) const override { return to - from; }
    bool isInTable() const override { return false; }
    double gap() const override { return pt(3); }

    void paint(QPainter &painter, const QPointF &at, double, double, const SheetStyle &style) const override
    {
        double right = at.x() + m_width;
        // From the right, so that the signs stand under the years.
        if (m_legend.undated)
            right = entry(painter, right, at.y(), tr("年度の記載なし"), Sign::Undated, *style.look);
        if (m_legend.openEnd)
            right = entry(painter, right, at.y(), tr("終期の記載なし"), Sign::OpenEnd, *style.look);
        if (m_legend.inferred)
            entry(painter, right, at.y(), tr("時期は推定を含む"), Sign::Inferred, *style.look);
    }

private:
    enum class Sign { Inferred, OpenEnd, Undated };

    /// Paints one sign and its meaning so that it ends at `right`; returns where the next one ends.
    double entry(QPainter &painter, double right, double top, const QString &text, Sign sign, const Look &look) const
    {
        const QFontMetricsF metrics(m_font);
        const double left = right - metrics.horizontalAdvance(text);
        painter.setFont(m_font);
        painter.setPen(look.ink);
        painter.drawText(QPointF(left, top + height() / 2 + (metrics.ascent() - metrics.descent()) / 2), text);
        const QRectF box(left - pt(23), top + pt(2), pt(20), height() - pt(4));
        using Edge = TimeSpan::Edge;
        if (sign == Sign::Undated) {
            SheetSchedule::paintUndated(painter, box, look);
        } else if (sign == Sign::Inferred) {
            SheetSchedule::paintShape(painter, box, pt(4), Edge::Stated, Edge::Stated, true, look);
        } else {
            SheetSchedule::paintShape(painter, box.adjusted(0, 0, -pt(7), 0), 0, Edge::Stated, Edge::Unknown, false, look);
        }
        return box.left() - pt(12);
    }

    ScheduleLegend m_legend;
    double m_width;
    QFont m_font;
};

/// Paragraphs with a hanging label: 「※1 …」. Also a heading above.
class NotesBand final : public SheetBand {
public:
    NotesBand(const SheetBelow &below, double width, const SheetSizes &sizes) :
        m_width(width), m_font(paper::scaled(textFont(sizes.note())))
    {
        m_heading = TextBlock({below.heading, {}}, paper::scaled(textFont(sizes.note(), true)), width, 1.4);
        m_height = m_heading.height();
        if (!m_heading.isEmpty())
            m_breaks << m_height;
        const QFontMetricsF metrics(m_font);
        for (const SheetCell &cell : below.cells)
            m_indent = std::max(m_indent, cell.label.isEmpty() ? 0 : metrics.horizontalAdvance(cell.label) + pt(4));
        for (const SheetCell &cell : below.cells) {
            Note note{m_height, cell.label, TextBlock(cell.text, m_font, width - m_indent, 1.4), cell.uncertain};
            for (int line = 1; line <= note.text.lineCount(); ++line)
                m_breaks << m_height + line * note.text.lineHeight();
            m_height += std::max(note.text.height(), m_font.pixelSize() * 1.4);
            m_notes.push_back(std::move(note));
        }
        m_breaks << m_height;
    }

    double height() const override { return m_height; }
    QList<double> breaks() const override { return m_breaks; }
    double roomFor(double from, double to) const override { return to - from; }
    bool isInTable() const override { return false; }
    double gap() const override { return pt(6); }

    void paint(QPainter &painter, const QPointF &at, double from, double to, const SheetStyle &style) const override
    {
        painter.setPen(style.look->ink);
        m_heading.draw(painter, at - QPointF(0, from), from, to);
        const QFontMetricsF metrics(m_font);
        const double line = m_font.pixelSize() * 1.4;
        for (const Note &note : m_notes) {
            painter.setPen(style.look->ink);
            const QPointF top = at + QPointF(0, note.top - from);
            if (note.top >= from && note.top < to) {
                painter.setFont(m_font);
                painter.drawText(top + QPointF(0, (line + metrics.ascent() - metrics.descent()) / 2), note.label);
            }
            note.text.draw(painter, top + QPointF(m_indent, 0), from - note.top, to - note.top);
            if (note.uncertain && style.workingMarks && note.top >= from && note.top < to)
                paintWorkingMark(painter, top + QPointF(m_width, 0), *style.look);
        }
    }

private:
    struct Note {
        double top;
        QString label;
        TextBlock text;
        bool uncertain;
    };
    double m_width;
    QFont m_font;
    double m_height = 0;
    double m_indent = 0;
    TextBlock m_heading;
    std::vector<Note> m_notes;
    QList<double> m_breaks;
};

/// 位置づけ: a small table of its own under its heading.
class PlacementBand final : public SheetBand {
public:
    PlacementBand(const SheetBelow &below, double width, const SheetSizes &sizes) : m_width(width)
    {
        const QFont font = paper::scaled(textFont(sizes.label() - 0.5));
        const QFont bold = paper::scaled(textFont(sizes.label() - 0.5, true));
        m_heading = TextBlock({below.heading, {}}, bold, width, 1.5);
        m_height = m_heading.isEmpty() ? 0 : m_heading.height() + pt(2);
        for (const SheetCell &cell : below.cells) {
            m_rows.push_back({m_height, 0, TextBlock({cell.label, {}}, font, m_labelWidth - 2 * padX, 1.3),
                              TextBlock(cell.text, font, width - m_labelWidth - 2 * padX, 1.3)});
            Row &row = m_rows.back();
            row.height = std::max(row.label.height(), row.text.height()) + pt(5);
            m_height += row.height;
            m_breaks << m_height;
        }
    }

    double height() const override { return m_height; }
    QList<double> breaks() const override { return m_breaks; }
    double roomFor(double from, double to) const override { return to - from; }
    bool isInTable() const override { return false; }
    double gap() const override { return pt(9); }

    void paint(QPainter &painter, const QPointF &at, double from, double to, const SheetStyle &style) const override
    {
        const Look &look = *style.look;
        painter.setPen(look.ink);
        m_heading.draw(painter, at - QPointF(0, from), from, to);
        double tableTop = -1;
        double bottom = at.y();
        for (const Row &row : m_rows) {
            if (row.top < from - 1 || row.top >= to)
                continue;
            const QRectF cell(at.x(), at.y() + row.top - from, m_width, row.height);
            painter.fillRect(QRectF(cell.topLeft(), QSizeF(m_labelWidth, row.height)), look.head);
            painter.setPen(QPen(look.ink, paper::innerRule));
            if (tableTop >= 0)
                painter.drawLine(cell.topLeft(), cell.topRight());
            else
                tableTop = cell.top();
            painter.drawLine(cell.topLeft() + QPointF(m_labelWidth, 0), cell.bottomLeft() + QPointF(m_labelWidth, 0));
            painter.setPen(look.ink);
            row.label.draw(painter, QPointF(cell.left() + padX, cell.center().y() - row.label.height() / 2));
            row.text.draw(painter, QPointF(cell.left() + m_labelWidth + padX, cell.center().y() - row.text.height() / 2));
            bottom = cell.bottom();
        }
        if (tableTop < 0)
            return;
        painter.setPen(QPen(look.ink, paper::outerRule, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(QPointF(at.x(), tableTop), QPointF(at.x() + m_width, bottom)));
    }

private:
    struct Row {
        double top;
        double height;
        TextBlock label;
        TextBlock text;
    };
    static constexpr double m_labelWidth = mm(48);
    double m_width;
    double m_height = 0;
    TextBlock m_heading;
    std::vector<Row> m_rows;
    QList<double> m_breaks;
};
} // namespace

std::unique_ptr<SheetBand> scheduleBand(const Plan &plan, Id<Measure> measure, const QString &heading, double width,
                                        const SheetSizes &sizes, ScheduleLegend *legend)
{
    auto band = std::make_unique<ScheduleBand>(plan, measure, heading, width, sizes);
    *legend = band->legend();
    return band;
}

std::unique_ptr<SheetBand> legendBand(const ScheduleLegend &legend, double width, const SheetSizes &sizes)
{
    return std::make_unique<LegendBand>(legend, width, sizes);
}

std::unique_ptr<SheetBand> belowBand(const SheetBelow &below, double width, const SheetSizes &sizes)
{
    if (below.cells.isEmpty())
        return nullptr;
    if (below.kind == SheetBelow::Kind::Table)
        return std::make_unique<PlacementBand>(below, width, sizes);
    return std::make_unique<NotesBand>(below, width, sizes);
}

} // namespace shisaku
