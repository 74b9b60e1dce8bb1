// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the plan through a GridModel: texts entered, blocks put down, rows added, moved and removed.
#include "models/item/grid_model.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace shisaku {

void GridModel::enter(const InputPlace &place, const QString &typed, RecipeWithIds make)
{
    const Recipe recipe = recipeWithIds(m_document->environment().ids, std::move(make));
    m_document->unsaved().submit(place, typed, asking(place, typed, recipe), m_undoGroup);
}

/// The cells get something newer: what was typed there before and is not in the plan gives way, and never comes back over it. Of an
/// input into several cells the others keep it.
void GridModel::release(const QList<GridAddress> &cells)
{
    UnsavedInput &unsaved = m_document->unsaved();
    if (unsaved.count() == 0)
        return m_spread.clear();
    QSet<std::pair<quint64, int>> released;
    for (const GridAddress &cell : cells) {
        released.insert({cell.row.id.bits, cell.column});
        const InputPlace place = placeOf(cell);
        if (const UnsavedInput::Entry *entry = unsaved.refused(place); entry && entry->place.more == 0)
            unsaved.drop(place);
    }
    const QList<Spread> open = std::exchange(m_spread, {});
    for (const Spread &spread : open) {
        const UnsavedInput::Entry *entry = unsaved.find(spread.place);
        if (!entry || entry->typed != spread.typed || entry->place.more != spread.place.more)
            continue; // in the file, given up, or typed anew
        QList<GridAddress> others = spread.cells;
        others.removeIf([&](const GridAddress &cell) { return released.contains({cell.row.id.bits, cell.column}); });
        if (others.size() == spread.cells.size()) {
            m_spread << spread;
            continue;
        }
        unsaved.drop(spread.place);
        enterInto(others, spread.typed);
    }
}

void GridModel::enterInto(const QList<GridAddress> &cells, const QString &typed)
{
    if (cells.isEmpty())
        return;
    InputPlace place = placeOf(cells.first());
    place.more = static_cast<int>(cells.size()) - 1;
    if (place.more > 0)
        m_spread << Spread{place, typed, cells};
    enter(place, typed, [shape = m_shape, cells, typed](const Plan &plan, const IdSource &ids) {
        return typedIntoAll(plan, shape, cells, typed, ids);
    });
}

bool GridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    // Though the plan may have become one that is only read meanwhile: then it is refused, and kept.
    if (role != Qt::EditRole || !index.isValid() || index.row() >= recordCount() || !cellAt(index).isEditable())
        return false;
    const InputPlace place = placeOf(index);
    const QString typed = value.toString();
    if (typed == data(index, Qt::EditRole).toString() && !m_document->unsaved().find(place))
        return true;
    release({addressOf(index)});
    enterInto({addressOf(index)}, typed);
    emit dataChanged(index, index, {Qt::EditRole});
    const UnsavedInput::Entry *refused = m_document->unsaved().refused(place);
    return !refused || refused->writing; // not if that was about an earlier text
}

RowId GridModel::addRecord(int row, int kind)
{
    const RowId id = m_document->environment().ids();
    const RowId beside = recordAt(row);
    send(recipeWithIds(m_document->environment().ids, [shape = m_shape, kind, id, beside](const Plan &plan, const IdSource &ids) {
        return rowAdded(plan, shape, kind, id, beside, ids);
    }));
    return id;
}

void GridModel::removeRecords(const QList<int> &rows)
{
    QList<GridRow> wanted;
    for (const int row : rows) {
        if (row >= 0 && row < recordCount())
            wanted << m_rows[row];
    }
    if (wanted.isEmpty() || !m_shape.canRemove || m_document->isReadOnly())
        return;
    send([shape = m_shape, wanted](const Plan &plan) { return shisaku::rowsRemoved(plan, shape, wanted); });
}

void GridModel::moveRecords(const QList<int> &rows, int places)
{
    QList<GridRow> moved;
    for (const int row : rows) {
        if (row >= 0 && row < recordCount())
            moved << m_rows[row];
    }
    if (moved.isEmpty() || !m_shape.canMove || m_document->isReadOnly())
        return;
    if (mayMove())
        send([shape = m_shape, moved, places](const Plan &plan) { return shisaku::rowsMoved(plan, shape, moved, places); });
}

/// Rows are moved among those that are seen, in the order that is meant; else the reason is told.
bool GridModel::mayMove()
{
    if (isInPlanOrder())
        return true;
    emit refused({ErrorKind::Invalid,
                  m_order.isSorted() ? tr("並べ替えて表示している間は、行を移せません。")
                                     : tr("絞り込んで表示している間は、行を移せません。"),
                  tr("「解除」を押して、すべての行を計画の順に表示してから移してください。"),
                  {}});
    return false;
}

void GridModel::nestRecord(int row, int steps)
{
    if (row < 0 || row >= recordCount() || !m_shape.nests || m_document->isReadOnly() || !mayMove())
        return;
    send([shape = m_shape, nested = m_rows[row], steps](const Plan &plan) { return rowNested(plan, shape, nested, steps); });
}

PastedBlock GridModel::blockFrom(int row, const QList<int> &columns, const QList<QStringList> &cells) const
{
    PastedBlock block{recordAt(row), columns, cells};
    if (isInPlanOrder())
        return block;
    QList<RowId> shown;
    for (const GridRow &each : m_rows)
        shown << each.id;
    block.shown = shown;
    block.addsRows = !isFiltered();
    return block;
}

