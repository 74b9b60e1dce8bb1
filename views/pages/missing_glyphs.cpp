// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/missing_glyphs.h"

#include "views/look/look.h"

#include <QCoreApplication>
#include <QHash>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
bool isSelector(char32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/// Whether any font that Qt falls back to has the character.
bool hasGlyphAnywhere(const QString &character, const QFont &font)
{
    QTextLayout layout(character, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return !runs.isEmpty()
           && std::none_of(runs.begin(), runs.end(), [](const QGlyphRun &run) { return run.glyphIndexes().contains(0U); });
}

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
        // A selector comes as an item of its own, from the font that has it; the character it belongs to came just before.
        const QString context = isSelector(text.toUcs4().value(0)) ? m_before + text : text;
        m_before = text;
        char32_t before = context.size() > text.size() ? context.chopped(text.size()).toUcs4().last() : 0;
        for (const char32_t character : text.toUcs4()) {
            const char32_t last = std::exchange(before, character);
            if (known->supportsCharacter(character))
                continue;
            QString shown = QString::fromUcs4(&character, 1);
            MissingGlyph::Drawn drawn = MissingGlyph::Drawn::UsualForm;
            if (isSelector(character))
                shown.prepend(last == 0 ? QString() : QString::fromUcs4(&last, 1));
            else
                drawn = isElsewhere(shown, font) ? MissingGlyph::Drawn::OtherFont : MissingGlyph::Drawn::Box;
            if (m_onPage.contains(shown))
                continue;
            m_onPage << shown;
            missing << MissingGlyph{shown, context, page, drawn};
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
    bool isElsewhere(const QString &character, const QFont &font)
    {
        auto known = m_elsewhere.find(character);
        if (known == m_elsewhere.end())
            known = m_elsewhere.insert(character, hasGlyphAnywhere(character, font));
        return *known;
    }

    QHash<QFont, QRawFont> m_fonts;
    QHash<QString, bool> m_elsewhere;
    QStringList m_onPage;
    QString m_before; ///< The text drawn last.
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

namespace {
/// 「𠮷」（U+20BB7、1頁「𠮷野」）、…、ほか3字; empty if there are none.
QString listed(const QList<MissingGlyph> &missing, MissingGlyph::Drawn drawn, int firstPageNumber)
{
    constexpr qsizetype most = 10;
    QStringList parts;
    qsizetype count = 0;
    for (const MissingGlyph &glyph : missing) {
        if (glyph.drawn != drawn || ++count > most)
            continue;
        QStringList codes;
        for (const char32_t code : glyph.character.toUcs4())
            codes << u"U+"_s + QString::number(code, 16).toUpper();
        parts << QCoreApplication::translate("MissingGlyphs", "「%1」（%2、%3頁「%4」）")
                     .arg(glyph.character, codes.join(u' '), QString::number(glyph.page + firstPageNumber), glyph.context);
    }
    return parts.join(u"、"_s)
           + (count > most ? QCoreApplication::translate("MissingGlyphs", "ほか%1か所").arg(count - most) : QString());
}
} // namespace

QString missingGlyphsMessage(const QList<MissingGlyph> &missing, int firstPageNumber)
{
    QString message;
    const auto add = [&](const char *sentence, MissingGlyph::Drawn drawn) {
        if (const QString list = listed(missing, drawn, firstPageNumber); !list.isEmpty())
            message += QCoreApplication::translate("MissingGlyphs", sentence).arg(list);
    };
    add(QT_TRANSLATE_NOOP("MissingGlyphs", "印刷用の文字（フォント）にない文字があります：%1。"), MissingGlyph::Drawn::Box);
    add(QT_TRANSLATE_NOOP("MissingGlyphs", "別の書体で印刷する文字があります：%1。"), MissingGlyph::Drawn::OtherFont);
    add(QT_TRANSLATE_NOOP("MissingGlyphs", "指定の字形（異体字）がなく、元の字形で印刷する文字があります：%1。"),
        MissingGlyph::Drawn::UsualForm);
    return message;
}

std::optional<Error> refusedForBoxes(const PrintJob &job, const QList<MissingGlyph> &missing)
{
    const QString list = listed(missing, MissingGlyph::Drawn::Box, job.firstPageNumber);
    if (!job.isFinal || list.isEmpty())
        return {};
    return Error{ErrorKind::Failed,
                 QCoreApplication::translate("MissingGlyphs", "□になる文字があるので、確定版は出しません：%1。").arg(list),
                 QCoreApplication::translate("MissingGlyphs", "その文字を持つフォントをこの機械に入れるか、文字を改めてください。"
                                                              "「案」などの印を付ければ、□のまま出せます。"),
                 {}};
}

std::optional<Error> unprintableFont()
{
    for (const QFont &font : {textFont(10), textFont(10, true), figureFont(10), figureFont(10, true)}) {
        const QRawFont raw = QRawFont::fromFont(font);
        const QList<quint32> glyphs = raw.glyphIndexesForString(u"国1"_s);
        const bool outlined = std::all_of(glyphs.begin(), glyphs.end(),
                                          [&](quint32 glyph) { return glyph == 0 || !raw.pathForGlyph(glyph).isEmpty(); });
        // fsType of OS/2: the font's licence, of which the second bit alone forbids to embed it.
        constexpr int placeOfType = 8;
        constexpr char restricted = 0x02;
        const QByteArray os2 = raw.fontTable("OS/2");
        const bool embeddable = os2.size() < placeOfType + 2 || (os2[placeOfType + 1] & 0x0F) != restricted;
        if (raw.isValid() && !glyphs.isEmpty() && outlined && embeddable)
            continue;
        const QString what = embeddable
                                 ? QCoreApplication::translate("PdfWriter",
                                                               "フォント「%1」は輪郭を持たないので、PDFの文字に使えません。")
                                 : QCoreApplication::translate("PdfWriter", "フォント「%1」は、PDFへの埋込みが許されていません。");
        return Error{
            ErrorKind::Failed,
            what.arg(raw.familyName()),
            QCoreApplication::translate("PdfWriter", "フォント「%1」をこの機械に入れてから書き出してください。").arg(font.family()),
            {}};
    }
    return {};
}

} // namespace shisaku
