// SPDX-License-Identifier: GPL-3.0-or-later
#include "printed_roadmap.h"

#include "tests/pages/pdf_probe.h"

#include <QPainter>
#include <QPdfWriter>

namespace shisaku {

using namespace Qt::StringLiterals;

QString printRoadmap(const RoadmapPages &pages, const QString &path, const paper::Spec &sheet)
{
    QPdfWriter writer(path);
    writer.setPageLayout(sheet.pageLayout());
    writer.setResolution(paper::unitsPerInch);
    QPainter painter(&writer);
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0)
            writer.newPage();
        pages.paint(painter, page);
    }
    painter.end();
    return path;
}

QList<DrawnText> wordsOnPage(const QString &pdf, int page)
{
    static const QRegularExpression word(
        u"<word xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">(.*)</word>"_s);
    const QString number = QString::number(page);
    const QString boxes = probe::pdfText({u"-bbox"_s, u"-f"_s, number, u"-l"_s, number, pdf, u"-"_s});
    QList<DrawnText> found;
    for (auto it = word.globalMatch(boxes); it.hasNext();) {
        const auto match = it.next();
        const QPointF topLeft(match.captured(1).toDouble(), match.captured(2).toDouble());
        const QPointF bottomRight(match.captured(3).toDouble(), match.captured(4).toDouble());
        found << DrawnText{match.captured(5), QRectF(topLeft, bottomRight)};
    }
    return found;
}

} // namespace shisaku
