// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/chart_files.h"

#include "app/dialogs/save_question.h"
#include "models/file/file_output.h"
#include "views/effects/chart_view.h"
#include "views/pages/chart_page.h"
#include "views/pages/pdf_writer.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ChartFiles)
};

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}
} // namespace

Result<void> saveChart(const ChartView &view, const QString &suffix, const Dialogs &dialogs, QWidget *window)
{
    const FileKind kind = kindOf(u'.' + suffix).value_or(FileKind::Pdf);
    const QString path = askWhere(
        dialogs, window,
        {Texts::tr("図を%1に保存").arg(suffix.toUpper()), withEnding(fileNameOf(view.data().title), kind), {kind}});
    if (path.isEmpty())
        return {};
    if (kind == FileKind::Pdf)
        return writePdf(chartJob(view.data(), view.hidden()), path);
    const auto picture = view.picture();
    if (kind == FileKind::Svg)
        return writeFiles({{path, picture->data(u"image/svg+xml"_s)}}, kind);
    return writeFiles({{path, pngOf(picture->imageData().value<QImage>())}}, kind);
}

} // namespace shisaku
