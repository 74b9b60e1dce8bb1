// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/office_cells.h"

#include "models/grid/grid_refusal.h"
#include "models/order/office_search.h"
#include "models/plan/search_form.h"
#include "models/plan/tenure.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(OfficeCells)
};
} // namespace

QList<const Department *> officesNamed(const Plan &plan, const QString &name)
{
    QList<const Department *> named;
    for (const Department &office : plan.rows<Department>()) {
        if (office.name == name)
            named << &office;
    }
    if (named.isEmpty()) {
        const QString folded = foldedForSearch(name);
        for (const Department &office : plan.rows<Department>()) {
            if (foldedForSearch(office.name) == folded)
                named << &office;
        }
    }
    QList<const Department *> there = named;
    there.removeIf([](const Department *office) { return !inForce(office->valid_from, office->valid_to); });
    return there.isEmpty() ? named : there;
}

Result<QList<Id<Department>>> readOffices(const Plan &plan, const QString &typed)
{
    static const QRegularExpression divider(u"[、，,;；\\n\\t]+"_s);
    QList<Id<Department>> offices;
    for (const QString &piece : typed.split(divider, Qt::SkipEmptyParts)) {
        const QString name = piece.trimmed();
        if (name.isEmpty())
            continue;
        const QList<const Department *> matching = officesMatching(plan, name);
        QList<const Department *> meant = matching;
        if (const QList<const Department *> exact = officesNamed(plan, name); !exact.isEmpty())
            meant = exact;
        if (meant.size() != 1)
            return refusal(meant.isEmpty() ? Texts::tr("「%1」という部署は登録されていません。").arg(name)
                                           : Texts::tr("「%1」に当てはまる部署が複数あります。").arg(name),
                           Texts::tr("部署名を正しく入力してください。"));
        if (!offices.contains(meant.first()->id))
            offices << meant.first()->id;
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
