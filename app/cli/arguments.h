// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a command line, told apart: positional words, options with a value, flags.
#pragma once

#include "models/plan/result.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace shisaku {

struct Arguments {
    QStringList words;
    QHash<QString, QString> values; ///< "--to" → "out.pdf"
    QSet<QString> flags;            ///< "--json"

    bool has(const QString &option) const { return values.contains(option) || flags.contains(option); }

    /// Refuses options that are neither in `valued` nor in `plain`, and options without the value they need.
    static Result<Arguments> parse(const QStringList &line, const QStringList &valued, const QStringList &plain);
};

} // namespace shisaku
