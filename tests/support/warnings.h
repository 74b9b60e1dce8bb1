// SPDX-License-Identifier: GPL-3.0-or-later
// Every warning fails a test; the exceptions stand here and nowhere else.
#pragma once

#include <QRegularExpression>
#include <QTest>

namespace shisaku {

/// Call from init(). Let through is only what the platform without a display says about itself.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support|QStandardPaths: XDG_RUNTIME_DIR)")));
}

} // namespace shisaku
