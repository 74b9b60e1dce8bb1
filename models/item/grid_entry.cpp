// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the plan through a GridModel: texts entered, blocks put down, rows added, moved and removed.
#include "models/item/grid_model.h"

namespace shisaku {

using namespace Qt::StringLiterals;

void GridModel::enter(const InputPlace &place, const QString &typed, RecipeWithIds make)
{
    const Recipe recipe = recipeWithIds(m_document->environment().ids, std::move(make));
    m_document->unsaved().submit(place, typed, asking(place, typed, recipe), m_undoGroup);
}

bool GridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const InputPlace place = placeOf(index);
    const QString typed = value.toString();
    if (typed == data(index, Qt::EditRole).toString() && !m_document->unsaved().find(place))
        return true;
    enter(place, typed, [shape = m_shape, cell = addressOf(index), typed](const Plan &plan, const IdSource &ids) {
        return typedInto(plan, shape, cell, typed, ids);
    });
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

void GridModel::moveRecord(int row, int places)
{
    if (row < 0 || row >= recordCount() || !m_shape.canMove || m_document->isReadOnly())
        return;
    if (m_order.isSorted()) {
        emit refused({ErrorKind::Invalid,
                      tr("並べ替えて表示している間は、行を移せません。"),
                      tr("見出しをもう一度押すか「解除」を押して、計画の順に戻してから移してください。"),
                      {}});
        return;
    }
    send([shape = m_shape, moved = m_rows[row], places](const Plan &plan) { return rowMoved(plan, shape, moved, places); });
}

void GridModel::nestRecord(int row, int steps)
{
    if (row < 0 || row >= recordCount() || !m_shape.nests || m_document->isReadOnly())
        return;
    send([shape = m_shape, nested = m_rows[row], steps](const Plan &plan) { return rowNested(plan, shape, nested, steps); });
}

PastedBlock GridModel::blockFrom(int row, const QList<int> &columns, const QList<QStringList> &cells) const
{
    PastedBlock block{recordAt(row), columns, cells};
    if (!looksAnew())
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
    return send(recipeWithIds(m_document->environment().ids, [shape = m_shape, block](const Plan &plan, const IdSource &ids) {
        return blockPasted(plan, shape, block, ids);
    }));
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
    send(recipeWithIds(m_document->environment().ids, [shape = m_shape, copies](const Plan &plan, const IdSource &ids) {
        return cellsFilled(plan, shape, copies, ids);
    }));
}

void GridModel::typeIntoAll(const QModelIndexList &cells, const QString &text)
{
    QList<GridAddress> wanted;
    std::optional<InputPlace> place;
    for (const QModelIndex &cell : cells) {
        if (!flags(cell).testFlag(Qt::ItemIsEditable))
            continue;
        wanted << addressOf(cell);
        if (!place)
            place = placeOf(cell);
    }
    if (!place)
        return;
    beginUndoGroup();
    if (wanted.size() > 1)
        place->part += u"+%1"_s.arg(wanted.size() - 1);
    enter(*place, text, [shape = m_shape, wanted, text](const Plan &plan, const IdSource &ids) {
        return typedIntoAll(plan, shape, wanted, text, ids);
    });
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
