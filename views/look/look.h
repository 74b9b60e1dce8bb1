// SPDX-License-Identifier: GPL-3.0-or-later
// The look of everything drawn: colours for light, dark and paper, the fonts, and the one scale of spaces.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

namespace shisaku {

/// Spaces between things, in device-independent pixels on screen.
namespace space {
inline constexpr int tight = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int section = 24;
} // namespace space

/// A set of colours. Text on `ground`, `head` and every fill keeps a contrast of at least 4.5:1.
struct Look {
    enum class Medium { Light, Dark, Paper, GreyPaper };

    Medium medium = Medium::Light;
    QColor ground;     ///< behind everything
    QColor ink;        ///< text
    QColor mutedInk;   ///< notes and secondary text
    QColor line;       ///< quiet grid
    QColor strongLine; ///< borders between groups
    QColor head;       ///< heading cells
    QColor accent;     ///< 藍; selection, focus, today
    QColor accentFill; ///< the accent behind text
    QColor warn;       ///< 要原典確認, errors

    static const Look &of(Medium medium);
    /// The look a widget's palette was made from: dark where its ground is.
    static const Look &of(const QPalette &palette);

    bool isPaper() const { return medium == Medium::Paper || medium == Medium::GreyPaper; }
    /// Fill for the n-th value of a list (新規, 継続, 拡張 …); always used beside a second sign. From the pale set of the
    /// Colour Universal Design recommendation, 4th edition (CUDO, 2018).
    QColor seriesFill(int n) const;
    /// Border for the same value; readable against its fill and against the ground.
    QColor seriesLine(int n) const;
};

/// BIZ UDPGothic, shaped so that the text layer of a PDF stays what was written (no ligatures). `points` > 0.
QFont textFont(double points, bool bold = false);
/// BIZ UDGothic, whose figures are of equal width, for tables of numbers.
QFont figureFont(double points, bool bold = false);

/// The palette of the window for a light or dark look.
QPalette windowPalette(const Look &look);

} // namespace shisaku
