// SPDX-License-Identifier: GPL-3.0-or-later
// The style of the windows: Fusion, but that boxes and circles to tick can be seen on every ground.
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
    /// Fusion counts the & of a key when it looks whether the text of a menu item fits, but not when it asks for room: the longest
    /// item of a menu was cut.
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
};

} // namespace shisaku
