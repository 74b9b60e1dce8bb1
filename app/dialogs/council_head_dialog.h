// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for what stands above a council paper: 資料番号, date, 部課名, 会議名 and a mark such as 案. Remembered for the next paper.
#pragma once

#include "views/look/page_style.h"

#include <QSettings>

#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace shisaku {

/// Nothing when the officer thinks better of it. `office` is proposed where none was used before.
std::optional<PaperHead> askCouncilHead(QSettings &settings, const QString &office, QWidget *parent);

} // namespace shisaku
