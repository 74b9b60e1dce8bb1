// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet (個別施策票) of a measure at twice its size, on as many slides as that takes.
#pragma once

#include "views/present/slide_set.h"
#include "views/sheet/sheet_layout.h"

namespace shisaku {

class SheetSlides : public SlideSet {
public:
    SheetSlides(const Plan &plan, Id<Measure> measure, const Look &look);

    Id<Measure> measure() const { return m_measure; }
    double bodyPoints() const;

    int count() const override { return m_layout.pageCount(); }
    QString title(int index) const override;
    void paint(QPainter &painter, int index) const override;

private:
    Id<Measure> m_measure;
    QString m_title;
    SheetLayout m_layout;
    const Look &m_look;
};

} // namespace shisaku
