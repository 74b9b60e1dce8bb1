// SPDX-License-Identifier: GPL-3.0-or-later
// How the categories of a classification are counted: (1), ①, ア, 第1章.
#pragma once

#include "models/plan/category.h"

#include <QStringList>

#include <optional>

namespace shisaku {

/// The n-th code (from 1) of a pattern: "1", "(1)", "①", "ア", "A", "a", "Ⅰ", "一" with any text around, as in "第1章".
/// Empty for the empty pattern and for "#", which counts without being printed.
QString formatCode(const QString &pattern, int n);
/// Which one a code is; nothing for a code of another form.
std::optional<int> codeNumber(const QString &pattern, const QString &code);
/// The code without what stands around its counting sign: 「1」 of 「第1章」; a code of another form as it is.
QString bareCode(const QString &pattern, const QString &code);
/// Whether a pattern is "#".
bool isOnlyCounted(const QString &pattern);

/// Pattern of a level (from 1) of a classification; the level below the last one is that of the measures.
QString codePattern(const Classification &classification, int level);

/// Names of a classification's levels from the top; at least one, its title where it names none.
QStringList levelNames(const Classification &classification);

} // namespace shisaku
