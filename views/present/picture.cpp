// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/present/picture.h"

#include "views/look/paper.h"
#include "views/present/roadmap_table.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr double points = 9;
constexpr double width = paper::pt(960);
constexpr double margin = paper::pt(6);
constexpr double measureShare = 0.185;
constexpr double initiativeShare = 0.13;
constexpr double edgeShare = 0.75;
constexpr double dotsPerInch = 144;
constexpr double mostPixels = 40e6;
constexpr double longestSide = 32000; // QImage's painter takes no more than 32767

class Picture {
public:
    Picture(const Plan &plan, const RoadmapTree &tree, RoadmapDetail detail, const QSet<quint64> &toggled) :
        m_title(plan.info().title), m_style(RoadmapStyle::paper(Look::of(Look::Medium::Paper), points)),
        m_scene(plan, tree, tree.nodes.empty() ? QList<RoadmapLine>() : roadmapLines(tree, detail, toggled), m_style, axis(plan),
                {width * measureShare, width * initiativeShare})
    {
        m_size = QSizeF(width, roadmapTableHeight(m_scene, allLines()) + legendHeight(m_scene, width))
                     .grownBy(QMarginsF(margin, margin, margin, margin));
    }

    QImage image() const
    {
        double scale = dotsPerInch / paper::unitsPerInch;
        scale = std::min({scale, std::sqrt(mostPixels / (m_size.width() * m_size.height())), longestSide / m_size.height()});
        QImage image((m_size * scale).toSize(), QImage::Format_RGB32);
        image.setDotsPerMeterX(qRound(scale * paper::unitsPerInch / 0.0254));
        image.setDotsPerMeterY(image.dotsPerMeterX());
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHints(QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        paint(painter);
        return image;
    }

    QByteArray svg() const
    {
        QByteArray content;
        QBuffer buffer(&content);
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(paper::unitsPerInch);
        generator.setSize(m_size.toSize());
        generator.setViewBox(QRectF(QPointF(), m_size));
        generator.setTitle(m_title);
        QPainter painter(&generator);
        paint(painter);
        painter.end();
        return content;
    }

private:
    static TimeAxis axis(const Plan &plan)
    {
        const double room = width * (1 - measureShare - initiativeShare);
        const double year = room / TimeAxis::of(plan, edgeShare, 1, edgeShare).width();
        return TimeAxis::of(plan, year * edgeShare, year, year * edgeShare);
    }

    RoadmapSlide allLines() const { return {{}, 0, m_scene.count() - 1, 0, 0}; }

    void paint(QPainter &painter) const
    {
        painter.translate(margin, margin);
        paintRoadmapTable(painter, m_scene, allLines());
        painter.translate(0, roadmapTableHeight(m_scene, allLines()));
        RoadmapPainter(painter, m_scene).legend(width);
    }

    QString m_title;
    RoadmapStyle m_style;
    RoadmapScene m_scene;
    QSizeF m_size;
};
} // namespace

std::unique_ptr<QMimeData> roadmapPicture(const Plan &plan, const RoadmapTree &tree, RoadmapDetail detail,
                                          const QSet<quint64> &toggled)
{
    const Picture picture(plan, tree, detail, toggled);
    auto data = std::make_unique<QMimeData>();
    data->setImageData(picture.image());
    data->setData(u"image/svg+xml"_s, picture.svg());
    return data;
}

} // namespace shisaku
