// SPDX-License-Identifier: GPL-3.0-or-later
// Asks which parts the book (計画書) has, and in which order.
#pragma once

#include "views/pages/paper_catalog.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLineEdit;
class QListWidget;
class QPushButton;
QT_END_NAMESPACE

namespace shisaku {

class BookDialog : public QDialog {
    Q_OBJECT

public:
    explicit BookDialog(const Plan &plan, QWidget *parent = nullptr);

    PaperOptions options() const;

private:
    void move(int by);
    void update();

    QListWidget *m_parts;
    QLineEdit *m_mark;
    QCheckBox *m_notes;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_go;
};

} // namespace shisaku
