// SPDX-License-Identifier: GPL-3.0-or-later
// One office or other party in the form: its name, what it answers for, and a cross to remove it.
#pragma once

#include "models/plan/row_id.h"

#include <QAbstractButton>

namespace shisaku {

class OfficeTag : public QAbstractButton {
    Q_OBJECT

public:
    OfficeTag(RowId row, const QString &name, const QString &topic, const QString &doubt, QWidget *parent = nullptr);

    RowId row() const { return m_row; }
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

signals:
    void removalWanted();
    /// Move among its like: −1 or +1.
    void moveWanted(int steps);
    /// The focus should go to the neighbour.
    void neighbourWanted(int step);
    void detailsWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    QRect crossPlace() const;

    RowId m_row;
    QString m_topic;
    bool m_doubtful;
    bool m_readOnly = false;
};

} // namespace shisaku
