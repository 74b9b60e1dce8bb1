// SPDX-License-Identifier: GPL-3.0-or-later
// The line in which a bar is named where it stands: Enter keeps, Esc drops.
#pragma once

#include <QLineEdit>

namespace shisaku {

class RoadmapNameEdit : public QLineEdit {
    Q_OBJECT

public:
    RoadmapNameEdit(const QString &text, QWidget *parent);

signals:
    /// Once. Leaving the field keeps a text.
    void finished(bool keep);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void finish(bool keep);

    bool m_done = false;
};

} // namespace shisaku
