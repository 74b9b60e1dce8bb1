// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule of a printed sheet as words: a row a 取組, a cell a fiscal year.
#include "models/schedule/period_edit.h"
#include "models/schedule/year_cells.h"
#include "views/look/paper.h"
#include "views/sheet/sheet_band.h"
#include "views/sheet/working_mark.h"

#include <QPainter>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::pt;
using sheet::labelWidth;
using sheet::padX;

namespace {
constexpr double leading = 1.35;
constexpr double rowPad = pt(4);

class YearsBand final : public SheetBand {
    Q_DECLARE_TR_FUNCTIONS(YearsBand)

public:
    YearsBand(const Plan &plan, Id<Measure> measure, const QString &heading, double width, const SheetSizes &sizes) :
        m_width(width), m_font(paper::scaled(textFont(std::max(9.0, sizes.body - 0.5)))),
        m_headFont(paper::scaled(textFont(sizes.label(), true)))
    {
        const YearColumns years = YearColumns::of(plan);
        const auto initiatives = plan.parts<&Initiative::measure>(measure);
        const bool before = std::any_of(initiatives.begin(), initiatives.end(),
                                        [&](const Initiative *row) { return !entriesBeside(plan, row->id, years, -1).isEmpty(); });
        const bool after = std::any_of(initiatives.begin(), initiatives.end(),
                                       [&](const Initiative *row) { return !entriesBeside(plan, row->id, years, 1).isEmpty(); });
        m_columnWidth = (width - labelWidth) / (years.count() + (before ? 1 : 0) + (after ? 1 : 0));
        m_heading = TextBlock::label(heading, m_headFont, labelWidth - padX);
        if (before)
            addColumn(tr("～%1").arg(PlanTime::fiscalYear(years.first - 1).toJapanese()));
        for (int year = years.first; year <= years.last; ++year)
            addColumn(PlanTime::fiscalYear(year).toJapanese());
        if (after)
            addColumn(tr("%1～").arg(PlanTime::fiscalYear(years.last + 1).toJapanese()));
        for (const TextBlock &column : m_columns)
            m_headHeight = std::max({m_headHeight, column.height() + pt(6)});
        // One 取組 needs no name of its own beside the measure's: the heading stands for both lines.
        m_named = initiatives.size() != 1;
        if (m_named)
            m_headHeight = std::max(m_headHeight, m_heading.height() + pt(6));
        for (const Initiative *initiative : initiatives)
            addRow(plan, *initiative, years, before, after);
        if (initiatives.isEmpty())
            finish(Row());
    }

    double height() const override { return m_height; }
    QList<double> breaks() const override { return m_breaks; }
    double roomFor(double from, double to) const override { return m_headHeight + to - from; }

    void paint(QPainter &painter, const QPointF &at, double from, double to, const SheetStyle &style) const override
    {
        const Look &look = *style.look;
        const double bottom = at.y() + m_headHeight + to - from;
        painter.fillRect(QRectF(at, QSizeF(labelWidth, bottom - at.y())), look.head);
        painter.fillRect(QRectF(at, QSizeF(m_width, m_headHeight)), look.head);
        painter.setPen(look.ink);
        const double headingRoom = m_named ? m_headHeight : bottom - at.y();
        m_heading.draw(painter, at + QPointF((labelWidth - m_heading.width()) / 2, (headingRoom - m_heading.height()) / 2),
                       Qt::AlignHCenter);
        double x = at.x() + labelWidth;
        for (const TextBlock &column : m_columns) {
            painter.setPen(look.ink);
            column.draw(painter, QPointF(x, at.y() + (m_headHeight - column.height()) / 2), Qt::AlignHCenter);
            x += m_columnWidth;
        }
        for (const Row &row : m_rows) {
            if (row.top >= from - 1 && row.top < to)
                paintRow(painter, at + QPointF(0, m_headHeight + row.top - from), row, style);
        }
        painter.setPen(QPen(look.ink, paper::innerRule));
        const double headLeft = m_named ? at.x() : at.x() + labelWidth;
        painter.drawLine(QPointF(headLeft, at.y() + m_headHeight), QPointF(at.x() + m_width, at.y() + m_headHeight));
        painter.drawLine(at + QPointF(labelWidth, 0), QPointF(at.x() + labelWidth, bottom));
        for (size_t i = 1; i < m_columns.size(); ++i) {
            const double left = at.x() + labelWidth + static_cast<double>(i) * m_columnWidth;
            painter.drawLine(QPointF(left, at.y()), QPointF(left, at.y() + m_headHeight));
        }
    }

private:
    struct Row {
        double top = 0;
        double height = 0;
        double cellsHeight = 0;
        TextBlock title;
        std::vector<TextBlock> cells;
        TextBlock remark; ///< What has no date, and the 取組's own remark.
        bool uncertain = false;
    };

