// SPDX-License-Identifier: GPL-3.0-or-later
// 施策一覧表: the measures of a plan as a table with number, title, kind, horizon and 所管課.
#pragma once

#include "models/order/grouping.h"
#include "views/look/page_style.h"
#include "views/pages/print_job.h"
#include "views/sheet/text_block.h"

#include <QCoreApplication>

#include <array>

namespace shisaku {

/// The mark stands behind the title.
struct ListOptions : PageStyle {
    MeasureFilter filter; ///< Empty: all measures.
};

/// Rows never divide between pages; the head is repeated on each.
class ListPages {
    Q_DECLARE_TR_FUNCTIONS(ListPages)

public:
    /// A4 upright, room for two holes.
    static paper::Spec usualPaper() { return {QPageSize::A4, QPageLayout::Portrait, {25, 20, 18, 22}}; }

    ListPages(const Plan &plan, const Grouping &grouping, ListOptions options);

    int count() const { return static_cast<int>(m_pages.size()); }
    void paint(QPainter &painter, int page) const;
    /// Where the groups begin.
    const QList<Bookmark> &groups() const { return m_groups; }

private:
    enum Column { Number, Title, Kind, Horizon, Office, ColumnCount };
    struct Row {
        int groupLevel = -1;          ///< -1: a measure.
        std::vector<TextBlock> cells; ///< One for a group.
        double height = 0;
        QString group;
    };
    struct Page {
        double top = 0; ///< Of the table.
        size_t first = 0;
        size_t end = 0;
    };

    double left(int column) const;
    void chooseColumns(const Plan &plan);
    void addNode(const Plan &plan, const GroupNode &node, int level);
    void addMeasure(const Plan &plan, const Measure &measure, bool repeat);
    void addGroup(const GroupNode &node, int level);
    void flow();
    void paintTitle(QPainter &painter) const;
    void paintHead(QPainter &painter, double y) const;
    void paintRow(QPainter &painter, const Row &row, double y) const;

    ListOptions m_options;
    paper::Spec m_paper;
    QRectF m_body;
    std::array<double, ColumnCount> m_widths{}; ///< 0: the column is left out.
    TextBlock m_title;
    TextBlock m_note;
    double m_titleHeight = 0;
    std::vector<TextBlock> m_heads;
    double m_headHeight = 0;
    std::vector<Row> m_rows;
    QList<Page> m_pages;
    QList<Bookmark> m_groups;
};

} // namespace shisaku
