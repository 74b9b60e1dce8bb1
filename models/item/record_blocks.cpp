// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of cells of a RecordModel: pasting, filling down, clearing.
#include "models/item/record_table.h"

#include "models/order/office_search.h"
#include "models/plan/rank.h"
#include "models/plan/search_form.h"

#include <QRegularExpression>

namespace shisaku {

using namespace Qt::StringLiterals;

bool RecordModel::paste(int from, const QList<int> &columns, const QList<QStringList> &cells)
{
    if (from < 0 || from > m_rows.size() || columns.isEmpty() || cells.isEmpty() || m_document->isReadOnly())
        return false;
    forgetAsked({});
    ChangeBuilder change(cells.size() == 1 && cells.first().size() == 1
                             ? title(recordAt(from), m_table.columns.at(columns.first()).header)
                             : tr("%1に貼り付け").arg(tableLabel(m_table.table)));
    const AnyRows &rows = m_document->plan().table(m_table.table);
    const QList<RowId> all = m_table.rows(m_document->plan());
    QString lastRank = all.isEmpty() ? QString() : std::get<QString>(rows.value(all.last(), 0));
    for (int line = 0; line < cells.size(); ++line) {
        const int row = from + line;
        const qsizetype count = std::min(cells[line].size(), columns.size());
        RowId record = recordAt(row);
        if (row >= m_rows.size()) {
            const auto isFilled = [&](qsizetype i) { return isEditable(columns[i]) && !cells[line][i].trimmed().isEmpty(); };
            bool filled = false;
            for (qsizetype i = 0; i < count; ++i)
                filled = filled || isFilled(i);
            if (!filled)
                continue; // spreadsheets copy empty lines along; they are no records
            if (!m_table.canAdd || m_filter) {
                emit refused(
                    {ErrorKind::Invalid,
                     tr("貼り付ける行が%1行あり、ここから下の%2行より多くあります。").arg(cells.size()).arg(m_rows.size() - from),
                     m_filter ? tr("絞り込みを解いてから貼り付けてください。") : tr("先頭の行を確かめてください。"),
                     {}});
                return false;
            }
            record = m_document->environment().ids();
            FieldValues values = newValues();
            lastRank = rankBetween(lastRank, {});
            values[0] = lastRank;
            change.insert(m_table.table, record, values);
        }
        for (qsizetype i = 0; i < count; ++i) {
            if (!isEditable(columns[i]))
                continue; // computed cells of a copied block are passed over
            const RecordColumn &column = m_table.columns.at(columns[i]);
            const auto written = write(column, record, cells[line][i], change);
            if (!written) {
                Error error = written.error();
                error.what = tr("貼り付けの%1行目「%2」：%3").arg(line + 1).arg(column.header, error.what);
                emit refused(error);
                return false;
            }
        }
    }
    beginUndoGroup();
    send(std::move(change).build());
    return true;
}

bool RecordModel::fillDown(const QModelIndexList &cells)
{
    QHash<int, QModelIndex> first;
    for (const QModelIndex &cell : cells) {
        const QModelIndex known = first.value(cell.column());
        if (!known.isValid() || cell.row() < known.row())
            first[cell.column()] = cell;
    }
    ChangeBuilder change(tr("%1を下へ複写").arg(tableLabel(m_table.table)));
    for (const QModelIndex &cell : cells) {
        if (cell == first[cell.column()] || !flags(cell).testFlag(Qt::ItemIsEditable))
            continue;
        const QString content = first[cell.column()].data(Qt::EditRole).toString();
        if (const auto written = write(columnAt(cell), recordAt(cell.row()), content, change); !written) {
            emit refused(written.error());
            return false;
        }
    }
    if (change.isEmpty())
        return false;
    beginUndoGroup();
    send(std::move(change).build());
    return true;
}

bool RecordModel::clearCells(const QModelIndexList &cells)
{
    ChangeBuilder change(tr("%1の値を消去").arg(tableLabel(m_table.table)));
    for (const QModelIndex &cell : cells) {
        if (!flags(cell).testFlag(Qt::ItemIsEditable))
            continue;
        if (const auto written = write(columnAt(cell), recordAt(cell.row()), {}, change); !written) {
            emit refused(written.error());
            return false;
        }
    }
    if (change.isEmpty())
        return false;
    beginUndoGroup();
    send(std::move(change).build());
    return true;
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
