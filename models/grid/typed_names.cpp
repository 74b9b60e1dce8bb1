// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/typed_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace shisaku {

using namespace Qt::StringLiterals;

bool dividesNames(QChar sign)
{
    return u"、，,;；\n\t"_s.contains(sign);
}

qsizetype lastNameBegins(const QString &typed)
{
    const auto divider = std::find_if(typed.rbegin(), typed.rend(), dividesNames);
    return typed.rend() - divider;
}

QString namesTogether(const QStringList &names)
{
    return names.join(QCoreApplication::translate("TypedNames", "、"));
}

Result<void> forEachName(const QString &typed, const std::function<bool(const QString &)> &isName,
                         const std::function<Result<void>(const QString &)> &read)
{
    QList<std::pair<qsizetype, qsizetype>> pieces;
    for (qsizetype begin = 0; begin < typed.size();) {
        const auto end = std::find_if(typed.begin() + begin, typed.end(), dividesNames) - typed.begin();
        if (!QStringView(typed).sliced(begin, end - begin).trimmed().isEmpty())
            pieces.append({begin, end});
        begin = end + 1;
    }
    constexpr qsizetype mostPieces = 8; // of one name
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const auto run = [&](qsizetype last) {
            return typed.mid(pieces[i].first, pieces[last].second - pieces[i].first).trimmed();
        };
        qsizetype last = std::min(pieces.size(), i + mostPieces) - 1;
        while (last > i && !isName(run(last)))
            --last;
        if (const auto done = read(run(last)); !done)
            return done;
        i = last;
    }
    return {};
}

} // namespace shisaku
