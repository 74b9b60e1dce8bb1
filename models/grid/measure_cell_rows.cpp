// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/measure_cell_rows.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace shisaku {

using namespace Qt::StringLiterals;

Result<void> forEachName(const QString &typed, const std::function<bool(const QString &)> &isName,
                         const std::function<Result<void>(const QString &)> &read)
{
    static const QRegularExpression name(u"[^、，,;；\\n\\t]+"_s);
    QList<std::pair<qsizetype, qsizetype>> pieces;
    for (auto match = name.globalMatch(typed); match.hasNext();) {
        const QRegularExpressionMatch piece = match.next();
        if (!piece.captured().trimmed().isEmpty())
            pieces.append({piece.capturedStart(), piece.capturedEnd()});
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
