// SPDX-License-Identifier: GPL-3.0-or-later
// Text set for paper: paragraphs of even lines with hanging ○ items and small note marks, drawn whole or some lines of it.
#pragma once

#include <QFont>
#include <QList>
#include <QTextLayout>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace shisaku {

/// Text and the parts of it that are note marks (small, raised).
struct MarkedText {
    struct Mark {
        int start = 0;
        int length = 0;
    };
    QString text; ///< Paragraphs separated by '\n'.
    QList<Mark> marks;

    bool isEmpty() const { return text.isEmpty(); }
};

/// Text broken into lines of a width, all of equal height. Lengths are in units of the page (views/look/paper.h).
class TextBlock {
public:
    TextBlock() = default;
    /// `font` is already scaled to the page; `leading` is the height of a line as a multiple of its size.
    TextBlock(const MarkedText &text, const QFont &font, double width, double leading = 1.4);

    int lineCount() const { return static_cast<int>(m_lines.size()); }
    double lineHeight() const { return m_lineHeight; }
    double height() const { return lineCount() * m_lineHeight; }
    double width() const { return m_width; }
    /// Width of the longest line.
    double textWidth() const { return m_textWidth; }
    bool isEmpty() const { return m_lines.empty(); }
    /// A label that had to be broken inside a word.
    bool splitsWords() const { return m_splitsWords; }

    /// Draws the lines whose top lies in [from, to) below `at`.
    void draw(QPainter &painter, const QPointF &at, double from, double to, Qt::Alignment alignment = Qt::AlignLeft) const;
    void draw(QPainter &painter, const QPointF &at, Qt::Alignment alignment = Qt::AlignLeft) const
    {
        draw(painter, at, 0, height() + 1, alignment);
    }

    /// A short label, broken evenly and where one reads a pause, if it must be broken at all. As wide as its lines.
    static TextBlock label(const QString &text, const QFont &font, double width);

private:
    TextBlock &&narrowed();
    static void breakLines(QTextLayout &layout, double width, double hang);
    void addParagraph(const QString &text, const QList<QTextLayout::FormatRange> &formats, const QFont &font);

    std::vector<std::unique_ptr<QTextLayout>> m_paragraphs;
    std::vector<QTextLine> m_lines;
    double m_width = 0;
    double m_textWidth = 0;
    double m_lineHeight = 0;
    bool m_splitsWords = false;
};

/// Whether a paragraph is an item of a list: its further lines hang behind the mark it begins with.
bool beginsWithMark(QStringView paragraph);

/// Joins names into lines of a width so that a line only ever breaks between two pieces; a piece longer than the width breaks
/// at a bracket or another pause. Pieces bring their own separators (「、」) along.
QString flowed(const QStringList &pieces, const QFont &font, double width);

} // namespace shisaku
