// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/missing_glyphs.h"

#include "views/look/look.h"

#include <QCoreApplication>
#include <QHash>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QRawFont>

#include <algorithm>
#include <unordered_set>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// Takes note of the text that is drawn and draws nothing.
class TextListener final : public QPaintEngine {
public:
    TextListener() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint *, int, PolygonDrawMode) override {}
    void drawLines(const QLineF *, int) override {} // Qt would make paths of lines and rectangles, only to drop them
    void drawLines(const QLine *, int) override {}
    void drawRects(const QRectF *, int) override {}
    void drawRects(const QRect *, int) override {}
    Type type() const override { return User; }

    void drawTextItem(const QPointF &, const QTextItem &item) override
    {
        const QFont font = item.font();
        auto known = m_fonts.find(font);
        if (known == m_fonts.end())
            known = m_fonts.insert(font, QRawFont::fromFont(font));
        const QString text = item.text();
        for (const char32_t character : text.toUcs4()) {
            if (known->supportsCharacter(character))
                continue;
            const QString shown = QString::fromUcs4(&character, 1);
            if (m_onPage.contains(shown))
                continue;
            m_onPage << shown;
            missing << MissingGlyph{shown, text, page};
        }
    }

    void startPage(int number)
    {
        page = number;
        m_onPage.clear();
    }

    int page = 0;
    QList<MissingGlyph> missing;

private:
    QHash<QFont, QRawFont> m_fonts;
    QStringList m_onPage;
};

class ListeningDevice final : public QPaintDevice {
public:
    explicit ListeningDevice(const paper::Spec &paper) : m_size(paper.paper().toSize()) {}

    TextListener listener;
    QPaintEngine *paintEngine() const override { return const_cast<TextListener *>(&listener); }

protected:
    int metric(PaintDeviceMetric metric) const override
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
            return paper::unitsPerInch;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        case PdmWidthMM:
            return qRound(m_size.width() / paper::unitsPerMm);
        case PdmHeightMM:
            return qRound(m_size.height() / paper::unitsPerMm);
        default: // colours, depth, device pixel ratio
            return 1;
        }
    }

private:
    QSize m_size;
};

bool hasGlyphs(const QString &text)
{
    const auto all = text.toUcs4();
    const std::unordered_set<char32_t> characters(all.begin(), all.end());
    const auto shows = [&characters](const QFont &font) {
        const QRawFont raw = QRawFont::fromFont(font);
        return std::all_of(characters.begin(), characters.end(),
                           [&raw](char32_t c) { return c == U'\n' || raw.supportsCharacter(c); });
    };
    return shows(textFont(10)) && shows(textFont(10, true));
}
} // namespace

QList<MissingGlyph> charactersWithoutGlyph(const PrintJob &job)
{
    if (job.text && hasGlyphs(job.text()))
        return {};                          // painting thousands of pages to find that nothing is missing takes seconds
    ListeningDevice device(job.paperOf(0)); // what is listened to has no size
    QPainter painter(&device);
    for (int page = 0; page < job.pageCount; ++page) {
        device.listener.startPage(page);
        job.paint(painter, page);
    }
    painter.end();
    return device.listener.missing;
}

QString missingGlyphsMessage(const QList<MissingGlyph> &missing, int firstPageNumber)
{
    if (missing.isEmpty())
        return {};
    constexpr qsizetype most = 10;
    QStringList parts;
    for (const MissingGlyph &glyph : missing.first(std::min(most, missing.size()))) {
        const auto code = QString::number(glyph.character.toUcs4().constFirst(), 16).toUpper();
        parts << QCoreApplication::translate("MissingGlyphs", "「%1」（U+%2、%3頁「%4」）")
                     .arg(glyph.character, code, QString::number(glyph.page + firstPageNumber), glyph.context);
    }
    const QString rest = missing.size() > most ? QCoreApplication::translate("MissingGlyphs", "ほか%1字").arg(missing.size() - most)
                                               : QString();
    return QCoreApplication::translate("MissingGlyphs", "印刷用の文字（フォント）にない文字があります：%1%2。")
        .arg(parts.join(u"、"_s), rest);
}

} // namespace shisaku
