// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/document_rows.h"

#include <QCoreApplication>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DocumentRows)
};

template <typename T>
QList<RowId> allRows(const Plan &plan, RowId above)
{
    QList<RowId> ids;
    if (above.isNull()) {
        for (const T *row : plan.ordered<T>())
            ids << row->id.row;
    }
    return ids;
}

/// The number behind the last one; nothing where terms go without.
std::optional<qint64> nextNumber(const Plan &plan)
{
    qint64 last = 0;
    for (const GlossaryTerm &term : plan.rows<GlossaryTerm>()) {
        if (!term.number)
            return {};
        last = std::max(last, *term.number);
    }
    return last > 0 ? std::optional(last + 1) : std::nullopt;
}
} // namespace

SettingsRows *makeGlossaryPage(SettingsEdits *edits, QWidget *parent)
{
    RowsShape shape;
    shape.table = TableId::GlossaryTerm;
    shape.columns = {fieldIndex<&GlossaryTerm::word>(), fieldIndex<&GlossaryTerm::yomi>(), fieldIndex<&GlossaryTerm::number>(),
                     fieldIndex<&GlossaryTerm::definition>()};
    shape.widths = {170, 140, 56, 0};
    shape.addText = Texts::tr("＋用語");
    shape.rows = allRows<GlossaryTerm>;
    shape.insert = [](const Plan &plan, RowId, RowId id, const QString &position, ChangeBuilder &change) {
        GlossaryTerm row;
        row.id = Id<GlossaryTerm>(id);
        row.position = position;
        row.word = Texts::tr("新しい用語");
        row.number = nextNumber(plan);
        change.insert(row);
    };
    return new SettingsRows(edits, shape, parent);
}

SettingsRows *makeRelatedPlanPage(SettingsEdits *edits, QWidget *parent)
{
    RowsShape shape;
    shape.table = TableId::RelatedPlan;
    shape.columns = {fieldIndex<&RelatedPlan::title>(), fieldIndex<&RelatedPlan::relation>(), fieldIndex<&RelatedPlan::page>()};
    shape.widths = {0, 140, 90};
    shape.addText = Texts::tr("＋計画・法令");
    shape.rows = allRows<RelatedPlan>;
    shape.insert = [](const Plan &, RowId, RowId id, const QString &position, ChangeBuilder &change) {
        RelatedPlan row;
        row.id = Id<RelatedPlan>(id);
        row.position = position;
        row.title = Texts::tr("新しい計画・法令");
        change.insert(row);
    };
    return new SettingsRows(edits, shape, parent);
}

} // namespace shisaku
