// SPDX-License-Identifier: GPL-3.0-or-later
// The 要原典確認 mark in the right margin of a working print; final papers never carry it.
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QPainter;
class QPointF;
QT_END_NAMESPACE

namespace shisaku {

struct Look;

/// `at` is the top right corner of the row the mark belongs to.
void paintWorkingMark(QPainter &painter, const QPointF &at, const Look &look);

} // namespace shisaku
