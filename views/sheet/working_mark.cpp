// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/working_mark.h"

#include "views/look/look.h"
#include "views/look/paper.h"

#include <QCoreApplication>
#include <QPainter>

namespace shisaku {

void paintWorkingMark(QPainter &painter, const QPointF &at, const Look &look)
{
    // In two lines, so that the mark stays inside what printers reach.
    painter.setFont(paper::scaled(textFont(7, true)));
    painter.setPen(look.warn);
    painter.drawText(at + QPointF(paper::pt(3), paper::pt(8)), QCoreApplication::translate("WorkingMark", "要原典"));
    painter.drawText(at + QPointF(paper::pt(3), paper::pt(16)), QCoreApplication::translate("WorkingMark", "確認"));
}

} // namespace shisaku
