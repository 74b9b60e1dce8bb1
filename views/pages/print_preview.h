// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a print job exactly as it will come out, and prints it or saves it as PDF.
#pragma once

#include "views/pages/print_job.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace shisaku {

class PageStack;

/// Asks for the PDF to write, with a suggested file name; empty when the officer thinks better of it.
using ChoosePdf = std::function<QString(QWidget *parent, const QString &suggested)>;

class PrintPreview : public QDialog {
    Q_OBJECT

public:
    PrintPreview(PrintJob job, ChoosePdf choosePdf, QWidget *parent = nullptr);

    /// Asks for a file and writes it, with progress that can be cancelled.
    void savePdf();
    /// Opens the system's print dialog.
    void print();

private:
    QWidget *makeBar();
    QLabel *makeNotice();
    QString missingGlyphs() const;
    void runPages(const QString &label, const std::function<Result<void>(const PageProgress &)> &work);

    PrintJob m_job;
    ChoosePdf m_choosePdf;
    PageStack *m_pages;
    QLabel *m_outcome = nullptr;
};

} // namespace shisaku
