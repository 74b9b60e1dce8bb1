// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/upright_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>

#include <cmath>

namespace shisaku::upright {

using namespace Qt::StringLiterals;

namespace {
// In sizes of a character.
constexpr double pitch = 1.06;
constexpr double columnPitch = 1.3;

/// Written along the column: turned by a quarter.
bool isTurned(QChar glyph)
{
    return u"ー～〜－―—…‥（）「」『』【】［］〔〕｛｝〈〉《》()[]{}-–=＝→"_s.contains(glyph);
}

/// 。 and 、 stand in the upper right of their square.
bool isStop(QChar glyph)
{
    return glyph == u'、' || glyph == u'。';
}

/// One square each: a character, or a number of two digits side by side (縦中横).
QStringList squares(const QString &text)
{
    static const QRegularExpression square(u"(?<!\\d)\\d\\d(?!\\d)|."_s, QRegularExpression::DotMatchesEverythingOption);
    QStringList list;
    for (auto match = square.globalMatch(text); match.hasNext();)
        list << match.next().captured();
    return list;
}

int columnsOf(qsizetype count, const QFont &font, double height)
{
    const auto fitting = std::max(1.0, std::floor(height / (pitch * font.pixelSize())));
    return std::max(1, static_cast<int>(std::ceil(static_cast<double>(count) / fitting)));
}
} // namespace

double width(int columns, const QFont &font)
{
    return (1 + (columns - 1) * columnPitch) * font.pixelSize();
}

double height(const QString &text, const QFont &font, int columns)
{
    const qsizetype count = squares(text).size();
    return static_cast<double>((count + columns - 1) / columns) * pitch * font.pixelSize();
}

void draw(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font)
{
    const QStringList glyphs = squares(text);
    const int count = columnsOf(glyphs.size(), font, rect.height());
    const qsizetype perColumn = (glyphs.size() + count - 1) / count;
    const double em = font.pixelSize();
    const double top = rect.center().y() - static_cast<double>(perColumn) * pitch * em / 2;
    const double right = rect.center().x() + width(count, font) / 2;
    const QFontMetricsF metrics(font);
    const double baseline = (metrics.ascent() - metrics.descent()) / 2;
    painter.save();
    painter.setFont(font);
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        const QString &glyph = glyphs[i];
        painter.save();
        painter.translate(right - em / 2 - static_cast<double>(i / perColumn) * columnPitch * em,
                          top + (static_cast<double>(i % perColumn) + 0.5) * pitch * em);
        if (isTurned(glyph.front()))
            painter.rotate(90);
        else if (isStop(glyph.front()))
            painter.translate(em * 0.55, -em * 0.55);
        painter.drawText(QPointF(-metrics.horizontalAdvance(glyph) / 2, baseline), glyph);
        painter.restore();
    }
    painter.restore();
}

} // namespace shisaku::upright
