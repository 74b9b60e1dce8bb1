// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart_files.h"

#include "views/effects/chart_view.h"
#include "views/pages/chart_page.h"
#include "views/pages/file_output.h"
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

/// A title as a file may be called on every system.
QString fileName(QString title)
{
    for (QChar &c : title) {
        if (uR"(\/:*?"<>|)"_s.contains(c))
            c = u'_';
    }
    return title;
}
} // namespace

Result<void> saveChart(const ChartView &view, const QString &suffix, const Dialogs &dialogs, QWidget *window)
{
    const QString kind = suffix.toUpper();
    QString path = dialogs.saveFile(window, Texts::tr("図を%1に保存").arg(kind), fileName(view.data().title) + u'.' + suffix,
                                    Texts::tr("%1 (*.%2)").arg(kind, suffix));
    if (path.isEmpty())
        return {};
    if (!path.endsWith(u'.' + suffix, Qt::CaseInsensitive))
        path += u'.' + suffix;
    if (suffix == u"pdf")
        return writePdf(chartJob(view.data(), view.hidden()), path);
    const auto picture = view.picture();
    if (suffix == u"svg")
        return writeFiles({{path, picture->data(u"image/svg+xml"_s)}});
    return writeFiles({{path, pngOf(picture->imageData().value<QImage>())}});
}

} // namespace shisaku
