// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qt_texts.h"

namespace shisaku {

QString QtTexts::translate(const char *context, const char *source, const char *, int) const
{
    // The kinds of files in a file dialog (Qt 6.4).
    if (qstrcmp(context, "QAbstractFileIconProvider") != 0)
        return {};
    static constexpr struct {
        const char *source;
        const char *japanese;
    } words[] = {{"Drive", "ドライブ"},      {"Folder", "フォルダー"}, {"File Folder", "フォルダー"},  {"File", "ファイル"},
                 {"%1 File", "%1 ファイル"}, {"Alias", "エイリアス"},  {"Shortcut", "ショートカット"}, {"Unknown", "不明"}};
    for (const auto &word : words) {
        if (qstrcmp(source, word.source) == 0)
            return QString::fromUtf8(word.japanese);
    }
    return {};
}

} // namespace shisaku
