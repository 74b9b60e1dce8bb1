// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/measure_cell_rows.h"

#include <QRegularExpression>

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

QString doubtsOf(const Plan &plan, TableId table, RowId row, int field)
{
    QStringList doubts{doubtText(plan, table, row), doubtText(plan, table, row, field)};
    doubts.removeAll(QString());
    return doubts.join(u'\n');
}

QString joinedDoubts(QStringList doubts)
{
    doubts.removeAll(QString());
    doubts.removeDuplicates();
    return doubts.join(u'\n');
}

} // namespace shisaku
