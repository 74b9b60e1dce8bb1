// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/figure_picture.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr double mostPixels = 2400; // of a side, where a drawing has to become an image

QImage readImage(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true); // photographs say which side is up
    if (const QByteArray format = reader.format(); format != "png" && format != "jpeg")
        return {};
    const QImage image = reader.read();
    if (image.isNull() || !image.hasAlphaChannel())
        return image;
    QImage onWhite(image.size(), QImage::Format_RGB32);
    onWhite.fill(Qt::white);
    QPainter(&onWhite).drawImage(0, 0, image);
    return onWhite;
}

bool isPlace(const QXmlStreamAttribute &attribute)
{
    return attribute.name() == u"href" || attribute.name() == u"src";
}

/// Looks through an SVG before anything draws it.
FigurePicture::Problem problemOfDrawing(const QByteArray &bytes)
{
    QXmlStreamReader xml(bytes);
    if (!xml.readNextStartElement() || xml.name() != u"svg")
        return FigurePicture::Problem::Unreadable;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != u"image")
            continue;
        for (const QXmlStreamAttribute &attribute : xml.attributes()) {
            if (isPlace(attribute) && !attribute.value().startsWith("data:"_L1))
                return FigurePicture::Problem::Outside;
        }
    }
    return xml.hasError() ? FigurePicture::Problem::Unreadable : FigurePicture::Problem::None;
}

std::shared_ptr<QSvgRenderer> readDrawing(const QByteArray &bytes)
{
    auto drawing = std::make_shared<QSvgRenderer>(bytes);
    if (!drawing->isValid() || drawing->defaultSize().isEmpty())
        return {};
    return drawing;
}
} // namespace

FigurePicture::Problem FigurePicture::problemOf(const QByteArray &bytes)
{
    if (bytes.size() > mostBytes)
        return Problem::TooLarge;
    if (!readImage(bytes).isNull())
        return Problem::None;
    const Problem problem = problemOfDrawing(bytes);
    return problem == Problem::None && !readDrawing(bytes) ? Problem::Unreadable : problem;
}

FigurePicture::FigurePicture(const QByteArray &bytes) : m_image(readImage(bytes))
{
    if (m_image.isNull() && problemOfDrawing(bytes) == Problem::None)
        m_drawing = readDrawing(bytes);
}

QSizeF FigurePicture::size() const
{
    return m_drawing ? QSizeF(m_drawing->defaultSize()) : QSizeF(m_image.size());
}

void FigurePicture::paint(QPainter &painter, const QRectF &rect, bool grey) const
{
    if (isNull())
        return;
    painter.save();
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::LosslessImageRendering);
    if (m_drawing && !grey) {
        m_drawing->render(&painter, rect);
    } else if (m_drawing) {
        const double scale = mostPixels / std::max(rect.width(), rect.height());
        QImage image((rect.size() * scale).toSize().expandedTo(QSize(1, 1)), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter inside(&image);
        m_drawing->render(&inside);
        inside.end();
        painter.drawImage(rect, image.convertToFormat(QImage::Format_Grayscale8));
    } else {
        painter.drawImage(rect, grey ? m_image.convertToFormat(QImage::Format_Grayscale8) : m_image);
    }
    painter.restore();
}

} // namespace shisaku
