// SPDX-License-Identifier: GPL-3.0-or-later
// Widths of text from remembered advances of single characters, and line breaking by 禁則 on top of them.
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QRawFont>
#include <QStringList>

#include <vector>

namespace shisaku {

/// Measures one font. The fonts of Look are set without shaping, so that the advances of the characters add up to the width
/// of the text; that makes measuring thousands of labels cheap and paper independent of any device.
class TextMeasure {
public:
    explicit TextMeasure(const QFont &font);

    const QFont &font() const { return m_font; }
    qreal width(QStringView text) const;
    /// From one baseline to the next.
    qreal pitch() const { return m_size * 1.25; }
    /// Size of a full-width character.
    qreal em() const { return m_size; }
    /// How far below the middle of a line its baseline lies.
    qreal baselineDrop() const { return m_drop; }

    /// The text in as few lines as possible, at most `maxLines`, each within `maxWidth`; empty if it does not fit. Lines end
    /// where the eye rests: after punctuation, between words; never inside a word or number, nor before 、。）ー and the like.
    QStringList wrapped(const QString &text, qreal maxWidth, int maxLines) const;
    /// How many of these lines end inside a word.
    static int roughBreaks(const QStringList &lines);
    /// The characters of a line beside each other as they are measured, for a device that takes glyphs; empty if one of them has
    /// none in this font.
    QGlyphRun glyphs(const QString &line) const;
    /// As much as fits in `maxLines` lines, the last one ending in "…" if something is missing (then `*cut` is true).
    QStringList elided(const QString &text, qreal maxWidth, int maxLines, bool *cut) const;

    /// How many lines wrapped() needs; 0 if a part that must stay whole is wider than a line.
    int fewestLines(const QString &text, qreal maxWidth) const;

private:
    /// As `wrapped`, in exactly `count` lines.
    QStringList set(const QString &text, qreal maxWidth, int count) const;
    qreal advance(char16_t c) const;

    QFont m_font;
    QFontMetricsF m_metrics;
    qreal m_size = 0;
    qreal m_drop = 0;
    mutable QRawFont m_glyphs;             // not before it is asked for glyphs
    mutable std::vector<float> m_advances; // of the characters outside the kanji; negative: not asked yet
};

} // namespace shisaku
