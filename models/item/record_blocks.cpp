// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of cells of a RecordModel: pasting, filling down, clearing.
#include "models/item/record_changes.h"
#include "models/order/office_search.h"
#include "models/plan/search_form.h"

#include <QRegularExpression>

namespace shisaku {

using namespace Qt::StringLiterals;

bool RecordModel::paste(int from, const QList<int> &columns, const QList<QStringList> &cells)
{
    if (from < 0 || from > m_rows.size() || columns.isEmpty() || cells.isEmpty() || m_document->isReadOnly())
        return false;
    PastedBlock block{recordAt(from), columns, cells};
    if (m_filter)
        block.shown = m_rows;
    beginUndoGroup();
    return send(recipeWithIds(m_document->environment().ids, [table = m_table, block](const Plan &plan, const IdSource &ids) {
        return blockPasted(plan, table, block, ids);
    }));
}

void RecordModel::fillDown(const QModelIndexList &cells)
{
    QHash<int, QModelIndex> first;
    for (const QModelIndex &cell : cells) {
        const QModelIndex known = first.value(cell.column());
        if (!known.isValid() || cell.row() < known.row())
            first[cell.column()] = cell;
    }
    QList<CellCopy> copies;
    for (const QModelIndex &cell : cells) {
        const QModelIndex source = first[cell.column()];
        if (cell == source || source.row() >= m_rows.size() || !flags(cell).testFlag(Qt::ItemIsEditable))
            continue;
        const UnsavedInput::Entry *refused = m_document->unsaved().refused(placeOf(source));
        copies << CellCopy{{recordAt(source.row()), source.column()},
                           {recordAt(cell.row()), cell.column()},
                           refused ? std::optional(refused->typed) : std::nullopt};
    }
    if (copies.isEmpty())
        return;
    beginUndoGroup();
    send(recipeWithIds(m_document->environment().ids, [table = m_table, copies](const Plan &plan, const IdSource &ids) {
        return filledDown(plan, table, copies, ids);
    }));
}

void RecordModel::clearCells(const QModelIndexList &cells)
{
    QList<RecordCell> cleared;
    for (const QModelIndex &cell : cells) {
        if (flags(cell).testFlag(Qt::ItemIsEditable))
            cleared << RecordCell{recordAt(cell.row()), cell.column()};
    }
    if (cleared.isEmpty())
        return;
    beginUndoGroup();
    send(recipeWithIds(m_document->environment().ids, [table = m_table, cleared](const Plan &plan, const IdSource &ids) {
        return cellsCleared(plan, table, cleared, ids);
    }));
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
        const QString folded = foldedForSearch(name);
        auto exact = std::find_if(matching.begin(), matching.end(),
                                  [&](const Department *office) { return foldedForSearch(office->name) == folded; });
        if (exact == matching.end() && matching.size() == 1)
            exact = matching.begin();
        if (exact == matching.end()) {
            return Error{ErrorKind::Invalid,
                         matching.isEmpty() ? RecordModel::tr("「%1」という部署は登録されていません。").arg(name)
                                            : RecordModel::tr("「%1」に当てはまる部署が複数あります。").arg(name),
                         RecordModel::tr("部署名を正しく入力してください。"),
                         {}};
        }
        if (!offices.contains((*exact)->id))
            offices << (*exact)->id;
    }
    return offices;
}

} // namespace shisaku
