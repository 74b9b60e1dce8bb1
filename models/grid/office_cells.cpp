// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/office_cells.h"

#include "models/order/office_search.h"
#include "models/plan/search_form.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(OfficeCells)
};
} // namespace

Result<QList<Id<Department>>> readOffices(const Plan &plan, const QString &typed)
{
    static const QRegularExpression divider(u"[、，,;；\\n\\t]+"_s);
    QList<Id<Department>> offices;
    for (const QString &piece : typed.split(divider, Qt::SkipEmptyParts)) {
        const QString name = piece.trimmed();
        if (name.isEmpty())
            continue;
        const QList<const Department *> matching = officesMatching(plan, name);
        const QString folded = foldedForSearch(name);
        auto exact = std::find_if(matching.begin(), matching.end(),
                                  [&](const Department *office) { return foldedForSearch(office->name) == folded; });
        if (exact == matching.end() && matching.size() == 1)
            exact = matching.begin();
        if (exact == matching.end()) {
            return Error{ErrorKind::Invalid,
                         matching.isEmpty() ? Texts::tr("「%1」という部署は登録されていません。").arg(name)
                                            : Texts::tr("「%1」に当てはまる部署が複数あります。").arg(name),
                         Texts::tr("部署名を正しく入力してください。"),
                         {}};
        }
        if (!offices.contains((*exact)->id))
            offices << (*exact)->id;
    }
    return offices;
}

QStringList proposedOffices(const Plan &plan, const QString &typed)
{
    QStringList names;
    for (const Department *office : officesMatching(plan, typed))
        names << office->name;
    return names;
}

} // namespace shisaku
