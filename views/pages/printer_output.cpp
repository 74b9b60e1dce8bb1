// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/printer_output.h"

#include "models/file/file_output.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPrintDialog>

namespace shisaku {

namespace {
/// Device pixels per unit of the page: the actual size, or less where the paper is too small.
double pageScale(const QPrinter &printer, const QSizeF &page)
{
    const QSizeF paper = printer.paperRect(QPrinter::DevicePixel).size();
    const double actual = static_cast<double>(printer.resolution()) / paper::unitsPerInch;
    const double fitting = std::min(paper.width() / page.width(), paper.height() / page.height());
    return fitting < actual * 0.98 ? fitting : actual; // the same paper, but for rounding, is not shrunk
}
} // namespace

std::unique_ptr<QPrinter> choosePrinter(const PrintJob &job, QWidget *parent)
{
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(job.title);
    printer->setPageLayout(job.paperOf(0).pageLayout());
    printer->setFullPage(true);
    QPrintDialog dialog(printer.get(), parent);
    dialog.setMinMax(1, job.pageCount);
    dialog.setOptions(QAbstractPrintDialog::PrintPageRange | QAbstractPrintDialog::PrintToFile);
    if (dialog.exec() != QDialog::Accepted)
        return nullptr;
    return printer;
}

Result<void> printPages(const PrintJob &job, QPrinter &printer, const PageProgress &progress)
{
    const bool isRange = printer.printRange() == QPrinter::PageRange;
    const int first = isRange ? std::max(1, printer.fromPage()) - 1 : 0;
    const int end = isRange && printer.toPage() > 0 ? std::min(printer.toPage(), job.pageCount) : job.pageCount;
    QPainter painter;
    if (first >= end || !painter.begin(&printer))
        return Error{ErrorKind::Failed,
                     QCoreApplication::translate("Printing", "印刷を始められませんでした。"),
                     QCoreApplication::translate("Printing", "プリンターの状態と頁の範囲を確かめてください。"),
                     {}};
    for (int i = first; i < end; ++i) {
        if (i > first) {
            printer.setPageLayout(job.paperOf(i).pageLayout()); // a printer without that paper keeps its own
            printer.newPage();
        }
        const double scale = pageScale(printer, job.paperOf(i).paper());
        painter.save();
        painter.scale(scale, scale);
        job.paint(painter, i);
        painter.restore();
        if (progress && !progress(i - first + 1, end - first)) {
            printer.abort();
            return exportCancelled();
        }
    }
    return {};
}

} // namespace shisaku
