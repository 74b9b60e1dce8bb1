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

    /// The plan shown from the next fill() on.
    void setDocument(PlanDocument &document) { m_document = &document; }
    /// Makes the form and shows the measure. Called once the window is on the screen, so that the roadmap need not wait for it.
    void fill();
    void setMeasure(Id<Measure> measure);
    /// Goes into the first field of the form.
    void takeFocus();
    /// The division between form and sheet, as one sitting leaves it for the next.
    QByteArray division() const { return m_form ? saveState() : m_division; }
    void setDivision(const QByteArray &division) { m_division = division; }
    /// Hands over what is still being typed.
    void flush();
    /// Lets the officer name the measure shown, if the form is to be seen.
    void editTitle();

signals:
    /// Something is typed that the plan does not have yet; flush() hands it over.
    void typed();
    void measureRequested(shisaku::Id<shisaku::Measure> measure);

private:
    PlanDocument *m_document = nullptr;
    Id<Measure> m_measure;
    SheetForm *m_form = nullptr;
    SheetPreview *m_preview;
    QByteArray m_division; ///< Kept until there is a form to divide from.
};

} // namespace shisaku
