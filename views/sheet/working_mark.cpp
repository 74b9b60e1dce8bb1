// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/working_mark.h"

#include "views/look/look.h"
#include "views/look/paper.h"

#include <QCoreApplication>
#include <QPainter>

namespace shisaku {

void paintWorkingMark(QPainter &painter, const QPointF &at, const Look &look)
{
    painter.setFont(paper::scaled(textFont(7, true)));
    painter.setPen(look.warn);
    painter.drawText(at + QPointF(paper::pt(3), paper::pt(9)), QCoreApplication::translate("WorkingMark", "要原典確認"));
}

} // namespace shisaku
