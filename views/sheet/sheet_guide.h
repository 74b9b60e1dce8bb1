// SPDX-License-Identifier: GPL-3.0-or-later
// 票の見方: a specimen of the plan's sheet with a number at every block, what each means, and the definitions of the choices.
#pragma once

#include "views/sheet/sheet_painter.h"

namespace shisaku {

class SheetGuide {
    Q_DECLARE_TR_FUNCTIONS(SheetGuide)

public:
    explicit SheetGuide(const Plan &plan, SheetOptions options = {});

    int count() const { return static_cast<int>(m_pages.size()); }
    void paint(QPainter &painter, int page) const;

private:
    /// A number at a block, and what is said about it.
    struct Callout {
        QString mark;
        double y = 0; ///< Middle of the block on the page.
        TextBlock name;
        TextBlock text;
        double top = 0; ///< Where its words begin.
    };
    struct Row {
        double top = 0;
        double height = 0;
        std::vector<TextBlock> cells;
        bool head = false;
        bool heading = false; ///< The title of a table.
    };
    struct Page {
        std::vector<Row> rows;
    };

    void addCallouts(const Plan &plan, const Plan &specimen);
    QString meaning(const Plan &plan, const Block &block) const;
    void addDefinitions(const Plan &plan, const QString &list, const QString &title, double &y);
    void addRow(const QStringList &cells, bool head, double &y);
    void paintSpecimen(QPainter &painter) const;
    void paintRows(QPainter &painter, const Page &page) const;

    SheetOptions m_options;
    paper::Spec m_paper;
    QRectF m_body;
    QString m_planTitle;
    TextBlock m_title;
    std::shared_ptr<const SheetLayout> m_specimen;
    double m_scale = 1;
    double m_specimenTop = 0;
    double m_specimenHeight = 0;
    std::vector<Callout> m_callouts;
    std::vector<Page> m_pages;
};

} // namespace shisaku
