// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/office_search.h"

namespace shisaku {

QString foldedForSearch(QStringView text)
{
    QString folded = text.toString().normalized(QString::NormalizationForm_KC).toLower();
    folded.removeIf([](QChar c) { return c.isSpace(); });
    for (QChar &c : folded) {
        if (c >= QChar(0x30A1) && c <= QChar(0x30F6)) // ァ–ヶ lie this far behind ぁ–ゖ
            c = QChar(c.unicode() - 0x60);
    }
    return folded;
}

QList<const Department *> officesMatching(const Plan &plan, QStringView typed)
{
    const QString wanted = foldedForSearch(typed);
    if (wanted.isEmpty())
        return {};
    QList<const Department *> first;
    QList<const Department *> then;
    for (const Department *office : plan.ordered<Department>()) {
        const QString name = foldedForSearch(office->name);
        const QString yomi = foldedForSearch(office->yomi);
        if (name.startsWith(wanted) || yomi.startsWith(wanted))
            first << office;
        else if (name.contains(wanted) || yomi.contains(wanted))
            then << office;
    }
    return first + then;
}

} // namespace shisaku
