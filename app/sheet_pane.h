// SPDX-License-Identifier: GPL-3.0-or-later
// The right pane: the measure's form above, its printed sheet below, live.
#pragma once

#include "models/edit/plan_document.h"

#include <QSplitter>

namespace shisaku {

class SheetForm;
class SheetPreview;

class SheetPane : public QSplitter {
    Q_OBJECT

public:
    explicit SheetPane(QWidget *parent = nullptr);

    void setDocument(PlanDocument &document);
    void setMeasure(Id<Measure> measure);
    /// Hands over what is still being typed.
    void flush();

signals:
    void measureRequested(shisaku::Id<shisaku::Measure> measure);

private:
    PlanDocument *m_document = nullptr;
    SheetForm *m_form = nullptr;
    SheetPreview *m_preview;
};

} // namespace shisaku
