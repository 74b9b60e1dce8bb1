// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/pdf_writer.h"

#include "models/file/file_output.h"
#include "views/pages/missing_glyphs.h"
#include "views/pages/pdf_finish.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
Result<QByteArray> paintedPdf(const PrintJob &job, const PageProgress &progress)
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(paper::unitsPerInch); // the painter's unit is the page's unit: nothing to scale
    writer.setPageLayout(job.paperOf(0).pageLayout());
    writer.setTitle(job.title);
    writer.setCreator(u"施策帖 "_s + QLatin1StringView(SHISAKUCHO_VERSION));
    QPainter painter(&writer);
    for (int page = 0; page < job.pageCount; ++page) {
        if (page > 0) {
            writer.setPageLayout(job.paperOf(page).pageLayout());
            writer.newPage();
        }
        painter.save();
        job.paint(painter, page);
        painter.restore();
        if (progress && !progress(page + 1, job.pageCount))
            return exportCancelled();
    }
    painter.end();
    return content;
}
} // namespace

Result<void> writePdf(const PrintJob &job, const QString &path, const PageProgress &progress)
{
    if (job.pageCount == 0)
        return Error{ErrorKind::Invalid, QCoreApplication::translate("PdfWriter", "印刷するものがありません。"), {}, {}};
    if (const auto refused = unprintableFont())
        return *refused;
    const Result<QByteArray> painted = paintedPdf(job, progress);
    if (!painted)
        return painted.error();
    const Result<QByteArray> finished = finishedPdf(*painted, job);
    if (!finished)
        return finished.error();
    return writeFiles({{path, *finished}}, FileKind::Pdf);
}

} // namespace shisaku
