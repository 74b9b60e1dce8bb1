// SPDX-License-Identifier: GPL-3.0-or-later
// A council paper as a flow of headings, texts, tables and charts, broken into pages: tables repeat their heads, rows stay whole.
#pragma once

#include "models/item/chart_data.h"
#include "views/look/look.h"
#include "views/pages/print_job.h"

#include <memory>

namespace shisaku {

struct PaperTable {
    struct Column {
        QString head;
        double width = 0; ///< Share of the table's width.
        Qt::Alignment alignment = Qt::AlignLeft;
        bool figures = false;
        bool names = false; ///< Lines break between names only.
    };
    struct Row {
        QStringList cells;
        bool total = false; ///< Bold, under a heavier rule.
    };
    QList<Column> columns;
    QList<Row> rows;
    double width = 1; ///< Share of the page's width; a narrow table stands in the middle.
};

class PaperFlow {
public:
    PaperFlow(const paper::Spec &spec, const Look &look);

    void title(const QString &text);
    /// A line set to the right, as date and office.
    void lineRight(const QString &text);
    /// Stays with what follows and becomes a bookmark.
    void heading(const QString &text);
    void text(const QString &text);
    void note(const QString &text);
    /// 「表1　…」 above a table, with the unit at the right.
    void tableCaption(const QString &text, const QString &unit = {});
    void figureCaption(const QString &text);
    void table(const PaperTable &table);
    void chart(const ChartData &chart);
    void gap(double points);

    /// Breaks what was added into pages; call once, after everything is there.
    void finish();
    int count() const { return static_cast<int>(m_pages.size()); }
    const QList<Bookmark> &bookmarks() const { return m_bookmarks; }
    void paint(QPainter &painter, int page) const;

private:
    using Paint = std::function<void(QPainter &, double y)>;
    struct Block {
        double height = 0;
        Paint paint;
        bool withNext = false;
        int head = -1; ///< The table head that is repeated above it on a new page.
        bool isGap = false;
        QString bookmark;
    };
    struct Placed {
        double y = 0;
        int block = 0;
    };

    void add(Block block) { m_blocks.push_back(std::move(block)); }
    void addText(const QString &text, double points, bool bold, Qt::Alignment alignment, const QColor &colour, bool withNext);
    Block tableRow(const PaperTable &table, const PaperTable::Row &row, bool head, bool last) const;
    double runHeight(size_t first) const;

    paper::Spec m_spec;
    const Look &m_look;
    QRectF m_body;
    std::vector<Block> m_blocks;
    QList<QList<Placed>> m_pages;
    QList<Bookmark> m_bookmarks;
};

} // namespace shisaku
