// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/search_form.h"

namespace shisaku {

QString plainForm(QStringView text)
{
    return text.toString().normalized(QString::NormalizationForm_KC);
}

QString searchForm(const QString &text)
{
    return plainForm(text).toCaseFolded();
}

QString foldedForSearch(QStringView text)
{
    QString folded = plainForm(text).toLower();
    folded.removeIf([](QChar c) { return c.isSpace(); });
    for (QChar &c : folded) {
        if (c >= QChar(0x30A1) && c <= QChar(0x30F6)) // ァ–ヶ lie this far behind ぁ–ゖ
            c = QChar(c.unicode() - 0x60);
    }
    return folded;
}

} // namespace shisaku
