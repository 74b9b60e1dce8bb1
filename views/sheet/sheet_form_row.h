// SPDX-License-Identifier: GPL-3.0-or-later
// One row of the form as on the printed sheet: a narrow shaded label at the left, the field beside it (or below, for grids).
#pragma once

#include "views/sheet/form_field.h"

class QLabel;

namespace shisaku {

class SheetFormRow : public QWidget {
    Q_OBJECT

public:
    /// `stacked` puts the label above the part, which then has the whole width.
    SheetFormRow(const QString &label, FormField *part, bool stacked, QWidget *parent = nullptr);

    FormField *part() const { return m_part; }
    void updateDoubt();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FormField *m_part;
    QLabel *m_label;
    DoubtMark *m_doubt;
    bool m_stacked;
};

} // namespace shisaku
