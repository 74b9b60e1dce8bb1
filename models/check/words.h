// SPDX-License-Identifier: GPL-3.0-or-later
// Words written in katakana or in Latin letters: where they stand in a text, and what several spellings of one have in common.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace shisaku {

/// Calls `visit` with each katakana word and each word in Latin letters (of two letters or more), full or half width, as
/// written. Parts of addresses are no words. Latin words with single spaces between them are one: 「LINE Pay」, and 「A I」.
void eachWord(const QString &text, const std::function<void(QStringView)> &visit);

/// What all spellings of a word share: width, case and hyphens do not count, nor a long vowel at the end (サーバー), nor the
/// customary variants ディ/デ, フォ/ホ, ヴ/ブ ….
QString wordKey(QStringView word);

/// The keys of words that are one letter shorter, the first and the last letter kept; none for short words, for which one letter
/// makes another word. デバインド and デバイド meet here.
QStringList shorterKeys(const QString &key);

/// Whether two spellings are but a word at the beginning of a sentence and inside one: Data, data.
bool differInCapitalOnly(const QString &a, const QString &b);

} // namespace shisaku
