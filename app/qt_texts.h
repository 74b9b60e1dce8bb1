// SPDX-License-Identifier: GPL-3.0-or-later
// Words of Qt's own dialogs that its Japanese translation leaves in English.
#pragma once

#include <QTranslator>

namespace shisaku {

/// To be installed beside qtbase_ja; knows only what that one lacks.
class QtTexts : public QTranslator {
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation, int count) const override;
};

} // namespace shisaku
