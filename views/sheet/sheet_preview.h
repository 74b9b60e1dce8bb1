// SPDX-License-Identifier: GPL-3.0-or-later
// The live picture of one measure's printed sheet, as wide as the pane.
#pragma once

#include "views/sheet/sheet_painter.h"

#include <QScrollArea>

#include <memory>

namespace shisaku {

class SheetPreview : public QScrollArea {
    Q_OBJECT

public:
    explicit SheetPreview(QWidget *parent = nullptr);

    /// Shows the sheet of a measure of `plan` as it is now; a null measure shows an invitation instead.
    void show(const Plan &plan, Id<Measure> measure);
    Id<Measure> measure() const { return m_measure; }

private:
    class Pages;

    Pages *m_pages;
    Id<Measure> m_measure;
};

} // namespace shisaku
