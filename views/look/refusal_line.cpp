// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/refusal_line.h"

#include <QAccessible>

namespace shisaku {

RefusalLine::RefusalLine(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::BrightText); // the colour of warnings in light and dark, see windowPalette()
    hide();
}

void RefusalLine::say(const QString &sentence)
{
    setText(sentence);
    setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString RefusalLine::said() const
{
    return isHidden() ? QString() : text();
}

} // namespace shisaku
