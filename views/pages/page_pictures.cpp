// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/page_pictures.h"

#include "models/file/file_output.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
QByteArray png(const PrintJob &job, int page)
{
    const double scale = static_cast<double>(pictureDpi) / paper::unitsPerInch;
    QImage image((job.paperOf(page).paper() * scale).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(pictureDpi / 0.0254));
    image.setDotsPerMeterY(qRound(pictureDpi / 0.0254));
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    job.paint(painter, page);
    painter.end();
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return content;
}

QByteArray svg(const PrintJob &job, int page)
{
    QByteArray content;
    QBuffer buffer(&content);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(paper::unitsPerInch);
    generator.setSize(job.paperOf(page).paper().toSize());
    generator.setViewBox(QRectF(QPointF(), job.paperOf(page).paper()));
    generator.setTitle(job.title);
    QPainter painter(&generator);
    job.paint(painter, page);
    painter.end();
    // Other programs draw the words with fonts of theirs, which may have a box for a selector of a variant.
    static const QRegularExpression selectors(u"[\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]"_s);
    if (const QString text = QString::fromUtf8(content); text.contains(selectors))
        return QString(text).remove(selectors).toUtf8();
    return content;
}
} // namespace

QString picturePath(const QString &path, int page, int pageCount)
{
    if (pageCount == 1)
        return path;
    const QString suffix = u'.' + QFileInfo(path).suffix();
    const auto digits = static_cast<int>(std::max<qsizetype>(2, QString::number(pageCount).size()));
    return path.chopped(suffix.size()) + u"-%1"_s.arg(page + 1, digits, 10, QChar(u'0')) + suffix;
}

Result<QStringList> writePictures(const PrintJob &job, const QString &path, const PageProgress &progress)
{
    const bool isSvg = path.endsWith(u".svg"_s, Qt::CaseInsensitive);
    QList<OutputFile> files;
    QStringList names;
    for (int page = 0; page < job.pageCount; ++page) {
        names << picturePath(path, page, job.pageCount);
        files << OutputFile{names.last(), isSvg ? svg(job, page) : png(job, page)};
        if (progress && !progress(page + 1, job.pageCount))
            return exportCancelled();
    }
    if (const Result<void> written = writeFiles(files, isSvg ? FileKind::Svg : FileKind::Png); !written)
        return written.error();
    return names;
}

} // namespace shisaku
