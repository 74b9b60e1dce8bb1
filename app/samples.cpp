// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samples.h"

#include "models/exchange/csv.h"
#include "models/exchange/plan_csv.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Samples {
    Q_DECLARE_TR_FUNCTIONS(Samples)
};
constexpr auto root = ":/data"_L1;
} // namespace

QStringList sampleNames()
{
    QStringList names = QDir(root).entryList(QDir::Dirs, QDir::Name);
    names.removeIf([](const QString &name) { return !QFile::exists(root + u'/' + name + u"/plan.csv"_s); });
    return names;
}

QString sampleTitle(const QString &name)
{
    QFile file(root + u'/' + name + u"/plan.csv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return name;
    const auto records = readCsv(file.readAll(), name);
    if (!records || records->size() < 2)
        return name;
    const auto column = records->first().cells.indexOf(QLatin1StringView(fieldOf<&PlanInfo::municipality>().name));
    const QString city = records->at(1).cells.value(column);
    return city.isEmpty() ? name : city;
}

Result<ChangeSet> samplePlan(const QString &name, const IdSource &ids)
{
    if (!sampleNames().contains(name))
        return Error{ErrorKind::NotFound,
                     Samples::tr("「%1」という見本はありません。").arg(name),
                     Samples::tr("使える見本は、%1です。").arg(sampleNames().join(Samples::tr("、"))),
                     {}};
    auto change = importTables(Plan(), root + u'/' + name, ImportMode::Merge, ids);
    if (!change)
        return change;
    const auto info = std::find_if(change->rows.begin(), change->rows.end(),
                                   [](const RowChange &row) { return row.table == TableId::PlanInfo; });
    if (info != change->rows.end()) {
        const RowId printed = info->row;
        info->row = ids();
        // Notes about the title page follow it to its new identity.
        for (RowChange &row : change->rows) {
            for (FieldChange &field : *row.after) {
                if (field.value == Value(printed))
                    field.value = info->row;
            }
        }
    }
    change->title = Samples::tr("見本「%1」から作成").arg(name);
    return change;
}

} // namespace shisaku
