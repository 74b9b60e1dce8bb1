// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_recorder.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace shisaku {

namespace {
class Engine : public QPaintEngine {
public:
    Engine() : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawRects(const QRectF *, int) override {}
    void drawLines(const QLineF *, int) override {}
    Type type() const override { return User; }
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        if (item.text().trimmed().isEmpty())
            return;
        const QRectF rect(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        QRectF shown = painter()->deviceTransform().mapRect(rect);
        if (painter()->hasClipping())
            shown &= painter()->deviceTransform().mapRect(painter()->clipBoundingRect());
        if (!shown.isEmpty())
            texts << DrawnText{item.text(), shown};
    }

    QList<DrawnText> texts;
};
} // namespace

TextRecorder::TextRecorder(QSize size) : m_size(size), m_engine(std::make_unique<Engine>()) {}
TextRecorder::~TextRecorder() = default;

QPaintEngine *TextRecorder::paintEngine() const
{
    return m_engine.get();
}

QList<DrawnText> TextRecorder::texts() const
{
    return static_cast<const Engine *>(m_engine.get())->texts;
}

int TextRecorder::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return 96;
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return 0;
    }
}

QStringList collisions(const QList<DrawnText> &texts)
{
    constexpr qreal tolerated = 0.15;
    QList<DrawnText> sorted = texts;
    std::sort(sorted.begin(), sorted.end(), [](const DrawnText &a, const DrawnText &b) { return a.rect.top() < b.rect.top(); });
    QStringList found;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        for (qsizetype j = i + 1; j < sorted.size() && sorted[j].rect.top() < sorted[i].rect.bottom(); ++j) {
            const QRectF common = sorted[i].rect & sorted[j].rect;
            const qreal height = std::min(sorted[i].rect.height(), sorted[j].rect.height());
            if (common.height() > height * tolerated && common.width() > height * tolerated)
                found << sorted[i].text + QStringLiteral(" × ") + sorted[j].text;
        }
    }
    return found;
}

} // namespace shisaku
