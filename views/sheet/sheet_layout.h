// SPDX-License-Identifier: GPL-3.0-or-later
// One measure's sheet on pages: as large as it can be on one page, and from page to page when that is too small.
#pragma once

#include "views/sheet/sheet_band.h"

#include <QHash>
#include <QRectF>

namespace shisaku {

/// Lengths are in units of the page (views/look/paper.h).
class SheetLayout {
public:
    /// `body` is the part of the paper inside the margins. `notes` and `day`: see SheetContent.
    SheetLayout(const Plan &plan, Id<Measure> measure, const QRectF &body, const PlanNotes *notes = nullptr,
                const PlanTime &day = {});

    int pageCount() const { return static_cast<int>(m_pages.size()); }
    void paint(QPainter &painter, int page, const SheetStyle &style) const;
    /// Of what stands on a page, without the room left below it.
    double height(int page) const;
    /// Where the blocks of the template stand on a page; the title row has a null id.
    struct BlockPlace {
        Id<Block> block;
        QRectF place;
    };
    QList<BlockPlace> blocksOn(int page) const;
    /// Size of the body text, in points: 10.5, or less for a long sheet.
    double bodyPoints() const { return m_sizes.body; }

private:
    /// A part of a band on a page.
    struct Portion {
        const SheetBand *band;
        double y;
        double room;
        double from;
        double to;
    };
    using Page = std::vector<Portion>;

    void fill(const Plan &plan, Id<Measure> measure, const SheetContent &content);
    void flow(const SheetContent &content);
    /// Where to divide a band so that no more than `room` is taken; nothing if no part of it fits.
    static std::optional<double> cut(const SheetBand &band, double from, double room);
    double startPage(const SheetContent &content);

    QRectF m_body;
    SheetSizes m_sizes;
    std::unique_ptr<SheetBand> m_title;
    std::unique_ptr<SheetBand> m_continuedTitle; // of a sheet that needs another page
    SheetBands m_bands;
    QHash<const SheetBand *, Id<Block>> m_blocks;
    std::vector<Page> m_pages;
};

} // namespace shisaku
