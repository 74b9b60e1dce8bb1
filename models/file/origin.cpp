// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/origin.h"

#include "models/file/file_check.h"

namespace shisaku {

using namespace Qt::StringLiterals;

Origin originOf(Database &database)
{
    Origin origin;
    origin.plan = database.single(u"SELECT id FROM plan"_s).toString();
    QSqlQuery &query = database.prepared(u"SELECT entry_id, seq FROM journal WHERE seq = (SELECT min(seq) FROM journal) "
                                         "OR seq = (SELECT max(seq) FROM journal) ORDER BY seq"_s);
    database.step(query);
    while (query.next()) {
        if (origin.firstEntry.isEmpty())
            origin.firstEntry = query.value(0).toString();
        origin.lastEntry = query.value(0).toString();
        origin.seq = query.value(1).toLongLong();
    }
    query.finish();
    return origin;
}

std::optional<Origin> originOf(const QString &path)
{
    try {
        checkHeader(path);
        Database database(path, Database::Access::ReadOnly);
        if (database.single(u"SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')"_s).toInt() > 0)
            return std::nullopt; // a file is data, never a program
        return originOf(database);
    } catch (const FileFailure &) {
        return std::nullopt;
    }
}

} // namespace shisaku
