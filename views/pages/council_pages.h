// SPDX-License-Identifier: GPL-3.0-or-later
// A council paper (会議資料): a title block, numbered headings, paragraphs, ruled tables and charts, flowing over A4 pages.
#pragma once

#include "models/results/chart_data.h"
#include "views/look/page_style.h"
#include "views/pages/print_job.h"
#include "views/sheet/text_block.h"

#include <QCoreApplication>

#include <functional>

namespace shisaku {

struct CouncilColumn {
    QString head;
    double width = 0; ///< In mm; 0 shares what is left.
    Qt::Alignment alignment = Qt::AlignLeft;
    bool names = false; ///< Lines break between names only.
};

/// Rows are as long as the columns; a row of one cell is a heading across all of them, with a bookmark. Rows never divide between
/// pages; the head is repeated. A table without a column that shares what is left stands in the middle.
struct CouncilTable {
    QString caption; ///< 「表1 …」 above the table; may be empty.
    QString unit;    ///< 「（単位：時間）」 at the right of the caption; may be empty.
    QList<CouncilColumn> columns;
    QList<QStringList> rows;
    bool total = false;      ///< The last row is 合計.
    bool mergeFirst = false; ///< Equal neighbours in the first column share a cell.
    /// Where they do, an empty cell of the second column belongs to the one above.
    bool mergeSecond = false;
};

/// The content from the top; made with add…() and then given to CouncilPages.
class CouncilText {
public:
    /// Something drawn from its top left corner.
    struct Drawing {
        QSizeF size;
        std::function<void(QPainter &, const QPointF &at)> paint;
    };
    struct Block {
        enum class Kind : quint8 { Heading, Paragraph, Note, Table, Chart, Figure, Drawing };
        Kind kind = Kind::Paragraph;
        int level = 0; ///< Of a heading: 1 「1」, 2 「(1)」, 3 「①」. Else the heading it stands under.
        QString text;  ///< Of a chart or a figure: its caption.
        CouncilTable table;
        ChartData chart;
        bool names = false;
        QByteArray picture = {}; ///< Of a figure; see FigurePicture.
        QString source = {};     ///< Of a figure.
        Drawing drawing = {};
    };

    /// Numbers the heading: 1 → (1) → ①.
    void addHeading(int level, const QString &text);
    /// A heading that brings its own number, or has none.
    void addPlainHeading(int level, const QString &text);
    void addParagraph(const QString &text);
    /// Small print, beginning with ※. Lines of `names` break between names only.
    void addNote(const QString &text, bool names = false);
    void addTable(const CouncilTable &table);
    /// A chart as wide as the page, its caption (「図1　…」) below.
    void addChart(const ChartData &chart, const QString &caption);

    /// A picture, no wider than the text, with its caption and where it comes from (出典) below.
    void addFigure(const QByteArray &picture, const QString &caption, const QString &source);

    /// A drawing in the middle of the text; it must fit there.
    void addDrawing(const Drawing &drawing);

    const QList<Block> &blocks() const { return m_blocks; }

private:
    QList<Block> m_blocks;
    int m_level = 0;
    int m_numbers[3] = {0, 0, 0};
};

class CouncilPages {
    Q_DECLARE_TR_FUNCTIONS(CouncilPages)

public:
    /// A4 upright, room for two holes.
    static paper::Spec usualPaper() { return {QPageSize::A4, QPageLayout::Portrait, {25, 20, 18, 22}}; }

    /// Without a title nothing of the head but its number is printed; the mark stands behind the title.
    CouncilPages(const QString &title, const CouncilText &text, const PageStyle &style, const paper::Spec &usual = usualPaper());

    int count() const { return static_cast<int>(m_pages.size()); }
    void paint(QPainter &painter, int page) const;
    /// Where the headings stand.
    const QList<Bookmark> &headings() const { return m_headings; }

private:
    /// Something that never divides: a line of text, a row of a table.
    struct Piece {
        double height = 0;
        double gap = 0;            ///< Space above, left out at the top of a page.
        bool keepWithNext = false; ///< Never the last one on a page.
        int table = -1;            ///< Pieces of one table; its head is repeated.
        bool isHead = false;
        std::function<void(QPainter &, double y, bool firstOnPage)> paint;
        QString heading;
        int headingLevel = 0;
        double alone = 0; ///< Height as the first row on a page, where a shared cell begins again; 0: the same.
    };
    struct Row;
    struct Placed {
        size_t piece = 0;
        double y = 0;
        bool firstOnPage = false;
    };
    struct Page {
        std::vector<Placed> pieces;
        QList<QRectF> frames; ///< Of the tables.
    };

    void addTitle(const QString &title);
    void addBlock(const CouncilText::Block &block);
    void addLines(TextBlock text, double indent, double gap, Qt::Alignment alignment, bool keep);
    void addText(const QString &text, const QFont &font, double indent, double gap, Qt::Alignment alignment, bool keep);
    void addTable(const CouncilTable &table, double indent);
    void addCaption(const CouncilTable &table, double indent);
    void addChart(const ChartData &data, const QString &caption);
    void addFigure(const CouncilText::Block &block, double indent);
    void addDrawing(const CouncilText::Drawing &drawing);
    void addRow(const CouncilTable &table, const QStringList &cells, const QList<double> &widths, double left, int row);
    void flow();
    double needed(size_t first) const;
    static QString flowedNames(const QString &text, const QFont &font, double width);

    PageStyle m_style;
    paper::Spec m_paper;
    QRectF m_body;
    std::vector<Piece> m_pieces;
    QList<QRectF> m_tables; ///< Left and width of each table.
    double m_headHeight = 0; ///< Of the table that is being added.
    std::vector<Page> m_pages;
    QList<Bookmark> m_headings;
};

/// The paper as a print job.
PrintJob councilJob(const QString &title, const CouncilText &text, const PageStyle &style,
                    const paper::Spec &usual = CouncilPages::usualPaper());

} // namespace shisaku