bool GridModel::paste(int from, const QList<int> &columns, const QList<QStringList> &cells)
{
    if (from < 0 || from > recordCount() || columns.isEmpty() || cells.isEmpty() || m_document->isReadOnly())
        return false;
    beginUndoGroup();
    const PastedBlock block = blockFrom(from, columns, cells);
    const Recipe recipe = recipeWithIds(
        m_document->environment().ids,
        [shape = m_shape, block](const Plan &plan, const IdSource &ids) { return blockPasted(plan, shape, block, ids); });
    QList<GridAddress> covered;
    for (int row = from; row < recordCount() && row < from + cells.size(); ++row) {
        for (const int column : columns)
            covered << GridAddress{m_rows[row], column};
    }
    return sendOver(covered, recipe);
}

/// Cells that a block covers give up what was refused there, unless the block is refused as well.
bool GridModel::sendOver(const QList<GridAddress> &covered, Recipe recipe)
{
    if (m_document->unsaved().count() > 0 && recipe(m_document->plan()))
        release(covered);
    return send(std::move(recipe));
}

void GridModel::fill(const QModelIndexList &cells, Qt::Orientation direction)
{
    const bool down = direction == Qt::Vertical;
    const auto line = [down](const QModelIndex &cell) { return down ? cell.column() : cell.row(); };
    const auto place = [down](const QModelIndex &cell) { return down ? cell.row() : cell.column(); };
    QHash<int, QModelIndex> first;
    for (const QModelIndex &cell : cells) {
        const QModelIndex known = first.value(line(cell));
        if (!known.isValid() || place(cell) < place(known))
            first[line(cell)] = cell;
    }
    QList<CellCopy> copies;
    for (const QModelIndex &cell : cells) {
        const QModelIndex source = first[line(cell)];
        if (cell == source || source.row() >= recordCount() || !flags(cell).testFlag(Qt::ItemIsEditable))
            continue;
        const UnsavedInput::Entry *refused = m_document->unsaved().refused(placeOf(source));
        copies << CellCopy{addressOf(source), addressOf(cell), refused ? std::optional(refused->typed) : std::nullopt};
    }
    if (copies.isEmpty())
        return;
    beginUndoGroup();
    QList<GridAddress> covered;
    for (const CellCopy &copy : std::as_const(copies))
        covered << copy.target;
    sendOver(covered,
             recipeWithIds(m_document->environment().ids, [shape = m_shape, copies](const Plan &plan, const IdSource &ids) {
                 return cellsFilled(plan, shape, copies, ids);
             }));
}

void GridModel::typeIntoAll(const QModelIndexList &cells, const QString &text)
{
    QList<GridAddress> wanted;
    for (const QModelIndex &cell : cells) {
        if (flags(cell).testFlag(Qt::ItemIsEditable))
            wanted << addressOf(cell);
    }
    if (wanted.isEmpty())
        return;
    beginUndoGroup();
    release(wanted);
    enterInto(wanted, text);
    for (const QModelIndex &cell : cells)
        emit dataChanged(cell, cell, {Qt::EditRole});
}

Recipe GridModel::asking(const std::optional<InputPlace> &place, const QString &typed, Recipe recipe)
{
    m_asked.removeIf(
        [&](const Asked &asked) { return !asked.place || asked.place == place || !m_document->unsaved().find(*asked.place); });
    if (!m_shape.question)
        return recipe;
    const Asked asked{place, typed, std::move(recipe), std::make_shared<std::optional<Error>>()};
    m_asked.append(asked);
    return [ask = m_shape.question, make = asked.recipe, question = asked.question](const Plan &plan) -> Result<ChangeSet> {
        auto wanted = make(plan);
        const QString sentence = wanted ? ask(plan, *wanted) : QString();
        question->reset();
        if (sentence.isEmpty())
            return wanted;
        *question = Error{ErrorKind::Invalid,
                          sentence,
                          tr("よければ「このまま入力」を押してください。違っていれば、直して入力してください。"),
                          {}};
        return **question;
    };
}

bool GridModel::isOpen(const Asked &asked) const
{
    if (!asked.place || !*asked.question)
        return asked.question->has_value();
    const UnsavedInput::Entry *entry = m_document->unsaved().refused(*asked.place);
    return entry && entry->typed == asked.typed;
}

std::optional<Error> GridModel::question() const
{
    const auto last = std::find_if(m_asked.crbegin(), m_asked.crend(), [this](const Asked &asked) { return isOpen(asked); });
    return last == m_asked.crend() ? std::nullopt : *last->question;
}

void GridModel::confirm()
{
    m_asked.removeIf([this](const Asked &asked) { return !isOpen(asked); });
    if (m_asked.isEmpty())
        return;
    const Asked meant = m_asked.takeLast();
    if (meant.place)
        m_document->unsaved().submit(*meant.place, meant.typed, meant.recipe, m_undoGroup);
    else
        submit(meant.recipe);
}

bool GridModel::submit(Recipe recipe)
{
    const auto refusedAtOnce = std::make_shared<bool>(false);
    m_document->submit(std::move(recipe), m_undoGroup, m_document->toldTo(this, [this, refusedAtOnce](const Result<void> &result) {
        *refusedAtOnce = !result;
        result ? emit accepted() : emit refused(result.error());
    }));
    return !*refusedAtOnce;
}

} // namespace shisaku
