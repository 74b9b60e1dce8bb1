// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog that looks into the dated copies (控え) of a plan and takes back single measures.
#pragma once

#include "models/change/take_back.h"
#include "models/edit/plan_document.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QListWidget;
class QPushButton;
class QTreeWidget;
QT_END_NAMESPACE

namespace shisaku {

class BackupDialog : public QDialog {
    Q_OBJECT

public:
    explicit BackupDialog(PlanDocument &document, QWidget *parent = nullptr);

signals:
    /// The officer wants to see the whole copy in a window.
    void openRequested(const QString &path);
    void failed(const shisaku::Error &error);

private:
    void showBackup();
    void takeBack();

    PlanDocument &m_document;
    Plan m_then;
    QListWidget *m_backups;
    QTreeWidget *m_differences;
    QLabel *m_summary;
    QPushButton *m_takeBack;
    QPushButton *m_open;
};

} // namespace shisaku