    void addColumn(const QString &label) { m_columns.push_back(TextBlock({label, {}}, m_headFont, m_columnWidth, leading)); }

    /// The entries of a cell, long ones broken where one reads a pause.
    QString linesOf(const QList<YearEntry> &entries) const
    {
        QStringList lines;
        for (const YearEntry &entry : entries)
            lines << flowed({entry.shown()}, m_font, m_columnWidth - padX);
        return lines.join(u'\n');
    }

    void addRow(const Plan &plan, const Initiative &initiative, const YearColumns &years, bool before, bool after)
    {
        Row row;
        if (m_named)
            row.title = TextBlock::label(initiative.title, m_font, labelWidth - padX);
        const auto addCell = [&](const QList<YearEntry> &entries) {
            row.cells.push_back(TextBlock({linesOf(entries), {}}, m_font, m_columnWidth - padX, leading));
            for (const YearEntry &entry : entries)
                row.uncertain |= !plan.annotations(entry.row, u"要原典確認").isEmpty();
        };
        if (before)
            addCell(entriesBeside(plan, initiative.id, years, -1));
        for (int year = years.first; year <= years.last; ++year)
            addCell(yearEntries(plan, initiative.id, year));
        if (after)
            addCell(entriesBeside(plan, initiative.id, years, 1));
        QStringList remarks;
        for (const YearEntry &entry : entriesBeside(plan, initiative.id, years, 0))
            remarks << undatedLabel(entry.text);
        if (!initiative.remark.isEmpty())
            remarks << tr("※ %1").arg(initiative.remark);
        row.remark = TextBlock({remarks.join(u'\n'), {}}, m_font, m_width - labelWidth - padX, leading);
        row.uncertain |= !plan.annotations(initiative.id.row, u"要原典確認").isEmpty();
        finish(std::move(row));
    }

    void finish(Row row)
    {
        row.cellsHeight = m_font.pixelSize() * leading;
        for (const TextBlock &cell : row.cells)
            row.cellsHeight = std::max(row.cellsHeight, cell.height());
        row.cellsHeight += 2 * rowPad;
        row.height = std::max(row.cellsHeight + (row.remark.isEmpty() ? 0 : row.remark.height() + 2 * rowPad),
                              row.title.height() + 2 * rowPad);
        if (!m_named)
            row.height = std::max(row.height, m_heading.height() + 2 * rowPad - m_headHeight);
        if (row.remark.isEmpty())
            row.cellsHeight = row.height;
        row.top = m_height;
        m_height += row.height;
        m_breaks << m_height;
        m_rows.push_back(std::move(row));
    }

    void paintRow(QPainter &painter, const QPointF &at, const Row &row, const SheetStyle &style) const
    {
        const Look &look = *style.look;
        painter.setPen(look.ink);
        row.title.draw(painter, at + QPointF((labelWidth - row.title.width()) / 2, (row.height - row.title.height()) / 2),
                       Qt::AlignHCenter);
        double x = at.x() + labelWidth;
        for (const TextBlock &cell : row.cells) {
            painter.setPen(look.ink);
            cell.draw(painter, QPointF(x + padX / 2, at.y() + (row.cellsHeight - cell.height()) / 2), Qt::AlignHCenter);
            if (x > at.x() + labelWidth) {
                painter.setPen(QPen(look.ink, paper::innerRule));
                painter.drawLine(QPointF(x, at.y()), QPointF(x, at.y() + row.cellsHeight));
            }
            x += m_columnWidth;
        }
        if (!row.remark.isEmpty()) {
            painter.setPen(look.ink);
            row.remark.draw(painter, at + QPointF(labelWidth + padX / 2, row.cellsHeight + rowPad));
            painter.setPen(QPen(look.ink, paper::innerRule));
            painter.drawLine(at + QPointF(labelWidth, row.cellsHeight), at + QPointF(m_width, row.cellsHeight));
        }
        if (row.top > 0) {
            painter.setPen(QPen(look.ink, paper::innerRule));
            painter.drawLine(at, at + QPointF(m_width, 0));
        }
        if (row.uncertain && style.workingMarks)
            paintWorkingMark(painter, at + QPointF(m_width, 0), look);
    }

    double m_width;
    QFont m_font;
    QFont m_headFont;
    double m_columnWidth = 0;
    double m_headHeight = 0;
    double m_height = 0;
    bool m_named = false;
    TextBlock m_heading;
    std::vector<TextBlock> m_columns;
    std::vector<Row> m_rows;
    QList<double> m_breaks;
};
} // namespace

std::unique_ptr<SheetBand> yearsBand(const Plan &plan, Id<Measure> measure, const QString &heading, double width,
                                     const SheetSizes &sizes)
{
    return std::make_unique<YearsBand>(plan, measure, heading, width, sizes);
}

} // namespace shisaku
