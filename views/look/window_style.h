// SPDX-License-Identifier: GPL-3.0-or-later
// The style of the windows: Fusion, but that whatever is to be seen can be seen on every ground, and text is shown as text.
#pragma once

#include <QProxyStyle>

namespace shisaku {

/// Fusion outlines what is to be ticked in a darker shade of the window, which nobody sees where the window is dark. Here the
/// outline is a mixture of text and ground with a contrast of at least 3:1 (WCAG 2.1, 1.4.11).
class WindowStyle : public QProxyStyle {
    Q_OBJECT

public:
    WindowStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    /// Icons of chosen menu items take the colour of their text; in their own they cannot be seen on the ground of the choice.
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    /// Buttons of dialogs are words, without the coloured marks that only some of them would bear.
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    /// A label guesses whether its text is HTML, and the words of a plan or the name of a file may look like it. Here text is text,
    /// unless a label is told that it is not.
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    /// Fusion counts the & of a key when it looks whether the text of a menu item fits, but not when it asks for room: the longest
    /// item of a menu was cut.
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
};

} // namespace shisaku
